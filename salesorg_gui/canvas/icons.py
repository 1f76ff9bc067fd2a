"""The icons of the path table as Qt paths on their grid of 24."""

import json
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from salesorg_gui.resources import resource

GRID = 24.0
STROKE = 1.5 / 16
"""Line width as a share of the icon's size."""

type Command = list[float | str]


@cache
def _table() -> Mapping[str, list[list[Command]]]:
    found: Mapping[str, list[list[Command]]] = json.loads(resource("icons", "icons.json").read_text("utf-8"))
    return found


@cache
def icon_path(name: str) -> QPainterPath:
    """The lines of an icon; shared, so nobody may change it."""
    path = QPainterPath()
    for subpath in _table()[name]:
        for command in subpath:
            _follow(path, command)
    return path


def _follow(path: QPainterPath, command: Command) -> None:
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
