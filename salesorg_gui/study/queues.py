"""Who shares which work, how long it waits there, and what is left undone when one of them is away.

Seats with the same part of the work and a common place share one queue. It waits as section 5.5 of the domain notes
reckons for inbound leads, here for every part of the work: one queue, served by all together (M/M/1).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import NamedTuple

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month
from salesorg_gui.capacity.phases import Phase, phase_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.rules.graphs import Delivery
from salesorg_gui.study.territory import Place, Territory

PHASES: Mapping[Part, Phase] = {
    Part.INBOUND: Phase.LEAD,
    Part.OUTBOUND: Phase.PROSPECT,
    Part.CLOSER: Phase.QUALIFIED,
    Part.CARE: Phase.SIGNED,
}
"""Who waits for each part of the work."""
PARTS: Mapping[Phase, Part] = {phase: part for part, phase in PHASES.items()}


class Limit(NamedTuple):
    """How many hours whoever takes a handoff has for it."""

    hours: float
    handoff: HandoffId


@dataclass
class Queue:
    """One queue: ``need`` and ``have`` in FTE, ``arriving`` a month, ``per_fte`` what one FTE serves a month.

    ``kept`` FTE of the time are taken by customers of today. ``limits`` are sorted, the strictest first.
    """

    part: Part
    per_fte: float
    hours: float
    need: float = 0.0
    have: float = 0.0
    arriving: float = 0.0
    limits: list[Limit] = field(default_factory=list)

    @property
    def kept(self) -> float:
        """FTE for what does not come anew."""
        return max(0.0, self.need - self.arriving / self.per_fte)

    def wait(self, fte: float) -> float:
        """Working hours somebody waits with so many FTE; ``inf`` where the queue grows without end."""
        return wait_in(self.arriving, (fte - self.kept) * self.per_fte, self.hours)

    def broken(self, before: float, after: float) -> tuple[Limit, ...]:
        """The limits that are kept with a wait ``before``, and are not with a wait ``after``."""
        begin, end = (bisect_left(self.limits, Limit(wait, HandoffId(""))) for wait in (before, after))
        return tuple(self.limits[begin:end])


def wait_in(arriving: float, served: float, hours: float) -> float:
    """Mean wait in one common queue, with amounts in the same ``hours`` (5.5)."""
    if arriving <= 0:
        return 0.0
    return inf if served <= arriving else arriving / served / ((served - arriving) / hours)


def served_by_one(part: Part, figures: CapacityDefaults) -> float:
    """How many one full-time person serves a month (5.1 to 5.4); ``inf`` where they take no time."""
    match part:
        case Part.INBOUND:
            return figures.inbound_leads_per_fte
        case Part.OUTBOUND:
            return figures.prospects_per_outbound_fte
        case Part.CLOSER:
            return figures.qualified_per_closer_fte
    hours = figures.onboarding_hours_per_customer
    return hours_per_month(figures) / hours if hours > 0 else inf


@dataclass(frozen=True)
class Queues:
    """The queues of one chart. Only seats of ``present`` work them off; work comes to the others all the same."""

    territory: Territory
    capacity: Capacity
    present: frozenset[SeatId]

    def of(self, seat: SeatId, part: Part) -> Queue:
        """The queue a seat works off."""
        return self._made[self._number(seat, part)]

    @cached_property
    def _made(self) -> Mapping[int, Queue]:
        capacity, figures = self.capacity, self.capacity.situation.figures
        hours, queues = hours_per_month(figures), dict[int, Queue]()
        for seat, work in capacity.works.items():
            for part in work.shares:
                number = self._number(seat, part)
                if number not in queues:
                    queues[number] = Queue(part, served_by_one(part, figures), hours)
                queue = queues[number]
                queue.need += capacity.loads[seat].need[part]
                queue.arriving += capacity.flow.at(seat, PHASES[part])
                if seat in self.present:
                    queue.have += capacity.time(seat, part)
        for delivery in self.territory.graphs.moves:
            self._limit(delivery, queues)
        for queue in queues.values():
            queue.limits.sort()
        return queues

    def _limit(self, delivery: Delivery, queues: Mapping[int, Queue]) -> None:
        """Note the limit of a handoff with the queue it leads to; that of what is handed over where none is agreed."""
        handed = delivery.object
        assert handed is not None, "only a known object moves a customer"
        agreed = delivery.handoff.limit_hours
        hours = agreed if agreed is not None else handed.limit_hours
        part, work = PARTS.get(phase_of(handed)), self.capacity.works.get(delivery.taker)
        if hours > 0 and part is not None and work is not None and part in work.shares:
            queues[self._number(delivery.taker, part)].limits.append(Limit(hours, delivery.handoff.id))

    def _number(self, seat: SeatId, part: Part) -> int:
        return self._groups[part][self.territory.places[seat][0]]

    @cached_property
    def _groups(self) -> Mapping[Part, Mapping[Place, int]]:
        """Which places share a queue: those in which one and the same seat works."""
        joined: dict[Part, list[tuple[Place, ...]]] = defaultdict(list)
        for seat, work in self.capacity.works.items():
            for part in work.shares:
                joined[part].append(self.territory.places[seat])
        start, found = 0, dict[Part, Mapping[Place, int]]()
        for part in Part:
            found[part] = {place: start + number for place, number in together(joined[part]).items()}
            start += len(found[part])
        return found


def together[T](joined: Iterable[tuple[T, ...]]) -> dict[T, int]:
    """A number for each thing; things that are joined directly or through others share theirs."""
    numbers: dict[T, int] = {}
    above: list[int] = []

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for group in joined:
        for one in group:
            if one not in numbers:
                numbers[one] = len(above)
                above.append(len(above))
        for one in group[1:]:
            above[top(numbers[one])] = top(numbers[group[0]])
    return {one: top(number) for one, number in numbers.items()}
