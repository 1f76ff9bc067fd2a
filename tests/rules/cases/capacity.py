"""Cases of the rules about capacity."""

from collections.abc import Iterable
from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SourceId, StageId
from salesorg_gui.domain.records import Activity, Lane, Seat, Source
from tests.rules.builders import chart, handoff, plan_of, seat
from tests.rules.cases.case import Case, case

WAYS = (
    *("in > sdr: raw_lead", "out > hunter: target_prospect", "sdr > ae: qualified_lead"),
    *("hunter > ae: qualified_lead", "ae > csm: signed_customer"),
)
TARGET = {"revenue_target": 2_400_000, "contract_value": 10_000}
"""20 customers a month, which 100 qualified leads bring."""


def timed(one: Seat, fte: float, people: int = 1) -> Seat:
    """The seat with so much time a head."""
    return replace(one, fte=fte, headcount=people)


def team(inbound: float = 1.0, outbound: float = 1.0, closer: float = 1.0, care: float = 1.0) -> tuple[Seat, ...]:
    """One seat for each part of the work."""
    return (
        timed(seat("sdr", "inbound_sdr"), inbound),
        timed(seat("hunter", "outbound_sdr"), outbound),
        timed(seat("ae"), closer),
        timed(seat("csm", "customer_success_manager"), care),
    )


def line(seats: Iterable[Seat], leads: float = 0, prospects: float = 0, ways: Iterable[str] = WAYS) -> Chart:
    """The seats with what comes in a month, and the usual handoffs among them."""
    members = tuple(seats)
    there = {"in", "out", *(one.id for one in members)}
    drawn = (handoff(way) for way in ways)
    sources = (
        Source(SourceId("in"), Lane.INBOUND, "website", per_month=leads),
        Source(SourceId("out"), Lane.OUTBOUND, "list", per_month=prospects),
    )
    return chart(members, handoffs=[one for one in drawn if {one.source, one.target} <= there], sources=sources)


def asked_by(sellers: int) -> Chart:
    """A specialist whom some sellers ask."""
    names = [f"s{number}" for number in range(sellers)]
    expert = seat("expert", "sales_specialist")
    return chart([expert, *map(seat, names)], handoffs=[f"{name} > expert: open_question" for name in names])


def booked(share: float) -> Chart:
    """A seller who sells most of the week and does something else beside it."""
    busy = replace(seat("ae"), shares={StageId("closing"): 0.8}, activities=(Activity("Reports", "operations", share),))
    return chart([busy])


def led(*seats: Seat) -> Chart:
    """Seats under a head."""
    return chart([seat("head", "head_of_sales"), *seats], [f"{one.id} > head" for one in seats])


CASES = (
    case("capacity-inbound-short", line(team(0.94), leads=400), line(team(0.95), leads=400), is_fixable=True),
    case("capacity-inbound-idle", line(team(1.31), leads=400), line(team(1.3), leads=400), is_fixable=True),
    case("capacity-inbound-fulltime", line(team(0.9), leads=400), line(team(0.9), leads=399), is_fixable=True),
    case(
        "capacity-closer-fulltime",
        led(seat("ae", "closer_outbound")),
        led(seat("ae"), seat("hunter", "outbound_sdr")),
        answers={"qualified_leads": 51},
        is_fixable=True,
    ),
    case("capacity-closer-short", line(team(), prospects=1060), line(team(), prospects=1050), is_fixable=True),
    case(
        "capacity-closer-combine",
        line(team(), prospects=1000),
        line(team(), prospects=1020),
        answers={"employees": 19},
        is_fixable=True,
    ),
    case("capacity-outbound-short", line(team(1, 2.8), 200), line(team(1, 2.9), 200), answers=TARGET, is_fixable=True),
    case(
        "capacity-nurture-short",
        line(team(care=1.04)),
        line(team(care=1.05)),
        answers={"customers": 55},
        is_fixable=True,
    ),
    case("capacity-seat-overbooked", booked(0.25), booked(0.2), is_fixable=True),
    case("capacity-bottleneck", line(team(), prospects=320), line(team(), prospects=300), is_fixable=True),
    case("capacity-slow-response", line(team(1.3), 400), line(team(1.4), 400), is_fixable=True),
    case("capacity-acquisition-rhythm", line(team(outbound=0.19)), line(team(outbound=0.2)), is_fixable=True),
    case("capacity-specialist-ratio", asked_by(5), asked_by(4), is_fixable=True),
    Case(
        "capacity-target-unreachable",
        plan_of(line(team(3, 3, 3, 3), 300, 300), {**TARGET, "revenue_target": 2_470_000}),
        plan_of(line(team(3, 3, 3, 3), 300, 300), {**TARGET, "revenue_target": 2_430_000}),
    ),
)
