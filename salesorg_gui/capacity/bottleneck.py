"""Where the organisation gets stuck: the largest flow through it, and the seats that hold it back (5.7).

Everything counts in qualified leads a month. On large charts seats that do the same for the same pod stand as one spot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf, isfinite

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.fits import all_get_through
from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.formulas import hours_per_month, qualified_per_lead
from salesorg_gui.capacity.largest_flow import Network
from salesorg_gui.capacity.loads import Load, base_of, customers_per_fte, time_for
from salesorg_gui.capacity.phases import NEXT, Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Lane

EPSILON = 1e-6
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


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """``flow`` of ``demand`` qualified leads a month get through; ``seats`` hold the rest back, none where all do."""

    flow: float
    demand: float
    seats: tuple[SeatId, ...] = ()


def bottleneck_of(
    chart: Chart, works: Mapping[SeatId, Work], flow: Flow, loads: Mapping[SeatId, Load], situation: Situation
) -> Bottleneck:
    """The largest flow from the lead sources to those who keep customers, and its smallest cut."""
    demand = dict(_demand(chart, flow, situation.figures))
    total = sum(demand.values())
    if all_get_through(chart, works, flow, loads, situation.figures):
        return Bottleneck(total, total)
    groups = _groups(chart, works, flow)
    rooms = _rooms(works, groups, loads, situation)
    network = _network(demand, rooms, _ways(flow, groups))
    amount = network.largest() / GRAINS
    if amount >= total - EPSILON:
        return Bottleneck(amount, total)
    held = {
        post - post % WIDTH
        for post in rooms
        if network.holds_back(post * SIDES + IN) and not network.holds_back(post * SIDES + OUT)
    }
    return Bottleneck(amount, total, tuple(sorted(seat for seat in works if groups[seat] in held)))


def _network(demand: Mapping[int, float], rooms: Mapping[int, float], ways: Iterable[tuple[int, int]]) -> Network[int]:
    """What the sources bring, through the rooms each part of the work has, to those who keep customers."""
    network = Network(START, END)
    for source, amount in demand.items():
        network.pass_on(START, source * SIDES + PASS, _grains(amount))
    for post, room in rooms.items():
        network.pass_on(post * SIDES + IN, post * SIDES + OUT, _grains(room))
        if post % WIDTH == SLOT[Part.CARE]:
            network.pass_on(post * SIDES + OUT, END, inf)
    for giver, taker in ways:
        network.pass_on(giver, taker, inf)
    return network


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


def _demand(chart: Chart, flow: Flow, figures: CapacityDefaults) -> Iterator[tuple[int, float]]:
    """What each lead source could bring; in their order, for sums of many differ in the last digit."""
    for source in map(chart.sources.__getitem__, sorted(chart.sources)):
        rate = qualified_per_lead(figures) if source.lane is Lane.INBOUND else figures.prospect_to_qualified
        yield flow.posts.start(source), max(0.0, source.per_month) * rate


def _grains(amount: float) -> int | float:
    return round(amount * GRAINS) if isfinite(amount) else inf


def _rooms(
    works: Mapping[SeatId, Work], groups: Mapping[SeatId, int], loads: Mapping[SeatId, Load], situation: Situation
) -> Mapping[int, float]:
    """How much each group can take of each part of the work."""
    base, figures = base_of(works, situation), situation.figures
    rooms: dict[int, float] = defaultdict(float)
    for work in works.values():
        for part in work.shares:
            fte = time_for(work, loads[work.seat], part)
            room = capacity(part, fte, base.get(work.seat, 0.0) / customers_per_fte(work, figures), figures)
            rooms[groups[work.seat] + SLOT[part]] += room
    return rooms


def _groups(chart: Chart, works: Mapping[SeatId, Work], flow: Flow) -> Mapping[SeatId, int]:
    """Under which number each seat stands: its own, or on a large chart that of the first of its kind in its pod."""
    own = flow.posts.seats
    if len(works) <= MOST_SEATS:
        return own
    first: dict[tuple[str, str], int] = {}
    seats = (chart.seats[id] for id in own)
    return {seat.id: first.setdefault((seat.pod or seat.id, seat.role), own[seat.id]) for seat in seats}


def _ways(flow: Flow, groups: Mapping[SeatId, int]) -> Iterable[tuple[int, int]]:
    """Who passes on to whom, within a seat and between seats, each once."""
    stand = dict(zip(flow.posts.seats.values(), groups.values(), strict=True))
    spots = {post: _spot(post, stand, flow) for post in flow.steps}
    drawn: dict[tuple[int, int], None] = {}
    for post, outs in flow.steps.items():
        worked = spots[post]
        following = post + STEP.get(post % WIDTH, 0) if post in flow.taken else -1
        for to, _share in outs:
            start, end = worked + OUT if to == following else worked, spots[to]
            if start != end and (start != end + OUT or end % SIDES == PASS):
                drawn[start, end] = None
    return drawn


def _spot(post: int, stand: Mapping[int, int], flow: Flow) -> int:
    """Where somebody arrives: at a part of the work, or at a seat that only passes him on."""
    phase = post % WIDTH
    place = stand.get(post - phase, post - phase)
    if post in flow.taken:
        return (place + min(phase, SLOT[Part.CARE])) * SIDES + IN
    return (place + phase) * SIDES + PASS
