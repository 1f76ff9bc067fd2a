"""Draws shapes as SVG: for slides, web pages and further work in a drawing program."""

import math
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from salesorg_gui.drawing.shapes import (
    Align,
    Bar,
    Box,
    Dot,
    Hatch,
    Icon,
    Label,
    Part,
    Patch,
    Shape,
    Stroke,
    Weight,
    Wire,
    draw,
)
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.exchange.pdf_pen import KAPPA, midway, towards
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.resources import icon_table

WEIGHTS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}
ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}


class SvgPen:
    """A pen that collects elements; units are px at 100 %."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._clips = 0
        self.elements: list[str] = []

    def box(self, box: Box) -> None:
        self._element(
            "rect",
            *_place(box.rect),
            f'rx="{_n(box.radius)}"',
            self._filled(box.fill, box.opacity),
            self._stroked(box.stroke),
        )

    def bar(self, bar: Bar) -> None:
        clip = self._clip(bar.rect, bar.radius)
        rect = Rect(bar.rect.x, bar.rect.y, bar.width, bar.rect.height)
        if bar.hollow:
            inner = Rect(rect.x + bar.width / 4, rect.y + bar.width, bar.width / 2, rect.height - 2 * bar.width)
            self._element("rect", *_place(inner), clip, 'fill="none"', self._stroked(Stroke(bar.fill)))
        else:
            self._element("rect", *_place(rect), clip, self._filled(bar.fill))

    def label(self, label: Label) -> None:
        self.elements.append(
            f'<text x="{_n(label.baseline.x)}" y="{_n(label.baseline.y)}" font-size="{_n(label.size)}" '
            f'font-weight="{WEIGHTS[label.weight]}" text-anchor="{ANCHORS[label.align]}" '
            f'letter-spacing="{_n(label.tracking * label.size)}" {self._filled(label.ink)}>{escape(label.text)}</text>'
        )

    def icon(self, icon: Icon) -> None:
        scale = icon.size / 24
        data = " ".join(
            str(command) + " ".join(_n(float(number)) for number in numbers)
            for subpath in icon_table()[icon.name]
            for command, *numbers in subpath
        )
        stroke = f'stroke="{self._theme.colour(icon.ink)}" stroke-width="{_n(1.5 * 24 / 16)}"'
        self._element(
            "path",
            f'd="{data}"',
            f'transform="translate({_n(icon.at.x)} {_n(icon.at.y)}) scale({_n(scale)})"',
            f'fill="none" {stroke} stroke-linecap="round" stroke-linejoin="round"',
        )

    def wire(self, wire: Wire) -> None:
        self._element("path", f'd="{_rounded(wire)}"', 'fill="none"', self._stroked(wire.stroke))
        if wire.head:
            self._head(wire)

    def hatch(self, hatch: Hatch) -> None:
        rect = hatch.rect
        starts = (rect.x + n * hatch.pitch for n in range(math.ceil((rect.width + rect.height) / hatch.pitch)))
        data = " ".join(f"M{_n(x)} {_n(rect.y)}L{_n(x - rect.height)} {_n(rect.bottom)}" for x in starts)
        faded = f'stroke-opacity="{_n(hatch.opacity)}"'
        stroke = self._stroked(Stroke(hatch.ink, hatch.width))
        self._element("path", f'd="{data}"', self._clip(rect, hatch.radius), stroke, faded)

    def dot(self, dot: Dot) -> None:
        centre = f'cx="{_n(dot.centre.x)}" cy="{_n(dot.centre.y)}" r="{_n(dot.radius)}"'
        self._element("circle", centre, self._filled(dot.fill), self._stroked(dot.stroke))

    def patch(self, patch: Patch) -> None:
        points = patch.points
        ring = (midway(points[-1], points[0]), *points, midway(points[-1], points[0]))
        self._element(
            "path",
            f'd="{_rounded(Wire(ring, Stroke("line"), patch.corner))}Z"',
            self._filled(patch.fill),
            self._stroked(patch.stroke),
        )

    def begin(self, part: Part) -> None:
        """Parts are drawn as their shapes; a picture is read by its title."""

    def end(self, part: Part) -> None:
        """Parts are drawn as their shapes."""

    def _head(self, wire: Wire) -> None:
        tip = wire.points[-1]
        back = towards(tip, wire.points[-2], wire.arrow)
        dx, dy = (tip.x - back.x) / 2, (tip.y - back.y) / 2
        corners = (Point(back.x - dy, back.y + dx), tip, Point(back.x + dy, back.y - dx))
        points = " ".join(f"{_n(point.x)},{_n(point.y)}" for point in corners)
        if wire.is_filled:
            self._element("polygon", f'points="{points}"', self._filled(wire.stroke.ink))
        else:
            stroke = Stroke(wire.stroke.ink, wire.stroke.width)
            self._element("polyline", f'points="{points}"', 'fill="none"', self._stroked(stroke))

    def _clip(self, rect: Rect, radius: float) -> str:
        self._clips += 1
        name = f"clip{self._clips}"
        place = " ".join(_place(rect))
        self.elements.append(f'<clipPath id="{name}"><rect {place} rx="{_n(radius)}"/></clipPath>')
        return f'clip-path="url(#{name})"'

    def _element(self, name: str, *attributes: str) -> None:
        self.elements.append(f"<{name} {' '.join(part for part in attributes if part)}/>")

    def _filled(self, ink: str | None, opacity: float = 1.0) -> str:
        if ink is None:
            return 'fill="none"'
        faded = f' fill-opacity="{_n(opacity)}"' if opacity < 1 else ""
        return f'fill="{self._theme.colour(ink)}"{faded}'

    def _stroked(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        dash = f' stroke-dasharray="{" ".join(_n(length) for length in stroke.dash)}"' if stroke.dash else ""
        caps = ' stroke-linecap="round"' if stroke.round_caps else ""
        return f'stroke="{self._theme.colour(stroke.ink)}" stroke-width="{_n(stroke.width)}"{dash}{caps}'


def document(shapes: Iterable[Shape], bounds: Rect, theme: Theme, title: str) -> bytes:
    """A whole SVG file of everything inside ``bounds``."""
    pen = SvgPen(theme)
    draw(shapes, pen)
    view = f"{_n(bounds.x)} {_n(bounds.y)} {_n(bounds.width)} {_n(bounds.height)}"
    size = f'width="{_n(bounds.width)}" height="{_n(bounds.height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox={quoteattr(view)} font-family="Inter, sans-serif">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, f"<title>{escape(title)}</title>", *pen.elements, "</svg>"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _place(rect: Rect) -> tuple[str, ...]:
    return (
        f'x="{_n(rect.x)}"',
        f'y="{_n(rect.y)}"',
        f'width="{_n(rect.width)}"',
        f'height="{_n(rect.height)}"',
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _rounded(wire: Wire) -> str:
    points = wire.points
    parts = [f"M{_n(points[0].x)} {_n(points[0].y)}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(wire.corner, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = towards(corner, before, reach), towards(corner, after, reach)
        first, second = towards(start, corner, reach * KAPPA), towards(end, corner, reach * KAPPA)
        curve = " ".join(f"{_n(point.x)} {_n(point.y)}" for point in (first, second, end))
        parts.append(f"L{_n(start.x)} {_n(start.y)}C{curve}")
    parts.append(f"L{_n(points[-1].x)} {_n(points[-1].y)}")
    return "".join(parts)
