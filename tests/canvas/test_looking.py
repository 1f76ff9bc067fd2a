"""Panning, zooming, fitting, revealing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.camera import LEAST, MOST
from salesorg_gui.canvas.flow_heads import ROOM
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Place, Pod
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.builders import pod_plan
from tests.mouse import CONTROL, LEFT, MIDDLE, PLAIN, SHIFT, Mouse, seat

MANY = 150


def plan_of_many_lanes() -> Plan:
    """A seat in each of many pods."""
    pods = [Pod(PodId(f"p{n:03}"), f"Pod {n}") for n in range(MANY)]
    seats = [b.seat(f"s{n:03}", pod=pod.id) for n, pod in enumerate(pods)]
    chart = b.chart_of(*pods, *seats)
    return Plan("Many lanes", charts={chart.id: chart})


@pytest.mark.parametrize("turn", [120, -120, 600, -2400, 3000])
def test_the_wheel_with_control_zooms_at_the_pointer(view: ChartView, mouse: Mouse, turn: int) -> None:
    at = mouse.px(mouse.on(seat(b.BO)))
    before = view.to_chart(QPointF(at))
    mouse.wheel(at, QPoint(0, turn), CONTROL)
    assert view.to_chart(QPointF(at)) == pytest.approx(before, abs=1e-6)
    assert LEAST <= view.zoom <= MOST


def test_of_a_very_tall_chart_all_is_shown_and_the_wheel_leads_as_far_away(view: ChartView, mouse: Mouse) -> None:
    view.session.open(plan_of_many_lanes())
    view.show_view(ViewKind.HANDOFFS)
    view.fit()
    far = view.zoom
    shown = view.camera.shown(view.picture.layout.bounds)
    assert far < LEAST
    assert view.camera.shown(view.picture.layout.frames[Key(Kind.POD, PodId("p000"))]).y >= ROOM
    assert shown.bottom <= view.viewport().height()
    view.zoom_in()
    assert view.zoom == LEAST
    for _turn in range(4):
        mouse.wheel(QPoint(400, 300), QPoint(0, -1200), CONTROL)
    assert view.picture.layout.bounds.height * view.zoom <= view.viewport().height()
    assert far <= view.zoom < LEAST


def test_the_first_of_many_lanes_stands_below_the_headers_when_one_comes_to_them(view: ChartView) -> None:
    view.session.open(plan_of_many_lanes())
    view.show_view(ViewKind.HANDOFFS)
    first = view.camera.shown(view.picture.layout.frames[Key(Kind.POD, PodId("p000"))])
    assert view.zoom > LEAST
    assert ROOM <= first.y < ROOM + 40


def test_a_new_zoom_is_told(qtbot: QtBot, view: ChartView, mouse: Mouse) -> None:
    with qtbot.waitSignal(view.zoom_changed) as told:
        mouse.wheel(QPoint(400, 300), QPoint(0, 120), CONTROL)
    assert told.args == [view.zoom]


def test_the_wheel_alone_scrolls_and_with_shift_sideways(view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    mouse.wheel(QPoint(400, 300), QPoint(0, -120))
    assert view.camera.y > before.y
    assert view.camera.x == before.x
    mouse.wheel(QPoint(400, 300), QPoint(0, -120), SHIFT)
    assert view.camera.x > before.x


def test_the_middle_button_pans(view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    QTest.mousePress(mouse.port, MIDDLE, PLAIN, QPoint(400, 300))
    QTest.mouseMove(mouse.port, QPoint(460, 280))
    QTest.mouseRelease(mouse.port, MIDDLE, PLAIN, QPoint(460, 280))
    assert (view.camera.x, view.camera.y) == pytest.approx((before.x - 60 / view.zoom, before.y + 20 / view.zoom))


def test_the_space_bar_lets_the_left_button_pan(view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    at = mouse.px(mouse.on(seat(b.BO)))
    QTest.mousePress(mouse.port, LEFT, PLAIN, at)
    QTest.mouseMove(mouse.port, at + QPoint(30, 0))
    QTest.mouseRelease(mouse.port, LEFT, PLAIN, at + QPoint(30, 0))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.camera.x < before.x
    assert view.session.undo_label is None
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_some_of_the_chart_is_always_seen(view: ChartView, mouse: Mouse) -> None:
    for _turn in range(80):
        mouse.wheel(QPoint(400, 300), QPoint(0, -1200))
    shown = view.camera.shown(view.picture.layout.bounds)
    assert shown.bottom >= 60


def test_the_first_look_shows_all_of_it(view: ChartView) -> None:
    shown = view.camera.shown(view.picture.layout.bounds)
    assert shown.x >= 0
    assert shown.y >= 0
    assert shown.right <= view.viewport().width()
    assert shown.bottom <= view.viewport().height()


def test_zoom_steps_and_life_size(view: ChartView) -> None:
    view.zoom_reset()
    assert view.zoom == 1
    view.zoom_in()
    assert view.zoom == 1.25
    view.zoom_out()
    view.zoom_out()
    assert view.zoom == 0.9


def test_fit_selection_shows_it_in_the_middle(view: ChartView, mouse: Mouse) -> None:
    view.session.selection.select([seat(b.DI)])
    view.fit_selection()
    at = view.to_viewport(mouse.on(seat(b.DI)))
    middle = view.viewport().rect().center()
    assert (at.x(), at.y()) == pytest.approx((middle.x(), middle.y()), abs=2)


def test_reveal_brings_a_card_into_sight(view: ChartView, mouse: Mouse) -> None:
    view.session.perform(MoveSeats((b.DI,), places=(Place(6000, 5000),)))
    view.reveal([seat(b.DI)])
    at = view.to_viewport(mouse.on(seat(b.DI)))
    assert view.viewport().rect().contains(at.toPoint())


def test_an_edit_leaves_the_viewport_alone(view: ChartView, mouse: Mouse) -> None:
    before = view.camera
    mouse.drag(mouse.on(seat(b.DI)), Point(mouse.on(seat(b.HEAD)).x + 500, mouse.on(seat(b.HEAD)).y))
    assert view.session.undo_label is not None
    assert view.camera == before


def test_the_reporting_view_shows_seats_only_and_all_of_them(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    assert {key.id for key in view.picture.layout.cards} >= {b.HEAD, b.ADA, b.BO, b.CY, b.DI}
    assert not view.picture.layout.frames
    view.show_view(ViewKind.BOARD)
    assert view.picture.layout.frames


def test_an_opened_document_is_shown_whole(view: ChartView) -> None:
    view.zoom_at(3.0, QPointF(0, 0))
    view.session.open(pod_plan())
    shown = view.camera.shown(view.picture.layout.bounds)
    assert view.zoom <= 1
    assert view.viewport().rect().contains(QPoint(round(shown.right), round(shown.bottom)))


def test_saving_is_no_reason_to_look_elsewhere(view: ChartView, tmp_path: Path) -> None:
    view.session.perform(MoveSeats((b.DI,), places=(Place(60, 50),)))
    view.zoom_at(2.0, QPointF(0, 0))
    before = view.camera
    view.session.mark_saved(view.session.plan, tmp_path / "plan.salesorg")
    assert view.camera == before
