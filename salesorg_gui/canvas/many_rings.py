"""The rings of thousands of selected things: those in sight, in one call."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.paints import NO_BRUSH, Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Rect

MANY = 300
"""From so many on a ring is a plain rectangle: among so many nobody looks at the corners of one."""
WIDTH = 2.0


def paint_many(painter: QPainter, paints: Paints, picture: Picture, camera: Camera, keys: Iterable[Key]) -> None:
    """A ring around each of them that is in sight; the painter speaks in px of the screen."""
    window = painter.window()
    screen = Rect(-WIDTH, -WIDTH, window.width() + 2 * WIDTH, window.height() + 2 * WIDTH)
    zoom, left, top = camera.zoom, camera.x, camera.y
    rings: list[QRectF] = []
    for key in keys:
        rect = picture.layout.rect(key)
        if rect is None:
            continue
        x, y = (rect.x - left) * zoom, (rect.y - top) * zoom
        width, height = rect.width * zoom, rect.height * zoom
        if x < screen.right and y < screen.bottom and x + width > screen.x and y + height > screen.y:
            rings.append(QRectF(x, y, width, height))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(paints.colour("accent"), min(WIDTH, max(1.0, zoom * 8))))
    painter.setBrush(NO_BRUSH)
    painter.drawRects(rings)
    painter.restore()
