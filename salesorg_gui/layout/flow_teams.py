"""From the chart to the lanes as puzzles: whose card is which, which handoff is which passing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Seat
from salesorg_gui.layout.flow_lanes import Crew
from salesorg_gui.layout.flow_stages import Journey, Span
from salesorg_gui.layout.flow_team import DOWN, ELSEWHERE, LEFTWARD, UP, Passing, Team, What

type PillSize = Callable[[Handoff], float]
SOURCES = -1
"""The number of the lane of lead sources."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a handoff: the number of its lane, and its own in there."""

    lane: int
    number: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its seats in order, what it leaves open, and the handoffs behind the passings of its team."""

    key: Key | None
    seats: tuple[Seat, ...]
    team: Team
    handoffs: tuple[HandoffId, ...]


@dataclass(frozen=True)
class Ends:
    """The lane of each end of a handoff, and its number there."""

    seats: Mapping[SeatId, tuple[int, int]]
    sources: Mapping[SourceId, int]

    def of(self, handoff: Handoff) -> tuple[int, int, int, int] | None:
        """Lane and number of the giver, then of the receiver; nothing when an end is not shown."""
        taker = self.seats.get(handoff.target)
        giver = self.seats.get(SeatId(handoff.source))
        if giver is None and handoff.source in self.sources:
            giver = SOURCES, self.sources[SourceId(handoff.source)]
        if giver is None or taker is None or giver == taker:
            return None
        return *giver, *taker


def ends_of(chart: Chart, crews: Sequence[Crew]) -> Ends:
    """Where everybody stands."""
    seats = {seat.id: (lane, n) for lane, crew in enumerate(crews) for n, seat in enumerate(crew.seats)}
    return Ends(seats, {source: n for n, source in enumerate(chart.sources)})


class Sort(NamedTuple):
    """What handoffs that agree in it have in common: ``sample`` is one of them."""

    what: What
    width: float
    sample: Handoff


type Sorts = dict[tuple[object, ...], Sort]


@dataclass(frozen=True)
class Teams:
    """Makes the lanes of one chart. ``sorts`` are the sorts of handoffs known so far; more are learned."""

    journey: Journey
    crews: Sequence[Crew]
    ends: Ends
    pill: PillSize
    sorts: Sorts

    def of_all(self, gaps: Sequence[tuple[Span, ...]]) -> list[Lane]:
        """The lanes from top to bottom."""
        passings: list[list[tuple[Passing, HandoffId]]] = [[] for _ in self.crews]
        for handoff in self.journey.chart.handoffs.values():
            for lane, passing in self._seen(handoff):
                passings[lane].append((passing, handoff.id))
        return [self._lane(*parts) for parts in zip(self.crews, gaps, passings, strict=True)]

    def of(self, number: int, gaps: tuple[Span, ...]) -> Lane:
        """One lane alone."""
        chart, crew = self.journey.chart, self.crews[number]
        names = {seat.id for seat in crew.seats}
        handoffs = {
            one.id: one
            for name in names
            for one in (*chart.handoffs_from.get(name, ()), *chart.handoffs_to.get(name, ()))
        }
        seen = [(lane, passing, name) for name, one in handoffs.items() for lane, passing in self._seen(one)]
        return self._lane(crew, gaps, [(passing, name) for lane, passing, name in seen if lane == number])

    def _lane(self, crew: Crew, gaps: tuple[Span, ...], passed: list[tuple[Passing, HandoffId]]) -> Lane:
        passed.sort()
        spans = tuple([self.journey.spans[seat.id] for seat in crew.seats])
        team = Team(len(self.journey.columns), spans, gaps, tuple([passing for passing, _id in passed]))
        return Lane(crew.lane, crew.seats, team, tuple([id for _passing, id in passed]))

    def _seen(self, handoff: Handoff) -> Iterable[tuple[int, Passing]]:
        found = self.ends.of(handoff)
        if found is None:
            return ()
        alike = handoff.object, handoff.limit_hours, handoff.is_return
        sort = self.sorts.get(alike)
        if sort is None:
            what = What(str(handoff.object), handoff.limit_hours or 0.0, handoff.is_return)
            sort = self.sorts[alike] = Sort(what, self.pill(handoff), handoff)
        return _seen(found, sort.what, sort.width, self.crews, self.journey.spans)


def _seen(
    ends: tuple[int, int, int, int],
    what: What,
    width: float,
    crews: Sequence[Crew],
    spans: Mapping[SeatId, Span],
) -> Iterator[tuple[int, Passing]]:
    """A handoff as its lanes see it."""
    lane, giver, other, taker = ends
    if lane == SOURCES:
        yield other, Passing(ELSEWHERE, taker, what, width, LEFTWARD)
    elif lane == other:
        yield lane, Passing(giver, taker, what, width)
    else:
        toward = DOWN if other > lane else UP
        taking, giving = crews[other].seats[taker].id, crews[lane].seats[giver].id
        yield lane, Passing(giver, ELSEWHERE, what, width, toward, spans[taking])
        yield other, Passing(ELSEWHERE, taker, what, width, -toward, spans[giving])


def both_ends(lanes: Sequence[Lane], numbers: Iterable[int]) -> dict[HandoffId, tuple[End, End]]:
    """Giver and receiver of each handoff that leads from lane to lane, among lanes of these numbers."""
    givers: dict[HandoffId, End] = {}
    takers: dict[HandoffId, End] = {}
    for lane in numbers:
        one = lanes[lane]
        for number, (passing, name) in enumerate(zip(one.team.passings, one.handoffs, strict=True)):
            if not (passing.is_inside or passing.from_source):
                (takers if passing.giver == ELSEWHERE else givers)[name] = End(lane, number)
    return {name: (givers[name], takers[name]) for name in sorted(givers)}


def nets_of(ends: Mapping[HandoffId, tuple[End, End]], lanes: Sequence[Lane]) -> dict[HandoffId, int]:
    """Which handoffs between lanes share their way: the same from one giver, or the same to one receiver."""
    groups: dict[HandoffId, tuple[object, object]] = {}
    for name, (giver, taker) in ends.items():
        passing, taking = lanes[giver.lane].team.passings[giver.number], lanes[taker.lane].team.passings[taker.number]
        groups[name] = (giver.lane, passing.giver, passing.what, "out"), (taker.lane, taking.taker, passing.what, "in")
    counts = Counter(group for pair in groups.values() for group in pair)
    numbers: dict[object, int] = {}
    return {
        name: numbers.setdefault(max(pair, key=lambda group: counts[group]), len(numbers))
        for name, pair in groups.items()
    }
