"""Ready organisations to start from, as plain values; the edits of the domain build charts from them."""

from dataclasses import dataclass

from salesorg_gui.domain.ids import ModelId, ObjectId, RoleId, StageId

INBOUND = "@inbound"
OUTBOUND = "@outbound"


@dataclass(frozen=True, slots=True)
class TemplateSeat:
    """A seat named by ``key`` within its template; ``pod`` is the key of a pod. ``fte`` is per person."""

    key: str
    role: RoleId
    headcount: int = 1
    fte: float = 1.0
    pod: str | None = None
    stages_added: tuple[StageId, ...] = ()
    stages_removed: tuple[StageId, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A solid reporting line between seat keys."""

    report: str
    manager: str


@dataclass(frozen=True, slots=True)
class TemplateHandoff:
    """A handoff between keys; ``source`` may be ``@inbound`` or ``@outbound``, the lead sources."""

    source: str
    object: ObjectId
    target: str
    condition: str = ""


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A lead source: ``key`` is ``@inbound`` or ``@outbound``."""

    key: str
    lane: str
    channel: str
    per_month: float


@dataclass(frozen=True, slots=True)
class TemplatePod:
    """A pod of the template."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TemplateSegment:
    """A segment and who owns it: the key of a seat or pod."""

    axis: str
    value: str
    owner: str


@dataclass(frozen=True, slots=True)
class Template:
    """A whole organisation to start from. Its first seat without a manager is the top."""

    id: str
    title: str
    model: ModelId
    growth_stage: str
    description: str = ""
    seats: tuple[TemplateSeat, ...] = ()
    lines: tuple[TemplateLine, ...] = ()
    handoffs: tuple[TemplateHandoff, ...] = ()
    sources: tuple[TemplateSource, ...] = ()
    pods: tuple[TemplatePod, ...] = ()
    segments: tuple[TemplateSegment, ...] = ()
    source: str = ""
