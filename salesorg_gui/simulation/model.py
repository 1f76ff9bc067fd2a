"""What can be run: desks where people work, stations customers pass, and where they go next.

Everything counts by number. Nothing heavy is imported here: a run in a process of its own should begin at once.
"""

from dataclasses import dataclass
from math import inf

from salesorg_gui.domain.ids import HandoffId, SeatId

WORKING_DAYS = 5
CLOCK_DAY = 24.0
NOBODY = NOTHING = -1
"""In the place of the number of a desk or handoff."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works at a seat: so many people, each at a pace (1.0 is one full-time person with nothing else to do).

    ``kept`` is the share of their time that today's customers take.
    """

    seat: SeatId
    people: int
    pace: float
    kept: float = 0.0


@dataclass(frozen=True, slots=True)
class Agreed:
    """A handoff; ``limit`` is how many working hours the receiver has, ``inf`` where nobody agreed on any."""

    handoff: HandoffId
    limit: float = inf


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a station, along a handoff or within a seat.

    Hot leads are urgent: the receiver takes them before others that wait. ``is_won`` where a customer signs.
    """

    to: int
    handoff: int = NOTHING
    is_urgent: bool = False
    is_won: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """A seat or source in one phase: ``hours`` of work a customer takes of whoever sits at ``desk``, and where to next.

    ``untils`` is, for each way, the part of all that take it or one before it. Who takes none is lost, and has ended
    with somebody who cannot take it further where ``is_dead_end``.
    """

    desk: int = NOBODY
    hours: float = 0.0
    untils: tuple[float, ...] = ()
    ways: tuple[Way, ...] = ()
    is_dead_end: bool = False


@dataclass(frozen=True, slots=True)
class Arrivals:
    """So many an hour of working time come to a station; leads come by themselves, prospects are sought."""

    station: int
    an_hour: float
    are_leads: bool


@dataclass(frozen=True, slots=True)
class Model:
    """All of a chart that a run needs."""

    stations: tuple[Station, ...]
    desks: tuple[Desk, ...]
    handoffs: tuple[Agreed, ...]
    arrivals: tuple[Arrivals, ...]
    hours_per_week: float

    @property
    def hours_per_day(self) -> float:
        """Hours of a working day; a week has five."""
        return self.hours_per_week / WORKING_DAYS

    @property
    def a_week(self) -> float:
        """How many leads and prospects come in a week."""
        return sum(one.an_hour for one in self.arrivals) * self.hours_per_week


def working_hours(limit: float, hours_per_day: float) -> float:
    """How much working time a time limit leaves: 24 hours are a working day, 1 hour is an hour of work."""
    days, hours = divmod(limit, CLOCK_DAY)
    return days * hours_per_day + min(hours, hours_per_day)
