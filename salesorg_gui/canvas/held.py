"""What a hand holds, painted once and put down wherever the hand goes: a deep shadow takes long to paint."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import Camera, whole
from salesorg_gui.canvas.gestures.gesture import Ghost
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import radius_of
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import RADIUS, detail_at
from salesorg_gui.drawing.frames import SEGMENT_RADIUS
from salesorg_gui.drawing.shapes import Box, Shape, draw
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import around

HELD = 0.92
RIM = 40.0
"""Room for the shadow around what is held, in px of the chart."""
MOST_PX = 6_000_000
"""What would be larger is painted on the spot."""

type Look = tuple[float, float, tuple[tuple[float, float, tuple[Shape, ...]], ...]]


class Held:
    """Paints ghosts; keeps the picture of the last ones while they look the same."""

    def __init__(self, picture: Picture, palette: Palette) -> None:
        self._picture, self._palette = picture, palette
        self._look: Look | None = None
        self._painted = QPixmap()

    def paint(self, painter: QPainter, camera: Camera, ghosts: tuple[Ghost, ...]) -> None:
        """The ghosts where the hand has them."""
        if not ghosts:
            self._look = None
            return
        ratio, zoom = painter.device().devicePixelRatio(), camera.zoom
        room = around([ghost.rect for ghost in ghosts]).grown(RIM)
        at = camera.to_screen(Point(room.x, room.y))
        corner = QPointF(whole(at.x * ratio) / ratio, whole(at.y * ratio) / ratio)
        if room.width * room.height * (zoom * ratio) ** 2 > MOST_PX:
            painter.save()
            painter.translate(corner)
            painter.scale(zoom, zoom)
            painter.setOpacity(HELD)
            self._draw(painter, ghosts, room)
            painter.restore()
            return
        self._keep(ghosts, room, zoom, ratio)
        painter.setOpacity(HELD)
        painter.drawPixmap(corner, self._painted)
        painter.setOpacity(1.0)

    def _keep(self, ghosts: tuple[Ghost, ...], room: Rect, zoom: float, ratio: float) -> None:
        parts = ((ghost.rect.x - room.x, ghost.rect.y - room.y, self._shapes(ghost, zoom)) for ghost in ghosts)
        look = (zoom, ratio, tuple(parts))
        if look == self._look:
            return
        scale = zoom * ratio
        self._look = look
        self._painted = QPixmap(int(room.width * scale) + 2, int(room.height * scale) + 2)
        self._painted.setDevicePixelRatio(ratio)
        self._painted.fill(Qt.GlobalColor.transparent)
        with QPainter(self._painted) as painter:
            painter.scale(zoom, zoom)
            self._draw(painter, ghosts, room)

    def _draw(self, painter: QPainter, ghosts: Iterable[Ghost], room: Rect) -> None:
        pen = QtPen(painter, self._palette)
        zoom = painter.worldTransform().m11()
        for ghost in ghosts:
            painter.save()
            painter.translate(ghost.rect.x - room.x, ghost.rect.y - room.y)
            draw(_lifted(ghost, self._shapes(ghost, zoom)), pen)
            painter.restore()

    def _shapes(self, ghost: Ghost, zoom: float) -> tuple[Shape, ...]:
        if ghost.key is None:
            return ghost.shapes
        return self._picture.sketch(ghost.key, detail_at(zoom)).shapes


def _lifted(ghost: Ghost, shapes: tuple[Shape, ...]) -> Iterable[Shape]:
    """The card with the shadow of something held and the accent's ring; frames inside frames as they are."""
    if not shapes or ghost.is_inner:
        return shapes
    rect = Rect(0.0, 0.0, ghost.rect.width, ghost.rect.height)
    radius = radius_of(ghost.key) if ghost.key is not None else _offered_radius(rect)
    first = shapes[0]
    if isinstance(first, Box):
        shapes = (first._replace(shadow="held", fill=first.fill or "card", opacity=1.0), *shapes[1:])
    return (*shapes, *marks.selected(rect, radius))


def _offered_radius(rect: Rect) -> float:
    """Cards from the palette are as round as cards, frames as frames."""
    return RADIUS if rect.height < 2 * SEGMENT_RADIUS + 48 else SEGMENT_RADIUS
