"""Cases of the rules about pods."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId, PodId
from salesorg_gui.domain.records import Measure, Pod, Seat
from tests.rules.builders import INBOUND, chart, pod, seat, segment
from tests.rules.cases.case import Case, case

INB = seat("inb", "inbound_sdr", pod="p", names=["Ines"])
AE = seat("ae", pod="p", names=["Ada"])
CSM = seat("csm", "customer_success_manager", pod="p", names=["Cleo"])
TEAM = (INB, AE, CSM)
HEAD = seat("head", "head_of_sales", names=["Hanna"])
FLOW = ("inb > ae: qualified_lead", "ae > csm: signed_customer")
NORTH, SOUTH = pod("p", "North"), pod("q", "South")


def team(*seats: Seat, flow: tuple[str, ...] = FLOW) -> Chart:
    """One pod under a head."""
    return chart([HEAD, *seats], [f"{one.id} > head" for one in seats], flow, pods=[NORTH])


def two(*pods: Pod) -> Chart:
    """A pod with its market, and another."""
    return chart(TEAM, handoffs=FLOW, pods=pods, segments=[replace(segment("Norway"), owners=(PodId("p"),))])


def busy(leads: float, *, closing: int) -> Chart:
    """A pod with so many inbound leads a month and so many closers."""
    seats = [INB, replace(AE, headcount=closing), CSM]
    source = replace(INBOUND, per_month=leads)
    return replace(team(*seats, flow=("in > inb: raw_lead", *FLOW)), sources={source.id: source})


def measured(*, is_team: bool) -> Chart:
    """A closer with one measure."""
    return team(INB, replace(AE, measures=(Measure(KpiId("revenue_won"), is_team=is_team),)), CSM)


CASES: tuple[Case, ...] = (
    case("pod-stage-missing", team(INB, AE, flow=FLOW[:1]), team(*TEAM), is_fixable=True),
    case("pod-no-specialists", team(AE, flow=()), team(INB, AE, flow=FLOW[:1]), is_fixable=True),
    case("pod-flow-broken", team(*TEAM, flow=FLOW[:1]), team(*TEAM), is_fixable=True),
    case("pod-without-segment", two(NORTH, SOUTH), two(NORTH), is_fixable=True),
    case("pod-size", team(INB, AE), team(*TEAM), is_fixable=True),
    case(
        "pod-seat-in-two",
        chart([replace(AE, also_in=(PodId("q"),))], pods=[NORTH, SOUTH]),
        chart([replace(AE, also_in=(PodId("gone"),))], pods=[NORTH, SOUTH]),
        is_fixable=True,
    ),
    case(
        "pod-seat-outside",
        chart([replace(AE, pod=None)], pods=[NORTH], model="pod"),
        chart([AE], pods=[NORTH], model="pod"),
        is_fixable=True,
    ),
    case("pod-no-individual-measure", measured(is_team=True), measured(is_team=False), is_fixable=True),
    case("pod-mix-advice", busy(500, closing=9), busy(500, closing=2), is_fixable=True),
)
