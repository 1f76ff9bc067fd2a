"""The map in the corner: there when something is out of sight, and a hand on it moves the view."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.blocks import fitted
from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.minimap import PAD, Minimap
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point, Rect
from tests.builders import ADA
from tests.mouse import PLAIN, seat

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def minimap(view: ChartView, qtbot: QtBot) -> Iterator[Minimap]:
    """The map of a view that shows a part of the chart, painted once."""
    found = Minimap(view, theme(ThemeName.LIGHT))
    view.look(Camera(3.0))
    found.grab()
    yield found
    qtbot.waitUntil(lambda: not found._rest.isActive())  # noqa: SLF001 -- its timer must not outlive the test


def centre(view: ChartView) -> Point:
    return view.to_chart(QPointF(view.viewport().rect().center()))


def spot_of(view: ChartView, rect: Rect) -> QPoint:
    """Where something of the chart is on the map."""
    shown = fitted(view.picture.layout.bounds, 176, 104, PAD).shown(rect)
    return shown.center().toPoint()


def colours(minimap: Minimap) -> set[str]:
    image = minimap.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_the_map_comes_only_while_part_of_the_chart_is_out_of_sight(view: ChartView, minimap: Minimap) -> None:
    assert minimap.isVisible()
    view.fit()
    assert not minimap.isVisible()
    view.look(view.camera.panned(900, 0))
    assert minimap.isVisible()


def test_the_map_can_be_done_without(view: ChartView, minimap: Minimap) -> None:
    minimap.set_wanted(False)
    assert not minimap.isVisible()
    view.zoom_in()
    assert not minimap.isVisible()
    minimap.set_wanted(True)
    assert minimap.isVisible()


def test_a_press_on_the_map_goes_there(view: ChartView, minimap: Minimap) -> None:
    bounds = view.picture.layout.bounds
    rect = Rect(bounds.right - 200, bounds.bottom - 100, 2, 2)
    assert not view.camera.seen(view.viewport().width(), view.viewport().height()).meets(rect)
    QTest.mouseClick(minimap, LEFT, PLAIN, spot_of(view, rect))
    slack = 1 / fitted(view.picture.layout.bounds, 176, 104, PAD).scale
    assert abs(centre(view).x - rect.centre.x) <= slack
    assert abs(centre(view).y - rect.centre.y) <= slack


def test_the_frame_is_dragged_without_a_jump(view: ChartView, minimap: Minimap) -> None:
    view.look(view.camera.centred(view.picture.layout.bounds.centre, view.viewport().width(), view.viewport().height()))
    before = centre(view)
    grip = minimap._frame().center().toPoint() + QPoint(3, 2)  # noqa: SLF001 -- where the frame is seen
    QTest.mousePress(minimap, LEFT, PLAIN, grip)
    assert centre(view) == before
    QTest.mouseMove(minimap, grip + QPoint(10, 0))
    QTest.mouseRelease(minimap, LEFT, PLAIN, grip + QPoint(10, 0))
    scale = fitted(view.picture.layout.bounds, 176, 104, PAD).scale
    assert centre(view).x - before.x == pytest.approx(10 / scale, abs=1 / scale)
    assert centre(view).y == pytest.approx(before.y, abs=1 / scale)
    after = centre(view)
    QTest.mouseMove(minimap, QPoint(5, 5))
    assert centre(view) == after


def test_the_wheel_over_the_map_zooms_around_the_middle(view: ChartView, minimap: Minimap) -> None:
    before, zoom = centre(view), view.zoom
    spot, none = QPointF(20, 20), Qt.MouseButton.NoButton
    turn = QPoint(0, 120)
    event = QWheelEvent(
        spot, QPointF(minimap.mapToGlobal(spot)), QPoint(), turn, none, PLAIN, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(minimap, event)
    assert view.zoom == pytest.approx(zoom * 1.2)
    assert tuple(centre(view)) == pytest.approx(tuple(before), abs=1)


def test_cards_wear_their_colours_and_what_was_found_and_is_wrong_is_marked(
    view: ChartView, minimap: Minimap, qtbot: QtBot
) -> None:
    light = theme(ThemeName.LIGHT)
    find, error, accent = (light.colour(ink).lower() for ink in ("find_solid", "error", "accent"))
    assert find in colours(minimap)
    assert error not in colours(minimap)
    view.show_findings({seat(ADA): "error"})
    qtbot.waitUntil(lambda: error in colours(minimap))
    view.show_lit(frozenset([seat(ADA)]))
    qtbot.waitUntil(lambda: accent in colours(minimap) and error not in colours(minimap))


def test_what_is_dimmed_on_the_chart_is_dimmed_on_the_map(view: ChartView, minimap: Minimap, qtbot: QtBot) -> None:
    find = theme(ThemeName.LIGHT).colour("find_solid").lower()
    assert find in colours(minimap)
    view.show_clear(frozenset())
    qtbot.waitUntil(lambda: find not in colours(minimap))


def test_the_map_wears_the_theme(minimap: Minimap) -> None:
    dark = theme(ThemeName.DARK)
    minimap.set_theme(dark)
    assert dark.colour("find_solid").lower() in colours(minimap)


def test_the_map_stays_in_the_corner(view: ChartView, minimap: Minimap) -> None:
    view.resize(900, 700)
    QApplication.processEvents()
    assert minimap.geometry().bottomRight() == QPoint(900 - 17, 700 - 17)


def test_a_part_is_fitted_into_the_middle_of_a_small_picture() -> None:
    fit = fitted(Rect(100, 0, 400, 100), 100, 100)
    shown = fit.shown(Rect(100, 0, 400, 100))
    assert (shown.x(), shown.y(), shown.width(), shown.height()) == (0, 37.5, 100, 25)
    assert fit.to_chart(50, 50) == (300, 50)
    assert fit.shown(Rect(0, 0, 1, 1), least=2).width() == 2


def test_the_map_of_a_hidden_view_waits_for_nothing_and_is_right_when_the_view_comes_back(
    qtbot: QtBot, view: ChartView, minimap: Minimap
) -> None:
    view.hide()
    view.redrawn.emit()
    assert not minimap._rest.isActive()  # noqa: SLF001 -- its timer must not outlive a window that was closed
    before = minimap.grab().toImage()
    assert view.session.perform(Remove((seat(ADA),), "removed"))
    view.show()
    qtbot.waitUntil(lambda: not minimap._rest.isActive())  # noqa: SLF001
    assert minimap.grab().toImage() != before
