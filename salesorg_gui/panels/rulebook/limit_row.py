"""One limit of a rule: its name, a field between minus and plus, its unit, and the way back to the usual value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.catalogue.rule_words import TIMES, LimitWords
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number
from salesorg_gui.panels.rulebook.entries import limit_shown
from salesorg_gui.panels.text import Label, Paragraph, set_caption

FIELD_WIDTH, BUTTON = 76, 28
MOST = 1e12
"""No limit of sales is larger, and sums of such numbers stay exact enough."""


class LimitField(TextField):
    """Up and Down change the number by a step; it is taken over with Enter or by leaving."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_plain:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.stepped.emit(10 if event.key() == Qt.Key.Key_PageUp else -10)
            case _:
                super().keyPressEvent(event)


class LimitRow(QWidget):
    """``tried`` carries a number while it is being typed, or nothing; ``given`` the number taken over.

    ``nudged`` carries a number reached by a click on minus or plus, one of several perhaps.
    """

    tried = Signal(object)
    given = Signal(object)
    nudged = Signal(object)

    def __init__(self, name: str, words: LimitWords, usual: float, look: Look) -> None:
        super().__init__()
        self._words, self._usual, self._value = words, usual, usual
        spoken = words.title
        self.field = LimitField(
            f"rule_limit_{name}", spoken, _("A number from 0 up. Enter keeps it, Esc puts the old one back.")
        )
        self.field.setProperty("boxed", True)
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unit = Paragraph("", "body", "2")  # long ones take a second line; most are one word
        self._unit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._less = IconButton(look, "minus", f"rule_limit_{name}_less", _("{limit}: less").format(limit=spoken))
        self._more = IconButton(look, "plus", f"rule_limit_{name}_more", _("{limit}: more").format(limit=spoken))
        self.back = TextButton(look, _("Usual"), f"rule_limit_{name}_back", "link")
        self._usual_text = Label("", "small", "3")
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"rule_limit_{name}_reason")
        self._reason.hide()
        self._lay_out(Label(spoken, "label"))
        self._connect(look)

    def show_value(self, value: float, *, is_same: bool) -> None:
        """Show what holds; what is being typed of the same rule stays."""
        self._value = value
        self.field.show_value(self._shown(value), keep_typing=is_same)
        if not self.field.is_pending:
            self._refuse("")
        self._show_usual(self._shown(self._usual))
        differs = value != self._usual
        self.back.setVisible(differs)
        self._usual_text.setVisible(not differs)
        self._show_unit()

    def _show_usual(self, shown: str) -> None:
        """The number alone, since its unit stands beside it; whoever hears it hears the unit too."""
        unit = self._words.unit
        whole, seen = unit.phrase(shown), unit.phrase(shown) if unit.is_share else shown
        usual, back = _("Usual: {limit}"), _("Back to {limit}")
        self._usual_text.setText(usual.format(limit=seen))
        self._usual_text.setAccessibleName(usual.format(limit=whole))
        set_caption(self.back, back.format(limit=seen))
        self.back.setAccessibleName(back.format(limit=whole))

    def commit(self) -> None:
        """Take over what is typed."""
        self.field.commit()

    def _lay_out(self, title: Label) -> None:
        title.setBuddy(self.field)
        line, foot = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(4)
        for widget in (self._less, self.field, self._more):
            line.addWidget(widget)
        line.addSpacing(4)
        line.addWidget(self._unit, 1)
        line.addWidget(self._usual_text)
        line.addWidget(self.back)
        foot.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(line)
        column.addLayout(foot)

    def _connect(self, look: Look) -> None:
        self.field.textChanged.connect(lambda _text: self._try())
        self.field.committed.connect(self._give)
        self.field.stepped.connect(self._step)
        self._less.clicked.connect(lambda: self._nudge(-1))
        self._more.clicked.connect(lambda: self._nudge(1))
        for button in (self._less, self._more):
            button.setAutoRepeat(True)
            Height(button, look, BUTTON)  # else it shrinks once it was pressed, and what stands below jumps
        self.back.clicked.connect(lambda: self.given.emit(self._usual))

    def _shown(self, value: float) -> str:
        return limit_shown(value, self._words.unit)

    def _typed(self) -> float | None:
        """The number in the field, or nothing where there is none that a limit may be."""
        try:
            value = number(self.field.text())
        except NotANumber:
            return None
        value = round(value / 100, 12) if self._words.unit.is_share else value
        return value if 0 <= value <= MOST else None

    def _try(self) -> None:
        self._show_unit()
        value = self._typed()
        if value is not None:
            self._refuse("")
        self.tried.emit(value if self.field.is_pending else None)

    def _give(self, _text: str) -> None:
        value = self._typed()
        if value is None:
            self._refuse(_("A limit is a number from 0 up."))
            return
        self.given.emit(value)

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.field.setProperty("refused", bool(reason))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _step(self, by: int) -> None:
        """Change what is typed; nothing is taken over yet."""
        self.field.setText(self._shown(self._after(by)))

    def _nudge(self, by: int) -> None:
        self.nudged.emit(self._after(by))

    def _after(self, by: int) -> float:
        here = self._typed()
        start = self._value if here is None else here
        return min(max(round(start + by * self._size(), 9), 0), MOST)

    def _size(self) -> float:
        """How much one step is: whole people, five per cent, a tenth of a factor, a twentieth of little."""
        unit = self._words.unit
        if unit.is_share:
            return 0.05
        if unit.id == TIMES:
            return 0.1
        usual = self._usual
        if unit.is_divisible and 0 < usual < 1:
            return 0.05
        return 1 if usual < 100 else 10 if usual < 1_000 else 100 if usual < 5_000 else 500

    def _show_unit(self) -> None:
        unit = self._words.unit
        self._unit.setText(unit.word(self.field.text().strip()))
