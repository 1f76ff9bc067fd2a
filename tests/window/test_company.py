"""The company panel: answering, taking back, and what nobody answered is seen to be unknown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.panels.company.panel import CompanyPanel
from salesorg_gui.panels.text import Label
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import CONTROL, SHIFT, Keyboard
from tests.panels.conftest import SDR
from tests.panels.typing import choose, field, found, press, type_into, write_area
from tests.window.test_touch_sizes import heights


def focused() -> QWidget:
    """Who has the keyboard."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.parts.ground.session


@pytest.fixture
def panel(window: MainWindow) -> CompanyPanel:
    Keyboard(window).press(Qt.Key.Key_C, held=CONTROL | SHIFT)
    return found(window, CompanyPanel, "company_panel")


def is_seen(panel: QWidget, name: str) -> bool:
    widget = panel.findChild(QWidget, name)
    return isinstance(widget, QWidget) and widget.isVisible()


def count(panel: QWidget) -> str:
    return found(panel, Label, "company_count").text()


def test_it_is_opened_by_a_key_and_put_away_by_escape(window: MainWindow, panel: CompanyPanel) -> None:
    assert window.actions_table["show_company"].isChecked()
    assert panel.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert not window.actions_table["show_company"].isChecked()
    assert window.surface.canvas.hasFocus()
    window.actions_table["show_company"].trigger()
    assert panel.isVisible()


def test_a_row_of_the_inspector_opens_the_questions_it_counts(window: MainWindow) -> None:
    press(window.surface.inspector, "inspector_company_money")
    panel = found(window, CompanyPanel, "company_panel")
    assert is_seen(panel, "company_revenue_target")
    assert not is_seen(panel, "company_employees")


def test_nothing_stands_where_nobody_answered(panel: CompanyPanel) -> None:
    assert count(panel) == "0 of 38 answered"
    press(panel, "company_group_people")
    assert field(panel, "company_employees").text() == ""
    assert not any(found(panel, QPushButton, f"company_startup_{word}").isChecked() for word in ("yes", "no"))
    assert not is_seen(panel, "company_startup_clear")


def test_one_group_is_open_at_a_time(panel: CompanyPanel) -> None:
    press(panel, "company_group_market")
    assert is_seen(panel, "company_industry")
    press(panel, "company_group_money")
    assert is_seen(panel, "company_budget")
    assert not is_seen(panel, "company_industry")
    press(panel, "company_group_money")
    assert not is_seen(panel, "company_budget")


def test_every_kind_of_answer_is_given_and_told_to_the_rules(
    window: MainWindow, panel: CompanyPanel, session: Session
) -> None:
    write_area(panel, "company_value_audience", "Heads of finance")
    press(panel, "company_values_support")
    press(panel, "company_values_compassion")
    press(panel, "company_group_market")
    choose(panel, "company_industry", "Software")
    press(panel, "company_product_complexity_high")
    press(panel, "company_group_people")
    type_into(panel, "company_employees", "1 200")
    press(panel, "company_startup_no")
    assert session.plan.answers == {
        "value_audience": "Heads of finance",
        "values": ["compassion", "support"],
        "industry": "software",
        "product_complexity": "high",
        "employees": 1200,
        "startup": False,
    }
    org = Organisation.of(session.plan, session.chart, window.parts.ground.catalogue)
    told = [org.told(name) for name in ("value_audience", "values", "employees", "startup", "crm")]
    assert told == ["Heads of finance", ("compassion", "support"), 1200.0, False, None]
    assert count(panel) == "6 of 38 answered"


def test_a_cross_makes_an_answer_unknown_again_and_undo_brings_it_back(panel: CompanyPanel, session: Session) -> None:
    press(panel, "company_group_ways")
    press(panel, "company_crm_yes")
    assert session.plan.answers == {"crm": True}
    press(panel, "company_crm_clear")
    assert session.plan.answers == {}
    assert not found(panel, QPushButton, "company_crm_yes").isChecked()
    session.undo()
    assert session.plan.answers == {"crm": True}
    assert found(panel, QPushButton, "company_crm_yes").isChecked()
    press(panel, "company_crm_no")
    assert session.plan.answers == {"crm": False}


def test_what_is_emptied_is_unknown(panel: CompanyPanel, session: Session) -> None:
    write_area(panel, "company_value_audience", "Banks")
    write_area(panel, "company_value_audience", "")
    press(panel, "company_values_support")
    press(panel, "company_values_support")
    press(panel, "company_group_people")
    type_into(panel, "company_employees", "85")
    type_into(panel, "company_employees", "")
    assert session.plan.answers == {}


@pytest.mark.parametrize("typed", ["many", "-3"])
def test_what_is_no_number_stays_typed_with_the_reason_below(panel: CompanyPanel, session: Session, typed: str) -> None:
    press(panel, "company_group_people")
    type_into(panel, "company_employees", typed)
    assert found(panel, Label, "company_employees_reason").text() == "Type a number from 0 up, or nothing."
    assert session.plan.answers == {}
    type_into(panel, "company_employees", "12,5")
    assert not is_seen(panel, "company_employees_reason")
    assert session.plan.answers == {"employees": 12.5}


def test_symptoms_are_ticked_and_only_a_count_of_old_is_asked_for(panel: CompanyPanel, session: Session) -> None:
    press(panel, "company_group_ways")
    assert not is_seen(panel, "company_symptoms")
    press(panel, "company_symptoms_seen_weak_leads")
    assert session.plan.answers == {"symptoms_seen": ["weak_leads"]}
    assert not is_seen(panel, "company_symptoms")


def test_what_is_typed_is_taken_over_before_another_command(
    window: MainWindow, panel: CompanyPanel, session: Session
) -> None:
    area = found(panel, QPlainTextEdit, "company_value_sales")
    area.setFocus()
    QTest.keyClicks(area, "Long relations")
    window.actions_table["fit"].trigger()
    assert session.plan.answers == {"value_sales": "Long relations"}


def test_typing_goes_on_while_the_plan_changes(panel: CompanyPanel, session: Session) -> None:
    area = found(panel, QPlainTextEdit, "company_value_sales")
    area.setFocus()
    QTest.keyClicks(area, "Long rel")
    session.selection.select([Key(Kind.SEAT, SDR)])
    QTest.keyClicks(area, "ations")
    assert area.toPlainText() == "Long relations"


def test_what_was_refused_does_not_reach_the_plan_that_comes(panel: CompanyPanel, session: Session) -> None:
    press(panel, "company_group_people")
    type_into(panel, "company_employees", "many")
    session.open(empty_plan())
    assert field(panel, "company_employees").text() == ""
    assert not session.is_modified


def test_a_number_is_shown_as_all_numbers_are(panel: CompanyPanel, session: Session) -> None:
    press(panel, "company_group_people")
    type_into(panel, "company_employees", "1200,50")
    assert field(panel, "company_employees").text() == "1\u202f200.5"
    session.open(empty_plan())
    assert session.plan.answers == {}


def test_the_keyboard_comes_by(window: MainWindow, panel: CompanyPanel) -> None:
    window.surface.canvas.setFocus()
    visited = []
    for _step in range(5):
        window.actions_table["next_panel"].trigger()
        visited.append(panel.isAncestorOf(focused()))
    assert any(visited)


def test_in_touch_sizes_everything_to_hit_is_high_enough(window: MainWindow, panel: CompanyPanel) -> None:
    window.actions_table["touch_sizes"].trigger()
    for group in ("market", "ways", "values"):
        press(panel, f"company_group_{group}")
        assert {name: height for name, height in heights(window).items() if height < 44} == {}, group
