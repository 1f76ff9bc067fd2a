"""Go to: one field for commands, roles, charts, seats, frames and files."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.picker import Pick, Picker
from salesorg_gui.window.action_table import table
from salesorg_gui.window.key_names import caps, said
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import BOSS, SDR, SELLER, WEB, WEST


def ask(window: MainWindow, typed: str = "") -> Picker:
    """Press Ctrl+K and type."""
    canvas = window.surface.canvas
    window.activateWindow()
    canvas.setFocus()
    QApplication.processEvents()
    QTest.keyClick(canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    picker = window.surface.picker
    assert picker.is_open
    picker.field.insert(typed)  # Qt's typist knows no letters but ASCII
    return picker


def rows(picker: Picker) -> list[Pick]:
    model = picker.list.rows
    return [pick for n in range(model.rowCount()) if (pick := model.pick(model.index(n))) is not None]


def take(window: MainWindow, typed: str, text: str = "", detail: str = "") -> None:
    """Type, walk to the row with this text and this beside it, press Enter."""
    picker = ask(window, typed)
    for n, pick in enumerate(rows(picker)):
        if text in pick.text and detail in pick.detail:
            picker.list.go_to(n)
            break
    else:
        raise AssertionError([pick.text for pick in rows(picker)])
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_every_command_is_there_with_its_key(window: MainWindow) -> None:
    picker = ask(window)
    for spec in table():
        if spec.id == "go_to":
            continue
        picker.field.setText(window.actions_table[spec.id].text().replace("…", ""))
        keys = {pick.keys for pick in rows(picker)}
        assert (said(spec.keys[0]) if spec.keys else "") in keys, spec.id
    picker.dismiss()


def test_a_command_is_done(window: MainWindow) -> None:
    take(window, "reporting", "Reporting")
    assert window.surface.canvas.picture.view is ViewKind.REPORTING


def test_a_command_that_cannot_be_done_says_why(window: MainWindow) -> None:
    window.surface.canvas.session.selection.clear()
    picker = ask(window, "duplicate")
    assert rows(picker)[0].reason == "Select something first."
    picker.field.setText("undo")
    assert rows(picker)[0].reason == "Nothing to undo."
    picker.field.setText("remove")
    assert "The only chart stays." in {pick.reason for pick in rows(picker)}
    picker.dismiss()


def test_taking_a_role_adds_it_where_the_selection_is(window: MainWindow) -> None:
    session = window.surface.canvas.session
    session.selection.select([Key(Kind.POD, WEST)])
    before = set(session.chart.seats)
    take(window, "account exec", "Account Executive", "Add seat")
    (added,) = set(session.chart.seats) - before
    assert session.chart.seats[added].pod == WEST
    assert session.selection.keys == {Key(Kind.SEAT, added)}


@pytest.mark.parametrize(
    ("typed", "seat"),
    [("sara", SELLER), ("account executive sara", SELLER), ("faltsaljare sara", SELLER), ("elin", SDR)],
)
def test_a_seat_is_found_by_title_holder_and_its_role_in_any_language(
    window: MainWindow, typed: str, seat: str
) -> None:
    picker = ask(window, typed)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert window.surface.canvas.session.selection.keys == {Key(Kind.SEAT, seat)}


def test_a_seat_is_found_by_its_code(window: MainWindow) -> None:
    session = window.surface.canvas.session
    session.perform(Revise((replace(session.chart.seats[BOSS], code="P-4711"),), "Code"))
    take(window, "4711", "Kari Lund")
    assert session.selection.keys == {Key(Kind.SEAT, BOSS)}


def test_a_seat_far_away_is_brought_near(window: MainWindow) -> None:
    canvas = window.surface.canvas
    for _n in range(8):
        canvas.zoom_out()
    take(window, "sara", "Sara")
    rect = canvas.picture.layout.rect(Key(Kind.SEAT, SELLER))
    assert rect is not None
    assert canvas.zoom >= 0.75
    assert canvas.viewport().rect().contains(canvas.to_viewport(rect.centre).toPoint())


def test_a_pod_is_shown_on_the_board_when_the_view_has_no_pods(window: MainWindow) -> None:
    window.commands.views.show_kind("reporting")
    take(window, "west", "West", "Pod")
    assert window.surface.canvas.picture.view is ViewKind.BOARD
    assert window.surface.canvas.session.selection.keys == {Key(Kind.POD, WEST)}


def test_segments_and_lead_sources_are_there(window: MainWindow) -> None:
    take(window, "nordics", "Nordics", "Segment")
    take(window, "website", "Website", "Lead source")
    assert window.surface.canvas.session.selection.keys == {Key(Kind.SOURCE, WEB)}


def test_a_chart_is_shown(window: MainWindow) -> None:
    window.commands.charts.add()
    session = window.surface.canvas.session
    take(window, "as is", "As is", "Chart")
    assert session.chart.title == "As is"


def test_a_file_opened_lately_is_there(window: MainWindow, tmp_path: Path) -> None:
    window.parts.settings.remember(tmp_path / "Vinterplan.salesorg")
    picker = ask(window, "vinter")
    assert rows(picker)[0].text == "Vinterplan"
    picker.dismiss()


def test_what_was_used_lately_comes_first(window: MainWindow) -> None:
    take(window, "handoffs", "Handoffs", "View")
    take(window, "elin", "Elin")
    picker = ask(window)
    assert [pick.text for pick in rows(picker)][:2] == ["Inbound SDR · Elin W.", "Handoffs"]
    picker.dismiss()


def test_an_edited_seat_has_its_new_name(window: MainWindow) -> None:
    picker = ask(window, "greta")
    assert rows(picker) == []
    picker.dismiss()
    session = window.surface.canvas.session
    session.perform(Revise((replace(session.chart.seats[BOSS], title="Greta's chair"),), "Title"))
    picker = ask(window, "greta")
    assert [pick.text for pick in rows(picker)] == ["Greta's chair · Kari Lund"]
    picker.dismiss()


def test_the_button_in_the_bar_opens_it(window: MainWindow) -> None:
    button = window.findChild(QToolButton, "go_to_button")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.surface.picker.is_open
    window.surface.picker.dismiss()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("Ctrl+Shift+Z", ("Ctrl", "Shift", "Z")),
        ("Ctrl++", ("Ctrl", "+")),
        ("Del", ("Del",)),
        ("Alt+Return", ("Alt", "Enter")),
        ("/", ("/",)),
        ("Ctrl+-", ("Ctrl", "-")),
    ],
)
def test_keys_are_written_cap_by_cap(keys: str, shown: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert caps(keys) == shown


def test_a_mac_has_its_own_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert caps("Ctrl+Shift+Z") == ("⌘", "⇧", "Z")
