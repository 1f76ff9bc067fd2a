"""Draws the icons of the path table on the screen, sharp at every scale of the display."""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from salesorg_gui.resources import IconCommand, icon_table

GRID = 24
STROKE = 1.9
"""Line width on the grid of 24."""
SCALES = (1, 2, 3)
"""Those of all displays a window may be drawn to."""
type Shade = tuple[float, float, float, float]
KEPT = 512


@cache
def icon_path(name: str) -> QPainterPath:
    """The icon's lines on the grid; shared, so nobody may change it."""
    path = QPainterPath()
    for subpath in icon_table()[name]:
        for command in subpath:
            _follow(path, command)
    return path


def _follow(path: QPainterPath, command: IconCommand) -> None:
    numbers = [float(number) for number in command[1:]]
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    match command[0]:
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "C":
            path.cubicTo(*points)
        case _:
            path.closeSubpath()


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, stroke: float = STROKE) -> None:
    """Stroke an icon into a square of any size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


def icon_pixmap(name: str, colour: QColor, size: int, scale: float) -> QPixmap:
    """An icon as a picture for a display of that scale."""
    side = round(size * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint_icon(painter, name, QRectF(0, 0, side, side), colour)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def make_icon(name: str, colour: QColor, disabled: QColor, size: int = 16, scales: Sequence[int] = SCALES) -> QIcon:
    """An icon for a control of our style, faint where the control cannot be used; shared, so nobody may change it."""
    return _icon(name, colour.getRgbF(), disabled.getRgbF(), size, tuple(scales))


@lru_cache(KEPT)
def _icon(name: str, colour: Shade, disabled: Shade, size: int, scales: tuple[int, ...]) -> QIcon:
    icon = QIcon()
    for scale in scales:
        icon.addPixmap(icon_pixmap(name, QColor.fromRgbF(*colour), size, scale), QIcon.Mode.Normal)
        icon.addPixmap(icon_pixmap(name, QColor.fromRgbF(*disabled), size, scale), QIcon.Mode.Disabled)
    return icon


def scales_here() -> tuple[int, ...]:
    """The scales for the displays that are there now."""
    application = QGuiApplication.instance()
    sharpest = application.devicePixelRatio() if isinstance(application, QGuiApplication) else SCALES[-1]
    return tuple(scale for scale in SCALES if scale <= ceil(sharpest)) or SCALES


def icon_size(size: int = 16) -> QSize:
    """A square."""
    return QSize(size, size)
