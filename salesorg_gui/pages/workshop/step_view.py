"""One step of the workshop: how far it is, what to answer, what to do, what to talk about, what comes out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.catalogue.questions import Fact, Question
from salesorg_gui.i18n import _
from salesorg_gui.pages.workshop.deeds import Deed
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.company.row import QuestionRow
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.inspector.header import IconLabel
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label

if TYPE_CHECKING:
    from salesorg_gui.study.workshop import Point, Step


class PointRow(QWidget):
    """Something that is done or not, with a tick or an empty ring before it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._mark = IconLabel(look, "circle", "text_3", 16)
        self._text = Wrapped("", "body", "2")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_point(self, point: "Point") -> None:
        """Show how it stands."""
        self._mark.show_icon("circle-check" if point.is_done else "circle")
        self._text.setText(point.text)
        self._text.wear("1" if point.is_done else "2")
        state = _("done") if point.is_done else _("open")
        self.setAccessibleName(f"{point.text}, {state}")


class StepView(QWidget):
    """``asked`` carries the id of an action, ``given`` a question and its answer."""

    asked = Signal(str)
    given = Signal(str, object)

    def __init__(self, id: str, questions: Mapping[str, Question], look: Look) -> None:
        super().__init__()
        self._look, self._id = look, id
        self.setObjectName(f"workshop_view_{id}")
        self._points: list[PointRow] = []
        self._rows = {name: QuestionRow(question, look) for name, question in questions.items()}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._standing = self._box()
        self.column.addLayout(self._standing)
        if self._rows:
            self._ask()
        self.middle = self._box()
        self.column.addLayout(self.middle)

    def offers(self, title: str, deeds: Sequence[Deed]) -> None:
        """A group of buttons under a heading, first the one that matters most."""
        if not deeds:
            return
        self._heading(title)
        holder = QWidget()
        flow = Flow(holder, 8)
        for deed in deeds:
            button = TextButton(self._look, deed.text, f"workshop_{self._id}_{deed.action}", icon=deed.icon)
            button.clicked.connect(lambda _on=False, id=deed.action: self.asked.emit(id))
            flow.addWidget(button)
        self.column.addWidget(holder)

    def tells(self, step: "Step") -> None:
        """What to talk about in the room, and what comes out of it."""
        if step.questions:
            self._heading(_("Talk about"))
            for question in step.questions:
                self.column.addWidget(_bullet(question))
        self._heading(_("What comes out"))
        self.column.addWidget(Wrapped(step.result, "body", "1"))

    def show_step(self, step: "Step") -> None:
        """Show how far it is."""
        while len(self._points) < len(step.points):
            self._points.append(PointRow(self._look))
            self._standing.addWidget(self._points[-1])
        for number, row in enumerate(self._points):
            row.setVisible(number < len(step.points))
            if number < len(step.points):
                row.show_point(step.points[number])

    def show_facts(self, facts: Mapping[str, Fact], *, keep_typing: bool) -> None:
        """Show what was answered."""
        for question, row in self._rows.items():
            row.show_fact(facts.get(question), keep_typing=keep_typing)

    def _ask(self) -> None:
        self._heading(_("Answer together"))
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for question, row in self._rows.items():
            row.stand_at(0)
            rows.addWidget(row)
            row.given.connect(lambda answer, question=question: self.given.emit(question, answer))
        self.column.addWidget(holder)

    def _heading(self, text: str) -> None:
        self.column.addSpacing(16)
        self.column.addWidget(Label(text, "strong"))
        self.column.addSpacing(6)

    @staticmethod
    def _box() -> QVBoxLayout:
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        return box


def _bullet(text: str) -> QWidget:
    """A question of the room, with a dot before it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 1, 0, 1)
    row.setSpacing(8)
    words = Wrapped(text, "body", "2")
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    row.addWidget(Label("·", "body", "3"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return holder
