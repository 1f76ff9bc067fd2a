"""From a revenue target back to people: a ladder of numbers, each with how it is reckoned."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.pages.figure_rows import FigureRows
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph

if TYPE_CHECKING:
    from salesorg_gui.pages.year_words import Shares
    from salesorg_gui.study.backward import Ladder

STEPS = 4
ANSWERS = ("revenue_target", "contract_value")


class YearTarget(QWidget):
    """The target and the worth of a contract to fill in, and what they ask for."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._said = Paragraph("", "body")
        self._said.setObjectName("year_target_said")
        self._ladder = QWidget()
        self._ladder.setObjectName("year_ladder")
        self._steps = [self._step() for _number in range(STEPS)]
        self._beside, self._lead = Paragraph("", "small", "2"), Paragraph("", "small", "2")
        self._people = GraphView(ground.look, "year_people", _("People for the target"))
        self._lay_out(FigureRows(ground, answers=ANSWERS))

    def show_ladder(self, ladder: "Ladder | None", shares: "Shares") -> None:
        """Show what the target asks for, or what is missing to tell."""
        from salesorg_gui.pages.year_figures import rungs_figure  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.pages.year_words import ladder_said, ladder_steps, managers_said, prospects_said  # noqa: PLC0415

        self._ladder.setVisible(ladder is not None)
        self._people.show_figure(rungs_figure(ladder) if ladder is not None else None)
        for paragraph, words in ((self._beside, prospects_said), (self._lead, managers_said)):
            paragraph.setText(words(ladder) if ladder is not None else "")
            paragraph.setVisible(bool(paragraph.text()))
        if ladder is None:
            self._said.setText(_("Say what revenue is wanted and what a contract is worth, to see what that takes."))
            return
        self._said.setText(ladder_said(ladder))
        for (title, amount, sum_), step in zip(self._steps, ladder_steps(ladder, shares), strict=True):
            for label, text in zip((title, amount, sum_), step, strict=True):
                label.setText(text)

    def _lay_out(self, rows: FigureRows) -> None:
        column, grid = QVBoxLayout(self), QGridLayout(self._ladder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (rows, self._said, self._ladder, self._beside, self._people, self._lead):
            column.addWidget(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for number, (title, amount, sum_) in enumerate(self._steps):
            grid.addWidget(title, 3 * number, 0)
            grid.addWidget(amount, 3 * number, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(sum_, 3 * number + 1, 0, 1, 2)
            grid.setRowMinimumHeight(3 * number + 2, 6)

    @staticmethod
    def _step() -> tuple[Label, Label, Paragraph]:
        return Label(""), Label("", "strong"), Paragraph("", "small", "2")
