"""How many customer cases fail, in the status line: reckoned after every change, seen only when some do."""

from PySide6.QtWidgets import QPushButton

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.cases import cases_in_order
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import ngettext
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import beside_icon, name, set_caption, set_tip
from salesorg_gui.session.afterthought import Afterthought

PAUSE_MS = 400
"""Nobody waits for the count, so it waits for the hand to rest."""


class CaseCount(QPushButton):
    """Hidden while no case fails; clicked, it asks for the page of the cases."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.setProperty("rank", "status")
        self.setIconSize(icon_size())
        name(self, "status_cases", "")
        self.hide()
        self._dress()
        ground.look.changed.connect(self._dress)
        self.thoughts = Afterthought(ground.session, self._count, "cases", self, PAUSE_MS)
        self.thoughts.answered.connect(self._show)

    def _count(self, plan: Plan, chart: Chart) -> object:
        """How many cases fail; runs in a worker."""
        if not plan.cases:
            return 0
        from salesorg_gui.study.cases.trial import Trial, Verdict  # noqa: PLC0415 -- most plans have no cases

        trial = Trial(chart, self._ground.vocabulary.shipped.with_plan_roles(plan.roles))
        outcomes = trial.outcomes(cases_in_order(plan.cases))
        return sum(outcome.verdict is Verdict.FAILS for outcome in outcomes)

    @guarded(default=None)
    def _show(self, count: object) -> None:
        failing = count if isinstance(count, int) else 0
        said = ngettext("{count} case fails", "{count} cases fail", failing).format(count=failing)
        set_caption(self, beside_icon(said))
        set_tip(self, said)
        self.setVisible(bool(failing))

    @guarded(default=None)
    def _dress(self) -> None:
        self.setIcon(self._ground.look.icon("users", "text_2"))
