"""Roles: what a seat is for, what it owns and what it leaves to others."""

from enum import StrEnum

from salesorg_gui.domain.ids import KpiId, ObjectId, RoleId, StageId
from salesorg_gui.values import dataclass


class Purpose(StrEnum):
    """What a role is for; the key of its colour and icon."""

    FIND = "find"
    CLOSE = "close"
    CARE = "care"
    LEAD = "lead"
    SUPPORT = "support"


class Family(StrEnum):
    """Kinship of roles, as the rules see it.

    Neighbours stand outside the sales organisation; ``OTHER`` stands inside it but has no part in selling.
    """

    FRONTLINE = "frontline"
    NURTURE = "nurture"
    LEAD = "lead"
    STRATEGY = "strategy"
    SUPPORT = "support"
    ENABLEMENT = "enablement"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Orientation(StrEnum):
    """Whether the work is about human meetings or about strategy and analysis."""

    HUMAN_MEETING = "human_meeting"
    STRATEGIC = "strategic"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class RoleHandoff:
    """What usually passes between a role and ``role``, and when."""

    role: RoleId
    object: ObjectId
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of seat with everything a role card and a role description say about it.

    ``title`` fits on a card, ``short_title`` on a narrow one, ``code`` begins the names of seats (AE-02).
    ``inputs`` and ``outputs`` are the objects it takes and gives; ``receives`` and ``hands_over`` its usual partners.
    ``results``, ``expectations`` and ``development`` are empty until a plan fills them for its own organisation.
    """

    id: RoleId
    title: str
    short_title: str
    code: str
    family: Family = Family.OTHER
    purpose: Purpose = Purpose.SUPPORT
    purposes: tuple[Purpose, ...] = (Purpose.SUPPORT,)
    orientation: Orientation = Orientation.BOTH
    seniority: str = "mid"
    rank: int = 2
    variant_of: RoleId | None = None
    aliases: tuple[str, ...] = ()
    stages: tuple[StageId, ...] = ()
    stages_optional: tuple[StageId, ...] = ()
    inputs: tuple[ObjectId, ...] = ()
    outputs: tuple[ObjectId, ...] = ()
    reports_to: tuple[RoleId, ...] = ()
    receives: tuple[RoleHandoff, ...] = ()
    hands_over: tuple[RoleHandoff, ...] = ()
    kpis: tuple[KpiId, ...] = ()
    mission: str = ""
    responsibilities: tuple[str, ...] = ()
    boundaries: tuple[str, ...] = ()
    workload: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    for_colleagues: str = ""
    hire_for: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    needed_when: str = ""
    not_needed_when: str = ""
    results: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    development: tuple[str, ...] = ()
    is_known: bool = True

    @property
    def is_neighbour(self) -> bool:
        """Whether the role stands outside the sales organisation."""
        return self.family is Family.NEIGHBOUR

    def texts(self, field: str) -> tuple[str, ...]:
        """Its sentences for a document field such as ``boundaries`` or ``traits``; none for other fields."""
        name = TEXT_FIELDS.get(field)
        value: str | tuple[str, ...] = getattr(self, name) if name else ()
        if isinstance(value, str):
            return (value,) if value else ()
        return value


# Document field -> attribute of a role that holds its text.
TEXT_FIELDS = {
    "title": "title",
    "mission": "mission",
    "responsibilities": "responsibilities",
    "boundaries": "boundaries",
    "results": "results",
    "expectations": "expectations",
    "dependencies": "depends_on",
    "team_contribution": "for_colleagues",
    "workload": "workload",
    "traits": "hire_for",
    "development": "development",
    "mistakes": "mistakes",
}

OTHER_ROLE = RoleId("other")


def unknown_role(id: RoleId) -> Role:
    """A neutral role for an id nobody knows, so that any plan can be shown; what it is for is not known either."""
    return Role(id, title=id, short_title=id, code=code_from(id), purposes=(), is_known=False)


def code_from(name: str) -> str:
    """A seat code made from a name: initials of its words, or the first three letters of a single one."""
    words = "".join(sign if sign.isalnum() else " " for sign in name).split()
    letters = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:3]
    return letters[:4].upper() or "SEAT"
