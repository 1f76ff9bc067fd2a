"""Shapes somewhere else: for pens that cannot move their paper."""

from collections.abc import Iterable
from dataclasses import replace

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Wire
from salesorg_gui.layout.geometry import Point


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """The same shapes, ``dx`` to the right and ``dy`` down."""
    if not dx and not dy:
        return tuple(shapes)
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    def there(point: Point) -> Point:
        return Point(point.x + dx, point.y + dy)

    match shape:
        case Box() | Bar() | Hatch():
            return replace(shape, rect=shape.rect.moved(dx, dy))
        case Label(text, baseline, size, ink, weight, align, tracking, goes_on):
            # By far the most frequent: made directly, in a quarter of the time of a replacement.
            return Label(text, there(baseline), size, ink, weight, align, tracking, goes_on)
        case Part(role, inside, text):
            return Part(role, moved(inside, dx, dy), text)
        case Icon():
            return replace(shape, at=there(shape.at))
        case Dot():
            return replace(shape, centre=there(shape.centre))
        case Wire() | Patch():
            return replace(shape, points=tuple(map(there, shape.points)))
