"""A chart in tiles: everything is on some sheet, neighbours share ten millimetres, marks meet, words can be read."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.shapes import Dot, Wire
from salesorg_gui.exchange.documents.chart import chart
from salesorg_gui.exchange.documents.charts.tiles import EDGE, OVERLAP, Tiling, row_name, tiled
from salesorg_gui.exchange.documents.options import MM, PAPERS, ChartOptions, Options, Page
from salesorg_gui.layout.geometry import Rect
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import says, smallest_type, texts
from tests.exchange.documents.test_chart_on_paper import company, paper_of

CATALOGUE = load("en")
POSTER = Options(today=date(2026, 1, 14), charts=ChartOptions("poster"))


def a1() -> Tiling:
    return tiled(Page(841 * MM, 594 * MM), PAPERS["a4"])


def test_neighbours_share_ten_millimetres() -> None:
    tiling = a1()
    for one, other in pairwise(tiling.tiles):
        if one.row == other.row:
            assert one.window.right - other.window.x == pytest.approx(OVERLAP)
    for one, other in zip(tiling.tiles, tiling.tiles[tiling.columns :], strict=False):
        assert one.window.bottom - other.window.y == pytest.approx(OVERLAP)


def test_the_sheets_show_all_of_the_whole_and_nothing_else() -> None:
    tiling = a1()
    last = tiling.tiles[-1].window
    assert tiling.tiles[0].window[:2] == (0.0, 0.0)
    assert (last.right, last.bottom) == pytest.approx((tiling.whole.width, tiling.whole.height))


def test_what_is_shown_keeps_off_the_edge_of_the_paper() -> None:
    tiling = a1()
    paper = tiling.paper
    printable = Rect(EDGE, EDGE, paper.width - 2 * EDGE, paper.height - 2 * EDGE)
    assert all(printable.grown(0.01).holds(tile.room) for tile in tiling.tiles)


def test_rings_of_neighbours_fall_on_each_other() -> None:
    tiling = a1()
    left, right = tiling.tiles[0], tiling.tiles[1]
    seen = []
    for tile in (left, right):
        rings = [shape.centre for shape in tiling.marks(tile) if isinstance(shape, Dot)]
        seen.append({(round(ring.x - tile.shift.x, 2), round(ring.y - tile.shift.y, 2)) for ring in rings})
    assert len(seen[0] & seen[1]) == 2


def test_marks_for_cutting_stand_outside_of_what_is_shown() -> None:
    tiling = a1()
    alone = tiled(Page(100 * MM, 100 * MM), PAPERS["a4"])
    (tile,) = alone.tiles
    marks = [extent(mark) for mark in alone.marks(tile) if isinstance(mark, Wire)]
    assert marks
    assert not any(mark.meets(tile.room) for mark in marks)
    assert len(tiling.tiles) > 1


def test_the_paper_lies_when_that_saves_sheets() -> None:
    lying, upright = tiled(Page(270 * MM, 190 * MM), PAPERS["a4"]), tiled(Page(190 * MM, 270 * MM), PAPERS["a4"])
    assert (len(lying.tiles), len(upright.tiles)) == (1, 1)
    assert lying.paper == Page(PAPERS["a4"].height, PAPERS["a4"].width)


def test_rows_have_letters() -> None:
    assert [row_name(row) for row in (0, 25, 26, 53)] == ["A", "Z", "AA", "BB"]


def test_a_poster_names_everybody_and_comes_with_a_plan() -> None:
    pdf = chart(PLAN, CHART, CATALOGUE, POSTER)
    assert says(pdf, "Assembly plan")
    assert says(pdf, "14 January 2026")
    for seat in CHART.seats.values():
        assert says(pdf, seat.holder[:12])
    pages = texts(pdf)
    assert all(f"Sheet {name}" in page for name, page in zip(("A1", "A2"), pages[1:], strict=False))


@pytest.mark.parametrize("size", [4, 60, 300])
def test_no_words_of_a_poster_are_too_small(size: int) -> None:
    assert smallest_type(chart(PLAN, company(size), CATALOGUE, POSTER)) >= 6.49


def test_a_poster_has_the_size_wished_for_when_its_words_can_be_read_there() -> None:
    for wished, size in (("a3", "42 × 30 cm"), ("a1", "84 × 59 cm")):
        options = replace(POSTER, charts=ChartOptions("poster", wished))
        assert says(chart(PLAN, CHART, CATALOGUE, options), size)


def test_a_company_too_large_for_the_wish_gets_a_larger_poster() -> None:
    options = replace(POSTER, charts=ChartOptions("poster", "a3"))
    pdf = chart(PLAN, company(300), CATALOGUE, options)
    assert smallest_type(pdf) >= 6.49
    assert len(texts(pdf)) > 5


def test_tiles_stand_on_the_paper_asked_for() -> None:
    pdf = chart(PLAN, company(60), CATALOGUE, replace(POSTER, paper="a3"))
    assert set(map(round, paper_of(pdf))) == {round(PAPERS["a3"].width), round(PAPERS["a3"].height)}


def test_a_printer_without_colour_gets_none() -> None:
    coloured = chart(PLAN, CHART, CATALOGUE, POSTER)
    black = chart(PLAN, CHART, CATALOGUE, replace(POSTER, has_colour=False))
    assert black != coloured
    assert texts(black) == texts(coloured)
