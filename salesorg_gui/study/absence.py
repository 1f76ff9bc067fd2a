"""What one absence does to a chart, as a value: what is lost, who stands in, and what the score is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import HandoffId, Key, Kind, PodId, SeatId, StageId
from salesorg_gui.study.territory import Place

DAYS_A_WEEK = 7.0
WORKING_DAYS_A_WEEK = 5.0


class Harm(StrEnum):
    """What an absence may do."""

    CORE_STAGE = "core_stage"
    OTHER_STAGE = "other_stage"
    STRANDED = "stranded"
    LEADERLESS = "leaderless"
    LIMIT = "limit"
    UNDONE = "undone"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ChairWeights:
    """Points for each thing an absence does; ``undone`` are points for each working day that nobody works.

    ``backlog_weeks`` is when a backlog counts as one: so many weeks of one full-time person lie undone.
    """

    core_stage: float = 10.0
    other_stage: float = 4.0
    stranded: float = 3.0
    leaderless: float = 1.0
    limit: float = 2.0
    undone: float = 1.0
    nobody: float = 5.0
    backlog_weeks: float = 1.0

    def of(self, harm: Harm) -> float:
        """The points for one of a kind."""
        points: float = getattr(self, harm.value)
        return points


@dataclass(frozen=True, slots=True)
class Factor:
    """A part of a score: ``count`` of a kind, and the points they make."""

    harm: Harm
    count: float
    points: float


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A stage that nobody covers any more in a place."""

    stage: StageId
    place: Place
    is_core: bool


@dataclass(frozen=True, slots=True)
class Delay:
    """What becomes of one queue. FTE: ``need`` of work, ``had`` and ``has`` of time; waits in working hours.

    ``limit_hours`` is the strictest limit that is broken now and was kept before. ``broken`` are these handoffs, of
    many only some; ``broken_count`` is how many they are.
    """

    part: Part
    need: float
    had: float
    has: float
    wait_before: float
    wait_after: float
    limit_hours: float | None
    broken: tuple[HandoffId, ...]
    broken_count: int

    @property
    def missing(self) -> float:
        """FTE that are missing because of the absence."""
        return max(0.0, self.need - self.has) - max(0.0, self.need - self.had)


@dataclass(frozen=True, slots=True)
class Toll:
    """What an absence costs as far as numbers tell: all of the whole absence.

    ``customers`` have nobody who looks after them; ``is_told`` where the plan says how many that are. ``won`` are the
    customers that are not won, ``revenue`` what they would pay a year, where the worth of a contract is known.
    """

    customers: float = 0.0
    is_told: bool = False
    won: float = 0.0
    revenue: float | None = None


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What the drawing lacks when a chair stands empty.

    ``stranded`` are those of its ``handoffs`` whose other end has nobody else for the same thing; ``reports`` have no
    other manager, and ``acting`` is who stands above them; ``pods`` are without their lead.
    """

    uncovered: tuple[Uncovered, ...] = ()
    handoffs: tuple[HandoffId, ...] = ()
    stranded: tuple[HandoffId, ...] = ()
    reports: tuple[SeatId, ...] = ()
    pods: tuple[PodId, ...] = ()
    acting: SeatId | None = None


@dataclass(frozen=True)
class Absence:
    """One seat without one of its people for ``days``. ``is_empty``: nobody is left on it."""

    seat: SeatId
    days: float
    is_empty: bool
    open: LeftOpen = LeftOpen()
    delays: tuple[Delay, ...] = ()
    backlog_weeks: float = 1.0
    toll: Toll = Toll()
    factors: tuple[Factor, ...] = ()

    @cached_property
    def score(self) -> float:
        """How bad it is: the points of all factors."""
        return sum(factor.points for factor in self.factors)

    @cached_property
    def missing(self) -> float:
        """FTE that are missing because of it, in all queues."""
        return sum(delay.missing for delay in self.delays)

    @property
    def working_days_undone(self) -> float:
        """Working days of one full-time person that lie undone at the end."""
        return self.missing * self.days / DAYS_A_WEEK * WORKING_DAYS_A_WEEK

    @property
    def backlog_days(self) -> float:
        """Calendar days until so much lies undone that it counts as a backlog; ``inf`` where it never does."""
        return self.backlog_weeks * DAYS_A_WEEK / self.missing if self.missing > 0 else inf

    @property
    def broken_count(self) -> int:
        """How many time limits are broken because of it."""
        return sum(delay.broken_count for delay in self.delays)

    @property
    def keys(self) -> frozenset[Key]:
        """Everything on the canvas that is lost or left open."""
        return frozenset(self._keys())

    def _keys(self) -> Iterator[Key]:
        yield Key(Kind.SEAT, self.seat)
        yield from (Key(Kind.SEAT, seat) for seat in self.open.reports)
        yield from (Key(Kind.HANDOFF, handoff) for handoff in self.open.handoffs)
        yield from (Key(Kind.HANDOFF, handoff) for delay in self.delays for handoff in delay.broken)
        yield from (Key(Kind.POD, pod) for pod in self.open.pods)
        yield from (one.place for one in self.open.uncovered if one.place is not None)
