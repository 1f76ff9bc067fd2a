"""What is reckoned with: what the company answered, and all planning figures, behind a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.figure_row import FigureRow
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.company.row import QuestionRow
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph, set_caption
from salesorg_gui.study.planning_figures import own_value, planning_figures

ANSWERS = ("customers", "revenue_target", "contract_value")


class ReckonedWith(QWidget):
    """Rows of figures are built when somebody first wants to see them. ``opened`` tells that they are there."""

    opened = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.setObjectName("load_reckoned_with")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._questions = [QuestionRow(ground.catalogue.questions[id], ground.look) for id in ANSWERS]
        for row in self._questions:
            if (lines := row.layout()) is not None:
                lines.setContentsMargins(0, 0, 0, 0)  # the page has its own margin
            row.given.connect(lambda answer, row=row: ground.attempt(SetAnswer(row.question.id, answer)))
            row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._column.addWidget(row)
        self._said = Paragraph("", "small", "2")
        self._said.setObjectName("load_figures_said")
        self._column.addWidget(self._said)
        self._button = TextButton(ground.look, "", "load_figures_open", "secondary", small=True)
        self._button.clicked.connect(self._toggle)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: list[FigureRow] = []
        self._table = QWidget()
        self._table.hide()
        self._column.addWidget(self._table)
        self._name_button()

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan says."""
        facts = told(plan.answers, self._ground.catalogue.questions)
        for question in self._questions:
            question.show_fact(facts.get(question.question.id), keep_typing=True)
        usual = self._ground.vocabulary.shipped.capacity
        own = sum(own_value(figure, plan, usual) is not None for figure in planning_figures())
        sentence = _("All planning figures are the usual ones.")
        if own:
            told_own = ngettext(
                "{count} planning figure is the plan's own.", "{count} planning figures are the plan's own.", own
            )
            sentence = told_own.format(count=own)
        self._said.setText(sentence)
        for row in self._rows:
            row.show_plan(plan)

    @guarded(None)
    def _toggle(self) -> None:
        if not self._rows:
            self._build()
        self._table.setVisible(self._table.isHidden())
        self._name_button()
        self.opened.emit()

    def _name_button(self) -> None:
        is_open = not self._table.isHidden()
        set_caption(self._button, _("Put planning figures away") if is_open else _("Show and change planning figures"))

    def _build(self) -> None:
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        group = ""
        for figure in planning_figures():
            if figure.group != group:
                group = figure.group
                column.addSpacing(8)
                column.addWidget(Label(group, "strong"))
            row = FigureRow(figure, self._ground)
            row.show_plan(self._ground.session.plan)
            column.addWidget(row)
            self._rows.append(row)
