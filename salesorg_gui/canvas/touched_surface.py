"""What fingers do on a chart: one pans the ground or carries a card, two pan and zoom, a long press asks."""

from collections.abc import Sequence
from enum import Enum
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.keyed_surface import KeyedSurface
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.session.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QEventPoint

TOUCH_THRESHOLD = 12.0
"""How far a finger goes before that is a drag."""
LONG_MS, DOUBLE_MS = 500, 400
LEAST_SPAN = 8.0
"""Two fingers nearer to each other than this do not zoom."""
TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
PLAIN = Qt.KeyboardModifier.NoModifier


class Doing(Enum):
    """What the fingers are at."""

    NOTHING = "nothing"
    WAITING = "waiting"
    PANNING = "panning"
    CARRYING = "carrying"
    PINCHING = "pinching"


class TouchedSurface(KeyedSurface):
    """Touches never become mouse events here; both end in the same gestures of the hand."""

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, catalogue, theme, parent)
        self._doing = Doing.NOTHING
        self._first = self._finger = QPointF()
        self._pinch: tuple[QPointF, float] | None = None
        self._last_tap: tuple[int, Key | None] = (-DOUBLE_MS, None)
        self._is_long = False
        self._long = QTimer(self, interval=LONG_MS, singleShot=True)
        self._long.timeout.connect(self._press_long)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in TOUCHES:
            event.accept()
            self._touch(event)
            return True
        return super().viewportEvent(event)

    def _touch(self, event: QTouchEvent) -> None:
        points = [point for point in event.points() if point.state() is not point.State.Released]
        if event.type() is QEvent.Type.TouchCancel:
            self._give_up()
        elif event.type() is QEvent.Type.TouchEnd or not points:
            self._lift(int(event.timestamp()))
        elif len(points) > 1:
            self._two_fingers([point.position() for point in points[:2]])
        elif self._doing is Doing.PINCHING:
            self._doing, self._finger, self._pinch = Doing.PANNING, points[0].position(), None
        elif event.type() is QEvent.Type.TouchBegin:
            self._put_down(points[0])
        else:
            self._slide(points[0].position())

    def _put_down(self, point: "QEventPoint") -> None:
        self._let_go()
        self._doing, self._is_long, self._is_keyboard = Doing.WAITING, False, False
        self._first = self._finger = self._pointer = point.position()
        self._long.start()

    def _slide(self, to: QPointF) -> None:
        way, self._finger = to - self._finger, to
        if self._doing is Doing.WAITING:
            far = to - self._first
            if hypot(far.x(), far.y()) < TOUCH_THRESHOLD:
                return
            self._long.stop()
            self._start(is_card=self._is_long or self._key_at(self._first) is not None)
            way = far
        if self._doing is Doing.PANNING:
            self.look(self.camera.panned(way.x(), way.y()))
        elif self._doing is Doing.CARRYING:
            self._pointer = to
            self._carry(PLAIN)
            self._scroll.start()
            self._refresh()

    def _start(self, *, is_card: bool) -> None:
        """The finger is off: with the card below it, or else the ground goes along."""
        if not is_card:
            self._doing = Doing.PANNING
            return
        self._doing = Doing.CARRYING
        if not self._hand.is_busy:
            self._hand.press_at(self.to_chart(self._first), self.zoom)
            self._hand.begin()

    def _lift(self, at: int) -> None:
        """The last finger is up."""
        self._long.stop()
        doing, self._doing, self._pinch = self._doing, Doing.NOTHING, None
        if doing is Doing.WAITING and self._is_long:
            self._let_go()
            self._ask()
        elif doing is Doing.WAITING:
            self._tap(at)
        elif doing is Doing.CARRYING:
            self._stop_carrying()
            self._hand.release()
            self._hand.leave()
            self._refresh()
        elif doing is Doing.PINCHING:
            self.sharpen()

    def _tap(self, at: int) -> None:
        """A short touch picks; a second one soon after on the same card opens it for typing."""
        spot = self.to_chart(self._first)
        if self._answers_at(spot):
            return
        self._hand.press_at(spot, self.zoom)
        self._hand.release()
        self._hand.leave()
        self._refresh()
        key = self._key_at(self._first)
        before, self._last_tap = self._last_tap, (at, key)
        if key is not None and key == before[1] and at - before[0] <= DOUBLE_MS:
            self.edit_requested.emit(key)

    @guarded(None)
    def _press_long(self) -> None:
        """Long on a card: it comes along from now on, and asks what to do when it is let go of on the spot."""
        if self._doing is not Doing.WAITING:
            return
        self._is_long = True
        key = self._key_at(self._first)
        if key is None:
            self._doing = Doing.NOTHING
            self._ask()
        elif key not in self._session.selection.keys:
            self._session.selection.select([key])

    def _ask(self) -> None:
        spot = self._first.toPoint()
        self.context_requested.emit(self.viewport().mapToGlobal(spot), self._key_at(self._first))

    def _two_fingers(self, spots: Sequence[QPointF]) -> None:
        one, other = spots
        middle, span = (one + other) / 2, hypot(one.x() - other.x(), one.y() - other.y())
        if self._doing is not Doing.PINCHING or self._pinch is None:
            self._long.stop()
            self._let_go()
            self._doing, self._pinch = Doing.PINCHING, (middle, span)
            return
        (before, was), self._pinch = self._pinch, (middle, span)
        way = middle - before
        nearer = span / was if min(span, was) >= LEAST_SPAN else 1.0
        camera = self.camera.panned(way.x(), way.y()).zoomed(self.zoom * nearer, *middle.toTuple(), self._least_zoom())
        self.look(camera, is_hasty=True)

    def _give_up(self) -> None:
        self._long.stop()
        self._doing, self._pinch = Doing.NOTHING, None
        self._let_go()
        self.sharpen()

    def _key_at(self, spot: QPointF) -> Key | None:
        """The card, frame or wire below a finger."""
        return self._picture.key_at(self.to_chart(spot), TOUCH_THRESHOLD / self.zoom)
