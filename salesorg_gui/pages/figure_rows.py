"""Some of what is reckoned with, to read and to change where it matters: answers of the company, planning figures."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.pages.figure_row import FIELD, GAP, UNIT, FigureRow
from salesorg_gui.panels.company.row import QuestionRow
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.study.planning_figures import planning_figures


class FigureRows(QWidget):
    """Rows under each other, in step with the plan; what is typed becomes one edit that can be undone."""

    def __init__(self, ground: Ground, figures: Iterable[str] = (), answers: Iterable[str] = ()) -> None:
        super().__init__()
        self._ground = ground
        known = {figure.id: figure for figure in planning_figures()}
        self._figures = [FigureRow(known[id], ground) for id in figures]
        self._answers = [QuestionRow(ground.catalogue.questions[id], ground.look) for id in answers]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for figure in self._figures:
            column.addWidget(figure)
        for answer in self._answers:
            answer.stand_at(0)
            if self._figures:
                answer.stand_in_columns(FIELD, UNIT, GAP)
            answer.given.connect(lambda given, answer=answer: ground.attempt(SetAnswer(answer.question.id, given)))
            column.addWidget(answer)
        ground.session.changed.connect(lambda _change: self.show_plan())
        self.show_plan()

    def show_plan(self) -> None:
        """Show what the plan reckons with."""
        plan = self._ground.session.plan
        for figure in self._figures:
            figure.show_plan(plan)
        facts = told(plan.answers, self._ground.catalogue.questions)
        for answer in self._answers:
            answer.show_fact(facts.get(answer.question.id), keep_typing=True)
