"""The seats as narrow places of a network that qualified leads pass: each part of the work a place with its room.

Everything counts in qualified leads a month. On large charts seats that do the same for the same pod stand as one spot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import inf, isfinite
from types import MappingProxyType

from salesorg_gui.capacity.flow import Flow, Steps
from salesorg_gui.capacity.formulas import hours_per_month, qualified_per_lead
from salesorg_gui.capacity.largest_flow import Network
from salesorg_gui.capacity.loads import Load, time_for
from salesorg_gui.capacity.phases import NEXT, Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, SourceId

GRAINS = 10**9
"""A qualified lead in whole grains: the search for the largest flow is exact with whole numbers only."""
MOST_SEATS = 2_000
"""Beyond so many, seats are grouped: the flow through thousands takes long."""
SLOT: Mapping[Part, int] = {
    Part.INBOUND: Phase.LEAD,
    Part.OUTBOUND: Phase.PROSPECT,
    Part.CLOSER: Phase.QUALIFIED,
    Part.CARE: Phase.SIGNED,
}
"""The phase under which a part of the work stands; care takes in who signed and keeps who is kept."""
STEP = {int(phase): following - phase for phase, following in NEXT.items()}

SIDES = 3
IN, OUT, PASS = range(SIDES)
"""Every post is three spots of the network: what comes in to be worked on, what goes out of it, what only passes."""
START, END = -1, -2

type Works = Mapping[SeatId, Work]
type Loads = Mapping[SeatId, Load]


@dataclass(frozen=True, slots=True)
class Routes:
    """Under which number each seat stands, and who passes on to whom: the same however much comes in or fits."""

    groups: Mapping[SeatId, int]
    ways: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Straits:
    """The network, and for each post with room for work the way through it."""

    network: Network[int]
    places: Mapping[int, int]

    def narrow(self) -> frozenset[int]:
        """The posts of the smallest cut, by the number of their seat or group; after the largest flow is found."""
        holds_back = self.network.holds_back
        return frozenset(
            post - post % WIDTH
            for post in self.places
            if holds_back(post * SIDES + IN) and not holds_back(post * SIDES + OUT)
        )


def routes_of(chart: Chart, works: Works, flow: Flow) -> Routes:
    """The ways through a chart."""
    groups = _groups(chart, works, flow)
    stand = dict(zip(flow.posts.seats.values(), groups.values(), strict=True))
    return Routes(groups, tuple(ways_between(flow.steps, flow.taken, stand)))


def straits_of(demand: Mapping[int, float], rooms: Mapping[int, float], routes: Routes) -> Straits:
    """What the sources bring, through the rooms each part of the work has, to those who keep customers."""
    network = Network(START, END)
    for source, amount in demand.items():
        network.pass_on(START, source * SIDES + PASS, grains(amount))
    places: dict[int, int] = {}
    for post, room in rooms.items():
        places[post] = network.pass_on(post * SIDES + IN, post * SIDES + OUT, grains(room))
        if post % WIDTH == SLOT[Part.CARE]:
            network.pass_on(post * SIDES + OUT, END, inf)
    for giver, taker in routes.ways:
        network.pass_on(giver, taker, inf)
    return Straits(network, places)


def capacity(part: Part, fte: float, kept: float, figures: CapacityDefaults) -> float:
    """How many qualified leads a month so much time for a part can take, in their equivalents (5.7).

    ``kept`` is the FTE that the customers of today take.
    """
    match part:
        case Part.INBOUND:
            return figures.inbound_leads_per_fte * fte * qualified_per_lead(figures)
        case Part.OUTBOUND:
            return figures.prospects_per_outbound_fte * fte * figures.prospect_to_qualified
        case Part.CLOSER:
            return figures.qualified_per_closer_fte * fte
    if figures.onboarding_hours_per_customer <= 0:
        return inf
    free = max(0.0, fte - kept)
    return free * hours_per_month(figures) / figures.onboarding_hours_per_customer / figures.qualified_to_customer


def demand_of(flow: Flow, figures: CapacityDefaults) -> Iterator[tuple[SourceId, float]]:
    """What each lead source could bring; in their order, for sums of many differ in the last digit."""
    for source, spring in flow.springs.sources.items():
        yield source, spring.amount * rate_of(spring.phase, figures)


def starts_of(flow: Flow, demand: Mapping[SourceId, float]) -> Mapping[int, float]:
    """The same by the post at which each source begins."""
    sources, places = flow.springs.sources, flow.posts.sources
    return {places[source] + sources[source].phase: amount for source, amount in demand.items()}


def rate_of(phase: int, figures: CapacityDefaults) -> float:
    """How many qualified leads come of one that a source brings in this phase."""
    return qualified_per_lead(figures) if phase == Phase.LEAD else figures.prospect_to_qualified


def rooms_of(works: Works, loads: Loads, groups: Mapping[SeatId, int], figures: CapacityDefaults) -> dict[int, float]:
    """How much each group can take of each part of the work."""
    rooms: dict[int, float] = defaultdict(float)
    for work in works.values():
        for part, room in room_for(work, loads[work.seat], figures).items():
            rooms[groups[work.seat] + SLOT[part]] += room
    return rooms


def room_for(work: Work, load: Load, figures: CapacityDefaults) -> dict[Part, float]:
    """How much one seat can take of each part of its work."""
    return {part: capacity(part, time_for(work, load, part), load.kept, figures) for part in work.shares}


def grains(amount: float) -> int | float:
    """An amount as the network counts it."""
    return round(amount * GRAINS) if isfinite(amount) else inf


def _groups(chart: Chart, works: Works, flow: Flow) -> Mapping[SeatId, int]:
    """Under which number each seat stands: its own, or on a large chart that of the first of its kind in its pod."""
    own = flow.posts.seats
    if len(works) <= MOST_SEATS:
        return own
    first: dict[tuple[str, str], int] = {}
    seats = (chart.seats[id] for id in own)
    return {seat.id: first.setdefault((seat.pod or seat.id, seat.role), own[seat.id]) for seat in seats}


def ways_between(
    steps: Steps, taken: AbstractSet[int], stand: Mapping[int, int] = MappingProxyType({})
) -> Iterable[tuple[int, int]]:
    """Who passes on to whom, within a seat and between seats, each once; ``stand`` says who stands for a seat."""
    spots = {post: spot(post, taken, stand) for post in steps}
    drawn: dict[tuple[int, int], None] = {}
    for post, outs in steps.items():
        worked = spots[post]
        following = post + STEP.get(post % WIDTH, 0) if post in taken else -1
        for to, _share in outs:
            start, end = worked + OUT if to == following else worked, spots[to]
            if start != end and (start != end + OUT or end % SIDES == PASS):
                drawn[start, end] = None
    return drawn


def spot(post: int, taken: AbstractSet[int], stand: Mapping[int, int] = MappingProxyType({})) -> int:
    """Where somebody arrives: at a part of the work, or at a seat that only passes him on."""
    phase = post % WIDTH
    place = stand.get(post - phase, post - phase)
    if post in taken:
        return (place + min(phase, SLOT[Part.CARE])) * SIDES + IN
    return (place + phase) * SIDES + PASS
