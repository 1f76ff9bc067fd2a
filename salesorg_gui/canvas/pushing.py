"""Pushing along what is on the screen already: then only the strip that comes into sight has to be put there."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.sheet import beyond

MANY_PIECES = 16
"""In more pieces than this it is not pushed."""


def push_along(port: QWidget, before: Camera, after: Camera) -> bool:
    """Move all that a widget shows from one camera to the next; whether that comes to the same as painting it anew.

    Qt knows what of it was still to be painted. It pushes nothing that others stand on: so all around them is pushed,
    piece by piece, and what is below them painted.
    """
    way = before.way_to(after, port.devicePixelRatioF())
    if way is None:
        return False
    below, pieces = QRegion(), [port.rect()]
    for room in _rooms_on(port):
        below += room
        pieces = [part for piece in pieces for part in beyond(piece, room)]
    if len(pieces) > MANY_PIECES:
        return False
    for piece in pieces:
        port.scroll(*way, piece)
    if not below.isEmpty():
        port.update(below)
    return True


def _rooms_on(port: QWidget) -> Iterator[QRect]:
    """Where its children stand, and its neighbours that may lie over it."""
    for child in port.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child.geometry()
    parent = port.parentWidget()
    for other in parent.children() if parent is not None else ():
        if isinstance(other, QWidget) and other is not port and other.isVisible():
            yield other.geometry().translated(-port.pos())
