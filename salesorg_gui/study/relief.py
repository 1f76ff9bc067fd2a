"""What would help where the organisation gets stuck: people, the time of colleagues, or less coming in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import fte_for_wait, rounded_up
from salesorg_gui.capacity.loads import loads_of
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.straits import MOST_SEATS
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Lane
from salesorg_gui.simulation.model import WORKING_DAYS, working_hours

TINY = 1e-6
SHORT = 0.05
"""FTE less than this are rounding."""
MOST_VOLUME = 8.0
"""How much more is tried until something gets stuck."""
ROUNDS, ROUNDS_OF_MANY = 10, 7
"""How often the way there is halved; less often on a large chart, where each look takes long."""


@dataclass(frozen=True, slots=True)
class Spare:
    """Time somebody has left for a part of the work; ``from_part`` is the other part it is taken from, if any."""

    seat: SeatId
    part: Part
    fte: float
    from_part: Part | None = None


@dataclass(frozen=True)
class Relief:
    """Where a chart gets stuck at one volume, and what would help."""

    capacity: Capacity

    @property
    def held_back(self) -> float:
        """Qualified leads a month that do not get through."""
        return self.capacity.bottleneck.demand - self.capacity.bottleneck.flow

    @property
    def is_astray(self) -> bool:
        """Whether handoffs are missing: some do not get through, and it is nobody's time that holds them back."""
        return not self.capacity.bottleneck.seats and self.held_back > TINY * (1.0 + self.capacity.bottleneck.demand)

    @cached_property
    def missing(self) -> Mapping[SeatId, Mapping[Part, float]]:
        """FTE that the seats of the bottleneck have too little, by part of their work."""
        found: dict[SeatId, Mapping[Part, float]] = {}
        for seat in self.capacity.bottleneck.seats:
            need = self.capacity.loads[seat].need
            short = {part: need[part] - self.capacity.time(seat, part) for part in need}
            if short := {part: fte for part, fte in short.items() if fte > TINY}:
                found[seat] = short
        return found

    @cached_property
    def by_part(self) -> Mapping[Part, float]:
        """The same by part, the largest first."""
        total: dict[Part, float] = {}
        for short in self.missing.values():
            for part, fte in short.items():
                total[part] = total.get(part, 0.0) + fte
        return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))

    @property
    def part(self) -> Part | None:
        """The part of the work that holds back most; nothing where none does."""
        return next(iter(self.by_part), self._first_part)

    @property
    def fte(self) -> float:
        """FTE that are missing for that part, in tenths."""
        return rounded_up(self.by_part.get(self.part, 0.0)) if self.part is not None else 0.0

    @cached_property
    def staffed(self) -> Capacity:
        """The chart with what is missing at each seat of the bottleneck."""
        return with_more(self.capacity, {seat: sum(short.values()) for seat, short in self.missing.items()})

    @cached_property
    def spare(self) -> tuple[Spare, ...]:
        """Colleagues outside of the bottleneck who have time left for the same work, and other work with time left.

        The most first. Those of the bottleneck may have set time aside that they do not need.
        """
        cut = set(self.capacity.bottleneck.seats)
        found = [
            Spare(seat, part, left)
            for part in self.by_part
            for seat in self.capacity.workers[part]
            if seat not in cut and (left := self._left(seat, part)) > SHORT
        ]
        found += [
            Spare(seat, max(short, key=lambda part: short[part]), left, other)
            for seat, short in self.missing.items()
            if self.capacity.works[seat].is_told
            for other in self.capacity.loads[seat].need.keys() - short.keys()
            if (left := self._left(seat, other)) > SHORT
        ]
        return tuple(sorted(found, key=lambda one: (-one.fte, one.seat)))

    @cached_property
    def headroom(self) -> float:
        """So many times the volume of the plan get through at most; 8 stands for any more, 0 for none at all."""
        whole = self.capacity.origin or self.capacity
        if whole.bottleneck.demand <= TINY:
            return 0.0
        low, high = (1.0, MOST_VOLUME) if _fits(whole) else (0.0, 1.0)
        if low == 1.0 and _fits(whole.at(high)):
            return high
        for _round in range(ROUNDS if len(whole.works) <= MOST_SEATS else ROUNDS_OF_MANY):
            middle = (low + high) / 2
            low, high = (middle, high) if _fits(whole.at(middle)) else (low, middle)
        return low

    @property
    def next_stuck(self) -> tuple[SeatId, ...]:
        """Who would be the first to hold back if more came in."""
        whole = self.capacity.origin or self.capacity
        return whole.at(max(self.headroom, SHORT) * (1.0 + SHORT)).bottleneck.seats

    @cached_property
    def limit(self) -> float | None:
        """The strictest time limit in working hours that was agreed on for inbound leads; nothing without any."""
        chart = self.capacity.chart
        inbound = [source.id for source in chart.sources.values() if source.lane is Lane.INBOUND]
        takers = set(self.capacity.workers[Part.INBOUND])
        ways = [way for source in inbound for way in chart.handoffs_from.get(source, ()) if way.target in takers]
        limits = [way.limit_hours for way in ways if way.limit_hours is not None and way.limit_hours > 0]
        if not limits:
            return None
        return working_hours(min(limits), self.capacity.situation.figures.hours_per_week / WORKING_DAYS)

    @property
    def fte_for_limit(self) -> float | None:
        """FTE for inbound leads that keep the mean wait within the limit (5.5)."""
        limit, leads = self.limit, self.leads
        return fte_for_wait(leads, limit, self.capacity.situation.figures) if limit and leads > 0 else None

    @property
    def leads(self) -> float:
        """Inbound leads a month, what comes back included."""
        flow = self.capacity.flow
        return sum(flow.at(seat, Phase.LEAD) for seat in self.capacity.workers[Part.INBOUND])

    @property
    def is_slow(self) -> bool:
        """Whether leads wait longer than was agreed on."""
        return self.limit is not None and self.capacity.leads > 0 and self.capacity.wait_hours > self.limit

    @property
    def _first_part(self) -> Part | None:
        """The fullest part of the bottleneck's work, where none of it has too little time as drawn."""
        parts = [
            (self.capacity.loads[seat].need[part] / max(self.capacity.time(seat, part), TINY), part)
            for seat in self.capacity.bottleneck.seats
            for part in self.capacity.loads[seat].need
        ]
        return max(parts)[1] if parts else None

    def _left(self, seat: SeatId, part: Part) -> float:
        return self.capacity.time(seat, part) - self.capacity.loads[seat].need[part]


def with_more(capacity: Capacity, fte: Mapping[SeatId, float]) -> Capacity:
    """The same chart with more FTE at some seats; who keeps how many of today's customers is shared out anew."""
    works = {
        seat: work._replace(fte=work.fte + fte[seat]) if seat in fte else work for seat, work in capacity.works.items()
    }
    loads = loads_of(works, capacity.flow, capacity.situation)
    return replace(capacity, works=works, loads=loads, origin=None)


def _fits(capacity: Capacity) -> bool:
    stuck = capacity.bottleneck
    return stuck.flow >= stuck.demand * (1.0 - TINY)
