"""From the chart to the lanes as puzzles: whose card is which, which handoff is which passing."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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


def teams_of(
    chart: Chart, journey: Journey, crews: Sequence[Crew], gaps: Sequence[tuple[Span, ...]], pill: PillSize
) -> list[Lane]:
    """The lanes from top to bottom."""
    ends = ends_of(chart, crews)
    passings: list[list[tuple[Passing, HandoffId]]] = [[] for _ in crews]
    known: dict[tuple[object, ...], tuple[What, float]] = {}
    for handoff in chart.handoffs.values():
        found = ends.of(handoff)
        if found is not None:
            alike = handoff.object, handoff.limit_hours, handoff.is_return
            if alike not in known:
                known[alike] = What(str(handoff.object), handoff.limit_hours or 0.0, handoff.is_return), pill(handoff)
            what, width = known[alike]
            for lane, passing in _seen(found, what, width, crews, journey.spans):
                passings[lane].append((passing, handoff.id))
    lanes = []
    for crew, found_gaps, passed in zip(crews, gaps, passings, strict=True):
        passed.sort()
        spans = tuple(journey.spans[seat.id] for seat in crew.seats)
        team = Team(len(journey.columns), spans, found_gaps, tuple(passing for passing, _id in passed))
        lanes.append(Lane(crew.lane, crew.seats, team, tuple(id for _passing, id in passed)))
    return lanes


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


def both_ends(lanes: Sequence[Lane]) -> dict[HandoffId, tuple[End, End]]:
    """Giver and receiver of each handoff that leads from lane to lane."""
    givers: dict[HandoffId, End] = {}
    takers: dict[HandoffId, End] = {}
    for lane, one in enumerate(lanes):
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
