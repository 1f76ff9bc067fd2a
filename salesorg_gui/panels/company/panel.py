"""What the company says about itself, in the order of a workshop: one group of questions open at a time.

What nobody answered stays unknown, and looks so: no default stands in its place.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.catalogue.progress import asked, progress, progress_text
from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.company.group import Group
from salesorg_gui.panels.fields import TextArea, TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph, name

WIDTH = 344
NONE_OPEN = ""


class CompanyPanel(QFrame):
    """``closed`` asks to be put away."""

    closed = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.setProperty("look", "panel-left")
        self.setFixedWidth(WIDTH)
        name(self, "company_panel", _("Company"))
        self._count = Label("", "small", "2")
        self._count.setObjectName("company_count")
        self._questions = ground.catalogue.questions
        groups = ground.catalogue.question_groups
        self._groups = {id: Group(group, self._questions, ground.look) for id, group in groups.items()}
        self._open: str | None = None
        self._is_known = False
        self._build()
        for group in self._groups.values():
            group.given.connect(self._answer)
            group.toggled.connect(self._toggle)
        ground.session.changed.connect(lambda _change: self.show_answers())
        ground.session.leaving.connect(self._leave)
        self.show_answers()

    def show_answers(self) -> None:
        """Show what the plan says."""
        facts = told(self._ground.session.plan.answers, self._questions)
        if self._open is None:
            self._open = self._first_unfinished()
        names = [name for group in self._groups.values() for name in asked(group.group, facts)]
        self._count.setText(_("{progress} answered").format(progress=progress_text(names, facts)))
        for id, group in self._groups.items():
            group.show_facts(facts, is_open=id == self._open, keep_typing=self._is_known)
        self._is_known = True

    def open_group(self, group: str) -> None:
        """Show the questions of one group and let the keyboard stand there."""
        self._open = group or self._open
        self.show_answers()
        if self._open in self._groups:
            self._groups[self._open].focus_head()
            QTimer.singleShot(0, self, self._bring_into_view)

    def commit(self) -> None:
        """Take over what is being typed."""
        for field in self.findChildren(QWidget):
            match field:
                case TextField() | TextArea() if field.isVisible() and field.is_pending:
                    field.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        """Write what is typed where it belongs; the plan that comes gets none of it."""
        self.commit()
        self._is_known = False

    def _first_unfinished(self) -> str:
        facts = told(self._ground.session.plan.answers, self._questions)
        for id, group in self._groups.items():
            answered, count = progress(asked(group.group, facts), facts)
            if answered < count:
                return id
        return NONE_OPEN

    def _answer(self, question: str, answer: object) -> None:
        if answer is None or isinstance(answer, str | int | float | list):
            self._ground.attempt(SetAnswer(question, answer))

    def _toggle(self, group: str) -> None:
        self.commit()
        self._open = NONE_OPEN if self._open == group else group
        self.show_answers()
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """Let the open group begin where it is seen, once it has its new height."""
        group = self._groups.get(self._open or "")
        if group is not None:
            bar = self._scroll.verticalScrollBar()
            top, height = group.y(), self._scroll.viewport().height()
            if not bar.value() <= top <= bar.value() + height - min(group.height(), height):
                bar.setValue(top)

    def _build(self) -> None:
        said = QHBoxLayout()
        said.setContentsMargins(16, 0, 16, 12)
        said.addWidget(Paragraph(_("Rules judge by what is answered. What nobody knows may stay open."), "small", "2"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(said)
        column.addWidget(self._scroll, 1)

    def _head(self) -> QHBoxLayout:
        close = IconButton(self._ground.look, "x", "company_close", _("Close"), "text_3", 14)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(Label(_("Company"), "heading"))
        head.addStretch()
        head.addWidget(self._count)
        head.addSpacing(4)
        head.addWidget(close)
        return head

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("inspector_content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in self._groups.values():
            column.addWidget(group)
        column.addStretch()
        return content
