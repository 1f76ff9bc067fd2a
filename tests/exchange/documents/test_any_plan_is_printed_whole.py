"""Plans of any texts, up to 3 000 characters each: nothing clipped, overlapping, lost or too small to read.

Asked of the drawing, not of a picture of it: every page is looked at as the shapes it was drawn from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Check, Person, Record, Status
from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.shapes import Label, Part, Shape, flat
from salesorg_gui.exchange.documents.charts.tiles import EDGE
from salesorg_gui.exchange.documents.options import PAPERS, CardOptions, ChartOptions, Options
from salesorg_gui.exchange.documents.typeset import Block, Group, Measures, dashed, filled, paragraph, style
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.layout.geometry import Rect
from tests.exchange.documents.on_paper import clipped, lines, lone_headings, lost, overlapping, too_small
from tests.exchange.documents.organisation import AE, CHART, CSM, PLAN, SDR

SEATS = (AE, CSM, SDR)
SMALLEST = 6.5
FIELDS = ("mission", "responsibilities", "boundaries", "results", "traits", "workload")
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)
TEXTS = st.one_of(
    SENTENCES, st.integers(1, 20).flatmap(lambda times: SENTENCES.map(lambda one: ((one + " ") * times)[:3000].strip()))
)


@dataclass(frozen=True)
class Matter:
    """A document somebody prints, and which texts of the plan it has to say."""

    what: str
    options: Options
    says: tuple[str, ...] = ()


TODAY = Options(today=date(2026, 1, 14))
ABOUT = replace(TODAY, seats=SEATS)


def on_chart(form: str, view: str) -> Options:
    return replace(TODAY, view=view, charts=ChartOptions(form))


ON_THE_BOARD = ("titles", "holders", "pods", "goals", "segments", "sources")
PRINTED: Mapping[str, Matter] = {
    "cards": Matter("cards", ABOUT, ("texts", "titles", "people")),
    "folded cards": Matter("cards", replace(ABOUT, cards=CardOptions("tent", is_folded=True))),
    "poker cards": Matter("cards", replace(ABOUT, cards=CardOptions("poker"))),
    "descriptions": Matter("descriptions", ABOUT, ("texts", "titles", "people")),
    "kit": Matter("kit", ABOUT, ("texts", "titles", "remarks")),
    "kit in two languages": Matter("kit", replace(ABOUT, second_language="nl"), ("texts", "titles", "remarks")),
    "chart as board": Matter("chart", on_chart("page", "board"), ON_THE_BOARD),
    "chart of lines": Matter("chart", on_chart("page", "reporting"), ("titles", "holders")),
    "chart of handoffs": Matter("chart", on_chart("page", "handoffs"), ("titles", "holders", "pods", "sources")),
    "poster": Matter("chart", on_chart("poster", "board"), ON_THE_BOARD),
    "poster of handoffs": Matter("chart", on_chart("poster", "handoffs"), ("titles", "holders", "pods", "sources")),
    "book": Matter("book", TODAY, ON_THE_BOARD),
    "report": Matter("report", TODAY, (*ON_THE_BOARD, "conditions")),
}


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """A small chart in which people wrote whatever they liked."""
    written: list[Record] = [
        replace(
            CHART.seats[seat],
            title=draw(TEXTS),
            people=tuple(Person(name) for name in draw(st.lists(TEXTS, max_size=4))),
            texts=draw(st.dictionaries(st.sampled_from(FIELDS), st.lists(TEXTS, max_size=5).map(tuple), max_size=6)),
        )
        for seat in SEATS
    ]
    written += [replace(handoff, condition=draw(TEXTS)) for handoff in CHART.handoffs.values()]
    written += [replace(pod, title=draw(TEXTS), goal=draw(TEXTS)) for pod in CHART.pods.values()]
    written += [replace(segment, value=draw(TEXTS)) for segment in CHART.segments.values()]
    written += [replace(source, title=draw(TEXTS)) for source in CHART.sources.values()]
    hires = [
        replace(hire, owner=draw(TEXTS), checklist=(Check("map", 0, who=draw(TEXTS), remark=draw(TEXTS)),))
        for hire in CHART.hires.values()
    ]
    chart = CHART.with_records([*written, *hires])
    return replace(chart, title=draw(TEXTS))


def words_of(chart: Chart, kinds: tuple[str, ...]) -> set[str]:
    """The words somebody wrote, of some kinds."""
    seats = [chart.seats[seat] for seat in SEATS]
    texts: dict[str, list[str]] = {
        "texts": [text for seat in seats for texts in seat.texts.values() for text in texts],
        "titles": [seat.title for seat in seats],
        "people": [person.name for seat in seats for person in seat.people],
        "holders": [one.name for seat in seats if seat.status is Status.FILLED for one in seat.people],
        "pods": [pod.title for pod in chart.pods.values()],
        "goals": [pod.goal for pod in chart.pods.values()],
        "segments": [segment.value for segment in chart.segments.values()],
        "sources": [source.title for source in chart.sources.values()],
        "conditions": [handoff.condition for handoff in chart.handoffs.values()],
        "remarks": [check.remark for hire in chart.hires.values() for check in hire.checklist],
    }
    return {word for kind in kinds for text in texts[kind] for word in text.split()}


def printed(matter: Matter, chart: Chart) -> tuple[tuple[Leaf, ...], bytes]:
    leaves = Leaves()
    pdf = export(PLAN, chart, Wish(matter.what, "pdf", options=matter.options), leaves)
    return leaves.all, pdf


def shown(matter: Matter, leaf: Leaf) -> Leaf:
    """A page without what a sheet of a poster cuts off: it stands on the next."""
    if matter.options.charts.form != "poster":
        return leaf
    window = Rect(0, 0, leaf.width, leaf.height).grown(-EDGE)
    runs = []
    for run in leaf.runs:
        one = replace(leaf, runs=[run])
        inside = [window.holds(line.place) for line in lines(one)]
        labels = [shape for shape in flat(run.shapes) if isinstance(shape, Label) and shape.text.strip()]
        kept: list[Shape] = [label for label, is_whole in zip(labels, inside, strict=True) if is_whole]
        runs.append(replace(run, shapes=kept))
    return replace(leaf, runs=runs)


@pytest.mark.parametrize("name", PRINTED)
@settings(max_examples=2, deadline=None)
@given(charts())
def test_nothing_is_clipped_overlaps_or_is_lost_or_too_small_to_read(name: str, chart: Chart) -> None:
    matter = PRINTED[name]
    leaves, pdf = printed(matter, chart)
    for leaf in leaves:
        page = shown(matter, leaf)
        assert clipped(page) == []
        assert overlapping(page) == []
        assert too_small(leaf, SMALLEST) == []
    assert lost(leaves, words_of(chart, matter.says)) == []
    if matter.options.charts.form != "poster":  # a sheet of a poster may show nothing but a part of its title
        assert lone_headings(pdf, leaves) == []


@pytest.mark.parametrize("name", ["cards", "descriptions"])
def test_a_hundred_thousand_letters_are_all_printed(name: str) -> None:
    chart = CHART.with_records([replace(CHART.seats[AE], texts={"results": ("Ø" * 50_000, "qj " * 16_000)})])
    leaves, _pdf = printed(PRINTED[name], chart)
    letters = "".join(line.text for leaf in leaves for line in lines(leaf))
    assert letters.count("Ø") >= 50_000
    assert letters.count("qj") >= 16_000
    assert [clipped(leaf) for leaf in leaves] == [[] for _leaf in leaves]


def part_roles(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.role for shape in shapes if isinstance(shape, Part)]


@settings(deadline=None)
@given(
    st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=12), min_size=1, max_size=10),
    st.floats(40, 400),
    st.sampled_from([0.0, 60.0]),
)
def test_no_heading_stands_alone_and_every_row_is_set_in_order(
    sizes: list[list[int]], first: float, label_column: float
) -> None:
    look = Measures(300.0, label_column, style("heading"), 5.0, 9.0, 0.35)
    body = style("body")

    def row(group: int, number: int, length: int) -> Block:
        text = "\n".join(f"{group}.{number}.{line}" for line in range(length))
        return dashed(text, body, 200, 10) if number % 2 else paragraph(text, body, 200)

    groups = [
        Group(f"Group {place}", tuple(row(place, number, length) for number, length in enumerate(lengths)))
        for place, lengths in enumerate(sizes)
    ]
    columns = filled(groups, look, first, 400.0)
    for number, column in enumerate(columns):
        assert column.height <= (max(first, 0.0) if number == 0 else 400.0) + 0.01
        roles = part_roles(column.shapes)
        assert all(other != "h2" for one, other in zip(roles, [*roles[1:], "h2"], strict=False) if one == "h2")
    said = [one.text for column in columns for one in flat(column.shapes) if isinstance(one, Label)]
    told = [text for text in said if "." in text]
    assert told == [
        f"{place}.{number}.{line}"
        for place, lengths in enumerate(sizes)
        for number, length in enumerate(lengths)
        for line in range(length)
    ]


def test_the_shapes_looked_at_are_those_of_the_page() -> None:
    leaf = printed(PRINTED["descriptions"], CHART)[0][0]
    assert (leaf.width, leaf.height) == (PAPERS["a4"].width, PAPERS["a4"].height)
    assert sum(1 for _line in lines(leaf)) > 20
    assert all(extent(shape) for run in leaf.runs for shape in run.shapes)
