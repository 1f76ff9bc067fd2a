"""Who works together: the members of pods, the owners of segments, and shared seats that help them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByPod, BySeat
from salesorg_gui.domain.ids import PodId, SeatId, StageId
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.market import Owner
from salesorg_gui.rules.terms import CARE, CLOSE, CLOSING, FIND

FEWEST_SEATS = 2
"""One seat that does everything is no team."""


@dataclass(frozen=True)
class Teams:
    """The teams of one chart. What is told of single seats stands apart, so that a new name changes nothing here."""

    graphs: Graphs

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.graphs.chart

    @BySeat
    def pods(self, seat: SeatId) -> tuple[PodId, ...] | None:
        """The pods a seat stands in, its own first."""
        record, known = self.chart.seats[seat], self.chart.pods
        named = (record.pod, *record.also_in)
        return tuple(dict.fromkeys(pod for pod in named if pod is not None and pod in known)) or None

    @BySeat
    def shared(self, seat: SeatId) -> bool | None:
        """The seats that are marked as shared."""
        return self.chart.seats[seat].shared or None

    @BySeat
    def heads(self, seat: SeatId) -> int:
        """How many people hold each seat."""
        return self.chart.seats[seat].headcount

    @ByPod
    def rosters(self, pod: PodId) -> tuple[SeatId, ...] | None:
        """The members of each pod that has any."""
        own = [seat.id for seat in self.chart.members.get(pod, ())]
        return tuple(sorted({*own, *self._guests.get(pod, ())})) or None

    @BySeat
    def in_several(self, seat: SeatId) -> bool | None:
        """The seats that stand in more than one pod."""
        return len(self.pods.get(seat, ())) > 1 or None

    @cached_property
    def _guests(self) -> Mapping[PodId, tuple[SeatId, ...]]:
        """The members of each pod that stand in others as well."""
        guests: dict[PodId, list[SeatId]] = defaultdict(list)
        for seat in self.in_several:
            for pod in self.pods[seat]:
                guests[pod].append(seat)
        return {pod: tuple(seats) for pod, seats in guests.items()}

    def members(self, pod: PodId) -> tuple[SeatId, ...]:
        """The seats of a pod, those that also stand in others included."""
        return self.rosters.get(pod, ())

    def people(self, seats: Iterable[SeatId]) -> int:
        """Headcount of some seats together."""
        heads = self.heads
        return sum(heads[seat] for seat in seats)

    def crew(self, pod: PodId) -> tuple[SeatId, ...]:
        """Who carries the customers of a pod: its members, then shared seats that work with them."""
        return self.with_helpers(self.members(pod))

    def behind(self, owner: Owner) -> tuple[SeatId, ...]:
        """An owner of a segment as seats: itself, or the crew of the pod."""
        return self.crew(PodId(owner)) if owner in self.chart.pods else (SeatId(owner),)

    def with_helpers(self, team: Iterable[SeatId]) -> tuple[SeatId, ...]:
        """Some seats, and every shared seat that hands them customers or takes customers from them."""
        crew, shared = dict.fromkeys(team), self.shared
        if shared:
            onward, back = self.graphs.passes, self.graphs.passed_by
            near = [other for seat in crew for other in (*onward.get(seat, ()), *back.get(seat, ()))]
            crew |= dict.fromkeys(other for other in near if other in shared)
        return tuple(crew)

    def stages(self, seats: Iterable[SeatId]) -> frozenset[StageId]:
        """What some seats cover together."""
        stages = self.graphs.duties.stages
        return frozenset().union(*(stages[seat] for seat in seats))

    def are_complete(self, seats: Iterable[SeatId]) -> bool:
        """Whether some seats cover find, close and care, and it is not one seat that does it all."""
        at_work = [seat for seat in seats if self.graphs.duties.stages[seat]]
        stages = self.stages(at_work)
        return len(at_work) >= FEWEST_SEATS and all(not part.isdisjoint(stages) for part in (FIND, CLOSE, CARE))

    def closing_for(self, owner: Owner) -> tuple[Owner, ...]:
        """Where those who close for an owner of a segment are looked for: with itself, else in its pods."""
        stages = self.graphs.duties.stages
        if owner in self.chart.pods or any(CLOSING in stages[seat] for seat in self.behind(owner)):
            return (owner,)
        return self.pods.get(SeatId(owner), ())

    def closers(self, owner: Owner) -> tuple[SeatId, ...]:
        """Who closes for an owner of a segment: those of the pod, or the seat itself, else those of its pods."""
        stages = self.graphs.duties.stages
        near = (seat for one in self.closing_for(owner) for seat in self.behind(one))
        return tuple(seat for seat in near if CLOSING in stages[seat])
