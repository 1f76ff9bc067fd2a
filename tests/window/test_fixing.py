"""Ctrl+. settles the finding at hand: at once where there is one way, else by a choice that is seen on the chart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, Kind, LineId
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import BOSS, LEAD, SDR, SELLER
from tests.window.test_trace import said


def previewing(view: ChartView) -> bool:
    return view.is_previewing


def fix(window: MainWindow, *keys: Key) -> None:
    window.activateWindow()
    window.surface.canvas.setFocus()
    if keys:
        window.surface.canvas.session.selection.select(keys)
    QApplication.processEvents()
    window.actions_table["fix"].trigger()
    window.commands.fixes.finish()


def choice(window: MainWindow) -> QMenu:
    (menu,) = window.surface.canvas.findChildren(QMenu, "fix_menu")
    assert menu.isVisible()
    return menu


@pytest.fixture
def examined(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the chart with a limit missing and a seller who has two managers."""
    session = window.surface.canvas.session
    handoff = session.chart.handoffs[LEAD]
    line = replace(session.chart.lines[LineId("l1")], id=LineId("second"), report=SELLER, manager=SDR)
    faulty = session.chart.with_records([replace(handoff, limit_hours=None), line])
    with qtbot.waitSignal(window.examiner.found):
        session.open(session.plan.with_chart(faulty))
    return window


def test_one_way_is_done_at_once_and_said_and_undone(examined: MainWindow) -> None:
    session = examined.surface.canvas.session
    before = session.plan
    fix(examined, Key(Kind.HANDOFF, LEAD))
    assert session.chart.handoffs[LEAD].limit_hours == 24
    assert "Done: Set the time limit to 24 h" in said(examined)
    session.undo()
    assert session.plan == before


def test_what_the_inspector_shows_is_fixed_from_there(examined: MainWindow) -> None:
    session = examined.surface.canvas.session
    session.selection.select((Key(Kind.HANDOFF, LEAD),))
    QApplication.processEvents()
    button = examined.surface.inspector.findChild(QPushButton, "inspector_fix_0")
    assert button is not None
    button.click()
    examined.commands.fixes.finish()
    assert session.chart.handoffs[LEAD].limit_hours == 24


def test_of_several_ways_one_is_chosen_and_seen_before(examined: MainWindow) -> None:
    canvas = examined.surface.canvas
    plan = canvas.session.plan
    fix(examined, Key(Kind.LINE, "second"))
    menu = choice(examined)
    assert menu.actions()[0].text() == "Keep Kari Lund as manager of Sara L., the others dotted"
    assert previewing(canvas)
    assert canvas.session.plan is plan
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not previewing(canvas)
    assert canvas.session.chart.manager_of(SELLER) == BOSS
    assert canvas.session.undo_label == "Keep Kari Lund as manager of Sara L., the others dotted"


def test_escape_puts_the_choice_away_and_changes_nothing(examined: MainWindow) -> None:
    canvas = examined.surface.canvas
    plan = canvas.session.plan
    fix(examined, Key(Kind.LINE, "second"))
    QTest.keyClick(choice(examined), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not previewing(canvas)
    assert canvas.session.plan is plan


def test_without_a_finding_it_says_what_to_do(examined: MainWindow) -> None:
    examined.surface.canvas.session.selection.clear()
    fix(examined)
    assert "Select something with a finding first." in said(examined)
