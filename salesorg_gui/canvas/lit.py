"""Paints the rings round what was found, as wide on the screen at every zoom."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints, rounded_wire
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.showing import Showing, radius_of
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.shapes import Wire
from salesorg_gui.layout.geometry import Rect

BAND, OUTLINE = 4.0, 1.5
"""The tint around a card and the accent around that."""
AFAR = 2.0
LEAST_BLOCK = 5.0
"""From very far a found card is a block of the accent, at least so large on the screen."""
WIRE = 7.0


def paint_lit(painter: QPainter, paints: Paints, picture: Picture, showing: Showing, seen: Rect) -> None:
    """Mark the found things in sight; the painter speaks in coordinates of the chart."""
    zoom = painter.worldTransform().m11()
    lit, detail = showing.light.lit, detail_at(zoom)
    painter.save()
    painter.setOpacity(1.0)
    _wires(painter, paints, picture, [key for key in lit if key.kind in EDGE_KINDS])
    rooms = [(key, rect) for key in lit - showing.staging.carried if (rect := _room(picture, showing, key))]
    rooms = [(key, rect) for key, rect in rooms if rect.meets(seen)]
    cards = [rect for key, rect in rooms if key in picture.layout.cards]
    match detail:
        case Detail.BLOCK:
            _blocks(painter, paints, cards, zoom)
        case Detail.FAR:
            _outlines(painter, paints, cards)
        case _:
            _rings(painter, paints, rooms, zoom)
    if detail in {Detail.FAR, Detail.BLOCK}:
        _rings(painter, paints, [(key, rect) for key, rect in rooms if key in picture.layout.frames], zoom)
    painter.restore()


def _room(picture: Picture, showing: Showing, key: Key) -> Rect | None:
    rect = picture.layout.rect(key)
    if rect is None:
        return None
    shift = showing.shifts.get(key) or showing.staging.landing.parted.get(key)
    return rect.moved(*shift) if shift else rect


def _rings(painter: QPainter, paints: Paints, rooms: Sequence[tuple[Key, Rect]], zoom: float) -> None:
    painter.setBrush(NO_BRUSH)
    for ink, width, out in (("accent_tint", BAND, BAND / 2), ("accent", OUTLINE, BAND + OUTLINE / 2)):
        painter.setPen(_cosmetic(paints, ink, width))
        for key, rect in rooms:
            ring, corner = rect.grown(out / zoom), radius_of(key) + out / zoom
            painter.drawRoundedRect(QRectF(*_sides(ring)), corner, corner)


def _outlines(painter: QPainter, paints: Paints, cards: Sequence[Rect]) -> None:
    painter.setBrush(NO_BRUSH)
    painter.setPen(_cosmetic(paints, "accent", AFAR))
    painter.drawRects([QRectF(*_sides(rect)) for rect in cards])


def _blocks(painter: QPainter, paints: Paints, cards: Sequence[Rect], zoom: float) -> None:
    """Cards too small for a ring."""
    painter.setPen(NO_PEN)
    painter.setBrush(paints.brush("accent"))
    least = LEAST_BLOCK / zoom
    grown = (rect.grown(max(0.0, (least - rect.height) / 2)) for rect in cards)
    painter.drawRects([QRectF(*_sides(rect)) for rect in grown])


def _wires(painter: QPainter, paints: Paints, picture: Picture, edges: Sequence[Key]) -> None:
    """A band of the accent, seen through, over each way."""
    painter.setPen(paints.line("accent", WIRE, 0.35))
    painter.setBrush(NO_BRUSH)
    wires = (shape for key in edges for shape in picture.sketch(key).shapes if isinstance(shape, Wire))
    for wire in wires:
        painter.drawPath(rounded_wire(wire.points, wire.corner))


def _cosmetic(paints: Paints, ink: str, width: float) -> QPen:
    pen = QPen(paints.colour(ink), width)
    pen.setCosmetic(True)
    return pen


def _sides(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.width, rect.height
