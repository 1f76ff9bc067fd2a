"""The analysis panel: its pages, how one turns to them, and that they think only while somebody looks."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import RenamePlan
from salesorg_gui.domain.plan import Plan
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.panel import AnalysisPanel
from salesorg_gui.resources import resource
from salesorg_gui.session.afterthought import Afterthought
from salesorg_gui.storage.reading import read
from salesorg_gui.window.analysis_table import pages
from salesorg_gui.window.main_window import MainWindow
from tests.keyboard import ALT, Keyboard
from tests.panels.typing import found
from tests.windows import open_window

HALF_A_LINE = 8


@pytest.fixture
def panel(window: MainWindow) -> AnalysisPanel:
    Keyboard(window).press(Qt.Key.Key_1, held=ALT)
    return found(window, AnalysisPanel, "analysis_panel")


def test_a_page_is_turned_to_by_its_key_and_put_away_by_it(window: MainWindow, panel: AnalysisPanel) -> None:
    load = window.actions_table["analysis_load"]
    assert panel.isVisible()
    assert panel.page_id == "load"
    assert load.isChecked()
    Keyboard(window).press(Qt.Key.Key_1, held=ALT)
    assert not panel.isVisible()
    assert not load.isChecked()


def test_escape_puts_the_panel_away_and_gives_the_keyboard_back(window: MainWindow, panel: AnalysisPanel) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.surface.canvas.hasFocus()


def test_it_takes_the_place_of_the_palette_and_gives_it_back(window: MainWindow, panel: AnalysisPanel) -> None:
    palette = window.surface.palette
    assert not palette.isVisible()
    panel.closed.emit()
    assert palette.isVisible()
    window.actions_table["show_palette"].trigger()
    window.actions_table["analysis_load"].trigger()
    panel.closed.emit()
    assert not palette.isVisible()


def test_one_panel_at_a_time_stands_beside_the_canvas(window: MainWindow, panel: AnalysisPanel) -> None:
    window.actions_table["show_company"].trigger()
    assert not panel.isVisible()
    window.actions_table["analysis_load"].trigger()
    assert panel.isVisible()
    assert not window.actions_table["show_company"].isChecked()


def test_every_page_can_be_built_and_says_what_it_is(window: MainWindow, panel: AnalysisPanel) -> None:
    button = found(panel, QToolButton, "analysis_page")
    menu = button.menu()
    assert [action.text() for action in menu.actions()] == [spec.title for spec in pages()]
    for spec, action in zip(pages(), menu.actions(), strict=True):
        action.trigger()
        assert panel.page_id == spec.id
        assert button.text() == spec.title
        assert window.actions_table[spec.action].isChecked()
        assert panel.page is not None
        assert panel.page.accessibleName() == spec.title


class Listener(Page):
    """Keeps what was told it."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("listener", footing)
        self.heard: list[object] = []
        self.thinks(lambda plan, _chart: plan.title, self.heard.append)


def listener(window: MainWindow, qtbot: QtBot) -> Listener:
    page = Listener(Footing(window.parts.ground, window.parts.capacity))
    qtbot.addWidget(page)
    return page


def test_a_page_thinks_after_each_change_while_it_is_on_show(window: MainWindow, qtbot: QtBot) -> None:
    session, page = window.parts.ground.session, listener(window, qtbot)
    page.attend()
    qtbot.waitUntil(lambda: page.heard == [session.plan.title])
    session.perform(RenamePlan("Nordic"))
    qtbot.waitUntil(lambda: page.heard[-1] == "Nordic")
    page.rest()
    session.perform(RenamePlan("Baltic"))
    qtbot.wait(250)
    assert page.heard[-1] == "Nordic"
    page.attend()
    qtbot.waitUntil(lambda: page.heard[-1] == "Baltic")
    page.leave()


def test_an_answer_that_comes_when_nobody_looks_is_not_told(window: MainWindow, qtbot: QtBot) -> None:
    page = listener(window, qtbot)
    page.attend()
    page.rest()
    qtbot.wait(250)
    assert page.heard == []
    page.leave()


def test_all_who_ask_get_the_same_capacity(window: MainWindow) -> None:
    session = window.parts.ground.session

    def asked(plan: Plan, chart: Chart) -> Capacity:
        return window.parts.capacity(plan, chart)

    assert asked(session.plan, session.chart) is asked(session.plan, session.chart)


@pytest.mark.parametrize("id", [spec.id for spec in pages()])
def test_the_tab_key_goes_down_a_page_from_its_top(tmp_path: Path, qtbot: QtBot, id: str) -> None:
    with open_window(tmp_path, read(resource("examples", "nordlys.salesorg")).plan) as window:
        window.activateWindow()
        window.analysis.show_page(id)
        assert window.analysis.panel is not None
        page = window.analysis.panel.page
        assert page is not None
        for thoughts in page.findChildren(Afterthought):
            qtbot.waitSignal(thoughts.answered, timeout=20_000).wait()
        if id == "seams":
            (move,) = page.findChildren(QPushButton, "seams_move_button")
            qtbot.waitUntil(move.isVisible, timeout=20_000)
        page.focus_first()
        content = page.widget()
        assert content is not None
        stops = [(stop.mapTo(content, stop.rect().center()).y(), stop.objectName()) for stop in reached(page)]
        assert len(stops) > 1
        for (above, _before), (below, name) in pairwise(stops):
            assert below >= above - HALF_A_LINE, name


def reached(page: Page) -> list[QWidget]:
    """Where the Tab key stops, from where the keyboard stands to the end of the page."""
    stops: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and page.isAncestorOf(focused) and focused not in stops:
        stops.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    return stops
