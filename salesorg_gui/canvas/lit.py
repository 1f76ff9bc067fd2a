"""Paints the rings round what was found, and round what a finding speaks of, as wide on the screen at every zoom."""

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
from salesorg_gui.values import dataclass

BAND, OUTLINE = 4.0, 1.5
"""The tint around a card and the accent around that."""
AFAR = 2.0
LEAST_BLOCK = 5.0
"""From very far a found card is a block of the accent, at least so large on the screen."""
WIRE, CORE = 7.0, 2.5
"""A band over a way, and the line within it where a finding speaks of it."""

type Room = tuple[Key, Rect]


def paint_lit(painter: QPainter, paints: Paints, picture: Picture, showing: Showing, seen: Rect) -> None:
    """Mark in sight what a finding speaks of and what was found; the painter speaks in coordinates of the chart."""
    light = showing.light
    painter.save()
    painter.setOpacity(1.0)
    for keys, ink, core in ((light.concerned, light.ink, CORE), (light.lit, "accent", 0.0)):
        if keys:
            rooms = [(key, rect) for key in keys - showing.staging.carried if (rect := _room(picture, showing, key))]
            glow = _Glow(painter, paints, picture, ink, core)
            glow.wires([key for key in keys if key.kind in EDGE_KINDS])
            glow.rooms([(key, rect) for key, rect in rooms if rect.meets(seen)])
    painter.restore()


def _room(picture: Picture, showing: Showing, key: Key) -> Rect | None:
    rect = picture.layout.rect(key)
    if rect is None:
        return None
    shift = showing.shifts.get(key) or showing.staging.landing.parted.get(key)
    return rect.moved(*shift) if shift else rect


@dataclass(frozen=True, slots=True)
class _Glow:
    """Marks things in one ink. ``core`` is how wide the line within the band of a wire is; none with 0."""

    painter: QPainter
    paints: Paints
    picture: Picture
    ink: str
    core: float

    def rooms(self, rooms: Sequence[Room]) -> None:
        """Cards and frames, by how near they are."""
        cards = [rect for key, rect in rooms if key in self.picture.layout.cards]
        frames = [(key, rect) for key, rect in rooms if key in self.picture.layout.frames]
        match detail_at(self._zoom):
            case Detail.BLOCK:
                self._blocks(cards)
                self._rings(frames)
            case Detail.FAR:
                self._outlines(cards)
                self._rings(frames)
            case _:
                self._rings(rooms)

    def wires(self, edges: Sequence[Key]) -> None:
        """A band, seen through, over each way."""
        shapes = (shape for key in edges for shape in self.picture.sketch(key).shapes)
        paths = [rounded_wire(shape.points, shape.corner) for shape in shapes if isinstance(shape, Wire)]
        self.painter.setBrush(NO_BRUSH)
        pens = [self.paints.line(self.ink, WIRE, 0.35)]
        if self.core:
            pens.append(self.paints.line(self.ink, self.core, 1.0))
        for pen in pens:
            self.painter.setPen(pen)
            for path in paths:
                self.painter.drawPath(path)

    @property
    def _zoom(self) -> float:
        return self.painter.worldTransform().m11()

    def _rings(self, rooms: Sequence[Room]) -> None:
        zoom, tint = self._zoom, f"{self.ink.removesuffix('_text')}_tint"
        self.painter.setBrush(NO_BRUSH)
        for ink, width, out in ((tint, BAND, BAND / 2), (self.ink, OUTLINE, BAND + OUTLINE / 2)):
            self.painter.setPen(self._cosmetic(ink, width))
            for key, rect in rooms:
                ring, corner = rect.grown(out / zoom), radius_of(key) + out / zoom
                self.painter.drawRoundedRect(QRectF(*_sides(ring)), corner, corner)

    def _outlines(self, cards: Sequence[Rect]) -> None:
        self.painter.setBrush(NO_BRUSH)
        self.painter.setPen(self._cosmetic(self.ink, AFAR))
        self.painter.drawRects([QRectF(*_sides(rect)) for rect in cards])

    def _blocks(self, cards: Sequence[Rect]) -> None:
        """Cards too small for a ring."""
        self.painter.setPen(NO_PEN)
        self.painter.setBrush(self.paints.brush(self.ink))
        least = LEAST_BLOCK / self._zoom
        grown = (rect.grown(max(0.0, (least - rect.height) / 2)) for rect in cards)
        self.painter.drawRects([QRectF(*_sides(rect)) for rect in grown])

    def _cosmetic(self, ink: str, width: float) -> QPen:
        pen = QPen(self.paints.colour(ink), width)
        pen.setCosmetic(True)
        return pen


def _sides(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.width, rect.height
