"""A chart as a handful of lists of little blocks: for the minimap and other pictures no larger than a stamp."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.light import DIMMED
from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.colouring import Colouring
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

LEAST = 1.0
"""No block is smaller than one px."""
FRAMES = {Kind.SEGMENT: "frame_segment", Kind.POD: "frame_pod"}


@dataclass(frozen=True, slots=True)
class Fit:
    """How a part of the chart lies in a small picture."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def shown(self, rect: Rect, least: float = 0.0) -> QRectF:
        """Where a rectangle of the chart is in the picture."""
        width, height = max(rect.width * self.scale, least), max(rect.height * self.scale, least)
        return QRectF(self.x + rect.x * self.scale, self.y + rect.y * self.scale, width, height)

    def to_chart(self, x: float, y: float) -> Point:
        """The spot of the chart under a spot of the picture."""
        return Point((x - self.x) / self.scale, (y - self.y) / self.scale)


def fitted(part: Rect, width: float, height: float, margin: float = 0.0) -> Fit:
    """The part as large as it fits into the middle of a picture."""
    room_x, room_y = width - 2 * margin, height - 2 * margin
    scale = min(room_x / max(part.width, 1.0), room_y / max(part.height, 1.0))
    x = margin + (room_x - part.width * scale) / 2 - part.x * scale
    y = margin + (room_y - part.height * scale) / 2 - part.y * scale
    return Fit(scale, x, y)


@dataclass(frozen=True, slots=True)
class Coloured:
    """Where everything stands, and what colours it wears."""

    layout: Layout
    colouring: Colouring


def paint_blocks(
    painter: QPainter, paints: Paints, chart: Coloured, fit: Fit, clear: frozenset[Key] | None = None
) -> None:
    """Frames and cards in their colours; what is not ``clear`` is dimmed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(NO_BRUSH)
    for key, rect in sorted(chart.layout.frames.items(), key=lambda item: -item[1].width * item[1].height):
        painter.setOpacity(1.0 if clear is None or key in clear else DIMMED)
        painter.setPen(paints.hairline("line"))
        painter.setBrush(paints.brush(FRAMES[key.kind]))
        painter.drawRect(fit.shown(rect))
    painter.setPen(NO_PEN)
    for (is_dimmed, ink), rects in sorted(_coats(chart, fit, clear).items(), reverse=True):
        painter.setOpacity(DIMMED if is_dimmed else 1.0)
        painter.setBrush(paints.brush(ink))
        painter.drawRects(rects)
    painter.setOpacity(1.0)


def paint_spots(painter: QPainter, paints: Paints, fit: Fit, rooms: Iterable[tuple[Ink, Rect]], size: float) -> None:
    """Marks of one size on what is found or wrong, with a rim of the ground around each."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(paints.hairline("card"))
    for ink, rect in rooms:
        centre = fit.shown(rect).center()
        painter.setBrush(paints.brush(ink))
        painter.drawEllipse(centre, size / 2, size / 2)


def _coats(chart: Coloured, fit: Fit, clear: frozenset[Key] | None) -> dict[tuple[bool, Ink], list[QRectF]]:
    coats: dict[tuple[bool, Ink], list[QRectF]] = {}
    for key, ink in _inks(chart):
        is_dimmed = clear is not None and key not in clear
        coats.setdefault((is_dimmed, ink), []).append(fit.shown(chart.layout.cards[key], LEAST))
    return coats


def _inks(chart: Coloured) -> Iterator[tuple[Key, Ink]]:
    family = chart.colouring.family
    for key in chart.layout.cards:
        ink = f"{family(SeatId(key.id))}_solid" if key.kind is Kind.SEAT else "line_strong"
        yield key, "line_strong" if ink == "none_solid" else ink
