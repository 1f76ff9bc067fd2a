"""A chart as something that can be run, taken from the same flow as the closed formulas: both tell of one organisation.

Everything stands in the order of the ids, so that the order of records in a file makes no difference to a run.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import accumulate

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month
from salesorg_gui.capacity.loads import ONBOARDING, base_of, customers_per_fte
from salesorg_gui.capacity.phases import HOT_LEAD, Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.simulation.model import (
    CLOCK_DAY,
    NOBODY,
    WORKING_DAYS,
    Agreed,
    Arrivals,
    Desk,
    Model,
    Station,
    Way,
    working_hours,
)

SHORTEST_WEEK, LONGEST_WEEK = 1.0, 7 * CLOCK_DAY
WHOLE = 1 - 1e-9


def model_of(capacity: Capacity) -> Model:
    """What can be run of a chart, with as many leads and prospects as its situation asks for."""
    figures, flow = _of_a_week(capacity.situation.figures), capacity.flow
    desks = _desks(capacity)
    posts = {post: number for number, post in enumerate(sorted(flow.steps))}
    seats = {desk.seat: number for number, desk in enumerate(desks)}
    built = _Building(capacity, figures, posts, seats, frozenset(flow.stuck), {})
    stations = tuple([built.station(post) for post in posts])
    hours, volume = hours_per_month(figures), capacity.situation.volume
    arrivals = tuple(
        [
            Arrivals(posts[start], source.per_month * volume / hours, source.lane is Lane.INBOUND)
            for source in sorted(capacity.chart.sources.values(), key=lambda source: source.id)
            if (start := flow.posts.start(source)) in posts and source.per_month > 0
        ]
    )
    handoffs = tuple([_agreed(capacity.chart.handoffs[id], figures) for id in built.handoffs])
    return Model(stations, desks, handoffs, arrivals, figures.hours_per_week)


@dataclass(frozen=True, slots=True)
class _Building:
    """Numbers for posts, seats and handoffs; handoffs get theirs when they are met."""

    capacity: Capacity
    figures: CapacityDefaults
    posts: Mapping[int, int]
    desks: Mapping[SeatId, int]
    stuck: AbstractSet[int]
    handoffs: dict[HandoffId, int]

    def station(self, post: int) -> Station:
        flow = self.capacity.flow
        steps = flow.steps[post]
        untils = _closed(tuple(accumulate(share for _to, share in steps)))
        ways = self._ways(post, steps)
        if flow.posts.is_source(post) or post not in flow.taken:
            return Station(NOBODY, 0.0, untils, ways, post in self.stuck)
        seat = SeatId(flow.posts.names[post // WIDTH])
        hours = _hours(self.capacity.works[seat], Phase(post % WIDTH), self.figures)
        return Station(self.desks[seat] if hours else NOBODY, hours, untils, ways)

    def _ways(self, post: int, steps: Sequence[tuple[int, float]]) -> tuple[Way, ...]:
        named = [id for id, _to, _share in self.capacity.flow.shares.get(post, ())]
        return tuple([self._way(post, to, named[at] if at < len(named) else None) for at, (to, _) in enumerate(steps)])

    def _way(self, post: int, to: int, handoff: HandoffId | None) -> Way:
        is_won = post % WIDTH == Phase.QUALIFIED and to == post + 1
        if handoff is None:
            return Way(self.posts[to], is_won=is_won)
        number = self.handoffs.setdefault(handoff, len(self.handoffs))
        is_hot = self.capacity.chart.handoffs[handoff].object == HOT_LEAD
        return Way(self.posts[to], number, is_urgent=is_hot, is_won=is_won)


def _closed(untils: tuple[float, ...]) -> tuple[float, ...]:
    """Shares of all add up to 1, whatever the last digit says: nobody falls through."""
    return (*untils[:-1], 1.0) if untils and untils[-1] > WHOLE else untils


def _of_a_week(figures: CapacityDefaults) -> CapacityDefaults:
    """The figures with a working week that fits into a week, whatever somebody has typed."""
    return replace(figures, hours_per_week=min(max(SHORTEST_WEEK, figures.hours_per_week), LONGEST_WEEK))


def _agreed(handoff: Handoff, figures: CapacityDefaults) -> Agreed:
    limit = handoff.limit_hours
    return (
        Agreed(handoff.id)
        if limit is None
        else Agreed(handoff.id, working_hours(limit, figures.hours_per_week / WORKING_DAYS))
    )


def _hours(work: Work, phase: Phase, figures: CapacityDefaults) -> float:
    """Working hours one customer takes of a full-time person, as the closed formulas have it."""
    month = hours_per_month(figures)
    match phase:
        case Phase.LEAD:
            return month / figures.inbound_leads_per_fte
        case Phase.PROSPECT:
            return month / figures.prospects_per_outbound_fte
        case Phase.QUALIFIED:
            return month / figures.qualified_per_closer_fte
        case Phase.SIGNED if ONBOARDING in work.stages:
            return figures.onboarding_hours_per_customer
        case _:
            return 0.0


def _desks(capacity: Capacity) -> tuple[Desk, ...]:
    """Keeping today's customers comes first; the pace is what that leaves."""
    works = dict(sorted(capacity.works.items()))
    kept = base_of(works, capacity.situation)
    figures = capacity.situation.figures
    desks: list[Desk] = []
    for seat, work in works.items():
        people = max(1, capacity.chart.seats[seat].headcount)
        busy = kept.get(seat, 0.0) / customers_per_fte(work, figures) if Part.CARE in work.shares else 0.0
        share = min(1.0, busy / work.fte) if work.fte > 0 else 0.0
        desks.append(Desk(seat, people, max(0.0, work.fte - busy) / people, share))
    return tuple(desks)
