"""Rules about pods, at their limits."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId, PodId, SegmentId
from salesorg_gui.domain.records import Measure, Seat
from tests.rules.builders import INBOUND, chart, found, handoff, one, pod, seat, segment
from tests.rules.cases.pods import AE, CSM, FLOW, INB, NORTH, SOUTH, TEAM, busy, team


def told(rule: str, drawn: Chart) -> list[str]:
    return [finding.message for finding in found(rule, drawn)]


def test_a_pod_is_told_what_it_lacks() -> None:
    finding = one("pod-stage-missing", team(AE))
    assert finding.message == (
        "Pod North lacks: Outbound or Inbound, Onboarding or Retention. "
        "It cannot carry a customer from prospecting to onboarding."
    )
    assert finding.fix == "Add: Sales Development Rep, Customer Success Manager."
    assert finding.pods == ("p",)


@pytest.mark.parametrize(
    ("seats", "is_missing"),
    [
        ([INB, seat("demo", pod="p", remove=["closing"]), CSM], False),
        ([INB, AE, seat("am", "account_manager", pod="p")], False),
        ([INB, AE, seat("x", "other", pod="p", add=["onboarding"])], False),
        ([INB, AE, seat("x", "other", pod="p", add=["growth"])], True),
        ([INB, CSM, seat("k", "key_account_manager", pod="p")], True),
        ([AE, CSM, seat("m", "marketing", pod="p")], True),
        ([], True),
    ],
)
def test_one_stage_of_each_part_is_enough(seats: list[Seat], is_missing: bool) -> None:
    assert bool(found("pod-stage-missing", team(*seats))) == is_missing


def test_who_knows_what_a_seat_of_an_unknown_role_does() -> None:
    assert not found("pod-stage-missing", team(AE, seat("x", "nobody knows", pod="p")))


@pytest.mark.parametrize(
    ("shared", "flow", "is_missing"),
    [
        (True, "inb > ae: qualified_lead", False),
        (False, "inb > ae: qualified_lead", True),
        (True, "ae > inb: rejected_lead", True),
        (True, "inb > gone: qualified_lead", True),
    ],
)
def test_a_shared_seat_counts_where_it_works_with_the_pod(shared: bool, flow: str, is_missing: bool) -> None:
    helper = replace(INB, pod=None, shared=shared)
    drawn = team(helper, AE, CSM, flow=(flow, FLOW[1]))
    assert bool(found("pod-stage-missing", drawn)) == is_missing


def test_a_seat_of_several_pods_counts_in_each() -> None:
    drawn = chart([replace(INB, pod=PodId("q"), also_in=(PodId("p"),)), AE, CSM], handoffs=FLOW, pods=[NORTH, SOUTH])
    assert [finding.pods for finding in found("pod-stage-missing", drawn)] == [("q",)]


def test_one_seat_is_no_pod() -> None:
    rep = seat("rep", "island_rep", pod="p", names=["Ina"])
    assert told("pod-no-specialists", team(rep)) == ["Pod North is an island: Ina does everything."]
    assert told("pod-no-specialists", team(AE, seat("l", "pod_lead", pod="p"))) == [
        "In pod North only Ada works with customers."
    ]
    assert not told("pod-no-specialists", team(rep, replace(rep, id=AE.id)))
    assert not told("pod-no-specialists", team(seat("l", "pod_lead", pod="p")))


def test_the_way_in_a_pod_is_told_with_its_ends() -> None:
    assert told("pod-flow-broken", team(*TEAM, flow=())) == [
        "In pod North the way from Ada to Cleo is missing.",
        "In pod North the way from Ines to Ada is missing.",
    ]


@pytest.mark.parametrize(
    ("flow", "count"),
    [
        (("inb > b: qualified_lead", "b > csm: signed_customer"), 0),
        (("inb > csm: qualified_lead", "csm > ae: qualified_lead", "ae > csm: signed_customer"), 0),
        (("inb > out: qualified_lead", "out > ae: qualified_lead", FLOW[1]), 1),
        (("ae > inb: rejected_lead", FLOW[1]), 1),
    ],
)
def test_one_way_inside_is_enough_however_many_hands_it_takes(flow: tuple[str, ...], count: int) -> None:
    drawn = team(*TEAM, seat("b", pod="p", names=["Bo"]), seat("out", names=["Otto"]), flow=flow)
    assert len(found("pod-flow-broken", drawn)) == count


def test_a_return_is_no_way() -> None:
    back = handoff("inb > ae: qualified_lead", is_return=True)
    assert found("pod-flow-broken", chart(TEAM, handoffs=[back, FLOW[1]], pods=[NORTH]))


def test_who_does_both_needs_no_way() -> None:
    assert not found("pod-flow-broken", team(seat("rep", "island_rep", pod="p"), flow=()))


def test_of_several_pods_each_has_a_market() -> None:
    drawn = chart(TEAM, pods=[NORTH, replace(SOUTH, target_account=" Acme ")])
    assert told("pod-without-segment", drawn) == ["Which market does pod North serve?"]
    standing = chart(TEAM, pods=[replace(NORTH, segments=(SegmentId("n"),)), replace(SOUTH, target_account="Acme")])
    assert told("pod-without-segment", standing) == ["Which market does pod North serve?"]
    assert not told("pod-without-segment", replace(standing, segments={SegmentId("n"): segment("n")}))
    assert not told("pod-without-segment", chart(TEAM, pods=[NORTH]))


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (0, "Nobody stands in pod North."),
        (1, "Pod North has one person."),
        (2, "Pod North has 2 people."),
        (3, ""),
        (9, ""),
        (10, "Pod North has 10 people."),
    ],
)
def test_a_pod_has_a_size(count: int, message: str) -> None:
    drawn = chart([replace(AE, headcount=count)] if count else [seat("out")], pods=[NORTH])
    assert told("pod-size", drawn) == ([message] if message else [])


@pytest.mark.parametrize(
    ("also_in", "shared", "is_told"),
    [(("q",), False, True), (("q",), True, False), (("p",), False, False), (("gone",), False, False)],
)
def test_a_seat_stands_in_one_pod(also_in: tuple[str, ...], shared: bool, is_told: bool) -> None:
    ada = replace(AE, also_in=tuple(map(PodId, also_in)), shared=shared)
    drawn = chart([ada], pods=[NORTH, SOUTH])
    assert told("pod-seat-in-two", drawn) == (["Ada belongs to North, South."] if is_told else [])


@pytest.mark.parametrize(
    ("outsider", "is_told"),
    [
        (seat("x"), True),
        (seat("x", "key_account_manager"), True),
        (seat("x", pod="gone"), True),
        (seat("x", shared=True), False),
        (seat("x", pod="p"), False),
        (seat("x", "head_of_sales"), False),
        (seat("x", "marketing"), False),
    ],
)
def test_who_works_with_customers_stands_in_a_pod(outsider: Seat, is_told: bool) -> None:
    drawn = chart([*TEAM, outsider], handoffs=FLOW, pods=[NORTH], model="pod")
    assert [finding.seats for finding in found("pod-seat-outside", drawn)] == [("x",)] * is_told
    assert not found("pod-seat-outside", replace(drawn, model=None))


def test_many_outside_are_told_at_once() -> None:
    six, seven = ([seat(f"x{number}") for number in range(count)] for count in (6, 7))
    assert len(found("pod-seat-outside", chart(six, pods=[NORTH], model="pod"))) == 6
    finding = one("pod-seat-outside", chart(seven, pods=[NORTH], model="pod"))
    assert finding.message.startswith("7 seats are in no pod: Account Executive, ")
    assert len(finding.seats) == 7


OWN, COMMON = Measure(KpiId("revenue_won")), Measure(KpiId("deals_closed"), is_team=True)


@pytest.mark.parametrize(
    ("member", "is_told"),
    [
        (replace(AE, measures=(COMMON, COMMON)), True),
        (replace(AE, measures=(COMMON, OWN)), False),
        (AE, False),
        (replace(AE, pod=None, measures=(COMMON,)), False),
        (seat("l", "pod_lead", pod="p", measures=(COMMON,)), False),
    ],
)
def test_a_member_is_measured_by_something_of_its_own(member: Seat, is_told: bool) -> None:
    assert bool(found("pod-no-individual-measure", chart([member], pods=[NORTH]))) == is_told


@pytest.mark.parametrize(
    ("drawn", "message"),
    [
        (
            busy(500, closing=9),
            "Pod North needs an extra inbound rep: inbound is busy to 125 %, closing to 32 %.",
        ),
        (busy(500, closing=2), ""),
        (busy(400, closing=9), ""),
        (busy(200, closing=1), "Pod North needs an extra AE: closing is busy to 115 %, inbound to 50 %."),
        (busy(0, closing=9), ""),
    ],
)
def test_inbound_and_closing_are_busy_alike(drawn: Chart, message: str) -> None:
    assert told("pod-mix-advice", drawn) == ([message] if message else [])


def test_without_somebody_for_both_there_is_no_mix() -> None:
    source = replace(INBOUND, per_month=900)
    assert not told("pod-mix-advice", chart([AE], handoffs=["in > ae: hot_lead"], sources=[source], pods=[NORTH]))


def test_returns_without_end_leave_the_mix_open() -> None:
    forth, back = (
        replace(handoff(way), probability=1.0) for way in ("inb > ae: qualified_lead", "ae > inb: rejected_lead")
    )
    drawn = chart([INB, AE], handoffs=["in > inb: raw_lead", forth, back], sources=[INBOUND], pods=[pod("p")])
    assert not told("pod-mix-advice", drawn)
