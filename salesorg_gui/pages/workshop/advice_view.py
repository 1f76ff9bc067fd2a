"""What the advisor says at the third step: in one sentence, as bars, and factor by factor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.i18n import _
from salesorg_gui.pages.facts import Facts
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label
from salesorg_gui.rules.amounts import signed

if TYPE_CHECKING:
    from salesorg_gui.study.counsel import Counsel


class AdviceView(QWidget):
    """``chosen`` asks to choose the recommended structure for the chart on show."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("workshop_advice")
        self._sentence = Wrapped("", "heading")
        self._sentence.setObjectName("advice_said")
        self._stage = Wrapped("", "body", "1")
        self._stage.setObjectName("advice_stage")
        self._note = Wrapped("", "small", "2")
        self._note.setObjectName("advice_note")
        self._bars = GraphView(look, "advice_scores", _("Points of each structure"))
        self._choose = TextButton(look, "", "advice_choose", icon="check")
        self._choose.clicked.connect(self.chosen)
        self._factors = Facts(look, "advice_factors")
        self._lay_out()

    def show_counsel(self, found: "Counsel", catalogue: Catalogue, chosen: str) -> None:
        """Show the advice; ``chosen`` is the structure the chart on show was given."""
        from salesorg_gui.study.counsel import in_one_sentence, of_answers, of_stages  # noqa: PLC0415 -- known by now

        self._sentence.setText(in_one_sentence(found, catalogue))
        self._stage.setText(of_stages(found, catalogue))
        self._note.setText(of_answers(found))
        self._bars.show_figure(self._scores(found, catalogue))
        title = catalogue.structures[found.advice.model].title
        self._choose.setText(" " + _("Choose {model} for this chart").format(model=title).replace("&", "&&"))
        self._choose.setVisible(chosen != found.advice.model)
        self._explain(found, catalogue)

    def _scores(self, found: "Counsel", catalogue: Catalogue) -> Bars:
        """A bar each, the best first; what is not offered says why."""
        barred = {one.model: one.text for one in found.advice.excluded}
        order = sorted(found.advice.scores, key=lambda model: (model in barred, -found.advice.scores[model]))
        rows = (
            Row(
                catalogue.structures[model].title,
                float(found.advice.scores[model]),
                shown=signed(found.advice.scores[model]),
                note=_("Not offered. {reason}").format(reason=barred[model]) if model in barred else "",
                ink="accent" if model == found.advice.model else "",
            )
            for model in order
        )
        return Bars(tuple(rows), _("points"))

    def _explain(self, found: "Counsel", catalogue: Catalogue) -> None:
        """Why: every factor that counts, those that weigh most first, with its points."""
        self._factors.clear()
        self._factors.heading(_("Why, what weighs most first"))
        for weight in found.weights:
            points = (
                f"{catalogue.structures[model].title} {signed(count)}"
                for model, count in weight.points.items()
                if count
            )
            self._factors.explained(weight.factor.text, " · ".join(points))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addStretch()
        column.addWidget(Label(_("What the answers speak for"), "strong"))
        column.addWidget(self._sentence)
        column.addWidget(self._bars)
        column.addWidget(self._stage)
        column.addWidget(self._note)
        column.addLayout(row)
        column.addWidget(self._factors)
