"""Somebody lives with a finding as it reads now; when it tells something else, it counts again."""

from dataclasses import replace

import pytest

from salesorg_gui import i18n
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import Accept
from salesorg_gui.domain.records import Acceptance
from salesorg_gui.rules.finding import Finding
from tests.rules.builders import chart, found, handoff, one, seat

SLOW = "handoff-sla-slow"
WIDE = "report-span-too-wide"


def slow(hours: float, accepted: tuple[Acceptance, ...] = (), holder: str = "") -> Chart:
    """A handoff with a time limit that is too long."""
    team = [seat("inb", role="inbound_sdr"), seat("ae", names=[holder] if holder else [])]
    drawn = chart(team, handoffs=[handoff("inb > ae: qualified_lead", hours=hours)])
    return replace(drawn, accepted=accepted)


def lived_with(finding: Finding, drawn: Chart) -> tuple[Acceptance, ...]:
    """What is kept when somebody accepts a finding."""
    return Accept(finding.rule, finding.subjects, "Agreed in May", finding.figures).apply(drawn).accepted


def test_a_finding_knows_the_numbers_it_tells() -> None:
    assert "hours=48" in one(SLOW, slow(48)).figures


def test_an_acceptance_holds_as_long_as_the_numbers_are_the_same() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    assert one(SLOW, slow(48, kept)).accepted == "Agreed in May"


def test_another_name_changes_nothing() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    assert one(SLOW, slow(48, kept, holder="Ada")).accepted == "Agreed in May"


def test_it_holds_in_every_language_though_they_write_numbers_in_their_own_way() -> None:
    kept = lived_with(one(SLOW, slow(48.5)), slow(48.5))
    with i18n.speaking("nb"):
        finding = one(SLOW, slow(48.5, kept))
    assert "48,5" in finding.message
    assert finding.accepted == "Agreed in May"


def test_it_lapses_when_the_finding_tells_another_number() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    finding = one(SLOW, slow(96, kept))
    assert finding.accepted == ""
    assert finding.lapsed == "Agreed in May"


def test_it_lapses_when_somebody_else_is_concerned() -> None:
    def team(count: int, accepted: tuple[Acceptance, ...] = ()) -> Chart:
        reports = [f"r{n}" for n in range(count)]
        drawn = chart([seat("boss"), *map(seat, reports)], [f"{one} > boss" for one in reports])
        return replace(drawn, accepted=accepted)

    kept = lived_with(one(WIDE, team(9)), team(9))
    assert one(WIDE, team(9, kept)).accepted == "Agreed in May"
    assert one(WIDE, team(10, kept)).accepted == ""


def test_it_holds_again_when_the_number_comes_back() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    assert one(SLOW, slow(96, kept)).accepted == ""
    assert one(SLOW, slow(48, kept)).accepted == "Agreed in May"


def test_accepting_anew_takes_the_place_of_what_lapsed() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    again = lived_with(one(SLOW, slow(96, kept)), slow(96, kept))
    assert len(again) == 1
    assert one(SLOW, slow(96, again)).accepted == "Agreed in May"


def test_one_that_names_no_numbers_holds_whatever_they_are() -> None:
    subjects = one(SLOW, slow(48)).subjects
    assert one(SLOW, slow(96, (Acceptance(SLOW, subjects, "We know"),))).accepted == "We know"


def test_accepting_an_error_is_without_effect() -> None:
    drawn = chart([seat("x"), seat("y")], ["x > y", "y > x"])
    finding = one("report-cycle", drawn)
    after = Accept(finding.rule, finding.subjects, "We like it", finding.figures).apply(drawn)
    assert one("report-cycle", after).accepted == ""
    assert one("report-cycle", after).lapsed == ""


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_acceptance_without_a_reason_is_none(reason: str) -> None:
    finding = one(SLOW, slow(48))
    assert Accept(finding.rule, finding.subjects, reason, finding.figures).apply(slow(48)).accepted == ()


def test_taking_it_back_lets_it_count_again() -> None:
    kept = lived_with(one(SLOW, slow(48)), slow(48))
    finding = one(SLOW, slow(48, kept))
    after = Accept(finding.rule, finding.subjects, "").apply(slow(48, kept))
    assert [one.accepted for one in found(SLOW, after)] == [""]
