"""The capacity of one chart in one value: what flows, who has how much to do, where it gets stuck."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import fsum

from salesorg_gui.capacity.bottleneck import Bottleneck, Crews, bottleneck_of
from salesorg_gui.capacity.crew import Crew, through
from salesorg_gui.capacity.figures import Situation, situation_of
from salesorg_gui.capacity.flow import Flow, flow_of
from salesorg_gui.capacity.formulas import wait_hours
from salesorg_gui.capacity.ground import Ground
from salesorg_gui.capacity.linear import EndlessReturns
from salesorg_gui.capacity.loads import Load, loads_of, time_for
from salesorg_gui.capacity.roster import Roster
from salesorg_gui.capacity.straits import Routes, routes_of
from salesorg_gui.capacity.work import Part, Work, work_of
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import spoken
from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.in_order import values_in_any_order
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Lane
from salesorg_gui.domain.shared_map import flat
from salesorg_gui.i18n import _


class NoCapacity(ValueError):
    """The capacity cannot be reckoned; the message says why and what to do."""


WHEREVER = ("roster", "qualified", "times", "crews", "through")
"""What is the same in whatever pods the seats stand."""


@dataclass(frozen=True)
class Capacity:
    """Volumes, flow, loads and bottleneck of one chart, a month.

    ``origin`` is the one at the plan's own volume that this was scaled from.
    """

    chart: Chart
    situation: Situation
    leads: float = 0.0
    prospects: float = 0.0
    works: Mapping[SeatId, Work] = field(default_factory=dict)
    flow: Flow = field(default_factory=Flow)
    loads: Mapping[SeatId, Load] = field(default_factory=dict)
    origin: "Capacity | None" = field(default=None, repr=False, compare=False)

    def at(self, volume: float) -> "Capacity":
        """The same with ``volume`` times the leads and prospects of the plan, above 0; 1.0 is as the plan says.

        The flow is linear in what comes in, so it is scaled and not reckoned anew. The customers of today stay as many.
        """
        if self.origin is not None:
            return self.origin.at(volume)
        factor = volume / self.situation.volume
        if factor == 1.0:
            return self
        return replace(
            self,
            situation=replace(self.situation, volume=volume),
            leads=self.leads * factor,
            prospects=self.prospects * factor,
            flow=self.flow.scaled(factor),
            loads={seat: load.scaled(factor) for seat, load in self.loads.items()},
            origin=self,
        )

    def moved(self, chart: Chart) -> "Capacity":
        """The same of a chart in which seats only stand in other pods: all flows as before, but groups differ."""
        if self.origin is not None:
            return self.origin.moved(chart).at(self.situation.volume)
        after = replace(self, chart=chart)
        after.__dict__.update({name: self.__dict__[name] for name in WHEREVER if name in self.__dict__})
        if "bottleneck" in self.__dict__ and "routes" not in self.__dict__:  # seen without groups
            after.__dict__["bottleneck"] = self.bottleneck
        return after

    @property
    def has_volume(self) -> bool:
        """Whether anybody said how many leads there are or customers to keep; without, all loads are 0."""
        return self.leads > 0 or self.prospects > 0 or self.situation.base > 0

    @cached_property
    def qualified(self) -> float:
        """Qualified leads that reach somebody who closes."""
        return sum(basin.current.qualified for basin in self.flow.basins)

    @cached_property
    def roster(self) -> Roster:
        """Who works on what."""
        return Roster(self.works)

    @property
    def workers(self) -> Mapping[Part, tuple[SeatId, ...]]:
        """Who works on each part, by id."""
        return self.roster.workers

    def need(self, part: Part) -> float:
        """FTE a part of the work takes."""
        return sum(self.loads[seat].need[part] for seat in self.workers[part])

    def have(self, part: Part) -> float:
        """FTE there is for a part of the work."""
        return fsum(values_in_any_order(self.times[part]))

    def time_of(self, seats: Collection[SeatId], part: Part) -> float:
        """FTE some of those who work on a part have for it, added up in the order of their ids."""
        times = self.times[part]
        return sum(times.values() if len(seats) == len(times) else map(flat(times).__getitem__, seats))

    def time(self, seat: SeatId, part: Part) -> float:
        """FTE a seat has for a part of its work."""
        return self.times[part][seat]

    @cached_property
    def times(self) -> Mapping[Part, Mapping[SeatId, float]]:
        """The same for all who work on each part."""
        return {part: self._times(part, seats) for part, seats in self.workers.items()}

    def _times(self, part: Part, seats: Iterable[SeatId]) -> Mapping[SeatId, float]:
        """The same of one part; seats that do the same have the same need, which is one map for all of them."""
        works, loads, known, found = self.works, self.loads, dict[object, float](), dict[SeatId, float]()
        for seat in seats:
            work, load = works[seat], loads[seat]
            alike = work.fte, id(work.shares), id(load.need), work.is_told
            if alike not in known:
                known[alike] = time_for(work, load, part)
            found[seat] = known[alike]
        return found

    @cached_property
    def bottleneck(self) -> Bottleneck:
        """Where the chart gets stuck; apart from the rest since it takes longest."""
        whole = self.origin or self
        crews = Crews(self.crews.values(), self.through)
        return bottleneck_of(self.works, self.flow, self.loads, self.situation, crews, routes=lambda: whole.routes)

    @cached_property
    def crews(self) -> Mapping[SeatId, Crew]:
        """Who works in each basin, by the first of its seats."""
        figures, springs, known = self.situation.figures, self.flow.springs, dict[object, Crew]()
        basins = self.flow.by_first.items()
        crews = {first: Crew.of(basin, self.works, self.loads, figures, springs) for first, basin in basins}
        for crew in crews.values():
            twin = known.setdefault(crew.alike, crew)
            if twin is not crew:
                crew.take_over(twin)
        return crews

    @cached_property
    def through(self) -> Mapping[SourceId, int]:
        """What all crews together let through of each source, in grains."""
        return through(self.crews.values())

    @cached_property
    def routes(self) -> Routes:
        """The ways through the chart, the same at any volume."""
        return routes_of(self.chart, self.works, self.flow)

    @property
    def wait_hours(self) -> float:
        """Mean wait of an inbound lead in one common queue; ``inf`` where it grows without end."""
        return wait_hours(self.leads, self.have(Part.INBOUND), self.situation.figures)


def capacity_of(plan: Plan, chart: Chart, catalogue: Catalogue) -> Capacity:
    """Reckon with a chart of a plan. Raises ``NoCapacity`` where returns feed themselves without end."""
    return reckoned(Duties(chart, catalogue.with_plan_roles(plan.roles)), situation_of(plan, catalogue))


def reckoned(duties: Duties, situation: Situation) -> Capacity:
    """Reckon with the seats of a chart and what they do. Raises ``NoCapacity`` as ``capacity_of`` does."""
    chart, works = duties.chart, work_of(duties)
    ground, usual = Ground.of(chart, duties.catalogue, works, situation.figures), replace(situation, volume=1.0)
    with ends_told(chart):
        flow = flow_of(ground)
    found = Capacity(chart, usual, *volumes_of(chart), works, flow, loads_of(works, flow, usual))
    return found.at(situation.volume)


def volumes_of(chart: Chart) -> tuple[float, float]:
    """The leads and the prospects that come in a month."""
    sources = sorted(chart.sources.values(), key=lambda source: source.per_month)  # a sum depends on the order
    volumes = {lane: sum(max(0.0, one.per_month) for one in sources if one.lane is lane) for lane in Lane}
    return volumes[Lane.INBOUND], volumes[Lane.OUTBOUND]


@contextmanager
def ends_told(chart: Chart) -> Iterator[None]:
    """Say in words where returns have no end."""
    try:
        yield
    except EndlessReturns as endless:
        names = sorted({spoken(chart.seats[SeatId(post.name)]) for post in endless.spots})
        sentence = _("What {seats} hand back comes round without end. Lower the probability of these returns.")
        raise NoCapacity(sentence.format(seats=", ".join(names))) from endless
