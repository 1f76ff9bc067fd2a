"""Who sits where in a proposed chart, and who leads them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Seat
from salesorg_gui.study.convert.crew import Crew, Member
from salesorg_gui.study.convert.fitting import best_parts, fitted, is_beside, is_leader_by_trade, led
from salesorg_gui.study.convert.leading import LADDER, Below, Ladder
from salesorg_gui.study.convert.seats import beside, name_for, opened, placed, who_stay
from salesorg_gui.study.convert.shape import Kind, Part, Shape, Team
from salesorg_gui.study.convert.slots import Slot, Volumes, worker_slots
from salesorg_gui.study.convert.teams import teams_for

MOST_ATTEMPTS = 6
"""Leaders nobody leads yet may ask for leaders in their turn."""
LAST = 1e6
"""Those beside the template's seats stand behind them."""


@dataclass(frozen=True)
class Building:
    """One chart on its way into another structure. The seats of the old chart keep their ids."""

    old: Chart
    catalogue: Catalogue
    shape: Shape
    crew: Crew
    volumes: Volumes
    situation: Situation

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """The pods of the new chart."""
        return teams_for(self.old, self.shape, self.crew.members)

    @cached_property
    def sitting(self) -> Mapping[tuple[SeatId, Team | None], Sequence[SeatId]]:
        """The seats of each part of the template in each team; those of one old team beside each other."""
        rank = {member.id: number for number, member in enumerate(self.crew.members)}
        found: dict[tuple[SeatId, Team | None], list[SeatId]] = defaultdict(list)
        for slot, seat in self._ids.items():
            found[slot.part.key, slot.team].append(seat)
        return {key: sorted(seats, key=lambda seat: (rank.get(seat, len(rank)), seat)) for key, seats in found.items()}

    @cached_property
    def seats(self) -> Mapping[SeatId, Seat]:
        """All seats of the new chart."""
        taken, staying = self._holders, who_stay(self._holders, self.shape)
        found = {
            id: placed(taken[slot], slot, stays=slot in staying) if slot in taken else opened(slot, id)
            for slot, id in self._ids.items()
        }
        others = {one.id: beside(one, LAST + number) for number, one in enumerate(self._others)}
        return {**found, **others}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Who reports to whom; dotted lines of the old chart whose ends are both there."""
        solid = tuple(self._solid())
        pairs = {frozenset((line.report, line.manager)) for line in solid}
        kept = (line for id, line in sorted(self.old.lines.items()) if line.kind is LineKind.DOTTED)
        there = (line for line in kept if line.report in self.seats and line.manager in self.seats)
        taken = {line.id for line in solid}
        return (
            *solid,
            *(one for one in there if frozenset((one.report, one.manager)) not in pairs and one.id not in taken),
        )

    @cached_property
    def origins(self) -> Mapping[SeatId, SeatId]:
        """The old seat behind each seat of the new chart that has one."""
        return {id: self.crew.by_id[id].origin for id in self.seats if id in self.crew.by_id}

    @cached_property
    def new(self) -> tuple[SeatId, ...]:
        """Seats nobody sits on yet."""
        return tuple(id for slot, id in self._ids.items() if slot not in self._holders)

    @cached_property
    def gone(self) -> tuple[SeatId, ...]:
        """Old seats that nobody held and nobody was wanted for, and that the template has no place for."""
        kept = set(self.origins.values())
        return tuple(id for id in self.old.seat_ids if id not in kept)

    @cached_property
    def left(self) -> frozenset[SeatId]:
        """Whoever found no seat in the template."""
        return frozenset(one.id for one in self._others if not self._is_beside(one))

    @cached_property
    def beside(self) -> frozenset[SeatId]:
        """Whoever helps all teams and stays what he is."""
        return frozenset(one.id for one in self._others if self._is_beside(one))

    # ------------------------------------------------------------------------------------------------ who sits where

    @cached_property
    def _workers(self) -> tuple[tuple[Slot, ...], Mapping[Slot, Member]]:
        best = best_parts(self.crew.members, self.shape)
        slots = worker_slots(self.shape, self.teams, best, self.volumes, self.situation)
        return slots, fitted(self.crew.members, slots, self.shape)

    @cached_property
    def _leaders(self) -> tuple[Member, ...]:
        return tuple(one for one in self.crew.members if is_leader_by_trade(one))

    @cached_property
    def _idle(self) -> tuple[Member, ...]:
        """Those who neither work on a seat of the template nor lead, open seats nobody is wanted for left out."""
        at_work = {member.id for member in self._workers[1].values()} | {one.id for one in self._leaders}
        return tuple(one for one in self.crew.members if one.id not in at_work and not one.is_vacant)

    @cached_property
    def _levels(self) -> tuple[Below, Mapping[Slot, Member]]:
        """The organisation from its top, and who leads; leaders without a seat are led like everybody else."""
        others = self._idle
        for _attempt in range(MOST_ATTEMPTS):
            late = self._unled(led(self._leaders, slots_of(self._built(others))), others)
            if not late:
                break
            others = (*others, *late)
        top = self._built(others)
        return top, led(self._leaders, slots_of(top))

    def _unled(self, seated: Mapping[Slot, Member], others: Sequence[Member]) -> tuple[Member, ...]:
        there = {member.id for member in (*seated.values(), *others)}
        return tuple(one for one in self._leaders if one.id not in there and not one.is_vacant)

    def _built(self, others: Sequence[Member]) -> Below:
        slots, seated = self._workers
        managers: dict[SeatId | None, SeatId | None] = {seat: self.old.manager_of(seat) for seat in self.old.seats}
        span = max(2, self.situation.figures.span_max)
        led_by_nobody = [one for one in others if not self._is_above(one)]
        return Ladder(self.shape, span, seated, managers, self._rungs).build(self.teams, slots, led_by_nobody)

    @cached_property
    def _rungs(self) -> Mapping[RoleId, Part]:
        """A leader of each rung, for levels the template does not have."""
        parts = (Seat(SeatId(f"{role}"), role) for role in LADDER)
        return {
            seat.role: Part(seat, Kind.LEADER, self.catalogue.role(seat.role), frozenset(), frozenset(), frozenset())
            for seat in parts
        }

    @cached_property
    def _holders(self) -> Mapping[Slot, Member]:
        return {**self._workers[1], **self._levels[1]}

    @cached_property
    def _others(self) -> tuple[Member, ...]:
        """Whoever has no seat in the template and is somebody."""
        there = {member.id for member in self._holders.values()}
        return tuple(one for one in self.crew.members if one.id not in there and not one.is_vacant)

    @cached_property
    def _ids(self) -> Mapping[Slot, SeatId]:
        """The id of every slot: that of who sits there, or a new one."""
        taken = {*self.old.seats, *self.old.sources, *self.old.pods, *(team.id for team in self.teams)}
        taken |= {member.id for member in self.crew.members}
        found: dict[Slot, SeatId] = {}
        for slot in (*slots_of(self._levels[0]), *self._workers[0]):
            holder = self._holders.get(slot)
            found[slot] = holder.id if holder is not None else name_for(slot, taken)
            taken.add(found[slot])
        return found

    def _is_beside(self, member: Member) -> bool:
        return is_beside(member, self.shape)

    def _is_above(self, member: Member) -> bool:
        """Whether somebody stands above the sales organisation and stays there."""
        return member.is_top and member.role.family is Family.NEIGHBOUR

    # ------------------------------------------------------------------------------------------------ who leads whom

    def _solid(self) -> Iterator[Line]:
        top, there = self._levels[0], set(self.seats)
        assert top.slot is not None, "the top is a slot"
        chief, led_there = self._ids[top.slot], {self._ids[top.slot]}
        for number, (report, manager) in enumerate(self._pairs(top)):
            if report in there and report not in led_there:
                led_there.add(report)
                yield Line(LineId(f"l-{report}"), report, manager, order=float(number))
        above = next((one.id for one in self._others if self._is_above(one)), None)
        for late in self._others:
            if late.id not in led_there and late.id != above and late.role.family is not Family.NEIGHBOUR:
                yield Line(LineId(f"l-{late.id}"), late.id, chief, order=LAST)
        if above is not None:
            yield Line(LineId(f"l-{chief}"), chief, above)

    def _pairs(self, top: Below) -> Iterator[tuple[SeatId, SeatId]]:
        """Report and manager of all below the top, those with a seat of the template first."""
        seated = {member.id for member in self._holders.values()}
        waiting = [top]
        while waiting:
            one = waiting.pop(0)
            assert one.slot is not None, "whoever leads has a slot"
            for other in one.group:
                if other.slot is not None:
                    yield self._ids[other.slot], self._ids[one.slot]
                elif other.member is not None and other.member.id not in seated:
                    yield other.member.id, self._ids[one.slot]
                if other.group:
                    waiting.append(other)


def slots_of(top: Below) -> tuple[Slot, ...]:
    """The slots that lead, from the top down."""
    found: list[Slot] = []
    waiting = [top]
    while waiting:
        one = waiting.pop(0)
        if one.slot is not None and one.slot.part.kind in {Kind.LEADER, Kind.TOP}:
            found.append(one.slot)
        waiting += one.group
    return tuple(found)
