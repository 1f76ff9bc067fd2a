"""Filling a seat in the real window: planned in the inspector, ticked and judged in the panel, undone step by step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.domain.records import Hire, HireStatus, Status
from salesorg_gui.exchange.documents.papers.checklist import step_items
from salesorg_gui.exchange.documents.sheet import Sheets
from salesorg_gui.panels.hire.panel import HirePanel
from salesorg_gui.panels.text import Label
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import CONTROL, SHIFT, Keyboard
from tests.panels.conftest import BOSS, SDR, SELLER, plan
from tests.panels.typing import choose, field, found, press, type_into, write_area
from tests.window.test_touch_sizes import heights
from tests.windows import open_window


def open_seat() -> Plan:
    """The usual plan with a seller to be found."""
    usual = plan()
    chart = usual.first_chart
    seller = replace(chart.seats[SELLER], status=Status.OPEN, people=(), start="2027-03-01")
    return usual.with_chart(chart.with_records([seller]))


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    with open_window(tmp_path, open_seat()) as window:
        window.parts.ground.session.selection.select([Key(Kind.SEAT, SELLER)])
        yield window


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.parts.ground.session


@pytest.fixture
def panel(window: MainWindow) -> HirePanel:
    press(window.surface.inspector, "inspector_begin_hire")
    press(window.surface.inspector, "inspector_hire_checklist")
    return found(window, HirePanel, "hire_panel")


@pytest.fixture
def card(panel: HirePanel) -> HirePanel:
    """The panel with one scorecard, made from the role."""
    press(panel, "hire_part_scorecards")
    press(panel, "hire_create_card")
    return panel


def hire(session: Session) -> Hire:
    (one,) = session.chart.hires.values()
    return one


def is_seen(root: QWidget, name: str) -> bool:
    return any(widget.isVisible() for widget in root.findChildren(QWidget, name))


def test_a_hire_is_planned_for_an_open_seat(window: MainWindow, session: Session) -> None:
    inspector = window.surface.inspector
    press(inspector, "inspector_begin_hire")
    assert (hire(session).seat, hire(session).start) == (SELLER, "2027-03-01")
    choose(inspector, "inspector_hire_status", "Advertised")
    type_into(inspector, "inspector_hire_owner", "Kim")
    type_into(inspector, "inspector_hire_start", "spring")
    assert found(inspector, Label, "inspector_hire_start_reason").text() == "Write a date as 2027-03-01."
    type_into(inspector, "inspector_hire_start", "2027-04-01")
    assert (hire(session).status, hire(session).owner, hire(session).start) == (
        HireStatus.ADVERTISED,
        "Kim",
        "2027-04-01",
    )
    for _step in range(4):
        session.undo()
    assert not session.chart.hires
    assert is_seen(inspector, "inspector_begin_hire")


def test_nobody_is_hired_for_a_seat_that_is_filled(window: MainWindow, session: Session) -> None:
    session.selection.select([Key(Kind.SEAT, SDR)])
    QApplication.processEvents()
    assert not is_seen(window.surface.inspector, "inspector_hire")


def test_without_a_hire_the_key_says_what_to_do(window: MainWindow) -> None:
    Keyboard(window).press(Qt.Key.Key_H, held=CONTROL | SHIFT)
    assert not window.actions_table["show_hire"].isChecked()
    assert not window.findChildren(HirePanel)


def test_the_key_opens_it_and_escape_puts_it_away(window: MainWindow, session: Session) -> None:
    press(window.surface.inspector, "inspector_begin_hire")
    Keyboard(window).press(Qt.Key.Key_H, held=CONTROL | SHIFT)
    panel = found(window, HirePanel, "hire_panel")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert panel.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.surface.canvas.hasFocus()
    window.actions_table["show_hire"].trigger()
    assert panel.isVisible()
    window.actions_table["show_hire"].trigger()
    assert not panel.isVisible()


def test_the_list_is_the_one_that_is_printed(panel: HirePanel, session: Session) -> None:
    catalogue = load("en")
    sheet = Sheets(session.plan, session.chart, catalogue).sheet(SELLER)
    lines = step_items(sheet, tuple(catalogue.hiring_steps.values()))
    boxes = [button.objectName() for button in panel.findChildren(QAbstractButton)]
    wanted = [f"hire_{step}_{item}_done" for step, texts in lines.items() for item in range(len(texts))]
    assert [name for name in boxes if name.endswith("_done") and name.startswith("hire_")] == wanted


def test_a_tick_notes_the_day_and_goes_again(panel: HirePanel, session: Session) -> None:
    press(panel, "hire_map_1_done")
    (check,) = hire(session).checklist
    assert (check.step, check.item, is_date(check.done)) == ("map", 1, True)
    press(panel, "hire_map_1_done")
    assert hire(session).checklist == ()
    session.undo()
    assert found(panel, QAbstractButton, "hire_map_1_done").isChecked()


def test_a_line_says_who_until_when_and_with_which_remark(panel: HirePanel, session: Session) -> None:
    press(panel, "hire_step_sourcing")
    press(panel, "hire_sourcing_0_more")
    type_into(panel, "hire_sourcing_0_who", "Kim")
    type_into(panel, "hire_sourcing_0_due", "soon")
    assert found(panel, Label, "hire_sourcing_0_reason").text() == "Write a date as 2027-03-01."
    type_into(panel, "hire_sourcing_0_due", "2027-01-15")
    type_into(panel, "hire_sourcing_0_date", "2027-01-10")
    type_into(panel, "hire_sourcing_0_remark", "Two asked")
    (check,) = hire(session).checklist
    assert (check.who, check.due, check.done, check.remark) == ("Kim", "2027-01-15", "2027-01-10", "Two asked")
    assert found(panel, QAbstractButton, "hire_sourcing_0_done").isChecked()


def test_one_step_is_open_at_a_time(panel: HirePanel) -> None:
    assert is_seen(panel, "hire_map_0_done")
    press(panel, "hire_step_offer")
    assert is_seen(panel, "hire_offer_0_done")
    assert not is_seen(panel, "hire_map_0_done")
    press(panel, "hire_step_offer")
    assert not is_seen(panel, "hire_offer_0_done")


def test_a_scorecard_is_made_from_the_role(card: HirePanel, session: Session) -> None:
    (made,) = hire(session).scorecards
    assert {score.group for score in made.scores} == {"role_requirements", "tasks", "team_fit", "values"}
    assert made.scores[0].criterion == load("en").roles[session.chart.seats[SELLER].role].hire_for[0]
    assert found(card, Label, "hire_verdict").text() == "Not scored yet"


def test_a_candidate_is_judged_against_the_role(card: HirePanel, session: Session) -> None:
    type_into(card, "hire_candidate", "Bo")
    type_into(card, "hire_interviewer", "Kim")
    type_into(card, "hire_date", "2027-02-01")
    count = len(hire(session).scorecards[0].scores)
    for number in range(count):
        press(card, f"hire_score_{number}_score_4")
    assert found(card, Label, "hire_verdict").text() == "4 of 5 · recommended"
    press(card, "hire_score_0_must")
    press(card, "hire_score_0_score_2")
    assert found(card, Label, "hire_verdict").text().endswith("not recommended")
    press(card, "hire_score_0_clear")
    assert found(card, Label, "hire_verdict").text().endswith("team fit or a must-have is open")
    (made,) = hire(session).scorecards
    assert (made.candidate, made.interviewer, made.date) == ("Bo", "Kim", "2027-02-01")
    assert (made.scores[0].score, made.scores[0].must, made.scores[1].score) == (None, True, 4)
    write_area(card, "hire_note", "Calm")
    assert hire(session).scorecards[0].note == "Calm"


def test_scores_mean_something_for_the_role(card: HirePanel, session: Session) -> None:
    press(card, "hire_score_0_more")
    type_into(card, "hire_score_0_anchor_1", "Gives up")
    type_into(card, "hire_score_0_anchor_5", "Calls again")
    type_into(card, "hire_score_0_evidence", "Called twice")
    type_into(card, "hire_score_0_criterion", "Persistence")
    score = hire(session).scorecards[0].scores[0]
    assert (score.criterion, score.evidence) == ("Persistence", "Called twice")
    assert dict(score.anchors) == {"1": "Gives up", "5": "Calls again"}
    type_into(card, "hire_score_0_anchor_1", "")
    assert dict(hire(session).scorecards[0].scores[0].anchors) == {"5": "Calls again"}


def test_criteria_come_and_go(card: HirePanel, session: Session) -> None:
    before = len(hire(session).scorecards[0].scores)
    press(card, "hire_add_team_fit")
    type_into(card, f"hire_score_{before}_criterion", "Has met the team")
    added = hire(session).scorecards[0].scores[-1]
    assert (added.criterion, added.group) == ("Has met the team", "team_fit")
    press(card, f"hire_score_{before}_remove")
    assert len(hire(session).scorecards[0].scores) == before
    session.undo()
    assert hire(session).scorecards[0].scores[-1].criterion == "Has met the team"


def test_each_candidate_has_a_card_of_the_same_criteria_and_one_is_chosen(card: HirePanel, session: Session) -> None:
    type_into(card, "hire_candidate", "Bo")
    press(card, "hire_score_0_score_5")
    press(card, "hire_add_card")
    assert field(card, "hire_candidate").text() == ""
    type_into(card, "hire_candidate", "Cy")
    first, second = hire(session).scorecards
    assert (first.candidate, second.candidate, second.scores[0].score) == ("Bo", "Cy", None)
    assert [one.criterion for one in first.scores] == [one.criterion for one in second.scores]
    choose(card, "hire_cards", "Bo")
    assert field(card, "hire_candidate").text() == "Bo"
    choose(card, "hire_chosen", "Cy")
    assert hire(session).chosen == "Cy"
    assert is_date(hire(session).decided)
    type_into(card, "hire_decided", "2027-02-15")
    assert hire(session).decided == "2027-02-15"
    type_into(card, "hire_decided", "Monday")
    assert found(card, Label, "hire_decided_reason").text() == "Write a date as 2027-03-01."
    choose(card, "hire_chosen", "Nobody yet")
    assert (hire(session).chosen, hire(session).decided) == ("", "")


def test_a_scorecard_is_removed(card: HirePanel, session: Session) -> None:
    press(card, "hire_remove_card")
    assert hire(session).scorecards == ()
    assert is_seen(card, "hire_create_card")


def test_the_panel_goes_when_its_seat_goes_and_takes_nothing_along(card: HirePanel, session: Session) -> None:
    session.perform(Remove((Key(Kind.SEAT, SELLER),), "Remove"))
    assert not card.isVisible()
    assert not session.chart.hires


def test_what_is_typed_does_not_reach_another_plan(card: HirePanel, session: Session) -> None:
    type_into(card, "hire_date", "yesterday", enter=False)
    session.open(empty_plan())
    assert not session.is_modified
    assert not card.isVisible()


def test_the_panel_follows_to_another_seat_that_is_filled_only(card: HirePanel, session: Session) -> None:
    session.selection.select([Key(Kind.SEAT, BOSS)])
    assert card.seat == SELLER
    assert card.isVisible()


def test_company_and_hire_take_turns_beside_the_canvas(window: MainWindow, card: HirePanel) -> None:
    window.actions_table["show_company"].trigger()
    assert not card.isVisible()
    assert not window.actions_table["show_hire"].isChecked()
    window.actions_table["show_hire"].trigger()
    assert card.isVisible()
    assert not is_seen(window, "company_panel")
    assert not window.actions_table["show_company"].isChecked()


def test_in_touch_sizes_everything_to_hit_is_high_enough(window: MainWindow, card: HirePanel) -> None:
    press(card, "hire_score_0_more")
    window.actions_table["touch_sizes"].trigger()
    assert {name: height for name, height in heights(window).items() if height < 44} == {}
    press(card, "hire_part_checklist")
    press(card, "hire_map_0_more")
    assert {name: height for name, height in heights(window).items() if height < 44} == {}
