"""Drops from the palette."""

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Seat, Status
from tests import builders as b
from tests.mouse import COPY, LEFT, PLAIN, Mouse, PaletteDrag, pod, seat


def test_a_role_dropped_on_the_side_of_a_card_is_open_and_selected(view: ChartView, mouse: Mouse) -> None:
    PaletteDrag(mouse, "role", "account_manager").drop(mouse.on(seat(b.ADA), dy=26))
    (key,) = view.session.selection.keys
    new = view.session.chart.seats[SeatId(key.id)]
    assert (new.role, new.status, new.pod) == ("account_manager", Status.OPEN, b.NORTH)
    assert view.session.chart.manager_of(new.id) == b.HEAD
    assert view.session.undo_label == "Add seat"


def test_on_its_way_it_shows_ghost_target_and_note(view: ChartView, mouse: Mouse) -> None:
    drag = PaletteDrag(mouse, "role", "account_manager")
    assert drag.enter()
    drag.move(mouse.on(seat(b.ADA), dy=26))
    assert mouse.staging().landing.target == pod(b.NORTH)
    assert mouse.said[-1] == "Add to North as an open seat, reports to Head"
    assert len(mouse.staging().ghosts) == 1
    drag.leave()
    assert mouse.staging().ghosts == ()
    assert view.session.undo_label is None


def test_on_the_centre_of_a_card_the_card_takes_it_and_on_its_side_the_pod_parts(view: ChartView, mouse: Mouse) -> None:
    drag = PaletteDrag(mouse, "role", "account_manager")
    drag.enter()
    drag.move(mouse.on(seat(b.ADA)))
    assert mouse.staging().landing.target == seat(b.ADA)
    assert mouse.said[-1] == "Add an open seat that reports to Ada, in North"
    assert not mouse.staging().landing.parted
    drag.move(mouse.on(seat(b.ADA), dy=26))
    assert mouse.staging().landing.caret is not None
    assert {seat(b.BO), seat(b.CY)} == set(mouse.staging().landing.parted)
    drag.drop(mouse.on(seat(b.ADA)))
    (key,) = view.session.selection.keys
    assert view.session.chart.manager_of(SeatId(key.id)) == b.ADA
    assert view.session.chart.seats[SeatId(key.id)].pod == b.NORTH
    view.session.undo()
    assert view.session.undo_label is None


def test_frames_and_sources_and_templates_are_taken_too(view: ChartView, mouse: Mouse) -> None:
    spot = view.camera.to_chart(1500, 40)
    for kind, value in (
        ("frame", "pod"),
        ("frame", "segment"),
        ("source", "inbound:website"),
        ("template", "tpl_two_pods"),
    ):
        before = view.session.plan
        PaletteDrag(mouse, kind, value).drop(spot)
        assert view.session.plan is not before, value
        assert view.session.selection.keys
    assert view.picture.keys == keys_of(view)


def test_what_is_not_ours_is_not_wanted(view: ChartView) -> None:
    data = QMimeData()
    data.setText("A stranger")
    event = QDragEnterEvent(QPointF(50, 50), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()


def test_a_change_during_the_drag_ends_it(view: ChartView, mouse: Mouse) -> None:
    assert view.session.perform(Add((Seat(SeatId("new"), RoleId("vp_sales")),), "Add"))
    drag = PaletteDrag(mouse, "role", "account_manager")
    drag.enter()
    drag.move(mouse.on(seat(b.ADA)))
    view.session.undo()
    assert mouse.staging().ghosts == ()
    seats = dict(view.session.chart.seats)
    drag.move(mouse.on(seat(b.ADA)))
    assert view.session.chart.seats == seats


def keys_of(view: ChartView) -> set[Key]:
    chart = view.session.chart
    return {Key(kind, name) for kind in Kind if kind is not Kind.HIRE for name in chart.records(kind)}
