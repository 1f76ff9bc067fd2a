"""Plans of any texts, up to 3 000 characters each: nothing clipped, overlapping, lost or too small to read.

Asked of the drawing, not of a picture of it: every page is looked at as the shapes it was drawn from.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Person
from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Align, Label, Part, Shape, flat
from salesorg_gui.exchange.documents.options import PAPERS, Options
from salesorg_gui.exchange.documents.typeset import Block, Group, Measures, dashed, filled, paragraph, style
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.layout.geometry import Rect
from tests.exchange.documents.organisation import AE, CHART, CSM, PLAN, SDR

SEATS = (AE, CSM, SDR)
ABOUT_SEATS = ("cards", "descriptions", "checklists")
PRINTED = ("cards", "descriptions", "checklists", "chart", "report")
SMALLEST = 6.5
FIELDS = ("mission", "responsibilities", "boundaries", "results", "traits", "workload")
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)
TEXTS = st.one_of(
    SENTENCES, st.integers(1, 20).flatmap(lambda times: SENTENCES.map(lambda one: ((one + " ") * times)[:3000].strip()))
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """A small chart in which people wrote whatever they liked."""
    seats = [
        replace(
            CHART.seats[seat],
            title=draw(TEXTS),
            people=tuple(Person(name) for name in draw(st.lists(TEXTS, max_size=4))),
            texts=draw(st.dictionaries(st.sampled_from(FIELDS), st.lists(TEXTS, max_size=5).map(tuple), max_size=6)),
        )
        for seat in SEATS
    ]
    handoffs = [replace(handoff, condition=draw(TEXTS)) for handoff in CHART.handoffs.values()]
    return CHART.with_records([*seats, *handoffs])


def pages_of(what: str, chart: Chart) -> tuple[Leaf, ...]:
    leaves = Leaves()
    seats = SEATS if what in ABOUT_SEATS else ()
    export(PLAN, chart, Wish(what, "pdf", options=Options(today=date(2026, 1, 14), seats=seats)), leaves)
    return leaves.all


def lines(leaf: Leaf) -> Iterator[tuple[str, Rect, float]]:
    """Every line of text of a page: what it says, where its letters stand, how large they are."""
    for run in leaf.runs:
        for shape in flat(run.shapes):
            if isinstance(shape, Label) and shape.text.strip():
                size = shape.size * run.scale
                wide = width(shape.text.rstrip(), size, shape.weight, shape.tracking)
                start = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[shape.align]
                x = run.origin.x + shape.baseline.x * run.scale - start
                base = run.origin.y + shape.baseline.y * run.scale
                yield shape.text, Rect(x, base - 0.72 * size, wide, 0.74 * size), size


def clipped(leaf: Leaf) -> list[str]:
    paper = Rect(0, 0, leaf.width, leaf.height).grown(0.5)
    return [text for text, place, _size in lines(leaf) if not paper.holds(place)]


def overlapping(leaf: Leaf) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    placed = sorted(((place.grown(-0.6), text) for text, place, _size in lines(leaf)), key=lambda one: one[0].y)
    for number, (place, text) in enumerate(placed):
        for other, said in placed[number + 1 :]:
            if other.y > place.bottom:
                break
            if place.meets(other):
                found.append((text, said))
    return found


@pytest.mark.parametrize("what", PRINTED)
@settings(max_examples=2, deadline=None)
@given(charts())
def test_nothing_is_clipped_overlaps_or_is_too_small_to_read(what: str, chart: Chart) -> None:
    for leaf in pages_of(what, chart):
        assert clipped(leaf) == []
        assert overlapping(leaf) == []
        assert [text for text, _place, size in lines(leaf) if size < SMALLEST - 0.01] == []


@pytest.mark.parametrize("what", ["cards", "descriptions"])
@settings(max_examples=2, deadline=None)
@given(charts())
def test_no_word_anybody_wrote_is_lost(what: str, chart: Chart) -> None:
    said = {word for leaf in pages_of(what, chart) for text, _place, _size in lines(leaf) for word in text.split()}
    whole = "".join("".join(text.split()) for leaf in pages_of(what, chart) for text, _place, _size in lines(leaf))
    wanted = {
        word for seat in SEATS for texts in chart.seats[seat].texts.values() for text in texts for word in text.split()
    }
    assert [word for word in wanted if word not in said and word not in whole] == []


@pytest.mark.parametrize("what", ["cards", "descriptions"])
def test_a_hundred_thousand_letters_are_all_printed(what: str) -> None:
    chart = CHART.with_records([replace(CHART.seats[AE], texts={"results": ("Ø" * 50_000, "qj " * 16_000)})])
    leaves = pages_of(what, chart)
    letters = "".join(text for leaf in leaves for text, _place, _size in lines(leaf))
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
    leaf = pages_of("descriptions", CHART)[0]
    assert (leaf.width, leaf.height) == (PAPERS["a4"].width, PAPERS["a4"].height)
    assert sum(1 for _line in lines(leaf)) > 20
    assert all(extent(shape) for run in leaf.runs for shape in run.shapes)
