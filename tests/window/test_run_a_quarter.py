"""The page that runs a quarter, in the real window: run, stop, results, another plan, two runs side by side."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import ChartId, HandoffId, Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.quarter.page import QuarterPage
from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import nothing_left_behind
from tests.capacity.test_capacity import LINE, line, team
from tests.keyboard import ALT, CONTROL, Keyboard
from tests.panels.typing import found, press, type_into
from tests.rules.builders import handoff
from tests.windows import open_window

PATIENCE_MS = 20_000


def drawn(leads: float) -> Plan:
    ways = [replace(handoff(way), limit_hours=2) for way in LINE]
    here = line(leads, leads, team(1, 1, 2, 2), ways)
    calm = replace(line(20, 20, team(1, 1, 2, 2), ways), id=ChartId("calm"), title="Calm", order=1.0)
    silent = replace(line(0, 0), id=ChartId("silent"), title="Silent", order=2.0)
    return Plan(charts={one.id: one for one in (here, calm, silent)})


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    with nothing_left_behind(), open_window(tmp_path, drawn(380)) as window:
        yield window


@pytest.fixture
def page(window: MainWindow) -> QuarterPage:
    Keyboard(window).press(Qt.Key.Key_3, held=ALT)
    return found(window, QuarterPage, "page_run")


def said(page: Page, name: str = "quarter_said") -> str:
    return found(page, QLabel, name).text()


def is_seen(page: Page, name: str) -> bool:
    widget: QWidget | None = page.findChild(QWidget, name)
    return widget is not None and widget.isVisible()


def run(page: Page, qtbot: QtBot) -> None:
    """By the keyboard, wherever it is in the page, and wait for the end."""
    focused = page.window().focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not is_seen(page, "quarter_stop"), timeout=PATIENCE_MS)


def test_a_quarter_is_run_by_a_key_and_says_what_it_saw(page: QuarterPage, qtbot: QtBot) -> None:
    assert said(page) == "Let a quarter happen here, lead by lead."
    run(page, qtbot)
    assert said(page).startswith("Half of the leads wait under ")
    assert "run 20 times from seed 1" in said(page, "quarter_note")
    for name in ("quarter_speed", "quarter_limits", "quarter_queue", "quarter_busy"):
        graph = found(page, GraphView, name)
        assert graph.graph.shapes
        assert graph.accessibleDescription()
    assert "95\u00a0% sure" in said(page, "quarter_outcome_said").replace("95 %", "95\u00a0%")


def test_it_runs_what_is_asked_for(page: QuarterPage, qtbot: QtBot) -> None:
    for name, text in (("weeks", "4"), ("runs", "3"), ("away", "2"), ("seed", "7")):
        type_into(page, f"quarter_{name}", text)
    press(page, "quarter_any_time")
    run(page, qtbot)
    assert said(page, "quarter_note") == (
        "4 weeks, run 3 times from seed 7. Everybody is away 2 working days. Leads come at nights and weekends too."
    )


@pytest.mark.parametrize(("name", "text"), [("weeks", "0"), ("runs", "1"), ("seed", "1.5"), ("away", "many")])
def test_what_makes_no_sense_is_refused_beside_its_field(page: QuarterPage, name: str, text: str) -> None:
    type_into(page, f"quarter_{name}", text)
    assert said(page, f"quarter_{name}_reason").startswith("A whole number from ")
    type_into(page, f"quarter_{name}", "5")
    assert not is_seen(page, f"quarter_{name}_reason")


def test_escape_calls_a_run_off_at_once_and_only_then_puts_the_panel_away(
    window: MainWindow, page: QuarterPage, qtbot: QtBot
) -> None:
    type_into(page, "quarter_weeks", "520")
    type_into(page, "quarter_runs", "200")
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: " leads a second." in said(page, "quarter_news"), timeout=PATIENCE_MS)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not is_seen(page, "quarter_stop")
    assert page.isVisible()
    assert said(page) == "Let a quarter happen here, lead by lead."
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_a_run_can_be_stopped_by_its_button_and_begun_anew(page: QuarterPage, qtbot: QtBot) -> None:
    type_into(page, "quarter_weeks", "520")
    press(page, "quarter_go")
    press(page, "quarter_stop")
    assert found(page, QWidget, "quarter_go").hasFocus()
    type_into(page, "quarter_weeks", "2")
    run(page, qtbot)
    assert said(page, "quarter_note").startswith("2 weeks, ")


def test_a_change_of_the_plan_marks_the_result_and_one_key_runs_it_again(
    window: MainWindow, page: QuarterPage, qtbot: QtBot
) -> None:
    run(page, qtbot)
    session = window.parts.ground.session
    inbound = next(one for one in session.chart.sources.values() if one.lane == "inbound")
    session.perform(Revise((replace(inbound, per_month=600.0),), "More leads"))
    qtbot.waitUntil(lambda: "has changed since" in said(page, "quarter_note"), timeout=PATIENCE_MS)
    run(page, qtbot)
    assert "has changed" not in said(page, "quarter_note")
    assert said(page, "quarter_against_said") == "The plan has changed in between."
    session.undo()
    qtbot.waitUntil(lambda: "has changed since" in said(page, "quarter_note"), timeout=PATIENCE_MS)


def test_another_file_shows_nothing_of_the_one_before(window: MainWindow, page: QuarterPage, qtbot: QtBot) -> None:
    run(page, qtbot)
    window.parts.ground.session.open(drawn(40))
    assert said(page) == "Let a quarter happen here, lead by lead."
    assert not is_seen(page, "quarter_speed")
    run(page, qtbot)
    assert not is_seen(page, "quarter_against_said")


def test_what_is_refused_is_not_run(page: QuarterPage, qtbot: QtBot) -> None:
    type_into(page, "quarter_weeks", "0")
    press(page, "quarter_go")
    assert not is_seen(page, "quarter_stop")
    type_into(page, "quarter_weeks", "1")
    run(page, qtbot)
    assert said(page, "quarter_note").startswith("1 week, ")


def test_a_name_that_changes_leaves_the_result_as_it_is(window: MainWindow, page: QuarterPage, qtbot: QtBot) -> None:
    run(page, qtbot)
    session = window.parts.ground.session
    session.perform(Revise((replace(next(iter(session.chart.seats.values())), title="Another"),), "Rename"))
    qtbot.wait(400)
    assert "run 20 times" in said(page, "quarter_note")


def test_two_charts_are_run_one_after_the_other_and_stand_beside_each_other(
    window: MainWindow, page: QuarterPage, qtbot: QtBot
) -> None:
    run(page, qtbot)
    window.parts.ground.session.show_chart(ChartId("calm"))
    qtbot.waitUntil(lambda: said(page, "quarter_note").startswith("This was the chart "), timeout=PATIENCE_MS)
    run(page, qtbot)
    assert said(page, "quarter_against_said").endswith("Now: Calm.")
    against = found(page, QWidget, "quarter_against_table")
    texts = [label.text() for label in against.findChildren(QLabel)]
    assert {"Last run", "Now", "better", "Limits broken"} <= set(texts)


def test_the_volume_somebody_looks_at_is_run(window: MainWindow, page: QuarterPage, qtbot: QtBot) -> None:
    run(page, qtbot)
    window.volume.ask(0.5)
    qtbot.waitUntil(lambda: said(page, "quarter_note").startswith("This was 100"), timeout=PATIENCE_MS)
    run(page, qtbot)
    assert "50\u00a0% of the leads of the plan come." in said(page, "quarter_note")


def test_a_chart_without_leads_says_what_is_missing(window: MainWindow, page: QuarterPage, qtbot: QtBot) -> None:
    window.parts.ground.session.show_chart(ChartId("silent"))
    qtbot.waitUntil(lambda: said(page).startswith("Nobody has said yet how many leads"), timeout=PATIENCE_MS)
    assert not found(page, QWidget, "quarter_go").isEnabled()


def test_too_many_leads_are_refused_in_words(window: MainWindow, page: QuarterPage, qtbot: QtBot) -> None:
    session = window.parts.ground.session
    many = tuple([replace(one, per_month=1e7) for one in session.chart.sources.values()])
    assert session.perform(Revise(many, "Many"))
    run(page, qtbot)
    assert "too many leads to follow one by one" in said(page, "quarter_note")


def test_a_broken_limit_is_lit_up_when_pointed_at_and_selected_when_taken(
    window: MainWindow, page: QuarterPage, qtbot: QtBot
) -> None:
    run(page, qtbot)
    limits = found(page, GraphView, "quarter_limits")
    key = Key(Kind.HANDOFF, HandoffId(limits.graph.spots[0].key))
    heard: list[object] = []
    page.lit.connect(heard.append)
    limits.setFocus()
    QTest.keyClick(limits, Qt.Key.Key_Down)
    assert heard[-1] == frozenset({key})
    QTest.keyClick(limits, Qt.Key.Key_Return)
    assert window.parts.ground.session.selection.keys == frozenset({key})


def test_the_seats_of_a_role_are_lit_up_and_its_fullest_selected(
    window: MainWindow, page: QuarterPage, qtbot: QtBot
) -> None:
    run(page, qtbot)
    busy = found(page, GraphView, "quarter_busy")
    heard: list[object] = []
    page.lit.connect(heard.append)
    busy.setFocus()
    QTest.keyClick(busy, Qt.Key.Key_Down)
    assert isinstance(heard[-1], frozenset)
    (lit,) = heard[-1]
    QTest.keyClick(busy, Qt.Key.Key_Return)
    assert window.parts.ground.session.selection.keys == frozenset({lit})


def test_the_window_may_close_while_a_run_is_under_way(page: QuarterPage, qtbot: QtBot) -> None:
    type_into(page, "quarter_weeks", "520")
    press(page, "quarter_go")
    qtbot.waitUntil(lambda: " leads a second." in said(page, "quarter_news"), timeout=PATIENCE_MS)
