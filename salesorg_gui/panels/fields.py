"""Fields one can type into. They speak when a hand has finished, never while they are being filled.

A field knows what it was given to show. Enter or leaving it commits what differs, Esc puts the shown value back, and
text that was refused stays where it is until it is mended or put back.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph, name

MIXED = "—"
"""What a field shows for several records that differ."""
LABEL_WIDTH = 88
LONGEST_LABEL = 14


class Eliding(QLineEdit):
    """Ends in … where the text does not fit and nobody is typing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.contentsRect().adjusted(self._inset(), 0, -self._inset(), 0)
        text = self.text()
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(text) <= place.width():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        with QPainter(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            painter.setPen(self.palette().text().color())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _inset(self) -> int:
        """How far Qt sets the text in from the frame: the frame and padding of the style, and its own two px."""
        return 10 if self.property("look") == "field" else 2


class TextField(Eliding):
    """One line. ``committed`` carries the text; ``entered`` tells what may be typed, and nothing when it is left."""

    committed = Signal(str)
    entered = Signal(str)

    def __init__(self, object_name: str, spoken: str, hint: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._shown, self._hint, self._placeholder = "", hint, placeholder
        self.setProperty("look", "field")
        self.setPlaceholderText(placeholder)
        self.setMaxLength(2_000)
        name(self, object_name, spoken)
        self.editingFinished.connect(self.commit)

    @property
    def is_pending(self) -> bool:
        """Whether something is typed that was not taken over."""
        return self.text() != self._shown

    def show_value(self, text: str, *, is_mixed: bool = False, keep_typing: bool = False) -> None:
        """Show a value; what is being typed stays when ``keep_typing``."""
        text = " ".join(text.splitlines())
        typing = keep_typing and self.is_pending
        self._shown = text
        self.setPlaceholderText(MIXED if is_mixed else self._placeholder)
        if not typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Hand over what was typed, once."""
        if self.is_pending:
            self.committed.emit(self.text().strip())

    def restore(self) -> None:
        """Put the shown value back."""
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_pending:
            self.restore()
            self.selectAll()
            self.textEdited.emit(self._shown)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self._hint)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit("")


class TextArea(QPlainTextEdit):
    """Several lines; it grows with its text. Ctrl+Enter or leaving it commits."""

    committed = Signal(str)

    def __init__(self, object_name: str, spoken: str, placeholder: str = "") -> None:
        super().__init__()
        self._shown = ""
        self.setProperty("look", "field")
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name(self, object_name, spoken)
        self.textChanged.connect(self._grow)
        self._grow()

    @property
    def is_pending(self) -> bool:
        """Whether something is typed that was not taken over."""
        return self.toPlainText() != self._shown

    def show_value(self, text: str, *, keep_typing: bool = False) -> None:
        """Show a value; what is being typed stays when ``keep_typing``."""
        typing = keep_typing and self.is_pending
        self._shown = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Hand over what was typed, once."""
        if self.is_pending:
            self.committed.emit(self.toPlainText())

    def restore(self) -> None:
        """Put the shown value back."""
        self.setPlainText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_pending:
            self.restore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers():
            self.commit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        wanted = max(self.toPlainText() or self.placeholderText(), " ", key=len)
        room = max(40, self.viewport().width() - 16)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        height = self.fontMetrics().boundingRect(0, 0, room, 4_000, flags, wanted).height()
        self.setFixedHeight(min(240, max(52, height + 24)))


class Tick(QCheckBox):
    """A box with a tick that looks like the rest. ``ticked`` speaks only when a hand ticked."""

    ticked = Signal(bool)

    def __init__(self, look: Look, text: str, object_name: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._look = look
        name(self, object_name, text)
        self.clicked.connect(self.ticked)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            with QPainter(self) as painter:
                place = QRectF(2, (self.height() - 12) / 2, 12, 12)
                paint_icon(painter, "check", place, self._look.colour("text_on_accent"), 3.0)


def keep_narrow(label: Label) -> None:
    """Let a label be as wide as all labels beside fields; what is longer, as in some languages, goes on below."""
    label.setFixedWidth(LABEL_WIDTH)
    label.setWordWrap(label.fontMetrics().horizontalAdvance(label.text()) > LABEL_WIDTH)


class FieldRow(QWidget):
    """A label, its control, and below them the reason when what was typed was refused.

    A label too long for its place, as some languages have them, stands above the control.
    """

    def __init__(self, text: str, control: QWidget, *, is_wide: bool = False) -> None:
        super().__init__()
        is_wide = is_wide or len(text) > LONGEST_LABEL
        self._control = control
        self._label = Label(text, "small", "2")
        self._label.setBuddy(control)
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"{control.objectName()}_reason")
        self._reason.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        line = QVBoxLayout() if is_wide else QHBoxLayout()
        line.setSpacing(4 if is_wide else 0)
        if not is_wide:
            keep_narrow(self._label)
        line.addWidget(self._label)
        if control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            line.addWidget(control, 1)
        whole.addLayout(line)
        whole.addWidget(self._reason)

    def refuse(self, reason: str) -> None:
        """Mark the control and say why; an empty reason takes the mark away."""
        if self._reason.text() == reason:
            return
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._control.setProperty("refused", bool(reason))
        self._control.style().unpolish(self._control)
        self._control.style().polish(self._control)
