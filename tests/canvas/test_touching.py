"""Fingers on the chart."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.touched_surface import LONG_MS
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import PodId
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import Mouse, seat


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Fingers:
    """Up to two fingers on a view, in px of its viewport."""

    def __init__(self, view: ChartView, screen: QPointingDevice) -> None:
        self._port, self._screen = view.viewport(), screen

    def _sequence(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._port, self._screen, autoCommit=False)

    def down(self, *spots: QPoint) -> None:
        sequence = self._sequence()
        for n, spot in enumerate(spots):
            sequence.press(n, spot, self._port)
        sequence.commit()

    def move(self, *spots: QPoint) -> None:
        sequence = self._sequence()
        for n, spot in enumerate(spots):
            sequence.move(n, spot, self._port)
        sequence.commit()

    def up(self, *spots: QPoint) -> None:
        sequence = self._sequence()
        for n, spot in enumerate(spots):
            sequence.release(n, spot, self._port)
        sequence.commit()


@pytest.fixture
def fingers(view: ChartView, screen: QPointingDevice) -> Fingers:
    """Fingers on a view that fits on the touch screen, which takes no touches outside."""
    view.resize(780, 760)
    view.fit()
    return Fingers(view, screen)


def test_a_tap_picks_a_card(view: ChartView, mouse: Mouse, fingers: Fingers) -> None:
    at = mouse.px(mouse.on(seat(b.ADA)))
    fingers.down(at)
    fingers.up(at)
    assert view.session.selection.keys == {seat(b.ADA)}
    assert view.session.undo_label is None


def test_one_finger_pans_the_ground(view: ChartView, fingers: Fingers) -> None:
    before = view.camera
    fingers.down(QPoint(20, 740))
    fingers.move(QPoint(60, 680))
    fingers.up(QPoint(60, 680))
    assert view.camera == before.panned(40, -60)


def test_one_finger_carries_a_card(view: ChartView, mouse: Mouse, fingers: Fingers) -> None:
    start, end = mouse.px(mouse.on(seat(b.DI))), mouse.px(mouse.on(seat(b.ADA), dy=26))
    fingers.down(start)
    fingers.move(start + QPoint(6, 0))
    assert mouse.staging().ghosts == ()
    fingers.move(start + QPoint(30, 0))
    fingers.move(end)
    assert len(mouse.staging().ghosts) == 1
    fingers.up(end)
    assert [member.id for member in view.session.chart.members[PodId(b.NORTH)]] == [b.ADA, b.DI, b.BO, b.CY]


def test_two_fingers_pan_and_zoom_about_their_middle(view: ChartView, fingers: Fingers) -> None:
    view.zoom_at(0.5, QPointF(500, 500))
    under = view.to_chart(QPointF(500, 500))
    fingers.down(QPoint(400, 500), QPoint(600, 500))
    fingers.move(QPoint(350, 540), QPoint(690, 540))
    assert view.zoom == pytest.approx(0.5 * 340 / 200)
    assert view.to_viewport(under).toPoint() == QPoint(520, 540)
    fingers.up(QPoint(350, 540), QPoint(690, 540))


def test_a_second_finger_puts_the_card_back(view: ChartView, mouse: Mouse, fingers: Fingers) -> None:
    before = view.session.plan
    start, end = mouse.px(mouse.on(seat(b.DI))), mouse.px(mouse.on(seat(b.ADA)))
    fingers.down(start)
    fingers.move(end)
    assert mouse.staging().ghosts
    fingers.down(end, end + QPoint(100, 0))
    assert mouse.staging().ghosts == ()
    fingers.up(end, end + QPoint(100, 0))
    assert view.session.plan is before


def test_a_long_press_asks_what_to_do_with_a_card(
    qtbot: QtBot, view: ChartView, mouse: Mouse, fingers: Fingers
) -> None:
    at = mouse.px(mouse.on(seat(b.BO)))
    fingers.down(at)
    qtbot.wait(LONG_MS + 60)
    with qtbot.waitSignal(view.context_requested) as asked:
        fingers.up(at)
    assert asked.args is not None
    assert asked.args[1] == seat(b.BO)
    assert view.session.selection.keys == {seat(b.BO)}


def test_a_long_press_on_the_ground_asks_at_once(qtbot: QtBot, view: ChartView, fingers: Fingers) -> None:
    with qtbot.waitSignal(view.context_requested) as asked:
        fingers.down(QPoint(20, 740))
    assert asked.args is not None
    assert asked.args[1] is None
    fingers.up(QPoint(20, 740))


@pytest.mark.parametrize("what", ["undo", "remove", "view", "cancel"])
def test_whatever_happens_under_a_finger_nothing_is_written_twice(
    view: ChartView, mouse: Mouse, fingers: Fingers, screen: QPointingDevice, what: str
) -> None:
    mouse.drag(mouse.on(seat(b.CY)), mouse.on(seat(b.DI), dy=26))
    start, end = mouse.px(mouse.on(seat(b.DI))), mouse.px(mouse.on(seat(b.ADA), dy=26))
    fingers.down(start)
    fingers.move(end)
    match what:
        case "undo":
            view.session.undo()
        case "remove":
            view.session.perform(Remove((seat(b.DI),), "Remove"))
        case "view":
            view.show_view(ViewKind.REPORTING)
        case _:
            spots = QTouchEvent(QEvent.Type.TouchCancel, screen, Qt.KeyboardModifier.NoModifier, [])
            QApplication.sendEvent(view.viewport(), spots)
    after = view.session.plan
    assert mouse.staging().ghosts == ()
    fingers.move(end + QPoint(5, 5))
    fingers.up(end)
    assert view.session.plan is after
    assert mouse.staging().ghosts == ()
