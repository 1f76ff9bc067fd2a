"""Everything of a card but its words, as a small picture: cards of one purpose and state share it.

Painting a rounded, bordered, shadowed ground takes ten times as long as putting down a picture of it.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import whole
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing.shapes import Label, Shape, draw
from salesorg_gui.layout.geometry import Point

RIM = 8.0
"""Room for the shadow around a card, in px of the chart."""
KEPT, KEPT_CARDS = 400, 20_000

type Ground = tuple[Shape, ...]
type Parts = tuple[int, tuple[Label, ...]]


class Stamps:
    """Pictures of grounds for one palette and one scale of the screen at a time."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._scale = self._ratio = 0.0
        self._numbers: dict[Ground, int] = {}
        self._grounds: list[Ground] = []
        self._pictures: dict[int, QPixmap] = {}
        self._parts: dict[int, tuple[tuple[Shape, ...], Parts]] = {}

    def paint(self, painter: QPainter, pen: QtPen, shapes: tuple[Shape, ...], at: Point, size: Point) -> None:
        """A card from its corner: the ground on whole pixels, the words over it."""
        ground, words = self._split(shapes)
        transform = painter.worldTransform()
        ratio = painter.device().devicePixelRatio()
        picture = self._picture(ground, size, transform.m11() * ratio, ratio)
        corner = transform.map(QPointF(at.x - RIM, at.y - RIM))
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(QPointF(whole(corner.x() * ratio) / ratio, whole(corner.y() * ratio) / ratio), picture)
        painter.setWorldMatrixEnabled(True)
        painter.translate(at.x, at.y)
        for label in words:
            pen.label(label)
        painter.translate(-at.x, -at.y)

    def _split(self, shapes: tuple[Shape, ...]) -> Parts:
        """The number of the ground, and the words; told apart once for each drawing of a card.

        What is kept holds on to the drawing, so that no other one can take its identity.
        """
        kept = self._parts.get(id(shapes))
        if kept is not None:
            return kept[1]
        if len(self._parts) > KEPT_CARDS:
            self._parts.clear()
        ground = tuple(shape for shape in shapes if not isinstance(shape, Label))
        if ground not in self._numbers:
            self._numbers[ground] = len(self._grounds)
            self._grounds.append(ground)
        parts = self._numbers[ground], tuple(shape for shape in shapes if isinstance(shape, Label))
        self._parts[id(shapes)] = (shapes, parts)
        return parts

    def _picture(self, ground: int, size: Point, scale: float, ratio: float) -> QPixmap:
        if (scale, ratio) != (self._scale, self._ratio) or len(self._pictures) > KEPT:
            self._pictures.clear()
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
