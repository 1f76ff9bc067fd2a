"""What a handoff says of itself: object, condition, time limit; and handoffs drawn twice."""

import pytest

from tests.rules.builders import INBOUND, OUTBOUND, chart, found, handoff, one, seat

INB = seat("inb", "inbound_sdr", names=["Ines"])
AE = seat("ae", names=["Ada"])
CSM = seat("csm", "customer_success_manager", names=["Cleo"])
KAM = seat("kam", "key_account_manager", names=["Kim"])
HEAD = seat("head", "head_of_sales", names=["Hanna"])
TEAM = (INB, AE, CSM, KAM, HEAD)


@pytest.mark.parametrize(
    ("ends", "suggestion"),
    [
        ("inb > ae", "Qualified lead"),
        ("in > inb", "Raw inbound lead"),
        ("out > head", "New market, partnership or offer"),
        ("inb > gone", "Qualified lead"),
        ("gone > gone", "Qualified lead"),
    ],
)
def test_a_handoff_without_an_object_gets_a_fitting_one_suggested(ends: str, suggestion: str) -> None:
    drawn = chart([*TEAM, seat("gone", "nobody knows")], handoffs=[ends], sources=[INBOUND, OUTBOUND])
    assert one("handoff-object-missing", drawn).fix == f"Choose the object, e.g. {suggestion}."


def test_an_object_nobody_knows_counts_as_missing() -> None:
    finding = one("handoff-object-missing", chart(TEAM, handoffs=["inb > ae: moon dust"]))
    assert finding.message == "What does Ines hand to Ada?"


def test_a_named_object_is_enough() -> None:
    assert not found("handoff-object-missing", chart(TEAM, handoffs=["inb > ae: qualified_lead"]))


def test_a_handoff_to_somebody_missing_is_not_spoken_of() -> None:
    assert not found("handoff-object-missing", chart(TEAM, handoffs=["inb > ghost", "ghost > ae"]))


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ("ae > csm: qualified_lead", "neither of them works with it"),
        ("inb > csm: qualified_lead", "Cleo does not take it"),
        ("csm > ae: qualified_lead", "Cleo does not give it"),
        ("in > csm: raw_lead", "Cleo does not take it"),
        ("ae > inb: open_question", "Ines does not take it"),
    ],
)
def test_objects_of_others_do_not_fit(drawn: str, reason: str) -> None:
    message = one("handoff-object-mismatch", chart(TEAM, handoffs=[drawn], sources=[INBOUND])).message
    assert message.endswith(f": {reason}.")


@pytest.mark.parametrize(
    "drawn",
    [
        "inb > ae: qualified_lead",
        "in > inb: raw_lead",
        "head > csm: sales_content",
        "csm > inb: rejected_lead",
        "inb > ae",
    ],
)
def test_fitting_returned_and_supporting_objects_fit(drawn: str) -> None:
    assert not found("handoff-object-mismatch", chart(TEAM, handoffs=[drawn], sources=[INBOUND]))


def test_an_added_stage_makes_an_object_fit() -> None:
    team = [seat("ae", add=["outbound_prospecting"]), seat("two", add=["inbound_qualification"])]
    fitting = ["ae > two: qualified_lead", "in > two: raw_lead"]
    assert not found("handoff-object-mismatch", chart(team, handoffs=fitting, sources=[INBOUND]))
    removed = [seat("ae", add=["outbound_prospecting"], remove=["outbound_prospecting"]), seat("two")]
    assert found("handoff-object-mismatch", chart(removed, handoffs=fitting[:1]))


def test_a_handoff_of_customers_says_when() -> None:
    drawn = chart(TEAM, handoffs=[handoff("inb > ae: qualified_lead", condition=" ")])
    assert one("handoff-condition-missing", drawn).message == "When exactly does Ines hand over to Ada?"


def test_returns_and_support_need_no_condition() -> None:
    drawn = [
        handoff(text, condition="") for text in ("ae > inb: rejected_lead", "head > ae: sales_content", "inb > ae")
    ]
    assert not found("handoff-condition-missing", chart(TEAM, handoffs=drawn))
    assert not found("handoff-condition-missing", chart(TEAM, handoffs=["inb > ae: qualified_lead"]))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("in > inb: raw_lead", "1 hour"),
        ("inb > ae: hot_lead", "1 hour"),
        ("inb > ae: qualified_lead", "24 hours"),
        ("ae > csm: signed_customer", "48 hours"),
    ],
)
def test_urgent_objects_have_a_time_limit(text: str, limit: str) -> None:
    drawn = chart(TEAM, handoffs=[handoff(text, hours=None)], sources=[INBOUND])
    assert one("handoff-sla-missing", drawn).fix == f"Set a limit, default {limit}."
    assert not found("handoff-sla-missing", chart(TEAM, handoffs=[text], sources=[INBOUND]))


