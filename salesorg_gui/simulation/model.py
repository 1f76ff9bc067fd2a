"""The chart as something that can be run: desks where people work, stations customers pass, and where they go next.

Taken from the same flow as the closed formulas, so both tell of one organisation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month
from salesorg_gui.capacity.loads import ONBOARDING, base_of, customers_per_fte
from salesorg_gui.capacity.phases import HOT_LEAD, Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId

WORKING_DAYS = 5
CLOCK_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works at a seat: so many people, each at a pace (1.0 is one full-time person with nothing else to do)."""

    seat: SeatId
    people: int
    pace: float


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a station. ``until`` is the part of all that take this way or one before it.

    ``limit`` is how many working hours the receiver has; ``None`` where nobody agreed on one. Hot leads are urgent: the
    receiver takes them before others that wait.
    """

    until: float
    to: int
    handoff: HandoffId | None = None
    limit: float | None = None
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """A seat or source in one phase: ``hours`` of work each customer takes there (0: none), and where to go next."""

    desk: SeatId | None
    hours: float
    is_first: bool
    exits: tuple[Exit, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Stations by number, desks by seat, and the arrivals an hour at each source."""

    stations: Mapping[int, Station]
    desks: Mapping[SeatId, Desk]
    arrivals: Mapping[int, float]
    hours_per_week: float

    @property
    def hours_per_day(self) -> float:
        """Hours of a working day; a week has five."""
        return self.hours_per_week / WORKING_DAYS


def model_of(capacity: Capacity) -> Model:
    """What can be run of a chart."""
    figures, flow = capacity.situation.figures, capacity.flow
    hours = hours_per_month(figures)
    day = figures.hours_per_week / WORKING_DAYS
    stations = {number: _station(capacity, number, day) for number in flow.steps}
    arrivals = {
        start: source.per_month / hours
        for source in sorted(capacity.chart.sources.values(), key=lambda source: source.id)
        if (start := flow.posts.start(source)) in stations and source.per_month > 0
    }
    return Model(stations, _desks(capacity), arrivals, figures.hours_per_week)


def working_hours(limit: float, hours_per_day: float) -> float:
    """How much working time a time limit leaves: 24 hours are a working day, 1 hour is an hour of work."""
    days, hours = divmod(limit, CLOCK_DAY)
    return days * hours_per_day + min(hours, hours_per_day)


def _station(capacity: Capacity, number: int, day: float) -> Station:
    flow = capacity.flow
    place = number // WIDTH
    shares = flow.shares.get(number, ())
    steps = flow.steps[number]
    ends = accumulate(share for _to, share in steps)
    named = [id for id, _to, _share in shares]
    exits = tuple(
        _exit(capacity.chart, until, to, named[at] if at < len(named) else None, day)
        for at, (until, (to, _share)) in enumerate(zip(ends, steps, strict=True))
    )
    if flow.posts.is_source(number) or number not in flow.taken:
        return Station(None, 0.0, is_first=False, exits=exits)
    seat, phase = SeatId(flow.posts.names[place]), Phase(number % WIDTH)
    hours = _hours(capacity.works[seat], phase, capacity.situation.figures)
    return Station(seat if hours else None, hours, phase is Phase.LEAD, exits)


def _exit(chart: Chart, until: float, to: int, handoff: HandoffId | None, day: float) -> Exit:
    if handoff is None:
        return Exit(until, to)
    agreed = chart.handoffs[handoff]
    limit = None if agreed.limit_hours is None else working_hours(agreed.limit_hours, day)
    return Exit(until, to, handoff, limit, agreed.object == HOT_LEAD)


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


def _desks(capacity: Capacity) -> dict[SeatId, Desk]:
    """Keeping today's customers comes first; the pace is what that leaves."""
    kept = base_of(capacity.works, capacity.situation)
    figures = capacity.situation.figures
    desks: dict[SeatId, Desk] = {}
    for seat, work in capacity.works.items():
        people = max(1, capacity.chart.seats[seat].headcount)
        busy = kept.get(seat, 0.0) / customers_per_fte(work, figures) if Part.CARE in work.shares else 0.0
        desks[seat] = Desk(seat, people, max(0.0, work.fte - busy) / people)
    return desks
