"""The dotted paper under the chart."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.paints import NO_PEN, Paints

PITCH = 24.0
LEAST_PITCH = 16.0
RADIUS = 1.0


class Dots:
    """Paints a dot every 24 px of the chart; seen from afar only every second, fourth ... one."""

    def __init__(self, paints: Paints) -> None:
        self._paints = paints
        self._tiles: dict[tuple[int, float], QPixmap] = {}

    def paint(self, painter: QPainter, camera: Camera, area: QRectF, ratio: float) -> None:
        """Fill the area with paper and dots."""
        painter.fillRect(area, self._paints.brush("canvas"))
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
