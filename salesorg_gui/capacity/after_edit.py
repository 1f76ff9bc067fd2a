"""The capacity of a chart after an edit: what flows elsewhere than around the edit is kept.

It must equal what ``reckoned`` says of the same chart, to the last digit: both solve basin by basin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from salesorg_gui.capacity.capacity import Capacity, ends_told, volumes_of
from salesorg_gui.capacity.crew import Crew
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.flow import Flow, flow_after
from salesorg_gui.capacity.ground import Ground
from salesorg_gui.capacity.loads import loads_after
from salesorg_gui.capacity.springs import Springs
from salesorg_gui.capacity.work import work_after
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.change import delta
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Handoff, Seat

MOST = 4
"""Where more than one seat in so many differs, everything is reckoned anew."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two charts, as far as it is reckoned with.

    ``seats`` came, went or work otherwise; at the ``ends`` handoffs differ; ``is_brought``: sources bring otherwise.
    """

    seats: frozenset[SeatId]
    ends: frozenset[SeatId]
    is_brought: bool

    @staticmethod
    def between(before: Chart, after: Chart) -> "Difference":
        """The difference of two charts."""
        turned, drawn = delta(before.seats, after.seats), delta(before.handoffs, after.handoffs)
        turning = (*turned.added, *turned.removed)
        seats = frozenset(id for id, one in turned.changed.items() if _counts(one) != _counts(before.seats[id]))
        other = (id for id, one in drawn.changed.items() if _carries(one) != _carries(before.handoffs[id]))
        handoffs = [*drawn.added.values(), *drawn.removed.values()]
        handoffs += [chart.handoffs[id] for id in other for chart in (before, after)]
        for chart, seat in product((before, after), turning):
            handoffs += [*chart.handoffs_from.get(seat, ()), *chart.handoffs_to.get(seat, ())]
        ends = frozenset(SeatId(end) for one in handoffs for end in (one.source, one.target))
        brings = before.sources.keys() | after.sources.keys()
        is_brought = before.sources != after.sources or any(one.source in brings for one in handoffs)
        return Difference(seats.union(turning), ends, is_brought)

    def __bool__(self) -> bool:
        return bool(self.seats or self.ends or self.is_brought)

    def are_many(self, chart: Chart) -> bool:
        """Whether so much differs that reckoning anew is as quick."""
        return len(self.seats | self.ends) * MOST > len(chart.seats) + 40


def reckoned_after(before: Capacity, differing: Difference, duties: Duties, situation: Situation) -> Capacity:
    """The capacity of the next chart, with the same figures. Raises ``NoCapacity`` as ``reckoned`` does."""
    whole, chart = before.origin or before, duties.chart
    works, usual = work_after(whole.works, duties, differing.seats), replace(situation, volume=1.0)
    reworked = {id for id in differing.seats if works.get(id) is not whole.works.get(id)}
    ground = Ground.of(chart, duties.catalogue, works, situation.figures)
    springs = Springs.of(ground) if differing.is_brought else whole.flow.springs
    with ends_told(chart):
        flow = flow_after(whole.flow, ground, springs, differing.seats | differing.ends)
    loads = loads_after(whole.loads, works, flow, usual, reworked.union(_elsewhere(whole.flow, flow)))
    after = Capacity(chart, usual, *volumes_of(chart), works, flow, loads)
    if "crews" in whole.__dict__ and springs.parting == whole.flow.springs.parting:
        after.__dict__["crews"] = tuple(_crews(whole, after))
    return after.at(situation.volume)


def _crews(before: Capacity, after: Capacity) -> Iterator[Crew]:
    """The crews after the edit: those before it, where nobody's work or load is another one."""
    kept = {id(crew.basin): crew for crew in before.crews}
    others = {id(place[0]) for seat in _busier(before, after) if (place := after.flow.places.get(seat)) is not None}
    figures, springs = after.situation.figures, after.flow.springs
    for basin in after.flow.basins:
        crew = kept.get(id(basin)) if id(basin) not in others else None
        yield crew or Crew.of(basin, after.works, after.loads, figures, springs)


def _busier(before: Capacity, after: Capacity) -> Iterator[SeatId]:
    """Those who have more to do than before, or less, or do other work."""
    known, works = before.loads, before.works
    for seat, load in after.loads.items():
        if known.get(seat) is not load or works.get(seat) is not after.works[seat]:
            yield seat
    yield from known.keys() - after.loads.keys()


def _elsewhere(before: Flow, after: Flow) -> Iterator[SeatId]:
    """The seats through which something else flows."""
    ours, theirs = ({id(basin): basin for basin in flow.basins} for flow in (before, after))
    for which in ours.keys() ^ theirs.keys():
        yield from (ours.get(which) or theirs[which]).seats


def _carries(one: Handoff) -> object:
    """What counts of a handoff."""
    return one.source, one.target, one.object, one.is_return, one.probability


def _counts(one: Seat) -> object:
    """What counts of a seat."""
    return one.role, one.headcount, one.fte, one.stages_added, one.stages_removed, one.shares, one.activities
