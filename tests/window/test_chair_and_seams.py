"""The pages Empty chair and Seams: what they say, what they light up on the chart, and the move one of them offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Line, Person, Pod, Record, Seat, Segment
from salesorg_gui.pages.facts import Facts
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.ranked_list import RankedList
from salesorg_gui.panels.buttons import Segmented
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.text import Label
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import BOSS, SDR, SELLER, plan
from tests.panels.typing import found, type_into
from tests.windows import open_window

ERIK, CHIEF, TOP = SeatId("erik"), SeatId("chief"), SeatId("top")
EAST, SOUTH = PodId("east"), SegmentId("south")


def two_pods() -> Plan:
    """The small organisation, and a second pod whose closer gets leads from the first."""
    small = plan()
    more: tuple[Record, ...] = (
        Seat(ERIK, RoleId("account_executive"), people=(Person("Erik S."),), pod=EAST),
        Seat(CHIEF, RoleId("head_of_sales"), people=(Person("Jonas B."),)),
        Seat(TOP, RoleId("vp_sales"), people=(Person("Maria H."),)),
        *(
            Line(LineId(f"m{report}"), report, manager)
            for report, manager in ((ERIK, CHIEF), (CHIEF, TOP), (BOSS, TOP))
        ),
        Pod(EAST, "East", (SOUTH,), lead=CHIEF),
        Segment(SOUTH, value="Baltics"),
        Handoff(HandoffId("across"), SDR, ERIK, ObjectId("qualified_lead"), limit_hours=24),
    )
    return small.with_chart(small.first_chart.with_records(more))


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    """The window on two pods."""
    with open_window(tmp_path, two_pods()) as window:
        yield window


def turned_to(window: MainWindow, qtbot: QtBot, id: str) -> Page:
    """A page that has answered."""
    window.actions_table[f"analysis_{id}"].trigger()
    panel = window.analysis.panel
    assert panel is not None
    page = panel.page
    assert page is not None
    qtbot.waitUntil(lambda: bool(said(page, f"{id}_said")))
    return page


def said(page: Page, name: str) -> str:
    label = page.findChild(Label, name)
    assert isinstance(label, Label)
    return label.text()


def told(page: Page, name: str) -> str:
    """Everything that stands in a group of facts."""
    facts = found(page, Facts, name)
    return "\n".join(label.text() for label in facts.findChildren(Label) if label.isVisible())


def rows(page: Page) -> RankedList:
    (ranked,) = page.findChildren(RankedList)
    return ranked


def pick(page: Page, number: int) -> None:
    """Click a row."""
    ranked = rows(page)
    index = ranked.rows.index(number)
    ranked.scrollTo(index)
    QTest.mouseClick(ranked.viewport(), Qt.MouseButton.LeftButton, pos=ranked.visualRect(index).center())


def place_of(page: Page, name: str) -> int:
    ranked = rows(page)
    return next(row for row in range(ranked.rows.rowCount()) if ranked.rows.row(row).title == name)


@pytest.fixture
def chair(window: MainWindow, qtbot: QtBot) -> Page:
    return turned_to(window, qtbot, "empty_chair")


@pytest.fixture
def seams(window: MainWindow, qtbot: QtBot) -> Page:
    page = turned_to(window, qtbot, "seams")
    qtbot.waitUntil(lambda: "Looking" not in said(page, "seams_move_said"), timeout=20_000)
    return page


@pytest.fixture
def canvas(window: MainWindow) -> ChartView:
    return window.surface.canvas


# -- empty chair


def test_the_worst_absence_is_said_first(chair: Page) -> None:
    sentence = said(chair, "empty_chair_said")
    assert sentence.startswith("If ")
    assert rows(chair).rows.row(0).title in sentence


def test_every_seat_somebody_holds_has_a_row(chair: Page, window: MainWindow) -> None:
    assert rows(chair).rows.rowCount() == len(window.parts.ground.chart.seats)


def test_picking_an_absence_lights_up_what_is_lost_and_who_stands_in(chair: Page, canvas: ChartView) -> None:
    pick(chair, place_of(chair, "Sara L."))
    assert Key(Kind.SEAT, SELLER) in canvas.light.concerned
    assert Key(Kind.HANDOFF, "lead") in canvas.light.concerned
    assert canvas.light.severity == "error"
    assert canvas.light.lit == {Key(Kind.SEAT, ERIK)}
    assert canvas.session.selection.keys == {Key(Kind.SEAT, SELLER)}
    facts = told(chair, "empty_chair_facts")
    assert "Nobody covers Demo, Closing in Nordics." in facts
    assert "points come about" in facts


def test_arrow_keys_go_from_absence_to_absence(chair: Page, window: MainWindow) -> None:
    window.activateWindow()
    rows(chair).setFocus()
    QApplication.processEvents()
    QTest.keyClick(rows(chair), Qt.Key.Key_Down)
    (key,) = window.parts.ground.session.selection.keys
    assert key.id == rows_seat(chair, window, 1)


def rows_seat(page: Page, window: MainWindow, row: int) -> str:
    title = rows(page).rows.row(row).title
    seats = window.parts.ground.chart.seats.values()
    return next(seat.id for seat in seats if title in {seat.holder, seat.title, "Customer Success Manager"})


def test_the_stand_in_is_a_way_to_its_card(chair: Page, window: MainWindow) -> None:
    pick(chair, place_of(chair, "Sara L."))
    button = found(chair, QPushButton, "empty_chair_stand_in_0")
    assert button.text() == "Erik S."
    button.click()
    assert window.parts.ground.session.selection.keys == {Key(Kind.SEAT, ERIK)}


def test_who_is_selected_on_the_chart_is_told_of(chair: Page, window: MainWindow, canvas: ChartView) -> None:
    window.parts.ground.session.selection.select([Key(Kind.SEAT, SDR)])
    assert told(chair, "empty_chair_facts").startswith("Elin W.")
    assert Key(Kind.SEAT, SDR) in canvas.light.concerned


def test_a_longer_absence_weighs_more(chair: Page, qtbot: QtBot) -> None:
    before = rows(chair).rows.row(0).figure
    usual = found(chair, Segmented, "empty_chair_away")
    QTest.mouseClick(found(usual, QPushButton, "empty_chair_away_91"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(chair).rows.row(0).figure != before)
    assert usual.value == "91"
    type_into(chair, "empty_chair_days", "14")
    qtbot.waitUntil(lambda: rows(chair).rows.row(0).figure == before)
    assert usual.value == "14"


@pytest.mark.parametrize(("typed", "taken"), [("30", "30"), ("0", "14"), ("soon", "14"), ("9999", "366")])
def test_days_that_make_no_sense_leave_them_as_they_are(chair: Page, typed: str, taken: str) -> None:
    type_into(chair, "empty_chair_days", typed)
    field = found(chair, TextField, "empty_chair_days")
    assert field.text() == taken


def test_nothing_is_lit_when_the_page_is_left(chair: Page, window: MainWindow, canvas: ChartView) -> None:
    pick(chair, 0)
    window.analysis.hide()
    assert not canvas.light.concerned
    assert not canvas.light.lit


def test_a_seat_that_goes_makes_room_for_the_next(chair: Page, window: MainWindow, qtbot: QtBot) -> None:
    pick(chair, place_of(chair, "Sara L."))
    count = rows(chair).rows.rowCount()
    window.parts.ground.session.perform(Remove((Key(Kind.SEAT, SELLER),), "Remove"))
    qtbot.waitUntil(lambda: rows(chair).rows.rowCount() == count - 1)
    assert not told(chair, "empty_chair_facts").startswith("Sara L.")


def test_an_empty_chart_says_so(chair: Page, window: MainWindow, qtbot: QtBot) -> None:
    keys = tuple(Key(Kind.SEAT, id) for id in window.parts.ground.chart.seats)
    window.parts.ground.session.perform(Remove(keys, "Remove"))
    qtbot.waitUntil(lambda: said(chair, "empty_chair_said").startswith("Nobody holds a seat"))
    assert not rows(chair).isVisible()


def test_a_row_is_spoken_with_its_place_and_points(chair: Page) -> None:
    spoken = rows(chair).rows.data(rows(chair).rows.index(0))
    assert isinstance(spoken, str)
    assert spoken.startswith("1. ")
    assert rows(chair).rows.row(0).figure in spoken


# -- seams


def is_previewing(canvas: ChartView) -> bool:
    return canvas.is_previewing


def test_the_seams_are_told_in_one_sentence(seams: Page) -> None:
    assert "leaves a pod" in said(seams, "seams_said")
    assert "meets" in said(seams, "seams_faces_said")


def test_picking_a_seam_traces_it_up_to_who_settles(seams: Page, canvas: ChartView) -> None:
    pick(seams, place_of(seams, "Elin W. → Erik S."))
    lit = canvas.light.concerned
    assert {Key(Kind.HANDOFF, "across"), Key(Kind.SEAT, TOP), Key(Kind.SEAT, BOSS), Key(Kind.LINE, "mchief")} <= lit
    assert canvas.light.severity == ""
    facts = told(seams, "seams_facts")
    assert "Maria H. settles a dispute, 2 levels up." in facts
    assert "for leaving a pod" in facts


def test_the_move_is_seen_before_it_is_done_and_can_be_undone(
    seams: Page, window: MainWindow, canvas: ChartView, qtbot: QtBot
) -> None:
    session = window.parts.ground.session
    before = session.chart
    button = found(seams, QPushButton, "seams_move_button")
    window.activateWindow()
    button.setFocus()
    QApplication.processEvents()
    assert is_previewing(canvas)
    assert session.chart is before
    label = button.accessibleName()
    button.click()
    assert not is_previewing(canvas)
    assert session.chart is not before
    assert session.undo_label == label
    qtbot.waitUntil(lambda: "Looking" not in said(seams, "seams_move_said"), timeout=20_000)
    session.undo()
    assert session.chart == before


def test_other_weights_cost_something_else(seams: Page, qtbot: QtBot) -> None:
    before = rows(seams).rows.row(0).figure
    type_into(seams, "seams_weight_pod", "20")
    qtbot.waitUntil(lambda: rows(seams).rows.row(0).figure != before)
    type_into(seams, "seams_weight_pod", "")
    qtbot.waitUntil(lambda: rows(seams).rows.row(0).figure == before)


def test_a_weight_that_is_no_number_is_not_taken(seams: Page) -> None:
    type_into(seams, "seams_weight_nobody", "many")
    assert found(seams, TextField, "seams_weight_nobody").text() == "6"


def test_without_handoffs_there_is_nothing_to_rank(seams: Page, window: MainWindow, qtbot: QtBot) -> None:
    keys = tuple(Key(Kind.HANDOFF, id) for id in window.parts.ground.chart.handoffs)
    window.parts.ground.session.perform(Remove(keys, "Remove"))
    qtbot.waitUntil(lambda: said(seams, "seams_said").startswith("No customer"))
    assert not rows(seams).isVisible()
    assert said(seams, "seams_move_said").startswith("No single move")


def test_nothing_is_shown_of_the_move_when_the_page_is_left(seams: Page, window: MainWindow, canvas: ChartView) -> None:
    window.activateWindow()
    found(seams, QPushButton, "seams_move_button").setFocus()
    QApplication.processEvents()
    window.analysis.hide()
    assert not is_previewing(canvas)
    assert not canvas.light.concerned
