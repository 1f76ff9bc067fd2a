"""Where the organisation gets stuck: the largest flow through it, and the seats that hold it back (5.7).

Everything counts in qualified leads a month. On large charts seats that do the same for the same pod stand as one spot.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import NamedTuple

import networkx as nx

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.flow import Flow, Post
from salesorg_gui.capacity.formulas import hours_per_month, qualified_per_lead
from salesorg_gui.capacity.loads import base_of, customers_per_fte
from salesorg_gui.capacity.phases import NEXT, Phase, works_on
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Lane

EPSILON = 1e-6
GRAINS = 10**9
"""A qualified lead in whole grains: the search for the largest flow is exact with whole numbers only."""
MOST_SEATS = 400
"""Beyond so many, seats are grouped: the flow through thousands takes seconds."""
PARTS = frozenset(Part)
PART_AT: Mapping[Phase, Part] = {
    Phase.LEAD: Part.INBOUND,
    Phase.PROSPECT: Part.OUTBOUND,
    Phase.QUALIFIED: Part.CLOSER,
    Phase.SIGNED: Part.CARE,
    Phase.KEPT: Part.CARE,
}


class Spot(NamedTuple):
    """A part of a seat's work, where it comes in or goes out; or one of the two ends."""

    name: str
    part: str
    is_out: bool = False


START, END = Spot("", "start"), Spot("", "end")


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """``flow`` of ``demand`` qualified leads a month get through; ``seats`` hold the rest back, none where all do."""

    flow: float
    demand: float
    seats: tuple[SeatId, ...] = ()


def bottleneck_of(chart: Chart, works: Mapping[SeatId, Work], flow: Flow, situation: Situation) -> Bottleneck:
    """The largest flow from the lead sources to those who keep customers, and its smallest cut."""
    groups = _groups(chart, works)
    graph: nx.DiGraph[Spot] = nx.DiGraph()
    graph.add_nodes_from((START, END))
    demand = _draw_demand(graph, chart, situation.figures)
    for (group, part), room in _rooms(works, groups, situation).items():
        graph.add_edge(Spot(group, part), Spot(group, part, is_out=True), **_limit(room))
        if part is Part.CARE:
            graph.add_edge(Spot(group, part, is_out=True), END)
    graph.add_edges_from(_ways(works, flow, groups))
    value, (reached, _beyond) = nx.minimum_cut(graph, START, END)
    amount = value / GRAINS
    if amount >= demand - EPSILON:
        return Bottleneck(amount, demand)
    held = {spot.name for spot in reached if spot.part in PARTS and not spot.is_out and _out(spot) not in reached}
    return Bottleneck(amount, demand, tuple(sorted(seat for seat in works if groups[seat] in held)))


def capacity(work: Work, part: Part, base: float, figures: CapacityDefaults) -> float:
    """How many qualified leads a month a part of a seat can take, in their equivalents (5.7)."""
    fte = work.fte_for(part)
    match part:
        case Part.INBOUND:
            return figures.inbound_leads_per_fte * fte * qualified_per_lead(figures)
        case Part.OUTBOUND:
            return figures.prospects_per_outbound_fte * fte * figures.prospect_to_qualified
        case Part.CLOSER:
            return figures.qualified_per_closer_fte * fte
    if figures.onboarding_hours_per_customer <= 0:
        return inf
    free = max(0.0, fte - base / customers_per_fte(work, figures))
    return free * hours_per_month(figures) / figures.onboarding_hours_per_customer / figures.qualified_to_customer


def _draw_demand(graph: "nx.DiGraph[Spot]", chart: Chart, figures: CapacityDefaults) -> float:
    total = 0.0
    for source in chart.sources.values():
        rate = qualified_per_lead(figures) if source.lane is Lane.INBOUND else figures.prospect_to_qualified
        amount = max(0.0, source.per_month) * rate
        graph.add_edge(START, Spot(source.id, "source"), **_limit(amount))
        total += amount
    return total


def _limit(amount: float) -> dict[str, int]:
    """An edge's capacity; an edge without one takes everything."""
    return {"capacity": round(amount * GRAINS)} if isfinite(amount) else {}


def _rooms(
    works: Mapping[SeatId, Work], groups: Mapping[SeatId, str], situation: Situation
) -> dict[tuple[str, Part], float]:
    base = base_of(works, situation)
    rooms: dict[tuple[str, Part], float] = defaultdict(float)
    for work in works.values():
        for part in work.shares:
            rooms[groups[work.seat], part] += capacity(work, part, base.get(work.seat, 0.0), situation.figures)
    return rooms


def _groups(chart: Chart, works: Mapping[SeatId, Work]) -> dict[SeatId, str]:
    """Under which name each seat stands: its own, or on a large chart that of the first of its kind in its pod."""
    if len(works) <= MOST_SEATS:
        return {seat: str(seat) for seat in chart.seats}
    first: dict[tuple[str, str], str] = {}
    return {id: first.setdefault((seat.pod or id, seat.role), str(id)) for id, seat in chart.seats.items()}


def _ways(works: Mapping[SeatId, Work], flow: Flow, groups: Mapping[SeatId, str]) -> Iterator[tuple[Spot, Spot]]:
    """Who passes on to whom, within a seat and between seats."""
    for giver, taker in flow.steps:
        start, end = _left(giver, taker, works, groups), _reached(taker, works, groups)
        if start not in {end, _out(end)}:
            yield start, end


def _left(giver: Post, taker: Post, works: Mapping[SeatId, Work], groups: Mapping[SeatId, str]) -> Spot:
    """From where somebody goes on: worked on, when it is the seat itself that took him further."""
    if giver.is_source:
        return Spot(giver.name, "source")
    spot = _reached(giver, works, groups)
    is_worked_on = taker.name == giver.name and taker.phase is NEXT.get(giver.phase) and spot.part in PARTS
    return _out(spot) if is_worked_on else spot


def _reached(post: Post, works: Mapping[SeatId, Work], groups: Mapping[SeatId, str]) -> Spot:
    """Where somebody arrives: at a part of the work, or at a seat that only passes him on."""
    seat = SeatId(post.name)
    name = groups.get(seat, post.name)
    work = works.get(seat)
    if work is not None and works_on(work, post.phase):
        return Spot(name, PART_AT[post.phase])
    return Spot(name, post.phase.name)


def _out(spot: Spot) -> Spot:
    return spot._replace(is_out=True)
