"""Shapes somewhere else: for pens that cannot move their paper."""

from collections.abc import Iterable
from dataclasses import replace

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Wire
from salesorg_gui.layout.geometry import Point


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """The same shapes, ``dx`` to the right and ``dy`` down."""
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    def there(point: Point) -> Point:
        return Point(point.x + dx, point.y + dy)

    match shape:
        case Box() | Bar() | Hatch():
            return replace(shape, rect=shape.rect.moved(dx, dy))
        case Label():
            return replace(shape, baseline=there(shape.baseline))
        case Icon():
            return replace(shape, at=there(shape.at))
        case Dot():
            return replace(shape, centre=there(shape.centre))
        case Wire() | Patch():
            return replace(shape, points=tuple(map(there, shape.points)))
        case Part():
            return replace(shape, shapes=moved(shape.shapes, dx, dy))
