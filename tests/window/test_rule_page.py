"""The page of one rule: tried out, changed and put back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import RenamePlan, SetParameter
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.panels.rulebook.rules_panel import RulesPanel
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import ALT, CONTROL
from tests.panels.conftest import BOSS
from tests.window.rules_panel import WIDE, click, opened, own, part, said, session_of


@pytest.fixture
def session(window: MainWindow) -> Session:
    return session_of(window)


@pytest.fixture
def panel(window: MainWindow) -> RulesPanel:
    return opened(window)


def test_a_page_says_when_the_rule_speaks_and_where_it_comes_from(panel: RulesPanel) -> None:
    panel.show_rule(WIDE)
    assert said(panel, "rule_title") == "Too many direct reports"
    assert (
        said(panel, "rule_when") == "A seat leads more than 8 people directly; with more than 12 people it is an error."
    )
    assert said(panel, "rule_origin").startswith("From guides to building a sales team")
    assert "[" not in said(panel, "rule_origin")


def test_while_a_number_is_typed_its_effect_is_told_and_nothing_is_changed(
    panel: RulesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.show_rule(WIDE)
    field = part(panel, "rule_limit_span_max")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "2")
    numbers, caption = part(panel, "rule_effect_numbers"), part(panel, "rule_effect_caption")
    qtbot.waitUntil(lambda: numbers.property("text") == "0 → 1")
    assert caption.property("text") == "As typed: 1 warning. Enter keeps it."
    assert said(panel, "rule_when").startswith("A seat leads more than 2 people")
    assert session.undo_label is None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert numbers.property("text") == "0"
    assert said(panel, "rule_when").startswith("A seat leads more than 8 people")


def test_a_changed_rule_tells_what_it_would_be_as_usual(panel: RulesPanel, session: Session, qtbot: QtBot) -> None:
    session.perform(SetParameter(WIDE, "span_max", 2))
    panel.show_rule(WIDE)
    qtbot.waitUntil(lambda: said(panel, "rule_effect_numbers") == "1")
    qtbot.waitUntil(lambda: said(panel, "rule_effect_caption") == "As usual: nothing found.")
    click(part(panel, "rule_on"), QPoint(10, 14))
    assert own(session, WIDE) == {"span_max": 2, "off": True}
    qtbot.waitUntil(lambda: said(panel, "rule_effect_caption") == "Switched on: 1 warning.")
    assert said(panel, "rule_effect_numbers") == "off"


def test_a_finding_on_the_page_leads_to_its_culprit(
    panel: RulesPanel, session: Session, qtbot: QtBot, window: MainWindow
) -> None:
    session.perform(SetParameter(WIDE, "span_max", 2))
    panel.show_rule(WIDE)
    qtbot.waitUntil(lambda: panel.findChild(QWidget, "rule_found_0") is not None)
    click(part(panel, "rule_found_0"))
    assert session.selection.keys >= {Key(Kind.SEAT, BOSS)}


def test_a_severity_is_chosen_and_the_usual_one_is_not_kept(panel: RulesPanel, session: Session) -> None:
    panel.show_rule(WIDE)
    click(part(panel, "rule_severity_hint"))
    assert own(session, WIDE) == {"severity": "hint"}
    assert said(panel, "rule_severity_usual") == "Usual: warning"
    assert session.undo_label == "Change severity"
    click(part(panel, "rule_severity_warning"))
    assert own(session, WIDE) is None
    assert said(panel, "rule_severity_usual") == ""


def test_a_limit_and_a_whole_rule_go_back_to_usual_and_keep_what_is_not_ours(
    panel: RulesPanel, session: Session
) -> None:
    for name, value in (("span_max", 9), ("span_error", 20), ("severity", "hint"), ("later", 1)):
        session.perform(SetParameter(WIDE, name, value))
    panel.show_rule(WIDE)
    assert said(panel, "rule_limit_span_max_back") == "Back to 8"
    assert part(panel, "rule_limit_span_max_back").accessibleName() == "Back to 8 people"
    click(part(panel, "rule_limit_span_max_back"))
    assert own(session, WIDE) == {"span_error": 20, "severity": "hint", "later": 1}
    assert part(panel, "rule_limit_span_max_back").isHidden()
    click(part(panel, "rule_back"))
    assert own(session, WIDE) == {"later": 1}
    assert part(panel, "rule_back").isHidden()


@pytest.mark.parametrize("typed", ["", "ten", "-1", "1e99", "1/2"])
def test_what_is_no_limit_stays_to_be_mended(panel: RulesPanel, session: Session, typed: str) -> None:
    panel.show_rule(WIDE)
    field = panel.page._limits["span_max"].field  # noqa: SLF001 -- the field itself
    field.setText(typed)
    field.commit()
    assert own(session, WIDE) is None
    assert said(panel, "rule_limit_span_max_reason") == "A limit is a number from 0 up."
    field.setText("9")
    assert part(panel, "rule_limit_span_max_reason").isHidden()
    field.commit()
    assert own(session, WIDE) == {"span_max": 9}


def test_a_share_is_typed_in_per_cent_and_kept_as_a_share(panel: RulesPanel, session: Session) -> None:
    panel.show_rule("handoff-sla-slow")
    row = panel.page._limits["slack"]  # noqa: SLF001 -- the row itself
    assert row.field.text() == "100"
    row.field.setText("150")
    row.field.commit()
    assert own(session, "handoff-sla-slow") == {"slack": 1.5}
    click(row.findChild(QWidget, "rule_limit_slack_less") or row)
    assert own(session, "handoff-sla-slow") == {"slack": 1.45}


def test_another_rule_gets_nothing_of_what_was_typed_for_the_one_before(panel: RulesPanel, session: Session) -> None:
    panel.show_rule(WIDE)
    panel.page._limits["span_max"].field.setText("9")  # noqa: SLF001 -- the field itself
    panel.show_rule("report-assistant-needed")
    assert own(session, WIDE) == {"span_max": 9}
    assert own(session, "report-assistant-needed") is None
    assert panel.page._limits["span_max"].field.text() == "8"  # noqa: SLF001 -- as above


def test_what_is_typed_is_taken_over_before_another_plan_comes(panel: RulesPanel, session: Session) -> None:
    plan = session.plan
    panel.show_rule(WIDE)
    panel.page._limits["span_max"].field.setText("9")  # noqa: SLF001 -- the field itself
    session.open(plan)
    assert own(session, WIDE) is None
    assert panel.page._limits["span_max"].field.text() == "8"  # noqa: SLF001 -- as above


def test_up_and_down_turn_the_pages_of_the_rules_listed(panel: RulesPanel) -> None:
    panel.show_rule("report-no-root")
    click(part(panel, "rules_next"))
    assert panel.rule == "report-multiple-roots"
    click(part(panel, "rules_previous"))
    click(part(panel, "rules_previous"))
    assert panel.rule == "report-no-root"
    QTest.keyClick(panel.page, Qt.Key.Key_Down, ALT)
    assert panel.rule == "report-multiple-roots"
    click(part(panel, "rules_all"))
    assert panel.rule == ""


def test_any_place_may_ask_to_change_a_rule(window: MainWindow) -> None:
    window.rules.change_rule("handoff-loop")
    assert window.rules.panel.rule == "handoff-loop"
    window.rules.panel.overview.search.setText("zzz")
    window.rules.change_rule(WIDE)
    assert window.rules.panel.rule == WIDE
    window.rules.panel.show_all()
    assert window.rules.panel.overview.search.text() == ""
    window.rules.change_rule("no-such-rule")
    assert window.rules.panel.rule == ""


def test_nothing_is_reckoned_while_the_panel_is_put_away(
    window: MainWindow, panel: RulesPanel, session: Session
) -> None:
    panel.closed.emit()
    before = panel.overview.entries
    session.perform(RenamePlan("Other"))
    assert panel.overview.entries is before
    window.actions_table["show_rules"].trigger()
    assert panel.overview.entries is not before


def test_a_finding_leads_to_its_rule(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.examiner.findings) > 0)
    window.actions_table["next_finding"].trigger()
    finding = window.surface.findings.current
    assert finding is not None
    button = window.surface.findings.findChild(QWidget, "findings_change_rule")
    assert button is not None
    click(button)
    assert window.rules.panel.isVisible()
    assert window.rules.panel.rule == finding.rule


def test_nothing_jumps_when_a_limit_is_changed(panel: RulesPanel, qtbot: QtBot) -> None:
    def tops() -> list[int]:
        qtbot.wait(50)
        return [row.y() for row in panel.page._limits.values()]  # noqa: SLF001 -- the rows themselves

    panel.show_rule(WIDE)
    before = tops()
    click(part(panel, "rule_limit_span_max_more"))
    assert tops() == before
