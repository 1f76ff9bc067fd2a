"""The charts of a plan: another to look at, a copy to try something on, a new name, one less."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import InChart
from salesorg_gui.domain.edits.plan import AddChart, DescribeChart, RemoveChart
from salesorg_gui.domain.ids import ChartId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.session.session import Session

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def scenario(plan: Plan, chart: Chart) -> Chart:
    """A copy of a chart as the next option, behind the last tab."""
    last = max(one.order for one in plan.charts.values())
    return replace(
        chart,
        id=ChartId(fresh_id("c", plan.charts)),
        title=next_option(plan),
        order=last + 1,
        based_on=chart.id,
    )


def next_option(plan: Plan) -> str:
    """``Option A``, ``Option B`` …, whichever is free."""
    taken = {chart.title for chart in plan.charts.values()}
    names = [_("Option {letter}").format(letter=letter) for letter in LETTERS]
    numbered = _("Option {letter}").format(letter=len(plan.charts) + 1)
    return next((name for name in names if name not in taken), numbered)


class ChartCommands(QObject):
    """Works on the charts of a session's plan."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._session = session

    def add(self) -> None:
        """Add a copy of the chart on show, and show it."""
        copy = scenario(self._session.plan, self._session.chart)
        if self._session.perform(AddChart(copy)):
            self._session.show_chart(copy.id)

    def rename(self, chart: str, title: str) -> None:
        """Give a chart another title."""
        self._session.perform(InChart(ChartId(chart), DescribeChart(title=title)))

    def remove(self) -> None:
        """Take the chart on show out of the plan."""
        self._session.perform(RemoveChart(self._session.chart.id))

    def show(self, chart: str) -> None:
        """Show a chart."""
        self._session.show_chart(ChartId(chart))

    def step(self, by: int) -> None:
        """Show the next or previous chart, round and round."""
        charts = [chart.id for chart in self._session.plan.charts_in_order]
        at = charts.index(self._session.chart.id)
        self._session.show_chart(charts[(at + by) % len(charts)])