def test_other_objects_may_take_their_time() -> None:
    drawn = [handoff("csm > kam: key_customer", hours=None), handoff("inb > ae", hours=None)]
    assert not found("handoff-sla-missing", chart(TEAM, handoffs=drawn))


def test_a_limit_above_the_usual_one_is_slow() -> None:
    drawn = chart(TEAM, handoffs=[handoff("inb > ae: qualified_lead", hours=24.5)])
    finding = one("handoff-sla-slow", drawn)
    assert finding.message.startswith("24.5 hours for Qualified lead is slow")
    assert finding.fix == "Aim at 24 hours."
    assert not found("handoff-sla-slow", drawn, limits={"handoff-sla-slow": {"slack": 1.1}})


def test_a_single_hour_is_written_as_one() -> None:
    drawn = chart(TEAM, handoffs=[handoff("inb > ae: hot_lead", hours=1.0)])
    finding = one("handoff-sla-slow", drawn, limits={"handoff-sla-slow": {"slack": 0.5}})
    assert finding.message.startswith("1 hour for Lead with an immediate buying need is slow")
    assert finding.fix == "Aim at 1 hour."


def test_the_usual_limit_is_not_slow() -> None:
    drawn = [handoff("inb > ae: qualified_lead", hours=24.0), handoff("inb > ae", hours=9999.0)]
    assert not found("handoff-sla-slow", chart(TEAM, handoffs=drawn))


def branches(*conditions: str, to: tuple[str, ...] = ("csm", "kam", "am")) -> list:
    """Signed customers of one closer, to seats of different roles."""
    return [
        handoff(f"ae > {target}: signed_customer", condition=condition)
        for target, condition in zip(to, conditions, strict=False)
    ]


BRANCHING = (*TEAM, seat("am", "account_manager", names=["Amir"]), seat("csm2", "customer_success_manager"))


@pytest.mark.parametrize("conditions", [("", ""), ("large ", "Large")])
def test_branches_without_a_rule_are_unclear(conditions: tuple[str, ...]) -> None:
    finding = one("handoff-branch-rule-missing", chart(BRANCHING, handoffs=branches(*conditions)))
    assert finding.message == "Ada hands customers to Cleo, Kim; who gets which?"
    assert (finding.seats, len(finding.handoffs)) == (("ae", "csm", "kam"), 2)


def test_only_the_unclear_branches_are_named() -> None:
    finding = one("handoff-branch-rule-missing", chart(BRANCHING, handoffs=branches("small", "large", "small")))
    assert finding.seats == ("ae", "am", "csm")


def test_branches_with_a_rule_to_one_role_or_of_other_objects_are_clear() -> None:
    clear = [branches("small", "large"), branches("", to=("csm",)), branches("", "", to=("csm", "csm2"))]
    clear.append(
        [handoff("csm > am: onboarded_customer", condition=""), handoff("csm > kam: key_customer", condition="")]
    )
    for drawn in clear:
        assert not found("handoff-branch-rule-missing", chart(BRANCHING, handoffs=drawn))


def test_who_does_not_close_branches_nobodys_customers() -> None:
    drawn = [handoff("inb > csm: signed_customer", condition=""), handoff("inb > kam: signed_customer", condition="")]
    drawn += [handoff("in > csm: signed_customer", condition=""), handoff("in > kam: signed_customer", condition="")]
    assert not found("handoff-branch-rule-missing", chart(TEAM, handoffs=drawn, sources=[INBOUND]))


@pytest.mark.parametrize(
    ("text", "named"),
    [("inb > ae: hot_lead", "Lead with an immediate buying need"), ("inb > ae: fog", "fog"), ("inb > ae", "no object")],
)
def test_a_handoff_drawn_twice_is_found_once(text: str, named: str) -> None:
    finding = one("handoff-duplicate", chart(TEAM, handoffs=[handoff(text, id="a"), handoff(text, id="b")]))
    assert finding.message == f"The handoff Ines to Ada ({named}) is drawn twice."
    assert finding.handoffs == ("a", "b")


def test_another_object_or_direction_is_no_duplicate() -> None:
    drawn = ["inb > ae: hot_lead", "inb > ae: qualified_lead", "ae > inb: hot_lead"]
    assert not found("handoff-duplicate", chart(TEAM, handoffs=drawn))
