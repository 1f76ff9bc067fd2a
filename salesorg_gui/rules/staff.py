"""Who stands where in one chart: the role of every seat, what it covers, its pod and its people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.domain.derived import BySeat
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, StageId
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.single_seats import SingleSeats


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
        return frozenset(role.id for role in self.graphs.duties.roles.values())

    @BySeat
    def in_the_trade(self, seat: SeatId) -> bool | None:
        """The seats whose rank and usual place are known; of an imported title often nothing is."""
        return self.graphs.duties.roles[seat].family is not Family.OTHER or None

    def with_role(self, *roles: RoleId) -> tuple[SeatId, ...]:
        """The seats that count as one of these roles."""
        return tuple(sorted(seat for role in roles for seat in self.seats_by_role.get(role, ())))

    @cached_property
    def seats_by_role(self) -> Mapping[RoleId, tuple[SeatId, ...]]:
        """The seats that count as each role."""
        seats: dict[RoleId, list[SeatId]] = defaultdict(list)
        for seat, role in self.role_ids.items():
            seats[role].append(seat)
        return {role: tuple(ids) for role, ids in seats.items()}

    @BySeat
    def in_front(self, seat: SeatId) -> bool | None:
        """The seats that stand somewhere in the customer journey, neighbours left out."""
        duties = self.graphs.duties
        return (bool(duties.stages[seat]) and not duties.roles[seat].is_neighbour) or None

    @BySeat
    def enabling(self, seat: SeatId) -> bool | None:
        """The seats of sales enablement."""
        return self.graphs.duties.roles[seat].family is Family.ENABLEMENT or None

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
        lines = self.chart.seats[seat].texts.get("boundaries", self.role(seat).boundaries)
        return any(line.strip() for line in lines) or None

    def pod_of(self, seat: SeatId) -> PodId | None:
        """The pod a seat stands in, if that pod exists."""
        return self.pods.get(seat)

    @BySeat
    def pods(self, seat: SeatId) -> PodId | None:
        """The pod each seat stands in that stands in one."""
        pod = self.chart.seats[seat].pod
        return pod if pod in self.chart.pods else None
