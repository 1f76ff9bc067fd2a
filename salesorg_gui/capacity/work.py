"""Which part of the journey each seat works on, and how much time it has for it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import MANY_KINDS, Duties
from salesorg_gui.domain.derived import patched
from salesorg_gui.domain.ids import RoleId, SeatId, StageId
from salesorg_gui.domain.records import Seat

CARE_OF: Mapping[RoleId, str] = {RoleId("account_manager"): "am", RoleId("key_account_manager"): "kam"}
"""The ratios of those who keep customers, by the role theirs is a kind of; ``kam`` comes first."""
SELLING = "selling"


class Part(StrEnum):
    """A part of the work. The capacity model knows how much of each one person does."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    CLOSER = "closer"
    CARE = "care"


PART_OF: Mapping[StageId, Part] = {
    StageId("inbound_qualification"): Part.INBOUND,
    StageId("outbound_prospecting"): Part.OUTBOUND,
    StageId("demo_negotiation"): Part.CLOSER,
    StageId("closing"): Part.CLOSER,
    StageId("onboarding"): Part.CARE,
    StageId("retention"): Part.CARE,
    StageId("growth"): Part.CARE,
}


class Work(NamedTuple):
    """What one seat does. ``fte`` is what its people have for customers; ``shares`` splits it between the parts.

    ``is_told`` says that somebody has said how; otherwise the shares are even, and only a first guess. ``care`` names
    the ratio that counts for keeping customers: ``csm``, ``am`` or ``kam``.
    """

    seat: SeatId
    stages: frozenset[StageId]
    fte: float
    shares: Mapping[Part, float]
    care: str = "csm"
    is_told: bool = False

    def fte_for(self, part: Part) -> float:
        """FTE for one part."""
        return self.fte * self.shares.get(part, 0.0)


def work_of(duties: Duties) -> dict[SeatId, Work]:
    """The work of every seat that has a part in the journey, neighbours left out, by id.

    The seats count as drawn: open and planned ones as if somebody held them.
    """
    kinds, seats, role = duties.kinds, duties.chart.seats, duties.catalogue.role
    usual = [_usual(duties.catalogue, role(kind.role).id, duties.stages_of(kind)) for kind in kinds.kinds]
    works, make = dict[SeatId, Work](), partial(tuple.__new__, Work)
    for id, number in zip(kinds.seats, kinds.numbers, strict=True):
        own = usual[number]
        if own is None:
            continue
        seat = seats[id]
        if seat.shares or seat.activities:
            works[id] = _own(seat, own)
        else:
            works[id] = make((id, own.stages, max(0.0, seat.headcount * seat.fte), own.shares, own.care, False))
    return works


def work_after(before: Mapping[SeatId, Work], duties: Duties, touched: Iterable[SeatId]) -> Mapping[SeatId, Work]:
    """The same when only ``touched`` seats differ, come or go."""
    seats = duties.chart.seats
    now = {id: _work(duties, id) if id in seats else None for id in touched}
    return patched(before, {id: work for id, work in now.items() if work != before.get(id)})


def _work(duties: Duties, id: SeatId) -> Work | None:
    """What a seat does; nothing where it has no part in the journey."""
    usual = _usual(duties.catalogue, duties.roles[id].id, duties.stages[id])
    if usual is None:
        return None
    return _own(duties.chart.seats[id], usual)


class _Usual(NamedTuple):
    """What seats of one role that cover the same stages have in common."""

    stages: frozenset[StageId]
    shares: Mapping[Part, float]
    care: str


def _own(seat: Seat, usual: _Usual) -> Work:
    """What a seat does beside what all of its kind do."""
    told = _told(seat, usual.shares) if seat.shares else None
    return Work(seat.id, usual.stages, customer_fte(seat), told or usual.shares, usual.care, is_told=bool(told))


@lru_cache(MANY_KINDS)
def _usual(catalogue: Catalogue, role: RoleId, stages: tuple[StageId, ...]) -> _Usual | None:
    parts = tuple(dict.fromkeys(PART_OF[stage] for stage in stages if stage in PART_OF))
    if not parts or catalogue.role(role).is_neighbour:
        return None
    return _Usual(frozenset(stages), _evenly(parts), _care(catalogue, role))


def customer_fte(seat: Seat) -> float:
    """FTE left for customers: operations, enablement and leading take their shares away (5.8)."""
    if not seat.activities:
        return max(0.0, seat.total_fte)
    away = sum(max(0.0, activity.share) for activity in seat.activities if activity.kind != SELLING)
    return max(0.0, seat.total_fte) * max(0.0, 1.0 - away)


@cache
def _evenly(parts: tuple[Part, ...]) -> Mapping[Part, float]:
    return MappingProxyType(dict.fromkeys(parts, 1.0 / len(parts)))


def _told(seat: Seat, parts: Iterable[Part]) -> Mapping[Part, float]:
    """How the time is split between parts as the shares of their stages say; nothing where they say nothing."""
    given = dict.fromkeys(parts, 0.0)
    for stage, share in sorted(seat.shares.items()):
        part = PART_OF.get(stage)
        if part in given and share > 0:
            given[part] += share
    total = sum(given.values())
    return {part: share / total for part, share in given.items()} if total > 0 else {}


def _care(catalogue: Catalogue, role: RoleId) -> str:
    kind: RoleId | None = role
    found = "csm"
    while kind is not None and found != "kam":
        found = CARE_OF.get(kind, found)
        kind = catalogue.role(kind).variant_of
    return found
