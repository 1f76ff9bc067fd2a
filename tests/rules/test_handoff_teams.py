"""What stays inside a pod, who covers what beside whom, and the goal a team shares."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import KpiId, PodId
from salesorg_gui.domain.records import Measure, Pod, Seat
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import INBOUND, chart, found, handoff, one, pod, seat, segment

PODS = (pod("p", "North"), pod("q", "South"))
MUTE = {"boundaries": (" ",)}


@pytest.mark.parametrize(
    ("model", "stage", "severity"),
    [
        ("pod", "", Severity.ERROR),
        ("island", "market_teams", Severity.ERROR),
        ("assembly_line", "specialists", Severity.WARNING),
        ("", "", Severity.WARNING),
    ],
)
def test_customers_stay_in_their_pod(model: str, stage: str, severity: Severity) -> None:
    team = [seat("a", "sdr", pod="p", names=["Al"]), seat("b", pod="q", names=["Bo"])]
    drawn = chart(team, handoffs=["a > b: qualified_lead"], pods=PODS, model=model, growth_stage=stage)
    finding = one("handoff-cross-pod", drawn)
    assert finding.severity is severity
    assert finding.message.startswith("Al (pod North) hands customers to Bo (pod South); ")


@pytest.mark.parametrize("shared", ["a", "b"])
def test_a_shared_seat_serves_all_pods(shared: str) -> None:
    team = [seat("a", "sdr", pod="p", shared=shared == "a"), seat("b", pod="q", shared=shared == "b")]
    assert not found("handoff-cross-pod", chart(team, handoffs=["a > b: qualified_lead"], pods=PODS, model="pod"))


@pytest.mark.parametrize(
    ("a", "b", "drawn"),
    [
        ("p", "p", "a > b: qualified_lead"),
        ("p", None, "a > b: qualified_lead"),
        ("p", "gone", "a > b: qualified_lead"),
        ("p", "q", "b > a: rejected_lead"),
        ("p", "q", "in > b: raw_lead"),
    ],
)
def test_within_a_pod_outside_pods_and_backwards_is_fine(a: str, b: str | None, drawn: str) -> None:
    team = [seat("a", "sdr", pod=a), seat("b", pod=b)]
    assert not found("handoff-cross-pod", chart(team, handoffs=[drawn], pods=PODS, model="pod", sources=[INBOUND]))


def test_two_roles_on_one_stage_say_where_they_end() -> None:
    drawn = chart([seat("a", names=["Al"], texts=MUTE), seat("b", "closer_outbound", names=["Bo"])])
    both = found("handoff-stage-overlap", drawn)
    assert [finding.stages for finding in both] == [("closing",), ("demo_negotiation",)]
    assert both[0].message == "Al and Bo both cover Closing; where is the limit?"
    assert both[0].seats == ("a", "b")


def test_one_card_without_a_boundary_is_enough_whichever_it_is() -> None:
    assert found("handoff-stage-overlap", chart([seat("a"), seat("b", "closer_outbound", texts=MUTE)]))


def test_with_boundaries_on_both_cards_there_is_no_overlap() -> None:
    assert not found("handoff-stage-overlap", chart([seat("a"), seat("b", "closer_outbound")]))


def test_two_seats_of_one_role_do_not_overlap() -> None:
    assert not found("handoff-stage-overlap", chart([seat("a", texts=MUTE), seat("b", texts=MUTE)]))


def test_a_stage_that_is_no_core_stage_may_be_shared() -> None:
    team = [seat("a", "marketing", texts=MUTE), seat("b", "head_of_sales", add=["lead_generation"])]
    assert not found("handoff-stage-overlap", chart(team))


def test_seats_of_different_teams_do_not_overlap() -> None:
    team = [seat("a", pod="p", texts=MUTE), seat("b", "closer_outbound", pod="q"), seat("c", "island_rep")]
    assert not found("handoff-stage-overlap", chart(team, pods=PODS))


def test_seats_that_share_a_segment_overlap_once() -> None:
    team = [seat("a", pod="p", texts=MUTE), seat("b", "closer_outbound", pod="q")]
    within = [Pod(PodId("p"), segments=PODS_SEGMENT), Pod(PodId("q"))]
    drawn = chart(team, pods=within, segments=[segment("g", "q"), segment("h", "a", "b")])
    assert len(found("handoff-stage-overlap", drawn)) == 2
    assert not found("handoff-stage-overlap", replace(drawn, segments={}))


PODS_SEGMENT = pod("p", segments=["g"]).segments


def test_many_seats_of_two_roles_overlap_once_a_stage() -> None:
    team = [seat(f"a{number}", texts=MUTE if number == 5 else {}) for number in range(9)]
    team += [seat(f"b{number}", "closer_outbound") for number in range(9)]
    assert [finding.seats for finding in found("handoff-stage-overlap", chart(team))] == [("a5", "b0")] * 2


def test_on_islands_closers_keep_their_customers() -> None:
    team = [seat("a", "island_rep", names=["Al"]), seat("b", "island_rep", names=["Bo"])]
    drawn = chart(team, handoffs=["a > b: qualified_lead"], model="island")
    message = one("handoff-island-exchange", drawn).message
    assert message == "In the island model one rep keeps the customer; Al hands one to Bo."
    assert not found("handoff-island-exchange", replace(drawn, model=None))


@pytest.mark.parametrize("drawn", ["a > service: signed_customer", "a > ceo: hot_lead", "b > a: answered_question"])
def test_an_island_may_hand_on_to_care_to_neighbours_and_back(drawn: str) -> None:
    team = [seat("a", "island_rep"), seat("b", "island_rep"), seat("service", "service_support")]
    team.append(seat("ceo", "executive", add=["closing"]))
    assert not found("handoff-island-exchange", chart(team, handoffs=[drawn], model="island"))


def test_many_roles_on_one_stage_are_told_at_once() -> None:
    team = [seat(f"s{number}", f"role {number}", names=[f"S{number}"], add=["closing"]) for number in range(7)]
    few = found("handoff-stage-overlap", chart(team[:6]))
    assert [len(finding.seats) for finding in few] == [2] * 15
    finding = one("handoff-stage-overlap", chart(team))
    assert finding.seats == tuple(member.id for member in team)
    assert finding.message == "S0, S1, S2, S3, S4 and 2 more all cover Closing; where are the limits?"
    assert finding.fix == "Write the boundaries on all these role cards."
    bounded = [replace(member, texts={"boundaries": ("Here.",)}) for member in team]
    assert not found("handoff-stage-overlap", chart(bounded))


def test_an_island_hands_nothing_over_to_itself() -> None:
    drawn = chart([seat("a", "island_rep")], handoffs=["a > a: qualified_lead"], model="island")
    assert not found("handoff-island-exchange", drawn)


GOAL = (Measure(KpiId("revenue_won")),)


def test_two_seats_without_a_goal_are_no_team() -> None:
    drawn = chart([seat("head", "head_of_sales"), seat("a")], ["a > head"])
    finding = one("handoff-no-common-goal", drawn)
    assert (finding.seats, finding.pods, finding.severity) == (("head",), (), Severity.HINT)


@pytest.mark.parametrize(
    "leader",
    [
        seat("head", "head_of_sales", goal="100 customers"),
        seat("head", "head_of_sales", measures=GOAL),
        seat("head", "nobody knows", goal="100 customers"),
    ],
)
def test_a_goal_or_measure_of_the_leader_is_the_goal_of_the_team(leader: Seat) -> None:
    assert not found("handoff-no-common-goal", chart([leader, seat("a")], ["a > head"]))


def test_a_goal_of_a_member_is_not_the_goal_of_the_team() -> None:
    assert found("handoff-no-common-goal", chart([seat("a", goal="mine"), seat("b")]))


def test_one_seat_and_its_neighbours_need_no_goal() -> None:
    assert not found("handoff-no-common-goal", chart([seat("a"), seat("m", "marketing")]))


def test_a_pod_of_two_needs_a_goal_of_its_own() -> None:
    team = [seat("head", "head_of_sales", goal="all"), seat("a", pod="p"), seat("b", pod="p"), seat("c", pod="q")]
    finding = one("handoff-no-common-goal", chart(team, pods=PODS))
    assert finding.pods == ("p",)
    assert finding.message == "Pod North has no common goal; without one it is not a team."
    assert not found("handoff-no-common-goal", chart(team, pods=[pod("p", goal="ours")]))


@pytest.mark.parametrize("named", ["head", "lead"])
def test_the_lead_of_a_pod_may_carry_its_goal(named: str) -> None:
    team = [seat("head", "head_of_sales", goal="all"), seat("a", pod="p"), seat("lead", "pod_lead", pod="p", goal="x")]
    assert not found("handoff-no-common-goal", chart(team, pods=[pod("p", lead=named)]))


def test_a_missing_lead_carries_no_goal() -> None:
    team = [seat("head", "head_of_sales", goal="all"), seat("a", pod="p"), seat("b", pod="p")]
    assert found("handoff-no-common-goal", chart(team, pods=[pod("p", lead="ghost")]))


def test_a_pod_without_a_title_is_spoken_of_all_the_same() -> None:
    team = [seat("a", "sdr", pod="p"), seat("b", pod="q")]
    drawn = chart(team, handoffs=[handoff("a > b: hot_lead")], pods=[pod("p"), pod("q")])
    assert "(pod without a name)" in one("handoff-cross-pod", drawn).message
