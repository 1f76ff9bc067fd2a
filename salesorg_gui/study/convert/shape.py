"""A template taken apart: who is at the top, what repeats in every team, who leads, who works, who helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.catalogue.planting import Planting
from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.catalogue.templates import Template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ObjectId, PodId, SeatId, SegmentId, StageId
from salesorg_gui.domain.records import Handoff, Seat

LEAD_GENERATION = StageId("lead_generation")


class Kind(StrEnum):
    """How a seat of a template multiplies: one top, as many leaders as their teams ask for, workers by need."""

    TOP = "top"
    LEADER = "leader"
    WORKER = "worker"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A seat of the template. ``takes`` and ``gives`` are what passes its hands there; ``in_team`` says it repeats."""

    seat: Seat
    kind: Kind
    role: Role
    stages: frozenset[StageId]
    takes: frozenset[ObjectId]
    gives: frozenset[ObjectId]
    in_team: bool = False

    @property
    def key(self) -> SeatId:
        """Its name within the template."""
        return self.seat.id


@dataclass(frozen=True)
class Shape:
    """What a template says, each thing once: of teams that are alike the first stands for all."""

    template: Template
    catalogue: Catalogue

    @cached_property
    def drawn(self) -> Chart:
        """The template as a chart of its own."""
        return Chart().with_records(Planting(self.template, self.catalogue).records())

    @cached_property
    def has_teams(self) -> bool:
        """Whether it consists of pods."""
        return bool(self.drawn.pods)

    @cached_property
    def top(self) -> SeatId:
        """Whoever everybody reports to in the end."""
        chart = self.drawn
        tops = (seat.id for seat in chart.seats.values() if chart.manager_of(seat.id) is None)
        return next(seat for seat in tops if chart.reports_of(seat))

    @cached_property
    def parts(self) -> Mapping[SeatId, Part]:
        """The seats that stand for all, by key, in the order of the template."""
        left_out = self._others
        return {seat.id: self._part(seat) for seat in self.drawn.seats.values() if seat.id not in left_out}

    @cached_property
    def handoffs(self) -> tuple[Handoff, ...]:
        """The handoffs between them, and from lead sources to them."""
        left_out = self._others
        kept = (one for one in self.drawn.handoffs.values() if left_out.isdisjoint((one.source, one.target)))
        return tuple(kept)

    def manager(self, key: SeatId) -> SeatId | None:
        """Whom a part reports to."""
        return self.drawn.manager_of(key)

    @cached_property
    def _others(self) -> frozenset[SeatId]:
        """Seats that only repeat what others show: those of further pods, and owners of further segments."""
        pods = sorted(self.drawn.pods.values(), key=lambda pod: (pod.order, pod.id))
        first = pods[0].id if pods else None
        further = {seat.id for seat in self.drawn.seats.values() if seat.pod is not None and seat.pod != first}
        owners = [owner for one in self.drawn.segments.values() for owner in one.owners if owner in self.drawn.seats]
        return frozenset(further | {SeatId(owner) for owner in owners[1:]})

    @cached_property
    def _duties(self) -> Duties:
        return Duties(self.drawn, self.catalogue)

    def _part(self, seat: Seat) -> Part:
        role, stages = self._duties.roles[seat.id], frozenset(self._duties.stages[seat.id])
        takes = (one.object for one in self.handoffs if one.target == seat.id)
        gives = (one.object for one in self.handoffs if one.source == seat.id)
        return Part(
            seat,
            self._kind(seat, role, stages),
            role,
            stages,
            frozenset(name for name in takes if name is not None),
            frozenset(name for name in gives if name is not None),
            in_team=seat.pod is not None,
        )

    def _kind(self, seat: Seat, role: Role, stages: frozenset[StageId]) -> Kind:
        if seat.id == self.top:
            return Kind.TOP
        if stages - {LEAD_GENERATION}:
            return Kind.WORKER
        return Kind.LEADER if role.purpose is Purpose.LEAD and role.family is not Family.NEIGHBOUR else Kind.SUPPORT


@dataclass(frozen=True, slots=True)
class Team:
    """A pod of the new chart: one of the old ones, or a new one. ``segments`` are those it is to serve."""

    id: PodId
    title: str
    segments: tuple[SegmentId, ...] = ()
    old: PodId | None = None
    goal: str = ""
    target_account: str = ""
