"""What happens when somebody is away: every seat in turn without one of its people, ranked, worst first.

A seat of several people loses one of them; of any other the chair stands empty. Seats nobody holds yet, and neighbours
outside the organisation, are not asked: they only count for what they cover. What many seats have in common is reckoned
once, so that one seat more costs the same however many there are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.formulas import qualified_per_lead
from salesorg_gui.capacity.loads import base_of
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, PodId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.rules.graphs import Delivery, Giver, Graphs
from salesorg_gui.study.absence import (
    DAYS_A_WEEK,
    Absence,
    ChairWeights,
    Delay,
    Factor,
    Harm,
    LeftOpen,
    Toll,
    Uncovered,
)
from salesorg_gui.study.queues import Queues, served_by_one
from salesorg_gui.study.stand_ins import StandIn, StandIns
from salesorg_gui.study.territory import Coverage, Territory

TWO_WEEKS = 14.0
MOST_NAMED = 12
"""Of more broken limits than these only the count is kept."""
EPSILON = 1e-9


@dataclass(frozen=True)
class EmptyChairs:
    """All absences of a chart, the worst first. ``vacant`` seats are empty already, and left out.

    ``capacity`` is missing where returns feed themselves without end, and ``refusal`` says so; without any volumes it
    has no loads. Then only what is drawn counts.
    """

    graphs: Graphs
    absences: tuple[Absence, ...] = ()
    vacant: tuple[SeatId, ...] = ()
    capacity: Capacity | None = None
    refusal: str = ""
    weights: ChairWeights = ChairWeights()
    finder: StandIns | None = None
    _found: dict[SeatId, tuple[StandIn, ...]] = field(default_factory=dict)

    def stand_ins(self, seat: SeatId) -> tuple[StandIn, ...]:
        """Who could do the work of a seat; looked for when somebody asks, as most ask for a few seats only."""
        if seat not in self._found:
            self._found[seat] = self.finder.for_seat(seat) if self.finder is not None else ()
        return self._found[seat]

    @property
    def has_volume(self) -> bool:
        """Whether there are loads and waits."""
        return self.capacity is not None and self.capacity.has_volume


def empty_chairs(
    plan: Plan,
    chart: Chart,
    catalogue: Catalogue,
    days: float = TWO_WEEKS,
    weights: ChairWeights | None = None,
    reckon: Reckon = reckoned,
) -> EmptyChairs:
    """What each absence of ``days`` would do to a chart of the plan."""
    weights = weights or ChairWeights()
    graphs = Graphs(chart, catalogue.with_plan_roles(plan.roles))
    capacity, refusal = None, ""
    try:
        capacity = reckon(graphs.duties, situation_of(plan, catalogue))
    except NoCapacity as endless:
        refusal = str(endless)
    loaded = capacity if capacity is not None and capacity.has_volume else None
    chairs = _Chairs(graphs, loaded, days, weights)
    absences = sorted(map(chairs.absence, chairs.asked), key=lambda one: (-round(one.score, 9), one.seat))
    vacant = tuple(seat for seat in chart.seat_ids if seat not in chairs.there)
    finder = StandIns(chairs.territory, loaded, frozenset(chairs.asked))
    return EmptyChairs(graphs, tuple(absences), vacant, capacity, refusal, weights, finder)


@dataclass(frozen=True)
class _Chairs:
    """What all absences of one chart are reckoned from; without a capacity there are no loads and no waits."""

    graphs: Graphs
    capacity: Capacity | None
    days: float
    weights: ChairWeights

    @cached_property
    def there(self) -> frozenset[SeatId]:
        """Seats that somebody holds; on a chart where nobody holds any, all of them."""
        seats = self.graphs.chart.seats.values()
        filled = frozenset(seat.id for seat in seats if seat.status is Status.FILLED)
        return filled or frozenset(seat.id for seat in seats)

    @cached_property
    def asked(self) -> tuple[SeatId, ...]:
        """Seats of the organisation itself that somebody holds."""
        roles = self.graphs.duties.roles
        return tuple(seat for seat in self.graphs.chart.seat_ids if seat in self.there and not roles[seat].is_neighbour)

    def absence(self, seat: SeatId) -> Absence:
        """What happens without one of the people of a seat."""
        is_empty = self.graphs.chart.seats[seat].headcount <= 1
        delays = tuple(self._delays(seat))
        drawn = self._left_open(seat) if is_empty else LeftOpen()
        found = Absence(seat, self.days, is_empty, drawn, delays, self.weights.backlog_weeks)
        return replace(found, toll=self._toll(found), factors=tuple(self._factors(found)))

    def _left_open(self, seat: SeatId) -> LeftOpen:
        """What the drawing lacks when nobody is left on a seat."""
        manager = self.graphs.chart.manager_of(seat)
        return LeftOpen(
            tuple(self._uncovered(seat)),
            tuple(delivery.handoff.id for delivery in self._touching.get(seat, ())),
            tuple(self._stranded(seat)),
            self._reports(seat),
            self._led.get(seat, ()),
            manager if manager != seat and manager in self.there else None,
        )

    def _uncovered(self, seat: SeatId) -> Iterator[Uncovered]:
        known = self.graphs.catalogue.stages
        for stage in self.graphs.duties.stages[seat]:
            for place in self.territory.places[seat]:
                if self._coverage.covering(place, stage) == (seat,):
                    yield Uncovered(stage, place, known[stage].core)

    def _stranded(self, seat: SeatId) -> Iterator[HandoffId]:
        """Handoffs whose giver has nobody else to give this to, or whose taker nobody else to get it from."""
        for delivery in self._touching.get(seat, ()):
            way: Mapping[tuple[Giver, ObjectId | None], frozenset[Giver]]
            other, way = (delivery.giver, self._takers) if delivery.taker == seat else (delivery.taker, self._givers)
            if way[other, delivery.handoff.object] <= {seat}:
                yield delivery.handoff.id

    def _reports(self, seat: SeatId) -> tuple[SeatId, ...]:
        """Those who report to this seat and to nobody else."""
        above = self.graphs.above
        return tuple(one for one in self.graphs.below.get(seat, ()) if one != seat and set(above[one]) <= {seat, one})

    def _delays(self, seat: SeatId) -> Iterator[Delay]:
        """What becomes of the queues the seat works off."""
        capacity = self.capacity
        work = capacity.works.get(seat) if capacity is not None else None
        if capacity is None or work is None:
            return
        people = max(1, self.graphs.chart.seats[seat].headcount)
        for part in work.shares:
            queue = self._queues.of(seat, part)
            left = max(0.0, queue.have - capacity.time(seat, part) / people)
            before, after = queue.wait(queue.have), queue.wait(left)
            broken = queue.broken(before, after)
            ids = tuple(limit.handoff for limit in broken[:MOST_NAMED])
            strictest = broken[0].hours if broken else None
            yield Delay(part, queue.need, queue.have, left, before, after, strictest, ids, len(broken))

    def _toll(self, absence: Absence) -> Toll:
        """Customers nobody looks after, as many as the plan says or a part of all, and what is not won meanwhile."""
        record = self.graphs.chart.seats[absence.seat]
        people, is_told = max(1, record.headcount), record.accounts is not None
        kept = max(0.0, record.accounts or 0.0) if is_told else self._base.get(absence.seat, 0.0)
        if self.capacity is None:
            return Toll(kept / people, is_told)
        situation = self.capacity.situation
        figures = situation.figures
        months = absence.days / DAYS_A_WEEK / figures.weeks_per_month
        won = sum(delay.missing * customers_by_one(delay.part, figures) for delay in absence.delays) * months
        worth = situation.contract_value
        return Toll(kept / people, is_told, won, won * worth if worth is not None else None)

    def _factors(self, absence: Absence) -> Iterator[Factor]:
        drawn = absence.open
        core = sum(1 for one in drawn.uncovered if one.is_core)
        counts = {
            Harm.CORE_STAGE: core,
            Harm.OTHER_STAGE: len(drawn.uncovered) - core,
            Harm.STRANDED: len(drawn.stranded),
            Harm.LEADERLESS: len(drawn.reports) + len(drawn.pods),
            Harm.LIMIT: absence.broken_count,
            Harm.UNDONE: absence.working_days_undone,
            Harm.NOBODY: int(self._is_irreplaceable(absence.seat)),
        }
        for harm, count in counts.items():
            if count > EPSILON:
                yield Factor(harm, count, count * self.weights.of(harm))

    def _is_irreplaceable(self, seat: SeatId) -> bool:
        """Whether nobody else anywhere covers any of its stages, and it has some."""
        stages = self.graphs.duties.stages[seat]
        is_alone = self.graphs.chart.seats[seat].headcount <= 1
        return is_alone and bool(stages) and all(self._coverage.covering(None, stage) == (seat,) for stage in stages)

    @cached_property
    def territory(self) -> Territory:
        return Territory(self.graphs)

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(self.territory, self.there)

    @cached_property
    def _queues(self) -> Queues:
        assert self.capacity is not None, "who asks has looked"
        return Queues(self.territory, self.capacity, self.there)

    @cached_property
    def _base(self) -> Mapping[SeatId, float]:
        return base_of(self.capacity.works, self.capacity.situation) if self.capacity is not None else {}

    @cached_property
    def _led(self) -> Mapping[SeatId, tuple[PodId, ...]]:
        """The pods each seat leads."""
        found: dict[SeatId, list[PodId]] = defaultdict(list)
        for id, pod in sorted(self.graphs.chart.pods.items()):
            if pod.lead is not None:
                found[pod.lead].append(id)
        return {seat: tuple(pods) for seat, pods in found.items()}

    @cached_property
    def _touching(self) -> Mapping[SeatId, tuple[Delivery, ...]]:
        """The handoffs to and from each seat, those to itself left out."""
        found: dict[Giver, list[Delivery]] = defaultdict(list)
        for delivery in self.graphs.deliveries:
            if delivery.giver != delivery.taker:
                found[delivery.giver].append(delivery)
                found[delivery.taker].append(delivery)
        return {seat: tuple(found.get(seat, ())) for seat in self.graphs.chart.seats}

    @cached_property
    def _takers(self) -> Mapping[tuple[Giver, ObjectId | None], frozenset[Giver]]:
        """To whom each seat and source gives each thing, of those who are there."""
        found: dict[tuple[Giver, ObjectId | None], set[Giver]] = defaultdict(set)
        for delivery in self.graphs.deliveries:
            ends = found[delivery.giver, delivery.handoff.object]
            if delivery.taker in self.there:
                ends.add(delivery.taker)
        return {key: frozenset(ends) for key, ends in found.items()}

    @cached_property
    def _givers(self) -> Mapping[tuple[Giver, ObjectId | None], frozenset[Giver]]:
        """From whom each seat gets each thing, of sources and those who are there."""
        found: dict[tuple[Giver, ObjectId | None], set[Giver]] = defaultdict(set)
        for delivery in self.graphs.deliveries:
            ends = found[delivery.taker, delivery.handoff.object]
            if not isinstance(delivery.giver, str) or delivery.giver in self.there:
                ends.add(delivery.giver)
        return {key: frozenset(ends) for key, ends in found.items()}


def customers_by_one(part: Part, figures: CapacityDefaults) -> float:
    """How many customers a month one full-time person of a part leads to; whoever keeps them wins none."""
    if part is Part.CARE:
        return 0.0
    share = {Part.INBOUND: qualified_per_lead(figures), Part.OUTBOUND: figures.prospect_to_qualified}.get(part, 1.0)
    return served_by_one(part, figures) * share * figures.qualified_to_customer
