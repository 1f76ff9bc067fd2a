"""Shapes smaller or larger."""

import pytest

from salesorg_gui.drawing.scaling import scaled
from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect

LINE, HALF = Stroke("line", 2.0, (4.0, 2.0)), Stroke("line", 1.0, (2.0, 1.0))
WHOLE, SMALL = Rect(2.0, 4.0, 8.0, 6.0), Rect(1.0, 2.0, 4.0, 3.0)
CORNERS, CLOSER = (Point(0.0, 2.0), Point(4.0, 2.0)), (Point(0.0, 1.0), Point(2.0, 1.0))


@pytest.mark.parametrize(
    ("shape", "smaller"),
    [
        (Label("a", Point(2.0, 4.0), 9.0, "line", tracking=1), Label("a", Point(1.0, 2.0), 4.5, "line", tracking=0.5)),
        (Box(WHOLE, "card", LINE, 8.0), Box(SMALL, "card", HALF, 4.0)),
        (Box(WHOLE, "card"), Box(SMALL, "card")),
        (Wire(CORNERS, LINE, 8.0), Wire(CLOSER, HALF, 4.0)),
        (Patch(CORNERS, "card", LINE, 2.0), Patch(CLOSER, "card", HALF, 1.0)),
        (Bar(WHOLE, "card", 8.0, 4.0), Bar(SMALL, "card", 4.0, 2.0)),
        (Hatch(WHOLE, "card", 8.0, 8.0, 2.0), Hatch(SMALL, "card", 4.0, 4.0, 1.0)),
        (Icon("x", Point(2.0, 4.0), 16.0, "text_1"), Icon("x", Point(1.0, 2.0), 8.0, "text_1")),
        (Dot(Point(2.0, 4.0), 6.0, "card", LINE), Dot(Point(1.0, 2.0), 3.0, "card", HALF)),
        (Part("figure", (Box(WHOLE),), "told"), Part("figure", (Box(SMALL),), "told")),
    ],
)  # fmt: skip
def test_every_shape_is_half_as_large_in_all_that_is_long_or_wide(shape: Shape, smaller: Shape) -> None:
    assert scaled([shape], 0.5) == (smaller,)


def test_shapes_as_large_as_before_are_the_same() -> None:
    assert scaled([Box(WHOLE, "card", LINE, 8.0)], 1.0) == (Box(WHOLE, "card", LINE, 8.0),)
