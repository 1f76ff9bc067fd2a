"""The work of single seats in the journey: not everything alone, and with a way to talk back."""

import pytest

from salesorg_gui.domain.records import Json
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import chart, found, handoff, one, seat

INB = seat("inb", "inbound_sdr", names=["Ines"])
AE = seat("ae", names=["Ada"])
SPECIALIST = seat("spec", "sales_specialist", names=["Sam"])
MARKETING = seat("m", "marketing")


@pytest.mark.parametrize(
    ("added", "is_whole"),
    [
        (("outbound_prospecting", "retention"), True),
        (("inbound_qualification", "onboarding"), True),
        (("outbound_prospecting", "growth"), False),
        (("lead_generation", "retention"), False),
    ],
)
def test_finding_closing_and_caring_is_the_whole_process(added: tuple[str, ...], is_whole: bool) -> None:
    drawn = chart([seat("x", add=added)])
    assert [finding.severity for finding in found("handoff-whole-process-alone", drawn)] == [
        Severity.WARNING
    ] * is_whole


def test_without_closing_it_is_not_the_whole_process() -> None:
    assert not found(
        "handoff-whole-process-alone",
        chart([seat("x", add=["inbound_qualification", "retention"], remove=["closing"])]),
    )


@pytest.mark.parametrize(("model", "startup"), [("island", False), ("pod", True)])
def test_an_island_or_a_start_up_may_do_it_all(model: str, startup: bool) -> None:
    drawn = chart([seat("x", "island_rep")], model=model)
    assert one("handoff-whole-process-alone", drawn, {"startup": startup}).severity is Severity.HINT


@pytest.mark.parametrize(
    ("answers", "severities"),
    [
        ({"employees": 20}, [Severity.WARNING]),
        ({"employees": 19}, [Severity.HINT]),
        ({}, [Severity.HINT]),
        ({"employees": True}, [Severity.HINT]),
        ({"employees": 50, "startup": True}, []),
        ({"employees": 50, "startup": "yes"}, [Severity.WARNING]),
    ],
)
def test_generating_and_closing_is_separate_work_from_20_employees(
    answers: dict[str, Json], severities: list[Severity]
) -> None:
    found_here = found("handoff-leadgen-followup-combined", chart([seat("x", "closer_outbound")]), answers)
    assert [finding.severity for finding in found_here] == severities


def test_who_only_closes_does_not_generate() -> None:
    assert not found("handoff-leadgen-followup-combined", chart([AE, INB]), {"employees": 50})


def test_hunting_and_caring_crowd_each_other() -> None:
    assert found("handoff-care-crowds-acquisition", chart([seat("x", "account_manager", add=["outbound_prospecting"])]))
    assert not found(
        "handoff-care-crowds-acquisition", chart([seat("x", "account_manager"), seat("y", "outbound_sdr")])
    )


def test_who_qualifies_and_closes_judges_its_own_leads() -> None:
    finding = one("handoff-qualifies-own-leads", chart([seat("x", add=["inbound_qualification"], names=["Xi"])]))
    assert finding.message == "Xi judges the quality of its own leads."
    assert not found("handoff-qualifies-own-leads", chart([seat("x", add=["outbound_prospecting"]), INB]))


@pytest.mark.parametrize("back", ["inb > m: market_insight", "inb > m: rejected_lead"])
def test_marketing_hears_what_became_of_its_leads(back: str) -> None:
    assert not found("handoff-no-feedback-marketing", chart([MARKETING, INB], handoffs=[back]))


def test_marketing_without_feedback_is_told_once() -> None:
    drawn = chart([MARKETING, seat("m2", "marketing"), INB], handoffs=["inb > m: market_opportunity", "inb > m"])
    assert one("handoff-no-feedback-marketing", drawn).seats == ("m", "m2")
    assert not found("handoff-no-feedback-marketing", chart([INB]))


def test_a_closer_can_send_bad_leads_back() -> None:
    drawn = ["inb > ae: qualified_lead", "inb > ae: hot_lead"]
    finding = one("handoff-no-return-path", chart([INB, AE], handoffs=drawn))
    assert finding.message == "Ada cannot send bad leads back to Ines; silos arise."
    assert not found("handoff-no-return-path", chart([INB, AE], handoffs=[*drawn, "ae > inb: rejected_lead"]))
    marked = handoff("ae > inb: qualified_lead", is_return=True)
    assert not found("handoff-no-return-path", chart([INB, AE], handoffs=[*drawn, marked]))


def test_a_missing_way_back_is_told_once() -> None:
    twice = [handoff("inb > ae: qualified_lead", id=name) for name in "ab"]
    assert found("handoff-no-return-path", chart([INB, AE], handoffs=twice)) == found(
        "handoff-no-return-path", chart([INB, AE], handoffs=twice[:1])
    )


@pytest.mark.parametrize(
    "drawn",
    [
        "inb > ae: hot_lead",
        "ops > ae: qualified_lead",
        "inb > two: qualified_lead",
        "both > both: qualified_lead",
        "out > ae: qualified_lead",
    ],
)
def test_only_developers_that_hand_qualified_leads_to_a_closer_need_a_way_back(drawn: str) -> None:
    team = [INB, AE, seat("ops", "sales_operations"), seat("two", "inbound_sdr"), seat("both", "closer_outbound")]
    assert not found("handoff-no-return-path", chart(team, handoffs=[drawn]))


def test_sellers_can_ask_a_specialist() -> None:
    finding = one("handoff-specialist-unconnected", chart([SPECIALIST, AE]))
    assert finding.message == "No seller can pass hard questions to Sam."
    assert not found("handoff-specialist-unconnected", chart([SPECIALIST, AE], handoffs=["ae > spec: open_question"]))


@pytest.mark.parametrize(
    "drawn", ["ae > spec: signed_customer", "csm > spec: open_question", "ceo > spec: open_question"]
)
def test_only_a_question_of_a_seller_connects_a_specialist(drawn: str) -> None:
    team = [SPECIALIST, AE, seat("csm", "customer_success_manager"), seat("ceo", "founder_hunter")]
    assert found("handoff-specialist-unconnected", chart(team, handoffs=[drawn]))


@pytest.mark.parametrize(
    ("role", "severities"),
    [
        ("enablement_specialist", [Severity.WARNING]),
        ("business_development_manager", [Severity.WARNING]),
        ("sales_operations", [Severity.HINT]),
        ("sales_specialist", []),
        ("nobody knows", []),
    ],
)
def test_support_roles_stay_out_of_the_customer_flow(role: str, severities: list[Severity]) -> None:
    drawn = chart([seat("x", role), AE], handoffs=["x > ae: qualified_lead"])
    assert [finding.severity for finding in found("handoff-support-in-flow", drawn)] == severities


def test_support_roles_may_support() -> None:
    drawn = ["x > ae: sales_content", "ae > x: market_insight"]
    assert not found("handoff-support-in-flow", chart([seat("x", "enablement_specialist"), AE], handoffs=drawn))
