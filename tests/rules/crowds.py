"""Made companies that grow in every direction at once, for counting what rules have to do."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, pairwise

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    ChartId,
    HireId,
    KpiId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    Acceptance,
    Activity,
    Check,
    Handoff,
    Hire,
    HireStatus,
    Lane,
    Line,
    Measure,
    Person,
    Pod,
    Record,
    Score,
    Scorecard,
    Seat,
    Segment,
    Source,
    Status,
)
from tests.rules.builders import Facts, handoff, line

AXES = ("geography", "industry", "size", "product")
ROLES = (
    *("head_of_sales", "account_executive", "inbound_sdr", "customer_success_manager", "island_rep", "outbound_sdr"),
    *("account_manager", "marketing", "account_executive", "sales_operations", "sales_specialist"),
)
FLOW = ("raw_lead", "qualified_lead", "signed_customer", "hot_lead", "rejected_lead", "market_insight", "fog")
ANSWERS: Facts = {
    "inbound_leads": 900,
    "customers": 500,
    "employees": 80,
    "sellers": 30,
    "segments": 6,
    "frontline": 40,
    "ltv": 30_000,
    "contract_value": 12_000,
    "revenue_target": 9_000_000,
    "regions": 4,
    "products": 3,
    "verticals": 3,
    "business": "software",
    "product_complexity": "high",
    "relationship": "long_term",
    "growth_goal": "scale",
}


def crowd(size: int, *, has_circles: bool) -> Plan:
    """A company of so many seats with as many of everything, much of it in one place: one pod, one card, one pair."""
    now = chart_of(size, has_circles=has_circles)
    before = replace(now, id=ChartId("before"), since="2026-01-01", lines=dict(list(now.lines.items())[: size // 2]))
    own = {id: OwnRole(id, f"Role {id}", RoleId("account_executive")) for id in map(RoleId, names("o", size // 4))}
    return Plan("Crowd", answers=ANSWERS, roles=own, charts={now.id: now, before.id: before})


def chart_of(size: int, *, has_circles: bool) -> Chart:
    """The chart of today."""
    records = [*_seats(size), *_lines(size, has_circles), *_handoffs(size, has_circles), *_market(size), *_hires(size)]
    drawn = Chart(ChartId("as-is"), "As is", since="2026-06-01").with_records(records)
    return replace(drawn, accepted=tuple(Acceptance("role-no-kpi", (id,), "Known") for id in drawn.seats))


def names(letter: str, count: int) -> list[str]:
    """So many ids."""
    return [f"{letter}{number:04}" for number in range(count)]


def _seats(size: int) -> Iterator[Seat]:
    pods, own = names("p", size // 4), names("o", size // 4)
    roles = (own[place % len(own)] if place % 5 == 4 else ROLES[place % len(ROLES)] for place in range(size))
    texts = {"dependencies": tuple(f"Needs {name}" for name in names("Person ", size))}
    for place, (name, role) in enumerate(zip(names("s", size), roles, strict=False)):
        one = Seat(
            SeatId(name),
            RoleId(role),
            people=(Person(f"Person {place:04}", "junior", ("software",), start="2026-02-01"),) if place % 3 else (),
            status=Status.FILLED if place % 3 else Status.OPEN,
            pod=PodId(pods[0] if place % 2 else pods[place % len(pods)]),
            shared=place % 7 == 0,
            shares={StageId("closing"): 0.5},
            activities=(Activity("Report", "operations", 0.2), Activity("Training", "enablement", 0.2)),
            quota=1_000_000 if place % 2 else None,
            accounts=200,
            account_stages=(StageId("closing"),),
            measures=(Measure(KpiId("revenue_won"), "3", is_team=place % 2 == 0),),
            start="2026-09-01",
        )
        yield one if place != size - 2 else replace(one, also_in=tuple(map(PodId, pods)), texts=texts)


def _lines(size: int, has_circles: bool) -> Iterator[Line]:
    seats = names("s", size)
    star, chain, rest = seats[: size // 3], seats[size // 3 : 2 * size // 3], seats[2 * size // 3 :]
    yield from (line(f"{one} > {star[0]}") for one in star[1:])
    yield from (line(f"{lower} > {upper}") for upper, lower in pairwise((star[0], *chain)))
    yield from (line(f"{one} > {upper}") for one in rest for upper in (chain[0], chain[-1]))
    yield from (line(f"{one} ~ {star[1]}") for one in rest)
    yield from (line(f"{rest[0]} ~ {one}") for one in star)
    yield from (line(f"{rest[0]} > {one}") for one in star)
    if has_circles:
        yield line(f"{star[0]} > {chain[-1]}")
        yield from (line(f"{upper} > {lower}") for upper, lower in pairwise(rest))
        yield from (line(f"{one} > {one}") for one in rest)


def _handoffs(size: int, has_circles: bool) -> Iterator[Handoff]:
    seats, sources = names("s", size), names("q", size // 4)
    things = cycle(FLOW)
    yield from (handoff(f"{giver} > {taker}: raw_lead") for giver, taker in zip(sources, seats, strict=False))
    yield from (handoff(f"{sources[0]} > {taker}: raw_lead") for taker in seats[: size // 2])
    yield from (handoff(f"{giver} > {seats[1]}: raw_lead") for giver in sources)
    yield from (handoff(f"{giver} > {taker}: {next(things)}") for giver, taker in pairwise(seats))
    yield from (handoff(f"{giver} > {taker}: qualified_lead") for giver, taker in pairwise(seats[: size // 2]))
    yield from (handoff(f"{seats[0]} > {taker}: qualified_lead", condition="Large") for taker in seats[size // 2 : -2])
    yield from (handoff(f"{giver} > {seats[-1]}: signed_customer", condition="") for giver in seats[:-1])
    yield from (handoff(f"{seats[1]} > {seats[2]}: qualified_lead", id=name) for name in names("twin", size))
    if has_circles:
        yield handoff(f"{seats[-1]} > {seats[0]}: qualified_lead")
        yield from (handoff(f"{taker} > {giver}: qualified_lead") for giver, taker in pairwise(seats[size // 2 :]))


def _market(size: int) -> Iterator[Record]:
    seats, pods, parts = names("s", size), names("p", size // 4), names("g", size // 2)
    yield from (
        Source(SourceId(name), tuple(Lane)[place % 2], "website", per_month=50)
        for place, name in enumerate(names("q", size // 4))
    )
    for place, name in enumerate(pods):
        within = parts if place == 1 else parts[place : place + 1]
        yield Pod(PodId(name), f"Pod {place}", tuple(map(SegmentId, within)), SeatId(seats[place]), "Win" * (place % 2))
    for place, name in enumerate(parts):
        owners = (*seats, *pods) if place == 1 else (seats[0], seats[place], pods[place % len(pods)])
        nested = parts[place - 4] if place >= 4 and place % 2 else None
        axis = AXES[place % 4]
        bounds = (float(place), place + 6.0) if axis == "size" else (None, None)
        yield Segment(
            SegmentId(name), axis, f"Value {place // 3}", SegmentId(nested) if nested else None, bounds[0], bounds[1],
            is_key=place % 5 == 0, potential=1000.0 * place, leads=20, customers=10, owners=tuple(map(SeatId, owners)),
        )  # fmt: skip


def _hires(size: int) -> Iterator[Hire]:
    seats = names("s", size)
    score = Score("drive", "traits", 4, True, "Called twice", {"1": "none"})
    cards = tuple(Scorecard(name, "Kim", "2026-02-01", (score,)) for name in names("Person ", size))
    tasks = tuple(Check("values", place, "Kim", "2026-01-01", "2026-01-02") for place in range(size))
    states = tuple(HireStatus)
    for place, name in enumerate(names("r", size)):
        seat = seats[0] if place % 2 else seats[place]
        one = Hire(
            HireId(name),
            SeatId(seat),
            states[place % len(states)],
            "2026-08-01",
            "Kim",
            tasks[:1],
            cards[:1],
            "Person 0000",
        )
        yield one if place else replace(one, checklist=tasks, scorecards=cards)
