"""What a plan may say of the rules: off, another severity, other limits; and what of it counts."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.records import Json
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.rulebook import (
    Rulebook,
    by_rules,
    limit_stored,
    own_rules,
    ruling,
    severity_stored,
    without_changes,
)
from tests.rules.builders import ENGLISH, accepting, chart, findings, found, one, plan_of, seat

WIDE = "report-span-too-wide"
TEXT = ENGLISH.rules[WIDE]
BOSS_OF_NINE = chart([seat("b", "head_of_sales"), seat("m", headcount=9)], ["m > b"])
BOSS_OF_MANY = chart([seat("b", "head_of_sales"), seat("m", headcount=13)], ["m > b"])
CIRCLE = chart([seat("x"), seat("y")], ["x > y", "y > x"])


def test_a_plan_that_says_nothing_goes_by_the_catalogue() -> None:
    book = Rulebook.of(plan_of(chart()), ENGLISH)
    assert list(book) == list(ENGLISH.rules)
    assert book.changed == ()
    assert book[WIDE].limits == {"span_max": 8, "span_error": 12}
    assert (book[WIDE].usual, book[WIDE].severity, book[WIDE].is_off) == (Severity.WARNING, None, False)


def test_what_differs_is_named() -> None:
    own: dict[str, Json] = {
        WIDE: {"span_max": 10, "span_error": 12, "severity": "hint", "off": True},
        "report-cycle": {"note": "x"},
    }
    book = Rulebook.of(plan_of(chart(), limits=own), ENGLISH)
    assert book.changed == (WIDE,)
    assert book[WIDE].changed == ("off", "severity", "span_max")
    assert (book[WIDE].limits, book[WIDE].severity) == ({"span_max": 10, "span_error": 12}, Severity.HINT)


@pytest.mark.parametrize(
    "own",
    [
        None,
        "off",
        [],
        {},
        {"off": 1, "severity": "fatal"},
        {"off": "true", "severity": 3},
        {"severity": "warning"},
        {"span_max": -1, "span_error": "9", "else": 3},
        {"span_max": True, "span_error": 10**400},
        {"span_max": 8, "span_error": 12.0},
    ],
)
def test_what_makes_no_sense_or_no_difference_does_not_count(own: Json) -> None:
    assert ruling(TEXT, own).changed == ()


def test_a_rule_that_is_off_is_not_asked() -> None:
    assert found(WIDE, BOSS_OF_NINE)
    assert not found(WIDE, BOSS_OF_NINE, limits={WIDE: {"off": True}})
    assert found(WIDE, BOSS_OF_NINE, limits={WIDE: {"off": False}})


def test_the_severity_of_the_plan_holds_for_everything_a_rule_finds() -> None:
    assert one(WIDE, BOSS_OF_NINE).severity is Severity.WARNING
    assert one(WIDE, BOSS_OF_MANY).severity is Severity.ERROR
    for drawn in (BOSS_OF_NINE, BOSS_OF_MANY):
        assert one(WIDE, drawn, limits={WIDE: {"severity": "hint"}}).severity is Severity.HINT
    assert one(WIDE, BOSS_OF_MANY, limits={WIDE: {"severity": "warning"}}).severity is Severity.ERROR


def test_findings_stand_by_the_severity_they_have_now() -> None:
    own: dict[str, Json] = {"report-cycle": {"severity": "hint"}}
    order = [finding.severity.rank for finding in findings(CIRCLE, limits=own)]
    assert order == sorted(order)
    assert findings(CIRCLE, limits=own).found[-1].severity is Severity.HINT


def test_an_error_made_a_warning_can_be_accepted_and_a_warning_made_an_error_cannot() -> None:
    accepted = accepting(CIRCLE, "report-cycle", "x", "y", "l x > y", "l y > x")
    assert one("report-cycle", accepted).accepted == ""
    assert one("report-cycle", accepted, limits={"report-cycle": {"severity": "warning"}}).accepted == "We know"
    wide = accepting(BOSS_OF_NINE, WIDE, *one(WIDE, BOSS_OF_NINE).subjects)
    assert one(WIDE, wide).accepted == "We know"
    assert one(WIDE, wide, limits={WIDE: {"severity": "error"}}).accepted == ""


def test_what_a_circle_kept_from_looking_is_told_even_when_nobody_wants_to_hear_of_circles() -> None:
    off: Json = {"off": True}
    kept = [("report-too-many-layers", "report-cycle")]
    assert [(one.rule, one.because) for one in findings(CIRCLE).skipped] == kept
    assert [(one.rule, one.because) for one in findings(CIRCLE, limits={"report-cycle": off}).skipped] == kept
    assert findings(CIRCLE, limits={"report-too-many-layers": off}).skipped == ()
    straight = replace(CIRCLE, lines={})
    assert findings(straight, limits={"report-cycle": off}).skipped == ()


def test_only_what_differs_is_stored() -> None:
    assert limit_stored(TEXT, "span_max", 8) is None
    assert limit_stored(TEXT, "span_max", 9) == 9
    assert severity_stored(TEXT, Severity.WARNING) is None
    assert severity_stored(TEXT, Severity.HINT) == "hint"


def test_back_to_the_catalogue_keeps_what_nobody_here_understands() -> None:
    assert without_changes(TEXT, {"span_max": 9, "off": True, "severity": "hint", "later": [1]}) == {"later": [1]}
    assert without_changes(TEXT, {"span_max": 9}) == {}
    assert without_changes(TEXT, "x") == {}


# ------------------------------------------------------------------------------------------------ from plan to plan


def test_a_file_gets_what_differs_and_what_nobody_here_understands() -> None:
    own: dict[str, Json] = {
        WIDE: {"span_max": 8, "span_error": 20, "severity": "warning", "later": [1]},
        "report-cycle": {"off": False},
        "handoff-loop": "?",
        "capacity": {"hours_per_week": 37},
    }
    assert own_rules(plan_of(chart(), limits=own), ENGLISH) == {WIDE: {"span_error": 20, "later": [1]}}


def test_a_plan_that_takes_rules_over_lets_its_own_go_and_keeps_its_other_figures() -> None:
    before: dict[str, Json] = {"report-cycle": {"off": True}, "capacity": {"hours_per_week": 37}, "x": {"y": 1}}
    plan = plan_of(BOSS_OF_NINE, limits=before)
    after = by_rules(plan, {WIDE: {"span_max": 9, "span_error": 12}, "capacity": {"hours_per_week": 1}}, ENGLISH)
    assert after.parameters == {"capacity": {"hours_per_week": 37}, "x": {"y": 1}, WIDE: {"span_max": 9}}
    assert by_rules(after, own_rules(after, ENGLISH), ENGLISH) is after
