"""How far shapes reach: for whoever shows a part of a drawing."""

from collections.abc import Iterable

from salesorg_gui.drawing.measure import SLACK, width
from salesorg_gui.drawing.shapes import Align, Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import around

ASCENT, DESCENT = 0.97, 0.25
"""How far Inter reaches above and below its baseline, as parts of its size."""


def extent(shape: Shape) -> Rect:  # noqa: C901 -- one case a shape
    """The smallest rectangle around a shape, its stroke included."""
    match shape:
        case Box(rect=rect, stroke=stroke):
            return rect.grown(_half(stroke))
        case Bar() | Hatch():
            return shape.rect
        case Label():
            return _line(shape)
        case Icon(at=at, size=size):
            return Rect(at.x, at.y, size, size).grown(size / 24)
        case Dot(centre=centre, radius=radius, stroke=stroke):
            return Rect(centre.x, centre.y, 0.0, 0.0).grown(radius + _half(stroke))
        case Wire():
            return _points(shape.points).grown(max(shape.stroke.width, shape.arrow if shape.head else 0.0) / 2)
        case Patch():
            return _points(shape.points).grown(_half(shape.stroke))
        case Part():
            return extents(shape.shapes)


def extents(shapes: Iterable[Shape]) -> Rect:
    """The smallest rectangle around all of them."""
    return around([extent(shape) for shape in shapes])


def _half(stroke: Stroke | None) -> float:
    return stroke.width / 2 if stroke is not None else 0.0


def _points(points: Iterable[Point]) -> Rect:
    return around([Rect(point.x, point.y, 0.0, 0.0) for point in points])


def _line(label: Label) -> Rect:
    wide = width(label.text, label.size, label.weight, label.tracking) * SLACK
    shift = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[label.align]
    top = label.baseline.y - ASCENT * label.size
    return Rect(label.baseline.x - shift, top, wide, (ASCENT + DESCENT) * label.size)
