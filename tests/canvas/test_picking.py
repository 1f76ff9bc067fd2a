"""Picking with mouse and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.geometry import Point
from tests import builders as b
from tests.mouse import CONTROL, LEFT, PLAIN, RIGHT, SHIFT, Mouse, pod, seat


def picked(view: ChartView) -> set[Key]:
    return set(view.session.selection.keys)


def test_a_click_picks_one(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.click(mouse.on(seat(b.BO)))
    assert picked(view) == {seat(b.BO)}
    assert view.session.selection.focus == seat(b.BO)


def test_shift_and_control_add_and_take_out(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.click(mouse.on(seat(b.BO)), SHIFT)
    mouse.click(mouse.on(seat(b.CY)), CONTROL)
    assert picked(view) == {seat(b.ADA), seat(b.BO), seat(b.CY)}
    mouse.click(mouse.on(seat(b.BO)), CONTROL)
    assert picked(view) == {seat(b.ADA), seat(b.CY)}


def test_a_click_on_one_of_many_leaves_only_that(view: ChartView, mouse: Mouse) -> None:
    view.select_all()
    mouse.click(mouse.on(seat(b.CY)))
    assert picked(view) == {seat(b.CY)}


def test_a_click_on_empty_canvas_lets_all_go(view: ChartView, mouse: Mouse) -> None:
    view.select_all()
    mouse.click(mouse.on(seat(b.HEAD), dx=400, dy=-20))
    assert picked(view) == set()


def test_a_frame_is_picked_by_its_ground(view: ChartView, mouse: Mouse) -> None:
    frame = mouse.rect(pod(b.NORTH))
    mouse.click(Point(frame.centre.x, frame.y + 10))
    assert picked(view) == {pod(b.NORTH)}


def test_the_rubber_band_picks_what_it_touches(view: ChartView, mouse: Mouse) -> None:
    head, start = mouse.rect(seat(b.HEAD)), mouse.on(seat(b.HEAD), dx=400, dy=-20)
    mouse.carry(start, Point(head.right - 5, head.bottom - 5))
    assert mouse.staging().band is not None
    assert picked(view) == {seat(b.HEAD)}
    mouse.release(Point(head.right - 5, head.bottom - 5))
    assert mouse.staging().band is None
    assert picked(view) == {seat(b.HEAD)}


def test_a_rubber_band_that_is_given_up_gives_the_old_picks_back(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.BO)))
    mouse.carry(mouse.on(seat(b.HEAD), dx=400, dy=-20), mouse.on(seat(b.HEAD)), SHIFT)
    assert picked(view) == {seat(b.BO), seat(b.HEAD)}
    mouse.key(Qt.Key.Key_Escape)
    assert picked(view) == {seat(b.BO)}


def test_a_double_click_asks_for_the_text(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    with qtbot.waitSignal(view.edit_requested) as asked:
        QTest.mouseDClick(mouse.port, LEFT, PLAIN, mouse.px(mouse.on(seat(b.ADA))))
    assert asked.args == [seat(b.ADA)]


def test_f2_asks_for_the_text_of_the_focus(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    with qtbot.waitSignal(view.edit_requested) as asked:
        mouse.key(Qt.Key.Key_F2)
    assert asked.args == [seat(b.ADA)]


def test_the_right_button_picks_and_asks_for_a_menu(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    at = mouse.px(mouse.on(seat(b.ADA)))
    QTest.mouseClick(mouse.port, RIGHT, PLAIN, at)
    assert picked(view) == {seat(b.ADA)}
    with qtbot.waitSignal(view.context_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(7, 8), PLAIN)
        QApplication.sendEvent(mouse.port, event)
    assert asked.args == [QPoint(7, 8), seat(b.ADA)]


def test_arrow_keys_walk_and_shift_keeps(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.key(Qt.Key.Key_Down)
    assert view.session.selection.focus == seat(b.BO)
    mouse.key(Qt.Key.Key_Down, SHIFT)
    assert picked(view) == {seat(b.BO), seat(b.CY)}


def test_control_a_picks_all_and_escape_nothing(view: ChartView, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_A, CONTROL)
    assert len(picked(view)) == 5 + 2 + 2 + 3
    mouse.key(Qt.Key.Key_Escape)
    assert picked(view) == set()


def test_delete_takes_the_picked_off_and_goes_to_who_stood_beside(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.key(Qt.Key.Key_Delete)
    assert b.ADA not in view.session.chart.seats
    assert picked(view) == {seat(b.BO)}


def test_a_wire_can_be_picked_and_taken_off(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    handoff = Key(Kind.HANDOFF, "ada>bo")
    room = view.picture.bounds(handoff)
    assert room is not None
    mouse.click(Point(room.right - 8, room.centre.y))
    assert picked(view) == {handoff}
    mouse.key(Qt.Key.Key_Delete)
    assert handoff.id not in view.session.chart.handoffs


def test_control_d_puts_a_copy_beside(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.key(Qt.Key.Key_D, CONTROL)
    (copy,) = picked(view)
    new = view.session.chart.record(copy)
    assert copy.id != b.ADA
    assert new is not None
    assert view.session.undo_label == "Duplicate"


def test_nothing_picked_nothing_copied_and_nothing_removed(view: ChartView) -> None:
    view.session.selection.clear()
    view.duplicate_selection()
    view.remove_selection()
    assert view.session.undo_label is None


def test_a_screen_reader_hears_what_has_the_focus(view: ChartView, mouse: Mouse) -> None:
    assert view.accessibleName() == "Chart"
    mouse.click(mouse.on(seat(b.ADA)))
    assert view.accessibleDescription() == "Inbound SDR, Ada, in North, reports to Head"
    frame = mouse.rect(pod(b.NORTH))
    mouse.click(Point(frame.centre.x, frame.y + 10))
    assert view.accessibleDescription() == "Pod North"
