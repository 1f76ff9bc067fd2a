"""Carrying cards and frames with the mouse."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import SHIFT, Mouse, PaletteDrag, pod, seat


def members(view: ChartView, name: str) -> list[str]:
    return [member.id for member in view.session.chart.members.get(PodId(name), ())]


def test_dropping_a_card_between_two_others_moves_the_seat(view: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    assert members(view, b.NORTH) == [b.ADA, b.DI, b.BO, b.CY]
    assert view.session.undo_label == "Move to pod"
    assert mouse.said[-2:] == ["Move to North, after Inbound SDR", ""]


def test_one_drag_is_one_step(view: ChartView, mouse: Mouse) -> None:
    before = view.session.plan
    mouse.drag(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    view.session.undo()
    assert view.session.plan is before
    assert view.session.undo_label is None


def test_less_than_the_threshold_is_a_click(view: ChartView, mouse: Mouse) -> None:
    spot = mouse.on(seat(b.DI))
    mouse.press(spot)
    mouse.move(Point(spot.x + 4, spot.y + 3))
    assert mouse.staging().ghosts == ()
    mouse.release(Point(spot.x + 4, spot.y + 3))
    assert view.session.undo_label is None
    assert view.session.selection.keys == {seat(b.DI)}


def test_while_it_is_carried_the_card_is_in_the_hand_and_its_outline_stays(view: ChartView, mouse: Mouse) -> None:
    home = mouse.rect(seat(b.DI))
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    (ghost,) = mouse.staging().ghosts
    assert ghost.key == seat(b.DI)
    assert mouse.staging().left == {seat(b.DI): home}
    assert mouse.staging().landing.target == pod(b.NORTH)
    assert set(mouse.staging().landing.parted) == {seat(b.BO), seat(b.CY)}
    mouse.key(Qt.Key.Key_Escape)


def test_escape_puts_the_card_back(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    mouse.key(Qt.Key.Key_Escape)
    mouse.release(mouse.on(seat(b.ADA)))
    assert mouse.staging().ghosts == ()
    assert view.picture.layout.bench is None
    assert view.session.undo_label is None
    assert mouse.said[-1] == ""


def test_a_refusal_shows_red_during_the_drag_and_lets_nothing_happen(view: ChartView, mouse: Mouse) -> None:
    view.session.selection.clear()
    mouse.drag(mouse.on(seat(b.DI)), Point(-900, 700))
    mouse.carry(mouse.on(seat(b.HEAD)), mouse.on(seat(b.DI)))
    assert mouse.staging().landing.is_refused
    assert mouse.said[-1] == "Head already leads Di. A leader cannot report to a report."
    before = view.session.plan
    mouse.release(mouse.on(seat(b.DI)))
    assert view.session.plan is before


def test_a_pod_moves_with_its_seats_into_another_segment(view: ChartView, mouse: Mouse) -> None:
    frame = mouse.rect(pod(b.NORTH))
    banks = mouse.rect(Key(Kind.SEGMENT, b.BANKS))
    mouse.carry(Point(frame.centre.x, frame.y + 10), banks.centre)
    assert {ghost.key for ghost in mouse.staging().ghosts} == {pod(b.NORTH), seat(b.ADA), seat(b.BO), seat(b.CY)}
    mouse.release(banks.centre)
    chart = view.session.chart
    assert chart.frame_of(chart.pods[b.NORTH]) == b.BANKS
    assert members(view, b.NORTH) == [b.ADA, b.BO, b.CY]


def test_a_whole_selection_is_carried(view: ChartView, mouse: Mouse) -> None:
    mouse.click(mouse.on(seat(b.ADA)))
    mouse.click(mouse.on(seat(b.BO)), SHIFT)
    mouse.drag(mouse.on(seat(b.BO)), mouse.on(seat(b.DI), dy=30))
    assert members(view, b.SOUTH) == [b.DI, b.ADA, b.BO]
    assert view.session.selection.keys == {seat(b.ADA), seat(b.BO)}


def test_the_bench_appears_for_a_drop(view: ChartView, mouse: Mouse) -> None:
    before = view.picture.layout
    assert before.bench is None
    mouse.carry(mouse.on(seat(b.ADA)), mouse.on(seat(b.ADA), dx=40))
    bench = view.picture.layout.bench
    assert bench is not None
    view.reveal([seat(b.ADA)])
    mouse.move(bench.centre)
    assert mouse.staging().landing.on_bench
    mouse.release(bench.centre)
    assert view.session.chart.seats[b.ADA].pod is None
    assert view.picture.layout.benched == (b.ADA,)


def test_in_the_reporting_view_a_card_dropped_on_another_reports_to_it(view: ChartView, mouse: Mouse) -> None:
    view.show_view(ViewKind.REPORTING)
    mouse.drag(mouse.on(seat(b.CY)), mouse.on(seat(b.ADA)))
    assert view.session.chart.manager_of(b.CY) == b.ADA
    assert mouse.said[-2:] == ["Report to Ada", ""]


def test_undo_during_a_drag_lets_go_first(view: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    mouse.carry(mouse.on(seat(b.BO)), mouse.on(seat(b.HEAD)))
    view.session.undo()
    assert mouse.staging().ghosts == ()
    mouse.move(mouse.on(seat(b.CY)))
    mouse.release(mouse.on(seat(b.CY)))
    assert view.session.undo_label is None
    assert members(view, b.SOUTH) == [b.DI]


@pytest.mark.parametrize("lets_go", [True, False])
def test_what_vanishes_from_the_hand_is_not_missed(view: ChartView, mouse: Mouse, lets_go: bool) -> None:
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    view.session.perform(Remove((seat(b.DI),), "Remove"))
    if lets_go:
        mouse.release(mouse.on(seat(b.ADA)))
    else:
        mouse.move(mouse.on(seat(b.BO)))
        mouse.key(Qt.Key.Key_Escape)
    assert b.DI not in view.session.chart.seats
    assert view.session.selection.keys == frozenset()


def test_near_the_rim_the_chart_comes_towards_the_hand(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.BO)))
    qtbot.wait(60)
    assert view.camera == before
    mouse.move(view.camera.to_chart(800, 995))
    qtbot.waitUntil(lambda: view.camera.y > before.y, timeout=2000)
    mouse.key(Qt.Key.Key_Escape)
    after = view.camera
    qtbot.wait(60)
    assert view.camera == after


def test_what_comes_in_over_the_rim_does_not_push_the_chart_away(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    drag = PaletteDrag(mouse, "role", "vp_sales")
    drag.enter()
    drag.move(view.camera.to_chart(6, 500))
    qtbot.wait(80)
    assert view.camera == before
    drag.leave()
