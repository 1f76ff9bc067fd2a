"""Cases of the handoff rules."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId
from salesorg_gui.domain.records import Handoff, Measure, Seat
from tests.rules.builders import INBOUND, chart, handoff, pod, seat
from tests.rules.cases.case import Case, case

INB = seat("inb", "inbound_sdr", names=["Ines"])
AE = seat("ae", names=["Ada"])
CSM = seat("csm", "customer_success_manager", names=["Cleo"])
KAM = seat("kam", "key_account_manager", names=["Kim"])
HEAD = seat("head", "head_of_sales", names=["Hanna"])
SPECIALIST = seat("spec", "sales_specialist", names=["Sam"])
MARKETING = seat("m", "marketing", names=["Mia"])
OPERATIONS = seat("ops", "sales_operations", names=["Otto"])
LINE = (INB, AE, CSM)
IN, LEAD, DEAL = "in > inb: raw_lead", "inb > ae: qualified_lead", "ae > csm: signed_customer"
FLOW = (IN, LEAD, DEAL)
MUTE = {"boundaries": (" ",)}


def flow(*drawn: str | Handoff, seats: tuple[Seat, ...] = LINE, model: str = "") -> Chart:
    """An inbound line of three, with these handoffs."""
    lines = [f"{one.id} > head" for one in seats if HEAD in seats and one.id not in {"head", "m"}]
    return chart(seats, lines, handoffs=drawn, sources=[INBOUND], model=model)


def alone(*, add: tuple[str, ...] = (), role: str = "account_executive") -> Chart:
    """One seat under a head."""
    return chart([HEAD, seat("x", role, add=add, names=["Xi"])], ["x > head"])


def chain(length: int) -> Chart:
    """A customer who changes hands so many times between seats."""
    seats = [seat("s0", "inbound_sdr"), *(seat(f"s{number}") for number in range(1, length + 1))]
    return chart(seats, handoffs=[f"s{number} > s{number + 1}: qualified_lead" for number in range(length)])


def two_pods(*drawn: str) -> Chart:
    """A developer and a closer in one pod, another closer in the other."""
    team = [
        seat("a", "sdr", pod="p", names=["Al"]),
        seat("b", pod="q", names=["Bo"]),
        seat("c", pod="p", names=["Cy"]),
    ]
    return chart(team, handoffs=drawn, pods=[pod("p", "North"), pod("q", "South")], model="pod")


def reps(*drawn: str) -> Chart:
    """Two island reps."""
    team = [seat("a", "island_rep", names=["Al"]), seat("b", "island_rep", names=["Bo"])]
    return chart(team, handoffs=drawn, model="island")


def branches(first: str, second: str) -> Chart:
    """A closer who hands customers to two roles, on these conditions."""
    drawn = [
        handoff("ae > csm: signed_customer", condition=first),
        handoff("ae > kam: signed_customer", condition=second),
    ]
    return chart([AE, CSM, KAM], handoffs=drawn)


def backed(count: int) -> Chart:
    """An inbound line whose closing seat has so many people."""
    team = (replace(INB, headcount=2), replace(AE, headcount=count), replace(CSM, headcount=2))
    return flow(*FLOW, seats=team)


TWIN = handoff(LEAD, id="a"), handoff(LEAD, id="b")
KEEPER = seat("am", "account_manager", names=["Amir"], remove=["growth"])
GOAL = (Measure(KpiId("revenue_won")),)

CASES: tuple[Case, ...] = (
    case(
        "handoff-stage-uncovered",
        flow(IN, seats=(HEAD, MARKETING, INB, CSM)),
        flow(IN, seats=(HEAD, MARKETING, *LINE)),
        is_fixable=True,
    ),
    case("handoff-source-unconnected", flow(LEAD, DEAL), flow(*FLOW), is_fixable=True),
    case("handoff-source-no-closer", flow(IN, DEAL), flow(*FLOW), is_fixable=True),
    case("handoff-closer-no-owner", flow(IN, LEAD), flow(*FLOW), is_fixable=True),
    case("handoff-dead-end", flow(IN, DEAL), flow(*FLOW), is_fixable=True),
    case(
        "handoff-unreachable-seat",
        flow(*FLOW, seats=(*LINE, KAM)),
        flow(*FLOW, "ae > kam: signed_customer", seats=(*LINE, KAM)),
        is_fixable=True,
    ),
    case(
        "handoff-loop",
        flow(*FLOW, "ae > inb: qualified_lead"),
        flow(*FLOW, handoff("ae > inb: qualified_lead", is_return=True)),
        is_fixable=True,
    ),
    case(
        "handoff-backwards",
        chart(LINE, handoffs=["csm > inb: signed_customer"]),
        chart(LINE, handoffs=[handoff("csm > inb: signed_customer", is_return=True)]),
        is_fixable=True,
    ),
    case("handoff-too-many", chain(4), chain(3)),
    case(
        "handoff-cross-pod",
        two_pods("a > b: qualified_lead"),
        two_pods("a > c: qualified_lead"),
        is_fixable=True,
    ),
    case("handoff-object-missing", flow(IN, "inb > ae", DEAL), flow(*FLOW), is_fixable=True),
    case("handoff-object-mismatch", flow(*FLOW, "inb > csm: qualified_lead"), flow(*FLOW), is_fixable=True),
    case(
        "handoff-condition-missing",
        flow(IN, handoff(LEAD, condition=""), DEAL),
        flow(*FLOW),
        is_fixable=True,
    ),
    case("handoff-sla-missing", flow(IN, handoff(LEAD, hours=None), DEAL), flow(*FLOW), is_fixable=True),
    case(
        "handoff-sla-slow",
        flow(IN, handoff(LEAD, hours=24.5), DEAL),
        flow(IN, handoff(LEAD, hours=24.0), DEAL),
        is_fixable=True,
    ),
    case(
        "handoff-hot-lead-detour",
        flow(IN, "inb > two: qualified_lead", "two > ae: hot_lead", seats=(INB, seat("two", "inbound_sdr"), AE)),
        flow(*FLOW),
        is_fixable=True,
    ),
    case("handoff-inbound-bypass", flow(*FLOW, "in > ae: raw_lead"), flow(*FLOW), is_fixable=True),
    case(
        "handoff-unqualified-to-closer",
        flow(*FLOW, "in > ae: raw_lead"),
        flow(*FLOW, "in > ae: hot_lead"),
        is_fixable=True,
    ),
    case("handoff-single-point-of-failure", backed(1), backed(2), is_fixable=True),
    case(
        "handoff-whole-process-alone",
        alone(add=("outbound_prospecting", "retention")),
        alone(add=("outbound_prospecting", "growth")),
        is_fixable=True,
    ),
    case(
        "handoff-leadgen-followup-combined",
        alone(role="closer_outbound"),
        alone(),
        answers={"employees": 50},
        is_fixable=True,
    ),
    case(
        "handoff-care-crowds-acquisition",
        alone(role="account_manager", add=("outbound_prospecting",)),
        alone(role="account_manager"),
        is_fixable=True,
    ),
    case(
        "handoff-qualifies-own-leads",
        alone(add=("inbound_qualification",)),
        alone(add=("outbound_prospecting",)),
        is_fixable=True,
    ),
    case(
        "handoff-no-feedback-marketing",
        chart([MARKETING, INB]),
        chart([MARKETING, INB], handoffs=["inb > m: market_insight"]),
        is_fixable=True,
    ),
    case(
        "handoff-no-return-path",
        flow(*FLOW),
        flow(*FLOW, "ae > inb: rejected_lead"),
        is_fixable=True,
    ),
    case(
        "handoff-specialist-unconnected",
        chart([SPECIALIST, AE]),
        chart([SPECIALIST, AE], handoffs=["ae > spec: open_question"]),
        is_fixable=True,
    ),
    case("handoff-branch-rule-missing", branches("", ""), branches("small", "large"), is_fixable=True),
    case(
        "handoff-stage-overlap",
        chart([replace(AE, texts=MUTE), seat("b", "closer_outbound")]),
        chart([AE, seat("b", "closer_outbound")]),
    ),
    case("handoff-duplicate", flow(IN, *TWIN, DEAL), flow(IN, TWIN[0], DEAL), is_fixable=True),
    case(
        "handoff-growth-path-missing",
        chart([KEEPER, AE]),
        chart([KEEPER, AE], handoffs=["am > ae: growth_opportunity"]),
        is_fixable=True,
    ),
    case(
        "handoff-support-in-flow",
        flow(*FLOW, "ops > ae: qualified_lead", seats=(*LINE, OPERATIONS)),
        flow(*FLOW, "ops > head: performance_report", seats=(*LINE, OPERATIONS, HEAD)),
        is_fixable=True,
    ),
    case("handoff-island-exchange", reps("a > b: qualified_lead"), reps("a > b: market_insight"), is_fixable=True),
    case(
        "handoff-no-common-goal",
        chart([HEAD, AE], ["ae > head"]),
        chart([replace(HEAD, measures=GOAL), AE], ["ae > head"]),
        is_fixable=True,
    ),
)
