"""Those who work in one basin: whether they have time for all that comes, and how much of it gets through them.

The flow as drawn is itself a way through. It shows that all get through when no seat has more work than time, nobody is
lost on the way, and nobody counts for less further on than before. Otherwise the largest flow through the basin tells.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from types import MappingProxyType

from salesorg_gui.capacity.basin import Basin
from salesorg_gui.capacity.current import BEGINNING, MOST_SEATS_KEPT
from salesorg_gui.capacity.formulas import care_fte
from salesorg_gui.capacity.largest_flow import Network
from salesorg_gui.capacity.loads import ONBOARDING, Load, time_for
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.springs import Springs
from salesorg_gui.capacity.straits import (
    GRAINS,
    IN,
    OUT,
    SIDES,
    SLOT,
    grains,
    rate_of,
    room_for,
    spot,
    ways_between,
)
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import SeatId, SourceId

EPSILON = 1e-9
START, END = -1, -2
NOTHING: Mapping[SourceId, int] = MappingProxyType({})


def through(crews: "Iterable[Crew]", before: Mapping[SourceId, int] = NOTHING, sign: int = 1) -> Mapping[SourceId, int]:
    """What crews let through of each source, added to what there was before, or taken off it."""
    found = dict(before)
    for crew in crews:
        for source, amount in crew.through.items():
            found[source] = found.get(source, 0) + sign * amount
    return {source: amount for source, amount in found.items() if amount}


@dataclass(frozen=True)
class Crew:
    """A basin with the work and the load of each of its seats; none of those that have no part in the journey.

    ``is_parted``: a source that feeds it hands hot leads on apart, so that the others are worth less.
    """

    basin: Basin
    works: Mapping[SeatId, Work]
    loads: Mapping[SeatId, Load]
    figures: CapacityDefaults
    is_parted: bool

    @staticmethod
    def of(
        basin: Basin,
        works: Mapping[SeatId, Work],
        loads: Mapping[SeatId, Load],
        figures: CapacityDefaults,
        springs: Springs,
    ) -> "Crew":
        """The crew of a basin, out of the works and loads of all seats."""
        own = {seat: works[seat] for seat in basin.seats if seat in works}
        parted = any(one.source in springs.parting for one in basin.fed) if springs.parting else False
        return Crew(basin, own, {seat: loads[seat] for seat in own}, figures, parted)

    @property
    def alike(self) -> Hashable:
        """What is the same of crews of which all that is asked here is the same.

        Basins drawn alike have one current, which knows the stages, and seats that do the same one need: it is asked
        whether they are the very same.
        """
        seats, loads = self.basin.seats, self.loads
        if len(seats) > MOST_SEATS_KEPT:
            return id(self)
        fed = [(one.source, seats.index(one.seat), one.phase, one.amount, one.begun) for one in self.basin.fed]
        own = [
            (id(work.shares), work.fte, work.care, work.is_told, id(load.need), load.kept)
            for work, load in zip(self.works.values(), loads.values(), strict=True)
        ]
        return id(self.basin.current), self.is_parted, tuple(fed), tuple(own)

    def take_over(self, twin: "Crew") -> None:
        """Take over what gets through a crew that is alike."""
        self.__dict__["is_free"], self.__dict__["through"] = twin.is_free, twin.through

    @cached_property
    def drawn(self) -> Mapping[SourceId, int]:
        """What each source brings as drawn, in grains of qualified leads; never more than it has."""
        found: dict[SourceId, float] = defaultdict(float)
        for one in self.basin.fed:
            found[one.source] += one.amount
        rates = {one.source: rate_of(one.begun, self.figures) for one in self.basin.fed}
        return {source: int(amount * rates[source] * GRAINS) for source, amount in found.items()}

    @cached_property
    def through(self) -> Mapping[SourceId, int]:
        """What of it gets through."""
        return self.drawn if self.is_free else self.most(self.drawn)

    @cached_property
    def is_free(self) -> bool:
        """Whether the flow as drawn fits into everybody's time as it is."""
        return (
            not self.is_parted
            and self._is_onward
            and self.basin.current.lost <= EPSILON
            and all(self._has_time(work, self.loads[id], self._places[id]) for id, work in self.works.items())
        )

    def most(self, coming: Mapping[SourceId, int]) -> Mapping[SourceId, int]:
        """How much gets through if so much comes from each source: the largest flow, in grains."""
        basin, network = self.basin, Network[int](START, END)
        entries = {source: END - 1 - number for number, source in enumerate(coming)}
        brought = {source: network.pass_on(START, entries[source], amount) for source, amount in coming.items()}
        for one in basin.fed:
            network.pass_on(entries[one.source], spot(self._places[one.seat] + one.phase, basin.current.taken), inf)
        for seat, work in self.works.items():
            for part, room in room_for(work, self.loads[seat], self.figures).items():
                post = self._places[seat] + SLOT[part]
                network.pass_on(post * SIDES + IN, post * SIDES + OUT, grains(room))
                if part is Part.CARE:
                    network.pass_on(post * SIDES + OUT, END, inf)
        for giver, taker in ways_between(basin.current.steps, basin.current.taken):
            network.pass_on(giver, taker, inf)
        network.largest()
        return {source: int(network.passed(way)) for source, way in brought.items()}

    @property
    def _is_onward(self) -> bool:
        """Whether nobody begins anew, and whoever is kept was taken in by the same seat or kept by another."""
        for one in self.basin.fed:
            if one.phase == Phase.KEPT or (one.phase in BEGINNING and one.phase != one.begun):
                return False
        return self.basin.current.is_onward

    def _has_time(self, work: Work, load: Load, place: int) -> bool:
        """Whether no part of the work is short. Whoever keeps customers is counted as taking them in as well (5.7)."""
        for part, need in load.need.items():
            welcomed = 0.0
            if part is Part.CARE and ONBOARDING not in work.stages:
                welcomed = care_fte(0.0, self.basin.current.amounts.get(place + Phase.SIGNED, 0.0), self.figures)
            needed = need + welcomed - EPSILON
            if needed > work.fte_for(part) and needed > time_for(work, load, part):  # nobody has less than the usual
                return False
        return True

    @cached_property
    def _places(self) -> Mapping[SeatId, int]:
        """Where the posts of each seat begin."""
        return {seat: place * WIDTH for place, seat in enumerate(self.basin.seats)}
