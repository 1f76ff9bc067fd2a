"""What the actions of the window do, with real keys where a person would use them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.flow_parts import Flow, Lanes
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.palette_entries import Entry, EntryKind
from salesorg_gui.window.action_table import table
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand
from tests.panels.conftest import BOSS, SDR, SELLER, WEST
from tests.panels.typing import press, type_into


def select(hand: Hand, *names: str) -> None:
    hand.session.selection.select([Key(Kind.SEAT, name) for name in names])


def test_every_action_has_a_name_a_text_and_says_what_it_does(window: MainWindow) -> None:
    for spec in table():
        action = window.actions_table[spec.id]
        assert action.objectName() == f"action_{spec.id}"
        assert action.text()
        assert action.statusTip()


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key for spec in table() for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_every_action_stands_in_a_menu(window: MainWindow) -> None:
    listed = {
        action.objectName() for menu in window.menus.findChildren(type(window.menus.main)) for action in menu.actions()
    }
    hidden = {"action_clear_recent"}  # stands there as soon as there is something to clear
    assert {f"action_{spec.id}" for spec in table()} - hidden <= listed


def test_undo_and_redo_say_what_they_would_do(hand: Hand, window: MainWindow) -> None:
    assert not window.actions_table["undo"].isEnabled()
    select(hand, SDR)
    type_into(window, "inspector_fte", "0.5")
    assert window.actions_table["undo"].statusTip() == "Undo: Change FTE."
    hand.trigger("undo")
    assert window.actions_table["redo"].statusTip() == "Redo: Change FTE."


def test_what_is_being_typed_is_taken_over_before_an_action(hand: Hand, window: MainWindow) -> None:
    select(hand, SDR)
    type_into(window, "inspector_goal", "Faster", enter=False)
    hand.trigger("duplicate")
    assert [seat.goal for seat in hand.session.chart.seats.values() if seat.role == "inbound_sdr"] == ["Faster"] * 2


def test_copies_find_each_other_again(hand: Hand) -> None:
    select(hand, SDR, SELLER)
    hand.trigger("copy")
    hand.trigger("paste")
    chart = hand.session.chart
    assert len(chart.seats) == 6
    assert len(chart.handoffs) == 4
    assert len(hand.session.selection.keys) == 2
    assert {SDR, SELLER}.isdisjoint(key.id for key in hand.session.selection.keys)
    assert "Elin W." in QGuiApplication.clipboard().text()


def test_cut_takes_away_and_paste_brings_back(hand: Hand) -> None:
    select(hand, SELLER)
    hand.trigger("cut")
    assert SELLER not in hand.session.chart.seats
    hand.trigger("paste")
    assert [seat.holder for seat in hand.session.chart.seats.values()].count("Sara L.") == 1


def test_foreign_text_on_the_clipboard_is_let_be(hand: Hand) -> None:
    QGuiApplication.clipboard().setText('{"format": "salesorg-records"}')
    before = hand.session.plan
    hand.trigger("paste")
    assert hand.session.plan is before


def test_delete_removes_on_the_canvas_and_letters_in_a_field(hand: Hand, window: MainWindow) -> None:
    window.activateWindow()
    select(hand, SELLER)
    field = window.findChild(QLineEdit, "inspector_code")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "AB")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "A"
    assert SELLER in hand.session.chart.seats
    hand.canvas.setFocus()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Delete)
    assert SELLER not in hand.session.chart.seats


def test_select_all(hand: Hand) -> None:
    hand.trigger("select_all")
    assert Key(Kind.SEAT, BOSS) in hand.session.selection.keys
    assert Key(Kind.POD, WEST) in hand.session.selection.keys


def test_a_scenario_is_a_copy_that_goes_its_own_way(hand: Hand, window: MainWindow) -> None:
    hand.trigger("add_chart")
    assert hand.session.chart.title == "Option A"
    select(hand, SELLER)
    hand.trigger("delete")
    press(window, "chart_as-is")
    assert SELLER in hand.session.chart.seats
    hand.trigger("next_chart")
    assert SELLER not in hand.session.chart.seats


def test_a_tab_is_renamed_by_a_double_click(hand: Hand, window: MainWindow) -> None:
    tab = window.findChild(QPushButton, "chart_as-is")
    assert isinstance(tab, QPushButton)
    QTest.mouseDClick(tab, Qt.MouseButton.LeftButton)
    type_into(window, "chart_name", "Today")
    assert hand.session.chart.title == "Today"


def test_escape_leaves_a_tab_as_it_was(hand: Hand, window: MainWindow) -> None:
    hand.trigger("rename_chart")
    field = window.findChild(QLineEdit, "chart_name")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert hand.session.chart.title == "As is"


def test_a_chart_is_removed_but_never_the_last(hand: Hand, window: MainWindow) -> None:
    assert not window.actions_table["remove_chart"].isEnabled()
    hand.trigger("add_chart")
    hand.trigger("remove_chart")
    assert list(hand.session.plan.charts) == ["as-is"]


def shown(hand: Hand) -> ViewKind:
    return hand.canvas.picture.view


def test_board_and_reporting(hand: Hand, window: MainWindow) -> None:
    press(window, "views_reporting")
    assert shown(hand) == ViewKind.REPORTING
    assert window.actions_table["reporting"].isChecked()
    hand.trigger("board")
    assert shown(hand) == ViewKind.BOARD
    assert window.surface.toolbar.views.value == "board"


def test_handoffs_are_a_view_of_their_own(hand: Hand, window: MainWindow) -> None:
    hand.trigger("handoffs")
    assert shown(hand) == ViewKind.HANDOFFS
    assert window.surface.toolbar.views.value == "handoffs"
    press(window, "views_board")
    assert not window.actions_table["handoffs"].isChecked()


def test_lanes_hold_segments_when_asked(hand: Hand, window: MainWindow) -> None:
    hand.trigger("handoffs")
    assert parts_of(hand).lanes is Lanes.PODS
    hand.trigger("segment_lanes")
    assert parts_of(hand).lanes is Lanes.SEGMENTS
    hand.trigger("segment_lanes")
    assert parts_of(hand).lanes is Lanes.PODS


def parts_of(hand: Hand) -> Flow:
    flow = hand.canvas.picture.layout.flow
    assert flow is not None
    return flow


def said(window: MainWindow) -> str:
    text = window.surface.status.findChild(QLabel, "status_text")
    assert text is not None
    return text.toolTip() or text.text()


def test_who_is_missing_is_added_in_one_step(hand: Hand, window: MainWindow) -> None:
    hand.trigger("fill_gaps")
    assert said(window) == "Gaps are shown in the handoffs, Ctrl+3."
    hand.trigger("handoffs")
    count, missing = len(hand.session.chart.seats), len(parts_of(hand).gaps)
    hand.trigger("fill_gaps")
    assert len(hand.session.chart.seats) == count + missing
    assert parts_of(hand).gaps == ()
    hand.trigger("fill_gaps")
    assert said(window) == "No stage is missing here."


def test_panels_come_and_go_and_are_remembered(hand: Hand, window: MainWindow) -> None:
    hand.trigger("show_palette")
    assert window.surface.palette.isHidden()
    assert not window.parts.settings.settings.show_palette
    hand.trigger("find_role")
    assert not window.surface.palette.isHidden()


def test_other_colours_reach_everything(hand: Hand, window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(4, 600)
    hand.trigger("theme_dark")
    hand.settle()
    dark = window.grab().toImage().pixelColor(4, 600)
    assert light.lightness() > 200 > 60 > dark.lightness()
    hand.trigger("theme_contrast")
    assert window.parts.ground.look.colours["canvas"] == "#FFFFFF"


def test_zoom_is_shown(hand: Hand, window: MainWindow) -> None:
    hand.trigger("zoom_reset")
    zoom = window.findChild(QPushButton, "zoom")
    assert isinstance(zoom, QPushButton)
    assert zoom.text() == "100 %"
    hand.trigger("zoom_in")
    assert zoom.text() == "125 %"


def test_enter_in_the_palette_adds_to_the_selected_pod(hand: Hand, window: MainWindow) -> None:
    select(hand, SDR)
    window.surface.palette.taken.emit(Entry(EntryKind.ROLE, "Pod lead", "pod_lead"))
    new = next(seat for seat in hand.session.chart.seats.values() if seat.role == "pod_lead")
    assert new.pod == WEST
    assert hand.session.chart.manager_of(new.id) == BOSS
    assert hand.session.selection.keys == {Key(Kind.SEAT, new.id)}


@pytest.mark.parametrize(
    ("kind", "value", "records"),
    [
        (EntryKind.FRAME, "pod", "pods"),
        (EntryKind.FRAME, "segment", "segments"),
        (EntryKind.SOURCE, "outbound:x", "sources"),
    ],
)
def test_frames_and_sources_are_added_without_a_drag(
    hand: Hand, window: MainWindow, kind: EntryKind, value: str, records: str
) -> None:
    before = len(getattr(hand.session.chart, records))
    window.surface.palette.taken.emit(Entry(kind, "", value))
    assert len(getattr(hand.session.chart, records)) == before + 1


def test_a_template_is_added_whole(hand: Hand, window: MainWindow) -> None:
    template = next(iter(window.parts.ground.catalogue.templates.values()))
    window.surface.palette.taken.emit(Entry(EntryKind.TEMPLATE, template.title, template.id))
    assert len(hand.session.chart.seats) == 4 + len(template.seats)


def test_everything_one_can_operate_has_a_name_and_one_for_the_ear(hand: Hand, window: MainWindow) -> None:
    select(hand, SELLER)
    hand.trigger("show_findings")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
    operable = [
        widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisible() and is_ours(widget)
    ]
    nameless = [
        f"{w.__class__.__name__} {w.objectName()}" for w in operable if not (w.objectName() and w.accessibleName())
    ]
    assert len(operable) > 50
    assert nameless == []


def is_ours(widget: QWidget) -> bool:
    """Whether Qt did not make it as a part of another control."""
    parent = widget.parentWidget()
    return not widget.objectName().startswith("qt_") and not (
        isinstance(parent, QFrame) and parent.inherits("QComboBoxPrivateContainer")
    )
