"""What inbound sources bring: to whom, and after how many hours somebody takes it up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByHandoff
from salesorg_gui.domain.ids import HandoffId
from salesorg_gui.domain.records import Lane
from salesorg_gui.rules.graphs import Delivery, Graphs, LeadSource
from salesorg_gui.rules.terms import INBOUND, RAW_LEAD


@dataclass(frozen=True)
class Inbound:
    """The handoffs of inbound sources of one chart."""

    graphs: Graphs

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.graphs.chart

    @ByHandoff
    def agreed_waits(self, id: HandoffId) -> float | None:
        """After how many hours somebody takes up what an inbound source brings, where that was agreed on."""
        one = self.graphs.delivered.get(id)
        if one is None or not isinstance(one.giver, LeadSource) or INBOUND not in self.graphs.duties.stages[one.taker]:
            return None
        is_inbound = self.chart.sources[one.giver.source].lane is Lane.INBOUND
        return one.handoff.limit_hours or None if is_inbound else None

    @Carried
    def _by_wait(self) -> Tally[float, float]:
        return Tally.of(self.agreed_waits, float)

    @_by_wait.after
    def _by_wait_now(self, before: Tally[float, float]) -> Tally[float, float]:
        return before.after(self.agreed_waits)

    @cached_property
    def waits(self) -> Mapping[float, int]:
        """The hours that were agreed on, and how often each."""
        return self._by_wait.counts

    @ByHandoff
    def past(self, id: HandoffId) -> Delivery | None:
        """The raw leads that an inbound source hands to somebody who does not qualify them."""
        one = self.graphs.delivered.get(id)
        if one is None or one.handoff.object != RAW_LEAD or not one.moves_customer:
            return None
        is_inbound = isinstance(one.giver, LeadSource) and self.chart.sources[one.giver.source].lane is Lane.INBOUND
        return one if is_inbound and INBOUND not in self.graphs.duties.stages[one.taker] else None

    @past.among
    @agreed_waits.among
    def _fed(self) -> Iterable[HandoffId]:
        drawn = self.chart.handoffs_from
        inbound = [id for id, source in self.chart.sources.items() if source.lane is Lane.INBOUND]
        return sorted(one.id for id in inbound for one in drawn.get(id, ()))
