"""A quarter that was run, together with the chart as it was then."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Lane
from salesorg_gui.simulation.charted import model_of
from salesorg_gui.simulation.model import Model, working_hours
from salesorg_gui.simulation.quarter import HandoffSeen, Quarter


@dataclass(frozen=True)
class Prepared:
    """A chart ready to be run."""

    capacity: Capacity
    model: Model
    mark: int
    """The same for whatever would be run the same; comparing it costs nothing, however large the chart."""

    @staticmethod
    def of(capacity: Capacity) -> "Prepared":
        """At the volume of a capacity."""
        model = model_of(capacity)
        return Prepared(capacity, model, hash(model))

    @property
    def chart(self) -> Chart:
        """What was drawn."""
        return self.capacity.chart

    @property
    def volume(self) -> float:
        """How many times the leads and prospects of the plan come in."""
        return self.capacity.situation.volume


@dataclass(frozen=True)
class RoleBusy:
    """Work of a role as a share of its time: as simulated, and as the closed formulas reckon. 1.0 is full."""

    role: RoleId
    simulated: float
    reckoned: float


@dataclass(frozen=True)
class Seen:
    """What was run and what was seen."""

    prepared: Prepared
    quarter: Quarter

    @property
    def chart(self) -> Chart:
        """What was drawn."""
        return self.prepared.chart

    def read_through(self) -> "Seen":
        """Work out all that will be shown, in the thread that has time for it."""
        _shown = self.broken, self.queues, self.busy, self.first_limit
        return self

    @property
    def day(self) -> float:
        """Hours of a working day."""
        return self.quarter.hours_per_day

    @cached_property
    def broken(self) -> tuple[tuple[HandoffId, HandoffSeen], ...]:
        """Handoffs with a time limit: those broken most often first."""
        limited = [(id, seen) for id, seen in self.quarter.handoffs.items() if seen.times is not None]
        return tuple(sorted(limited, key=lambda one: (-(one[1].times.mean if one[1].times else 0.0), one[0])))

    @cached_property
    def first_limit(self) -> float | None:
        """The shortest time, in working hours, that anybody has for an inbound lead; ``None`` where nobody agreed."""
        chart = self.chart
        limits = [
            working_hours(handoff.limit_hours, self.day)
            for handoff in chart.handoffs.values()
            if handoff.limit_hours is not None
            and (source := chart.sources.get(SourceId(handoff.source))) is not None
            and source.lane is Lane.INBOUND
            and handoff.id in self.quarter.handoffs
        ]
        return min(limits, default=None)

    @cached_property
    def by_role(self) -> Mapping[RoleId, tuple[SeatId, ...]]:
        """The seats that somebody came to, by their role."""
        seats: dict[RoleId, list[SeatId]] = defaultdict(list)
        for id in self.quarter.desks:
            seats[self.chart.seats[id].role].append(id)
        return {role: tuple(ids) for role, ids in seats.items()}

    @cached_property
    def queues(self) -> Mapping[RoleId, tuple[float, ...]]:
        """How many wait for somebody of a role at the end of each week, the longest queue first."""
        desks = self.quarter.desks
        sums = {
            role: tuple([sum(week) for week in zip(*(desks[id].queue for id in ids), strict=True)])
            for role, ids in self.by_role.items()
        }
        return dict(sorted(sums.items(), key=lambda one: (-max(one[1], default=0.0), one[0])))

    @cached_property
    def busy(self) -> tuple[RoleBusy, ...]:
        """Every role, the fullest first."""
        found = [self._busy(role, ids) for role, ids in self.by_role.items()]
        return tuple(sorted(found, key=lambda one: (-one.simulated, one.role)))

    def _busy(self, role: RoleId, ids: tuple[SeatId, ...]) -> RoleBusy:
        people = [max(1, self.chart.seats[id].headcount) for id in ids]
        worked = sum(self.quarter.desks[id].busy.mean * count for id, count in zip(ids, people, strict=True))
        loads = [self.prepared.capacity.loads[id] for id in ids]
        have = sum(load.have for load in loads)
        reckoned = sum(load.total for load in loads) / have if have > 0 else 0.0
        return RoleBusy(role, worked / sum(people), reckoned)
