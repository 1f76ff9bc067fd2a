"""What the mouse does on a chart: press, drag, pan, hover, double click."""

from math import hypot

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.folding_surface import FoldingSurface
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.landings.how import How
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.geometry import Point
from salesorg_gui.session.session import Session

RIM, MOST_SPEED, TICK_MS = 36.0, 20.0, 16
"""Near the rim a drag scrolls, at most so many px a tick."""
ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
HELD_KEYS = {
    int(Qt.Key.Key_Control): Qt.KeyboardModifier.ControlModifier,
    int(Qt.Key.Key_Alt): Qt.KeyboardModifier.AltModifier,
}
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class PointedSurface(FoldingSurface):
    """Left button picks and carries, the middle one (or the left one with the space bar) pans."""

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, catalogue, theme, parent)
        self._pan_from: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._keys_down = Qt.KeyboardModifier.NoModifier
        self._is_menu_off = False
        self._press_at: QPointF | None = None
        self._is_space_down = self._is_tap = False
        self._pointer = QPointF()
        self._was_inside = False
        self._scroll = QTimer(self, interval=TICK_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def is_carrying(self) -> bool:
        """Whether the mouse holds something or is about to."""
        return self._hand.is_busy or self._press_at is not None

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._is_keyboard = event.position(), False
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._is_menu_off = False
        if event.button() is Qt.MouseButton.MiddleButton or (is_left and self._is_space_down):
            self._pan_from, self._pan_button, self._is_tap = event.position(), event.button(), False
        elif is_left and not event.modifiers() & ADDING and self._answers_at(self.to_chart(event.position())):
            pass
        elif is_left:
            self._press_at = event.position()
            is_adding = bool(event.modifiers() & ADDING)
            self._hand.press_at(self.to_chart(event.position()), self.zoom, is_adding=is_adding)
            self._refresh()
        elif event.button() is Qt.MouseButton.RightButton and (self._hand.is_busy or self._press_at is not None):
            self._is_menu_off = True
            self._let_go()
        elif event.button() is Qt.MouseButton.RightButton:
            self._pick_for_menu(event.position())
        self._show_cursor()
        event.accept()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pan_from is not None:
            way = event.position() - self._pan_from
            self._pan_from = event.position()
            self.look(self.camera.panned(way.x(), way.y()))
            self._carry_on()
            return
        if self._press_at is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()  # the release went elsewhere
        if self._press_at is not None:
            self._drag_on(event)
        elif not self._hand.is_busy:
            self._hand.hover(self.to_chart(event.position()), self.zoom)
        self._show_cursor()
        self._refresh()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
        elif event.button() is Qt.MouseButton.LeftButton and self._press_at is not None:
            self._stop_carrying()
            self._hand.release()
            self._hand.hover(self.to_chart(event.position()), self.zoom)
        self._show_cursor()
        self._refresh()
        event.accept()

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._hand.cancel()
        self._press_at = None
        spot = self.to_chart(event.position())
        key = self._at(spot)
        flow = self._picture.layout.flow
        gap = flow.gap_at(spot) if flow is not None else None
        if gap is not None:
            self.fill_gaps((gap,))
        elif key is not None:
            self._session.selection.select([key])
            self.edit_requested.emit(key)
        self._refresh()

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what lies under the pointer; from the keyboard for what has the focus."""
        event.accept()
        if self._is_menu_off or self._hand.is_busy:
            return
        key = self._session.selection.focus
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            key = self._at(self.to_chart(QPointF(event.pos())))
        self.context_requested.emit(event.globalPos(), key)

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        if not self._hand.is_busy:
            self._hand.leave()
        self._refresh()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_space_down = False
        self._pan_from = None
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self._let_go()
        self._show_cursor()

    def _let_go(self) -> None:
        """Forget what the mouse began: Escape, a change of the chart, another view."""
        self._stop_carrying()
        self._hand.cancel()
        self._refresh()

    def _stop_carrying(self) -> None:
        self._press_at = None
        self._was_inside = False
        self._scroll.stop()

    def _drag_on(self, event: QMouseEvent) -> None:
        assert self._press_at is not None
        if not self._hand.is_busy:
            if self._hand.press is None:
                self._press_at = None
                return
            way = event.position() - self._press_at
            if hypot(way.x(), way.y()) < self._hand.reaches.drag:
                return
            self._hand.begin()
        self._carry(event.modifiers())
        self._scroll.start()

    def _carry(self, modifiers: Qt.KeyboardModifier) -> None:
        self._keys_down = modifiers
        self._hand.carry(self.to_chart(self._pointer), how_held(modifiers, self.zoom))

    def _carry_on(self) -> None:
        """The chart moved under the hand, or a key went down or came up."""
        if self._hand.is_busy:
            self._carry(self._keys_down)
            self._refresh()

    def _turn_key(self, key: int, *, is_down: bool) -> bool:
        """Control or Alt goes down or comes up while something is held: it means something else at once."""
        modifier = HELD_KEYS.get(key)
        if modifier is None or not self._hand.is_busy:
            return False
        self._keys_down = self._keys_down | modifier if is_down else self._keys_down & ~modifier
        self._carry_on()
        return True

    @guarded(None)
    def _scroll_on(self) -> None:
        """Near the rim the chart comes towards the hand, once it has been further in: drags come from outside."""
        if not self._hand.is_busy:
            self._scroll.stop()
            self._was_inside = False
            return
        area = self.viewport().rect()
        dx = _speed(self._pointer.x(), area.width())
        dy = _speed(self._pointer.y(), area.height())
        if not (dx or dy):
            self._was_inside = True
        elif self._was_inside:
            self.look(self.camera.panned(dx, dy))
            self._carry_on()

    def _at(self, spot: Point) -> Key | None:
        """What a press there means."""
        return self._picture.key_at(spot, self._hand.reaches.on_wire / self.zoom)

    def _pick_for_menu(self, spot: QPointF) -> None:
        key = self._at(self.to_chart(spot))
        if key is not None and key not in self._session.selection.keys:
            self._session.selection.select([key])

    @property
    def _is_over_badge(self) -> bool:
        key = self._hand.hovered if self._press_at is None else None
        return key is not None and self._layers.is_badge_of(key, self.to_chart(self._pointer), self.zoom)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._pan_from is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_space_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._hand.port is not None:
            shape = Qt.CursorShape.CrossCursor
        elif self._is_over_badge:
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)


def how_held(modifiers: Qt.KeyboardModifier, zoom: float) -> How:
    """What the keys of the keyboard say about what the hand holds."""
    return How(zoom, bool(modifiers & CONTROL), bool(modifiers & ALT))


def _speed(at: float, room: float) -> float:
    """How fast to scroll for a pointer there: faster the nearer to the rim, or beyond it."""
    if at < RIM:
        return min(MOST_SPEED, (RIM - at) / 2)
    if at > room - RIM:
        return -min(MOST_SPEED, (at - room + RIM) / 2)
    return 0.0
