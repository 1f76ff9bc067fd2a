"""Where work changes hands, what that costs, and who settles a dispute about it.

The cost of a seam is what goes over it a month, times the levels up to whoever settles a dispute, times a factor where
it leaves a pod and another where it leaves a segment. The formula is ours: the sources name handoffs, pods and segments
as places where friction arises, and give no figure.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.graphs import Delivery, Graphs, LeadSource
from salesorg_gui.study.faces import Encounters, Faces, together
from salesorg_gui.study.settling import Ladder, Settlement
from salesorg_gui.study.territory import Place, Territory


@dataclass(frozen=True, slots=True)
class SeamWeights:
    """``pod`` and ``segment`` multiply the cost of what leaves one; ``nobody`` are the levels where nobody settles."""

    pod: float = 2.0
    segment: float = 1.5
    nobody: float = 6.0


@dataclass(frozen=True, slots=True)
class Seam:
    """One handoff between two seats. ``volume`` goes over it a month."""

    handoff: HandoffId
    giver: SeatId
    taker: SeatId
    volume: float
    settlement: Settlement
    leaves_pod: bool
    leaves_segment: bool
    cost: float

    @property
    def settler(self) -> SeatId | None:
        """Who settles a dispute about it."""
        return self.settlement.settler

    @property
    def levels(self) -> int:
        """How far up it is settled."""
        return self.settlement.levels


@dataclass(frozen=True)
class Seams:
    """All seams of a chart, the costliest first.

    ``is_counted``: nobody said how many leads there are, so that every handoff that moves a customer counts as one.
    ``refusal`` says why there is no flow where returns feed themselves without end.
    """

    graphs: Graphs
    ladder: Ladder
    weights: SeamWeights
    seams: tuple[Seam, ...] = ()
    volumes: Mapping[HandoffId, float] = field(default_factory=dict)
    capacity: Capacity | None = None
    is_counted: bool = False
    refusal: str = ""

    @cached_property
    def cost(self) -> float:
        """What all of them cost together."""
        return sum(sorted(seam.cost for seam in self.seams))

    @cached_property
    def volume(self) -> float:
        """What is handed over a month in all."""
        return sum(seam.volume for seam in self.seams)

    @property
    def share_leaving_pods(self) -> float:
        """The share of what is handed over that leaves a pod."""
        leaving = sum(seam.volume for seam in self.seams if seam.leaves_pod)
        return leaving / self.volume if self.volume > 0 else 0.0

    @cached_property
    def by_settler(self) -> Mapping[SeatId | None, float]:
        """How much each manager settles a month, most first; under ``None`` what nobody does."""
        found: dict[SeatId | None, float] = defaultdict(float)
        for seam in self.seams:
            found[seam.settler] += seam.volume
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0] or "")))

    @property
    def faces(self) -> Faces:
        """How many people customers meet."""
        return self._encounters.all if self._encounters is not None else Faces({})

    @property
    def faces_by_source(self) -> Mapping[SourceId, Faces]:
        """The same by where they come from."""
        return self._encounters.by_source if self._encounters is not None else {}

    @cached_property
    def faces_by_place(self) -> Mapping[Place, Faces]:
        """The same by the place of the seat that takes them up first; under ``None`` where that has no place."""
        if self._encounters is None:
            return {}
        territory, found = Territory(self.graphs), defaultdict[Place, list[Faces]](list)
        for seat, faces in self._encounters.by_first_seat.items():
            for place in territory.places[seat]:
                found[place].append(faces)
        return {place: together(several) for place, several in found.items()}

    @cached_property
    def _encounters(self) -> Encounters | None:
        return Encounters(self.capacity.flow) if self.capacity is not None and not self.is_counted else None

    def traced(self, seam: Seam) -> frozenset[Key]:
        """What shows a seam on the canvas: its handoff, both ends, and the way up to whoever settles."""
        seats: dict[SeatId, None] = dict.fromkeys((seam.giver, seam.taker))
        settler = seam.settler
        for end in (seam.giver, seam.taker):
            seats |= dict.fromkeys(self.ladder.way_up(end, settler) if settler is not None else ())
        lines = (
            Key(Kind.LINE, line.id)
            for seat in seats
            for line in self.graphs.chart.lines_up.get(seat, ())
            if seat != settler and line.manager in seats and self.ladder.above.get(seat) == line.manager
        )
        return frozenset((Key(Kind.HANDOFF, seam.handoff), *(Key(Kind.SEAT, seat) for seat in seats), *lines))


def seams_of(
    plan: Plan, chart: Chart, catalogue: Catalogue, weights: SeamWeights | None = None, reckon: Reckon = reckoned
) -> Seams:
    """The seams of a chart of the plan."""
    graphs = Graphs(chart, catalogue.with_plan_roles(plan.roles))
    capacity, refusal = None, ""
    try:
        capacity = reckon(graphs.duties, situation_of(plan, catalogue))
    except NoCapacity as endless:
        refusal = str(endless)
    along = capacity.flow.along if capacity is not None else {}
    is_counted = not any(amount > 0 for amount in along.values())
    ones = {delivery.handoff.id: 1.0 for delivery in graphs.moves}
    volumes = ones if is_counted else along
    found = reckoned_seams(graphs, volumes, weights or SeamWeights())
    return Seams(graphs, found.ladder, found.weights, found.seams, volumes, capacity, is_counted, refusal)


def reckoned_seams(graphs: Graphs, volumes: Mapping[HandoffId, float], weights: SeamWeights) -> Seams:
    """The seams of a chart over which so much goes; the costliest first, then by volume."""
    territory, ladder = Territory(graphs), Ladder.of(graphs.chart)
    seams = [
        _seam(delivery, delivery.giver, volumes.get(delivery.handoff.id, 0.0), territory, ladder, weights)
        for delivery in graphs.deliveries
        if not isinstance(delivery.giver, LeadSource) and delivery.giver != delivery.taker
    ]
    seams.sort(key=lambda seam: (-seam.cost, -seam.volume, seam.handoff))
    return Seams(graphs, ladder, weights, tuple(seams), volumes)


def _seam(
    delivery: Delivery, giver: SeatId, volume: float, territory: Territory, ladder: Ladder, weights: SeamWeights
) -> Seam:
    taker = delivery.taker
    settlement = ladder.settlement(giver, taker)
    pods = [frozenset(territory.teams.pods.get(seat, ())) for seat in (giver, taker)]
    leaves_pod = any(pods) and pods[0].isdisjoint(pods[1])
    places = [_segments(territory, seat) for seat in (giver, taker)]
    leaves_segment = all(places) and places[0].isdisjoint(places[1])
    cost = cost_of(volume, settlement, weights, leaves_pod=leaves_pod, leaves_segment=leaves_segment)
    return Seam(delivery.handoff.id, giver, taker, volume, settlement, leaves_pod, leaves_segment, cost)


def _segments(territory: Territory, seat: SeatId) -> frozenset[Place]:
    """The segments a seat works in."""
    return frozenset(place for place in territory.places[seat] if place is not None and place.kind is Kind.SEGMENT)


def cost_of(
    volume: float, settlement: Settlement, weights: SeamWeights, *, leaves_pod: bool, leaves_segment: bool
) -> float:
    """What a seam costs a month: volume x levels x crossings."""
    levels = max(1.0, float(settlement.levels)) if settlement.settler is not None else weights.nobody
    return volume * levels * (weights.pod if leaves_pod else 1.0) * (weights.segment if leaves_segment else 1.0)
