"""Pushing along what is on the screen already: then only the strip that comes into sight has to be put there."""

from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import Camera


def push_along(port: QWidget, before: Camera, after: Camera) -> bool:
    """Move all that a widget shows from one camera to the next; whether that comes to the same as painting it anew.

    Qt knows what of it was still to be painted, and paints anew what stood under widgets that lie over this one; its
    own children it would push along too.
    """
    way = before.way_to(after, port.devicePixelRatioF())
    if way is None or any(isinstance(child, QWidget) and child.isVisible() for child in port.children()):
        return False
    port.scroll(*way, port.rect())
    return True
