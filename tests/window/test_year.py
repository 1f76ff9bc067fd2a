"""The page of twelve months: its sentence, its graphs, the ladder, and the figures one can change there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import SetAnswer, SetParameter
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.year_page import YearPage
from salesorg_gui.window.main_window import MainWindow
from tests.capacity.test_capacity import line, team
from tests.keyboard import ALT, Keyboard
from tests.panels.typing import found, type_into
from tests.rules.builders import plan_of
from tests.windows import open_window

TODAY = date(2026, 11, 22)


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    seats = [
        replace(one, status=Status.OPEN, start="2027-02-01") if one.id == "ae" else one
        for one in team(2.0, 2.0, 3.0, 9.0)
    ]
    with open_window(tmp_path, plan_of(line(360, 300, seats), {"customers": 20})) as window:
        yield window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> YearPage:
    Keyboard(window).press(Qt.Key.Key_2, held=ALT)
    page = found(window, YearPage, "page_year")
    page.today = lambda: TODAY
    page.think_again()
    qtbot.waitUntil(lambda: "22 Nov 2026" in spoken(page, "year_arrivals"))
    return page


def text(page: QWidget, name: str) -> str:
    return found(page, QLabel, name).text().replace("\u00a0", " ")


def spoken(page: QWidget, name: str) -> str:
    graphs = page.findChildren(GraphView, name)
    return graphs[0].accessibleDescription().replace("\u00a0", " ") if graphs else ""


def test_it_says_first_where_it_breaks(page: YearPage) -> None:
    assert text(page, "year_said") == "Closing has too little time already: 2.4 FTE of work, 0.0 FTE there."
    assert text(page, "year_then").startswith("From Apr 2027 on there are enough people.")
    assert spoken(page, "year_heat").startswith("Inbound: Nov 45 %, Dec 46 %, Jan 2027 48 %")
    assert "Closing: Nov nobody there" in spoken(page, "year_heat")


def test_each_part_is_told_by_a_graph_and_a_sentence(page: YearPage) -> None:
    assert text(page, "year_closer_said").startswith("Too little in")
    assert "Nov: Need: 0.9 FTE, Have: 2 FTE" in spoken(page, "year_inbound")
    assert text(page, "year_outbound_said") == "Enough time in every month."
    assert text(page, "year_customers_said").startswith("20 customers today")


def test_who_starts_stands_in_a_calendar_and_is_shown_on_the_chart(
    page: YearPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert "Hiring: 22 Nov 2026 to 1 Feb 2027" in spoken(page, "year_arrivals")
    graph = found(page, GraphView, "year_arrivals")
    graph.setFocus()
    with qtbot.waitSignal(page.lit) as lit:
        QTest.keyClick(graph, Qt.Key.Key_Down)
    assert lit.args == [frozenset({Key(Kind.SEAT, SeatId("ae"))})]
    QTest.keyClick(graph, Qt.Key.Key_Return)
    assert window.parts.ground.session.selection.keys == frozenset({Key(Kind.SEAT, SeatId("ae"))})


def test_a_figure_typed_is_the_plans_own_and_can_be_taken_back(
    page: YearPage, window: MainWindow, qtbot: QtBot
) -> None:
    session = window.parts.ground.session
    type_into(page, "figure_growth_per_month", "0")
    assert session.plan.parameters == {"capacity": {"growth_per_month": 0}}
    qtbot.waitUntil(lambda: "Dec 45 %" in spoken(page, "year_heat"))
    QTest.mouseClick(found(page, QAbstractButton, "figure_growth_per_month_back"), Qt.MouseButton.LeftButton)
    assert session.plan.parameters == {}
    session.undo()
    assert session.plan.parameters == {"capacity": {"growth_per_month": 0}}


def test_the_usual_figure_typed_again_is_nothing_of_the_plans_own(page: YearPage, window: MainWindow) -> None:
    session = window.parts.ground.session
    session.perform(SetParameter("capacity", "monthly_churn", 0.05))
    type_into(page, "figure_monthly_churn", "1")
    assert session.plan.parameters == {}


@pytest.mark.parametrize(
    ("figure", "typed", "reason"),
    [
        ("growth_per_month", "many", "Type a number."),
        ("monthly_churn", "101", "Type a share from 0 to 100."),
        ("inbound_leads_per_fte", "0", "Type a number above 0: something is divided by it."),
        ("span_max", "7.5", "Type a whole number from 1 up."),
        ("ramp_months", "-1", "Type a number from 0 up."),
    ],
)
def test_a_number_nobody_can_reckon_with_is_refused_in_words(
    page: YearPage, window: MainWindow, figure: str, typed: str, reason: str
) -> None:
    type_into(page, f"figure_{figure}", typed)
    assert text(page, f"figure_{figure}_reason") == reason
    assert window.parts.ground.session.plan.parameters == {}


def test_the_way_back_from_a_target_waits_for_the_target(page: YearPage, window: MainWindow, qtbot: QtBot) -> None:
    assert text(page, "year_target_said").startswith("Say what revenue is wanted")
    type_into(page, "company_revenue_target", "2400000")
    type_into(page, "company_contract_value", "10000")
    assert window.parts.ground.session.plan.answers["contract_value"] == 10_000
    qtbot.waitUntil(lambda: text(page, "year_target_said").startswith("The target takes 240 new customers a year"))
    shown = [label.text() for label in found(page, QWidget, "year_ladder").findChildren(QLabel) if label.text()]
    assert [amount for amount in shown if amount.replace(".", "").isdigit()] == ["20", "100", "103.5", "0"]
    assert "Closing: 2 of 0 FTE. 2.0 FTE to hire" in spoken(page, "year_people")
    assert "a month" in spoken(page, "year_revenue")


def test_without_leads_it_says_what_is_missing(page: YearPage, window: MainWindow, qtbot: QtBot) -> None:
    session = window.parts.ground.session
    session.perform(SetAnswer("customers", None))
    chart = session.chart
    session.open(plan_of(replace(chart, sources={})))
    qtbot.waitUntil(lambda: text(page, "year_said").startswith("Nobody has said yet"))
    assert not found_charts(page)
    assert spoken(page, "year_heat") == ""


def found_charts(page: QWidget) -> bool:
    return page.findChildren(QWidget, "year_charts")[0].isVisible()


def test_the_keyboard_goes_from_figures_to_graphs(page: YearPage) -> None:
    reached = []
    for _press in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)
        reached.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    fields = ["figure_growth_per_month", "figure_monthly_churn", "company_customers", "company_customers_clear"]
    assert reached == ["year_heat", *fields, "year_inbound"]


def test_rows_of_figures_stand_close_together(page: YearPage) -> None:
    assert found(page, QWidget, "figure_growth_per_month_row").height() < 56


def test_the_fields_of_figures_and_answers_stand_under_each_other(page: YearPage) -> None:
    fields = [
        found(page, QWidget, name) for name in ("figure_growth_per_month", "figure_monthly_churn", "company_customers")
    ]
    assert len({(field.mapTo(page, QPoint(0, 0)).x(), field.width()) for field in fields}) == 1
