"""The first story: from an empty plan to a pod that works, saved, and the same when it is opened again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.showing import Edge
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.domain.records import Status
from salesorg_gui.layout.geometry import Point
from salesorg_gui.panels.findings.grouping import ACCEPTED
from salesorg_gui.panels.palette_entries import EntryKind
from salesorg_gui.rules.finding import Findings, Severity
from salesorg_gui.storage.text import dumps
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand
from tests.panels.typing import choose, press, type_into

pytestmark = pytest.mark.slow

TEAM = ("inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager")
NAMES = {
    "pod_lead": "Erik Sand",
    **dict(zip(TEAM, ("Elin Wallin", "Amir Karimi", "Sara Lind", "Tova Berg"), strict=True)),
}


def seat(hand: Hand, role: str) -> Key:
    found = [seat.id for seat in hand.session.chart.seats.values() if seat.role == role]
    assert len(found) == 1, role
    return Key(Kind.SEAT, found[0])


def source(hand: Hand, lane: str) -> Key:
    return Key(Kind.SOURCE, next(one.id for one in hand.session.chart.sources.values() if one.lane == lane))


def fill_pod(hand: Hand) -> None:
    """A pod on free canvas, and five roles dragged into it one below the other."""
    hand.drop_from_palette(EntryKind.FRAME, "pod", Point(200, 120))
    pod = Key(Kind.POD, next(iter(hand.session.chart.pods)))
    for role in ("pod_lead", *TEAM):
        rect = hand.rect(pod)
        hand.drop_from_palette(EntryKind.ROLE, role, Point(rect.centre.x, rect.bottom - 6))
    assert [one.role for one in hand.session.chart.members[PodId(pod.id)]] == ["pod_lead", *TEAM]


def name_people(hand: Hand) -> None:
    """Each seat is clicked and its person typed into the inspector."""
    for role, name in NAMES.items():
        hand.click(seat(hand, role))
        type_into(hand.window, "inspector_person_0", name)
    assert {one.status for one in hand.session.chart.seats.values()} == {Status.FILLED}


def lead_pod(hand: Hand) -> None:
    """The pod gets its name and its lead, and everybody a line to that lead, pulled from the lead's lower edge."""
    pod = Key(Kind.POD, next(iter(hand.session.chart.pods)))
    hand.session.selection.select([pod])
    type_into(hand.window, "inspector_pod_title", "Stockholm")
    choose(hand.window, "inspector_lead", "Erik Sand · Pod lead")
    lead = seat(hand, "pod_lead")
    for role in TEAM:
        report = seat(hand, role)
        if hand.session.chart.manager_of(report.id) != lead.id:  # type: ignore[arg-type]
            hand.pull(report, Edge.TOP, lead)
    reports = set(hand.session.chart.reports_of(lead.id))  # type: ignore[arg-type]
    assert reports == {seat(hand, role).id for role in TEAM}


def feed(hand: Hand) -> None:
    """Lead sources on both lanes, and handoffs pulled along the journey from edge to card."""
    left = min(rect.x for rect in hand.canvas.picture.layout.frames.values())
    channels = {channel.lane: channel.id for channel in hand.window.parts.ground.catalogue.channels.values()}
    for place, lane in enumerate(("inbound", "outbound")):
        spot = Point(left - 220, 120 + 90 * place)
        hand.canvas.fit()
        hand.drop_from_palette(EntryKind.SOURCE, f"{lane}:{channels[lane]}", spot)
    hand.canvas.fit()
    hand.pull(source(hand, "inbound"), Edge.RIGHT, seat(hand, "inbound_sdr"))
    hand.pull(source(hand, "outbound"), Edge.RIGHT, seat(hand, "outbound_sdr"))
    hand.pull(seat(hand, "inbound_sdr"), Edge.RIGHT, seat(hand, "account_executive"))
    hand.pull(seat(hand, "outbound_sdr"), Edge.RIGHT, seat(hand, "account_executive"))
    hand.pull(seat(hand, "account_executive"), Edge.RIGHT, seat(hand, "customer_success_manager"))
    assert len(hand.session.chart.handoffs) == 5
    assert all(handoff.object for handoff in hand.session.chart.handoffs.values())


