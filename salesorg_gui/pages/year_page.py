"""Twelve months: where the chart breaks first as the plan grows, and what a revenue target asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.pages.captioned import Captioned
from salesorg_gui.pages.figure_rows import FigureRows
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.year_target import YearTarget

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.pages.year_words import Shares
    from salesorg_gui.study.backward import Ladder
    from salesorg_gui.study.year import YearAhead

FIRST = ("growth_per_month", "monthly_churn")
LAST = (
    *("lead_to_qualified", "hot_lead_share", "prospect_to_qualified", "qualified_to_customer"),
    *("inbound_leads_per_fte", "prospects_per_outbound_fte", "qualified_per_closer_fte", "customers_per_csm"),
    *("onboarding_hours_per_customer", "ramp_months", "months_to_hire", "span_max"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the worker found."""

    year: "YearAhead"
    ladder: "Ladder | None"
    base: float
    ramp: float
    shares: "Shares"
    names: Mapping[SeatId, str]
    today: date


class YearPage(Page):
    """One sentence, the parts over the months, customers and revenue, who starts, and the way back from a target."""

    begins_with_answer = True

    def __init__(self, footing: Footing) -> None:
        super().__init__("year", footing)
        self.today = date.today
        """Which day it is; tests have one of their own."""
        self._said = self.said("year_said", "heading")
        self._then = self.said("year_then", "body", "2")
        self._heat = GraphView(self.ground.look, "year_heat", _("How full each part is, month by month"))
        self.column.addWidget(self._heat)
        self.column.addSpacing(8)
        self.column.addWidget(FigureRows(self.ground, FIRST, ["customers"]))
        self._charts = QWidget()
        self._charts.setObjectName("year_charts")
        self._graphs = self._made_graphs()
        self.column.addWidget(self._charts)
        self.heading(_("Back from a revenue target"))
        self._target = YearTarget(self.ground)
        self.column.addWidget(self._target)
        self.heading(_("What is reckoned with"))
        self.column.addWidget(FigureRows(self.ground, LAST))
        self.column.addStretch(1)  # else rows that can grow share what is left over
        self.thinks(self._reckon, self._tell)

    def _made_graphs(self) -> dict[str, Captioned]:
        titles = {
            "inbound": _("Inbound"),
            "outbound": _("Outbound"),
            "closer": _("Closing"),
            "care": _("Customer care"),
            "waiting": _("What waits"),
            "customers": _("Customers"),
            "revenue": _("Revenue"),
            "arrivals": _("Who starts"),
        }
        column = QVBoxLayout(self._charts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        graphs = {id: Captioned(self.ground.look, f"year_{id}", title) for id, title in titles.items()}
        for graph in graphs.values():
            column.addWidget(graph)
        graphs["arrivals"].graph.pointed.connect(self._light)
        graphs["arrivals"].graph.picked.connect(lambda seat: self.picked.emit(Key(Kind.SEAT, SeatId(seat))))
        return graphs

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        """What the months bring; a sentence where that cannot be told."""
        from salesorg_gui.capacity.capacity import NoCapacity  # noqa: PLC0415 -- loads networkx

        try:
            capacity = self.footing.reckon(plan, chart)
        except NoCapacity as refusal:
            return str(refusal)
        if not capacity.has_volume:
            return _("Nobody has said yet how many leads come. Give a lead source a number a month.")
        return self._found(capacity, chart)

    def _found(self, capacity: "Capacity", chart: Chart) -> Told:
        from salesorg_gui.capacity.formulas import qualified_per_lead  # noqa: PLC0415 -- loaded by now
        from salesorg_gui.pages.year_words import Shares  # noqa: PLC0415
        from salesorg_gui.study.backward import ladder_of  # noqa: PLC0415
        from salesorg_gui.study.year import year_ahead  # noqa: PLC0415

        today, figures = self.today(), capacity.situation.figures
        year = year_ahead(capacity, today)
        catalogue = self.ground.catalogue
        seats = (chart.seats[one.seat] for one in year.arrivals)
        names = {seat.id: seat.holder or seat.title or catalogue.role(seat.role).title for seat in seats}
        shares = Shares(figures.qualified_to_customer, qualified_per_lead(figures), figures.prospect_to_qualified)
        ladder = ladder_of(capacity, year.months[0].have)
        return Told(year, ladder, capacity.situation.base, figures.ramp_months, shares, names, today)

    def _tell(self, answer: object) -> None:
        self._charts.setVisible(isinstance(answer, Told))
        self._target.setVisible(isinstance(answer, Told))
        if not isinstance(answer, Told):
            self._said.setText(str(answer))
            self._then.setText("")
            self._heat.show_figure(None)
            return
        from salesorg_gui.pages import year_figures, year_words  # noqa: PLC0415 -- load networkx

        year, graphs = answer.year, self._graphs
        self._said.setText(year_words.headline(year))
        self._then.setText(" ".join(year_words.consequences(year)))
        self._then.setVisible(bool(self._then.text()))
        self._heat.show_figure(year_figures.heat_figure(year))
        for part in year.months[0].need:
            is_shown = part in year.parts
            figure = year_figures.part_figure(year, part) if is_shown else None
            graphs[part.value].show_figure(figure, year_words.part_said(year, part))
        graphs["waiting"].show_figure(year_figures.waiting_figure(year))
        graphs["customers"].show_figure(
            year_figures.customers_figure(year), year_words.customers_said(year, answer.base)
        )
        graphs["revenue"].show_figure(year_figures.revenue_figure(year), year_words.revenue_said(year))
        starts = year_figures.arrivals_figure(year, answer.names, answer.today, answer.ramp)
        count = len(year_figures.coming_of(year, answer.today, answer.ramp))
        graphs["arrivals"].show_figure(starts, year_figures.left_out_said(count))
        self._target.show_ladder(answer.ladder, answer.shares)

    @guarded(None)
    def _light(self, seat: str) -> None:
        self.lit.emit(frozenset({Key(Kind.SEAT, SeatId(seat))}) if seat else frozenset())
