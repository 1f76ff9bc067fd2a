"""Who works together: the members of pods, the owners of segments, and shared seats that help them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByPod, BySeat, Gathered
from salesorg_gui.domain.ids import PodId, SeatId, StageId
from salesorg_gui.domain.records import Seat
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.market import Owner
from salesorg_gui.rules.terms import CARE, CLOSE, CLOSING, FIND

POD, ALSO_IN = attrgetter("pod"), attrgetter("also_in")
FEWEST_SEATS = 2
"""One seat that does everything is no team."""

type Stages = tuple[tuple[StageId, ...], ...]
"""The stages of one seat after the other."""


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
        return self._named(self.chart.seats[seat]) or None

    @pods.at_once
    def _pods(self) -> Mapping[SeatId, tuple[PodId, ...]]:
        seats, ids = self.chart.seats, self.chart.seat_ids
        alone: dict[PodId | None, tuple[PodId, ...]] = {pod: (pod,) for pod in self.chart.pods}
        several = {id: self._named(seat) for id, seat in seats.items() if seat.also_in}
        own: Iterable[tuple[PodId, ...] | None] = map(alone.get, map(POD, map(seats.__getitem__, ids)))
        if several:
            own = [several.get(id, pods) for id, pods in zip(ids, own, strict=True)]
        return {id: pods for id, pods in zip(ids, own, strict=True) if pods}

    def _named(self, seat: Seat) -> tuple[PodId, ...]:
        known = self.chart.pods
        return tuple(dict.fromkeys(pod for pod in (seat.pod, *seat.also_in) if pod is not None and pod in known))

    @BySeat
    def shared(self, seat: SeatId) -> bool | None:
        """The seats that are marked as shared."""
        return self.chart.seats[seat].shared or None

    @shared.among
    def _shared(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.shared])

    @ByPod
    def rosters(self, pod: PodId) -> tuple[SeatId, ...] | None:
        """The members of each pod that has any."""
        own = [seat.id for seat in self.chart.members.get(pod, ())]
        return tuple(sorted({*own, *self._guests.get(pod, ())})) or None

    @rosters.at_once
    def _rosters(self) -> Mapping[PodId, tuple[SeatId, ...]]:
        seats, several = self.chart.seats, self.in_several
        found: dict[PodId, list[SeatId]] = defaultdict(list)
        if any(map(ALSO_IN, seats.values())):
            for seat, pods in self.pods.items():
                for pod in pods if seat in several or pods[0] == seats[seat].pod else ():
                    found[pod].append(seat)
        else:
            for seat, (pod,) in self.pods.items():
                found[pod].append(seat)
        return {pod: tuple(found[pod]) for pod in sorted(found)}

    @ByPod
    def crews(self, pod: PodId) -> tuple[SeatId, ...] | None:
        """Who carries the customers of each pod: its members, then shared seats that work with them."""
        return self.with_helpers(self.members(pod)) or None

    @crews.at_once
    def _crews(self) -> Mapping[PodId, tuple[SeatId, ...]]:
        if not self.shared:
            return self.rosters
        crews = {pod: self.with_helpers(self.members(pod)) for pod in sorted(self.chart.pods)}
        return {pod: crew for pod, crew in crews.items() if crew}

    @Gathered
    def pods_alike(self) -> Mapping[tuple[Stages, Stages], Sequence[PodId]]:
        """The pods by the stages of each of their members, and of those who help them."""
        stages, rosters, crews = self.graphs.duties.stages, self.rosters, self.crews
        alike: dict[tuple[Stages, Stages], list[PodId]] = defaultdict(list)
        for pod in sorted(self.chart.pods):
            crew = tuple([stages[seat] for seat in crews.get(pod, ())])
            members = len(rosters.get(pod, ()))
            alike[crew[:members], crew[members:]].append(pod)
        return alike

    @BySeat
    def in_several(self, seat: SeatId) -> bool | None:
        """The seats that stand in more than one pod."""
        return len(self.pods.get(seat, ())) > 1 or None

    @in_several.among
    def _in_several(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.also_in])

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

    def crew(self, pod: PodId) -> tuple[SeatId, ...]:
        """Who carries the customers of a pod: its members, then shared seats that work with them."""
        return self.crews.get(pod, ())

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
        stages = self.graphs.duties.stages
        return is_whole([stages[seat] for seat in seats])

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


def is_whole(stages: Iterable[tuple[StageId, ...]]) -> bool:
    """Whether seats with these stages cover find, close and care, and it is not one seat that does it all."""
    at_work = [own for own in stages if own]
    covered = frozenset().union(*at_work)
    return len(at_work) >= FEWEST_SEATS and all(not part.isdisjoint(covered) for part in (FIND, CLOSE, CARE))
