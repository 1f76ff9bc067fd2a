"""Thirty roles in four pods, with their lines and handoffs, by keyboard alone and in few presses."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Status
from salesorg_gui.rules.finding import Severity
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand
from tests.keyboard import CONTROL, SHIFT, Keyboard

pytestmark = pytest.mark.slow

MOST_PRESSES = 150
TAB, ENTER, HOME = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Home
DOWN, UP, LEFT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left
PODS = {
    "Stockholm": ("Erik Sand", "inbound sdr: Elin Wallin", "utgående sdr: Amir Karimi",
                  "säljare: Sara Lind", "ae: Olle Ek", "csm: Tova Berg", "kam: Nils Falk"),
    "Oslo": ("Ingrid Moe", "inbound sdr: Kari Lie", "outbound sdr: Jonas Vik",
             "selger: Mona Dahl", "ae: Per Strand", "csm: Ida Holm", "kundeansvarlig: Lars Bakke"),
    "Copenhagen": ("Mette Juhl", "inbound sdr: Freja Bang", "osdr: Emil Krog",
                   "sælger: Signe Toft", "ae: Anton Dam", "csm: Ditte Lund", "am: Malthe Friis"),
    "Utrecht": ("Sanne Vos", "inbound sdr: Daan Smit", "outbound sdr: Lotte Kok",
                "verkoper: Bram Prins", "ae: Eva Mol", "csm: Tim Vink", "accountmanager: Roos Blom"),
}  # fmt: skip
TEAM = ["pod_lead", "inbound_sdr", "outbound_sdr", "account_executive", "account_executive", "customer_success_manager"]
PASSED = ("ae", "ae", "csm", "csm")
"""Whom the second to fifth card of a pod hands over to."""


def build_company(keys: Keyboard) -> None:
    """A head of sales, her analyst, and four pods side by side."""
    keys.press(TAB)
    keys.write("head of sales: Anna Berg", TAB)
    keys.write("sales ops: Max Ny", ENTER, held=SHIFT)
    for number, (title, (lead, *team)) in enumerate(PODS.items()):
        if number:
            keys.press(HOME, ENTER)
        build_pod(keys, title, lead, team)


def build_pod(keys: Keyboard, title: str, lead: str, team: list[str]) -> None:
    """On the card that has just opened: a leader, a pod around it, its team."""
    keys.write(f"pod lead: {lead}", ENTER)
    keys.press(Qt.Key.Key_G, held=CONTROL)
    keys.write(title, TAB)
    for member in team[:-1]:
        keys.write(member, ENTER, held=SHIFT)
    keys.write(team[-1], ENTER)


def hand_over(keys: Keyboard) -> None:
    """Down one pod and up the next: who finds hands to who sells, who sells hands to who cares."""
    keys.press(HOME, DOWN)
    for number in range(len(PODS)):
        if number:
            keys.press(LEFT)
        for place, receiver in enumerate(PASSED if number % 2 == 0 else reversed(PASSED)):
            if place:
                keys.press(UP if number % 2 else DOWN)
            keys.press(Qt.Key.Key_H)
            keys.write(receiver, ENTER)


def feed(keys: Keyboard) -> None:
    """One website feeds everybody who waits for leads."""
    keys.press(Qt.Key.Key_L)
    keys.write("website", ENTER)
    for name in ("kari", "freja", "daan"):
        keys.press(Qt.Key.Key_H)
        keys.write(name, ENTER)


def seat_of(chart: Chart, holder: str) -> str:
    return next(seat.id for seat in chart.seats.values() if seat.holder == holder)


def passed(chart: Chart) -> Counter[tuple[str, str, str]]:
    """Who gives what to whom, by role and only within one pod; a source is called so."""
    found: Counter[tuple[str, str, str]] = Counter()
    for handoff in chart.handoffs.values():
        giver = next((seat for seat in chart.seats.values() if seat.id == handoff.source), None)
        target = chart.seats[handoff.target]
        assert giver is None or giver.pod == target.pod
        found[(giver.role if giver is not None else "source", str(handoff.object), target.role)] += 1
    return found


def test_thirty_roles_with_pods_lines_and_handoffs_in_few_presses(hand: Hand, window: MainWindow, qtbot: QtBot) -> None:
    keys = Keyboard(window)
    build_company(keys)
    chart = hand.session.chart
    assert len(chart.seats) == 30
    assert_teams(chart)
    hand_over(keys)
    feed(keys)
    chart = hand.session.chart
    print(keys.presses)
    assert passed(chart) == {
        ("source", "raw_lead", "inbound_sdr"): 4,
        ("inbound_sdr", "qualified_lead", "account_executive"): 4,
        ("outbound_sdr", "qualified_lead", "account_executive"): 4,
        ("account_executive", "signed_customer", "customer_success_manager"): 8,
    }
    assert keys.presses <= MOST_PRESSES
    with qtbot.waitSignal(window.examiner.found, timeout=20_000):
        window.examiner.look_again()
    assert [one.message for one in window.examiner.findings if one.severity is Severity.ERROR] == []


def assert_teams(chart: Chart) -> None:
    """Every pod has its lead, its team in the order it was typed, and everybody the manager one expects."""
    head = seat_of(chart, "Anna Berg")
    assert [pod.title for pod in chart.pods.values()] == list(PODS)
    assert {seat.status for seat in chart.seats.values()} == {Status.FILLED}
    for pod, (lead, *team) in zip(chart.pods.values(), PODS.values(), strict=True):
        members = chart.members[pod.id]
        assert pod.lead == seat_of(chart, lead)
        assert [seat.holder for seat in members] == [lead, *(name.partition(": ")[2] for name in team)]
        assert [seat.role for seat in members[:-1]] == TEAM
        assert {chart.manager_of(seat.id) for seat in members[1:]} == {pod.lead}
        assert chart.manager_of(members[0].id) == head
    assert chart.seats[seat_of(chart, "Max Ny")].role == "sales_operations"  # type: ignore[index]


def test_every_press_of_the_story_is_one_step_back(hand: Hand, window: MainWindow) -> None:
    keys = Keyboard(window)
    keys.press(TAB)
    keys.write("head of sales: Anna Berg", TAB)
    build_pod(keys, "Oslo", "Erik Sand", ["sdr", "ae: Sara Lind"])
    last, steps = hand.session.plan, 0
    while hand.session.undo_label is not None:
        hand.trigger("undo")
        steps += 1
    assert steps == 5
    assert not hand.session.chart.seats
    while hand.session.redo_label is not None:
        hand.trigger("redo")
    assert hand.session.plan == last


def test_nothing_half_made_stays(hand: Hand, window: MainWindow) -> None:
    keys = Keyboard(window)
    before = hand.session.plan
    keys.press(TAB)
    keys.write("head", Qt.Key.Key_Escape)
    assert hand.session.plan is before
    assert hand.session.undo_label is None
    assert hand.canvas.picture.keys == frozenset()
    keys.press(TAB)
    keys.write("head", TAB)
    keys.write("ae", Qt.Key.Key_Escape)
    (only,) = hand.session.chart.seats
    assert hand.canvas.picture.keys == {Key(Kind.SEAT, only)}
    assert hand.session.selection.focus == Key(Kind.SEAT, only)
