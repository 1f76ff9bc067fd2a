"""What a plan says about the company a chart is of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.questions import Fact
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SegmentId
from salesorg_gui.domain.records import Lane
from salesorg_gui.rules.amounts import in_any_order, number
from salesorg_gui.rules.hiring_facts import Hiring
from salesorg_gui.rules.market import Market, Owner
from salesorg_gui.rules.nested import around, plain
from salesorg_gui.rules.terms import ISLAND, VERTICAL


@dataclass(frozen=True)
class Company:
    """A chart and what was answered about the company.

    ``answers`` are those of the advisor, with its defaults where nobody answered. ``facts`` know no defaults: a rule
    whose fact is unknown is silent, never wrong.
    """

    chart: Chart
    answers: Mapping[str, str | float | bool]
    facts: Mapping[str, Fact]

    def told(self, question: str) -> Fact | None:
        """What the plan answered; ``None`` when nobody knows."""
        return self.facts.get(question)

    @cached_property
    def hiring(self) -> Hiring:
        """Which seats somebody is wanted for."""
        return Hiring(self.chart)

    @cached_property
    def market(self) -> Market:
        """The segments, and who owns what."""
        return Market(self.chart)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn that a rule could speak of."""
        return not self.chart.seats and not self.chart.sources

    @property
    def is_startup(self) -> bool:
        """Whether the company calls itself one."""
        return bool(self.answers["startup"])

    @property
    def is_island(self) -> bool:
        """Whether each seller is meant to keep the customer."""
        return self.chart.model == ISLAND

    @property
    def inbound_leads(self) -> float:
        """Leads a month that come in by themselves: what the sources bring, else the answer given."""
        return self.known_inbound_leads or 0.0

    @property
    def known_inbound_leads(self) -> float | None:
        """The same; ``None`` when neither the sources nor the answers say it."""
        inbound = (source for source in self.chart.sources.values() if source.lane is Lane.INBOUND)
        brought = in_any_order(max(number(source.per_month) or 0.0, 0.0) for source in inbound)
        match self.told("inbound_leads"):
            case float() | int() as told if not brought:
                return max(float(told), 0.0)
        return brought or None

    @cached_property
    def owned(self) -> Mapping[Owner, tuple[SegmentId, ...]]:
        """The segments each seat or pod has; a pod has those it serves as well."""
        return self.market.owned

    @cached_property
    def industries(self) -> Mapping[SegmentId, frozenset[str]]:
        """For each vertical that has a name the plain names of it and of those around it."""
        named = (one for one in self.chart.segments.values() if one.axis == VERTICAL and one.value.strip())
        return {one.id: frozenset(plain(other.value) for other in around(self.chart, one)) for one in named}
