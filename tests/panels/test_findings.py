"""The findings are listed, filtered, explained where they stand, settled and lived with."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import Accept, RenamePlan, SetParameter
from salesorg_gui.domain.ids import Key, Kind, SeatId, StageId
from salesorg_gui.panels.findings.panel import FindingsPanel
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from salesorg_gui.rules.remedies.remedy import Remedy
from salesorg_gui.session.session import Session
from tests.panels.conftest import BOSS, SDR, SELLER
from tests.panels.typing import found, press, type_into

K = Qt.Key
HINT = Finding("report-atypical-manager", Severity.HINT, Said("A hint.", "Try it."), "Odd manager", seats=(SDR,))
WARNING = Finding(
    "report-span-too-wide", Severity.WARNING, Said("Too late.", "Be faster."), "Wide", seats=(BOSS, SELLER)
)
ERROR = Finding("report-cycle", Severity.ERROR, Said("A circle.", "Break it."), "Circle", seats=(SDR, SELLER))
ACCEPTED = Finding(
    "handoff-sla-slow", Severity.WARNING, Said("Odd.", "Mend it."), "Slow", seats=(SDR,), accepted="It is so"
)
NOTHING = RenamePlan("Nordlys")
FOUND = Findings((ERROR, WARNING, ACCEPTED, HINT))


@pytest.fixture
def panel(ground: Ground) -> Iterator[FindingsPanel]:
    panel = FindingsPanel(ground)
    panel.resize(1000, 300)
    panel.show()
    panel.show_findings(FOUND)
    yield panel
    panel.close()
    panel.deleteLater()


def listed(panel: FindingsPanel) -> list[str]:
    return [row.finding.rule for row in panel.view.rows.rows if row.finding is not None]


def texts(panel: FindingsPanel) -> str:
    below = panel.explaining.below
    return "\n".join(label.text() for label in below.findChildren(QLabel) if label.isVisible())


def click(panel: FindingsPanel, finding: Finding) -> None:
    rect = panel.view.visualRect(panel.view.rows.index(panel.view.rows.place_of(finding)))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def key(panel: FindingsPanel, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(panel.view, one)


def test_the_worst_stands_first_and_the_accepted_wait_in_their_fold(panel: FindingsPanel) -> None:
    assert listed(panel) == [ERROR.rule, WARNING.rule, HINT.rule]
    assert panel.view.rows.rows[-1].text == "Accepted"


def test_one_severity_at_a_time(panel: FindingsPanel) -> None:
    press(panel, "findings_warning")
    assert listed(panel) == [WARNING.rule]
    press(panel, "findings_warning")
    assert len(listed(panel)) == 3


def test_what_is_typed_is_looked_for_in_every_word_of_a_finding(panel: FindingsPanel) -> None:
    type_into(panel, "findings_search", "sara faster")
    assert listed(panel) == []
    type_into(panel, "findings_search", "kari faster")
    assert listed(panel) == [WARNING.rule]
    type_into(panel, "findings_search", "nothing of the kind")
    assert "answers" in found(panel, QLabel, "findings_nothing").text()


def test_without_findings_the_panel_says_so(panel: FindingsPanel) -> None:
    panel.show_findings(Findings())
    assert "works as drawn" in found(panel, QLabel, "findings_nothing").text()


def test_only_what_is_found_about_the_selection(panel: FindingsPanel, session: Session) -> None:
    press(panel, "findings_selection")
    assert listed(panel) == []
    session.selection.select([Key(Kind.SEAT, BOSS)])
    assert listed(panel) == [WARNING.rule]


def test_the_order_is_by_severity_or_by_subject(panel: FindingsPanel) -> None:
    press(panel, "findings_order_group")
    assert [row.text for row in panel.view.rows.rows if row.finding is None] == ["Reporting", "Accepted"]


def test_a_click_explains_a_finding_and_shows_its_culprits(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignals([panel.picked, panel.concerned, panel.remedies_wanted]):
        click(panel, WARNING)
    assert panel.current == WARNING
    said = texts(panel)
    assert "Be faster." in said
    assert "From guides to building a sales team" in said
    assert "8 people" in said


def test_a_limit_of_the_plan_is_told_with_the_usual_one(panel: FindingsPanel, session: Session) -> None:
    session.perform(SetParameter(WARNING.rule, "span_max", 5))
    click(panel, WARNING)
    assert "5 people, usually 8 people" in texts(panel)


def test_another_click_folds_the_explanation(panel: FindingsPanel) -> None:
    click(panel, WARNING)
    click(panel, WARNING)
    assert panel.explaining.finding is None
    assert not panel.explaining.below.isVisible()


def test_rows_stand_where_they_can_be_clicked_below_the_explanation(panel: FindingsPanel) -> None:
    click(panel, ERROR)
    click(panel, HINT)
    assert panel.current == HINT
    view = panel.view
    for place in range(view.rows.rowCount()):
        rect = view.visualRect(view.rows.index(place))
        assert view.indexAt(rect.center()).row() == place
    inside = panel.explaining.below.geometry().center()
    assert not view.indexAt(inside).isValid()
    assert not view.indexAt(QPoint(5, 9_000)).isValid()


def test_enter_explains_and_once_more_goes_to_what_can_be_done(panel: FindingsPanel) -> None:
    panel.view.setFocus()
    key(panel, K.Key_Home, K.Key_Down, K.Key_Return)
    assert panel.current == ERROR
    panel.show_remedies(ERROR, (Remedy("Cut it", NOTHING),))
    key(panel, K.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Cut it"


def test_arrows_fold_and_unfold(panel: FindingsPanel) -> None:
    panel.view.setFocus()
    key(panel, K.Key_Home, K.Key_Left)
    assert ERROR.rule not in listed(panel)
    key(panel, K.Key_Right)
    assert ERROR.rule in listed(panel)
    key(panel, K.Key_Down, K.Key_Right)
    assert panel.explaining.finding == ERROR
    key(panel, K.Key_Left)
    assert not panel.explaining.below.isVisible()
    key(panel, K.Key_Left)
    assert panel.view.currentIndex().row() == 0


def test_walking_lights_up_what_is_concerned(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.view.setFocus()
    key(panel, K.Key_Home)
    with qtbot.waitSignal(panel.concerned) as concerned:
        key(panel, K.Key_Down)
    assert concerned.args == [ERROR]


def test_pointing_lights_up_and_leaving_gives_back_what_is_at_hand(panel: FindingsPanel, qtbot: QtBot) -> None:
    click(panel, HINT)
    panel.view.verticalScrollBar().setValue(0)
    spot = panel.view.visualRect(panel.view.rows.index(panel.view.rows.place_of(ERROR))).center()
    with qtbot.waitSignal(panel.concerned) as concerned:
        QTest.mouseMove(panel.view.viewport(), spot)
    assert concerned.args == [ERROR]
    with qtbot.waitSignal(panel.concerned) as concerned:
        panel.view.pointed_at.emit(None)
    assert concerned.args == [HINT]


def test_a_warning_is_accepted_with_a_reason(panel: FindingsPanel, session: Session) -> None:
    click(panel, WARNING)
    press(panel, "findings_accept_ask")
    type_into(panel, "findings_reason", "Agreed in May")
    assert [(one.rule, one.reason) for one in session.chart.accepted] == [(WARNING.rule, "Agreed in May")]
    assert panel.view.hasFocus()


def test_a_key_accepts_too_and_escape_thinks_better_of_it(panel: FindingsPanel, session: Session) -> None:
    panel.view.setFocus()
    key(panel, K.Key_Home, K.Key_Down, K.Key_Down, K.Key_Down, K.Key_A)
    QTest.keyClick(found(panel, QPushButton, "findings_accept"), K.Key_Escape)
    assert panel.explaining.finding == WARNING
    assert session.chart.accepted == ()
    key(panel, K.Key_A)
    type_into(panel, "findings_reason", "Agreed")
    assert len(session.chart.accepted) == 1


def test_without_a_reason_nothing_is_accepted(panel: FindingsPanel, session: Session) -> None:
    click(panel, WARNING)
    press(panel, "findings_accept_ask")
    press(panel, "findings_accept")
    assert session.chart.accepted == ()


def test_an_error_cannot_be_accepted(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    click(panel, ERROR)
    assert not [one for one in panel.findChildren(QPushButton, "findings_accept_ask") if one.isVisible()]
    with qtbot.waitSignal(panel.hint, check_params_cb=lambda text: "cannot be accepted" in text):
        key(panel, K.Key_A)
    assert session.chart.accepted == ()


def test_an_accepted_one_tells_why_and_comes_back(panel: FindingsPanel, qtbot: QtBot, session: Session) -> None:
    session.perform(Accept(ACCEPTED.rule, ACCEPTED.subjects, "It is so"))
    panel.view.setFocus()
    key(panel, K.Key_End, K.Key_Return, K.Key_Down, K.Key_Return)
    assert "Accepted: It is so" in texts(panel)
    press(panel, "findings_show_again")
    assert session.chart.accepted == ()


def test_the_explanation_goes_with_its_finding(panel: FindingsPanel) -> None:
    click(panel, WARNING)
    panel.show_findings(Findings((ERROR, HINT)))
    assert panel.explaining.finding is None
    row = panel.view.row
    assert row is not None
    assert row.finding == HINT


def test_where_a_settled_finding_stood_the_keyboard_comes_to_the_folded_rule_after_it(panel: FindingsPanel) -> None:
    many = tuple(WARNING._replace(rule="handoff-sla-slow", seats=(SeatId(f"s{number}"),)) for number in range(12))
    panel.show_findings(Findings((ERROR, WARNING, *many)))
    click(panel, WARNING)
    panel.show_findings(Findings((ERROR, *many)))
    row = panel.view.row
    assert row is not None
    assert (row.id, row.is_open) == (panel.view.rows.rows[3].id, False)
    assert panel.view.rows.place_of(many[0]) < 0
    assert panel.step(1) == many[0]


def test_what_is_offered_for_another_finding_is_not_shown(panel: FindingsPanel) -> None:
    click(panel, WARNING)
    panel.show_remedies(ERROR, (Remedy("Cut it", NOTHING),))
    assert list(panel.explaining.below.remedies.buttons) == []
    panel.show_remedies(WARNING, ())
    assert "takes a decision" in texts(panel)


def test_a_remedy_says_how_many_errors_it_brings(panel: FindingsPanel) -> None:
    click(panel, WARNING)
    panel.show_remedies(WARNING, (Remedy("Cut", NOTHING, 2),))
    assert panel.explaining.below.remedies.buttons[0].accessibleName() == "Cut (2 new errors)"


def test_a_row_is_read_aloud_whole(panel: FindingsPanel) -> None:
    rows = panel.view.rows
    text = str(rows.data(rows.index(rows.place_of(WARNING)), Qt.ItemDataRole.AccessibleTextRole))
    assert text.startswith("Warning. Too late.")
    assert "Kari Lund" in text
    heading = str(rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert heading == "Errors, 1 finding, unfolded"


def test_the_list_is_a_list_for_the_ear(panel: FindingsPanel) -> None:
    spoken = QAccessible.queryAccessibleInterface(panel.view)
    assert spoken.role() == QAccessible.Role.List
    assert spoken.childCount() == panel.view.rows.rowCount()


def test_steps_go_round_and_open_what_is_folded(panel: FindingsPanel) -> None:
    slow = HINT._replace(rule="handoff-sla-slow")
    many = tuple(slow._replace(said=Said(f"Slow {n}.", slow.fix), stages=(StageId(str(n)),)) for n in range(9))
    panel.show_findings(Findings((ERROR, *many)))
    assert listed(panel) == [ERROR.rule]
    for _time in range(3):
        panel.step(1)
    assert panel.current == many[1]
    assert len(listed(panel)) == 10
    panel.step(-1)
    panel.step(-1)
    assert panel.current == ERROR


@pytest.mark.parametrize("width", [460, 700, 1000, 1600])
def test_an_explanation_has_room_for_all_it_says(panel: FindingsPanel, width: int) -> None:
    panel.resize(width, 400)
    for finding in (ERROR, WARNING, HINT, ERROR):
        panel.go_to(finding._replace(said=Said("A long sentence about many people. " * 6, finding.fix)))
        QApplication.processEvents()
        labels = [one for one in panel.explaining.below.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
        assert len(labels) >= 3
        assert [one.objectName() for one in labels if one.height() < one.heightForWidth(one.width())] == []


def test_whoever_goes_to_a_finding_that_is_filtered_out_sees_it(panel: FindingsPanel) -> None:
    press(panel, "findings_error")
    panel.go_to(HINT)
    assert panel.explaining.finding == HINT
    assert HINT.rule in listed(panel)


def test_going_to_a_finding_that_is_gone_explains_nothing(panel: FindingsPanel) -> None:
    panel.show_findings(Findings())
    panel.go_to(HINT)
    assert panel.explaining.finding is None
