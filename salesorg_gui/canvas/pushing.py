"""Pushing along what is on the screen already: then only the strip that comes into sight has to be put there."""

from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import Camera


def push_along(port: QWidget, before: Camera, after: Camera) -> bool:
    """Move all that a widget shows from one camera to the next; whether that comes to the same as painting it anew.

    Qt knows what of it was still to be painted, and paints anew what lay under widgets that stand on or over this one;
    they stay where they are.
    """
    way = before.way_to(after, port.devicePixelRatioF())
    if way is None:
        return False
    port.scroll(*way, port.rect())
    return True
