"""The customer journey: its stages, what is handed over along it, how it is measured, where leads come from."""

from enum import StrEnum

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import KpiId, ObjectId, StageId
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the journey. ``phase`` is find, close or care; ``lane`` inbound, outbound or both.

    ``next`` are the stages that may follow. ``core`` stages must have an owner in every organisation.
    """

    id: StageId
    order: int
    phase: Purpose
    lane: str
    core: bool
    next: tuple[StageId, ...]
    consumes: tuple[ObjectId, ...]
    produces: tuple[ObjectId, ...]
    title: str
    short_title: str
    definition: str = ""
    done_when: str = ""


class ObjectKind(StrEnum):
    """How a handed-over object counts: only ``CUSTOMER`` moves a lead or customer on."""

    CUSTOMER = "customer"
    CONSULT = "consult"
    RETURN = "return"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class HandedObject:
    """What one seat hands to another. ``limit_hours`` is the usual time to act on it.

    ``reentry`` marks a customer object that starts a new round (a follow-on opportunity). ``content`` is what the
    receiver must be told.
    """

    id: ObjectId
    kind: ObjectKind
    reentry: bool
    stage_after: StageId
    limit_hours: float
    title: str
    short_title: str
    content: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measure. ``better`` is higher, lower, near 100 or near 1; ``kind`` speed, quality, activity or result."""

    id: KpiId
    better: str
    kind: str
    title: str
    short_title: str
    formula: str
    unit: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way leads come in (``lane`` inbound) or are fetched (outbound)."""

    id: str
    lane: str
    title: str


@dataclass(frozen=True, slots=True)
class Seniority:
    """A step of the ladder from junior (rank 1) to executive (rank 7)."""

    id: str
    rank: int
    title: str
