"""Keys build and walk on the canvas and nowhere else; F6 goes from panel to panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from salesorg_gui.canvas.card_field import CardField
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import LineKind
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand
from tests.keyboard import ALT, CONTROL, SHIFT, Keyboard
from tests.panels.conftest import BOSS, SDR, SELLER, WEST

K = Qt.Key


@pytest.fixture
def keys(window: MainWindow, hand: Hand) -> Keyboard:
    focus_on(hand, SDR)
    return Keyboard(window)


def focus_on(hand: Hand, name: str, kind: Kind = Kind.SEAT) -> None:
    hand.session.selection.select([Key(kind, name)])


def focus(hand: Hand) -> str | None:
    found = hand.session.selection.focus
    return found.id if found is not None else None


def is_typing() -> bool:
    return isinstance(QApplication.focusWidget(), CardField)


def picker_field(window: MainWindow) -> QLineEdit:
    return window.surface.picker.field


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (K.Key_Tab, None),
        (K.Key_Return, None),
        (K.Key_Enter, None),
        (K.Key_Tab, SHIFT),
        (K.Key_F2, None),
        (K.Key_L, None),
    ],
)
def test_a_key_opens_a_card_for_typing(
    keys: Keyboard, hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier | None
) -> None:
    keys.press(key, held=held or Qt.KeyboardModifier.NoModifier)
    assert is_typing()
    keys.press(K.Key_Escape)
    assert QApplication.focusWidget() is hand.canvas
    assert hand.session.undo_label is None


def test_in_a_field_letters_are_letters_and_tab_goes_on(hand: Hand, window: MainWindow, keys: Keyboard) -> None:
    field = window.findChild(QLineEdit, "inspector_code")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    keys.write("hmrl.,", K.Key_Tab)
    assert field.text() == "hmrl.,"
    assert not window.surface.picker.is_open
    assert not is_typing()
    assert not field.hasFocus()


def test_a_double_click_types_on_the_card_and_a_handoff_opens_its_fields(hand: Hand, keys: Keyboard) -> None:
    keys.press(K.Key_Escape)
    hand.canvas.edit_requested.emit(Key(Kind.SEAT, SDR))
    assert is_typing()
    hand.canvas.give_up_typing()
    handoff = Key(Kind.HANDOFF, next(iter(hand.session.chart.handoffs)))
    hand.session.selection.select([handoff])
    hand.trigger("retype")
    assert not is_typing()


def test_what_is_typed_on_a_card_is_taken_before_another_action(keys: Keyboard, hand: Hand) -> None:
    keys.press(K.Key_Return)
    keys.write("csm")
    hand.trigger("fit")
    assert hand.session.undo_label == "Add colleague"


def test_h_draws_a_handoff_to_whoever_is_found(keys: Keyboard, hand: Hand, window: MainWindow) -> None:
    before = len(hand.session.chart.handoffs_from[SeatId(SDR)])
    keys.press(K.Key_H)
    assert picker_field(window).hasFocus()
    keys.write("sara", K.Key_Return)
    assert len(hand.session.chart.handoffs_from[SeatId(SDR)]) == before + 1
    assert focus(hand) == SDR
    assert QApplication.focusWidget() is hand.canvas


def test_who_cannot_receive_is_shown_but_not_taken(keys: Keyboard, hand: Hand, window: MainWindow) -> None:
    before = hand.session.plan
    keys.press(K.Key_H)
    boss = hand.session.chart.seats[SeatId(BOSS)]
    keys.write(boss.holder, K.Key_Return)
    assert hand.session.plan is before
    assert window.surface.picker.is_open
    keys.press(K.Key_Escape)


def test_m_draws_a_dotted_line_and_r_changes_the_manager(keys: Keyboard, hand: Hand) -> None:
    keys.press(K.Key_M)
    keys.write("sara", K.Key_Return)
    assert [line.manager for line in hand.session.chart.dotted_up[SeatId(SDR)]] == [SELLER]
    keys.press(K.Key_R)
    keys.write("sara", K.Key_Return)
    assert hand.session.chart.manager_of(SeatId(SDR)) == SELLER
    assert {line.kind for line in hand.session.chart.lines_up[SeatId(SDR)]} == {LineKind.SOLID}


@pytest.mark.parametrize("key", [K.Key_H, K.Key_M, K.Key_R])
def test_without_a_seat_nothing_is_asked(keys: Keyboard, hand: Hand, window: MainWindow, key: Qt.Key) -> None:
    focus_on(hand, WEST, Kind.POD)
    keys.press(key)
    assert not window.surface.picker.is_open


def test_a_handoff_is_picked_and_deleted_without_a_mouse(keys: Keyboard, hand: Hand) -> None:
    keys.press(K.Key_Period)
    found = hand.session.selection.focus
    assert found is not None
    assert found.kind is Kind.HANDOFF
    keys.press(K.Key_Comma, K.Key_Period)
    assert hand.session.selection.focus == found
    keys.press(K.Key_Escape)
    assert focus(hand) == SDR
    keys.press(K.Key_Period, K.Key_Delete)
    assert found.id not in hand.session.chart.handoffs
    assert focus(hand) == SDR


def test_nothing_drawn_nothing_picked(keys: Keyboard, hand: Hand) -> None:
    chart = hand.session.chart
    lone = next(seat.id for seat in chart.seats.values() if seat.id == BOSS)
    focus_on(hand, lone)
    keys.press(K.Key_Period)
    hand.session.selection.clear()
    keys.press(K.Key_Period)
    assert hand.session.selection.focus is None


def test_delete_goes_on_to_who_stood_beside(keys: Keyboard, hand: Hand) -> None:
    keys.press(K.Key_Delete)
    assert SDR not in hand.session.chart.seats
    assert focus(hand) in hand.session.chart.seats


def test_undo_goes_back_to_the_card_one_came_from(keys: Keyboard, hand: Hand) -> None:
    keys.press(K.Key_Tab)
    keys.write("ae", K.Key_Return)
    added = focus(hand)
    assert added != SDR
    keys.press(K.Key_Z, held=CONTROL)
    assert added not in hand.session.chart.seats
    assert focus(hand) == SDR
    keys.press(K.Key_Z, held=CONTROL | SHIFT)
    assert focus(hand) == SDR
    hand.trigger("undo")


def test_arrows_home_and_end_walk_the_pod(keys: Keyboard, hand: Hand) -> None:
    members = [seat.id for seat in hand.session.chart.members[hand.session.chart.seats[SeatId(SDR)].pod]]
    keys.press(K.Key_End)
    assert focus(hand) == members[-1]
    keys.press(K.Key_Home)
    assert focus(hand) == members[0]
    keys.press(K.Key_Down)
    assert focus(hand) == members[1]
    keys.press(K.Key_End, held=SHIFT)
    assert {key.id for key in hand.session.selection.keys} == set(members[1:])
    keys.press(K.Key_Home)
    keys.press(K.Key_Down, held=SHIFT)
    assert len(hand.session.selection.keys) == 2
    keys.press(K.Key_Left)
    keys.press(K.Key_Right)
    assert focus(hand) is not None


def test_control_and_arrows_move_along_the_pod_and_levels(keys: Keyboard, hand: Hand) -> None:
    pod = hand.session.chart.seats[SeatId(SDR)].pod
    before = [seat.id for seat in hand.session.chart.members[pod]]
    keys.press(K.Key_Down, held=CONTROL)
    after = [seat.id for seat in hand.session.chart.members[pod]]
    assert after.index(SeatId(SDR)) == before.index(SeatId(SDR)) + 1
    keys.press(K.Key_Up, held=CONTROL)
    assert [seat.id for seat in hand.session.chart.members[pod]] == before
    keys.press(K.Key_Right, held=CONTROL | ALT)
    keys.press(K.Key_Left, held=SHIFT | ALT)
    keys.press(K.Key_Right, held=SHIFT | ALT)
    hand.session.selection.clear()
    keys.press(K.Key_Down, held=CONTROL)
    assert [seat.id for seat in hand.session.chart.members[pod]] == before


def test_f6_goes_round_the_panels_and_back(keys: Keyboard, hand: Hand, window: MainWindow) -> None:
    surface = window.surface
    hand.trigger("show_findings")
    order = (surface.inspector, surface.findings, surface.palette, surface.canvas)
    for panel in order:
        keys.press(K.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel is focused or panel.isAncestorOf(focused)
    keys.press(K.Key_F6, held=SHIFT)
    assert surface.palette.search.hasFocus()


def test_the_way_to_begin_makes_room_for_the_first_card(window: MainWindow, hand: Hand) -> None:
    hand.trigger("new")
    keys = Keyboard(window)
    assert window.surface.empty.isVisible()
    keys.press(K.Key_Tab)
    assert not window.surface.empty.isVisible()
    keys.press(K.Key_Escape)
    assert window.surface.empty.isVisible()
    QTest.keyClick(hand.canvas, K.Key_Return)
    assert is_typing()
