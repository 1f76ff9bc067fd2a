"""How many seats of each part the new chart has, and in which team: by the people and the work there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.formulas import care_fte, closer_fte, inbound_fte, outbound_fte, qualified_per_lead
from salesorg_gui.capacity.work import PART_OF
from salesorg_gui.capacity.work import Part as Work
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.study.convert.crew import Member
from salesorg_gui.study.convert.shape import Kind, Part, Shape, Team

ROUNDING = 1e-9
FEWEST_NEW = 2
"""So many seats may be added by the work there is, or as many as there are people for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A seat to be filled. ``team`` is the pod it stands in, ``order`` its place; ``hint`` is who led there before."""

    part: Part
    order: int
    team: Team | None = None
    hint: SeatId | None = None


@dataclass(frozen=True, slots=True)
class Volumes:
    """What comes in a month, and how many customers there are."""

    leads: float = 0.0
    prospects: float = 0.0
    base: float = 0.0

    def fte(self, work: Work, situation: Situation) -> float:
        """FTE a part of the work takes, as the planning figures say."""
        figures = situation.figures
        qualified = self.leads * qualified_per_lead(figures) + self.prospects * figures.prospect_to_qualified
        match work:
            case Work.INBOUND:
                return inbound_fte(self.leads, figures)
            case Work.OUTBOUND:
                return outbound_fte(self.prospects, figures)
            case Work.CLOSER:
                return closer_fte(qualified, figures)
            case _:
                return care_fte(self.base, qualified * figures.qualified_to_customer, figures)


def worker_slots(
    shape: Shape,
    teams: Sequence[Team],
    best: Mapping[SeatId, Sequence[Member]],
    volumes: Volumes,
    situation: Situation,
) -> tuple[Slot, ...]:
    """The seats of everybody who is not a leader. ``best`` are the members whose work fits each part best."""
    best = spread(shape, best, volumes, situation)
    wanted = _new_by_need(shape, best, volumes, situation)
    slots: list[Slot] = []
    for part in shape.parts.values():
        if part.kind in {Kind.WORKER, Kind.SUPPORT}:
            members, new = best.get(part.key, ()), wanted.get(part.key, 0)
            if part.in_team:
                slots += _in_teams(part, teams, members, new, len(slots))
            else:
                slots += [Slot(part, len(slots) + n) for n in range(max(1, len(members) + new))]
    return tuple(slots)


def spread(
    shape: Shape, best: Mapping[SeatId, Sequence[Member]], volumes: Volumes, situation: Situation
) -> dict[SeatId, list[Member]]:
    """The same with those who work on several parts where most is lacking: who did everything can do any of it."""
    workers = [part for part in shape.parts.values() if part.kind is Kind.WORKER]
    parts = {part.key: part for part in workers}
    found = {key: [one for one in members if not _is_versatile(one, key, parts)] for key, members in best.items()}
    versatile = [one for key, members in best.items() for one in members if _is_versatile(one, key, parts)]
    wanted = _wanted_fte(workers, volumes, situation, [one for members in best.values() for one in members])
    have = {part.key: sum(one.seat.total_fte for one in found.get(part.key, ())) for part in workers}
    for one in versatile:
        fitting = [part.key for part in workers if one.stages & part.stages]
        chosen = max(fitting, key=lambda key: (not have[key], wanted[key] - have[key]))
        found.setdefault(chosen, []).append(one)
        have[chosen] += one.seat.total_fte
    return found


def _is_versatile(member: Member, key: SeatId, parts: Mapping[SeatId, Part]) -> bool:
    """Whether somebody works on several parts of the template and is none of its roles."""
    if key not in parts or {part.role.id for part in parts.values()} & set(member.lineage):
        return False
    return sum(bool(member.stages & part.stages) for part in parts.values()) > 1


def _wanted_fte(
    workers: Sequence[Part], volumes: Volumes, situation: Situation, people: Sequence[Member]
) -> dict[SeatId, float]:
    """FTE each part takes; where nobody said what comes, the people as the template divides its own."""
    sharing = {work: sum(work in _works(part) for part in workers) for work in Work}
    need = {part.key: sum(volumes.fte(work, situation) / sharing[work] for work in _works(part)) for part in workers}
    if any(need.values()):
        return need
    heads = sum(part.seat.headcount for part in workers)
    return {part.key: part.seat.headcount * len(people) / heads for part in workers}


def _in_teams(part: Part, teams: Sequence[Team], members: Sequence[Member], new: int, first: int) -> list[Slot]:
    """Everybody in his own team, the others where fewest are, and at least one in each."""
    counts = {team.id: 0 for team in teams}
    homes = {team.old: team.id for team in teams if team.old is not None}
    homeless = new
    for member in members:
        home = homes.get(member.pod) if member.pod is not None else None
        if home is None:
            homeless += 1
        else:
            counts[home] += 1
    for _one in range(homeless):
        counts[_emptiest(counts)] += 1
    numbered = [(team, n) for team in teams for n in range(max(1, counts[team.id]))]
    return [Slot(part, first + at, team) for at, (team, _n) in enumerate(numbered)]


def _emptiest(counts: Mapping[PodId, int]) -> PodId:
    return min(counts, key=lambda id: counts[id])


def _new_by_need(
    shape: Shape, best: Mapping[SeatId, Sequence[Member]], volumes: Volumes, situation: Situation
) -> dict[SeatId, int]:
    """How many more seats each part needs than there are people for it."""
    workers = [part for part in shape.parts.values() if part.kind is Kind.WORKER]
    sharing = {work: sum(work in _works(part) for part in workers) for work in Work}
    found: dict[SeatId, int] = {}
    for part in workers:
        members = best.get(part.key, ())
        need = sum(volumes.fte(work, situation) / sharing[work] for work in _works(part))
        lacking = (need - sum(member.seat.total_fte for member in members)) / part.seat.fte
        found[part.key] = min(max(0, ceil(lacking - ROUNDING)), max(FEWEST_NEW, len(members)))
    return found


def _works(part: Part) -> Iterable[Work]:
    return {PART_OF[stage] for stage in part.stages if stage in PART_OF}
