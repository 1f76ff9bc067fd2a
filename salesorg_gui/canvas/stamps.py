"""Everything of a card but its words, as a small picture: cards of one purpose and state share it.

Painting a rounded, bordered, shadowed ground takes ten times as long as putting down a picture of it. What is painted
a second time, since somebody pans there or carries something over it, is kept with its words: so putting down a card
takes no longer than its px do.
"""

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import whole
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing.shapes import Box, Label, Shape, draw
from salesorg_gui.layout.geometry import Point

RIM = 8.0
"""Room for the shadow around a card, in px of the chart."""
KEPT, KEPT_CARDS = 400, 20_000
FACE = 4.0
"""So far from its edge a card is opaque, however round it is, and holds all of its words."""
KEPT_PX = 8_000_000
"""Faces of more px than this are not kept."""

type Ground = tuple[Shape, ...]


class Parts(NamedTuple):
    """A drawing told apart: the number of its ground, its words, and whether the ground is opaque."""

    ground: int
    words: tuple[Label, ...]
    is_opaque: bool


class Face(NamedTuple):
    """The opaque middle of a card with its words, from the corner of the ground; nothing when seen but once.

    ``phase`` is how far the card stands off the whole px its ground was put on.
    """

    phase: tuple[float, float]
    at: tuple[float, float] = (0.0, 0.0)
    picture: QPixmap | None = None


class Stamps:
    """Pictures of grounds for one palette and one scale of the screen at a time."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._scale = self._ratio = 0.0
        self._numbers: dict[Ground, int] = {}
        self._grounds: list[Ground] = []
        self._pictures: dict[int, QPixmap] = {}
        self._parts: dict[int, tuple[tuple[Shape, ...], Parts]] = {}
        self._faces: dict[int, Face] = {}
        self._px = 0

    def paint(self, painter: QPainter, pen: QtPen, shapes: tuple[Shape, ...], at: Point, size: Point) -> None:
        """A card from its corner: the ground on whole pixels, the words over it."""
        parts = self._split(shapes)
        transform = painter.worldTransform()
        ratio = painter.device().devicePixelRatio()
        picture = self._picture(parts.ground, size, transform.m11() * ratio, ratio)
        corner = transform.map(QPointF(at.x - RIM, at.y - RIM))
        x, y = whole(corner.x() * ratio) / ratio, whole(corner.y() * ratio) / ratio
        face = None
        if parts.is_opaque and painter.opacity() == 1.0 and ratio.is_integer():  # else letters stand between px
            face = self._face(shapes, size, (round(corner.x() - x, 6), round(corner.y() - y, 6)))
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(QPointF(x, y), picture)
        if face is not None and face.picture is not None:
            painter.drawPixmap(QPointF(x + face.at[0], y + face.at[1]), face.picture)
        painter.setWorldMatrixEnabled(True)
        if face is None or face.picture is None:
            _write(painter, pen, parts.words, at)

    def _face(self, shapes: tuple[Shape, ...], size: Point, phase: tuple[float, float]) -> Face:
        """What is kept of a card with its words; when it is painted a second time there, a picture."""
        found = self._faces.get(id(shapes))
        if found is None or found.phase != phase:
            found = self._faces[id(shapes)] = Face(phase)
        elif found.picture is None:
            if self._px > KEPT_PX:
                self._forget_faces()
            found = self._faces[id(shapes)] = self._with_words(shapes, size, phase)
        return found

    def _with_words(self, shapes: tuple[Shape, ...], size: Point, phase: tuple[float, float]) -> Face:
        parts, scale, ratio = self._split(shapes), self._scale, self._ratio
        left = top = ceil((RIM + FACE) * scale)
        right, bottom = (floor((side + RIM - FACE) * scale) for side in size)
        picture = QPixmap(max(1, right - left), max(1, bottom - top))
        picture.setDevicePixelRatio(ratio)
        self._px += picture.width() * picture.height()
        corner = left / ratio, top / ratio
        with QPainter(picture) as painter:
            painter.drawPixmap(QPointF(-corner[0], -corner[1]), self._pictures[parts.ground])
            painter.translate(phase[0] - corner[0], phase[1] - corner[1])
            painter.scale(scale / ratio, scale / ratio)
            _write(painter, QtPen(painter, self._palette), parts.words, Point(RIM, RIM))
        return Face(phase, corner, picture)

    def _split(self, shapes: tuple[Shape, ...]) -> Parts:
        """The number of the ground, and the words; told apart once for each drawing of a card.

        What is kept holds on to the drawing, so that no other one can take its identity.
        """
        kept = self._parts.get(id(shapes))
        if kept is not None:
            return kept[1]
        if len(self._parts) > KEPT_CARDS:
            self._parts.clear()
            self._forget_faces()
        ground = tuple(shape for shape in shapes if not isinstance(shape, Label))
        if ground not in self._numbers:
            self._numbers[ground] = len(self._grounds)
            self._grounds.append(ground)
        words = tuple(shape for shape in shapes if isinstance(shape, Label))
        paper = ground[0] if ground else None
        is_opaque = isinstance(paper, Box) and paper.fill is not None and paper.opacity == 1.0
        parts = Parts(self._numbers[ground], words, is_opaque)
        self._parts[id(shapes)] = (shapes, parts)
        return parts

    def _picture(self, ground: int, size: Point, scale: float, ratio: float) -> QPixmap:
        if (scale, ratio) != (self._scale, self._ratio) or len(self._pictures) > KEPT:
            self._pictures.clear()
            self._forget_faces()
            self._scale, self._ratio = scale, ratio
        found = self._pictures.get(ground)
        if found is None:
            found = self._pictures[ground] = self._painted(self._grounds[ground], size)
        return found

    def _painted(self, ground: Ground, size: Point) -> QPixmap:
        width, height = (round((side + 2 * RIM) * self._scale) + 1 for side in size)
        picture = QPixmap(width, height)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.scale(self._scale, self._scale)
            painter.translate(RIM, RIM)
            draw(ground, QtPen(painter, self._palette))
        picture.setDevicePixelRatio(self._ratio)
        return picture

    def _forget_faces(self) -> None:
        self._faces.clear()
        self._px = 0


def _write(painter: QPainter, pen: QtPen, words: tuple[Label, ...], at: Point) -> None:
    painter.translate(at.x, at.y)
    for label in words:
        pen.label(label)
    painter.translate(-at.x, -at.y)
