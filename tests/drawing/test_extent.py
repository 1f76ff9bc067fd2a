"""How far shapes reach, and bars that tell purposes without colour."""

import pytest

from salesorg_gui.drawing.extent import extent, extents
from salesorg_gui.drawing.patterns import without_colour
from salesorg_gui.drawing.shapes import Align, Bar, Box, Dot, Hatch, Icon, Label, Patch, Shape, Stroke, Wire
from salesorg_gui.drawing.theme import ThemeName, black_theme, theme
from salesorg_gui.layout.geometry import Point, Rect

CARD = Rect(10.0, 20.0, 200.0, 72.0)


@pytest.mark.parametrize(
    ("shape", "reach"),
    [
        (Box(CARD), CARD),
        (Box(CARD, stroke=Stroke("line", 2.0)), CARD.grown(1.0)),
        (Bar(CARD, "find_solid", 8.0), CARD),
        (Hatch(CARD, "line"), CARD),
        (Icon("flag", Point(3.0, 4.0), 24.0, "text_1"), Rect(2.0, 3.0, 26.0, 26.0)),
        (Dot(Point(5.0, 5.0), 2.0, "line"), Rect(3.0, 3.0, 4.0, 4.0)),
        (Wire((Point(0.0, 0.0), Point(30.0, 0.0)), Stroke("edge", 2.0)), Rect(-1.0, -1.0, 32.0, 2.0)),
        (Wire((Point(0.0, 0.0), Point(30.0, 0.0)), Stroke("edge"), head="filled"), Rect(-4.0, -4.0, 38.0, 8.0)),
        (Patch((Point(0.0, 0.0), Point(4.0, 0.0), Point(2.0, 3.0)), "line"), Rect(0.0, 0.0, 4.0, 3.0)),
    ],
)
def test_a_shape_reaches_as_far_as_it_is_drawn(shape: Shape, reach: Rect) -> None:
    assert extent(shape) == pytest.approx(reach)


def test_words_reach_from_where_they_are_aligned() -> None:
    left, centre, right = (extent(Label("Åg", Point(100.0, 50.0), 10.0, "text_1", align=align)) for align in Align)
    assert (left.x, right.right) == (100.0, 100.0)
    assert centre.centre.x == pytest.approx(100.0)
    assert left.y < 50.0 < left.bottom


def test_several_shapes_reach_around_them_all() -> None:
    assert extents([Box(Rect(0.0, 0.0, 1.0, 1.0)), Box(CARD)]) == Rect(0.0, 0.0, 210.0, 92.0)


def test_every_purpose_has_a_pattern_of_its_own() -> None:
    purposes = ("find", "close", "care", "lead", "support")
    drawn = [tuple(without_colour([Bar(CARD, f"{purpose}_solid", 8.0)])) for purpose in purposes]
    assert len(set(drawn)) == len(purposes)
    assert all(CARD.holds(extents(shapes)) for shapes in drawn)


def test_what_is_no_bar_stays_and_tints_become_solid() -> None:
    label, tint = Label("Ada", Point(0.0, 0.0), 10.0, "text_1"), Box(CARD, "find_tint", opacity=0.5)
    assert tuple(without_colour([label, tint])) == (label, Box(CARD, "find_tint"))


def test_paper_without_colour_has_none() -> None:
    colours = black_theme().colours
    assert colours.keys() == theme(ThemeName.PRINT).colours.keys()
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours.values())
    assert {colours["find_tint"], colours["find_text"]} == {"#FFFFFF", "#000000"}
