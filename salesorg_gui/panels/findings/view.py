"""The list of findings under the hand: clicks and keys become wishes, with the finding or row they are about."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from salesorg_gui.panels.findings.grouping import Row, RowKind
from salesorg_gui.panels.findings.listing import Listing
from salesorg_gui.panels.findings.rows import Rows
from salesorg_gui.panels.look import Look
from salesorg_gui.rules.finding import Finding

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindingsView(Listing):
    """``taken`` carries the row a hand took, ``entered`` one that Enter was pressed on.

    ``turned`` carries a row and whether to open or fold it.

    ``stood_on`` carries the finding the keyboard came to, ``pointed_at`` the one under the pointer, or nothing.
    ``accept_wanted`` carries the finding to live with; ``left`` gives the keyboard back to the canvas.
    """

    taken = Signal(object)
    entered = Signal(object)
    turned = Signal(object, bool)
    stood_on = Signal(object)
    pointed_at = Signal(object)
    accept_wanted = Signal(object)
    left = Signal()

    def __init__(self, look: Look, rows: Rows) -> None:
        super().__init__(look, rows)
        self._pointed: Finding | None = None

    @property
    def row(self) -> Row | None:
        """The row the keyboard stands on."""
        return self.rows.row(self.currentIndex())

    def stand_on(self, row: int) -> None:
        """Put the keyboard's mark on a row and show it; take it away with -1."""
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        if row >= 0:
            self.scrollTo(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.rows.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.rows.row(self.indexAt(event.position().toPoint()))
        self._point_at(row.finding if row is not None else None)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.row, event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif row is not None and key in ENTER:
            self.entered.emit(row)
        elif row is not None and key == Qt.Key.Key_Space:
            self.taken.emit(row)
        elif row is not None and key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self._turn(row, is_opening=key == Qt.Key.Key_Right)
        elif row is not None and row.finding is not None and key == Qt.Key.Key_A and not event.modifiers():
            self.accept_wanted.emit(row.finding)
        else:
            self._move(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
            self._point_at(None)
        return super().viewportEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here; what is looked for is typed into the field above."""

    def _move(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.scrollTo(self.currentIndex())
            row = self.row
            self.stood_on.emit(row.finding if row is not None else None)

    def _turn(self, row: Row, *, is_opening: bool) -> None:
        """Open or fold a row; from a finding that is not explained, left leads to the row it stands under."""
        at = self.currentIndex().row()
        is_explained = at == self.inset_row
        if is_opening or row.is_open or is_explained:
            self.turned.emit(row, is_opening)
            return
        above = (place for place in range(at - 1, -1, -1) if self.rows.rows[place].kind is not RowKind.FINDING)
        self.stand_on(next(above, at))

    def _point_at(self, finding: Finding | None) -> None:
        if finding is not self._pointed:
            self._pointed = finding
            self.pointed_at.emit(finding)
