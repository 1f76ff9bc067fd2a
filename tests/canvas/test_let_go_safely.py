"""Whatever happens while a hand holds something: nothing is lost, nothing is written twice, and the picture is true."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.canvas.gestures.gesture import AT_REST
from salesorg_gui.canvas.showing import Edge
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import MIDDLE, PLAIN, RIGHT, Mouse, PaletteDrag, seat
from tests.pictures import same_as_anew

type Start = Callable[[Mouse], object]
type Event = Callable[[ChartView, Mouse], object]


def held_from_palette(mouse: Mouse) -> None:
    drag = PaletteDrag(mouse, "role", "account_executive")
    drag.enter()
    drag.move(mouse.on(seat(b.ADA), dy=26))


STARTS: dict[str, Start] = {
    "card": lambda mouse: mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26)),
    "line": lambda mouse: mouse.carry(mouse.take_port(seat(b.DI), Edge.TOP), mouse.on(seat(b.ADA))),
    "handoff": lambda mouse: mouse.carry(mouse.take_port(seat(b.ADA), Edge.RIGHT), mouse.on(seat(b.BO))),
    "band": lambda mouse: mouse.carry(Point(-300, -60), mouse.on(seat(b.ADA))),
    "palette": held_from_palette,
}
EVENTS: dict[str, Event] = {
    "undo": lambda view, _mouse: view.session.undo(),
    "open": lambda view, _mouse: view.session.open(b.pod_plan()),
    "remove": lambda view, _mouse: view.session.perform(Remove((seat(b.DI), seat(b.ADA)), "Remove")),
    "view": lambda view, _mouse: view.show_view(ViewKind.REPORTING),
    "escape": lambda _view, mouse: mouse.key(Qt.Key.Key_Escape),
}
OVER: dict[str, Event] = {
    "theme": lambda view, _mouse: view.set_theme(theme(ThemeName.DARK)),
    "wheel": lambda _view, mouse: mouse.wheel(QPoint(400, 300), QPoint(0, -120), Qt.KeyboardModifier.ControlModifier),
    "findings": lambda view, _mouse: view.show_findings({seat(b.ADA): "error"}),
}


def one_step_done(view: ChartView) -> None:
    """There is something to undo."""
    view.session.perform(MoveSeats((b.CY,), b.SOUTH))
    view.session.selection.clear()


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("event", EVENTS)
def test_what_ends_a_drag_ends_it_whole(view: ChartView, mouse: Mouse, start: str, event: str) -> None:
    one_step_done(view)
    STARTS[start](mouse)
    assert mouse.staging() != AT_REST
    EVENTS[event](view, mouse)
    after = view.session.plan
    assert mouse.staging() == AT_REST
    mouse.move(Point(40, 40))
    mouse.release(Point(40, 40))
    assert view.session.plan is after
    assert view.picture.layout.bench is None or view.picture.layout.benched
    view.session.selection.clear()
    assert same_as_anew(view)


@pytest.mark.parametrize("start", [name for name in STARTS if name != "palette"])
@pytest.mark.parametrize("event", OVER)
def test_what_only_looks_different_lets_the_drag_go_on(view: ChartView, mouse: Mouse, start: str, event: str) -> None:
    STARTS[start](mouse)
    held = mouse.staging()
    OVER[event](view, mouse)
    assert mouse.staging() == held
    assert same_as_anew(view)
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.staging() == AT_REST
    assert view.session.undo_label is None


@pytest.mark.parametrize("start", [name for name in STARTS if name != "palette"])
def test_the_right_button_lets_go_and_asks_nothing(view: ChartView, mouse: Mouse, start: str) -> None:
    before = view.session.plan
    STARTS[start](mouse)
    asked: list[object] = []
    view.context_requested.connect(lambda _at, key: asked.append(key))
    QTest.mouseClick(mouse.port, RIGHT, PLAIN, QPoint(300, 300))
    mouse.release(Point(40, 40))
    assert mouse.staging() == AT_REST
    assert view.session.plan is before
    assert asked == []


def test_the_middle_button_pans_while_a_card_is_held(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    before = view.camera
    QTest.mousePress(mouse.port, MIDDLE, PLAIN, QPoint(400, 300))
    QTest.mouseMove(mouse.port, QPoint(420, 300))
    QTest.mouseRelease(mouse.port, MIDDLE, PLAIN, QPoint(420, 300))
    assert view.camera != before
    to = mouse.on(seat(b.ADA), dy=26)
    mouse.move(to)
    mouse.release(to)
    assert [member.id for member in view.session.chart.members[b.NORTH]] == [b.ADA, b.DI, b.BO, b.CY]


def test_another_window_takes_what_is_held_out_of_the_hand(view: ChartView, mouse: Mouse) -> None:
    before = view.session.plan
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert mouse.staging() == AT_REST
    mouse.release(mouse.on(seat(b.ADA)))
    assert view.session.plan is before
