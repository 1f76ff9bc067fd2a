"""The dotted paper under the chart."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.paints import NO_PEN, Paints

PITCH = 24.0
LEAST_PITCH = 16.0
RADIUS = 1.0
LEAST_SIDE = 192
"""A tile is at least so many px wide: each run of it that is put down costs as much as many px do."""


class Dots:
    """Paints a dot every 24 px of the chart; seen from afar only every second, fourth ... one."""

    def __init__(self, paints: Paints) -> None:
        self._paints = paints
        self._tiles: dict[tuple[int, float], QPixmap] = {}

    def paint(self, painter: QPainter, camera: Camera, area: QRectF, ratio: float) -> None:
        """Fill the area with paper and dots."""
        pitch = PITCH * camera.zoom
        while pitch < LEAST_PITCH:
            pitch *= 2
        tile = self._tile(round(pitch * ratio), ratio)
        side = tile.width() / ratio
        left, top = (px / ratio for px in camera.corner(ratio))
        offset = QPointF((left + area.x()) % side, (top + area.y()) % side)
        painter.drawTiledPixmap(area, tile, offset)

    def _tile(self, side: int, ratio: float) -> QPixmap:
        found = self._tiles.get((side, ratio))
        if found is None:
            found = self._tiles[side, ratio] = self._painted(side, ratio)
        return found

    def _painted(self, side: int, ratio: float) -> QPixmap:
        """Paper with several dots each way: laid on by the dozen, it is covered at once."""
        dot, times = self._dot(side, ratio), ceil(LEAST_SIDE / side)
        tile = QPixmap(side * times, side * times)
        tile.setDevicePixelRatio(ratio)
        with QPainter(tile) as painter:
            room = QRectF(0, 0, tile.width() / ratio, tile.height() / ratio)
            painter.fillRect(room, self._paints.brush("canvas"))
            painter.drawTiledPixmap(room, dot)
        return tile

    def _dot(self, side: int, ratio: float) -> QPixmap:
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        tile.setDevicePixelRatio(ratio)
        with QPainter(tile) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(NO_PEN)
            painter.setBrush(self._paints.brush("canvas_dot"))
            middle = side / ratio / 2
            painter.drawEllipse(QPointF(middle, middle), RADIUS, RADIUS)
        return tile
