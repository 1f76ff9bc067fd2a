"""A hand at the whole window: real events to the canvas, drags out of the palette, clicks by name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from salesorg_gui.canvas.showing import Edge, port_spot
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.panels.palette_entries import EntryKind
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Works a window as a person would."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.canvas = window, window.surface.canvas

    @property
    def session(self) -> Session:
        """The open document."""
        return self.canvas.session

    def rect(self, key: Key) -> Rect:
        """Where a card or frame stands on the chart."""
        rect = self.canvas.picture.layout.rect(key)
        assert rect is not None, f"{key} is not shown"
        return rect

    def on_screen(self, spot: Point) -> QPoint:
        """A spot of the chart as a pixel of the canvas."""
        return self.canvas.to_viewport(spot).toPoint()

    def drop_from_palette(self, kind: EntryKind, value: str, spot: Point) -> None:
        """Drag a row of the palette onto a spot of the chart."""
        rows = self.window.surface.palette.list.rows
        index = rows.find(kind, value)
        assert index.isValid(), value
        self.drop(rows.mimeData([index]), self.on_screen(spot))

    def drop(self, carried: QMimeData, at: QPoint, *, lets_go: bool = True) -> None:
        """Bring a drag in at the rim, carry it to a pixel, let go."""
        port = self.canvas.viewport()
        QApplication.sendEvent(port, QDragEnterEvent(QPointF(4, 4), COPY, carried, LEFT, NO_KEYS))
        for spot in (QPoint(30, 30), at, at + QPoint(1, 0), at):
            QApplication.sendEvent(port, QDragMoveEvent(QPointF(spot), COPY, carried, LEFT, NO_KEYS))
        if lets_go:
            QApplication.sendEvent(port, QDropEvent(QPointF(at), COPY, carried, LEFT, NO_KEYS))

    def drag(self, start: Point, end: Point, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press, move in steps, let go."""
        port, a, b = self.canvas.viewport(), self.on_screen(start), self.on_screen(end)
        QTest.mouseMove(port, a)
        QTest.mousePress(port, LEFT, keys, a)
        for part in (0.1, 0.4, 0.8, 1.0):
            QTest.mouseMove(port, a + (b - a) * part)
        QTest.mouseMove(port, b)
        QTest.mouseRelease(port, LEFT, keys, b)

    def pull(self, card: Key, edge: Edge, onto: Key) -> None:
        """Hover a card, take the port at its edge, pull it onto another card."""
        port = self.canvas.viewport()
        QTest.mouseMove(port, self.on_screen(self.rect(card).centre))
        self.drag(port_spot(self.rect(card), edge), self.rect(onto).centre)

    def click(self, key: Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click a card or frame."""
        rect = self.rect(key)
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, self.on_screen(Point(rect.x + 30, rect.y + 12)))

    def trigger(self, action: str) -> None:
        """Choose an action of the menus."""
        self.window.actions_table[action].trigger()

    def settle(self) -> None:
        """Let Qt catch up."""
        QApplication.processEvents()


def answer(button: str, then: Callable[[], None] = lambda: None) -> None:
    """Press a button of the dialog that is about to come up."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), "no dialog came up"
        found = dialog.findChild(QPushButton, button)
        assert isinstance(found, QPushButton), button
        then()
        QTest.mouseClick(found, LEFT)

    QTimer.singleShot(50, press)


def leave(widget: QWidget) -> None:
    """Let the keyboard leave a field."""
    widget.clearFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
