"""A workshop played through in the real window: from the first question to the printed plan of a company of its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, LineId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.domain.records import Lane, Line, Person, Seat, Segment, Source
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.report.report import report
from salesorg_gui.pages.workshop_page import WorkshopPage
from salesorg_gui.panels.text import Label
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.window.main_window import MainWindow
from tests.exchange.documents.reading import texts
from tests.keyboard import ALT, CONTROL, Keyboard
from tests.panels.typing import found, press, type_into, write_area
from tests.windows import open_window

pytestmark = pytest.mark.slow
SLOW_MS = 30_000


def fjordlift() -> Plan:
    """A company that keeps lifts running: a head of sales and seven who do everything, along two coasts."""
    west, east = Segment(SegmentId("west"), value="West coast"), Segment(SegmentId("east"), value="East coast", order=1)
    head = Seat(SeatId("head"), RoleId("head_of_sales"), people=(Person("Kari Fjord"),))
    names = ("Ada", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gry")
    reps = [
        Seat(SeatId(f"rep-{name.lower()}"), RoleId("island_rep"), people=(Person(f"{name} Lift"),), order=number)
        for number, name in enumerate(names)
    ]
    lines = [Line(LineId(f"l-{rep.id}"), rep.id, head.id) for rep in reps]
    calls = Source(SourceId("calls"), Lane.INBOUND, "website", "Calls", per_month=430)
    owned = [replace(west, owners=(reps[0].id,)), replace(east, owners=(reps[1].id,))]
    chart = Chart(ChartId("as-is"), "As is").with_records([head, *reps, *lines, calls, *owned])
    return replace(empty_plan("Fjordlift"), charts={chart.id: chart})


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=SLOW_MS)


def said(page: WorkshopPage, name: str) -> str:
    return found(page, Label, name).text()


def onward(page: WorkshopPage) -> None:
    press(page, "workshop_next")


def values_and_scale(page: WorkshopPage) -> None:
    for question, answer in (
        ("value_sales", "Long relations with owners of buildings"),
        ("value_products", "Service contracts first"),
        ("value_audience", "Owners of more than ten lifts"),
        ("value_contact", "On site, then by telephone"),
    ):
        write_area(page, f"company_{question}", answer)
    press(page, "company_culture_cooperative")
    press(page, "company_values_support")
    onward(page)
    for question, number in (("employees", "60"), ("sellers", "7"), ("frontline", "12"), ("customers", "340")):
        type_into(page, f"company_{question}", number)
    press(page, "company_budget_large")
    type_into(page, "company_qualified_leads", "90")
    press(page, "company_startup_no")
    onward(page)


def test_a_workshop_from_the_first_question_to_the_printed_plan(tmp_path: Path, qtbot: QtBot) -> None:
    with open_window(tmp_path, fjordlift()) as window:
        page = opened(window, qtbot)
        values_and_scale(page)
        _choose_another_structure(window, page, qtbot)
        _go_through_the_rest(window, page, qtbot)
        _print(window)


def opened(window: MainWindow, qtbot: QtBot) -> WorkshopPage:
    Keyboard(window).press(Qt.Key.Key_8, held=ALT)
    page = found(window, WorkshopPage, "page_workshop")
    until(qtbot, lambda: said(page, "workshop_title") == "1. Decide the sales values")
    return page


def _choose_another_structure(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    """The advisor speaks against what is drawn; the proposal becomes a second chart without an error."""
    session = window.parts.ground.session
    press(page, "company_growth_goal_scale")
    press(page, "company_symptoms_seen_late_follow_up")
    until(qtbot, lambda: said(page, "advice_said").endswith("The chart shows Island."))
    assert "The answers speak for Assembly line (hunter-farmer)" in said(page, "advice_said")
    press(page, "convert_try")
    until(qtbot, lambda: any(one.isVisible() for one in page.findChildren(QWidget, "convert_take")))
    press(page, "convert_take")
    assert session.chart.title == "Assembly line (hunter-farmer), proposed"
    seen = examine(session.plan, session.chart, window.parts.ground.vocabulary.shipped).found
    assert [one.message for one in seen if one.severity is Severity.ERROR] == []
    held = {person.name for one in session.chart.seats.values() for person in one.people}
    assert held >= {"Kari Fjord", "Ada Lift", "Gry Lift"}
    keyboard = Keyboard(window)
    keyboard.press(Qt.Key.Key_PageUp, held=CONTROL)
    assert session.chart.title == "As is"
    keyboard.press(Qt.Key.Key_PageDown, held=CONTROL)
    assert session.chart.title == "Assembly line (hunter-farmer), proposed"
    onward(page)


def _go_through_the_rest(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    type_into(page, "company_regions", "2")
    onward(page)
    press(page, "workshop_roles_reporting")
    assert window.actions_table["reporting"].isChecked()
    onward(page)
    press(page, "workshop_handoffs_handoffs")
    assert window.actions_table["handoffs"].isChecked()
    onward(page)
    press(page, "workshop_check_show_findings")
    assert window.surface.findings.isVisible()
    onward(page)
    press(page, "workshop_capacity_analysis_load")
    assert window.analysis.panel is not None
    assert window.analysis.panel.page_id == "load"
    Keyboard(window).press(Qt.Key.Key_8, held=ALT)
    assert said(page, "workshop_title") == "8. Calculate capacity"
    onward(page)
    onward(page)
    press(page, "company_kpi_meeting_yes")
    assert window.parts.ground.session.plan.answers["kpi_meeting"] is True
    assert isinstance(window.parts.ground.session.plan.answers["employees"], int)


def _print(window: MainWindow) -> None:
    """What was agreed stands on paper: the proposed chart, its seats, the answers and the advice."""
    session, catalogue = window.parts.ground.session, window.parts.ground.vocabulary.shipped
    printed = report(session.plan, session.chart, catalogue, Options(today=date(2026, 11, 22)))
    pages = " ".join(" ".join(texts(printed)).split())
    for told in ("Fjordlift", "Assembly line (hunter-farmer), proposed", "Ada Lift", "Owners of more than ten lifts"):
        assert told in pages
    assert "Advice" in pages
