"""Structures (island, assembly line, pod ...), the growth stages of a sales organisation, segmentation axes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesorg_gui.domain.ids import ModelId, RoleId


@dataclass(frozen=True, slots=True)
class Structure:
    """A way to organise selling. ``kind`` is structure, role_split, start_team or support.

    Each of ``role_groups`` must be present by at least one of its roles; ``minimum_counts`` says how many people.
    """

    id: ModelId
    kind: str
    title: str
    roles_required: tuple[RoleId, ...]
    roles_optional: tuple[RoleId, ...]
    role_groups: tuple[tuple[RoleId, ...], ...]
    expected_handoffs: int
    next: ModelId | None = None
    minimum_counts: Mapping[RoleId, int] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    definition: str = ""
    reporting: tuple[str, ...] = ()
    handoffs: tuple[str, ...] = ()
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    fits_when: tuple[str, ...] = ()
    avoid_when: tuple[str, ...] = ()
    next_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GrowthStage:
    """How far a sales organisation has grown; four of them, ``order`` 1 to 4."""

    id: str
    order: int
    title: str
    typical_roles: tuple[RoleId, ...]
    suggested_models: tuple[ModelId, ...]
    next: str = ""
    definition: str = ""
    reporting: str = ""
    risks: tuple[str, ...] = ()
    leave_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """A way to cut the market. ``value_type`` is set (names) or interval (from, to)."""

    id: str
    value_type: str
    title: str
    short_title: str
    question: str = ""
    source: str = ""
