"""Shapes smaller or larger, for a picture that was drawn for a screen and goes on paper among text."""

from collections.abc import Iterable
from dataclasses import replace

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect


def scaled(shapes: Iterable[Shape], by: float) -> tuple[Shape, ...]:
    """The same shapes ``by`` times as large, seen from the top left."""
    return tuple(_scaled(shape, by) for shape in shapes)


def _scaled(shape: Shape, by: float) -> Shape:
    match shape:
        case Label():
            size, tracking = shape.size * by, shape.tracking * by
            return shape._replace(baseline=_point(shape.baseline, by), size=size, tracking=tracking)
        case Box():
            stroke = _stroke(shape.stroke, by)
            return shape._replace(rect=_rect(shape.rect, by), stroke=stroke, radius=shape.radius * by)
        case Wire():
            points = tuple(_point(point, by) for point in shape.points)
            return shape._replace(points=points, stroke=_inked(shape.stroke, by), corner=shape.corner * by)
        case Part():
            return shape._replace(shapes=scaled(shape.shapes, by))
        case Patch():
            points, stroke = tuple(_point(point, by) for point in shape.points), _stroke(shape.stroke, by)
            return replace(shape, points=points, stroke=stroke, corner=shape.corner * by)
        case _:
            return _rarely_scaled(shape, by)


def _rarely_scaled(shape: Bar | Hatch | Icon | Dot, by: float) -> Shape:
    match shape:
        case Bar():
            return replace(shape, rect=_rect(shape.rect, by), radius=shape.radius * by, width=shape.width * by)
        case Hatch():
            radius, pitch, width = shape.radius * by, shape.pitch * by, shape.width * by
            return replace(shape, rect=_rect(shape.rect, by), radius=radius, pitch=pitch, width=width)
        case Icon():
            return replace(shape, at=_point(shape.at, by), size=shape.size * by)
        case Dot():
            stroke = _stroke(shape.stroke, by)
            return replace(shape, centre=_point(shape.centre, by), radius=shape.radius * by, stroke=stroke)


def _point(point: Point, by: float) -> Point:
    return Point(point.x * by, point.y * by)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.width * by, rect.height * by)


def _stroke(stroke: Stroke | None, by: float) -> Stroke | None:
    return None if stroke is None else _inked(stroke, by)


def _inked(stroke: Stroke, by: float) -> Stroke:
    return replace(stroke, width=stroke.width * by, dash=tuple(length * by for length in stroke.dash))
