"""Charts on which customer cases are tried: one who qualifies, one who closes, one who keeps."""

from collections.abc import Iterable, Mapping

from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Pod, Seat, Segment
from salesorg_gui.study.cases.trial import Outcome, Trial
from salesorg_gui.study.cases.walk import Kind
from salesorg_gui.study.cases.words import CaseWords
from tests.rules.builders import ENGLISH, INBOUND, chart, handoff, seat

SDR, AE, CSM = (
    seat("sdr", "inbound_sdr", names=["Ida"]),
    seat("ae", names=["Bo"]),
    seat("csm", "customer_success_manager", names=["Mia"]),
)
LINE = ("in > sdr: raw_lead", "sdr > ae: qualified_lead", "ae > csm: signed_customer")


def line_of(*more: Seat, handoffs: Iterable[str | Handoff] = (), segments: Iterable[Segment] = ()) -> Chart:
    """One who qualifies, one who closes, one who keeps; and whatever a test adds."""
    return chart((SDR, AE, CSM, *more), (), (*LINE, *handoffs), (INBOUND,), (), segments)


def walked(drawn: Chart, lane: Lane = Lane.INBOUND, source: str = "", channel: str = "", **points: Spot) -> Outcome:
    """What becomes of a customer with these points."""
    came = SourceId(source) if source else None
    return Trial(drawn, ENGLISH).outcome(Case(CaseId("c"), "", points, lane, channel, came))


def owners(outcome: Outcome) -> Mapping[str, tuple[str, ...]]:
    return {stage: tuple(seats) for stage, seats in outcome.walk.owners.items()}


def troubles(outcome: Outcome) -> list[tuple[Kind, tuple[str, ...], tuple[str, ...]]]:
    return [(one.kind, tuple(one.stages), tuple(one.seats)) for one in outcome.troubles]


def told(outcome: Outcome, drawn: Chart) -> tuple[str, ...]:
    return CaseWords(drawn, ENGLISH).sentences(outcome)


def untold(way: str) -> Handoff:
    """A handoff without a condition."""
    return handoff(way, condition="")


def pods_of(*pods: Pod, segments: Iterable[Segment] = (), shared: bool = False) -> Chart:
    """A line from two pods: ``a1`` and ``b1`` close."""
    seats = (SDR, seat("a1", pod="a", names=["Ann"]), seat("b1", pod="b", names=["Ben"], shared=shared), CSM)
    ways_on = [untold(f"sdr > {id}: qualified_lead") for id in ("a1", "b1")]
    ends = [f"{id} > csm: signed_customer" for id in ("a1", "b1")]
    return chart(seats, (), (LINE[0], *ways_on, *ends), (INBOUND,), pods, segments)
