"""What one more full-time person at a seat is worth: how much more gets through, and how much less long leads wait.

It is the largest flow with one FTE more at the seat, less the largest flow now. A seat whose room does not lie in the
smallest cut cannot let more through: the cut stays as narrow. So only the seats of the cut are looked at, and where
it is narrow at those who keep today's customers, all who keep some: one more person there takes customers off them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import wait_hours
from salesorg_gui.capacity.loads import Load, kept_of, time_for
from salesorg_gui.capacity.straits import (
    GRAINS,
    MOST_SEATS,
    SLOT,
    Straits,
    demand_of,
    grains,
    room_for,
    rooms_of,
    starts_of,
    straits_of,
)
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.domain.ids import SeatId

MOST, MOST_OF_MANY = 60, 12
"""So many seats are looked at one by one, the fullest first; fewer on a large chart, where each takes long."""
TINY = 1e-6
ONE = 1.0


@dataclass(frozen=True, slots=True)
class Worth:
    """What one more FTE at a seat brings a month: ``flow`` qualified leads and ``customers``; ``wait`` hours after it.

    ``wait`` is nothing for who does not qualify inbound leads.
    """

    seat: SeatId
    flow: float
    customers: float
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Worths:
    """The seats that are worth one more person, best first; ``asked`` of ``possible`` seats were looked at.

    Of those that were not possible it is known that nothing more would get through.
    """

    seats: tuple[Worth, ...] = ()
    asked: int = 0
    possible: int = 0


def worths_of(capacity: Capacity, most: int | None = None) -> Worths:
    """What one more person is worth at the seats where it is worth anything; at ``most`` so many are looked at."""
    if most is None:
        most = MOST if len(capacity.works) <= MOST_SEATS else MOST_OF_MANY
    candidates = _candidates(capacity)
    asked = sorted(candidates, key=lambda seat: (-capacity.loads[seat].utilisation, seat))[:most]
    flows = _Flows(capacity).of(asked) if asked else {}
    have = capacity.have(Part.INBOUND)
    waits = {seat: _wait(capacity, seat, have) for seat in capacity.workers[Part.INBOUND]}
    before = capacity.wait_hours
    helped = [seat for seat, wait in waits.items() if wait < before]
    rate = capacity.situation.figures.qualified_to_customer
    found = [
        Worth(seat, flows.get(seat, 0.0), flows.get(seat, 0.0) * rate, waits.get(seat))
        for seat in dict.fromkeys([*asked, *helped])
    ]
    worthy = [one for one in found if one.flow > TINY or (one.wait is not None and one.wait < before)]
    worthy.sort(key=lambda one: (-round(one.flow, 6), one.wait is None, one.wait or 0.0, one.seat))
    return Worths(tuple(worthy), len(asked), len(candidates))


def _candidates(capacity: Capacity) -> tuple[SeatId, ...]:
    """The seats where one more person may let more through."""
    cut = capacity.bottleneck.seats
    keepers = [seat for seat, load in capacity.loads.items() if load.kept > 0]
    return tuple(dict.fromkeys((*cut, *keepers))) if not set(cut).isdisjoint(keepers) else cut


def _wait(capacity: Capacity, seat: SeatId, have: float) -> float:
    """How long an inbound lead waits with one more person there, where there are ``have`` FTE in all."""
    work = _with_one_more(capacity.works[seat])
    then = time_for(work, capacity.loads[seat], Part.INBOUND)
    fte = have - capacity.time(seat, Part.INBOUND) + then
    return wait_hours(capacity.leads, fte, capacity.situation.figures)


def _with_one_more(work: Work) -> Work:
    return work._replace(fte=work.fte + ONE)


class _Flows:
    """The largest flow now, kept, so that a little more room asks only for what more gets through."""

    def __init__(self, capacity: Capacity) -> None:
        self._capacity, self._figures = capacity, capacity.situation.figures
        whole = capacity.origin or capacity
        self._routes = whole.routes
        self._demand = starts_of(capacity.flow, dict(demand_of(capacity.flow, self._figures)))
        self._straits = self._with(capacity.works, capacity.loads)
        self._flow = self._straits.network.largest()

    def of(self, seats: list[SeatId]) -> dict[SeatId, float]:
        """How much more gets through with one more person at each."""
        return {seat: self._gained(seat) / GRAINS for seat in seats}

    def _gained(self, seat: SeatId) -> float:
        if self._capacity.loads[seat].kept > 0:
            return self._with_customers(seat)
        work, load = self._capacity.works[seat], self._capacity.loads[seat]
        now = room_for(work, load, self._figures)
        then = room_for(_with_one_more(work), load._replace(have=load.have + ONE), self._figures)
        place = self._routes.groups[seat]
        more = {
            self._straits.places[place + SLOT[part]]: max(0, grains(then[part]) - grains(room))
            for part, room in now.items()
            if isfinite(room)
        }
        return self._straits.network.gained(more)

    def _with_customers(self, seat: SeatId) -> float:
        """One who keeps customers takes some off the others, so that everybody's room differs."""
        capacity = self._capacity
        works = {**capacity.works, seat: _with_one_more(capacity.works[seat])}
        kept = kept_of(works, capacity.situation)
        loads = {
            one: _kept_anew(load._replace(have=works[one].fte), kept.get(one, 0.0))
            for one, load in capacity.loads.items()
        }
        return self._with(works, loads).network.largest() - self._flow

    def _with(self, works: Mapping[SeatId, Work], loads: Mapping[SeatId, Load]) -> Straits:
        return straits_of(self._demand, rooms_of(works, loads, self._routes.groups, self._figures), self._routes)


def _kept_anew(load: Load, kept: float) -> Load:
    if kept == load.kept:
        return load
    return load._replace(need={**load.need, Part.CARE: load.need[Part.CARE] + kept - load.kept}, kept=kept)
