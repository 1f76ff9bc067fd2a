"""The document: one or more charts of one organisation, and what the organisation said about itself."""

from collections.abc import Mapping
from dataclasses import field, replace

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, ChartId, ObjectId, RoleId, StageId
from salesorg_gui.domain.records import Extra, Json
from salesorg_gui.domain.slides import Slide
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role of this plan alone, or, with the id of a catalogue role, this plan's texts for it.

    ``texts`` is keyed by document field (domain.md section 7); fields left out come from the role ``based_on``
    or from the catalogue. ``None`` in the facts means the same.
    """

    id: RoleId
    title: str = ""
    based_on: RoleId | None = None
    purpose: str | None = None
    stages: tuple[StageId, ...] | None = None
    inputs: tuple[ObjectId, ...] | None = None
    outputs: tuple[ObjectId, ...] | None = None
    reports_to: tuple[RoleId, ...] | None = None
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """Everything that is saved in a file, and nothing else.

    ``answers`` holds the questions of domain.md 9.1 and the sales values, ``parameters`` what differs from the
    defaults: ``{"rule-id": {"name": value}, "capacity": {...}}``.
    """

    title: str = ""
    language: str = "en"
    answers: Mapping[str, Json] = field(default_factory=dict)
    parameters: Mapping[str, Json] = field(default_factory=dict)
    roles: Mapping[RoleId, OwnRole] = field(default_factory=dict)
    charts: Mapping[ChartId, Chart] = field(default_factory=dict)
    slides: tuple[Slide, ...] = ()
    cases: Mapping[CaseId, Case] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)

    @property
    def first_chart(self) -> Chart:
        """The leftmost tab. A plan always has one."""
        return self.charts_in_order[0]

    @property
    def charts_in_order(self) -> tuple[Chart, ...]:
        """Charts as their tabs stand."""
        return tuple(sorted(self.charts.values(), key=lambda chart: (chart.order, chart.id)))

    def with_chart(self, chart: Chart) -> "Plan":
        """The plan with this chart added or put in place of its namesake."""
        return replace(self, charts={**self.charts, chart.id: chart})


def empty_plan(title: str = "", chart_title: str = "As is", language: str = "en") -> Plan:
    """A plan with one empty chart."""
    chart = Chart(ChartId("as-is"), chart_title)
    return Plan(title, language, charts={chart.id: chart})
