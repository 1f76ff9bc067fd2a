"""Questions that are asked together, under a heading that opens and closes them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from salesorg_gui.catalogue.progress import asked, progress, progress_text
from salesorg_gui.catalogue.questions import Fact, Question, QuestionGroup
from salesorg_gui.i18n import _
from salesorg_gui.panels.company.row import QuestionRow
from salesorg_gui.panels.inspector.header import IconLabel
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, name


class GroupHead(QPushButton):
    """The heading: a press opens or closes what is below it."""

    def __init__(self, group: QuestionGroup, look: Look) -> None:
        super().__init__()
        self._group, self._look = group, look
        self.setProperty("rank", "row")
        name(self, f"company_group_{group.id}", group.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._arrow = IconLabel(look, "chevron-right", "text_3", 14)
        self._count = Label("", "small", "3")
        row.addWidget(self._arrow)
        row.addWidget(Label(group.title, "strong"), 1)
        row.addWidget(self._count)
        for child in self.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, *, is_open: bool, count: str, is_whole: bool) -> None:
        """Show whether it is open, and how much is answered."""
        self._arrow.show_icon("chevron-down" if is_open else "chevron-right")
        self._count.setText(count)
        self._count.wear("1" if is_whole else "3")
        state = _("open") if is_open else _("closed")
        self.setAccessibleName(f"{self._group.title}, {count}, {state}")


class Group(QFrame):
    """``given`` carries the id of a question and its answer; ``toggled`` asks to open or close."""

    given = Signal(str, object)
    toggled = Signal(str)

    def __init__(self, group: QuestionGroup, questions: Mapping[str, Question], look: Look) -> None:
        super().__init__()
        self.group = group
        self.setProperty("look", "section")
        self.setObjectName(f"company_{group.id}")
        self._head = GroupHead(group, look)
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
