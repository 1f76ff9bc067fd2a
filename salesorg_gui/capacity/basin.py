"""Seats that hand on to each other and are fed by lead sources: what flows here comes to nobody else.

So each basin is reckoned by itself, and after an edit only the one around it. Its posts are numbers of its own: each
seat in each phase, seat by seat in the order of their ids.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial

from salesorg_gui.capacity.current import Bed, Current, Leg, current_of
from salesorg_gui.capacity.ground import Ground, Way
from salesorg_gui.capacity.linear import EndlessReturns
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH, Post
from salesorg_gui.capacity.springs import Inflow, scaled_ways
from salesorg_gui.domain.ids import HandoffId, SeatId, StageId

_leg = partial(tuple.__new__, Leg)
IDLE = frozenset[StageId]()
"""What a seat covers that has no part in the journey."""


@dataclass(frozen=True, slots=True)
class Basin:
    """Its seats, what is ``fed`` to them from sources, the handoffs between them, and the current they make."""

    seats: tuple[SeatId, ...] = ()
    fed: tuple[Inflow, ...] = ()
    handoffs: tuple[HandoffId, ...] = ()
    current: Current = field(default_factory=Current)

    def scaled(self, factor: float, current: Current) -> "Basin":
        """With so many times as much coming in, which makes another current."""
        return replace(self, current=current, fed=scaled_ways(self.fed, factor))


def basin_of(
    ground: Ground,
    seats: tuple[SeatId, ...],
    ways: Mapping[SeatId, Sequence[Way]],
    fed: tuple[Inflow, ...],
    cold: AbstractSet[SeatId],
) -> Basin:
    """The basin of some seats by the ways out of each. Raises ``EndlessReturns`` where what comes back never ends."""
    places = {seat: number * WIDTH for number, seat in enumerate(seats)}
    given: dict[int, float] = defaultdict(float)
    for one in fed:
        given[places[one.seat] + one.phase] += one.amount
    drawn = [way for seat in seats for way in ways.get(seat, ())]
    bed = Bed(
        tuple([work.stages if (work := ground.works.get(seat)) is not None else IDLE for seat in seats]),
        tuple(
            [
                _leg((places[giver] + leaves, places[taker] + arrives, chance, is_hot, is_return))
                for _id, giver, taker, leaves, arrives, chance, is_hot, is_return in drawn
            ]
        ),
        tuple(given.items()),
        frozenset(places[seat] + Phase.LEAD for seat in seats if seat in cold) if cold else frozenset(),
        ground.made,
    )
    try:
        return Basin(seats, fed, tuple([way.id for way in drawn]), current_of(bed))
    except EndlessReturns as endless:
        spots = [Post(seats[number // WIDTH], Phase(number % WIDTH)) for number in endless.spots]
        raise EndlessReturns(spots) from endless
