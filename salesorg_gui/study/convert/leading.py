"""Who leads whom in the new chart: the leaders of the template, and as many levels between as spans ask for.

Nobody leads more people than the span says. Where the old chart had leaders over several teams, their teams stay
together under one leader.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched

from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.study.convert.crew import Member
from salesorg_gui.study.convert.shape import Kind, Part, Shape, Team
from salesorg_gui.study.convert.slots import Slot

LADDER = tuple(map(RoleId, ("assistant_sales_manager", "head_of_sales", "vp_sales", "chief_revenue_officer")))
"""Who leads leaders, from the lowest."""
FEWEST_APART = 2
LEVEL, MIXED, OTHERS = "level ", "mixed", "others"


@dataclass(eq=False)
class Below:
    """Somebody who is led: a slot with the ``group`` below it, or somebody who needs no slot.

    ``old`` is who led it, or most of what stands below it, in the old chart; ``sort`` keeps like with like.
    """

    sort: str
    slot: Slot | None = None
    member: Member | None = None
    heads: int = 1
    old: SeatId | None = None
    group: list["Below"] = field(default_factory=list)


@dataclass
class Ladder:
    """Builds the levels from the bottom up."""

    shape: Shape
    span: int
    seated: Mapping[Slot, Member]
    managers: Mapping[SeatId | None, SeatId | None]
    roles: Mapping[RoleId, Part]
    count: int = 0
    highest: int = -1

    def build(self, teams: Sequence[Team], slots: Iterable[Slot], others: Iterable[Member]) -> Below:
        """The whole organisation below its top."""
        by_part: dict[tuple[SeatId, Team | None], list[Slot]] = defaultdict(list)
        for slot in slots:
            by_part[slot.part.key, slot.team].append(slot)
        top = self.shape.parts[self.shape.top]
        leads = [self._lead_of(team, by_part) for team in teams]
        direct = [*self._together(leads), *self._below_part(top, by_part)]
        direct += [Below(OTHERS, member=one, heads=one.seat.headcount, old=one.manager) for one in others]
        group = self._levelled(direct)
        return Below("top", Slot(self._top_part(top), self._next()), group=group)

    def _below_part(self, part: Part, by_part: Mapping[tuple[SeatId, Team | None], Sequence[Slot]]) -> list[Below]:
        """What reports to a part of the template outside its teams."""
        found: list[Below] = []
        for other in self.shape.parts.values():
            if other.in_team or other.key == self.shape.top or self.shape.manager(other.key) != part.key:
                continue
            if other.kind is Kind.LEADER:
                inner = self._below_part(other, by_part)
                groups = self._portions(inner) if inner else [[]]
                found += [Below(other.key, Slot(other, self._next(), hint=_most(few)), group=few) for few in groups]
            else:
                found += [self._worker(slot) for slot in by_part.get((other.key, None), ())]
        return found

    def _lead_of(self, team: Team, by_part: Mapping[tuple[SeatId, Team | None], Sequence[Slot]]) -> Below:
        """The leader of a pod with everybody in it."""
        leader = next(part for part in self.shape.parts.values() if part.in_team and part.kind is Kind.LEADER)
        inside = [part for part in self.shape.parts.values() if part.in_team and part.kind is not Kind.LEADER]
        workers = [self._worker(slot) for part in inside for slot in by_part.get((part.key, team), ())]
        led_by = _most(workers)
        group = self._levelled(workers, team)
        return Below("lead", Slot(leader, self._next(), team, led_by), old=self.managers.get(led_by), group=group)

    def _worker(self, slot: Slot) -> Below:
        member = self.seated.get(slot)
        heads = member.seat.headcount if member is not None else 1
        return Below(slot.part.key, slot, member, heads, member.manager if member is not None else None)

    def _together(self, leads: list[Below]) -> list[Below]:
        """Teams under those who led them before, where these were several; and nobody over too many of them."""
        olds = {lead.old for lead in leads if lead.old is not None}
        if len(olds) < FEWEST_APART or len(olds) == len(leads) or None in {lead.old for lead in leads}:
            return leads
        level = self._level_above_teams()
        groups: dict[SeatId | None, list[Below]] = defaultdict(list)
        for lead in leads:
            groups[lead.old].append(lead)
        few = [part for group in groups.values() for part in self._portions(group)]
        return [self._leader(level, group) for group in few]

    def _levelled(self, direct: list[Below], team: Team | None = None) -> list[Below]:
        """The same with levels between, until nobody leads too many."""
        while sum(one.heads for one in direct) > self.span:
            sorts: dict[str, list[Below]] = defaultdict(list)
            for one in direct:
                sorts[one.sort].append(one)
            widest = max(sorts, key=lambda sort: (sum(one.heads for one in sorts[sort]), sort))
            if len(sorts[widest]) < FEWEST_APART:
                widest, sorts = MIXED, {MIXED: direct}
            groups = self._portions(sorts[widest])
            if len(groups) >= len(sorts[widest]):
                break  # seats that hold more people than anybody can lead
            led = [self._leader(self._level_over(widest, team), group, team) for group in groups]
            direct = [*led, *(one for one in direct if one not in sorts[widest])]
        return direct

    def _level_over(self, sort: str, team: Team | None) -> int:
        """The rung of whoever leads this sort."""
        if team is not None:
            return 0
        if sort.startswith(LEVEL):
            return int(sort.removeprefix(LEVEL)) + 1
        if sort == MIXED:
            return max(self._level_above_teams(), self.highest + 1)
        return 1 if sort == OTHERS else self._level_above_teams()

    def _portions(self, group: Sequence[Below]) -> list[list[Below]]:
        """The group in parts nobody has too many of; those one person led before stay together if they can."""
        kept = sorted(group, key=lambda one: one.old or "")
        total = sum(one.heads for one in kept)
        if all(one.heads == 1 for one in kept):
            size = -(-total // max(1, -(-total // self.span)))
            return [list(few) for few in batched(kept, size)]
        found: list[list[Below]] = [[]]
        for one in kept:
            if found[-1] and sum(other.heads for other in found[-1]) + one.heads > self.span:
                found.append([])
            found[-1].append(one)
        return found

    def _leader(self, level: int, group: list[Below], team: Team | None = None) -> Below:
        rung = min(level, len(LADDER) - 1)
        if team is None:
            self.highest = max(self.highest, rung)
        slot = Slot(self.roles[LADDER[rung]], self._next(), team, _most(group))
        return Below(f"{LEVEL}{rung}", slot, old=self.managers.get(_most(group)), group=group)

    def _level_above_teams(self) -> int:
        """An assistant manager stands between a head and his people; over pods and under a VP it is a head."""
        top = self.shape.parts[self.shape.top].role.id
        return int(self.shape.has_teams or top != LADDER[1])

    def _top_part(self, top: Part) -> Part:
        """The top, a rung higher where the levels below it reached its own."""
        if self.highest < 0 or top.role.id not in LADDER:
            return top
        rung = min(self.highest + 1, len(LADDER) - 1)
        return top if LADDER.index(top.role.id) >= rung else self._raised(top, LADDER[rung])

    def _raised(self, top: Part, role: RoleId) -> Part:
        part = self.roles[role]
        seat = Seat(top.seat.id, role)
        return Part(seat, Kind.TOP, part.role, frozenset(), top.takes, top.gives)

    def _next(self) -> int:
        self.count += 1
        return self.count


def _most(group: Iterable[Below]) -> SeatId | None:
    """Who led most of a group before."""
    counts: dict[SeatId, int] = defaultdict(int)
    for one in group:
        if one.old is not None:
            counts[one.old] += 1
    return max(counts, key=lambda seat: (counts[seat], seat), default=None)
