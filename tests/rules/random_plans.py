"""Organisations by chance, crooked in every way a rule knows, and small edits of them."""

from collections.abc import Sequence
from random import Random

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    ChartId,
    HandoffId,
    Key,
    Kind,
    LineId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    Handoff,
    Json,
    Lane,
    Line,
    LineKind,
    Measure,
    Person,
    Pod,
    Record,
    Seat,
    Segment,
    Source,
)
from tests.rules.builders import ENGLISH

COMMON_ROLES = (
    *("executive", "chief_revenue_officer", "vp_sales", "head_of_sales", "head_of_sales", "pod_lead"),
    *("assistant_sales_manager", "inbound_sdr", "outbound_sdr", "sdr", "account_executive", "account_executive"),
    *("customer_success_manager", "account_manager", "island_rep", "sales_specialist", "marketing", "sales_operations"),
)
ROLES = (*COMMON_ROLES, *COMMON_ROLES, *ENGLISH.roles, "greeter", "nobody_knows")
OBJECTS = (*ENGLISH.objects, "qualified_lead", "raw_lead", "hot_lead", *("signed_customer",) * 5, "fog")
NAMES = ("Ada", "Bo", "Cleo", "Dag", "Eva", "Finn", "")
MODELS = (None, *ENGLISH.models)
GROWTH = ("", *ENGLISH.growth_stages)


