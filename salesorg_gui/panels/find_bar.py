"""The bar of Find: a slim field over the canvas, how much was found, and the way through it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph, name

WIDTH, EDGE = 440, 12
COUNT = 84


class FindField(QLineEdit):
    """``stepped`` is whether to go back."""

    stepped = Signal(bool)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "search")
        self.setTextMargins(22, 0, 0, 0)
        self.setPlaceholderText(_("Find: words, role:ae, pod:…, open"))
        name(self, "find_field", _("Find"))
        look.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.stepped.emit(event.key() == Qt.Key.Key_Up)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_icon(painter, "search", QRectF(9, (self.height() - 14) / 2, 14, 14), self._look.colour("text_3"))


class FindBar(QFrame):
    """Stands at the top right of another widget. ``asked`` carries what is typed, ``left`` asks to put it away.

    ``hidden`` tells that it is no longer seen, also because the window goes.
    """

    asked = Signal(str)
    left = Signal()
    hidden = Signal()

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over, self._column = over, QVBoxLayout()
        self.setLayout(self._column)
        self.setObjectName("find_bar")
        self.setProperty("look", "popover")
        self.field = FindField(look)
        self.count = Label("", "small", "2")
        self.count.setObjectName("find_count")
        self.count.setFixedWidth(COUNT)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.problem = Paragraph("", "small", "2")
        self.problem.setObjectName("find_problem")
        self.back = IconButton(look, "chevron-up", "find_back", _("The one before"), "text_2")
        self.on = IconButton(look, "chevron-down", "find_on", _("The next one"), "text_2")
        self.close_button = IconButton(look, "x", "find_close", _("Close"), "text_3", 14)
        self._lay_out()
        self.field.textChanged.connect(self.asked)
        self.field.left.connect(self.left)
        self.close_button.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self.field.stepped.emit(True))
        self.on.clicked.connect(lambda: self.field.stepped.emit(False))
        over.installEventFilter(self)
        self.show_count("")
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is on show."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it with the caret in the field and the text to be typed over."""
        self.show()
        self._place()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, text: str, problem: str = "", *, can_step: bool = False) -> None:
        """Say how much was found, or what is wrong with the question."""
        self.count.setText(text)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.field.setAccessibleDescription(problem or text)
        for button in (self.back, self.on):
            button.setEnabled(can_step)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget below."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self.hidden.emit()

    def _lay_out(self) -> None:
        column, row = self._column, QHBoxLayout()
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(4)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.back, self.on, self.close_button):
            row.addWidget(widget)
        row.insertSpacing(2, 6)
        column.addLayout(row)
        column.addWidget(self.problem)

    def _place(self) -> None:
        width = min(WIDTH, self._over.width() - 2 * EDGE)
        self.setFixedWidth(width)
        self._column.activate()
        height = self._column.heightForWidth(width) if self.problem.text() else self._column.sizeHint().height()
        self.setFixedHeight(height)
        self.move(self._over.width() - width - EDGE, EDGE)