def agree(hand: Hand) -> None:
    """Ways back for leads that are no good, a goal, and for every handoff when it happens."""
    for role in ("inbound_sdr", "outbound_sdr"):
        hand.pull(seat(hand, "account_executive"), Edge.RIGHT, seat(hand, role))
    hand.session.selection.select([Key(Kind.POD, next(iter(hand.session.chart.pods)))])
    type_into(hand.window, "inspector_pod_goal", "32 M SEK a year")
    for handoff in list(hand.session.chart.handoffs):
        hand.session.selection.select([Key(Kind.HANDOFF, handoff)])
        type_into(hand.window, "inspector_handoff_condition", "Need and budget are known")


def live_with_the_rest(hand: Hand, window: MainWindow, qtbot: QtBot) -> None:
    """What cannot be mended now is accepted with a reason, finding by finding."""
    panel = window.surface.findings
    hand.trigger("show_findings")
    while found := [one for one in findings(window, qtbot) if not one.accepted]:
        hand.settle()
        panel.go_to(found[0])
        before = len(hand.session.chart.accepted)
        QTest.keyClick(panel.view, Qt.Key.Key_A)
        type_into(window, "findings_reason", "Known; looked at again in May")
        assert len(hand.session.chart.accepted) == before + 1, found[0].message


def findings(window: MainWindow, qtbot: QtBot) -> Findings:
    """What the rules say once they have caught up."""
    examiner = window.examiner
    with qtbot.waitSignal(examiner.found, timeout=20_000):
        examiner.look_again()
    return examiner.findings


def test_a_pod_is_drawn_named_led_fed_saved_and_opened_again(
    hand: Hand, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.surface.empty.isVisible()
    fill_pod(hand)
    assert not window.surface.empty.isVisible()
    name_people(hand)
    lead_pod(hand)
    assert [one for one in findings(window, qtbot) if one.severity is Severity.ERROR]
    feed(hand)
    assert [one.message for one in findings(window, qtbot) if one.severity is Severity.ERROR] == []
    agree(hand)
    live_with_the_rest(hand, window, qtbot)
    assert only_accepted_is_left(window)
    save_and_open_again(hand, window, tmp_path)


def only_accepted_is_left(window: MainWindow) -> bool:
    """Whether nothing is found that nobody decided to live with."""
    return [row.id for row in window.surface.findings.view.rows.rows] == [ACCEPTED]


def save_and_open_again(hand: Hand, window: MainWindow, folder: Path) -> None:
    """The same bytes, and the same on the screen."""
    document, path = window.commands.files.document, folder / "stockholm.salesorg"
    document.save(path)
    document.finish()
    assert not hand.session.is_modified
    before, shown = hand.session.plan, dict(hand.canvas.picture.layout.cards)
    hand.trigger("new")
    assert not hand.session.chart.seats
    window.commands.files.open_path(path)
    assert hand.session.plan == before
    assert path.read_bytes() == dumps(hand.session.plan)
    assert hand.canvas.picture.layout.cards == shown


def test_every_step_of_the_story_is_taken_back_and_taken_again(hand: Hand) -> None:
    fill_pod(hand)
    name_people(hand)
    lead_pod(hand)
    last = hand.session.plan
    while hand.session.undo_label is not None:
        hand.trigger("undo")
    assert not hand.session.chart.seats
    while hand.session.redo_label is not None:
        hand.trigger("redo")
    assert hand.session.plan == last


def test_the_same_by_keyboard_alone(hand: Hand, window: MainWindow) -> None:
    window.activateWindow()
    hand.trigger("find_role")
    QTest.keyClicks(window.surface.palette.search, "pod lead")
    QTest.keyClick(window.surface.palette.search, Qt.Key.Key_Down)
    QTest.keyClick(window.surface.palette.list, Qt.Key.Key_Return)
    hand.trigger("edit_fields")
    type_into(window, "inspector_person_0", "Erik Sand")
    assert [one.holder for one in hand.session.chart.seats.values()] == ["Erik Sand"]
    press(window, "inspector_status_planned")
    hand.trigger("undo")
    hand.trigger("undo")
    hand.trigger("undo")
    assert not hand.session.chart.seats
