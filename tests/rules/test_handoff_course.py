"""The course a customer takes: forwards, in few hands, qualified, and past no single person."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Json, Seat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.organisation import Organisation
from tests.rules.builders import ENGLISH, INBOUND, OUTBOUND, chart, findings, found, handoff, one, plan_of, pod, seat

INB = seat("inb", "inbound_sdr", names=["Ines"], headcount=2)
AE = seat("ae", names=["Ada"], headcount=2)
CSM = seat("csm", "customer_success_manager", names=["Cleo"], headcount=2)
TEAM = (INB, AE, CSM)
FLOW = ("in > inb: raw_lead", "inb > ae: qualified_lead", "ae > csm: signed_customer")


def test_customers_that_come_back_go_round_in_circles() -> None:
    two = seat("two", names=["Tom"])
    drawn = chart([*TEAM, two], handoffs=[*FLOW, "ae > two: qualified_lead", "two > ae: qualified_lead"])
    finding = one("handoff-loop", drawn)
    assert set(finding.seats) == {"ae", "two"}
    assert finding.message == "Customers go round in circles: Ada → Tom → Ada."
    assert finding.handoffs == ("h ae > two: qualified_lead", "h two > ae: qualified_lead")


def test_two_circles_are_two_findings_with_their_own_handoffs() -> None:
    seats = [seat(name) for name in "abcd"]
    pairs = ["a > b: qualified_lead", "b > a: qualified_lead", "c > d: hot_lead", "d > c: hot_lead"]
    both = found("handoff-loop", chart(seats, handoffs=[*pairs, "a > c: hot_lead"]))
    assert [set(finding.seats) for finding in both] == [{"a", "b"}, {"c", "d"}]
    assert [len(finding.handoffs) for finding in both] == [2, 2]


def test_a_seat_that_hands_to_itself_is_a_circle() -> None:
    finding = one("handoff-loop", chart([AE], handoffs=["ae > ae: qualified_lead"]))
    assert (finding.seats, finding.message) == (("ae",), "Customers go round in circles: Ada → Ada.")


def test_a_service_team_early_and_late_in_the_journey_is_no_circle() -> None:
    service = seat("service", "service_support", add=["inbound_qualification"])
    founder = seat("founder", "founder_hunter")
    flow = ["in > service: raw_lead", "service > founder: hot_lead", "founder > service: signed_customer"]
    assert not found("handoff-loop", chart([service, founder], handoffs=flow, sources=[INBOUND]))


@pytest.mark.parametrize("back", ["two > ae: rejected_lead", "two > ae: growth_opportunity"])
def test_returns_and_follow_on_opportunities_make_no_circle(back: str) -> None:
    assert not found("handoff-loop", chart([AE, seat("two")], handoffs=["ae > two: qualified_lead", back]))


def test_a_marked_return_makes_no_circle() -> None:
    back = handoff("two > ae: qualified_lead", is_return=True)
    assert not found("handoff-loop", chart([AE, seat("two")], handoffs=["ae > two: qualified_lead", back]))


def test_a_handoff_to_somebody_earlier_leads_backwards() -> None:
    drawn = chart(TEAM, handoffs=["csm > inb: signed_customer"])
    finding = one("handoff-backwards", drawn)
    assert finding.message == "Cleo hands to Ines, which works earlier in the journey."
    assert (finding.seats, finding.handoffs) == (("csm", "inb"), ("h csm > inb: signed_customer",))


def test_what_stands_in_a_circle_is_not_backwards_as_well() -> None:
    drawn = chart([AE, INB], handoffs=["inb > ae: qualified_lead", "ae > inb: signed_customer"])
    assert found("handoff-loop", drawn)
    assert not found("handoff-backwards", drawn)


def test_a_handoff_into_a_circle_may_still_lead_backwards() -> None:
    ring = ["ae > two: qualified_lead", "two > ae: qualified_lead"]
    assert found("handoff-backwards", chart([*TEAM, seat("two")], handoffs=[*ring, "csm > ae: onboarded_customer"]))


def test_onwards_on_the_same_stage_or_marked_as_a_return_is_not_backwards() -> None:
    back = handoff("csm > inb: signed_customer", is_return=True)
    assert not found("handoff-backwards", chart(TEAM, handoffs=[*FLOW, back], sources=[INBOUND]))
    assert not found(
        "handoff-backwards", chart([CSM, seat("kam", "key_account_manager")], handoffs=["csm > kam: key_customer"])
    )


def chain(length: int, sender: str = "inbound_sdr") -> tuple[list, list[str]]:
    """A customer who changes hands ``length`` times between seats."""
    seats = [seat("s0", sender), *(seat(f"s{number}") for number in range(1, length + 1))]
    return seats, [f"s{number} > s{number + 1}: qualified_lead" for number in range(length)]


def test_four_changes_of_hands_are_too_many_and_three_are_not() -> None:
    seats, flow = chain(4)
    finding = one("handoff-too-many", chart(seats, handoffs=flow))
    assert finding.message.startswith("A customer can change hands 4 times (Inbound SDR → Account Executive →")
    assert finding.message.endswith("the limit is 3.")
    assert finding.seats == ("s0", "s1", "s2", "s3", "s4")
    assert len(finding.handoffs) == 4
    seats, flow = chain(3)
    assert not found("handoff-too-many", chart(seats, handoffs=flow))


@pytest.mark.parametrize(
    "answers", [{"relationship": "long_term"}, {"industry": "finance"}, {"industry": "real_estate"}]
)
def test_where_relations_last_two_changes_are_too_many(answers: dict[str, Json]) -> None:
    seats, flow = chain(2)
    assert one("handoff-too-many", chart(seats, handoffs=flow), answers).message.endswith("the limit is 1.")
    seats, flow = chain(1)
    assert not found("handoff-too-many", chart(seats, handoffs=flow), answers)


def test_answers_nobody_offered_count_as_not_given() -> None:
    seats, flow = chain(2)
    assert not found("handoff-too-many", chart(seats, handoffs=flow), {"relationship": "eternal", "industry": 7})


def test_leads_from_sources_and_marketing_and_promotions_are_no_change_of_hands() -> None:
    seats, flow = chain(4, "marketing")
    assert not found("handoff-too-many", chart(seats, handoffs=["out > s0: raw_lead", *flow], sources=[OUTBOUND]))
    people = [seat("inb", "inbound_sdr"), *(seat(f"s{number}") for number in range(3)), CSM]
    people.append(seat("kam", "key_account_manager"))
    flow = ["inb > s0: hot_lead", "s0 > s1: hot_lead", "s1 > csm: signed_customer", "csm > kam: key_customer"]
    assert not found("handoff-too-many", chart(people, handoffs=flow))


def test_hands_are_not_counted_round_a_circle() -> None:
    seats, flow = chain(4)
    drawn = chart(seats, handoffs=[*flow, "s4 > s1: qualified_lead"])
    assert not found("handoff-too-many", drawn)
    skipped = findings(drawn).skipped
    assert [(one.rule, one.because) for one in skipped] == [("handoff-too-many", "handoff-loop")]
    assert skipped[0].message == "Not checked because of “Customers go round in circles”: Too many handoffs."
    assert Organisation.of(plan_of(drawn), drawn, ENGLISH).journey.heaviest == (0, ())


def test_one_person_everything_passes_is_found() -> None:
    team = [INB, seat("ae", names=["Ada"]), CSM]
    crowd = seat("x", headcount=9)
    drawn = chart([*team, crowd], handoffs=FLOW, sources=[INBOUND])
    finding = one("handoff-single-point-of-failure", drawn)
    assert (finding.seats, finding.severity) == (("ae",), Severity.WARNING)
    assert finding.message.startswith("Everything passes through Ada, held by one person")


@pytest.mark.parametrize("owned", ["retention", "growth"])
def test_retention_or_growth_alone_ends_the_way(owned: str) -> None:
    keeper = seat("csm", "head_of_sales", add=[owned], headcount=2)
    drawn = chart([INB, seat("ae"), keeper], handoffs=FLOW, sources=[INBOUND])
    assert one("handoff-single-point-of-failure", drawn).seats == ("ae",)


@pytest.mark.parametrize(("others", "severity"), [(0, Severity.HINT), (1, Severity.WARNING)])
def test_in_a_team_of_five_one_person_is_only_a_hint(others: int, severity: Severity) -> None:
    team = [INB, seat("ae"), CSM, seat("head", "head_of_sales", headcount=9), seat("m", "marketing", headcount=9)]
    drawn = chart([*team, *(seat(f"x{number}") for number in range(others))], handoffs=FLOW, sources=[INBOUND])
    assert one("handoff-single-point-of-failure", drawn).severity is severity


def test_two_people_or_two_ways_are_no_bottleneck() -> None:
    assert not found("handoff-single-point-of-failure", chart(TEAM, handoffs=FLOW, sources=[INBOUND]))
    team = [INB, seat("ae"), seat("two"), CSM]
    beside = ["inb > two: qualified_lead", "two > csm: signed_customer"]
    assert not found("handoff-single-point-of-failure", chart(team, handoffs=[*FLOW, *beside], sources=[INBOUND]))


def test_leads_that_marketing_makes_do_not_lead_round_the_one_person() -> None:
    beside = [seat("m", "marketing"), seat("band", "island_rep", add=["retention"])]
    drawn = chart([INB, seat("ae"), CSM, *beside], handoffs=[*FLOW, "m > band: raw_lead"], sources=[INBOUND])
    assert one("handoff-single-point-of-failure", drawn).seats == ("ae",)


def test_without_a_way_to_an_owner_nobody_is_a_bottleneck() -> None:
    team = [INB, seat("ae"), CSM]
    assert not found("handoff-single-point-of-failure", chart(team, handoffs=FLOW[:2], sources=[INBOUND]))


def test_a_hot_lead_goes_straight_to_a_closer() -> None:
    mid = seat("mid", "sales_specialist", add=["demo_negotiation"])
    detour = ["in > inb: raw_lead", "inb > mid: qualified_lead", "mid > ae: qualified_lead"]
    finding = one("handoff-hot-lead-detour", chart([*TEAM, mid], handoffs=detour))
    assert finding.message == "A lead that wants to buy now cannot go straight from Ines to a closer."
    assert not found("handoff-hot-lead-detour", chart([*TEAM, mid], handoffs=[*detour, "inb > ae: hot_lead"]))


def test_who_closes_as_well_needs_no_closer() -> None:
    assert not found("handoff-hot-lead-detour", chart([seat("x", add=["inbound_qualification"])]))


def test_inbound_leads_go_through_the_inbound_role() -> None:
    finding = one("handoff-inbound-bypass", chart(TEAM, handoffs=[*FLOW, "in > ae: raw_lead"], sources=[INBOUND]))
    assert finding.message == "Inbound leads from Website go to Ada past the inbound role."
    assert finding.fix == "Route all inbound leads to Ines."
    assert (finding.seats, finding.sources, finding.handoffs) == (("ae",), ("in",), ("h in > ae: raw_lead",))


@pytest.mark.parametrize("past", ["in > ae: hot_lead", "out > ae: raw_lead", "csm > ae: raw_lead"])
def test_only_raw_leads_of_inbound_sources_can_go_past(past: str) -> None:
    assert not found("handoff-inbound-bypass", chart(TEAM, handoffs=[*FLOW, past], sources=[INBOUND, OUTBOUND]))


def test_in_another_pod_there_is_no_inbound_role_to_go_past() -> None:
    pods = [pod("p"), pod("q")]
    team = [seat("inb", "sdr", pod="p"), seat("ae", pod="q"), seat("near", pod="p")]
    past = chart(team, handoffs=["in > ae: raw_lead", "in > near: raw_lead"], sources=[INBOUND], pods=pods)
    assert one("handoff-inbound-bypass", past).seats == ("near",)


DEAF = seat("deaf", "sdr", names=["Dora"], remove=["inbound_qualification"])


@pytest.mark.parametrize(
    ("others", "fix"),
    [
        ([seat("other", "inbound_sdr", names=["Olga"])], "Route all inbound leads to Olga."),
        ([seat("mute", "sdr", remove=["inbound_qualification"]), INB], "Route all inbound leads to Ines."),
        (
            [replace(DEAF, id=SeatId("b"), title="Bea", people=())],
            "Let Bea qualify inbound leads and route them there.",
        ),
        (
            [replace(DEAF, id=SeatId("b")), seat("x", names=["Xi"], add=["inbound_qualification"])],
            "Route all inbound leads to Xi.",
        ),
        (
            [replace(DEAF, id=SeatId("b")), seat("x", names=["Xi"], add=["inbound_qualification"], pod="p")],
            "Route all inbound leads to Xi.",
        ),
    ],
)
def test_past_the_inbound_role_means_past_another_seat_that_qualifies(others: list[Seat], fix: str) -> None:
    drawn = chart([DEAF, *others], handoffs=["in > deaf: raw_lead"], sources=[INBOUND], pods=[pod("p")])
    finding = one("handoff-inbound-bypass", drawn)
    assert (finding.seats, finding.fix) == (("deaf",), fix)


def test_the_only_inbound_role_is_not_past_itself() -> None:
    assert not found("handoff-inbound-bypass", chart([DEAF], handoffs=["in > deaf: raw_lead"], sources=[INBOUND]))


def test_without_an_inbound_role_nothing_goes_past_it() -> None:
    assert not found("handoff-inbound-bypass", chart([AE], handoffs=["in > ae: raw_lead"], sources=[INBOUND]))


def test_a_closer_gets_no_unqualified_leads() -> None:
    finding = one("handoff-unqualified-to-closer", chart(TEAM, handoffs=["in > ae: raw_lead"], sources=[INBOUND]))
    assert (finding.seats, finding.message) == (("ae",), "Ada receives leads that nobody has qualified.")


@pytest.mark.parametrize("first", ["in > inb: raw_lead", "in > ae: qualified_lead", "in > ae: hot_lead"])
def test_leads_may_be_qualified_on_the_way_or_at_the_source(first: str) -> None:
    assert not found("handoff-unqualified-to-closer", chart(TEAM, handoffs=[first, *FLOW[1:]], sources=[INBOUND]))


def test_leads_past_an_unqualified_middleman_are_seen() -> None:
    service = seat("service", "sales_specialist", add=["demo_negotiation"])
    flow = ["in > service: raw_lead", "service > ae: qualified_lead"]
    assert one("handoff-unqualified-to-closer", chart([AE, service], handoffs=flow, sources=[INBOUND])).seats == ("ae",)
