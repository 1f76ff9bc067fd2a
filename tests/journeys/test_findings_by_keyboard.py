"""The whole round by keyboard alone: find, understand, see and do a remedy, accept with a reason, next."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Line
from salesorg_gui.panels.findings.grouping import RowKind
from salesorg_gui.resources import resource
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.storage.reading import read
from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import nothing_left_behind
from tests.keyboard import CONTROL, SHIFT, Keyboard
from tests.windows import open_window

pytestmark = pytest.mark.slow

F8, ENTER, TAB = Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_Tab


def troubled() -> Plan:
    """The example with a seat that reports to itself, three in a circle, and handoffs without limits."""
    plan = read(resource("examples", "nordlys.salesorg")).plan
    chart = plan.first_chart
    managers = {"head-no": "lead-oslo", "lead-oslo": "ae-oslo", "ae-oslo": "head-no"}
    lines = {
        id: replace(line, manager=SeatId(managers.get(line.report, line.manager))) for id, line in chart.lines.items()
    }
    itself = Line(LineId("itself"), SeatId("kam"), SeatId("kam"))
    handoffs = {id: replace(handoff, limit_hours=None) for id, handoff in chart.handoffs.items()}
    return plan.with_chart(replace(chart, lines=lines | {itself.id: itself}, handoffs=handoffs))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with nothing_left_behind(), open_window(tmp_path, troubled()) as window:
        yield window


@pytest.fixture
def keys(window: MainWindow, qtbot: QtBot) -> Keyboard:
    look(window, qtbot)
    return Keyboard(window)


def look(window: MainWindow, qtbot: QtBot) -> None:
    """Let the rules catch up."""
    with qtbot.waitSignal(window.examiner.found, timeout=20_000):
        window.examiner.look_again()


def at_hand(window: MainWindow) -> Finding:
    finding = window.surface.findings.explaining.finding
    assert finding is not None
    return finding


def go_to(keys: Keyboard, window: MainWindow, rule: str) -> Finding:
    """Press F8 until this rule speaks."""
    for _time in range(200):
        keys.press(F8)
        if at_hand(window).rule == rule:
            return at_hand(window)
    raise AssertionError(rule)


def is_previewing(window: MainWindow) -> bool:
    return window.surface.canvas.is_previewing


def offered(window: MainWindow, qtbot: QtBot) -> list[str]:
    """The remedies, once they are there."""
    below = window.surface.findings.explaining.below
    qtbot.waitUntil(lambda: bool(below.remedies.buttons), timeout=20_000)
    return [button.accessibleName() for button in below.remedies.buttons]


def test_f8_opens_the_panel_selects_explains_and_lights_up(keys: Keyboard, window: MainWindow) -> None:
    panel, canvas = window.surface.findings, window.surface.canvas
    assert not panel.isVisible()
    zoom = canvas.zoom
    keys.press(F8)
    assert panel.isVisible()
    first = at_hand(window)
    assert first.severity is Severity.ERROR
    assert canvas.light.concerned >= {key for key in first.keys if canvas.session.chart.record(key) is not None}
    assert canvas.light.severity == "error"
    assert canvas.session.selection.keys <= set(first.keys)
    assert canvas.zoom == zoom
    said = [label.text() for label in panel.explaining.below.findChildren(QLabel) if label.isVisible()]
    assert any(window.parts.ground.catalogue.rules[first.rule].why == text for text in said)
    keys.press(F8)
    second = at_hand(window)
    assert second != first
    keys.press(F8, held=SHIFT)
    assert at_hand(window) == first


def test_a_circle_shines_as_a_circle(keys: Keyboard, window: MainWindow) -> None:
    finding = go_to(keys, window, "report-cycle")
    concerned = window.surface.canvas.light.concerned
    assert {Key(Kind.SEAT, seat) for seat in ("head-no", "lead-oslo", "ae-oslo")} <= concerned
    assert len(finding.lines) == 3
    assert {Key(Kind.LINE, line) for line in finding.lines} <= concerned
    picture = window.surface.canvas.picture
    assert {Key(Kind.LINE, line) for line in finding.lines} <= set(picture.edges_in(picture.layout.bounds))


def test_a_finding_is_fixed_from_its_row_and_the_next_one_comes(
    keys: Keyboard, window: MainWindow, qtbot: QtBot
) -> None:
    canvas, panel = window.surface.canvas, window.surface.findings
    go_to(keys, window, "report-self-line")
    offered(window, qtbot)
    keys.press(ENTER)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert is_previewing(window)
    keys.press(ENTER)
    assert not is_previewing(window)
    assert LineId("itself") not in canvas.session.chart.lines
    assert panel.view.hasFocus()
    look(window, qtbot)
    assert panel.explaining.finding is None
    row = panel.view.row
    assert row is not None
    keys.press(F8)
    assert at_hand(window) == row.finding
    keys.press(Qt.Key.Key_Z, held=CONTROL)
    assert LineId("itself") in canvas.session.chart.lines


def test_one_key_fixes_what_is_at_hand(keys: Keyboard, window: MainWindow, qtbot: QtBot) -> None:
    go_to(keys, window, "report-self-line")
    keys.press(Qt.Key.Key_Period, held=CONTROL)
    qtbot.waitUntil(lambda: LineId("itself") not in window.surface.canvas.session.chart.lines)


def test_a_warning_is_accepted_with_a_reason_and_taken_back(keys: Keyboard, window: MainWindow, qtbot: QtBot) -> None:
    session, panel = window.surface.canvas.session, window.surface.findings
    finding = go_to(keys, window, "handoff-sla-missing")
    keys.press(Qt.Key.Key_A)
    keys.write("Agreed in May", ENTER)
    assert [(one.rule, one.reason) for one in session.chart.accepted] == [(finding.rule, "Agreed in May")]
    look(window, qtbot)
    assert finding not in window.examiner.findings.unsettled
    keys.press(Qt.Key.Key_End)
    last = panel.view.row
    assert last is not None
    assert (last.kind, last.text, last.number) == (RowKind.HEADING, "Accepted", 1)
    keys.press(ENTER, Qt.Key.Key_Down, ENTER, ENTER)
    again = QApplication.focusWidget()
    assert isinstance(again, QPushButton)
    assert again.objectName() == "findings_show_again"
    keys.press(ENTER)
    assert session.chart.accepted == ()


def test_an_error_gives_no_way_to_live_with_it(keys: Keyboard, window: MainWindow) -> None:
    go_to(keys, window, "report-cycle")
    keys.press(Qt.Key.Key_A)
    below = window.surface.findings.explaining.below
    seen = {button.objectName() for button in below.findChildren(QPushButton) if button.isVisible()}
    assert not seen & {"findings_accept_ask", "findings_accept"}


def test_escape_leads_back_to_the_chart_and_to_the_culprit(keys: Keyboard, window: MainWindow) -> None:
    canvas = window.surface.canvas
    finding = go_to(keys, window, "report-self-line")
    keys.press(Qt.Key.Key_Escape)
    assert canvas.hasFocus()
    assert canvas.session.selection.keys <= set(finding.keys)
    keys.press(F8)
    assert at_hand(window) != finding


def test_selecting_something_else_puts_the_light_out(keys: Keyboard, window: MainWindow) -> None:
    canvas = window.surface.canvas
    go_to(keys, window, "report-self-line")
    assert canvas.light.concerned
    canvas.session.selection.select([Key(Kind.SEAT, "ae-gbg")])
    assert not canvas.light.concerned


def test_putting_the_panel_away_puts_the_light_out(keys: Keyboard, window: MainWindow) -> None:
    keys.press(F8)
    assert window.surface.canvas.light.concerned
    keys.press(Qt.Key.Key_F, held=CONTROL | SHIFT)
    assert not window.surface.findings.isVisible()
    assert not window.surface.canvas.light.concerned


def test_from_far_away_f8_comes_near_enough_to_read(keys: Keyboard, window: MainWindow) -> None:
    canvas = window.surface.canvas
    canvas.look(canvas.camera.zoomed(0.2, 0.0, 0.0))
    keys.press(F8)
    assert canvas.zoom >= 0.5


def test_a_search_narrows_the_way(keys: Keyboard, window: MainWindow) -> None:
    keys.press(F8)
    window.surface.findings.filters.search.setFocus()
    keys.write("time limit", ENTER)
    keys.press(F8)
    assert at_hand(window).rule.startswith("handoff-sla")
    keys.press(F8)
    assert at_hand(window).rule.startswith("handoff-sla")


@pytest.mark.parametrize("view", ["reporting", "handoffs"])
def test_every_view_leads_to_the_culprit(keys: Keyboard, window: MainWindow, view: str) -> None:
    window.commands.views.show_kind(view)
    canvas = window.surface.canvas
    for _time in range(8):
        keys.press(F8)
        keys_there = [key for key in at_hand(window).keys if canvas.session.chart.record(key) is not None]
        assert any(canvas.picture.bounds(key) is not None for key in keys_there)


def test_f8_right_after_opening_waits_for_the_rules_and_goes_to_the_first(
    keys: Keyboard, window: MainWindow, qtbot: QtBot
) -> None:
    session, panel = window.surface.canvas.session, window.surface.findings
    session.open(replace(troubled(), title="Another"))
    keys.press(F8)
    assert panel.isVisible()
    assert panel.explaining.finding is None
    said = window.findChild(QLabel, "status_text")
    assert said is not None
    assert said.text() == "The rules are still looking."
    qtbot.waitUntil(lambda: panel.explaining.finding is not None, timeout=20_000)
    assert at_hand(window).severity is Severity.ERROR
    assert at_hand(window) == window.examiner.findings.found[0]


def test_the_badge_of_a_card_opens_the_panel_at_what_it_stands_for(window: MainWindow, keys: Keyboard) -> None:
    canvas, panel = window.surface.canvas, window.surface.findings
    key = Key(Kind.SEAT, "kam")
    canvas.finding_wanted.emit(key)
    assert panel.isVisible()
    assert at_hand(window).rule == "report-self-line"
    assert canvas.session.selection.keys == {key}
    canvas.finding_wanted.emit(Key(Kind.SEAT, "nobody"))
    assert at_hand(window).rule == "report-self-line"
