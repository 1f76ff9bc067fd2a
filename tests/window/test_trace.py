"""Trace with real keys: the way stays clear, the rest is dimmed, the line at the bottom says it in words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.panels.text import Label
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import BOSS, CARER, LEAD, SDR, SELLER, WEB, WEST


def press(window: MainWindow, *keys: Key, key: Qt.Key = Qt.Key.Key_T) -> set[str] | None:
    """Select and press; what is clear then, or nothing when nothing is dimmed."""
    canvas = window.surface.canvas
    window.activateWindow()
    canvas.setFocus()
    if keys:
        canvas.session.selection.select(keys)
    QApplication.processEvents()
    QTest.keyClick(canvas, key)
    clear = canvas.light.clear
    return {one.id for one in clear if one.kind in {Kind.SEAT, Kind.SOURCE}} if clear is not None else None


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.surface.status.findChildren(Label))


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def test_t_goes_from_the_chain_of_command_to_the_handoffs_and_ends(window: MainWindow) -> None:
    assert press(window, seat(SELLER)) == {BOSS, SELLER}
    assert "Head of Sales → Account Executive · 1 above, 0 below" in said(window)
    assert press(window) == {WEB, SDR, SELLER, CARER}
    assert "→ Inbound SDR → Account Executive → Customer Success Manager · 3 handoffs, at most 73 h" in said(window)
    assert press(window) is None
    assert "→" not in said(window)


def test_a_handoff_is_traced_through_at_once(window: MainWindow) -> None:
    assert press(window, Key(Kind.HANDOFF, LEAD)) == {WEB, SDR, SELLER, CARER}
    assert press(window) is None


def test_the_handoffs_on_the_way_are_drawn(window: MainWindow) -> None:
    press(window, Key(Kind.HANDOFF, LEAD))
    picture = window.surface.canvas.picture
    window.surface.canvas.session.selection.clear()
    drawn = {key.id for key in picture.edges_in(picture.layout.bounds.grown(200)) if key.kind is Kind.HANDOFF}
    assert drawn == {"lead", "won", "raw"}


def test_escape_ends_it(window: MainWindow) -> None:
    press(window, seat(SELLER))
    assert press(window, key=Qt.Key.Key_Escape) is None
    assert window.surface.canvas.session.selection.keys == {seat(SELLER)}


def test_escape_goes_on_to_what_it_does_otherwise(window: MainWindow) -> None:
    press(window, seat(SELLER), key=Qt.Key.Key_Escape)
    assert window.surface.canvas.session.selection.keys == frozenset()


def test_another_selection_is_traced_from_its_beginning(window: MainWindow) -> None:
    press(window, seat(SELLER))
    assert press(window, seat(BOSS)) == {BOSS, SDR, SELLER, CARER}


def test_a_pod_stands_for_its_members(window: MainWindow) -> None:
    assert press(window, Key(Kind.POD, WEST)) == {BOSS, SDR, SELLER, CARER}


def test_with_nothing_selected_it_says_what_is_missing(window: MainWindow) -> None:
    window.surface.canvas.session.selection.clear()
    assert press(window) is None
    assert "Select a seat or a handoff first." in said(window)


def test_edits_are_followed(window: MainWindow) -> None:
    session = window.surface.canvas.session
    press(window, seat(SELLER))
    press(window)
    session.perform(Remove((Key(Kind.HANDOFF, LEAD),), "Remove"))
    clear = window.surface.canvas.light.clear
    assert clear is not None
    assert seat(SDR) not in clear
    session.perform(Remove((seat(SELLER),), "Remove"))
    assert window.surface.canvas.light.clear is None


def test_it_goes_on_in_another_view(window: MainWindow) -> None:
    before = press(window, seat(SELLER))
    window.commands.views.show_kind("reporting")
    clear = window.surface.canvas.light.clear
    assert clear is not None
    assert {key.id for key in clear if key.kind is Kind.SEAT} == before
