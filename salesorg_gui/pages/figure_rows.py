"""Planning figures to read and to change: each with its unit, its usual value, and whether it is the plan's own."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.capacity.figures import ABOVE_ZERO, CAPACITY, COUNTS, amount, figures_of
from salesorg_gui.domain.edits.plan import SetAnswer, SetParameter
from salesorg_gui.drawing.graphs.graph import room_for
from salesorg_gui.i18n import _
from salesorg_gui.pages.figure_words import FigureWords
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number_or_none, shown
from salesorg_gui.panels.text import Label, Paragraph, set_caption

FIELD = 88
MOST = 1e12


class FigureRow(QWidget):
    """One figure. ``given`` carries the number, ``None`` to go back to the usual one or to say nothing."""

    given = Signal(object)

    def __init__(self, words: FigureWords, look: Look, unit_room: int) -> None:
        super().__init__()
        self.words = words
        self.setObjectName(f"figure_{words.id}_row")
        self.field = TextField(f"figure_{words.id}", words.title, placeholder=_("Unknown") if words.is_answer else "")
        self.field.setProperty("boxed", True)
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.back = TextButton(look, _("Usual"), f"figure_{words.id}_back", "link")
        self._source = Label("", "small", "3")
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"figure_{words.id}_reason")
        self._lay_out(unit_room)
        self.field.committed.connect(self._give)
        self.field.textEdited.connect(lambda _text: self._refuse(""))
        self.back.clicked.connect(lambda: self.given.emit(None))

    def show_value(self, value: float | None, usual: float | None, *, is_own: bool) -> None:
        """Show what is reckoned with, and where it comes from."""
        self.field.show_value(self._shown(value), keep_typing=True)
        if not self.field.is_pending:
            self._refuse("")
        if self.words.is_answer:
            self._source.setText(_("From the plan") if value is not None else _("Nobody has said yet"))
            self.back.hide()
            return
        told = f"{self._shown(usual)}\u00a0{self.words.unit}" if self.words.unit == "%" else self._shown(usual)
        self._source.setText(
            _("From the plan") if is_own else _("Planning figure, usual: {amount}").format(amount=told)
        )
        set_caption(self.back, _("Back to {limit}").format(limit=told))
        self.back.setVisible(is_own)

    def _shown(self, value: float | None) -> str:
        if value is None:
            return ""
        return shown(round(value * 100, 6) if self.words.is_share else value)

    def _give(self, text: str) -> None:
        try:
            typed = number_or_none(text)
        except NotANumber:
            typed = -1.0
        if typed is not None and self.words.is_share:
            typed = round(typed / 100, 12)
        reason = self._wrong(typed)
        if reason:
            self._refuse(reason)
            return
        self._refuse("")
        self.field.show_value(self._shown(typed))
        self.given.emit(int(typed) if typed is not None and typed == int(typed) else typed)

    def _wrong(self, typed: float | None) -> str:
        """Why a number cannot be reckoned with, if so."""
        if typed is None:
            return ""
        if self.words.is_share and not 0 <= typed <= 1:
            return _("Type a share from 0 to 100 %.")
        if self.words.id in ABOVE_ZERO and not 0 < typed <= MOST:
            return _("Type a number above 0.")
        if self.words.id in COUNTS and typed != int(typed):
            return _("Type a whole number.")
        return "" if 0 <= typed <= MOST else _("Type a number from 0 up, or nothing.")

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _lay_out(self, unit_room: int) -> None:
        """The name over where the number comes from, and the field beside both."""
        line, said, foot, column = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(8)
        foot.addWidget(self._source)
        foot.addWidget(self.back)
        foot.addStretch(1)
        said.setSpacing(0)
        said.addWidget(Paragraph(self.words.title))
        said.addLayout(foot)
        unit = Label(self.words.unit, "body", "2")
        unit.setFixedWidth(unit_room)
        line.setSpacing(8)
        line.addLayout(said, 1)
        line.addWidget(self.field)
        line.addWidget(unit)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._reason)
        self._reason.hide()


class FigureRows(QWidget):
    """Figures under each other, in step with the plan; what is typed becomes one edit that can be undone."""

    def __init__(self, ground: Ground, words: Iterable[FigureWords]) -> None:
        super().__init__()
        self._ground = ground
        told = tuple(words)
        room = ceil(max(room_for(one.unit) for one in told))
        self.rows = {one.id: FigureRow(one, ground.look, room) for one in told}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in self.rows.values():
            column.addWidget(row)
            row.given.connect(lambda value, row=row: self._give(row.words, value))
        ground.session.changed.connect(lambda _change: self.show_plan())
        self.show_plan()

    def show_plan(self) -> None:
        """Show what the plan reckons with."""
        plan, usual = self._ground.session.plan, self._ground.catalogue.capacity
        figures = figures_of(plan, usual)
        for id, row in self.rows.items():
            if row.words.is_answer:
                row.show_value(amount(plan.answers.get(id)), None, is_own=False)
                continue
            value, default = float(getattr(figures, id)), float(getattr(usual, id))
            row.show_value(value, default, is_own=value != default)

    def _give(self, words: FigureWords, value: object) -> None:
        if value is None or isinstance(value, int | float):
            self._ground.attempt(SetAnswer(words.id, value) if words.is_answer else self._parameter(words.id, value))

    def _parameter(self, id: str, value: float | None) -> SetParameter:
        """A value that is the usual one again is nothing the plan has to say."""
        is_usual = value == getattr(self._ground.catalogue.capacity, id)
        return SetParameter(CAPACITY, id, None if is_usual else value)
