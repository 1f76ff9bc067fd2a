"""What candidates are judged by."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import HireId
from salesorg_gui.domain.records import HireStatus, Person, Scorecard, Status
from tests.rules.builders import chart, found, one, seat
from tests.rules.cases.hiring import ANCHORED, judged, looking, profiled
from tests.rules.hiring import ANCHORS, TEAM_FIT, asked, card, hire, hiring, opened

SCORED = replace(ANCHORED, score=4)


@pytest.mark.parametrize(
    ("role", "cards", "message"),
    [
        ("account_executive", (), "{} has no scorecard."),
        ("unheard", (), "{} has no scorecard, and nothing says what it requires."),
        ("unheard", (card(ANCHORED),), "Nothing says what {} requires."),
        ("account_executive", (card(asked(" ")),), "{} has no scorecard."),
    ],
)
def test_an_open_seat_says_what_somebody_is_judged_by(role: str, cards: tuple[Scorecard, ...], message: str) -> None:
    wanted = opened(seat("new", role, title="Rep"))
    assert one("hire-no-scorecard", looking(hire("new", cards=cards), seat=wanted)).message == message.format("Rep")


def test_seats_nobody_is_looked_for_need_no_scorecard() -> None:
    assert not found("hire-no-scorecard", chart([opened(seat("a"), status=Status.PLANNED), seat("b")]))
    assert not found("hire-no-scorecard", chart([opened(seat("a", "unheard"))])), "no part of selling"
    assert not found("hire-no-scorecard", looking(hire("new", HireStatus.STARTED), seat=seat("new")))
    assert found("hire-no-scorecard", looking(hire("new"), seat=seat("new")))


def test_many_open_seats_without_scorecards_are_told_at_once() -> None:
    seats = [opened(seat(f"s{number}", title=f"Rep {number}")) for number in range(7)]
    assert one("hire-no-scorecard", chart(seats)).message.startswith("7 open seats have no scorecard: Rep 0,")


def test_scores_without_a_meaning_rank_candidates() -> None:
    loose = replace(ANCHORED, anchors={**ANCHORS, "5": " "})
    ranked = one("hire-ranks-candidates", judged(card(TEAM_FIT, loose, candidate=" ")))
    assert (
        ranked.message == "Account Executive: judge each candidate against the role, not against the other candidates."
    )
    named = one("hire-ranks-candidates", judged(card(loose, candidate="Bo"), card(loose, candidate="Cy")))
    assert "judge Bo, Cy against" in named.message


def test_a_decision_waits_until_each_candidate_has_scores() -> None:
    both = (card(SCORED, TEAM_FIT, candidate="Bo"), card(ANCHORED, TEAM_FIT, candidate="Cy"))
    early = one("hire-ranks-candidates", looking(hire("new", cards=both, chosen="Bo")))
    assert early.message == "Account Executive: the decision was made before Cy had scores."
    assert not found("hire-ranks-candidates", looking(hire("new", cards=both)))
    assert not found("hire-ranks-candidates", looking(hire("new", cards=both[:1], chosen="Bo")))
    unseen = one("hire-ranks-candidates", looking(hire("new", cards=both[:1], chosen="Di")))
    assert "before Di had scores" in unseen.message


@pytest.mark.parametrize(("decided", "is_early"), [("2027-03-01", True), ("2027-03-02", False), ("Q1", False)])
def test_scores_of_a_later_day_do_not_count_for_a_decision(decided: str, is_early: bool) -> None:
    cards = (card(SCORED, TEAM_FIT, candidate="Bo", date="2027-03-02"),)
    assert bool(found("hire-ranks-candidates", looking(hire("new", cards=cards, decided=decided)))) == is_early


def test_a_scorecard_without_criteria_asks_for_nothing_yet() -> None:
    assert not found("hire-no-team-fit", judged(card()))
    assert one("hire-no-team-fit", judged(card(ANCHORED))).message.startswith("Account Executive: a good soloist")


def test_outbound_asks_for_no_seniority() -> None:
    senior = replace(opened(seat("new", "outbound_sdr")), people=(Person(seniority="senior"),))
    asks = one("hire-outbound-profile", looking(seat=senior))
    assert asks.message == "Outbound SDR: outbound needs a thick skin and a strong drive, rather than experience."
    mid = replace(senior, people=(Person(seniority="mid"),))
    assert not found("hire-outbound-profile", looking(seat=mid))
    closing = replace(senior, role=seat("x", "island_rep").role)
    assert not found("hire-outbound-profile", looking(seat=closing))
    agency = replace(senior, role=seat("x", "lead_gen_agency").role)
    assert not found("hire-outbound-profile", looking(seat=agency))


@pytest.mark.parametrize("drive", ["Enormous drive to score.", "Eager to win", "Stark drivkraft", "DRIVEN"])
def test_a_criterion_asks_for_drive_in_many_words(drive: str) -> None:
    assert not found("hire-outbound-profile", profiled("outbound_sdr", drive, "Tjock hud"))
    assert found("hire-outbound-profile", profiled("outbound_sdr", drive))


def test_enablement_asks_for_what_its_role_takes() -> None:
    look = one("hire-enablement-profile", profiled("vp_sales_enablement", "Charm"))
    assert look.message.endswith(": look for communication skill, strategic thinking.")
    assert not found("hire-enablement-profile", profiled("vp_sales_enablement"))
    assert not found("hire-enablement-profile", profiled("account_executive", "Charm"))


def test_more_than_one_hire_for_a_seat_ask_together() -> None:
    seats = [opened(seat("new", "outbound_sdr"))]
    cards = [card(asked("Thick skin")), card(asked("Drive"))]
    both = [replace(hire("new", cards=[one]), id=HireId(f"hire {number}")) for number, one in enumerate(cards)]
    assert not found("hire-outbound-profile", hiring(chart(seats), *both))
