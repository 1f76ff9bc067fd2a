"""Small companies with work to do, and their hiring plans."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.records import Handoff, Json, Lane, Seat, Source, Status
from salesorg_gui.study.hiring.hiring_plan import hiring_plan
from salesorg_gui.study.hiring.openings import HiringPlan, Opening
from tests.rules.builders import ENGLISH, chart, plan_of, pod, seat

TODAY = date(2027, 1, 15)
LINE = (
    *("in > sdr: raw_lead", "out > hunter: target_prospect", "sdr > ae: qualified_lead"),
    *("hunter > ae: qualified_lead", "ae > csm: signed_customer"),
)
LED = ("sdr > head", "hunter > head", "ae > head", "csm > head")
BIG: dict[str, Json] = {"employees": 40}


def sources(leads: float, prospects: float = 0.0) -> tuple[Source, ...]:
    """Two lead sources."""
    return (
        Source(SourceId("in"), Lane.INBOUND, per_month=leads),
        Source(SourceId("out"), Lane.OUTBOUND, per_month=prospects),
    )


def people(one: Seat, count: int, status: Status = Status.FILLED) -> Seat:
    """The seat for so many people."""
    return replace(one, headcount=count, status=status)


def team(inbound: int = 1, outbound: int = 1, closers: int = 2, care: int = 1) -> tuple[Seat, ...]:
    """A line from leads to customers under a head of sales."""
    return (
        seat("head", "head_of_sales"),
        people(seat("sdr", "inbound_sdr"), inbound),
        people(seat("hunter", "outbound_sdr"), outbound),
        people(seat("ae"), closers),
        people(seat("csm", "customer_success_manager"), care),
    )


def line(
    leads: float,
    prospects: float = 0.0,
    seats: Iterable[Seat] = (),
    more: Iterable[Seat] = (),
    handoffs: Iterable[str | Handoff] = LINE,
) -> Chart:
    """The line with so much to do; ``more`` are further seats under the head of sales."""
    drawn, further = tuple(seats) or team(), tuple(more)
    lines = (*LED, *(f"{one.id} > head" for one in further))
    return chart((*drawn, *further), lines, handoffs, sources(leads, prospects))


def hires(
    drawn: Chart, growth: float | None = None, answers: dict[str, Json] | None = None, **figures: Json
) -> HiringPlan:
    """The hiring plan of a chart, of a company of 40 unless said otherwise."""
    plan = plan_of(drawn, BIG if answers is None else answers, {"capacity": figures})
    return hiring_plan(plan, drawn, ENGLISH, TODAY, growth)


def only(found: HiringPlan) -> Opening:
    """The only opening."""
    (one,) = found.openings
    return one


def status(one: Seat, wanted: Status, start: str = "") -> Seat:
    """The seat with nobody on it."""
    return replace(one, status=wanted, start=start)


@st.composite
def companies(draw: st.DrawFn) -> Chart:
    """Lines in pods or without, filled, open and planned, with little or much to do."""
    titles = draw(st.sampled_from([(), ("a",), ("a", "b")])) or ("",)
    seats: list[Seat] = [seat("head", "head_of_sales")]
    lines: list[str] = []
    handoffs: list[str] = []
    for team_name in titles:
        for role in ("inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager"):
            id = f"{role}{team_name}"
            one = people(seat(id, role, pod=team_name or None), draw(st.integers(1, 4)), draw(st.sampled_from(Status)))
            seats.append(replace(one, fte=draw(st.sampled_from((0.5, 1.0)))))
            lines.append(f"{id} > head")
        handoffs += [
            f"in > inbound_sdr{team_name}: raw_lead",
            f"out > outbound_sdr{team_name}: target_prospect",
            f"inbound_sdr{team_name} > account_executive{team_name}: qualified_lead",
            f"outbound_sdr{team_name} > account_executive{team_name}: qualified_lead",
            f"account_executive{team_name} > customer_success_manager{team_name}: signed_customer",
        ]
    pods = [pod(name) for name in titles if name]
    amounts = sources(draw(st.integers(0, 900)), draw(st.integers(0, 900)))
    return chart(seats, lines, handoffs, amounts, pods)
