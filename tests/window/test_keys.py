"""Every key is on the card and in the list, and no key means two things."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.window import find_commands, print_commands
from salesorg_gui.window.action_table import menu_titles, table
from salesorg_gui.window.key_names import caps
from salesorg_gui.window.keys_listed import keys_listed
from salesorg_gui.window.main_window import MainWindow
from tests.exchange.documents.reading import says


def test_every_action_with_a_key_is_listed_with_all_its_keys() -> None:
    listed = {(row.text, way) for part in keys_listed() for row in part.rows for way in row.ways}
    for spec in table():
        for keys in spec.keys:
            assert (spec.text.removesuffix("…"), caps(keys)) in listed, spec.id


def test_no_key_means_two_things_where_it_is_heard() -> None:
    """A key of the canvas would be heard beside the same key of the window, so all keys differ."""
    heard: dict[str, str] = {}
    for spec in table():
        for keys in spec.keys:
            sequence = QKeySequence(keys).toString()
            assert sequence, f"{spec.id}: {keys} is no key"
            assert heard.setdefault(sequence, spec.id) == spec.id, f"{sequence}: {heard[sequence]} and {spec.id}"


def test_every_action_belongs_to_a_menu() -> None:
    assert {spec.menu for spec in table()} <= {*menu_titles(), "recent"}


def test_the_card_says_every_key_on_one_page() -> None:
    pdf = find_commands.key_card_document()
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    for part in keys_listed():
        assert says(pdf, part.title)
        for row in part.rows:
            assert says(pdf, row.text.split()[0]), row.text
            assert all(says(pdf, cap) for way in row.ways for cap in way), row.text


def test_the_card_is_written_where_one_asks_for_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: tmp_path / "keys")
    window.actions_table["key_card"].trigger()
    window.commands.prints.finish()
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


def test_whoever_changes_the_mind_writes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: None)
    window.actions_table["key_card"].trigger()
    window.commands.prints.finish()
    assert list(tmp_path.glob("*.pdf")) == []


def open_list(window: MainWindow, key: Qt.Key = Qt.Key.Key_F1) -> None:
    window.activateWindow()
    window.surface.canvas.setFocus()
    QApplication.processEvents()
    QTest.keyClick(window.surface.canvas, key)
    QApplication.processEvents()


def test_f1_shows_all_keys_on_the_screen_and_escape_puts_them_away(window: MainWindow) -> None:
    open_list(window)
    listed = window.commands.finds.keys
    assert listed.isVisible()
    assert listed.hasFocus()
    assert "Undo: Ctrl Z" in listed.sheet.accessibleDescription()
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert not listed.isVisible()
    assert window.surface.canvas.hasFocus()


def test_a_question_mark_and_a_click_do_the_same(window: MainWindow) -> None:
    open_list(window, Qt.Key.Key_Question)
    listed = window.commands.finds.keys
    assert listed.isVisible()
    QTest.mouseClick(listed, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not listed.isVisible()


def test_no_command_is_done_while_the_keys_are_shown(window: MainWindow) -> None:
    open_list(window)
    session = window.surface.canvas.session
    session.selection.select([])
    QTest.keyClick(window.commands.finds.keys, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert session.selection.keys == frozenset()


def test_a_small_window_scrolls_the_keys(window: MainWindow) -> None:
    window.resize(1000, 600)
    open_list(window)
    listed = window.commands.finds.keys
    assert listed.geometry() == window.rect()
    top = listed.sheet.mapTo(listed, QPoint(0, 0)).y()
    QTest.keyClick(listed, Qt.Key.Key_PageDown)
    assert listed.sheet.mapTo(listed, QPoint(0, 0)).y() < top
    QTest.keyClick(listed, Qt.Key.Key_PageUp)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.sheet.mapTo(listed, QPoint(0, 0)).y() == top
    window.resize(1200, 700)
    QApplication.processEvents()
    assert listed.geometry() == window.rect()
    listed.put_away()
