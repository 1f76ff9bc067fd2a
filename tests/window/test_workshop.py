"""The workshop page: a step at a time, answers given there, the advisor, and a second chart made of the first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.ids import ChartId, Key, Kind
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.pages.workshop.deeds import ADD_SEGMENT, TEMPLATES, deeds, papers
from salesorg_gui.pages.workshop_page import WorkshopPage
from salesorg_gui.panels.text import Label
from salesorg_gui.session.session import Session
from salesorg_gui.storage.reading import read
from salesorg_gui.window.action_table import table
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import ALT, Keyboard
from tests.panels.typing import choose, found, press, type_into
from tests.window.test_touch_sizes import heights

TELLING_MS = 20_000


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.parts.ground.session


@pytest.fixture
def page(window: MainWindow, session: Session, qtbot: QtBot) -> WorkshopPage:
    session.open(read(Path("resources/examples/nordlys.salesorg")).plan)
    Keyboard(window).press(Qt.Key.Key_8, held=ALT)
    shown = found(window, WorkshopPage, "page_workshop")
    until(qtbot, lambda: bool(said(shown, "workshop_title")))
    return shown


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=TELLING_MS)


def said(page: QWidget, name: str) -> str:
    return found(page, Label, name).text()


def is_seen(page: QWidget, name: str) -> bool:
    widget = page.findChild(QWidget, name)
    return isinstance(widget, QWidget) and widget.isVisible()


def step(page: WorkshopPage, id: str) -> QPushButton:
    return found(page, QPushButton, f"workshop_step_{id}")


def test_it_opens_where_the_workshop_stopped(page: WorkshopPage) -> None:
    assert said(page, "workshop_title") == "2. Choose the scale"
    assert step(page, "scale").isChecked()
    assert QApplication.focusWidget() is step(page, "scale")
    assert step(page, "values").accessibleName() == "1. Decide the sales values, done"
    assert not step(page, "values").icon().isNull()
    assert step(page, "scale").icon().isNull()


def test_steps_are_turned_by_keys_and_by_their_numbers(page: WorkshopPage) -> None:
    QTest.keyClick(step(page, "scale"), Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert said(page, "workshop_title") == "3. Choose the model"
    QTest.keyClick(step(page, "scale"), Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert said(page, "workshop_title") == "2. Choose the scale"
    press(page, "workshop_back")
    assert not found(page, QPushButton, "workshop_back").isEnabled()
    press(page, "workshop_step_print")
    assert said(page, "workshop_title") == "10. Print and follow up"
    assert not is_seen(page, "workshop_next")
    QTest.keyClick(step(page, "scale"), Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert said(page, "workshop_title") == "10. Print and follow up"


def test_answers_given_here_are_those_of_the_company_panel(page: WorkshopPage, session: Session, qtbot: QtBot) -> None:
    type_into(page, "company_customers", "120")
    assert session.plan.answers["customers"] == 120
    press(page, "company_customers_clear")
    assert "customers" not in session.plan.answers
    session.undo()
    until(qtbot, lambda: is_seen(page, "company_customers_clear"))


def test_what_is_being_typed_is_taken_over_when_the_step_is_turned(page: WorkshopPage, session: Session) -> None:
    field = found(page, QWidget, "company_customers")
    field.setFocus()
    QTest.keyClicks(field, "77")
    press(page, "workshop_next")
    assert session.plan.answers["customers"] == 77


def test_the_keyboard_goes_along_when_the_step_is_turned(page: WorkshopPage) -> None:
    field = found(page, QWidget, "company_customers")
    field.setFocus()
    for title in ("3. Choose the model", "4. Segment"):
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
        assert said(page, "workshop_title") == title
    assert step(page, "segment").hasFocus()


def test_the_advisor_says_what_the_answers_speak_for_against_what_is_drawn(page: WorkshopPage) -> None:
    press(page, "workshop_step_model")
    assert said(page, "advice_said") == (
        "The answers speak for Assembly line (hunter-farmer), 2 points ahead of Pod. The chart shows Pod."
    )
    scores = found(page, QWidget, "advice_scores")
    assert "Assembly line (hunter-farmer): +8." in scores.accessibleDescription()


def test_the_advice_follows_the_answers(page: WorkshopPage, qtbot: QtBot) -> None:
    press(page, "workshop_step_model")
    press(page, "company_account_based_yes")
    tie = "It is a tie: Assembly line (hunter-farmer) and Pod have equal points"
    until(qtbot, lambda: said(page, "advice_said").startswith(tie))


def test_the_recommended_structure_is_chosen_for_the_chart(page: WorkshopPage, session: Session, qtbot: QtBot) -> None:
    press(page, "workshop_step_model")
    press(page, "advice_choose")
    assert session.chart.model == "assembly_line"
    until(qtbot, lambda: not is_seen(page, "advice_choose"))


def test_a_second_chart_is_tried_out_made_compared_and_taken_back(
    page: WorkshopPage, session: Session, qtbot: QtBot
) -> None:
    press(page, "workshop_step_model")
    before = session.plan
    press(page, "convert_try")
    until(qtbot, lambda: is_seen(page, "convert_take"))
    assert said(page, "convert_said").startswith("Of 24 seats")
    assert session.plan is before
    press(page, "convert_take")
    assert session.chart.id == "assembly_line-proposed"
    until(qtbot, lambda: is_seen(page, "workshop_comparison"))
    assert not is_seen(page, "convert_take")
    press(page, "comparison_show")
    assert session.chart.id == "as-is"
    session.undo()
    assert list(session.plan.charts) == [ChartId("as-is")]


def test_another_template_may_be_tried_and_let_go(page: WorkshopPage, qtbot: QtBot) -> None:
    press(page, "workshop_step_model")
    choose(page, "convert_template", "Two pods by product line")
    press(page, "convert_try")
    until(qtbot, lambda: is_seen(page, "convert_drop"))
    press(page, "convert_drop")
    assert not is_seen(page, "convert_said")


def test_a_line_of_the_summary_leads_to_the_card(page: WorkshopPage, session: Session, qtbot: QtBot) -> None:
    press(page, "workshop_step_model")
    press(page, "convert_try")
    until(qtbot, lambda: is_seen(page, "convert_take"))
    line = next(one for one in page.findChildren(QPushButton) if "Erik Sandström" in one.accessibleName())
    line.click()
    assert list(session.selection.keys) == [Key(Kind.SEAT, "lead-sthlm")]


def test_nobody_cannot_be_converted_and_a_sentence_says_why(page: WorkshopPage, session: Session, qtbot: QtBot) -> None:
    session.open(empty_plan())
    press(page, "workshop_step_model")
    until(qtbot, lambda: said(page, "advice_said").endswith("The chart shows no structure yet."))
    press(page, "convert_try")
    until(qtbot, lambda: "nobody yet to place" in said(page, "convert_said"))
    assert not is_seen(page, "convert_take")


def test_a_segment_is_added_and_picked(page: WorkshopPage, session: Session) -> None:
    press(page, "workshop_step_segment")
    press(page, "workshop_segment_add_segment")
    added = [one for one in session.chart.segments.values() if one.value == "New segment"]
    assert len(added) == 1
    assert list(session.selection.keys) == [Key(Kind.SEGMENT, added[0].id)]


def test_every_deed_and_paper_is_an_action_of_a_menu() -> None:
    known = {spec.id for spec in table()}
    offered = {deed.action for group in (*deeds().values(), *papers().values()) for deed in group}
    assert offered - {ADD_SEGMENT, TEMPLATES} <= known


def test_a_button_does_what_its_action_does_and_leaves_on_what_is_on(page: WorkshopPage, window: MainWindow) -> None:
    press(page, "workshop_step_check")
    findings = window.actions_table["show_findings"]
    findings.setChecked(False)
    window.commands.views.arrange()
    for _time in range(2):
        press(page, "workshop_check_show_findings")
        assert window.surface.findings.isVisible()
    press(page, "workshop_step_handoffs")
    press(page, "workshop_handoffs_handoffs")
    assert window.actions_table["handoffs"].isChecked()


def test_the_palette_takes_its_place_back_when_roles_are_wanted(page: WorkshopPage, window: MainWindow) -> None:
    press(page, "workshop_step_roles")
    press(page, "workshop_roles_show_palette")
    assert window.surface.palette.isVisible()
    assert not page.isVisible()


def test_templates_are_offered_over_the_canvas(page: WorkshopPage, window: MainWindow) -> None:
    press(page, "workshop_step_roles")
    press(page, "workshop_roles_templates")
    assert window.menus.templates.isVisible()
    window.menus.templates.hide()


def test_in_touch_sizes_everything_to_hit_is_high_enough(page: WorkshopPage, window: MainWindow) -> None:
    window.actions_table["touch_sizes"].trigger()
    for id in ("values", "model", "roles"):
        press(page, f"workshop_step_{id}")
        assert {name: height for name, height in heights(window).items() if height < 44} == {}, id
