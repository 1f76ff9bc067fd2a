"""A chart on paper is coloured as the one on the screen, and says what its colours mean."""

from dataclasses import replace
from datetime import date

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, Seat
from salesorg_gui.drawing.colouring import ColourBy, coloured
from salesorg_gui.drawing.colours import PLAIN
from salesorg_gui.drawing.shapes import Bar, Shape, Wire
from salesorg_gui.exchange.documents.chart import chart, chart_svg, subject
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import drawn
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.options import ChartOptions, Options
from salesorg_gui.exchange.documents.typeset import style
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.exchange.documents.reading import says, texts

CATALOGUE = load("en")
EXAMPLE = read(resource("examples/nordlys.salesorg")).plan
CHART = EXAMPLE.first_chart
ROOM = Room(2_000.0, 2_000.0)


def options(by: ColourBy, view: str = "board", **more: float) -> Options:
    return Options(today=date(2026, 1, 14), view=view, charts=ChartOptions(by=by, **more))  # type: ignore[arg-type]


def bars(shapes: tuple[Shape, ...]) -> set[str]:
    return {shape.fill for shape in shapes if isinstance(shape, Bar)}


@pytest.mark.parametrize("by", [by for by in ColourBy if by not in {ColourBy.PURPOSE, ColourBy.LOAD}])
@pytest.mark.parametrize("view", list(ViewKind))
def test_every_card_wears_the_colour_it_has_on_the_screen(by: ColourBy, view: ViewKind) -> None:
    printed = subject(EXAMPLE, CHART, CATALOGUE, options(by, view.value))
    families = coloured(by, CHART, printed.catalogue).families
    assert bars(drawn(printed, ROOM).shapes) <= {f"{family}_solid" for family in families.values()}


@pytest.mark.parametrize("form", ["page", "poster", "book"])
@pytest.mark.parametrize("view", list(ViewKind))
def test_what_a_colour_means_stands_on_the_paper(form: str, view: ViewKind) -> None:
    wished = options(ColourBy.POD, view.value)
    pdf = chart(EXAMPLE, CHART, CATALOGUE, replace(wished, charts=replace(wished.charts, form=form)))
    assert says(pdf, "Pod:")
    assert all(says(pdf, pod.title) for pod in CHART.pods.values())
    assert not says(pdf, "Finds customers")


def test_a_branch_of_the_book_keeps_the_colours_of_the_whole() -> None:
    small = options(ColourBy.MANAGER, "reporting")
    seats = [Seat(SeatId(f"s{n}"), RoleId("sdr")) for n in range(400)]
    lines = [Line(LineId(f"l{n}"), SeatId(f"s{n}"), SeatId(f"s{(n - 1) // 6}")) for n in range(1, 400)]
    many = CHART.with_records([*seats, *lines])
    pdf = chart(EXAMPLE, many, CATALOGUE, replace(small, charts=replace(small.charts, form="book")))
    assert len(texts(pdf)) > 5
    assert says(pdf, "Others")


def test_without_colour_nothing_is_coloured_by_anything() -> None:
    black = replace(options(ColourBy.POD), has_colour=False)
    printed = subject(EXAMPLE, CHART, CATALOGUE, black)
    assert printed.colours is PLAIN
    assert not says(chart(EXAMPLE, CHART, CATALOGUE, black), "Pod:")


def test_the_load_is_told_at_the_volume_that_was_looked_at() -> None:
    once = subject(EXAMPLE, CHART, CATALOGUE, options(ColourBy.LOAD, "handoffs"))
    twice = subject(EXAMPLE, CHART, CATALOGUE, options(ColourBy.LOAD, "handoffs", volume=2.0))
    assert sum(twice.colours.loads.values()) > sum(once.colours.loads.values())
    assert says(chart(EXAMPLE, CHART, CATALOGUE, twice.options), "Lead volume: 200 %")
    assert not says(chart(EXAMPLE, CHART, CATALOGUE, once.options), "Lead volume")
    assert says(chart(EXAMPLE, CHART, CATALOGUE, once.options), "Handoffs, how many a month:")


def test_handoffs_are_as_wide_as_their_flow_only_while_the_load_is_told() -> None:
    def widths(by: ColourBy) -> set[float]:
        shapes = drawn(subject(EXAMPLE, CHART, CATALOGUE, options(by, "handoffs")), ROOM).shapes
        return {shape.stroke.width for shape in shapes if isinstance(shape, Wire)}

    assert max(widths(ColourBy.LOAD)) > max(widths(ColourBy.POD))


def test_where_nobody_can_tell_the_load_every_card_is_blank() -> None:
    lonely = Chart().with_records([Seat(SeatId("s"), RoleId("sdr"))])
    alone = subject(EXAMPLE, lonely, CATALOGUE, options(ColourBy.LOAD))
    assert alone.colours.loads == {}
    assert alone.colours.colouring is not None
    assert [category.title for category in alone.colours.colouring.categories] == ["Not said"]


def test_a_name_wider_than_the_paper_stands_in_the_legend_in_several_lines() -> None:
    name = "Customers " * 60
    long = CHART.with_records([replace(pod, title=name) for pod in CHART.pods.values()])
    block = legend(subject(EXAMPLE, long, CATALOGUE, options(ColourBy.POD)), style("small"), 300.0)
    assert block.height > 10 * style("small").line
    assert export(EXAMPLE, long, Wish("chart", "pdf", "", options(ColourBy.POD)))


def test_an_svg_says_below_the_chart_what_its_colours_mean() -> None:
    plain = chart_svg(EXAMPLE, CHART, CATALOGUE, options(ColourBy.PURPOSE)).decode()
    by_pod = chart_svg(EXAMPLE, CHART, CATALOGUE, options(ColourBy.POD)).decode()
    assert ">Pod:<" in by_pod
    assert ">Pod:<" not in plain
