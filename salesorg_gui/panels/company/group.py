"""Questions that are asked together, under a heading that opens and closes them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from salesorg_gui.catalogue.progress import asked, progress, progress_text
from salesorg_gui.catalogue.questions import Fact, Question, QuestionGroup
from salesorg_gui.panels.company.row import QuestionRow
from salesorg_gui.panels.folding_head import FoldingHead
from salesorg_gui.panels.look import Look


class Group(QFrame):
    """``given`` carries the id of a question and its answer; ``toggled`` asks to open or close."""

    given = Signal(str, object)
    toggled = Signal(str)

    def __init__(self, group: QuestionGroup, questions: Mapping[str, Question], look: Look) -> None:
        super().__init__()
        self.group = group
        self.setProperty("look", "section")
        self.setObjectName(f"company_{group.id}")
        self._head = FoldingHead(f"company_group_{group.id}", group.title, look)
        self._rows = {name: QuestionRow(questions[name], look) for name in group.questions}
        self._body = QWidget()
        column, body = QVBoxLayout(self), QVBoxLayout(self._body)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        body.setContentsMargins(0, 4, 0, 12)
        body.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._body)
        for question, row in self._rows.items():
            body.addWidget(row)
            row.given.connect(lambda answer, question=question: self.given.emit(question, answer))
        self._head.clicked.connect(lambda: self.toggled.emit(group.id))

    def show_facts(self, facts: Mapping[str, Fact], *, is_open: bool, keep_typing: bool) -> None:
        """Show what was answered; a group that is closed forgets what was typed in it."""
        names = asked(self.group, facts)
        answered, count = progress(names, facts)
        self._head.show_state(is_open=is_open, count=progress_text(names, facts), is_whole=answered == count)
        self._body.setVisible(is_open)
        for question, row in self._rows.items():
            row.setVisible(question in names)
            row.show_fact(facts.get(question), keep_typing=keep_typing and is_open)

    def focus_head(self) -> None:
        """Let the keyboard stand on the heading."""
        self._head.setFocus(Qt.FocusReason.ShortcutFocusReason)
