"""One run: customers arrive, queue at desks, are worked on, go on or back or are lost. Time is in working hours.

Everything happens in callbacks of simpy's timeouts: a process for each customer would take three times as long.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import log
from random import Random

from simpy import Environment, Timeout

from salesorg_gui.simulation.calendar import Calendar
from salesorg_gui.simulation.model import NOBODY, NOTHING, Arrivals, Desk, Model, Station, Way

MOST_STEPS = 1_000
"""A customer handed to and fro this often has left the company long ago."""
MOST_ABSENCES = 500
"""At a seat with more people than this, several are away at the same time."""
LOOK_EVERY = 200
"""After so many arrivals, whoever looks on is told."""
BEFORE_THE_END = 1 - 1e-9
LONGEST = 1e9
"""Hours; a piece of work that takes longer is never done in any run."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to run: so many weeks after ``warmup`` weeks that do not count, everybody ``away_days`` working days away.

    Leads come while people work, or, ``at_any_time``, at nights and weekends too; there are as many of them.
    """

    weeks: int = 13
    away_days: float = 6.0
    warmup: int = 0
    at_any_time: bool = False


@dataclass(slots=True)
class Tally:
    """What happened at one desk or along one handoff: how often, waits summed up, and limits that broke."""

    count: int = 0
    waited: float = 0.0
    broken: int = 0


@dataclass(slots=True)
class Run:
    """What one run saw, by the numbers of the model. ``queues`` holds, week by week, how many wait at each desk.

    ``first_waits`` are the waits of leads until somebody speaks to them first; ``stranded`` ended with somebody who
    cannot take them further.
    """

    arrived: int = 0
    customers: int = 0
    stranded: int = 0
    first_waits: list[float] = field(default_factory=list)
    desks: list[Tally] = field(default_factory=list)
    handoffs: list[Tally] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    queues: list[list[int]] = field(default_factory=list)


type Watch = Callable[[float, int], None]
"""Is told the share of a run that is over and how many have arrived, and may raise to call it off."""


def run(model: Model, wishes: Wishes, chance: Random, watch: Watch) -> Run:
    """Run the chart once; the same chance gives the same run."""
    running = _Running(model, wishes, chance, watch)
    running.go()
    return running.seen


@dataclass(slots=True)
class _Customer:
    """Where a customer is, along which way it came, since when it waits. A lead nobody has spoken to is ``new``."""

    station: int
    is_new: bool
    way: Way | None = None
    asked: float = 0.0
    steps: int = 0


class _Line:
    """The people at a desk who are free, and who waits for them: those going away, hot leads, the others."""

    __slots__ = ("away", "free", "urgent", "usual")

    def __init__(self, desk: Desk) -> None:
        self.free = desk.people if desk.pace > 0 else 0
        self.away = 0
        self.urgent: deque[_Customer] = deque()
        self.usual: deque[_Customer] = deque()

    @property
    def length(self) -> int:
        return len(self.urgent) + len(self.usual)


class _Running:
    """A run under way."""

    def __init__(self, model: Model, wishes: Wishes, chance: Random, watch: Watch) -> None:
        self._model, self._wishes, self._watch = model, wishes, watch
        self._stations = model.stations
        self._random = chance.random
        self._chance = chance
        self._time = Environment()
        self._lines = [_Line(desk) for desk in model.desks]
        self._limits = [one.limit for one in model.handoffs]
        self._start = wishes.warmup * model.hours_per_week
        self._end = self._start + wishes.weeks * model.hours_per_week
        self._come = 0
        self._counts = wishes.warmup == 0
        self.seen = Run(
            desks=[Tally() for _ in model.desks],
            handoffs=[Tally() for _ in model.handoffs],
            busy=[0.0] * len(model.desks),
        )

    def go(self) -> None:
        for source in self._model.arrivals:
            self._expect(source, Calendar(self._model.hours_per_day))
        if self._wishes.away_days > 0:
            self._plan_absences()
        if not self._counts:
            self._after(self._start, self._begin, None)
        week = self._model.hours_per_week
        for number in range(self._wishes.weeks):
            self._after((self._start + week * (number + 1)) * BEFORE_THE_END, self._look, number)
        self._time.run(until=self._end)
        self._close()

    def _begin(self, _nothing: None) -> None:
        self._counts = True

    def _after[W](self, hours: float, then: Callable[[W], None], what: W) -> None:
        event = Timeout(self._time, hours)
        assert event.callbacks is not None
        event.callbacks.append(lambda _event: then(what))

    def _drawn(self, mean: float) -> float:
        """A time that is now shorter, now longer."""
        return -log(1.0 - self._random()) * mean

    # Arrivals

    def _expect(self, source: Arrivals, calendar: Calendar) -> None:
        gap = min(LONGEST, 1 / source.an_hour) if source.an_hour > 0 else LONGEST
        is_free = source.are_leads and self._wishes.at_any_time

        def come(expected: Arrivals) -> None:
            self._arrive(expected)
            expect()

        def expect() -> None:
            drawn = self._drawn(gap)
            self._after(calendar.pass_on(drawn) - self._time.now if is_free else drawn, come, source)

        expect()

    def _arrive(self, source: Arrivals) -> None:
        self._come += 1
        if self._come % LOOK_EVERY == 0:
            self._watch(self._time.now / self._end, self._come)
        self.seen.arrived += self._counts
        self._move(_Customer(source.station, source.are_leads))

    # Customers on their way

    def _move(self, one: _Customer) -> None:
        """On to the next desk that has work with this customer, or to its end."""
        while one.steps < MOST_STEPS:
            one.steps += 1
            station = self._stations[one.station]
            if station.desk != NOBODY:
                self._ask(one, station)
                return
            self._cross(one, 0.0)
            if not self._leave(one, station):
                return

    def _leave(self, one: _Customer, station: Station) -> bool:
        """Which way a customer goes; ``False`` where it has come to its end."""
        number = bisect_right(station.untils, self._random())
        if number == len(station.ways):
            self.seen.stranded += station.is_dead_end and self._counts
            return False
        way = station.ways[number]
        one.station, one.way = way.to, way
        self.seen.customers += way.is_won and self._counts
        return True

    def _cross(self, one: _Customer, waited: float) -> None:
        """Somebody has taken what was handed over, or the run is over and nobody has."""
        if one.way is None or one.way.handoff == NOTHING or not self._counts:
            return
        along = self.seen.handoffs[one.way.handoff]
        along.count += 1
        along.waited += waited
        along.broken += waited > self._limits[one.way.handoff]

    # Desks

    def _ask(self, one: _Customer, station: Station) -> None:
        line = self._lines[station.desk]
        one.asked = self._time.now
        if line.free:
            line.free -= 1
            self._serve(one, station)
        elif one.way is not None and one.way.is_urgent:
            line.urgent.append(one)
        else:
            line.usual.append(one)

    def _serve(self, one: _Customer, station: Station) -> None:
        self._note(one, station.desk)
        one.is_new = False
        pace = self._model.desks[station.desk].pace
        hours = self._drawn(min(LONGEST, station.hours / pace))
        if self._counts:
            self.seen.busy[station.desk] += min(hours, self._end - self._time.now)
        self._after(hours, self._served, one)

    def _served(self, one: _Customer) -> None:
        station = self._stations[one.station]
        self._next(station.desk)
        if self._leave(one, station):
            self._move(one)

    def _next(self, desk: int) -> None:
        """Somebody at a desk has done with a customer or is back: goes away if that is due, or takes the next one."""
        line = self._lines[desk]
        if line.away:
            line.away -= 1
            self._go_away(desk)
        elif line.urgent or line.usual:
            following = (line.urgent or line.usual).popleft()
            self._serve(following, self._stations[following.station])
        else:
            line.free += 1

    def _note(self, one: _Customer, desk: int) -> None:
        """Count a wait that is over, or that the end of the run cuts short."""
        if not self._counts:
            return
        waited = self._time.now - one.asked
        tally = self.seen.desks[desk]
        tally.count += 1
        tally.waited += waited
        if one.is_new:
            self.seen.first_waits.append(waited)
        self._cross(one, waited)

    # People away

    def _plan_absences(self) -> None:
        """Everybody is away once, all days in a row, at some time of the weeks that count."""
        latest = max(0.0, self._end - self._start - self._away_hours)
        for number, desk in enumerate(self._model.desks):
            for _person in range(min(desk.people, MOST_ABSENCES)):
                self._after(self._start + self._chance.uniform(0.0, latest), self._wants_away, number)

    def _wants_away(self, desk: int) -> None:
        """Whoever is due to be away drops no customer: it goes as soon as somebody at the desk has time."""
        line = self._lines[desk]
        together = -(-self._model.desks[desk].people // MOST_ABSENCES)
        for _person in range(together):
            if line.free:
                line.free -= 1
                self._go_away(desk)
            else:
                line.away += 1

    def _go_away(self, desk: int) -> None:
        self._after(self._away_hours, self._next, desk)

    @property
    def _away_hours(self) -> float:
        return self._wishes.away_days * self._model.hours_per_day

    # Weeks

    def _look(self, _week: int) -> None:
        """See the queues at the end of a week."""
        self.seen.queues.append([line.length for line in self._lines])
        self._watch(self._time.now / self._end, self._come)

    def _close(self) -> None:
        """Those who still wait have waited at least so long."""
        for number, line in enumerate(self._lines):
            for one in (*line.urgent, *line.usual):
                self._note(one, number)
