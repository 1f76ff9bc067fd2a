"""What the printed documents contain: role card and description, hiring checklist, scorecard, workshop."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesorg_gui.domain.ids import RoleId


@dataclass(frozen=True, slots=True)
class DocumentField:
    """One field of the role card or the role description. ``short_title`` is its label."""

    id: str
    order: int
    card: bool
    description: bool
    title: str
    short_title: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class HiringStep:
    """One of the ten steps every open seat goes through, with the lines of its checklist."""

    id: str
    order: int
    title: str
    short_title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistForm:
    """What stands at the head, on each line and at the foot of a printed checklist."""

    header: tuple[str, ...]
    per_item: tuple[str, ...]
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """A part of the scorecard and how much it weighs."""

    id: str
    weight: float
    title: str


@dataclass(frozen=True, slots=True)
class ScorecardForm:
    """The interview scorecard: groups, scale with anchors, and when a candidate is recommended."""

    lowest: int
    highest: int
    recommend_from: float
    must_have_from: int
    team_fit_from: int
    groups: tuple[ScoreGroup, ...]
    anchors: Mapping[int, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class HireOrder:
    """Who is hired when; lower ``order`` comes first."""

    order: int
    role: RoleId
    condition: str


@dataclass(frozen=True, slots=True)
class WorkshopStep:
    """One step of the workshop in which a team designs its organisation."""

    id: str
    order: int
    title: str
    questions: tuple[str, ...]
    result: str
