"""The page Customer cases: typed, tried, traced on the chart, changed, removed; and boundary cases kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.cases import Case, cases_in_order
from salesorg_gui.domain.edits.cases import AddCases, RemoveCase
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import CaseId, Key, Kind, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.pages.case_field import CaseField
from salesorg_gui.pages.case_list import CaseList
from salesorg_gui.pages.case_stages import CaseStages
from salesorg_gui.pages.cases_page import CasesPage
from salesorg_gui.panels.text import Label
from salesorg_gui.window.main_window import MainWindow
from tests.panels.typing import choose, found, type_into
from tests.rules.builders import INBOUND, seat, segment
from tests.study.cases.charts import line_of
from tests.windows import open_window

HERE = Case(CaseId("here"), "Shop here", {"geography": "Denmark"}, order=1.0)
THERE = Case(CaseId("there"), "", {"geography": "Norway"}, source=SourceId("in"), order=2.0)


def case_plan() -> Plan:
    """A line that serves Denmark and not Norway."""
    drawn = line_of(seat("other"), segments=(segment("Denmark", "ae"), segment("Norway", "other")))
    return Plan("Cases", charts={drawn.id: drawn}, cases={HERE.id: HERE, THERE.id: THERE})


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    """The window on that plan."""
    with open_window(tmp_path, case_plan()) as window:
        yield window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CasesPage:
    """The page, once it has answered."""
    window.actions_table["analysis_cases"].trigger()
    assert window.analysis.panel is not None
    page = window.analysis.panel.page
    assert isinstance(page, CasesPage)
    qtbot.waitUntil(lambda: "pass" in said(page, "cases_said"))
    return page


def said(page: CasesPage, name: str) -> str:
    label = page.findChild(Label, name)
    assert isinstance(label, Label)
    return label.text()


def titles(page: CasesPage) -> list[str]:
    rows = found(page, CaseList, "case_list").model()
    return [str(rows.data(rows.index(row, 0))) for row in range(rows.rowCount())]


def pick(page: CasesPage, row: int) -> None:
    rows = found(page, CaseList, "case_list")
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(page: CasesPage, name: str) -> None:
    QTest.mouseClick(found(page, QPushButton, name), Qt.MouseButton.LeftButton)


def clear_of(window: MainWindow) -> frozenset[Key] | None:
    return window.surface.canvas.light.clear


def test_the_page_says_first_how_many_cases_pass_and_what_is_wrong(page: CasesPage) -> None:
    assert said(page, "cases_said") == "1 of 2 customer cases pass. Norway · Website: nobody at Demo."
    assert titles(page) == ["Shop here", "Norway · Website"]
    assert said(page, "case_heading") == "Norway · Website"
    stages = found(page, CaseStages, "case_stages")
    assert stages.accessibleDescription().startswith("Inbound: Ida. Demo: Nobody. Closing: Not reached.")
    assert "Ida hands over to Bo, and nobody there serves Norway." in said(page, "case_said")


def test_a_screen_reader_hears_how_a_case_ends(page: CasesPage) -> None:
    rows = found(page, CaseList, "case_list").model()
    heard = rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Norway · Website, fails, Nobody at Demo"


def test_nothing_is_traced_before_a_hand_picks_a_case(window: MainWindow, page: CasesPage) -> None:
    assert clear_of(window) is None
    pick(page, 0)
    traced = clear_of(window)
    assert traced is not None
    assert {key.id for key in traced if key.kind is Kind.SEAT} == {"sdr", "ae", "csm"}
    assert Key(Kind.SOURCE, "in") in traced
    pick(page, 1)
    assert window.surface.canvas.light.concerned == {Key(Kind.SEAT, "ae")}


def test_escape_ends_the_trace_and_then_the_page(window: MainWindow, page: CasesPage) -> None:
    pick(page, 0)
    rows = found(page, CaseList, "case_list")
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert clear_of(window) is None
    assert page.isVisible()
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_enter_traces_the_case_that_is_picked_already(window: MainWindow, page: CasesPage) -> None:
    QTest.keyClick(found(page, CaseList, "case_list"), Qt.Key.Key_Return)
    assert window.surface.canvas.light.concerned == {Key(Kind.SEAT, "ae")}


def test_leaving_the_page_ends_the_trace(window: MainWindow, page: CasesPage) -> None:
    pick(page, 0)
    window.actions_table["analysis_cases"].trigger()
    assert clear_of(window) is None


def test_a_case_is_typed_in_a_few_words(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    type_into(page, "case_text", "denmark, 200 staff, blue", enter=False)
    assert said(page, "case_understood").splitlines()[0] == "Denmark · 200 employees · inbound"
    assert "“blue” names no segment" in said(page, "case_understood")
    assert "write Geography: blue." in said(page, "case_understood")
    QTest.keyClick(found(page, CaseField, "case_text"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    assert titles(page)[-1] == said(page, "case_heading") == "denmark, 200 staff, blue"
    *_others, new = cases_in_order(window.surface.canvas.session.plan.cases)
    assert new.points == {"geography": "Denmark", "customer_size": 200.0}
    assert clear_of(window)


def test_names_are_offered_while_one_types(page: CasesPage) -> None:
    field = found(page, CaseField, "case_text")
    type_into(page, "case_text", "200, nor", enter=False)
    popup = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.property("look") == "popup")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "200, Norway, "
    QTest.keyClicks(field, "zzz")
    assert not popup.isVisible()


def test_nothing_is_added_from_an_empty_field(window: MainWindow, page: CasesPage) -> None:
    assert not found(page, QPushButton, "case_add").isEnabled()
    QTest.keyClick(found(page, CaseField, "case_text"), Qt.Key.Key_Return)
    assert len(window.surface.canvas.session.plan.cases) == 2


def test_a_case_is_changed_field_by_field(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    session = window.surface.canvas.session
    type_into(page, "case_title", "Mill")
    choose(page, "case_axis_geography", "Denmark")
    qtbot.waitUntil(lambda: said(page, "cases_said").startswith("All 2"))
    choose(page, "case_entry", "Any outbound source")
    qtbot.waitUntil(lambda: "no lead source" in said(page, "cases_said"))
    type_into(page, "case_note", "Called twice")
    changed = session.plan.cases[THERE.id]
    assert (changed.title, changed.points, changed.lane, changed.source, changed.note) == (
        "Mill", {"geography": "Denmark"}, "outbound", None, "Called twice",
    )  # fmt: skip
    for _step in range(4):
        session.undo()
    qtbot.waitUntil(lambda: found(page, QLineEdit, "case_title").text() == "")
    assert session.plan.cases == case_plan().cases
    choose(page, "case_axis_geography", "Not said")
    assert session.plan.cases[THERE.id].points == {}


def test_a_size_is_typed_as_a_number(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    session = window.surface.canvas.session
    sized = replace(HERE, id=CaseId("sized"), points={"customer_size": 20.0})
    session.perform(AddCases((sized,)))
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    pick(page, 2)
    type_into(page, "case_axis_customer_size", "1 200")
    assert session.plan.cases[sized.id].points == {"customer_size": 1200.0}
    qtbot.waitUntil(lambda: found(page, QLineEdit, "case_axis_customer_size").text() == "1\u202f200")
    type_into(page, "case_axis_customer_size", "")
    assert session.plan.cases[sized.id].points == {}


def test_a_source_is_chosen_by_name(window: MainWindow, page: CasesPage) -> None:
    pick(page, 0)
    choose(page, "case_entry", "Website")
    assert window.surface.canvas.session.plan.cases[HERE.id].source == INBOUND.id


def test_a_removed_case_leaves_its_neighbour_picked(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    pick(page, 0)
    QTest.keyClick(found(page, CaseList, "case_list"), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["Norway · Website"])
    press(page, "case_remove")
    qtbot.waitUntil(lambda: said(page, "cases_said").startswith("No customer cases yet."))
    assert not window.surface.canvas.session.plan.cases
    assert clear_of(window) is None


def test_boundary_cases_that_fail_are_kept_once(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    session = window.surface.canvas.session
    press(page, "case_sets_boundary")
    qtbot.waitUntil(lambda: said(page, "case_made").startswith("2 cases made from"))
    assert titles(page) == ["Denmark · Website", "Norway · Website"]
    press(page, "case_keep_failing")
    assert said(page, "case_made") == "The plan has this case already."
    pick(page, 0)
    press(page, "case_keep")
    qtbot.waitUntil(lambda: "Denmark · Website" in titles(page))
    assert found(page, QPushButton, "case_sets_kept").isChecked()
    *_others, kept = cases_in_order(session.plan.cases)
    assert (kept.points, kept.source) == ({"geography": "Denmark"}, "in")
    press(page, "case_sets_boundary")
    qtbot.waitUntil(lambda: titles(page)[:1] == ["Denmark · Website"])
    pick(page, 0)
    before = session.plan
    press(page, "case_keep")
    assert session.plan is before


def test_without_a_way_in_there_is_nothing_to_try(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    press(page, "case_sets_boundary")
    qtbot.waitUntil(lambda: said(page, "case_made").startswith("2 cases"))
    window.surface.canvas.session.perform(Remove((Key(Kind.SOURCE, "in"),), "Remove"))
    qtbot.waitUntil(lambda: said(page, "cases_said").startswith("There is no lead source yet."))


def test_every_change_of_the_chart_tries_the_cases_anew(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    window.surface.canvas.session.perform(Remove((Key(Kind.SEAT, "csm"),), "Remove"))
    qtbot.waitUntil(lambda: said(page, "cases_said").startswith("0 of 2 customer cases pass."))


def test_the_status_line_counts_failing_cases_and_leads_to_them(window: MainWindow, qtbot: QtBot) -> None:
    count = window.frame.status.findChild(QPushButton, "status_cases")
    assert isinstance(count, QPushButton)
    qtbot.waitUntil(lambda: count.isVisible() and count.accessibleName() == "1 case fails")
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    assert window.analysis.panel is not None
    assert window.analysis.panel.page_id == "cases"
    window.surface.canvas.session.perform(RemoveCase(THERE.id))
    qtbot.waitUntil(lambda: not count.isVisible())


def test_hostile_texts_stay_texts(window: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    title = "<b>&amp;</b>" * 60 + "\n"
    hostile = Case(CaseId("x"), title, {"geography": "<i>", "customer_size": 1e308}, channel="<u>")
    window.surface.canvas.session.perform(AddCases((hostile,)))
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    pick(page, 2)
    assert said(page, "case_heading").startswith("<b>&amp;</b>")
    press(page, "case_remove")
    assert len(window.surface.canvas.session.plan.cases) == 2
