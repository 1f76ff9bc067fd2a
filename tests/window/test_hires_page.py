"""The page of the hiring plan, as a hand and a keyboard use it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.edit import Together
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.hires_page import HiresPage
from salesorg_gui.pages.hires_rows import OpeningRow
from salesorg_gui.panels.text import Paragraph
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.printing.dialog import PrintDialog
from tests.keyboard import ALT, Keyboard
from tests.panels.typing import found, press, type_into
from tests.study.hiring.companies import BIG, line, status, team
from tests.windows import open_window


def company() -> Plan:
    """More qualified leads than two closers have time for, one more planned."""
    waiting = next(one for one in team() if one.id == "ae")
    planned = status(replace(waiting, id=waiting.id.__class__("ae2"), headcount=1), Status.PLANNED)
    drawn = line(520, seats=team(inbound=2), more=(planned,))
    return Plan("Nordic", answers=BIG, charts={drawn.id: drawn})


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    with open_window(tmp_path, company()) as window:
        yield window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> HiresPage:
    Keyboard(window).press(Qt.Key.Key_7, held=ALT)
    page = found(window, HiresPage, "page_hires")
    qtbot.waitUntil(lambda: bool(said(page, "hires_said")))
    return page


def said(page: HiresPage, name: str) -> str:
    (label,) = page.findChildren(Paragraph, name)
    return label.text()


def heads(page: HiresPage) -> list[str]:
    buttons = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("hires_row_")]
    return [one.accessibleName() for one in buttons if one.isVisibleTo(page)]


def settled(page: HiresPage, qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=5000)


def test_the_finding_comes_first_and_then_the_seats_in_their_order(page: HiresPage) -> None:
    assert said(page, "hires_said").startswith("Open now: Account Executive, under Head of Sales. 150 qualified leads")
    assert heads(page)[0] == "Account Executive, under Head of Sales: Now"
    assert said(page, "hires_trigger_2").startswith("More than 118 qualified leads a month for 2 months.")


def test_a_growth_that_is_tried_is_followed_and_then_kept(window: MainWindow, page: HiresPage, qtbot: QtBot) -> None:
    slider = found(page, QSlider, "hires_growth_slider")
    slider.setFocus()
    for _press in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert page.growth.field.text() == "6"
    session = window.parts.ground.session
    assert "capacity" not in session.plan.parameters
    settled(page, qtbot, lambda: "at 6 % growth" in said(page, "hires_outlook"))
    settled(page, qtbot, lambda: session.plan.parameters == {"capacity": {"growth_per_month": 0.06}})
    session.undo()
    assert page.growth.field.text() == "3"
    assert slider.value() == 6


def test_a_growth_is_typed_and_nonsense_is_refused(window: MainWindow, page: HiresPage) -> None:
    session = window.parts.ground.session
    type_into(page, "hires_growth", "much")
    assert said(page, "hires_growth_reason") == "Growth is a number from 0 to 100 % a month."
    type_into(page, "hires_growth", "4,5")
    assert session.plan.parameters == {"capacity": {"growth_per_month": 0.045}}
    assert said(page, "hires_growth_reason") == ""
    type_into(page, "hires_growth", "3")
    assert session.plan.parameters == {}


def test_a_growth_still_tried_is_kept_when_the_page_is_left(window: MainWindow, page: HiresPage) -> None:
    slider = found(page, QSlider, "hires_growth_slider")
    slider.setValue(0)
    page.commit()
    assert window.parts.ground.session.plan.parameters == {"capacity": {"growth_per_month": 0}}


def test_a_seat_is_put_on_the_chart_planned_and_its_kit_is_printed(
    window: MainWindow, page: HiresPage, qtbot: QtBot
) -> None:
    session = window.parts.ground.session
    before = session.chart
    number = next(n for n, text in enumerate(heads(page), 1) if n > 1 and text.startswith("Account Executive"))
    press(page, f"hires_row_{number}")
    press(page, f"hires_add_{number}")
    (new,) = set(session.chart.seats) - set(before.seats)
    seat = session.chart.seats[new]
    assert (seat.status, seat.role) == (Status.PLANNED, "account_executive")
    assert seat.start.endswith("-01")
    assert session.chart.manager_of(new) == "head"
    assert [hire.seat for hire in session.chart.hires.values()] == [new]
    assert session.selection.keys == {Key(Kind.SEAT, new)}
    settled(page, qtbot, lambda: page.opened_seat == new)
    at = next(n for n, row in enumerate(page.rows, 1) if row.head.isChecked())
    assert found(page, QPushButton, f"hires_kit_{at}").hasFocus()
    press(page, f"hires_kit_{at}")
    dialog = found(window, PrintDialog, "print_dialog")
    assert (dialog.wish.what, dialog.wish.options.seats) == ("kit", (new,))
    dialog.reject()
    session.undo()
    assert session.chart == before


def test_a_card_lights_up_where_the_seat_stands(window: MainWindow, page: HiresPage) -> None:
    lit: list[frozenset[Key]] = []
    page.lit.connect(lit.append)
    press(page, "hires_row_1")
    assert lit[-1] == {Key(Kind.SEAT, "ae2")}
    press(page, "hires_show_1")
    assert window.parts.ground.session.selection.keys == {Key(Kind.SEAT, "ae2")}


def test_the_keyboard_alone_opens_a_card_and_reaches_its_buttons(page: HiresPage) -> None:
    graph, head = found(page, GraphView, "hires_calendar"), found(page, QPushButton, "hires_row_1")
    graph.setFocus()
    QTest.keyClick(graph, Qt.Key.Key_Tab)
    assert head.hasFocus()
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert head.isChecked()
    show = found(page, QPushButton, "hires_show_1")
    kit = found(page, QPushButton, "hires_kit_1")
    QTest.keyClick(head, Qt.Key.Key_Tab)
    assert kit.hasFocus()
    QTest.keyClick(kit, Qt.Key.Key_Tab)
    assert show.hasFocus()
    QTest.keyClick(show, Qt.Key.Key_Tab)
    assert found(page, QPushButton, "hires_row_2").hasFocus()


def test_the_seat_is_seen_on_the_chart_before_it_is_added(page: HiresPage) -> None:
    shown: list[object] = []
    page.previewed.connect(shown.append)
    press(page, "hires_row_2")
    found(page, QPushButton, "hires_add_2").setFocus()
    assert isinstance(shown[-1], Together)
    page.rows[1].head.setFocus()
    assert shown[-1] is None


def test_what_is_reckoned_with_can_be_changed(window: MainWindow, page: HiresPage, qtbot: QtBot) -> None:
    cost = found(page, QLineEdit, "figure_cost_per_fte_month")
    assert (cost.text(), cost.placeholderText()) == ("", "Unknown")
    (source,) = page.findChildren(QLabel, "figure_cost_per_fte_month_source")
    assert not source.isVisible()
    type_into(page, "figure_cost_per_fte_month", "6000")
    assert source.text() == "From the plan"
    assert window.parts.ground.session.plan.parameters == {"capacity": {"cost_per_fte_month": 6000}}
    settled(page, qtbot, lambda: "No salary" not in said(page, "hires_notes"))


def test_the_calendar_speaks_and_opens_the_card_of_what_is_picked(page: HiresPage) -> None:
    graph = found(page, GraphView, "hires_calendar")
    assert "1. Account Executive" in graph.accessibleDescription()
    graph.picked.emit(page.rows[1].id)
    assert page.rows[1].head.isChecked()
    assert not page.rows[0].head.isChecked()


def test_without_work_it_says_what_is_missing(window: MainWindow, page: HiresPage, qtbot: QtBot) -> None:
    window.parts.ground.session.open(Plan("Empty", charts={line(0).id: replace(line(0), seats={}, lines={})}))
    settled(page, qtbot, lambda: "Nothing is drawn yet" in said(page, "hires_said"))
    assert heads(page) == []
    assert not found_hidden(page)


def test_the_cards_of_a_company_that_was_larger_are_not_kept(window: MainWindow, page: HiresPage, qtbot: QtBot) -> None:
    many = len(page.findChildren(OpeningRow))
    (first,) = page.findChildren(QPushButton, "hires_row_1")
    window.parts.ground.session.open(Plan("Empty", charts={line(0).id: replace(line(0), seats={}, lines={})}))
    qtbot.waitUntil(lambda: not page.findChildren(OpeningRow), timeout=5000)
    window.parts.ground.session.open(company())
    qtbot.waitUntil(lambda: len(page.findChildren(OpeningRow)) == many, timeout=5000)
    assert found(page, QPushButton, "hires_row_1") is not first
    first = found(page, QPushButton, "hires_row_1")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert page.rows[0].head.isChecked()


def found_hidden(page: HiresPage) -> bool:
    (graph,) = page.findChildren(GraphView, "hires_calendar")
    return graph.isVisibleTo(page)
