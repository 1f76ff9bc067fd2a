"""What each seat covers, takes and gives: its role's part plus what was added to the seat, minus what was removed."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import Stage
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import BySeat, Gathered
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.ids import ObjectId, RoleId, SeatId, StageId
from salesorg_gui.domain.kinds import Kinds
from salesorg_gui.domain.records import Seat

MANY_KINDS = 4_096

type Stages = tuple[StageId, ...]


def stages_of(seat: Seat, role: Role, catalogue: Catalogue) -> tuple[StageId, ...]:
    """The effective stages of a seat, along the journey."""
    wanted = {*role.stages, *seat.stages_added} - set(seat.stages_removed)
    return tuple(stage for stage in catalogue.stages if stage in wanted)


class Duty(NamedTuple):
    """What the duties of a seat follow from."""

    role: RoleId
    added: Stages
    removed: Stages


DUTY = attrgetter("role", "stages_added", "stages_removed")


@dataclass(frozen=True)
class Duties:
    """Roles, stages and objects of every seat. Seats stand in the order of their ids, stages in that of the journey."""

    chart: Chart
    catalogue: Catalogue

    @BySeat
    def roles(self, id: SeatId) -> Role:
        """The role of each seat; a neutral one, without stages, where nobody knows it."""
        return self.catalogue.role(self.chart.seats[id].role)

    @roles.at_once
    def _roles(self) -> Mapping[SeatId, Role]:
        return self.kinds.told(lambda kind: self.catalogue.role(kind.role))

    @BySeat
    def stages(self, id: SeatId) -> tuple[StageId, ...]:
        """The effective stages of each seat."""
        seat = self.chart.seats[id]
        return _stages(self.catalogue, seat.role, seat.stages_added, seat.stages_removed)

    @stages.at_once
    def _stages(self) -> Mapping[SeatId, Stages]:
        return self.kinds.told(self.stages_of)

    @BySeat
    def inputs(self, id: SeatId) -> frozenset[ObjectId]:
        """What may be handed to each seat: its role's inputs and what every added stage consumes."""
        seat = self.chart.seats[id]
        return _inputs(self.catalogue, seat.role, seat.stages_added, seat.stages_removed)

    @inputs.at_once
    def _inputs(self) -> Mapping[SeatId, frozenset[ObjectId]]:
        return self.kinds.told(lambda kind: _inputs(self.catalogue, *kind))

    @BySeat
    def outputs(self, id: SeatId) -> frozenset[ObjectId]:
        """What each seat may hand over: its role's outputs and what every added stage produces."""
        seat = self.chart.seats[id]
        return _outputs(self.catalogue, seat.role, seat.stages_added, seat.stages_removed)

    @outputs.at_once
    def _outputs(self) -> Mapping[SeatId, frozenset[ObjectId]]:
        return self.kinds.told(lambda kind: _outputs(self.catalogue, *kind))

    @SeatsBy
    def covering(self, id: SeatId) -> Iterable[StageId]:
        """The seats that cover each covered stage."""
        return self.stages[id]

    @covering.at_once
    def _covering(self) -> Mapping[StageId, Sequence[SeatId]]:
        return self.kinds.gathered(self.stages_of)

    @SeatsBy
    def by_role(self, id: SeatId) -> Iterable[RoleId]:
        """The seats of each role that is drawn."""
        return (self.roles[id].id,)

    @by_role.at_once
    def _by_role(self) -> Mapping[RoleId, Sequence[SeatId]]:
        return self.kinds.gathered(lambda kind: (self.catalogue.role(kind.role).id,))

    @Gathered
    def kinds(self) -> Kinds[Duty]:
        """The seats by what their duties follow from."""
        ids = self.chart.seat_ids
        return Kinds.of(ids, map(DUTY, map(self.chart.seats.__getitem__, ids)), Duty._make)

    def stages_of(self, kind: Duty) -> Stages:
        """The effective stages of the seats of a kind."""
        return _stages(self.catalogue, *kind)

    def lineage(self, role: RoleId) -> Iterator[RoleId]:
        """A role, the one it is based on or a variant of, and so on; the catalogue holds no circle of them."""
        kind: RoleId | None = role
        while kind is not None:
            yield kind
            kind = self.catalogue.role(kind).variant_of


# Many seats are alike, so what follows from a role and the stages added and removed is looked up once.


@lru_cache(MANY_KINDS)
def _stages(catalogue: Catalogue, role: RoleId, added: Stages, removed: Stages) -> Stages:
    wanted = {*catalogue.role(role).stages, *added} - set(removed)
    return tuple(stage for stage in catalogue.stages if stage in wanted)


@lru_cache(MANY_KINDS)
def _inputs(catalogue: Catalogue, role: RoleId, added: Stages, removed: Stages) -> frozenset[ObjectId]:
    taken = (name for stage in _kept(catalogue, added, removed) for name in stage.consumes)
    return frozenset((*catalogue.role(role).inputs, *taken))


@lru_cache(MANY_KINDS)
def _outputs(catalogue: Catalogue, role: RoleId, added: Stages, removed: Stages) -> frozenset[ObjectId]:
    given = (name for stage in _kept(catalogue, added, removed) for name in stage.produces)
    return frozenset((*catalogue.role(role).outputs, *given))


def _kept(catalogue: Catalogue, added: Iterable[StageId], removed: Container[StageId]) -> Iterator[Stage]:
    return (catalogue.stages[id] for id in added if id in catalogue.stages and id not in removed)
