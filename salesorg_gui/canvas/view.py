"""The view of the chart: mouse, keys and drops from the palette become gestures, picks and edits.

The view owns the hand, the hand its gesture; gestures end in edits, and what edits led to comes back as a change.
"""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.clipboard import duplicating, made_by, removing
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.landings.additions import KINDS, offer_of
from salesorg_gui.canvas.pointing import PointedSurface
from salesorg_gui.canvas.steps import Direction, next_card
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.session.session import Session

WAYS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def mime_type(kind: str) -> str:
    """The type a drag from the palette carries."""
    return f"application/x-salesorg-{kind}"


def offered(data: QMimeData) -> tuple[str, str] | None:
    """What a drag brings: the kind and the value of the palette's row."""
    for kind in KINDS:
        if data.hasFormat(mime_type(kind)):
            return kind, bytes(data.data(mime_type(kind)).data()).decode("utf-8", "replace")
    return None


class ChartView(PointedSurface):
    """One chart in one window."""

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, catalogue, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)

    def select_all(self) -> None:
        """Pick every card and frame on show."""
        layout = self._picture.layout
        self._session.selection.select([*layout.cards, *layout.frames])

    def remove_selection(self) -> None:
        """Take what is selected off the chart."""
        edit = removing(self._session.selection.keys)
        if edit is not None:
            self._session.perform(edit)

    def duplicate_selection(self) -> None:
        """Put a copy beside what is selected, and pick it."""
        edit = duplicating(self._session.chart, self._session.selection.keys)
        if edit is not None and self._session.perform(edit):
            self._session.selection.select(made_by(edit))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            self._show_cursor()
        elif self._hand.is_busy or self._press_at is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
        elif not self._act(Qt.Key(event.key()), event.modifiers()):
            event.ignore()
            return
        event.accept()

    @guarded(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self._show_cursor()
            event.accept()
            return
        super().keyReleaseEvent(event)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        found = offered(event.mimeData())
        if found is None:
            event.ignore()
            return
        self._press_at = None
        self._hand.offer(offer_of(*found, self._session.chart, self._hand.catalogue))
        self.repaint_lower()
        self._hold_at(event)
        event.acceptProposedAction()

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._hand.is_busy:
            event.ignore()
            return
        self._hold_at(event)
        self._scroll.start()
        landing = self._hand.staging.landing
        event.acceptProposedAction()
        event.setAccepted(landing.edit is not None)

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._let_go()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if not self._hand.is_busy:
            event.ignore()
            return
        self._hold_at(event)
        event.acceptProposedAction()
        self._stop_carrying()
        self._hand.release()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.repaint_lower()
        self._refresh()

    def _hold_at(self, event: QDropEvent) -> None:
        self._pointer = event.position()
        self._carry(event.modifiers())
        self._refresh()

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means while the hand is empty; whether it means anything."""
        selection = self._session.selection
        match key:
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selection()
            case Qt.Key.Key_A if modifiers & CONTROL:
                self.select_all()
            case Qt.Key.Key_D if modifiers & CONTROL:
                self.duplicate_selection()
            case Qt.Key.Key_Escape:
                selection.clear()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if selection.focus is not None:
                self.edit_requested.emit(selection.focus)
            case _ if key in WAYS:
                self._step(WAYS[key], is_adding=bool(modifiers & SHIFT))
            case _:
                return False
        return True

    def _step(self, way: Direction, *, is_adding: bool) -> None:
        selection = self._session.selection
        found = next_card(self._picture.layout.cards, selection.focus, way)
        if found is None:
            return
        self._is_keyboard = True
        selection.select({*selection.keys, found} if is_adding else {found}, found)
        self.reveal([found])
        self._refresh()