def random_plan(chance: Random, seats: int | None = None) -> Plan:
    """A plan with one chart; ``seats`` or 5 to 60 of them."""
    count = seats if seats is not None else chance.randint(5, 60)
    ids = [SeatId(f"s{number}") for number in range(count)]
    pods = [PodId(f"p{number}") for number in range(chance.randint(0, 1 + count // 8))]
    segments = [SegmentId(f"g{number}") for number in range(chance.choice((0, 0, 2, 4)))]
    crew = chance.choice((ROLES, chance.sample(ROLES, 6), chance.sample(COMMON_ROLES, 4)))
    sources = [SourceId(f"q{number}") for number in range(chance.randint(0, 3))]
    chart = Chart(
        ChartId("as-is"), "As is", model=chance.choice(MODELS), growth_stage=chance.choice(GROWTH)
    ).with_records((
        *(random_seat(chance, id, pods, crew) for id in ids),
        *(_pod(chance, id, ids, segments) for id in pods),
        *(_segment(chance, id, ids, pods, segments) for id in segments),
        *(_source(chance, id) for id in sources),
        *_lines(chance, ids),
        *(_handoff(chance, number, ids, sources) for number in range(int(count * chance.choice((0.5, 1.0, 1.5))))),
    ))  # fmt: skip
    own = OwnRole(
        RoleId("greeter"), "Greeter", chance.choice((None, RoleId("inbound_sdr"), RoleId("account_executive")))
    )
    return Plan(answers=_answers(chance), roles={own.id: own}, charts={chart.id: chart})


def random_edit(chance: Random, plan: Plan) -> Plan:
    """The plan with one record of its first chart changed, added or gone."""
    chart = plan.first_chart
    ids, pods, sources = list(chart.seats) or [SeatId("?")], list(chart.pods), list(chart.sources)
    number = chance.randrange(1_000)
    match chance.randrange(9):
        case 0:
            record: Record = random_seat(chance, chance.choice(ids), pods)
        case 1:
            record = random_seat(chance, SeatId(f"n{number}"), pods)
        case 2 | 3:
            record = _line(chance, number, ids)
        case 4 | 5:
            record = _handoff(chance, number, ids, sources)
        case 6 if pods:
            record = _pod(chance, chance.choice(pods), ids, list(chart.segments))
        case 7:
            record = _segment(chance, SegmentId(f"g{number % 5}"), ids, pods, list(chart.segments))
        case _:
            kind = chance.choice(list(Kind))
            some = chance.sample(sorted(chart.records(kind)), min(1, len(chart.records(kind))))
            return plan.with_chart(chart.without([Key(kind, name) for name in some]))
    return plan.with_chart(chart.with_records([record]))


def random_seat(chance: Random, id: SeatId, pods: list[PodId], roles: Sequence[str] = ROLES) -> Seat:
    """A seat of any role."""
    stages = list(ENGLISH.stages)
    return Seat(
        id,
        RoleId(chance.choice(roles)),
        headcount=chance.choice((1, 1, 1, 1, 2, 3)),
        people=tuple(Person(chance.choice(NAMES)) for _person in range(chance.choice((0, 1, 1, 2)))),
        pod=chance.choice(pods) if pods and chance.random() < 0.7 else None,
        shared=chance.random() < 0.1,
        stages_added=tuple(chance.sample(stages, chance.choice((0, 0, 0, 1, 2)))),
        stages_removed=tuple(chance.sample(stages, chance.choice((0, 0, 0, 1)))),
        goal=chance.choice(("", "", "Win")),
        measures=chance.choice(((), (Measure(next(iter(ENGLISH.kpis))),))),
    )


def _answers(chance: Random) -> dict[str, Json]:
    found: dict[str, Json] = {
        "startup": chance.random() < 0.2,
        "employees": chance.choice((3, 15, 80)),
        "inbound_leads": chance.choice((0, 50)),
        "relationship": chance.choice(("short_term", "long_term")),
        "industry": chance.choice(("finance", "software")),
    }
    return {name: value for name, value in found.items() if chance.random() < 0.7}


def _lines(chance: Random, ids: list[SeatId]) -> list[Line]:
    """Mostly a tree, with branches missing, doubled, turned round and dotted."""
    steepness = chance.choice((0.0, 0.3, 1.0))  # a row below one seat, many levels, or anything between
    found = [
        Line(LineId(f"t{number:03}"), id, ids[int(number * steepness * chance.random())])
        for number, id in enumerate(ids)
        if number and chance.random() < 0.85
    ]
    return found + [_line(chance, number, ids) for number in range(chance.choice((0, 1 + len(ids) // 6, 2 * len(ids))))]


def _line(chance: Random, number: int, ids: list[SeatId]) -> Line:
    kind = chance.choice((LineKind.SOLID, LineKind.DOTTED, LineKind.DOTTED))
    ends = [SeatId("gone") if chance.random() < 0.05 else chance.choice(ids) for _end in range(2)]
    return Line(LineId(f"x{number:03}"), ends[0], ends[1], kind)


def _handoff(chance: Random, number: int, ids: list[SeatId], sources: list[SourceId]) -> Handoff:
    giver: SeatId | SourceId = chance.choice(sources) if sources and chance.random() < 0.2 else chance.choice(ids)
    taker = SeatId("gone") if chance.random() < 0.03 else chance.choice(ids)
    return Handoff(
        HandoffId(f"h{number:03}"),
        giver,
        taker,
        ObjectId(chance.choice(OBJECTS)) if chance.random() < 0.95 else None,
        chance.choice(("", "When ready", "when ready ", "Large ones")),
        chance.choice((None, 1, 24, 100.0)),
        is_return=chance.random() < 0.1,
    )


def _source(chance: Random, id: SourceId) -> Source:
    return Source(id, chance.choice(list(Lane)), chance.choice(("website", "")), per_month=chance.choice((0, 100)))


def _pod(chance: Random, id: PodId, ids: list[SeatId], segments: list[SegmentId]) -> Pod:
    return Pod(
        id,
        chance.choice(("East", "West", "")),
        tuple(chance.sample(segments, min(len(segments), chance.randint(0, 1)))),
        chance.choice((None, *ids)),
        chance.choice(("", "Win")),
    )


def _segment(chance: Random, id: SegmentId, ids: list[SeatId], pods: list[PodId], segments: list[SegmentId]) -> Segment:
    owners: tuple[SeatId | PodId, ...] = (
        *chance.sample(ids, min(len(ids), chance.randint(0, 2))),
        *chance.sample(pods, min(len(pods), 1)),
    )
    parent = chance.choice((None, *segments))
    return Segment(id, value=f"Value {chance.randrange(4)}", parent=parent, owners=owners)
