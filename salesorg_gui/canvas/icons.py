"""The icons of the path table as Qt paths on their grid of 24."""

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from salesorg_gui.resources import IconCommand, icon_table

GRID = 24.0
STROKE = 1.5 / 16
"""Line width as a share of the icon's size."""


@cache
def icon_path(name: str) -> QPainterPath:
    """The lines of an icon; shared, so nobody may change it."""
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
