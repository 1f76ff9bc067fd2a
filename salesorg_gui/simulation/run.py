"""One run: customers arrive, queue at desks, are worked on, go on or back or are lost. Time is in working hours."""

from collections import defaultdict
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from simpy import Environment, Event, PriorityResource

from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.simulation.model import Exit, Model, Station

AWAY, URGENT, CUSTOMER = range(3)
"""Who comes first: whoever is away is so at once, but drops no customer; then hot leads, then who came first."""
MOST_STEPS = 1_000
"""A customer handed to and fro this often has left the company long ago."""

type Happening = Generator[Event, Any, None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to run: so many weeks after ``warmup`` weeks that do not count, everybody ``away_days`` working days away."""

    weeks: int = 13
    away_days: float = 6.0
    warmup: int = 0


@dataclass(slots=True)
class Tally:
    """What happened at one desk or along one handoff: how often, waits summed up, and limits that broke."""

    count: int = 0
    waited: float = 0.0
    broken: int = 0
    limited: int = 0


@dataclass(slots=True)
class Run:
    """What one run saw. ``queues`` holds how many wait at each desk at the end of each week."""

    arrived: int = 0
    customers: int = 0
    first_waits: list[float] = field(default_factory=list)
    desks: dict[SeatId, Tally] = field(default_factory=lambda: defaultdict(Tally))
    handoffs: dict[HandoffId, Tally] = field(default_factory=lambda: defaultdict(Tally))
    busy: dict[SeatId, float] = field(default_factory=lambda: defaultdict(float))
    queues: dict[SeatId, list[int]] = field(default_factory=lambda: defaultdict(list))


def run(model: Model, wishes: Wishes, chance: Random, watch: Callable[[float], None]) -> Run:
    """Run the chart once; the same chance gives the same run. ``watch`` is told the share done, and may raise."""
    running = _Running(model, wishes, chance)
    running.begin(watch)
    return running.seen


@dataclass(frozen=True, slots=True)
class _Visit:
    """A customer at a desk: how it came there, and when it began to wait."""

    came: Exit | None
    asked: float
    is_first: bool


class _Running:
    """A run under way."""

    def __init__(self, model: Model, wishes: Wishes, chance: Random) -> None:
        self._model, self._wishes, self._chance = model, wishes, chance
        self._time = Environment()
        self._rooms = {seat: PriorityResource(self._time, desk.people) for seat, desk in model.desks.items()}
        self._waiting: dict[SeatId, dict[int, _Visit]] = {seat: {} for seat in model.desks}
        self._start = wishes.warmup * model.hours_per_week
        self._end = self._start + wishes.weeks * model.hours_per_week
        self.seen = Run()

    def begin(self, watch: Callable[[float], None]) -> None:
        for station, rate in self._model.arrivals.items():
            self._time.process(self._arriving(station, rate))
        if self._wishes.away_days > 0:
            for seat, desk in self._model.desks.items():
                for _person in range(desk.people):
                    self._time.process(self._away(seat))
        self._time.process(self._weeks(watch))
        self._time.run(until=self._end)
        self._close()

    def _arriving(self, station: int, rate: float) -> Happening:
        while True:
            yield self._time.timeout(self._chance.expovariate(rate))
            self.seen.arrived += self._counts
            self._time.process(self._travelling(station))

    def _away(self, seat: SeatId) -> Happening:
        """Away once, all days in a row, at some time of the weeks that count."""
        length = self._wishes.away_days * self._model.hours_per_day
        latest = max(0.0, self._end - self._start - length)
        yield self._time.timeout(self._start + self._chance.uniform(0.0, latest))
        with self._rooms[seat].request(priority=AWAY) as turn:
            yield turn
            yield self._time.timeout(length)

    def _weeks(self, watch: Callable[[float], None]) -> Happening:
        """Look at the queues at the end of each week that counts."""
        week = self._model.hours_per_week
        yield self._time.timeout(self._start)
        for number in range(self._wishes.weeks):
            watch(number / self._wishes.weeks)
            yield self._time.timeout(week * (1 - 1e-9))
            for seat, waiting in self._waiting.items():
                self.seen.queues[seat].append(len(waiting))
            yield self._time.timeout(week * 1e-9)

    def _travelling(self, number: int) -> Happening:
        """One customer from its source to wherever it ends."""
        came: Exit | None = None
        is_first = True
        for _step in range(MOST_STEPS):
            station = self._model.stations.get(number)
            if station is None:
                return
            if station.desk is not None:
                visit = _Visit(came, self._time.now, is_first=is_first and station.is_first)
                yield from self._served(station, station.desk, visit)
                is_first, came = False, None
            way = self._way(station)
            if way is None:
                return
            if number % WIDTH == Phase.QUALIFIED and way.to == number + 1:
                self.seen.customers += self._counts
            came, number = way if way.handoff is not None else came, way.to

    def _served(self, station: Station, seat: SeatId, visit: _Visit) -> Happening:
        """Wait for somebody, and be worked on."""
        pace, waiting = self._model.desks[seat].pace, self._waiting[seat]
        waiting[id(visit)] = visit
        if pace <= 0:
            yield self._time.event()  # nobody ever comes
        rank = URGENT if visit.came is not None and visit.came.is_urgent else CUSTOMER
        with self._rooms[seat].request(priority=rank) as turn:
            yield turn
            del waiting[id(visit)]
            if self._counts:
                self._note(seat, visit)
            hours = self._chance.expovariate(pace / station.hours)
            if self._counts:
                self.seen.busy[seat] += min(hours, self._end - self._time.now)
            yield self._time.timeout(hours)

    def _note(self, seat: SeatId, visit: _Visit) -> None:
        """Count a wait that is over, or that the end of the run cuts short."""
        waited = self._time.now - visit.asked
        desk = self.seen.desks[seat]
        desk.count += 1
        desk.waited += waited
        if visit.is_first:
            self.seen.first_waits.append(waited)
        if visit.came is None or visit.came.handoff is None:
            return
        along = self.seen.handoffs[visit.came.handoff]
        along.count += 1
        along.waited += waited
        if visit.came.limit is not None:
            along.limited += 1
            along.broken += waited > visit.came.limit

    def _close(self) -> None:
        """Those who still wait have waited at least so long."""
        for seat, waiting in self._waiting.items():
            for visit in waiting.values():
                self._note(seat, visit)

    def _way(self, station: Station) -> Exit | None:
        drawn = self._chance.random()
        return next((way for way in station.exits if drawn < way.until), None)

    @property
    def _counts(self) -> bool:
        return self._time.now >= self._start
