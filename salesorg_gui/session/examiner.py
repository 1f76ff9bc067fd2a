"""Lets the rules look at the chart after every change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.finding import Findings
from salesorg_gui.session.afterthought import Afterthought
from salesorg_gui.session.session import Session

type Examine = Callable[[Plan, Chart], Findings]


class Examiner(Afterthought):
    """Emits ``found`` with the findings of the chart on show."""

    found = Signal(object)

    def __init__(self, session: Session, examine: Examine, parent: QObject | None = None) -> None:
        super().__init__(session, _sorted_by(examine), "rules", parent)
        self._findings = Findings()
        self.answered.connect(self._take)

    @property
    def findings(self) -> Findings:
        """What was found last."""
        return self._findings

    def _take(self, found: object) -> None:
        assert isinstance(found, Findings)
        self._findings = found
        self.found.emit(found)


def _sorted_by(examine: Examine) -> Examine:
    """In the worker: find, and sort by record and severity what panels and canvas will ask for at once."""

    def look(plan: Plan, chart: Chart) -> Findings:
        found = examine(plan, chart)
        assert found.by_key is not None
        assert found.counts is not None
        return found

    return look
