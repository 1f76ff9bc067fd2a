"""The list of rules: found, narrowed and switched, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.panels.rulebook.rules_panel import RulesPanel
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import CONTROL, SHIFT, Keyboard
from tests.panels.conftest import BOSS
from tests.window.rules_panel import NARROW, WIDE, click, click_row, listed, opened, own, part, said, session_of


@pytest.fixture
def session(window: MainWindow) -> Session:
    return session_of(window)


@pytest.fixture
def panel(window: MainWindow) -> RulesPanel:
    return opened(window)


# --------------------------------------------------------------------------------------------------------------- list


def test_every_rule_stands_in_the_list_under_its_group(panel: RulesPanel) -> None:
    rows = listed(panel)
    assert [row for row in rows if row in {rule.id for rule in RULES}] == [rule.id for rule in RULES]
    assert rows[0] == "Reporting"
    assert rows[rows.index("handoff-stage-uncovered") - 1] == "Handoffs"


def test_the_panel_stands_in_the_place_of_the_inspector_and_gives_it_back(
    window: MainWindow, panel: RulesPanel
) -> None:
    assert panel.isVisible()
    assert not window.surface.inspector.isVisible()
    window.actions_table["show_rules"].trigger()
    assert not panel.isVisible()
    assert window.surface.inspector.isVisible()
    window.actions_table["show_inspector"].trigger()
    window.actions_table["show_rules"].trigger()
    panel.closed.emit()
    assert not window.surface.inspector.isVisible()
    assert not window.actions_table["show_rules"].isChecked()


@pytest.mark.parametrize(
    "typed", ["direct reports", "DIRECT  too many", "people led", WIDE, "leads more than 8 people"]
)
def test_a_rule_is_found_by_its_title_its_words_and_its_limits(panel: RulesPanel, typed: str) -> None:
    panel.overview.search.setText(typed)
    assert WIDE in listed(panel)
    assert len(listed(panel)) < 12


def test_nothing_found_is_said(panel: RulesPanel) -> None:
    panel.overview.search.setText("quux")
    assert panel.overview.list.isHidden()
    assert part(panel, "rules_nothing").isVisible()
    panel.overview.search.setText("")
    assert panel.overview.list.isVisible()


def test_the_list_narrows_to_what_is_changed_off_or_finding(
    panel: RulesPanel, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    session.perform(SetParameter(WIDE, "span_max", 9))
    session.perform(SetParameter(NARROW, "off", True))
    assert (said(panel, "rules_changed"), said(panel, "rules_off")) == ("2 changed", "1 off")
    click(part(panel, "rules_changed"))
    assert listed(panel) == ["Reporting", WIDE, NARROW]
    click(part(panel, "rules_changed"))
    click(part(panel, "rules_off"))
    assert listed(panel) == ["Reporting", NARROW]
    click(part(panel, "rules_off"))
    qtbot.waitUntil(lambda: len(window.examiner.findings) > 0)
    click(part(panel, "rules_found"))
    rules = {finding.rule for finding in window.examiner.findings}
    assert {row for row in listed(panel) if "-" in row} == rules


def test_a_row_tells_how_often_the_rule_speaks_now(
    panel: RulesPanel, window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(window.examiner.findings) > 0)
    rule = window.examiner.findings.found[0].rule
    count = sum(finding.rule == rule for finding in window.examiner.findings)
    row = panel.overview.list.rows.entry(panel.overview.list.rows.find(rule))
    assert row is not None
    assert row.count == count
    spoken = panel.overview.list.rows.data(panel.overview.list.rows.find(rule), Qt.ItemDataRole.AccessibleTextRole)
    assert f"{count} finding" in str(spoken)


# ------------------------------------------------------------------------------------------------------- mouse and keys


def test_a_click_on_the_switch_switches_and_elsewhere_opens(panel: RulesPanel, session: Session) -> None:
    click_row(panel, "report-no-root", on_switch=True)
    assert own(session, "report-no-root") == {"off": True}
    assert session.undo_label == "Switch rule off"
    click_row(panel, "report-no-root", on_switch=True)
    assert own(session, "report-no-root") is None
    assert panel.rule == ""
    click_row(panel, "report-no-root", on_switch=False)
    assert panel.rule == "report-no-root"


def test_a_click_on_a_heading_does_nothing(panel: RulesPanel, session: Session) -> None:
    click(panel.overview.list.viewport(), QPoint(60, 10))
    assert (panel.rule, session.undo_label) == ("", None)


def test_minus_and_plus_take_over_at_once_and_are_undone_as_one(panel: RulesPanel, session: Session) -> None:
    panel.show_rule(WIDE)
    for _ in range(3):
        click(part(panel, "rule_limit_span_max_more"))
    assert own(session, WIDE) == {"span_max": 11}
    click(part(panel, "rule_limit_span_max_less"))
    assert own(session, WIDE) == {"span_max": 10}
    session.undo()
    assert own(session, WIDE) is None
    assert said(panel, "rule_limit_span_max") == "8"


def test_after_a_pause_clicks_are_a_step_of_their_own(panel: RulesPanel, session: Session, qtbot: QtBot) -> None:
    panel.show_rule(WIDE)
    click(part(panel, "rule_limit_span_max_more"))
    qtbot.waitUntil(lambda: not panel.page._gesture.isActive())  # noqa: SLF001 -- the pause itself
    click(part(panel, "rule_limit_span_max_more"))
    session.undo()
    assert own(session, WIDE) == {"span_max": 9}


def test_the_whole_round_by_keyboard(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_R, held=CONTROL | SHIFT)
    keys.write("direct reports", Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert own(session, WIDE) == {"off": True}
    keys.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    panel = window.rules.panel
    assert panel.rule == WIDE
    field = panel.findChild(QWidget, "rule_limit_span_max")
    for _ in range(12):
        if QApplication.focusWidget() is field:
            break
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert own(session, WIDE) is None
    keys.press(Qt.Key.Key_Return)
    assert own(session, WIDE) == {"span_max": 7}
    keys.press(Qt.Key.Key_PageUp, Qt.Key.Key_Escape)
    assert own(session, WIDE) == {"span_max": 7}
    keys.press(Qt.Key.Key_Escape)
    assert panel.rule == ""
    assert QApplication.focusWidget() is panel.overview.list
    keys.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is window.surface.canvas
    keys.press(Qt.Key.Key_Z, held=CONTROL)
    assert own(session, WIDE) is None


def test_letters_typed_in_the_list_go_on_with_the_search_and_never_touch_the_chart(
    window: MainWindow, panel: RulesPanel, session: Session
) -> None:
    keys = Keyboard(window)
    session.selection.select([Key(Kind.SEAT, BOSS)])
    panel.focus_first()
    keys.write("span", Qt.Key.Key_Backspace, Qt.Key.Key_Down)
    assert panel.overview.search.text() == "spa"
    panel.overview.search.setText("directly")
    keys.press(Qt.Key.Key_Down)
    QTest.keyClick(panel.overview.list, Qt.Key.Key_Backspace)
    assert panel.overview.search.text() == "directl"
    panel.overview.list.setFocus()
    QTest.keyClick(panel.overview.list, Qt.Key.Key_Y)
    assert panel.overview.search.text() == "directly"
    assert BOSS in session.chart.seats
    panel.overview.list.setFocus()
    panel.overview.list.select(WIDE)
    QTest.keyClick(panel.overview.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.overview.list, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is panel.overview.search


def test_the_panel_is_one_of_the_ring(window: MainWindow, panel: RulesPanel) -> None:
    keys = Keyboard(window)
    passed = []
    for _ in range(4):
        keys.press(Qt.Key.Key_F6)
        passed.append(QApplication.focusWidget())
    assert panel.overview.search in passed
