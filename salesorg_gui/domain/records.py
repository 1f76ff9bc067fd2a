"""What a chart is made of: seats, lines, handoffs, lead sources, pods, segments, hires.

Every record is frozen. ``extra`` holds keys of the file that this version does not know; they are written back.
The order of brothers and sisters is data: ``order`` is any number, ties are broken by id.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from salesorg_gui.domain.ids import (
    HandoffId,
    HireId,
    KpiId,
    LineId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
    StageId,
)
from salesorg_gui.values import dataclass

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None
type Extra = Mapping[str, Json]


class Place(NamedTuple):
    """Where the hand put a free thing on the board: top left corner, px at 100 %."""

    x: float
    y: float


class Status(StrEnum):
    """Whether somebody sits on a seat."""

    FILLED = "filled"
    OPEN = "open"
    PLANNED = "planned"


class LineKind(StrEnum):
    """A solid line leads; a dotted one only advises."""

    SOLID = "solid"
    DOTTED = "dotted"


class BranchStyle(StrEnum):
    """How the reports of a seat stand below it in the reporting view."""

    AUTO = ""
    WIDE = "wide"
    COLUMNS = "columns"
    HANG_RIGHT = "hang_right"
    HANG_LEFT = "hang_left"


FEWEST_COLUMNS, MOST_COLUMNS = 2, 8


class Lane(StrEnum):
    """Whether leads come in by themselves or are fetched."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class HireStatus(StrEnum):
    """How far a hire has come."""

    PLANNED = "planned"
    ADVERTISED = "advertised"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    STARTED = "started"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds a seat. ``start`` is an ISO date, ``seniority`` an id of the catalogue."""

    name: str = ""
    seniority: str = ""
    industries: tuple[str, ...] = ()
    new_hire: bool = False
    start: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Activity:
    """A part of a seat's week. ``kind`` is selling, operations, enablement or leading; ``share`` 0 to 1."""

    title: str = ""
    kind: str = "selling"
    share: float = 0.0
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measure:
    """A KPI a seat is measured by, or its team as a whole.

    ``target`` is free text such as ``2.4 M SEK``, ``period`` day to year.
    """

    kpi: KpiId
    target: str = ""
    period: str = ""
    is_team: bool = False
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seat:
    """One kind of place in the organisation, held by ``headcount`` people of ``fte`` each.

    ``shares`` splits working time between stages. ``texts`` overrides the role's texts by document field
    (domain.md section 7). ``code`` is what lists call the seat (a personnel or position number), ``start`` an ISO date
    or a word such as ``Q3``. A seat without pod and place stands on the bench; ``also_in`` are further pods.
    ``accounts`` is how many customers its people look after together, ``account_stages`` the stages these are in.
    ``branch`` is how its reports stand in the reporting view, ``columns`` in how many columns (0: as fits).
    """

    id: SeatId
    role: RoleId
    title: str = ""
    headcount: int = 1
    fte: float = 1.0
    status: Status = Status.FILLED
    people: tuple[Person, ...] = ()
    pod: PodId | None = None
    also_in: tuple[PodId, ...] = ()
    order: float = 0.0
    place: Place | None = None
    branch: BranchStyle = BranchStyle.AUTO
    columns: int = 0
    shared: bool = False
    stages_added: tuple[StageId, ...] = ()
    stages_removed: tuple[StageId, ...] = ()
    shares: Mapping[StageId, float] = field(default_factory=dict)
    activities: tuple[Activity, ...] = ()
    quota: float | None = None
    accounts: int | None = None
    account_stages: tuple[StageId, ...] = ()
    measures: tuple[Measure, ...] = ()
    goal: str = ""
    start: str = ""
    code: str = ""
    location: str = ""
    department: str = ""
    note: str = ""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)

    @property
    def holder(self) -> str:
        """The names of those who hold the seat, with commas; empty when nobody is named."""
        return ", ".join(person.name for person in self.people if person.name)

    @property
    def total_fte(self) -> float:
        """Full-time equivalents of all its people together."""
        return self.headcount * self.fte


@dataclass(frozen=True, slots=True)
class Line:
    """``report`` answers to ``manager``; ``order`` sorts the reports of one manager.

    An assistant stands beside its manager in the reporting view instead of below; that is said of solid lines only.
    """

    id: LineId
    report: SeatId
    manager: SeatId
    kind: LineKind = LineKind.SOLID
    order: float = 0.0
    is_assistant: bool = False
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Handoff:
    """What one seat (or lead source) hands to another, when, and how fast the receiver acts.

    ``source`` is ``from`` in the file, ``target`` is ``to``. ``limit_hours`` is the time the receiver has,
    ``probability`` (0 to 1) the share of the sender's customers that take this way.
    """

    id: HandoffId
    source: SeatId | SourceId
    target: SeatId
    object: ObjectId | None = None
    condition: str = ""
    limit_hours: float | None = None
    is_return: bool = False
    probability: float | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where leads come from; ``per_month`` is how many."""

    id: SourceId
    lane: Lane = Lane.INBOUND
    channel: str = ""
    title: str = ""
    per_month: float = 0.0
    order: float = 0.0
    place: Place | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pod:
    """A small selling team. ``segments[0]`` is the frame it stands in; ``lead`` may sit outside the pod."""

    id: PodId
    title: str = ""
    segments: tuple[SegmentId, ...] = ()
    lead: SeatId | None = None
    goal: str = ""
    target_account: str = ""
    order: float = 0.0
    place: Place | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the market on one axis: a name, or an interval [``lowest``, ``below``) for sizes.

    ``lowest`` and ``below`` are ``from`` and ``to`` in the file. ``owners`` are seats or pods, ``split`` says which of
    them takes which customer. ``leads`` come in a month. ``parent`` nests it.
    """

    id: SegmentId
    axis: str = "geography"
    value: str = ""
    parent: SegmentId | None = None
    lowest: float | None = None
    below: float | None = None
    is_key: bool = False
    is_served: bool = True
    potential: float | None = None
    leads: float | None = None
    customers: float | None = None
    owners: tuple[SeatId | PodId, ...] = ()
    split: str = ""
    order: float = 0.0
    place: Place | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a hiring checklist. ``due`` and ``done`` are ISO dates; a date in ``done`` ticks the box."""

    step: str
    item: int
    who: str = ""
    due: str = ""
    done: str = ""
    remark: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """One criterion of a scorecard: 1 to 5, or nothing yet."""

    criterion: str
    group: str = ""
    score: int | None = None
    must: bool = False
    evidence: str = ""
    anchors: Mapping[str, str] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What one interviewer found about one candidate, judged against the role."""

    candidate: str = ""
    interviewer: str = ""
    date: str = ""
    scores: tuple[Score, ...] = ()
    note: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hire:
    """The filling of one seat. ``chosen`` is the candidate decided on, ``decided`` the ISO date of that."""

    id: HireId
    seat: SeatId
    status: HireStatus = HireStatus.PLANNED
    start: str = ""
    owner: str = ""
    checklist: tuple[Check, ...] = ()
    scorecards: tuple[Scorecard, ...] = ()
    chosen: str = ""
    decided: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A warning or hint somebody decided to live with, and why. ``subjects`` are the ids it speaks of.

    ``figures`` are the numbers it told then, such as ``count=9``: with other numbers it is another finding.
    """

    rule: str
    subjects: tuple[str, ...] = ()
    reason: str = ""
    figures: tuple[str, ...] = ()
    extra: Extra = field(default_factory=dict)


type Record = Seat | Line | Handoff | Source | Pod | Segment | Hire
