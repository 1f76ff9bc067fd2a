"""The page Load: the finding in one sentence, a volume to slide, what would help, and every figure to change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.pages.flow_figures import FlowFigures
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.load_page import LoadPage
from salesorg_gui.pages.volume_bar import VolumeSlider
from salesorg_gui.window.legend_widths import LegendWidths, WidthRow
from salesorg_gui.window.main_window import MainWindow
from tests.capacity.test_capacity import LINE, line, sources, team
from tests.keyboard import ALT, Keyboard
from tests.panels.typing import field, found, press, type_into
from tests.rules.builders import plan_of

RAW = HandoffId("h in > sdr: raw_lead")


def closing_short() -> Plan:
    """400 leads, so 115 qualified, for a closer of 50."""
    return plan_of(line(400, 0, team(2.0, 1.0, 1.0, 3.0), LINE))


def text(page: QWidget, name: str) -> str:
    QApplication.processEvents()
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text() if not label.isHidden() else ""


def shown_page(window: MainWindow, qtbot: QtBot, plan: Plan) -> LoadPage:
    window.parts.ground.session.open(plan)
    Keyboard(window).press(Qt.Key.Key_1, held=ALT)
    page = found(window, LoadPage, "page_load")
    qtbot.waitUntil(lambda: text(page, "load_said") != "")
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LoadPage:
    return shown_page(window, qtbot, closing_short())


def figures(page: LoadPage) -> list[str]:
    return found(page, FlowFigures, "load_flow").texts()


def test_the_finding_comes_first_then_what_would_help(page: LoadPage) -> None:
    assert text(page, "load_said").startswith("Closing has 1.3 FTE too little")
    assert "Hire 1.3 FTE for Closing" in text(page, "load_remedies")
    assert figures(page) == ["400", "0", "115", "23"]
    work = found(page, GraphView, "load_work_graph")
    assert "Closing: 2.3\u00a0of\u00a01\u00a0FTE." in work.graph.spoken
    assert "+10 customers a month" in found(page, GraphView, "load_worth_graph").graph.spoken


def test_the_seats_of_the_bottleneck_are_selected_by_a_button(window: MainWindow, page: LoadPage) -> None:
    press(page, "load_stuck_select")
    assert window.parts.ground.session.selection.keys == {Key(Kind.SEAT, "ae")}


def test_the_slider_changes_what_is_seen_and_not_the_plan(window: MainWindow, page: LoadPage, qtbot: QtBot) -> None:
    plan = window.parts.ground.session.plan
    slider = found(page, VolumeSlider, "load_volume")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert window.volume.share == 1.25
    assert figures(page) == ["500", "0", "144", "28.7"]
    qtbot.waitUntil(lambda: text(page, "load_said").startswith("Closing has 1.9 FTE"))
    assert window.parts.ground.session.plan is plan
    press(page, "load_volume_back")
    assert figures(page)[0] == "400"
    assert slider.value() == 100


def test_a_number_is_typed_as_well_and_refused_where_it_makes_no_sense(page: LoadPage, window: MainWindow) -> None:
    type_into(page, "load_volume_number", "250 %")
    assert window.volume.share == 2.5
    assert figures(page)[0] == "1\u202f000"
    for nonsense in ("9", "many", "1e400"):
        type_into(page, "load_volume_number", nonsense)
        assert window.volume.share == 2.5
        assert text(page, "load_volume_reason") == "Type a number from 25 to 300."


def test_the_canvas_follows_the_volume_and_goes_back_with_the_page(
    window: MainWindow, page: LoadPage, qtbot: QtBot
) -> None:
    looks = window.surface.canvas.picture.looks
    press(page, "load_on_chart")
    assert looks.by is ColourBy.LOAD
    qtbot.waitUntil(lambda: looks.stream(RAW) is not None and looks.stream(RAW).width > 1.5)  # type: ignore[union-attr]
    before = looks.stream(RAW)
    window.volume.ask(3.0)
    qtbot.waitUntil(lambda: looks.stream(RAW) != before)
    assert looks.stream(RAW).ink == "load_3_solid"  # type: ignore[union-attr]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.volume.share == 1.0
    qtbot.waitUntil(lambda: looks.stream(RAW) == before)


def test_the_legend_tells_what_widths_mean_only_while_the_load_is_told(
    window: MainWindow, page: LoadPage, qtbot: QtBot
) -> None:
    press(page, "load_on_chart")
    widths = window.sights.legend.findChild(LegendWidths)
    assert widths is not None
    qtbot.waitUntil(widths.isVisible)
    rows = [row.accessibleName() for row in widths.findChildren(WidthRow)]
    assert rows == ["1\u202f000 and more", "300 and more", "100 and more", "30 and more", "under 30"]
    window.actions_table["colour_role"].trigger()
    assert not widths.isVisible()


def test_work_is_seen_by_role_and_a_bar_selects_who_does_it(window: MainWindow, page: LoadPage) -> None:
    press(page, "load_work_by_role")
    graph = found(page, GraphView, "load_work_graph")
    assert graph.graph.spoken.startswith("Account Executive: 2.3")
    graph.picked.emit("0")
    assert window.parts.ground.session.selection.keys == {Key(Kind.SEAT, "ae")}


def test_a_seat_worth_one_more_is_selected_by_its_bar(window: MainWindow, page: LoadPage) -> None:
    found(page, GraphView, "load_worth_graph").picked.emit("ae")
    assert window.parts.ground.session.selection.keys == {Key(Kind.SEAT, "ae")}


def test_every_figure_is_changed_where_it_stands_and_taken_back(
    window: MainWindow, page: LoadPage, qtbot: QtBot
) -> None:
    press(page, "load_figures_open")
    session = window.parts.ground.session
    assert text(page, "figure_qualified_per_closer_fte_source") == "usual in this method"
    type_into(page, "figure_qualified_per_closer_fte", "115")
    assert session.plan.parameters == {"capacity": {"qualified_per_closer_fte": 115}}
    assert text(page, "figure_qualified_per_closer_fte_source") == "from the plan; usual is 50"
    assert text(page, "load_figures_said") == "1 planning figure is the plan's own."
    qtbot.waitUntil(lambda: text(page, "load_said").startswith("All 115 qualified leads"))
    type_into(page, "figure_qualified_per_closer_fte", "0")
    assert "above 0" in text(page, "figure_qualified_per_closer_fte_reason")
    type_into(page, "figure_qualified_per_closer_fte", "few")
    assert text(page, "figure_qualified_per_closer_fte_reason") == "Type a number."
    press(page, "figure_qualified_per_closer_fte_back")
    assert session.plan.parameters == {}
    assert text(page, "figure_qualified_per_closer_fte_reason") == ""
    press(page, "load_figures_open")
    assert text(page, "load_figures_said") == "All planning figures are the usual ones."


def test_a_share_is_typed_in_per_cent(window: MainWindow, page: LoadPage) -> None:
    press(page, "load_figures_open")
    type_into(page, "figure_qualified_to_customer", "25")
    assert window.parts.ground.session.plan.parameters == {"capacity": {"qualified_to_customer": 0.25}}


def test_customers_of_today_are_answered_on_the_page(window: MainWindow, page: LoadPage, qtbot: QtBot) -> None:
    type_into(page, "company_customers", "400")
    assert window.parts.ground.session.plan.answers == {"customers": 400}
    qtbot.waitUntil(lambda: "Customer care" in text(page, "load_said"))


def test_without_volume_it_says_what_to_enter_and_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    page = shown_page(window, qtbot, plan_of(line(0, 0)))
    assert text(page, "load_said") == "Nobody has said yet how many leads come."
    assert "leads a month" in text(page, "load_room")
    press(page, "load_begin")
    assert window.parts.ground.session.selection.keys == {Key(Kind.SOURCE, "in")}
    window.parts.ground.session.perform(Revise((sources(100, 0)[0],), "Leads"))
    qtbot.waitUntil(lambda: text(page, "load_said").startswith("All 28."))


def test_without_a_source_one_is_added(window: MainWindow, qtbot: QtBot) -> None:
    plan = plan_of(line(0, 0).without([Key(Kind.SOURCE, "in"), Key(Kind.SOURCE, "out")]))
    page = shown_page(window, qtbot, plan)
    press(page, "load_begin")
    (source,) = window.parts.ground.chart.sources
    assert window.parts.ground.session.selection.keys == {Key(Kind.SOURCE, source)}


def test_returns_without_end_are_told_in_words(window: MainWindow, qtbot: QtBot) -> None:
    from tests.rules.builders import chart, handoff, seat

    ways = [handoff("in > one: raw_lead"), handoff("one > one: raw_lead")]
    drawn = chart([seat("one", "marketing")], handoffs=ways, sources=sources(10, 0))
    page = shown_page(window, qtbot, plan_of(drawn))
    assert "comes round without end" in text(page, "load_said")
    assert page.ground.chart.seats[SeatId("one")] is not None


def test_it_may_be_put_away_and_turned_from_and_follows_again(window: MainWindow, page: LoadPage, qtbot: QtBot) -> None:
    keyboard = Keyboard(window)
    keyboard.press(Qt.Key.Key_1, held=ALT)
    keyboard.press(Qt.Key.Key_2, held=ALT)
    session = window.parts.ground.session
    session.perform(SetAnswer("customers", 7))
    keyboard.press(Qt.Key.Key_1, held=ALT)
    assert field(page, "company_customers").text() == "7"
