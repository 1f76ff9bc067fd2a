"""What each seat covers, takes and gives: its role's part plus what was added to the seat, minus what was removed."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ObjectId, RoleId, SeatId, StageId
from salesorg_gui.domain.records import Seat


def stages_of(seat: Seat, role: Role, catalogue: Catalogue) -> tuple[StageId, ...]:
    """The effective stages of a seat, along the journey."""
    wanted = {*role.stages, *seat.stages_added} - set(seat.stages_removed)
    return tuple(stage for stage in catalogue.stages if stage in wanted)


@dataclass(frozen=True)
class Duties:
    """Roles, stages and objects of every seat. Seats stand in the order of their ids, stages in that of the journey."""

    chart: Chart
    catalogue: Catalogue

    @cached_property
    def roles(self) -> Mapping[SeatId, Role]:
        """The role of each seat; a neutral one, without stages, where nobody knows it."""
        known: dict[RoleId, Role] = {}
        roles: dict[SeatId, Role] = {}
        for id in sorted(self.chart.seats):
            name = self.chart.seats[id].role
            if name not in known:
                known[name] = self.catalogue.role(name)
            roles[id] = known[name]
        return roles

    @cached_property
    def stages(self) -> Mapping[SeatId, tuple[StageId, ...]]:
        """The effective stages of each seat."""
        return self._for_all(lambda seat, role: stages_of(seat, role, self.catalogue))

    @cached_property
    def inputs(self) -> Mapping[SeatId, frozenset[ObjectId]]:
        """What may be handed to each seat: its role's inputs and what every added stage consumes."""
        return self._for_all(self._inputs_of)

    @cached_property
    def outputs(self) -> Mapping[SeatId, frozenset[ObjectId]]:
        """What each seat may hand over: its role's outputs and what every added stage produces."""
        return self._for_all(self._outputs_of)

    @cached_property
    def covering(self) -> Mapping[StageId, tuple[SeatId, ...]]:
        """The seats that cover each covered stage."""
        seats: dict[StageId, list[SeatId]] = defaultdict(list)
        for id, stages in self.stages.items():
            for stage in stages:
                seats[stage].append(id)
        return {stage: tuple(ids) for stage, ids in seats.items()}

    def lineage(self, role: RoleId) -> Iterator[RoleId]:
        """A role, the one it is based on or a variant of, and so on; the catalogue holds no circle of them."""
        kind: RoleId | None = role
        while kind is not None:
            yield kind
            kind = self.catalogue.role(kind).variant_of

    def _for_all[T](self, look: Callable[[Seat, Role], T]) -> dict[SeatId, T]:
        """Something about every seat, looked up once for seats of one role with the same stages added and removed."""
        known: dict[tuple[RoleId, tuple[StageId, ...], tuple[StageId, ...]], T] = {}
        found: dict[SeatId, T] = {}
        for id, role in self.roles.items():
            seat = self.chart.seats[id]
            alike = (role.id, seat.stages_added, seat.stages_removed)
            if alike not in known:
                known[alike] = look(seat, role)
            found[id] = known[alike]
        return found

    def _inputs_of(self, seat: Seat, role: Role) -> frozenset[ObjectId]:
        taken = (name for stage in self._added(seat) for name in self.catalogue.stages[stage].consumes)
        return frozenset((*role.inputs, *taken))

    def _outputs_of(self, seat: Seat, role: Role) -> frozenset[ObjectId]:
        given = (name for stage in self._added(seat) for name in self.catalogue.stages[stage].produces)
        return frozenset((*role.outputs, *given))

    def _added(self, seat: Seat) -> tuple[StageId, ...]:
        return tuple(
            stage for stage in seat.stages_added if stage in self.catalogue.stages and stage not in seat.stages_removed
        )
