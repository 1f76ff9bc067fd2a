"""The same thirty roles by mouse: dragged from the palette, pulled from edge to card, named by double click."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.card_field import CardField
from salesorg_gui.canvas.showing import Edge
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.layout.geometry import Point
from salesorg_gui.panels.palette_entries import EntryKind
from salesorg_gui.rules.finding import Severity
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand

pytestmark = pytest.mark.slow

PODS = {"Stockholm": "Erik Sand", "Oslo": "Ingrid Moe", "Copenhagen": "Mette Juhl", "Utrecht": "Sanne Vos"}
TEAM = (
    *("inbound_sdr", "outbound_sdr", "account_executive", "account_executive"),
    *("customer_success_manager", "account_manager"),
)


def key(seat: SeatId) -> Key:
    return Key(Kind.SEAT, seat)


def drop(hand: Hand, kind: EntryKind, value: str, spot: Point) -> Key:
    """Drag a row of the palette there; what came of it."""
    before = hand.session.chart
    hand.drop_from_palette(kind, value, spot)
    hand.canvas.fit()
    after = hand.session.chart
    kinds = (Kind.SEAT, Kind.POD, Kind.SOURCE)
    (new,) = (Key(one, name) for one in kinds for name in after.records(one) if name not in before.records(one))
    return new


def rename(hand: Hand, at: Point, text: str) -> None:
    """Double-click, type, Enter."""
    canvas = hand.canvas
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand.on_screen(at))
    field = canvas.viewport().findChild(CardField)
    assert isinstance(field, CardField)
    assert canvas.is_typing
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def build_pod(hand: Hand, title: str, lead: str, at: Point) -> Key:
    """A pod on free canvas, its lead on the row for leads, the others below each other; both get their names."""
    pod = drop(hand, EntryKind.FRAME, "pod", at)
    frame = hand.rect(pod)
    head = drop(hand, EntryKind.ROLE, "pod_lead", Point(frame.x + 40, frame.y + 36))
    for role in TEAM:
        frame = hand.rect(pod)
        drop(hand, EntryKind.ROLE, role, Point(frame.centre.x, frame.bottom - 6))
    frame, card = hand.rect(pod), hand.rect(head)
    rename(hand, Point(frame.x + 30, frame.y + 12), title)
    rename(hand, Point(card.x + 60, card.y + 60), f"Pod lead: {lead}")
    return pod


def build_company(hand: Hand) -> None:
    """Head and analyst, four pods, and a line from each of their leads."""
    head = drop(hand, EntryKind.ROLE, "head_of_sales", Point(0, -400))
    drop(hand, EntryKind.ROLE, "sales_operations", hand.rect(head).centre)
    for number, (title, lead) in enumerate(PODS.items()):
        build_pod(hand, title, lead, Point(number * 280.0, 0.0))
    for pod in list(hand.session.chart.pods.values()):
        assert pod.lead is not None
        hand.canvas.fit()
        hand.pull(key(pod.lead), Edge.TOP, head)


def hand_over(hand: Hand) -> None:
    """In every pod: a source feeds, who finds hands to who sells, who sells hands to who cares."""
    source: Key | None = None
    for pod in hand.session.chart.pods:
        inbound, outbound, seller, other, carer, _manager = team(hand.session.chart, pod)
        if source is None:
            source = drop(hand, EntryKind.SOURCE, "inbound:website", hand.rect(inbound).centre)
        else:
            hand.pull(source, Edge.RIGHT, inbound)
        for giver, taker in ((inbound, seller), (outbound, seller), (seller, carer), (other, carer)):
            hand.pull(giver, Edge.RIGHT, taker)


def team(chart: Chart, pod: PodId) -> list[Key]:
    return [key(seat.id) for seat in chart.members[pod] if seat.id != chart.pods[pod].lead]


def test_thirty_roles_with_pods_lines_and_handoffs_by_mouse(hand: Hand, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    build_company(hand)
    chart = hand.session.chart
    assert len(chart.seats) == 30
    assert {pod.title for pod in chart.pods.values()} == set(PODS)
    (head,) = (seat.id for seat in chart.seats.values() if seat.role == "head_of_sales")
    for pod in chart.pods.values():
        assert pod.lead is not None
        assert chart.seats[pod.lead].holder == PODS[pod.title]
        assert chart.manager_of(pod.lead) == head
        assert Counter(chart.seats[SeatId(one.id)].role for one in team(chart, pod.id)) == Counter(TEAM)
        assert {chart.manager_of(SeatId(one.id)) for one in team(chart, pod.id)} == {pod.lead}
    hand_over(hand)
    assert len(hand.session.chart.handoffs) == 20
    assert all(handoff.object for handoff in hand.session.chart.handoffs.values())
    with qtbot.waitSignal(window.examiner.found, timeout=20_000):
        window.examiner.look_again()
    assert [one.message for one in window.examiner.findings if one.severity is Severity.ERROR] == []
