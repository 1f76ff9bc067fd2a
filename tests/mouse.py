"""A mouse at a chart view: real events to its viewport, in spots of the chart."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.canvas.gestures.gesture import Staging
from salesorg_gui.canvas.showing import Edge, port_spot
from salesorg_gui.canvas.view import ChartView, mime_type
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.geometry import Point, Rect

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
COPY = Qt.DropAction.CopyAction


def seat(name: str) -> Key:
    """The key of a seat."""
    return Key(Kind.SEAT, name)


def pod(name: str) -> Key:
    """The key of a pod."""
    return Key(Kind.POD, name)


class Mouse:
    """Presses, moves and lets go; ``said`` are the notes the view gave out."""

    def __init__(self, view: ChartView) -> None:
        self.view, self.port = view, view.viewport()
        self.said: list[str] = []
        view.status.connect(self.said.append)

    def staging(self) -> Staging:
        """What is shown of the gesture."""
        return self.view._layers.showing.staging  # noqa: SLF001 -- what the layers were given is what is seen

    def rect(self, key: Key) -> Rect:
        """Where a card or frame stands."""
        rect = self.view.picture.layout.rect(key)
        assert rect is not None, key
        return rect

    def on(self, key: Key, dx: float = 0.0, dy: float = 0.0) -> Point:
        """The middle of a card or frame, or a spot that far from it."""
        centre = self.rect(key).centre
        return Point(centre.x + dx, centre.y + dy)

    def px(self, spot: Point) -> QPoint:
        """A spot of the chart in px of the viewport."""
        return self.view.to_viewport(spot).toPoint()

    def press(self, spot: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Put the left button down."""
        QTest.mousePress(self.port, LEFT, keys, self.px(spot))

    def move(self, spot: Point) -> None:
        """Go there."""
        QTest.mouseMove(self.port, self.px(spot))

    def release(self, spot: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Let the left button go."""
        QTest.mouseRelease(self.port, LEFT, keys, self.px(spot))

    def click(self, spot: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and let go."""
        QTest.mouseClick(self.port, LEFT, keys, self.px(spot))

    def carry(self, start: Point, end: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and go there, holding on."""
        self.press(start, keys)
        for part in (0.3, 0.7, 1.0):
            self.move(Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part))

    def drag(self, start: Point, end: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Carry something and let go of it."""
        self.carry(start, end, keys)
        self.release(end, keys)

    def take_port(self, card: Key, edge: Edge) -> Point:
        """Hover a card until its ports show, and say where one of them is.

        In two steps: a pointer that is on the spot already, from the test before, does not move.
        """
        self.move(self.on(card, dx=-4))
        self.move(self.on(card))
        return port_spot(self.rect(card), edge)

    def wheel(self, at: QPoint, turn: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Turn the wheel over a px of the viewport; 120 is one notch."""
        spot, none = QPointF(at), Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(spot, QPointF(self.port.mapToGlobal(at)), QPoint(), turn, none, keys, phase, False)
        QApplication.sendEvent(self.port, event)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Strike a key."""
        QTest.keyClick(self.view, key, keys)


class PaletteDrag:
    """A row of the palette on its way to a view."""

    def __init__(self, mouse: Mouse, kind: str, value: str) -> None:
        self._mouse, self._port = mouse, mouse.port
        self._data = QMimeData()
        self._data.setData(mime_type(kind), value.encode())

    def enter(self) -> bool:
        """Come in at the rim; whether the view wants it."""
        event = QDragEnterEvent(QPointF(5, 5), COPY, self._data, LEFT, PLAIN)
        QApplication.sendEvent(self._port, event)
        return event.isAccepted()

    def move(self, spot: Point) -> None:
        """Go there."""
        event = QDragMoveEvent(QPointF(self._mouse.px(spot)), COPY, self._data, LEFT, PLAIN, QEvent.Type.DragMove)
        QApplication.sendEvent(self._port, event)

    def leave(self) -> None:
        """Go out again."""
        QApplication.sendEvent(self._port, QDragLeaveEvent())

    def drop(self, spot: Point) -> None:
        """Let go there."""
        self.enter()
        self.move(spot)
        event = QDropEvent(QPointF(self._mouse.px(spot)), COPY, self._data, LEFT, PLAIN)
        QApplication.sendEvent(self._port, event)
