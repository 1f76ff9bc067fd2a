"""One field over the window in which anything is found by typing and taken with Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.picker_list import ROW, Pick, PickList, spoken
from salesorg_gui.panels.text import Label, name

__all__ = ["Pick", "Picker"]

WIDTH, TOP, FIELD, FOOT = 560, 120, 48, 8
ROWS = 10
RADIUS, SCRIM = 12, 0.20
SHADOW_OFFSET, SHADOW_BLUR, SHADOW_STRENGTH, RINGS = 8, 32, 0.16, 12
LEAST_EDGE = 16
"""The sheet keeps this far from the edges of a small window."""

type Rows = Callable[[str], Sequence[Pick]]
type Then = Callable[[object], object]


class PickField(QLineEdit):
    """The field at the top: ``stepped`` is by how many rows to go, ``jumped`` whether to the last or the first."""

    stepped = Signal(int)
    jumped = Signal(bool)
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "picker")
        self.setFixedHeight(FIELD)
        self.setTextMargins(44, 0, 16, 0)
        look.changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        """Keys belong to the field while it is open: no shortcut of the window, and Tab walks the rows."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_icon(painter, "search", QRectF(16, (FIELD - 16) / 2, 16, 16), self._look.colour("text_3"))

    def _act(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: ROWS,
            Qt.Key.Key_PageUp: -ROWS,
        }
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and is_plain:
            self.jumped.emit(key == Qt.Key.Key_End)
        else:
            return False
        return True


class Picker(QFrame):
    """Covers the window with a scrim and asks. ``taken`` carries the value of what was taken.

    One thing is asked at a time; whoever asks anew dismisses what was asked before.
    """

    taken = Signal(object)
    dismissed = Signal()

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._rows: Rows = _nothing
        self._then: Then | None = None
        self._focus: QWidget | None = None
        self.setObjectName("picker")
        self.sheet = QFrame(self)
        self.sheet.setObjectName("picker_sheet")
        self.sheet.setProperty("look", "popover")
        self.field = PickField(look)
        self.list = PickList(look)
        self._none = Label("", "body", "3")
        Height(self._none, look, ROW)
        self._none.setContentsMargins(44, 0, 16, 0)
        self._lay_out()
        self.field.textChanged.connect(self._look_up)
        self.field.stepped.connect(self.list.step)
        self.field.jumped.connect(lambda is_last: self.list.go_to(self.list.rows.rowCount() if is_last else 0))
        self.field.entered.connect(self._take_current)
        self.field.left.connect(self.dismiss)
        self.list.taken.connect(self._take)
        self.list.selectionModel().currentChanged.connect(self._describe)
        look.changed.connect(self.update)
        window.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it asks something."""
        return not self.isHidden()

    def ask(self, hint: str, rows: Rows, then: Then | None = None) -> None:
        """Ask for one of the rows that answer to what is typed; ``then`` is given the value of the one taken."""
        if self.is_open:
            self.dismiss()
        self._rows, self._then = rows, then
        self._focus = QApplication.focusWidget()
        self.field.setPlaceholderText(hint)
        name(self.field, "picker_field", hint)
        name(self.list, "picker_list", _("Found"))
        self.setGeometry(self._window.rect())
        self.field.clear()
        self._look_up("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close; nothing was taken."""
        if self.is_open:
            self._close()
            self.dismissed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the whole window, however large it becomes."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Outside the sheet."""
        event.accept()
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            scrim = self._look.colour("shadow", SCRIM)
            painter.fillRect(self.rect(), scrim)
            self._shadow(painter)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        for widget in (self.field, line, self.list, self._none):
            column.addWidget(widget)

    def _look_up(self, typed: str) -> None:
        picks = self._rows(typed)
        self.list.show_picks(picks, typed)
        self.list.setVisible(bool(picks))
        self._none.setVisible(not picks)
        self._none.setText(
            _("Nothing is called “{text}”.").format(text=typed.strip()) if typed.strip() else _("Nothing yet.")
        )
        self._describe()
        self._place()

    def _place(self) -> None:
        size = self._size()
        self.sheet.setGeometry((self.width() - size.width()) // 2, self._top(), size.width(), size.height())
        self.update()

    def _top(self) -> int:
        return min(TOP, max(LEAST_EDGE, self.height() // 8))

    def _size(self) -> QSize:
        rows = max(1, min(ROWS, self.list.rows.rowCount()))
        row = self._look.row(ROW)
        room = self.height() - self._top() - FIELD - 2 * FOOT - LEAST_EDGE
        shown = max(1, min(rows, room // row)) * row
        self.list.setFixedHeight(shown + 2 * FOOT)
        height = FIELD + 3 + (shown + 2 * FOOT if self.list.rows.rowCount() else row + FOOT)
        return QSize(min(WIDTH, self.width() - 2 * LEAST_EDGE), height)

    def _shadow(self, painter: QPainter) -> None:
        """Rings laid over each other, denser inwards."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("shadow", 1 - (1 - SHADOW_STRENGTH) ** (1 / RINGS)))
        room = QRectF(self.sheet.geometry()).translated(0, SHADOW_OFFSET)
        for ring in range(RINGS):
            out = SHADOW_BLUR * (0.5 - ring / RINGS)
            painter.drawRoundedRect(room.adjusted(-out, -out, out, out), RADIUS + max(0, out), RADIUS + max(0, out))

    def _describe(self) -> None:
        pick = self.list.current()
        self.field.setAccessibleDescription(spoken(pick) if pick is not None else self._none.text())

    def _take_current(self) -> None:
        pick = self.list.current()
        if pick is not None:
            self._take(pick)

    def _take(self, pick: Pick) -> None:
        if pick.reason:
            return
        then = self._then
        self._close()
        self.taken.emit(pick.value)
        if then is not None:
            then(pick.value)

    def _close(self) -> None:
        """Give the focus back first: a field that is hidden with it hands it to whatever comes next."""
        self._rows, self._then = _nothing, None
        focus, self._focus = self._focus, None
        if focus is not None and focus in self._window.findChildren(QWidget):
            focus.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.field.clearFocus()
        self.hide()


def _nothing(_typed: str) -> Sequence[Pick]:
    return ()
