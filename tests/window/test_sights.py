"""Map, colours and legend in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, RoleId
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.window.legend import Legend, LegendRow
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import NORTH, SDR, SELLER, WEST, plan
from tests.windows import open_window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def legend(window: MainWindow) -> Legend:
    """The legend, shown."""
    window.actions_table["show_legend"].trigger()
    return window.sights.legend


def row(legend: Legend, title: str) -> LegendRow:
    rows = [found for found in legend.findChildren(LegendRow) if not found.isHidden()]
    return next(found for found in rows if found.accessibleName().startswith(f"{title}, "))


def press(found: LegendRow) -> None:
    QTest.mouseClick(found, LEFT)


def clear(window: MainWindow) -> set[str] | None:
    """The seats that are not dimmed; ``None`` while nothing is."""
    found = window.surface.canvas.light.clear
    return None if found is None else {key.id for key in found if key.kind is Kind.SEAT}


def test_the_legend_names_each_colour_with_its_count(window: MainWindow, legend: Legend) -> None:
    assert legend.isVisible()
    names = [found.accessibleName() for found in legend.findChildren(LegendRow) if found.isVisible()]
    assert names == ["Find, 1 seat", "Close, 1 seat", "Care, 1 seat", "Lead, 1 seat"]


def test_a_press_dims_all_but_that_colour_and_another_press_adds_one(window: MainWindow, legend: Legend) -> None:
    press(row(legend, "Find"))
    assert clear(window) == {SDR}
    assert window.surface.canvas.light.clear == frozenset(
        {
            Key(Kind.SEAT, SDR),
            Key(Kind.POD, WEST),
            Key(Kind.SEGMENT, NORTH),
        }
    )
    press(row(legend, "Close"))
    assert clear(window) == {SDR, SELLER}
    press(row(legend, "Find"))
    press(row(legend, "Close"))
    assert clear(window) is None


def test_escape_shows_everything_again_before_it_drops_the_selection(window: MainWindow, legend: Legend) -> None:
    canvas = window.surface.canvas
    canvas.session.selection.select([Key(Kind.SEAT, SDR)])
    press(row(legend, "Find"))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert clear(window) is None
    assert legend.on == frozenset()
    assert canvas.session.selection.keys
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.session.selection.keys


def test_whoever_else_shines_on_the_chart_takes_the_filter_away(window: MainWindow, legend: Legend) -> None:
    press(row(legend, "Find"))
    window.surface.canvas.show_clear(frozenset([Key(Kind.SEAT, SELLER)]))
    assert legend.on == frozenset()
    assert clear(window) == {SELLER}
    QTest.keyClick(window.surface.canvas, Qt.Key.Key_Escape)
    assert legend.on == frozenset()


def test_the_filter_follows_an_edit(window: MainWindow, legend: Legend) -> None:
    session = window.surface.canvas.session
    press(row(legend, "Find"))
    seller = session.chart.seats[SELLER]
    session.perform(Revise((replace(seller, role=RoleId("inbound_sdr")),), "Change role"))
    assert clear(window) == {SDR, SELLER}
    session.undo()
    assert clear(window) == {SDR}


def test_colouring_by_something_else_shows_the_legend(window: MainWindow) -> None:
    window.actions_table["colour_status"].trigger()
    legend = window.sights.legend
    assert window.sights.by is ColourBy.STATUS
    assert legend.isVisible()
    assert row(legend, "Filled").isVisible()
    window.actions_table["colour_purpose"].trigger()
    assert not legend.isVisible()


def test_colours_are_chosen_in_the_view_menu_and_on_the_legend(window: MainWindow, legend: Legend) -> None:
    chosen = [action.objectName() for action in window.menus.colours.actions()]
    assert chosen == [f"action_colour_{by}" for by in ColourBy]
    window.actions_table["colour_pod"].trigger()
    assert legend._by.text() == "Pod"  # noqa: SLF001 -- the word on the button
    assert legend._by.menu() is window.menus.colours  # noqa: SLF001
    assert [action.isChecked() for action in window.menus.colours.actions()].count(True) == 1


def test_closing_the_legend_goes_back_to_purposes_and_shows_everything(window: MainWindow) -> None:
    window.actions_table["colour_pod"].trigger()
    legend = window.sights.legend
    press(row(legend, "West"))
    legend.closed.emit()
    assert window.sights.by is ColourBy.PURPOSE
    assert clear(window) is None
    assert not legend.isVisible()
    assert not window.actions_table["show_legend"].isChecked()


def test_a_filter_of_other_colours_is_forgotten(window: MainWindow, legend: Legend) -> None:
    press(row(legend, "Find"))
    window.actions_table["colour_status"].trigger()
    assert clear(window) is None


def test_a_press_on_the_legend_does_not_reach_the_chart(window: MainWindow, legend: Legend) -> None:
    canvas = window.surface.canvas
    canvas.session.selection.select([Key(Kind.SEAT, SDR)])
    QTest.mouseClick(legend, LEFT, pos=legend.rect().center())
    QTest.mouseClick(legend, LEFT, pos=legend.rect().topLeft())
    assert canvas.session.selection.keys == {Key(Kind.SEAT, SDR)}
    assert not canvas.is_held


def test_whether_the_map_is_wanted_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    canvas = window.surface.canvas
    canvas.look(canvas.camera.zoomed(3.0, 10, 10))
    assert window.sights.minimap.isVisible()
    window.actions_table["show_minimap"].trigger()
    assert not window.sights.minimap.isVisible()
    with open_window(tmp_path, plan()) as other:
        assert not other.actions_table["show_minimap"].isChecked()
        other.surface.canvas.zoom_in()
        assert not other.sights.minimap.isVisible()


def test_the_legend_stays_in_its_corner(window: MainWindow, legend: Legend) -> None:
    window.resize(1200, 800)
    QApplication.processEvents()
    assert legend.geometry().bottom() == window.surface.canvas.height() - 17
    assert legend.geometry().left() == 16
