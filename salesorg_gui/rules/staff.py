"""Who stands where in one chart: the role of every seat, what it covers, its pod and its people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.domain.derived import ByPod, BySeat, Gathered
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, StageId
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.single_seats import SingleSeats


class SeatKind(NamedTuple):
    """What a seat is to those it works with: its role, what it covers, and whether it says where its work ends."""

    role: RoleId
    stages: tuple[StageId, ...]
    is_bounded: bool


@dataclass(frozen=True)
class Staff(SingleSeats):
    """The seats of a chart by what they are. ``shipped`` are the roles of the catalogue without the plan's own."""

    catalogue: Catalogue
    shipped: frozenset[RoleId]

    @cached_property
    def graphs(self) -> Graphs:
        """R, D, H, C."""
        return Graphs(self.chart, self.catalogue)

    @property
    def seats(self) -> Iterable[SeatId]:
        """All seats by id."""
        return self.graphs.duties.roles

    def role(self, seat: SeatId) -> Role:
        """The role of a seat."""
        return self.graphs.duties.roles[seat]

    def role_id(self, seat: SeatId) -> RoleId:
        """The catalogue role a seat counts as: its own, or the one that a role of the plan is based on."""
        return self.role_ids[seat]

    @BySeat
    def role_ids(self, seat: SeatId) -> RoleId:
        """The same for every seat."""
        return self._counts_as[self.role(seat).id]

    @role_ids.at_once
    def _role_ids(self) -> Mapping[SeatId, RoleId]:
        counted = self._counts_as
        return {seat: counted[role.id] for seat, role in self.graphs.duties.roles.items()}

    @cached_property
    def _counts_as(self) -> Mapping[RoleId, RoleId]:
        """Each role in use, as the catalogue role it comes down to."""
        counted: dict[RoleId, RoleId] = {}
        for role in self._roles_in_use:
            lineage = tuple(self.graphs.duties.lineage(role))
            counted[role] = next((kind for kind in lineage if kind in self.shipped), lineage[-1])
        return counted

    @cached_property
    def _roles_in_use(self) -> frozenset[RoleId]:
        return frozenset(self.graphs.duties.by_role)

    @BySeat
    def in_the_trade(self, seat: SeatId) -> bool | None:
        """The seats whose rank and usual place are known; of an imported title often nothing is."""
        return self.graphs.duties.roles[seat].family is not Family.OTHER or None

    @in_the_trade.at_once
    def _in_the_trade(self) -> Mapping[SeatId, bool]:
        return {seat: True for seat, role in self.graphs.duties.roles.items() if role.family is not Family.OTHER}

    def with_role(self, *roles: RoleId) -> tuple[SeatId, ...]:
        """The seats that count as one of these roles."""
        groups = [group for role in roles if (group := self.seats_by_role.get(role))]
        return groups[0] if len(groups) == 1 else tuple(sorted(chain.from_iterable(groups)))

    @SeatsBy
    def seats_by_role(self, seat: SeatId) -> Iterable[RoleId]:
        """The seats that count as each role."""
        return (self.role_ids[seat],)

    @seats_by_role.at_once
    def _seats_by_role(self) -> Iterable[tuple[SeatId, tuple[RoleId]]]:
        return ((seat, (role,)) for seat, role in self.role_ids.items())

    @Gathered
    def lines_alike(self) -> Mapping[tuple[RoleId, RoleId], Sequence[tuple[SeatId, SeatId]]]:
        """The edges of R between seats in the trade, by the roles of the manager and the report."""
        roles, known = self.graphs.duties.roles, self.in_the_trade
        alike: dict[tuple[RoleId, RoleId], list[tuple[SeatId, SeatId]]] = defaultdict(list)
        for report, managers in self.graphs.managers.items():
            for manager in managers if report in known else ():
                alike[roles[manager].id, roles[report].id].append((manager, report))
        return {ends: lines for ends, lines in alike.items() if lines[0][0] in known}

    @ByPod
    def kinds_in(self, pod: PodId) -> Mapping[SeatKind, SeatId] | None:
        """The first seat of each kind in each pod, by id."""
        first: dict[SeatKind, SeatId] = {}
        for seat in sorted([seat.id for seat in self.chart.members.get(pod, ())]):
            first.setdefault(self.kind(seat), seat)
        return first or None

    def kind(self, seat: SeatId) -> SeatKind:
        """What a seat is to those it works with."""
        duties = self.graphs.duties
        return SeatKind(duties.roles[seat].id, duties.stages[seat], seat in self.bounded)

    @BySeat
    def in_front(self, seat: SeatId) -> bool | None:
        """The seats that stand somewhere in the customer journey, neighbours left out."""
        duties = self.graphs.duties
        return (bool(duties.stages[seat]) and not duties.roles[seat].is_neighbour) or None

    @in_front.at_once
    def _in_front(self) -> Mapping[SeatId, bool]:
        stages, roles = self.graphs.duties.stages, self.graphs.duties.roles
        return {seat: True for seat, own in stages.items() if own and not roles[seat].is_neighbour}

    @SeatsBy
    def outside(self, seat: SeatId) -> Iterable[StageId]:
        """The neighbours (service, an agency) that have a part in the work, by the stages they cover."""
        duties = self.graphs.duties
        return duties.stages[seat] if duties.roles[seat].is_neighbour else ()

    @outside.at_once
    def _outside(self) -> Iterable[tuple[SeatId, tuple[StageId, ...]]]:
        stages, neighbour = self.graphs.duties.stages, Family.NEIGHBOUR
        return [(seat, stages[seat]) for seat, role in self.graphs.duties.roles.items() if role.family is neighbour]

    @BySeat
    def enabling(self, seat: SeatId) -> bool | None:
        """The seats of sales enablement."""
        return self.graphs.duties.roles[seat].family is Family.ENABLEMENT or None

    @enabling.at_once
    def _enabling(self) -> Mapping[SeatId, bool]:
        return {seat: True for seat, role in self.graphs.duties.roles.items() if role.family is Family.ENABLEMENT}

    @property
    def enablers(self) -> tuple[SeatId, ...]:
        """The same."""
        return tuple(self.enabling)

    def is_leader(self, seat: SeatId) -> bool:
        """Whether leading is part of the role."""
        return Purpose.LEAD in self.role(seat).purposes

    def covers(self, seat: SeatId, stage: StageId) -> bool:
        """Whether a seat covers a stage."""
        return stage in self.graphs.duties.stages[seat]

    @BySeat
    def bounded(self, seat: SeatId) -> bool | None:
        """The seats of which the card says where their work ends."""
        return _has_words(self.chart.seats[seat].texts.get("boundaries", self.role(seat).boundaries)) or None

    @bounded.at_once
    def _bounded(self) -> Mapping[SeatId, bool]:
        seats, roles = self.chart.seats, self.graphs.duties.roles
        in_use = {role.id: role for role in roles.values()}
        usual = {id: _has_words(role.boundaries) for id, role in in_use.items()}
        own = {id: _has_words(seat.texts["boundaries"]) for id, seat in seats.items() if "boundaries" in seat.texts}
        return {seat: True for seat, role in roles.items() if (own[seat] if seat in own else usual[role.id])}

    def pod_of(self, seat: SeatId) -> PodId | None:
        """The pod a seat stands in, if that pod exists."""
        return self.pods.get(seat)

    @BySeat
    def pods(self, seat: SeatId) -> PodId | None:
        """The pod each seat stands in that stands in one."""
        pod = self.chart.seats[seat].pod
        return pod if pod in self.chart.pods else None

    @pods.at_once
    def _pods(self) -> Mapping[SeatId, PodId]:
        seats, known = self.chart.seats, self.chart.pods
        return {id: pod for id in self.chart.seat_ids if (pod := seats[id].pod) is not None and pod in known}


def _has_words(lines: Iterable[str]) -> bool:
    return any(line.strip() for line in lines)
