"""The questions of the print dialog as rows of controls; they show answers and tell when a hand gave another."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.exchange.exporting import DOCUMENTS
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField, Tick
from salesorg_gui.panels.look import Look
from salesorg_gui.window.printing.question import YES, Answers, Kind, Matter, Question, answer_to
from salesorg_gui.window.printing.questions import QUESTIONS, asked_about

type Control = Chooser | Tick | TextField


class Rows(QWidget):
    """``answered`` carries the id of a question and its answer; ``document`` stands for which document it is."""

    answered = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("inspector_content")
        self._look = look
        self.documents = Chooser(look, "print_document", _("Document"))
        self.documents.chosen.connect(partial(self.answered.emit, "document"))
        self._controls: dict[str, Control] = {question.id: self._control(question) for question in QUESTIONS}
        self._rows: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._add("document", _("Document"), self.documents)
        for question in QUESTIONS:
            self._add(question.id, question.title(), self._controls[question.id])

    def add_row(self, row: QWidget) -> None:
        """Put something below the questions."""
        self._column.addWidget(row)

    def end(self) -> None:
        """Leave what room is left below."""
        self._column.addStretch()

    def show_answers(self, what: str, answers: Answers, matter: Matter) -> None:
        """Show the questions that concern a document, and what is answered."""
        titles = [Choice(id, document.title()) for id, document in DOCUMENTS.items() if "pdf" in document.endings]
        self.documents.show_choices(titles, what)
        asked = asked_about(DOCUMENTS[what], answers)
        for question in QUESTIONS:
            self._rows[question.id].setVisible(question in asked)
            if question in asked:
                self._show(question, what, answers, matter)

    def refuse(self, id: str, reason: str) -> None:
        """Say why an answer cannot be taken; an empty reason takes that back."""
        row = self._rows[id]
        if isinstance(row, FieldRow):
            row.refuse(reason)

    def _show(self, question: Question, what: str, answers: Answers, matter: Matter) -> None:
        document = DOCUMENTS[what]
        answer = answer_to(question, answers, matter, document)
        match self._controls[question.id]:
            case Chooser() as chooser:
                chooser.show_choices([Choice(*word) for word in question.words(matter, document)], answer)
            case Tick() as tick:
                tick.setChecked(answer == YES)
            case TextField() as field:
                field.show_value(answer)

    def _control(self, question: Question) -> Control:
        id, title = f"print_{question.id}", question.title()
        match question.kind:
            case Kind.CHOICE:
                chooser = Chooser(self._look, id, title)
                chooser.setProperty("boxed", True)
                chooser.chosen.connect(partial(self.answered.emit, question.id))
                return chooser
            case Kind.TICK:
                tick = Tick(self._look, title, id)
                tick.ticked.connect(lambda is_on: self.answered.emit(question.id, YES if is_on else ""))
                return tick
            case Kind.NUMBER | Kind.MILLIMETRES:
                field = TextField(id, title, placeholder="0" if question.kind is Kind.NUMBER else "0 mm")
                field.setProperty("boxed", True)
                field.committed.connect(partial(self.answered.emit, question.id))
                return field

    def _add(self, id: str, title: str, control: Control) -> None:
        control.setProperty("boxed", True)
        row = control if isinstance(control, Tick) else FieldRow(title, control)
        self._rows[id] = row
        self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
