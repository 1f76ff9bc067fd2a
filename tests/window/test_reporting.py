"""The reporting view in the window: styles from bar, menu and key, folding by tap and chip, assistants."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame

from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.layout.blocks import chip_under
from salesorg_gui.panels.chooser import Chooser
from salesorg_gui.panels.inspector.branch import style_choices
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand
from tests.panels.conftest import BOSS, CARER, SDR, SELLER

BAR = "style_bar"


@pytest.fixture(autouse=True)
def reporting(window: MainWindow) -> None:
    window.actions_table["reporting"].trigger()
    QApplication.processEvents()


def select(hand: Hand, *names: str) -> None:
    hand.session.selection.select([Key(Kind.SEAT, name) for name in names])
    QApplication.processEvents()


def bar(window: MainWindow) -> QFrame:
    found = window.findChild(QFrame, BAR)
    assert isinstance(found, QFrame)
    return found


def click(window: MainWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def style(hand: Hand) -> tuple[str, int]:
    seat = hand.session.chart.seats[BOSS]
    return seat.branch, seat.columns


def tap_space(hand: Hand) -> None:
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)


def test_the_bar_stands_under_one_selected_manager_and_nobody_else(hand: Hand, window: MainWindow) -> None:
    assert bar(window).isHidden()
    select(hand, BOSS)
    assert bar(window).isVisible()
    select(hand, SDR)
    assert bar(window).isHidden()
    select(hand, BOSS, SDR)
    assert bar(window).isHidden()
    select(hand, BOSS)
    window.actions_table["board"].trigger()
    assert bar(window).isHidden()


def test_the_bar_covers_no_card(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    place = bar(window).geometry()
    for rect in hand.canvas.picture.layout.cards.values():
        corner = hand.canvas.to_viewport(rect.centre).toPoint()
        assert not place.contains(corner)


def test_the_bar_goes_along_with_the_chart(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    before = bar(window).pos()
    hand.canvas.look(hand.canvas.camera.panned(-60, -40))
    hand.canvas.grab()
    QApplication.processEvents()
    assert bar(window).pos().x() == before.x() - 60


def test_a_click_on_the_bar_styles_the_branch(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    click(window, "style_bar_styles_columns")
    assert style(hand) == ("columns", 0)
    click(window, "style_bar_more")
    assert style(hand) == ("columns", 3)
    click(window, "style_bar_fewer")
    assert style(hand) == ("columns", 2)
    click(window, "style_bar_styles_auto")
    assert style(hand) == ("", 0)
    assert hand.session.undo_label == "Style branch"


def test_the_keyboard_stays_with_the_chart(hand: Hand, window: MainWindow) -> None:
    hand.canvas.setFocus()
    select(hand, BOSS)
    click(window, "style_bar_styles_wide")
    assert style(hand) == ("wide", 0)
    assert all(button.focusPolicy() is Qt.FocusPolicy.NoFocus for button in bar(window).findChildren(QAbstractButton))


def test_the_menu_styles_several_branches_and_says_how_they_stand(hand: Hand, window: MainWindow) -> None:
    actions = window.actions_table
    assert not actions["branch_wide"].isEnabled()
    select(hand, BOSS, SDR)
    actions["branch_wide"].trigger()
    assert style(hand) == ("wide", 0)
    assert actions["branch_wide"].isChecked()
    assert not actions["branch_auto"].isChecked()


def test_one_key_goes_through_the_styles(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    seen = []
    for _ in range(5):
        window.actions_table["cycle_branch"].trigger()
        seen.append(style(hand)[0])
    assert seen == ["wide", "columns", "hang_right", "hang_left", ""]


def test_columns_step_between_two_and_eight(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    for _ in range(9):
        window.actions_table["more_columns"].trigger()
    assert style(hand) == ("columns", 8)
    for _ in range(9):
        window.actions_table["fewer_columns"].trigger()
    assert style(hand) == ("columns", 2)


def test_a_report_becomes_an_assistant_and_back(hand: Hand, window: MainWindow) -> None:
    select(hand, SDR, SELLER)
    action = window.actions_table["assistant"]
    action.trigger()
    lines = hand.session.chart.lines
    assert [lines[LineId(f"l{n}")].is_assistant for n in range(3)] == [True, True, False]
    assert action.isChecked()
    select(hand, SDR, CARER)
    assert not action.isChecked()
    select(hand, SDR)
    action.trigger()
    assert not hand.session.chart.lines[LineId("l0")].is_assistant
    select(hand, BOSS)
    assert not action.isEnabled()


def test_a_tap_on_the_space_bar_folds_and_unfolds(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    tap_space(hand)
    assert hand.canvas.folded == {BOSS}
    assert hand.canvas.picture.bounds(Key(Kind.SEAT, SDR)) is None
    tap_space(hand)
    assert hand.canvas.folded == frozenset()
    assert "Space" in window.actions_table["fold"].text()


def test_a_space_bar_that_panned_folds_nothing(hand: Hand) -> None:
    select(hand, BOSS)
    port = hand.canvas.viewport()
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=port.rect().center())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=port.rect().center())
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert hand.canvas.folded == frozenset()


def test_a_click_on_the_chip_unfolds_and_picks_nothing_else(hand: Hand) -> None:
    select(hand, BOSS)
    tap_space(hand)
    chip = chip_under(hand.rect(Key(Kind.SEAT, BOSS)), 3)
    QTest.mouseClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, pos=hand.on_screen(chip.centre))
    assert hand.canvas.folded == frozenset()
    assert hand.session.selection.keys == {Key(Kind.SEAT, BOSS)}


def test_a_folded_card_stays_where_it_is_on_the_screen(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    window.actions_table["branch_wide"].trigger()
    before = hand.on_screen(hand.rect(Key(Kind.SEAT, BOSS)).centre)
    tap_space(hand)
    assert hand.on_screen(hand.rect(Key(Kind.SEAT, BOSS)).centre) == before


def test_all_below_folds_and_unfolds(hand: Hand, window: MainWindow) -> None:
    from salesorg_gui.domain.edits.lines import ReportTo

    hand.session.perform(ReportTo((SELLER, CARER), SDR))
    window.actions_table["fold_below"].trigger()
    assert hand.canvas.folded == {SDR}
    window.actions_table["unfold_all"].trigger()
    assert hand.canvas.folded == frozenset()
    select(hand, BOSS)
    window.actions_table["fold_below"].trigger()
    assert hand.canvas.folded == {SDR}


def test_the_board_folds_nothing(hand: Hand, window: MainWindow) -> None:
    window.actions_table["board"].trigger()
    select(hand, BOSS)
    tap_space(hand)
    assert hand.canvas.folded == frozenset()
    assert not window.actions_table["fold"].isEnabled()


def test_the_fold_button_of_the_bar_folds(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    click(window, "style_bar_fold")
    assert hand.canvas.folded == {SeatId("boss")}


def test_the_fields_of_a_seat_say_how_its_reports_stand(hand: Hand, window: MainWindow) -> None:
    select(hand, BOSS)
    branch = window.findChild(Chooser, "inspector_branch")
    tick = window.findChild(QAbstractButton, "inspector_assistant")
    assert isinstance(branch, Chooser)
    assert isinstance(tick, QAbstractButton)
    assert (branch.currentText(), tick.isHidden()) == ("As fits", True)
    for text, expected in (("3 columns", ("columns", 3)), ("Hang left", ("hang_left", 0)), ("As fits", ("", 0))):
        branch.chosen.emit(next(choice.value for choice in style_choices() if choice.text == text))
        assert style(hand) == expected
        assert branch.currentText() == text


def test_the_fields_of_a_report_make_it_an_assistant(hand: Hand, window: MainWindow) -> None:
    select(hand, SDR)
    tick = window.findChild(QAbstractButton, "inspector_assistant")
    assert isinstance(tick, QAbstractButton)
    tick.click()
    assert hand.session.chart.lines[LineId("l0")].is_assistant
    assert tick.isChecked()
    tick.click()
    assert not hand.session.chart.lines[LineId("l0")].is_assistant
