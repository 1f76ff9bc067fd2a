"""Find: a bar over the canvas, what answers shining, and the way through it with real keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.panels.find_bar import FindBar
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import BOSS, CARER, SDR, SELLER, WEST

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def find(window: MainWindow, typed: str) -> FindBar:
    """Press Ctrl+F, type, and wait for what answers."""
    canvas = window.surface.canvas
    window.activateWindow()
    canvas.setFocus()
    QApplication.processEvents()
    QTest.keyClick(canvas, Qt.Key.Key_F, CONTROL)
    bar = window.commands.finds.finder.bar
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, typed)
    settle(window)
    return bar


def settle(window: MainWindow) -> None:
    """What waits for a pause of the hand is done at once."""
    window.commands.finds.finder.look()


def lit(window: MainWindow) -> set[str]:
    return {key.id for key in window.surface.canvas.light.lit}


def selected(window: MainWindow) -> set[str]:
    return {key.id for key in window.surface.canvas.session.selection.keys}


def test_what_answers_shines_and_is_counted(window: MainWindow) -> None:
    bar = find(window, "west")
    assert lit(window) == {SDR, SELLER, CARER, WEST}
    assert bar.count.text() == "4 found"
    assert selected(window) == set()


def test_enter_goes_to_the_first_and_on(window: MainWindow) -> None:
    bar = find(window, "pod:west role:inbound")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert selected(window) == {SDR}
    assert bar.count.text() == "1 of 1"
    bar.field.setText("pod:west -role:ae")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert selected(window) == {CARER}
    assert bar.count.text() == "2 of 2"


def test_f3_goes_round_in_reading_order_wherever_the_keyboard_is(window: MainWindow) -> None:
    find(window, "manager:kari")
    window.surface.canvas.setFocus()
    seen = []
    for _n in range(4):
        QTest.keyClick(window.surface.canvas, Qt.Key.Key_F3)
        seen.append(min(selected(window)))
    assert seen == [SDR, SELLER, CARER, SDR]
    QTest.keyClick(window.surface.canvas, Qt.Key.Key_F3, SHIFT)
    assert selected(window) == {CARER}


def test_alt_enter_selects_all_of_them(window: MainWindow) -> None:
    bar = find(window, "manager:kari")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, ALT)
    assert selected(window) == {SDR, SELLER, CARER}


def test_escape_puts_it_away(window: MainWindow) -> None:
    bar = find(window, "west")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert lit(window) == set()
    assert window.surface.canvas.hasFocus()


def test_escape_on_the_canvas_puts_it_away_too(window: MainWindow) -> None:
    bar = find(window, "west")
    window.surface.canvas.setFocus()
    QTest.keyClick(window.surface.canvas, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_buttons_do_the_same_as_the_keys(window: MainWindow) -> None:
    bar = find(window, "manager:kari")
    for name, there in (("find_on", SDR), ("find_on", SELLER), ("find_back", SDR)):
        button = bar.findChild(QToolButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert selected(window) == {there}
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_f3_opens_it_again_with_what_was_asked_before(window: MainWindow) -> None:
    bar = find(window, "role:sdr")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    QTest.keyClick(window.surface.canvas, Qt.Key.Key_F3)
    assert bar.isVisible()
    assert selected(window) == {SDR}


def test_an_unknown_field_is_said_and_nothing_shines(window: MainWindow) -> None:
    bar = find(window, "colour:red")
    assert "“colour”" in bar.problem.text()
    assert bar.problem.isVisible()
    assert lit(window) == set()


def test_nothing_found_is_said(window: MainWindow) -> None:
    bar = find(window, "zebra")
    assert bar.count.text() == "Nothing found"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert selected(window) == set()


def test_edits_are_followed(window: MainWindow) -> None:
    session = window.surface.canvas.session
    find(window, "finnish")
    assert lit(window) == set()
    session.perform(Revise((replace(session.chart.seats[BOSS], note="Speaks Finnish"),), "Note"))
    settle(window)
    assert lit(window) == {BOSS}
    session.undo()
    settle(window)
    assert lit(window) == set()


def test_another_view_shows_what_it_can(window: MainWindow) -> None:
    find(window, "west")
    window.commands.views.show_kind("reporting")
    settle(window)
    assert lit(window) == {SDR, SELLER, CARER}


def test_what_the_rules_found_can_be_found(window: MainWindow) -> None:
    find(window, "finding:warning")
    finding = Finding("rule", Severity.WARNING, Said("Too much work.", "Hire."), "Overload", seats=(SELLER,))
    window.commands.finds.finder.follow_findings(Findings((finding,)))
    settle(window)
    assert lit(window) == {SELLER}


@pytest.mark.parametrize("typed", ['"', "-", "role:", 'a:"b', "((("])
def test_half_a_question_does_no_harm(window: MainWindow, typed: str) -> None:
    bar = find(window, typed)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.isVisible()
