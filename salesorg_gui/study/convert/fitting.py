"""Who sits where: the more of a seat's stages somebody works on today, the better; then role, then team and market.

Points are whole numbers and everything stands in a fixed order, so the same chart always gives the same answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.study.convert.crew import Member
from salesorg_gui.study.convert.shape import Kind, Part, Shape, Team
from salesorg_gui.study.convert.slots import Slot

STAGES, SAME_ROLE, RELATED_ROLE = 100, 60, 45
SAME_TEAM, SAME_MARKET = 30, 10
FILLED, HIRING = 6, 3
LEADS, WAS_TOP, LED_HERE, RANK = 60, 100, 80, 6
SAME_FAMILY = 50
MOST_PAIRS = 4_000
"""With more pairs of people and seats than this the best pair is taken first, and so on: good, but not the best."""

KEY_ACCOUNTS = RoleId("key_account_manager")


class Wish(NamedTuple):
    """Somebody and seats that are all alike to him, by their numbers, and how well they fit."""

    points: int
    member: int
    places: Sequence[int]


def best_parts(members: Iterable[Member], shape: Shape) -> dict[SeatId, list[Member]]:
    """The members by the part their work fits best; those whom nothing fits are left out."""
    found: dict[SeatId, list[Member]] = defaultdict(list)
    parts = [part for part in shape.parts.values() if part.kind in {Kind.WORKER, Kind.SUPPORT}]
    for member in members:
        points = [(work_points(member, part, shape), -at) for at, part in enumerate(parts)]
        most, at = max(points, default=(0, 0))
        if most > 0:
            found[parts[-at].key].append(member)
    return found


def work_points(member: Member, part: Part, shape: Shape) -> int:
    """How well somebody's work fits a seat of workers or helpers; 0 where it does not."""
    if (member.is_leader and not member.stages) or is_beside(member, shape):
        return _role_points(member, part) if part.kind is Kind.SUPPORT else 0
    if part.kind is Kind.SUPPORT:
        return _role_points(member, part)
    shared = member.stages & part.stages
    if not shared or is_leader_by_trade(member):
        return 0
    return STAGES * len(shared) // len(member.stages | part.stages) + _role_points(member, part)


def leader_points(member: Member, slot: Slot) -> int:
    """How well somebody fits a seat that leads; 0 for those who do not lead."""
    if not is_leader_by_trade(member):
        return 0
    points = LEADS + _role_points(member, slot.part) - RANK * abs(member.role.rank - slot.part.role.rank)
    if slot.part.kind is Kind.TOP and member.is_top:
        points += WAS_TOP
    if slot.hint is not None and slot.hint == member.origin:
        points += LED_HERE
    return max(1, points + _place_points(member, slot.team))


def fitted(members: Sequence[Member], slots: Sequence[Slot], shape: Shape) -> dict[Slot, Member]:
    """Workers and helpers on their seats."""
    rooms: dict[tuple[SeatId, Team | None], list[int]] = defaultdict(list)
    for place, slot in enumerate(slots):
        rooms[slot.part.key, slot.team].append(place)
    inside: dict[SeatId, list[tuple[Team | None, list[int]]]] = defaultdict(list)
    for (part, team), places in rooms.items():
        inside[part].append((team, places))
    wishes: list[Wish] = []
    for at, member in enumerate(members):
        for key, teams in inside.items():
            if points := work_points(member, shape.parts[key], shape):
                sure = points + _sureness(member)
                wishes += [Wish(sure + _place_points(member, team), at, places) for team, places in teams]
    return _matched(members, slots, wishes)


def led(members: Sequence[Member], slots: Sequence[Slot]) -> dict[Slot, Member]:
    """Leaders on the seats that lead: first the top, for whoever was there, then all others."""
    tops = [slot for slot in slots if slot.part.kind is Kind.TOP]
    first = _matched(members, tops, _leading_wishes(members, tops))
    seated = {member.id for member in first.values()}
    others, below = [one for one in members if one.id not in seated], [slot for slot in slots if slot not in tops]
    return first | _matched(others, below, _leading_wishes(others, below))


def _leading_wishes(members: Sequence[Member], slots: Sequence[Slot]) -> list[Wish]:
    return [
        Wish(points + _sureness(member), at, [place])
        for at, member in enumerate(members)
        for place, slot in enumerate(slots)
        if (points := leader_points(member, slot)) > 0
    ]


def _matched(members: Sequence[Member], slots: Sequence[Slot], wishes: Sequence[Wish]) -> dict[Slot, Member]:
    count = sum(len(wish.places) for wish in wishes)
    chosen = _heaviest(wishes, len(members)) if count <= MOST_PAIRS else _one_by_one(wishes)
    return {slots[place]: members[at] for at, place in sorted(chosen.items())}


def _heaviest(wishes: Iterable[Wish], count: int) -> Mapping[int, int]:
    """The pairs that are best in all."""
    import networkx as nx  # noqa: PLC0415 -- loads slowly

    graph: nx.Graph[int] = nx.Graph()
    for points, at, places in wishes:
        graph.add_weighted_edges_from((at, count + place, points) for place in places)
    edges = nx.max_weight_matching(graph)
    return {min(edge): max(edge) - count for edge in edges}


def _one_by_one(wishes: Iterable[Wish]) -> Mapping[int, int]:
    """The best pair first, then the best of those left."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _points, at, places in sorted(wishes, key=lambda wish: (-wish.points, wish.member, wish.places[0])):
        if at not in chosen and (free := next((place for place in places if place not in taken), None)) is not None:
            chosen[at] = free
            taken.add(free)
    return chosen


def _sureness(member: Member) -> int:
    """Who is there comes before a seat that is open."""
    return HIRING * member.is_hiring + FILLED * (not member.is_vacant)


def _role_points(member: Member, part: Part) -> int:
    if member.role.id == part.role.id:
        return SAME_ROLE
    if part.role.id in member.lineage or member.role.id == part.role.variant_of:
        return RELATED_ROLE
    is_kin = member.role.is_known and member.role.family is part.role.family and not part.role.is_neighbour
    return SAME_FAMILY if is_kin and part.kind is Kind.SUPPORT else 0


def _place_points(member: Member, team: Team | None) -> int:
    if team is None:
        return 0
    if team.old is not None and team.old == member.pod:
        return SAME_TEAM
    return SAME_MARKET if not member.markets.isdisjoint(team.segments) else 0


def is_leader_by_trade(member: Member) -> bool:
    """Whether leading is what somebody is there for."""
    return member.role.purpose is Purpose.LEAD and not member.stands_beside


def is_beside(member: Member, shape: Shape) -> bool:
    """Whether somebody helps all teams, or cares for key customers, where the template has no seat for that."""
    if any(member.role.id == part.role.id for part in shape.parts.values()):
        return False
    is_apart = member.seat.shared and member.pod is None
    return member.stands_beside or is_apart or KEY_ACCOUNTS in member.lineage
