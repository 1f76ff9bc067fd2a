"""A graph in a page: laid out by the width, read aloud, more at the pointer and by arrow keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.drawing.graphs.graph import LEAST_WIDTH
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.pages.graph_view import EDGE, GraphView
from salesorg_gui.panels.look import Look
from tests.at_rest import nothing_left_behind

BARS = Bars((Row("Inbound", 2.4, 1.0, key="inbound"), Row("Closing", 1.0, 2.0)), "FTE")


@pytest.fixture(autouse=True)
def at_rest(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    with nothing_left_behind():
        yield


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[GraphView]:
    page = QWidget()
    column = QVBoxLayout(page)
    graph = GraphView(Look(theme(ThemeName.LIGHT).colours), "need", "Need against have", BARS)
    column.addWidget(graph)
    column.addStretch(1)
    page.resize(420, 400)
    qtbot.addWidget(page)
    page.show()
    yield graph
    page.hide()


def row(view: GraphView, number: int) -> QPoint:
    centre = view.graph.spots[number].rect.centre
    return QPoint(int(centre.x) + EDGE, int(centre.y) + EDGE)


def test_it_is_as_high_as_the_graph_of_its_width(view: GraphView) -> None:
    assert view.graph.width == view.width() - 2 * EDGE
    assert view.height() == pytest.approx(view.graph.height + 2 * EDGE, abs=1)
    narrow = view.height()
    view.window().resize(800, 400)
    QApplication.processEvents()
    assert view.graph.width == view.width() - 2 * EDGE
    assert view.height() < narrow


def test_it_is_read_aloud_in_numbers(view: GraphView) -> None:
    assert view.accessibleName() == "Need against have"
    assert "2.4" in view.accessibleDescription()
    view.show_figure(Bars((Row("Care", 7.0),), "FTE"))
    assert "Care: 7" in view.accessibleDescription()


def test_it_paints_what_it_shows_in_the_colours_of_the_window(view: GraphView) -> None:
    def colours() -> set[str]:
        picture = view.grab().toImage()
        return {picture.pixelColor(20, y).name().upper() for y in range(picture.height())}

    assert theme(ThemeName.LIGHT).colour("heat_3") in colours()
    view._look.wear(theme(ThemeName.DARK).colours)  # noqa: SLF001 -- as the window does
    assert theme(ThemeName.DARK).colour("heat_3") in colours()


def test_pointing_and_clicking_tell_which_row(view: GraphView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pointed) as pointed:
        QTest.mouseMove(view, row(view, 0))
    assert pointed.args == ["inbound"]
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=row(view, 0))
    assert picked.args == ["inbound"]
    with qtbot.assertNotEmitted(view.picked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=row(view, 1))


def test_arrow_keys_walk_through_it_and_enter_takes(view: GraphView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked.args == ["inbound"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(view.picked):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_what_is_pointed_at_looks_different(view: GraphView) -> None:
    before = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.grab().toImage() != before


def test_nothing_to_show_takes_no_room_and_no_keys(view: GraphView) -> None:
    view.show_figure(None)
    assert view.sizeHint().height() == 2 * EDGE
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert view.accessibleDescription() == ""


def test_it_asks_for_the_room_the_narrowest_graph_takes(view: GraphView) -> None:
    assert view.minimumSizeHint().width() == LEAST_WIDTH + 2 * EDGE
