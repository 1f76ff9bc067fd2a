"""The pages of a document on the screen, turned, scrolled and sized by keys, wheel and hand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.panels.look import Look
from salesorg_gui.window.printing.page_surface import Fit, PageSurface

TURNS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class PageView(PageSurface):
    """Listens to keys while it has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._held: QPoint | None = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key in TURNS:
            self.turn(self.number + TURNS[key])
        elif key is Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turn(self.number + 1)
        elif key is Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turn(self.number - 1)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.step_zoom(-1 if key is Qt.Key.Key_Minus else 1)
        elif key is Qt.Key.Key_0:
            self.zoom_to(1.0)
        elif key is Qt.Key.Key_9:
            self.zoom_to(Fit.PAGE)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        by, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(by)
        elif by < 0 and bar.value() == bar.maximum():
            self.turn(self.number + 1)
        elif by > 0 and bar.value() == bar.minimum():
            self.turn(self.number - 1)
        else:
            super().wheelEvent(event)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            spot = event.position().toPoint()
            self._scroll_by(self._held - spot)
            self._held = spot

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def _scroll_by(self, way: QPoint) -> None:
        for bar, by in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(bar.value() + by)
