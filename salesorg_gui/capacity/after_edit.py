"""The capacity of a chart after an edit: what flows elsewhere than around the edit is kept.

It must equal what ``reckoned`` says of the same chart, to the last digit: both solve basin by basin.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import product

from salesorg_gui.capacity.capacity import Capacity, ends_told, volumes_of
from salesorg_gui.capacity.crew import Crew, through
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.flow import Flow, flow_after
from salesorg_gui.capacity.ground import Ground
from salesorg_gui.capacity.loads import kept_of, loads_after, time_for
from salesorg_gui.capacity.springs import Springs
from salesorg_gui.capacity.work import Part, Work, work_after
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import patched
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.domain.records import Handoff, Seat
from salesorg_gui.domain.shared_map import differing

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
        turned, drawn = (difference(before, after, kind) for kind in (Kind.SEAT, Kind.HANDOFF))
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


def reckoned_after(before: Capacity, edit: Difference, duties: Duties, situation: Situation) -> Capacity:
    """The capacity of the next chart, with the same figures. Raises ``NoCapacity`` as ``reckoned`` does."""
    whole, chart = before.origin or before, duties.chart
    works, usual = work_after(whole.works, duties, edit.seats), replace(situation, volume=1.0)
    reworked = {id for id in edit.seats if works.get(id) is not whole.works.get(id)}
    ground = Ground.of(chart, duties.catalogue, works, situation.figures)
    springs = Springs.of(ground) if edit.is_brought else whole.flow.springs
    with ends_told(chart):
        flow = flow_after(whole.flow, ground, springs, edit.seats | edit.ends)
    touched = reworked.union(_elsewhere(whole.flow, flow), _keeping_others(whole, works, usual))
    loads = loads_after(whole.loads, works, flow, usual, touched)
    after = Capacity(chart, usual, *volumes_of(chart), works, flow, loads)
    _hand_on(whole, after, touched)
    return after.at(situation.volume)


def _hand_on(before: Capacity, after: Capacity, touched: AbstractSet[SeatId]) -> None:
    """Give the next one what is known of the one before, as far as it is not about ``touched`` seats."""
    known, news = before.__dict__, after.__dict__
    if "roster" in known:
        news["roster"] = before.roster if after.works is before.works else before.roster.after(after.works, touched)
    if "times" in known:
        news["times"] = {part: _times_after(before, after, part, touched) for part in Part}
    if "crews" in known and after.flow.springs.parting == before.flow.springs.parting:
        others = _other_crews(before, after, touched)
        news["crews"] = patched(before.crews, others)
        if "through" in known:
            gone = [crew for first in others if (crew := before.crews.get(first)) is not None]
            news["through"] = through(filter(None, others.values()), through(gone, before.through, sign=-1))


def _times_after(before: Capacity, after: Capacity, part: Part, touched: AbstractSet[SeatId]) -> Mapping[SeatId, float]:
    works, loads = after.works, after.loads
    at_work = {id for id in touched if id in works and part in works[id].shares}
    idle = touched - at_work
    times = {id: time_for(works[id], loads[id], part) for id in at_work}
    return patched(before.times[part], times | dict.fromkeys(idle & before.times[part].keys()))


def _other_crews(before: Capacity, after: Capacity, touched: AbstractSet[SeatId]) -> dict[SeatId, Crew | None]:
    """The crews that are others after the edit, by what flows or by somebody's work or load; those that are gone."""
    places, basins = after.flow.places, after.flow.by_first
    busy = [place[0].seats[0] for seat in touched if (place := places.get(seat)) is not None]
    figures, springs = after.situation.figures, after.flow.springs
    firsts = dict.fromkeys((*busy, *differing(before.flow.by_first, basins)))
    return {
        first: Crew.of(basins[first], after.works, after.loads, figures, springs) if first in basins else None
        for first in firsts
    }


def _keeping_others(before: Capacity, works: Mapping[SeatId, Work], situation: Situation) -> Iterator[SeatId]:
    """Those who keep more of today's customers than before, or fewer."""
    if situation.base > 0 or before.situation.base > 0:
        kept = kept_of(works, situation)
        yield from (seat for seat, load in before.loads.items() if load.kept != kept.get(seat, 0.0))


def _elsewhere(before: Flow, after: Flow) -> Iterator[SeatId]:
    """The seats through which something else flows."""
    for first in differing(before.by_first, after.by_first):
        for basin in (before.by_first.get(first), after.by_first.get(first)):
            yield from basin.seats if basin is not None else ()


def _carries(one: Handoff) -> object:
    """What counts of a handoff."""
    return one.source, one.target, one.object, one.is_return, one.probability


def _counts(one: Seat) -> object:
    """What counts of a seat."""
    return one.role, one.headcount, one.fte, one.stages_added, one.stages_removed, one.shares, one.activities
