"""Who stands where in one chart: the role of every seat, what it covers, its pod and its people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duty
from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.domain.derived import ByPod, BySeat, Gathered
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, StageId
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.single_seats import SingleSeats

POD = attrgetter("pod")


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
        return self.graphs.duties.kinds.told(lambda kind: counted[self._role_of(kind).id])

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
        return self.graphs.duties.kinds.marked(self._is_known)

    def with_role(self, *roles: RoleId) -> tuple[SeatId, ...]:
        """The seats that count as one of these roles."""
        groups = [group for role in roles if (group := self.seats_by_role.get(role))]
        return groups[0] if len(groups) == 1 else tuple(sorted(chain.from_iterable(groups)))

    @SeatsBy
    def seats_by_role(self, seat: SeatId) -> Iterable[RoleId]:
        """The seats that count as each role."""
        return (self.role_ids[seat],)

    @seats_by_role.at_once
    def _seats_by_role(self) -> Mapping[RoleId, Sequence[SeatId]]:
        counted = self._counts_as
        return self.graphs.duties.kinds.gathered(lambda kind: (counted[self._role_of(kind).id],))

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
        return self.graphs.duties.kinds.marked(self._is_in_front)

    @SeatsBy
    def outside(self, seat: SeatId) -> Iterable[StageId]:
        """The neighbours (service, an agency) that have a part in the work, by the stages they cover."""
        duties = self.graphs.duties
        return duties.stages[seat] if duties.roles[seat].is_neighbour else ()

    @outside.at_once
    def _outside(self) -> Mapping[StageId, Sequence[SeatId]]:
        duties = self.graphs.duties
        return duties.kinds.gathered(lambda kind: duties.stages_of(kind) if self._role_of(kind).is_neighbour else ())

    @BySeat
    def enabling(self, seat: SeatId) -> bool | None:
        """The seats of sales enablement."""
        return self.graphs.duties.roles[seat].family is Family.ENABLEMENT or None

    @enabling.at_once
    def _enabling(self) -> Mapping[SeatId, bool]:
        return self.graphs.duties.kinds.marked(lambda kind: self._role_of(kind).family is Family.ENABLEMENT)

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
        usual = self.graphs.duties.kinds.marked(lambda kind: _has_words(self._role_of(kind).boundaries))
        seats = self.chart.seats
        own = {id: _has_words(seat.texts["boundaries"]) for id, seat in seats.items() if "boundaries" in seat.texts}
        return {id: True for id in self.seats if own.get(id, id in usual)} if own else usual

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
        ids, known = self.chart.seat_ids, self.chart.pods
        pods = map(POD, map(self.chart.seats.__getitem__, ids))
        return {id: pod for id, pod in zip(ids, pods, strict=True) if pod in known}

    def _role_of(self, kind: Duty) -> Role:
        return self.catalogue.role(kind.role)

    def _is_known(self, kind: Duty) -> bool:
        """Whether the seats of a kind are in the trade."""
        return self._role_of(kind).family is not Family.OTHER

    def _is_in_front(self, kind: Duty) -> bool:
        """Whether the seats of a kind stand in the customer journey."""
        return bool(self.graphs.duties.stages_of(kind)) and not self._role_of(kind).is_neighbour


def _has_words(lines: Iterable[str]) -> bool:
    return any(line.strip() for line in lines)
