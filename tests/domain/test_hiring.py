"""A hire changes line by line and card by card; the one before stays as it was."""

from dataclasses import replace

from salesorg_gui.domain.hiring import (
    candidates,
    check_of,
    done_count,
    hire_of,
    unscored,
    with_card,
    with_check,
    with_score,
)
from salesorg_gui.domain.ids import HireId, SeatId
from salesorg_gui.domain.records import Check, Hire, Score, Scorecard
from tests.builders import chart_of, seat

ADA = SeatId("ada")
HIRE = Hire(HireId("r1"), ADA)


def test_a_seat_is_filled_by_its_first_hire() -> None:
    other = replace(HIRE, id=HireId("r0"))
    chart = chart_of(seat("ada"), HIRE, other)
    assert hire_of(chart, ADA) is other
    assert hire_of(chart, SeatId("bo")) is None


def test_a_line_is_ticked_and_let_go() -> None:
    hire = with_check(HIRE, Check("map", 1, done="2027-01-01"))
    hire = with_check(hire, Check("map", 0, who="Kim"))
    assert check_of(hire, "map", 1).done == "2027-01-01"
    assert check_of(hire, "map", 2) == Check("map", 2)
    assert (done_count(hire, "map", 4), done_count(hire, "map", 1)) == (1, 0)
    hire = with_check(hire, Check("map", 1))
    assert hire.checklist == (Check("map", 0, who="Kim"),)
    assert HIRE.checklist == ()


def test_a_line_keeps_its_place_and_what_a_later_version_wrote() -> None:
    hire = replace(HIRE, checklist=(Check("map", 1, extra={"x": 1}), Check("map", 0, who="Kim")))
    after = with_check(hire, replace(check_of(hire, "map", 1), remark="Soon"))
    assert after.checklist == (Check("map", 1, remark="Soon", extra={"x": 1}), Check("map", 0, who="Kim"))
    assert with_check(after, replace(check_of(after, "map", 1), remark="")).checklist[0].extra == {"x": 1}


def test_a_line_that_says_nothing_is_not_added() -> None:
    assert with_check(HIRE, Check("map", 3)) is HIRE


def test_scorecards_are_added_changed_and_removed() -> None:
    hire = with_card(with_card(HIRE, 0, Scorecard("Bo")), 1, Scorecard("Cy"))
    hire = with_card(hire, 0, Scorecard("Di"))
    assert candidates(hire) == ("Di", "Cy")
    assert candidates(with_card(hire, 0, None)) == ("Cy",)


def test_a_candidate_is_named_once() -> None:
    hire = replace(HIRE, scorecards=(Scorecard("Bo", "Kim"), Scorecard("Bo", "Lee"), Scorecard()))
    assert candidates(hire) == ("Bo",)


def test_criteria_are_added_changed_and_removed() -> None:
    card = with_score(with_score(Scorecard(), 0, Score("Drive")), 1, Score("Calm"))
    card = with_score(card, 0, Score("Drive", score=4))
    assert [(one.criterion, one.score) for one in card.scores] == [("Drive", 4), ("Calm", None)]
    assert with_score(card, 0, None).scores == (Score("Calm"),)


def test_another_scorecard_asks_the_same_and_knows_nothing() -> None:
    card = Scorecard("Bo", "Kim", "2027-01-01", (Score("Drive", "traits", 4, True, "Called", {"1": "none"}),), "Calm")
    assert unscored(card) == Scorecard(scores=(Score("Drive", "traits", None, True, "", {"1": "none"}),))
