"""Who could do the work of somebody who is away: the same stages, in the same place, with room, and near by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from heapq import nsmallest
from math import inf

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.loads import Load
from salesorg_gui.capacity.work import PART_OF
from salesorg_gui.domain.ids import PodId, SeatId, StageId
from salesorg_gui.study.territory import Place, Territory

MOST_PLACES = 12
"""Of a seat with more places than these, only so many are asked for somebody with room."""
MOST_ASKED = 5
"""Of all who cover a stage side by side, those with the most room."""
MOST_STAND_INS = 3
FULL = 1.0
STRETCHED = 1.2
"""Beyond this load (look: bold from 120 %) somebody does not last; who stays below comes first."""


class Nearness(IntEnum):
    """How near a stand-in is, the nearest first."""

    SAME_SEAT = 0
    SAME_POD = 1
    SAME_MANAGER = 2
    SAME_PLACE = 3
    ELSEWHERE = 4


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who could take over ``stages``; ``before`` and ``after`` is the load, work as a share of time.

    Without any volumes nobody has a load, and both are 0.
    """

    seat: SeatId
    stages: tuple[StageId, ...]
    nearness: Nearness
    before: float
    after: float


type _Corner = tuple[str, object, StageId]


@dataclass(frozen=True)
class StandIns:
    """Finds stand-ins in one chart among the seats of ``present``; without a capacity, by place alone."""

    territory: Territory
    capacity: Capacity | None
    present: frozenset[SeatId]

    def for_seat(self, seat: SeatId) -> tuple[StandIn, ...]:
        """The best for as many stages as one can, then for what is left; colleagues on the same seat before all."""
        left = dict.fromkeys(self.territory.graphs.duties.stages[seat])
        record = self.territory.chart.seats[seat]
        if left and record.headcount > 1:
            before, after = self._load(seat), self._load(seat) * record.headcount / (record.headcount - 1)
            return (StandIn(seat, tuple(left), Nearness.SAME_SEAT, before, after),)
        found: list[StandIn] = []
        asked = dict.fromkeys(self._asked(seat))
        while left and len(found) < MOST_STAND_INS:
            able = [one for other in asked if (one := self._able(other, seat, left)) is not None]
            if not able:
                break
            best = min(able, key=lambda one: self._rank(one, seat))
            found.append(best)
            for stage in best.stages:
                del left[stage]
        return tuple(found)

    def _able(self, other: SeatId, seat: SeatId, wanted: Iterable[StageId]) -> StandIn | None:
        covered = self.territory.graphs.duties.stages[other]
        stages = tuple(stage for stage in wanted if stage in covered)
        if other == seat or not stages:
            return None
        before = self._load(other)
        more = self._work(seat, stages)
        after = before + (more / have if (have := self._have(other)) > 0 else inf) if more > 0 else before
        return StandIn(other, stages, self._nearness(other, seat), before, after)

    def _rank(self, one: StandIn, seat: SeatId) -> tuple[object, ...]:
        """Least first: who takes most of the work, in the same place, without breaking, near by, with most room."""
        work = self._work(seat, one.stages)
        is_elsewhere = one.nearness is Nearness.ELSEWHERE
        stretched = one.after > STRETCHED
        return (-round(work, 9), -len(one.stages), is_elsewhere, stretched, one.nearness, one.after, one.seat)

    def _work(self, seat: SeatId, stages: Iterable[StageId]) -> float:
        """FTE that some stages of a seat take: of a part of the work that another does only in part, the whole."""
        load = self._loads.get(seat)
        if load is None:
            return 0.0
        parts = {PART_OF[stage] for stage in stages if stage in PART_OF}
        return sum(load.need.get(part, 0.0) for part in parts)

    def _asked(self, seat: SeatId) -> Iterator[SeatId]:
        """Some of those who cover a stage of the seat: near by, in its places, and anywhere, each with most room."""
        chart = self.territory.chart
        pods, manager = self.territory.teams.pods.get(seat, ()), chart.manager_of(seat)
        places = self.territory.places[seat][:MOST_PLACES]
        for stage in self.territory.graphs.duties.stages[seat]:
            corners: list[_Corner] = [("pod", pod, stage) for pod in pods]
            corners += [("manager", manager, stage)] if manager is not None else []
            corners += [("place", one, stage) for place in places for one in self.territory.around(place)]
            for corner in (*corners, ("place", None, stage)):
                yield from self._corners.get(corner, ())

    @cached_property
    def _corners(self) -> Mapping[_Corner, tuple[SeatId, ...]]:
        """Those with the most room of all who cover a stage in a pod, under a manager, in a place, or anywhere."""
        chart, stages = self.territory.chart, self.territory.graphs.duties.stages
        found: dict[_Corner, list[SeatId]] = defaultdict(list)
        for seat in sorted(self.present):
            pods: tuple[PodId, ...] = self.territory.teams.pods.get(seat, ())
            manager = chart.manager_of(seat)
            places: dict[Place, None] = dict.fromkeys((*self.territory.places[seat], None))
            for stage in stages[seat]:
                for pod in pods:
                    found["pod", pod, stage].append(seat)
                if manager is not None:
                    found["manager", manager, stage].append(seat)
                for place in places:
                    found["place", place, stage].append(seat)
        least = {seat: (self._load(seat), seat) for seat in self.present}
        return {corner: tuple(nsmallest(MOST_ASKED, seats, key=least.__getitem__)) for corner, seats in found.items()}

    def _nearness(self, other: SeatId, seat: SeatId) -> Nearness:
        pods, chart = self.territory.teams.pods, self.territory.chart
        if not set(pods.get(seat, ())).isdisjoint(pods.get(other, ())):
            return Nearness.SAME_POD
        places = {one for place in self.territory.places[seat] for one in (place, *self.territory.around(place))}
        is_here = not places.isdisjoint(self.territory.places[other])
        if is_here and chart.manager_of(seat) is not None and chart.manager_of(seat) == chart.manager_of(other):
            return Nearness.SAME_MANAGER
        return Nearness.SAME_PLACE if is_here else Nearness.ELSEWHERE

    @cached_property
    def _loads(self) -> Mapping[SeatId, Load]:
        return self.capacity.loads if self.capacity is not None else {}

    def _load(self, seat: SeatId) -> float:
        load = self._loads.get(seat)
        return load.utilisation if load is not None else 0.0

    def _have(self, seat: SeatId) -> float:
        load = self._loads.get(seat)
        return load.have if load is not None else 0.0
