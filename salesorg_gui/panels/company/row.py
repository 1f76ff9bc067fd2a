"""One question with its answer, and a cross that makes the answer unknown again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from salesorg_gui.catalogue.questions import Fact, Question
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.company.controls import control, name_of
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph

BESIDE = frozenset({"number", "flag"})
"""Kinds whose answer stands beside the question; the others stand below it."""


class QuestionRow(QWidget):
    """``given`` carries the answer, ``None`` when it was taken back."""

    given = Signal(object)

    def __init__(self, question: Question, look: Look) -> None:
        super().__init__()
        self.question = question
        self.setObjectName(f"{name_of(question)}_row")
        self._title = Paragraph(question.title, "small", "2")
        self._control = control(question, look)
        spoken = _("{question}: not answered").format(question=question.title)
        self._clear = IconButton(look, "x", f"{name_of(question)}_clear", spoken, "text_3", 14)
        keeps_room = self._clear.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keeps_room)
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"{name_of(question)}_reason")
        self._reason.hide()
        self._lay_out()
        self._control.given.connect(self.given)
        self._control.refused.connect(self._refuse)
        self._clear.clicked.connect(lambda: self.given.emit(None))

    def stand_at(self, left: int) -> None:
        """Begin so many px from the left instead of where rows of the panel begin."""
        self._whole.setContentsMargins(left, 0, 0, 0)

    def stand_in_columns(self, field: int, beyond: int, gap: int) -> None:
        """Make the field as wide as others above it are, with as much room between it and the cross."""
        self._line.setSpacing(gap)
        for held in self._control.findChildren(QLineEdit):
            held.setFixedWidth(field)
        self._line.insertSpacing(self._line.indexOf(self._clear), beyond + gap)  # Qt puts no gap of its own there

    def show_fact(self, fact: Fact | None, *, keep_typing: bool) -> None:
        """Show what was answered, or that nothing was; what is being typed stays when ``keep_typing``."""
        self._control.show_fact(fact, keep_typing=keep_typing)
        self._clear.setVisible(fact is not None)
        self._title.wear("2" if fact is None else "1")

    def _lay_out(self) -> None:
        line, words = QHBoxLayout(), QVBoxLayout()
        self._line = line
        line.setSpacing(4)
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        if self.question.unit:
            words.addWidget(Label(self.question.unit, "tiny", "3"))
        words.addStretch()
        line.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.question.kind in BESIDE:
            line.addWidget(self._control, 0, middle)
        line.addWidget(self._clear, 0, middle)
        column = self._whole = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 8, 0)
        column.setSpacing(2)
        column.addLayout(line)
        if self.question.kind not in BESIDE:
            below = QHBoxLayout()
            below.setContentsMargins(0, 0, 8, 4)
            below.addWidget(self._control)
            column.addLayout(below)
        column.addWidget(self._reason)

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
