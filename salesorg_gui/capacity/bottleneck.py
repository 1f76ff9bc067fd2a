"""Where the organisation gets stuck: the largest flow through it, and the seats that hold it back (5.7)."""

from collections.abc import Callable
from dataclasses import dataclass

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.fits import all_get_through
from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.straits import (
    GRAINS,
    Loads,
    Routes,
    Works,
    demand_of,
    rooms_of,
    routes_of,
    straits_of,
)
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId

EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """``flow`` of ``demand`` qualified leads a month get through; ``seats`` hold the rest back, none where all do."""

    flow: float
    demand: float
    seats: tuple[SeatId, ...] = ()


def bottleneck_of(
    chart: Chart,
    works: Works,
    flow: Flow,
    loads: Loads,
    situation: Situation,
    routes: Callable[[], Routes] | None = None,
) -> Bottleneck:
    """The largest flow from the lead sources to those who keep customers, and its smallest cut.

    ``routes`` are asked only where a search is needed.
    """
    demand = dict(demand_of(chart, flow, situation))
    total = sum(demand.values())
    if all_get_through(chart, works, flow, loads, situation.figures):
        return Bottleneck(total, total)
    known = routes() if routes is not None else routes_of(chart, works, flow)
    straits = straits_of(demand, rooms_of(works, loads, known.groups, situation.figures), known)
    amount = straits.network.largest() / GRAINS
    if amount >= total - EPSILON:
        return Bottleneck(amount, total)
    narrow = straits.narrow()
    return Bottleneck(amount, total, tuple(sorted(seat for seat in works if known.groups[seat] in narrow)))
