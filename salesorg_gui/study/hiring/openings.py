"""What a hiring plan is made of: seats to open, each with its trigger, its place and its times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, RoleId, SeatId
from salesorg_gui.study.hiring.pace import Pace, Timing


class Measure(StrEnum):
    """What a trigger watches: amounts a month, customers kept, people, or the EUR a customer is worth."""

    LEADS = "leads"
    PROSPECTS = "prospects"
    QUALIFIED = "qualified"
    SIGNED = "signed"
    CUSTOMERS = "customers"
    REPORTS = "reports"
    SELLERS = "sellers"
    EMPLOYEES = "employees"
    WORTH = "worth"


class Reason(StrEnum):
    """Why a seat is opened."""

    SHORT = "short"
    GROWTH = "growth"
    NOBODY = "nobody"
    FIRST_SELLERS = "first_sellers"
    ONE_SELLER = "one_seller"
    LEADER = "leader"
    SPAN = "span"
    OPERATIONS = "operations"
    ENABLEMENT = "enablement"
    SPECIALIST = "specialist"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Open the seat when ``measure`` exceeds ``above`` for ``months`` months.

    ``room`` is what those who are there by then have time for, in the same measure, ``now`` what there is today.
    Only the work of ``pod`` counts where one is named, only the reports of ``manager``.
    """

    measure: Measure
    above: float
    room: float
    now: float
    months: float = 0.0
    pod: PodId | None = None
    manager: SeatId | None = None

    @property
    def is_reached(self) -> bool:
        """Whether there is more today already."""
        return self.now > self.above


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a seat stands, or would."""

    manager: SeatId | None = None
    pod: PodId | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """One seat to open, or ``count`` like ones in the same month, of ``fte`` each.

    ``seat`` is the one that stands open or planned on the chart already; a new one has none. ``timing`` is ``None``
    where no figure says when it is needed. ``adds`` is what it takes on, in the measure of its trigger. ``free`` are
    people elsewhere who do the same and have time for it today.
    """

    id: str
    role: RoleId
    reason: Reason
    spot: Spot
    seat: SeatId | None = None
    count: int = 1
    fte: float = 1.0
    part: Part | None = None
    trigger: Trigger | None = None
    timing: Timing | None = None
    adds: float = 0.0
    free: tuple[SeatId, ...] = ()

    @property
    def total_fte(self) -> float:
        """FTE of all of them."""
        return self.count * self.fte


@dataclass(frozen=True, slots=True)
class Cost:
    """Money, EUR: a month, and until full work."""

    a_month: float
    to_productive: float


class Gap(StrEnum):
    """What a plan does not say, and the hiring plan would reckon with."""

    VOLUME = "volume"
    CUSTOMERS = "customers"
    HANDOFFS = "handoffs"
    SALARY = "salary"


@dataclass(frozen=True)
class HiringPlan:
    """Seats to open in their order. ``idle`` stand open or planned, and the figures do not ask for them.

    ``gaps`` is what nobody said. ``left_out`` is how many more seats such growth would ask for.
    """

    chart: Chart
    pace: Pace
    horizon: float
    openings: tuple[Opening, ...] = ()
    idle: tuple[Opening, ...] = ()
    gaps: tuple[Gap, ...] = ()
    left_out: int = 0
    costs: Mapping[str, Cost] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many people all openings together are."""
        return sum(one.count for one in self.openings)
