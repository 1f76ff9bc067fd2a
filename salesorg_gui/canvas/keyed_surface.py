"""What keys do on a chart while the hand is empty; what a menu also offers is done by the same parts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.steps import Direction
from salesorg_gui.canvas.typed_surface import TypedSurface
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.session.session import Session

if TYPE_CHECKING:
    from salesorg_gui.canvas.building import Building
    from salesorg_gui.canvas.walking import Walking

WAYS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
TAP_MS = 350
"""Who holds the space bar longer wanted to pan."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHORDS = CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyedSurface(TypedSurface):
    """Keys go to ``building``, which makes cards and frames, and to ``walking``.

    ``tapped`` tells that the space bar was let go soon and panned nothing.
    """

    tapped = Signal()

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        self._building: Building | None = None
        self._walking: Walking | None = None
        self._space = QElapsedTimer()
        super().__init__(session, catalogue, theme, parent)

    @property
    def building(self) -> "Building":
        """Makes cards and frames."""
        if self._building is None:
            from salesorg_gui.canvas.building import Building  # noqa: PLC0415 -- not before the first paint

            self._building = Building(self)
        return self._building

    @property
    def walking(self) -> "Walking":
        """Goes from card to card."""
        if self._walking is None:
            from salesorg_gui.canvas.walking import Walking  # noqa: PLC0415 -- not before the first paint

            self._walking = Walking(self)
        return self._walking

    def select_all(self) -> None:
        """Pick every card and frame on show."""
        layout = self._picture.layout
        self._session.selection.select([*layout.cards, *layout.frames])

    def remove_selection(self) -> None:
        """Take what is selected off the chart; the focus goes to who stood beside it."""
        from salesorg_gui.canvas.clipboard import removing  # noqa: PLC0415 -- not before the first paint

        edit = removing(self._session.selection.keys)
        beside = self.walking.neighbour()
        if edit is not None and self._session.perform(edit):
            self.focus_after_loss(beside)

    def focus_after_loss(self, beside: object) -> None:
        """Pick who stood beside what is gone, if it is still there and nothing else was picked."""
        found = next((key for key in self._picture.keys if key == beside), None)
        if found is not None and not self._session.selection.keys:
            self._session.selection.select([found])

    def duplicate_selection(self) -> None:
        """Put a copy beside what is selected, and pick it."""
        self.building.duplicate()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            self._is_tap = True
            self._space.start()
            self._show_cursor()
        elif self._hand.is_busy or self._press_at is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
            else:
                self._turn_key(event.key(), is_down=True)
        elif not self._act(Qt.Key(event.key()), event):
            event.ignore()
            return
        event.accept()

    @guarded(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            is_tap = self._is_space_down and self._is_tap and self._space.elapsed() < TAP_MS
            self._is_space_down = False
            self._show_cursor()
            event.accept()
            if is_tap and not self._hand.is_busy:
                self.tapped.emit()
            return
        if self._turn_key(event.key(), is_down=False):
            event.accept()
            return
        super().keyReleaseEvent(event)

    def _act(self, key: Qt.Key, event: QKeyEvent) -> bool:
        """Do what a key means while the hand is empty; whether it means anything."""
        modifiers = event.modifiers()
        if event.text().isdigit() and not modifiers & CHORDS:
            self.building.count_with(event.text())
            return True
        if self._walk(key, modifiers) or self._edit(key, modifiers):
            self.building.forget_count()
            return True
        return False

    def _walk(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        is_adding = bool(modifiers & SHIFT)
        if modifiers & CHORDS:
            return False
        if key in WAYS:
            self.walking.step(WAYS[key], is_adding=is_adding)
        elif key in ENDS:
            self.walking.step_to_end(is_last=ENDS[key], is_adding=is_adding)
        else:
            return False
        return True

    def _edit(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        selection = self._session.selection
        match key:
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selection()
            case Qt.Key.Key_A if modifiers & CONTROL:
                self.select_all()
            case Qt.Key.Key_D if modifiers & CONTROL:
                self.duplicate_selection()
            case Qt.Key.Key_Escape:
                if not self.walking.leave_edge():
                    selection.clear()
            case Qt.Key.Key_F2 if selection.focus is not None:
                self.edit_requested.emit(selection.focus)
            case _:
                return False
        return True
