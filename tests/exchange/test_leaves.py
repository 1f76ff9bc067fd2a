"""A copy of the pages is kept while a document is made: every shape, in its place and order."""

import pytest

from salesorg_gui.drawing.shapes import (
    Bar,
    Box,
    Dot,
    Hatch,
    Icon,
    Label,
    Patch,
    Shape,
    Stroke,
    Wire,
    draw,
)
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.exchange.watch import Stopped, watching
from salesorg_gui.layout.geometry import Point, Rect
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import run_together, texts

PRINT = theme(ThemeName.PRINT)
CORNER = Point(0.0, 0.0)
SQUARE = Rect(0, 0, 20, 20)
EACH: tuple[Shape, ...] = (
    Box(SQUARE, "error"),
    Bar(SQUARE, "error", 2.0),
    Label("Åsa", Point(5, 5), 8, "text_1"),
    Icon("minus", CORNER, 12, "text_1"),
    Wire((CORNER, Point(9, 0)), Stroke("text_1")),
    Hatch(SQUARE, "error"),
    Dot(Point(5, 5), 2, "error"),
    Patch((CORNER, Point(9, 0), Point(9, 9)), "error"),
)


def copied(*drawn: tuple[Shape, Point, float]) -> Leaf:
    leaves = Leaves()
    with watching(leaves):
        book = PdfBook(PRINT, "x")
        book.page(100, 200)
        for shape, origin, scale in drawn:
            draw([shape], book.pen(origin, scale))
        book.finished()
    (leaf,) = leaves.all
    return leaf


def test_every_kind_of_shape_is_copied_as_it_was_drawn() -> None:
    leaf = copied(*((shape, CORNER, 1.0) for shape in EACH))
    assert (leaf.width, leaf.height) == (100, 200)
    assert [tuple(run.shapes) for run in leaf.runs] == [EACH]


def test_shapes_keep_place_size_and_order() -> None:
    one, other = EACH[0], EACH[2]
    leaf = copied((one, CORNER, 1.0), (other, Point(9, 9), 0.5), (other, Point(9, 9), 0.5), (one, CORNER, 1.0))
    assert [(run.origin, run.scale, run.shapes) for run in leaf.runs] == [
        (CORNER, 1.0, [one]),
        (Point(9, 9), 0.5, [other, other]),
        (CORNER, 1.0, [one]),
    ]


@pytest.mark.parametrize("what", ["cards", "descriptions", "checklists", "chart"])
def test_every_text_of_the_file_stands_on_the_copied_page(what: str) -> None:
    leaves = Leaves()
    pdf = export(PLAN, CHART, Wish(what, "pdf"), leaves)
    written = texts(pdf)
    assert len(leaves.all) == len(written) == leaves.begun
    for leaf, text in zip(leaves.all, written, strict=True):
        labels = [shape.text for run in leaf.runs for shape in run.shapes if isinstance(shape, Label)]
        missing = [label for label in labels if run_together(label) not in run_together(text)]
        assert missing == []
        assert sum(len(run_together(label)) for label in labels) >= len(run_together(text))


def test_pages_can_be_looked_at_while_the_next_one_is_drawn() -> None:
    leaves = Leaves()
    assert (leaves.begun, leaves.of) == (0, 0)
    with watching(leaves):
        book = PdfBook(PRINT, "x")
        book.expect(3)
        book.page(10, 10)
        assert not leaves.finished
        book.page(20, 20)
    assert [leaf.width for leaf in leaves.finished] == [10]
    assert (leaves.begun, leaves.of) == (2, 3)


def test_more_pages_than_expected_are_no_contradiction() -> None:
    leaves = Leaves()
    with watching(leaves):
        book = PdfBook(PRINT, "x")
        book.expect(1)
        book.page(10, 10)
        book.page(10, 10)
    assert leaves.of == 2


def test_who_calls_it_off_gets_no_further_page() -> None:
    leaves = Leaves()
    leaves.stop()
    with pytest.raises(Stopped):
        export(PLAN, CHART, Wish("cards", "pdf"), leaves)
    assert not leaves.all


def test_what_a_form_holds_is_drawn_on_the_copy() -> None:
    leaf = copied((EACH[0], Point(9, 9), 2.0))
    leaf.tick(Point(10, 10), 8)
    leaf.choose(Point(30, 10), 8)
    leaf.write("One line that is far too long for its room\n\nØ", Rect(0, 50, 60, 22), 9)
    tick, dot, *lines = leaf.runs[-1].shapes
    assert leaf.runs[-1].origin == CORNER
    assert isinstance(tick, Wire)
    assert all(10 < x < 18 and 10 < y < 18 for x, y in tick.points)
    assert isinstance(dot, Dot)
    assert dot.centre == Point(34, 14)
    assert len(lines) == 2  # no more than there is room for
    assert all(isinstance(line, Label) and 50 < line.baseline.y <= 72 for line in lines)


def test_what_is_ticked_chosen_and_written_in_a_form_is_so_on_the_copy() -> None:
    leaves = Leaves()
    with watching(leaves):
        book = PdfBook(PRINT, "x")
        book.page(100, 100)
        book.tick_box("one", Point(10, 10), 10, "One", is_ticked=True)
        book.tick_box("two", Point(50, 10), 10, "Two", is_ticked=False)
        book.choices("three", [Point(10, 30), Point(30, 30)], 10, 2, "Three")
        book.choices("four", [Point(10, 30), Point(30, 30)], 10, 0, "Four")
        book.text_field("five", Rect(10, 50, 80, 12), "Five", "Åsa")
        book.text_field("six", Rect(10, 70, 80, 12), "Six")
        book.finished()
    (leaf,) = leaves.all
    tick, dot, line = (shape for run in leaf.runs for shape in run.shapes)
    assert isinstance(tick, Wire)
    assert isinstance(dot, Dot)
    assert dot.centre == Point(35, 35)
    assert isinstance(line, Label)
    assert line.text == "Åsa"
