"""Where the organisation gets stuck: the largest flow through it, and the seats that hold it back (5.7)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from salesorg_gui.capacity.crew import Crew
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.straits import (
    GRAINS,
    Loads,
    Routes,
    Works,
    demand_of,
    rooms_of,
    starts_of,
    straits_of,
)
from salesorg_gui.domain.ids import SeatId, SourceId

EPSILON = 1e-6
FEW = 12
"""So many crews are asked whether they take what others leave; more would take as long as looking at the whole."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """``flow`` of ``demand`` qualified leads a month get through; ``seats`` hold the rest back, none where all do."""

    flow: float
    demand: float
    seats: tuple[SeatId, ...] = ()


class Crews(NamedTuple):
    """All crews, and what they let through together."""

    each: Iterable[Crew]
    through: Mapping[SourceId, int]


def bottleneck_of(
    works: Works,
    flow: Flow,
    loads: Loads,
    situation: Situation,
    crews: Crews,
    routes: Callable[[], Routes],
) -> Bottleneck:
    """The largest flow from the lead sources to those who keep customers, and its smallest cut.

    ``routes`` are asked only where the whole has to be searched.
    """
    demand = dict(demand_of(flow, situation.figures))
    total = sum(demand.values())
    if all_get_through(demand, crews):
        return Bottleneck(total, total)
    known = routes()
    rooms = rooms_of(works, loads, known.groups, situation.figures)
    straits = straits_of(starts_of(flow, demand), rooms, known)
    amount = straits.network.largest() / GRAINS
    if amount >= total - EPSILON * max(1.0, total):
        return Bottleneck(total, total)
    narrow = straits.narrow()
    return Bottleneck(amount, total, tuple(sorted(seat for seat in works if known.groups[seat] in narrow)))


def all_get_through(demand: Mapping[SourceId, float], crews: Crews) -> bool:
    """Whether it is seen at once, crew by crew, that nothing holds anything back.

    What some crews leave others may take, as each source is free to whom it hands how much.
    """
    left = {source: round(amount * GRAINS) - crews.through.get(source, 0) for source, amount in demand.items()}
    enough = EPSILON * max(1.0, sum(demand.values())) * GRAINS
    for crew in islice((crew for crew in crews.each if crew.is_free), FEW):
        if sum(left.values()) <= enough:
            return True
        more = crew.most({source: amount + max(0, left[source]) for source, amount in crew.through.items()})
        for source, amount in more.items():
            left[source] -= amount - crew.through[source]
    return sum(left.values()) <= enough
