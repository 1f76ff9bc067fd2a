"""Opening, saving and leaving: nothing is lost without a question, nothing is said to be saved before it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import RenamePlan
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.session.document import Document
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import save
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand, answer
from tests.panels.conftest import SDR
from tests.panels.typing import type_into


@pytest.fixture
def document(window: MainWindow) -> Document:
    return window.commands.files.document


def shown(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_saved_only_when_it_lies_on_disk(hand: Hand, window: MainWindow, document: Document, tmp_path: Path) -> None:
    hand.session.perform(RenamePlan("Other"))
    assert shown(window, "plan_state") == "Edited"
    document.save(tmp_path / "other.salesorg")
    assert shown(window, "plan_state") == "Edited"
    document.finish()
    assert shown(window, "plan_state").startswith("Saved ")
    assert read(tmp_path / "other.salesorg").plan == hand.session.plan


def test_what_was_changed_while_saving_is_still_to_be_saved(hand: Hand, document: Document, tmp_path: Path) -> None:
    document.save(tmp_path / "a.salesorg")
    hand.session.perform(RenamePlan("Later"))
    document.finish()
    assert hand.session.is_modified


def test_ctrl_s_saves_where_it_was_opened(hand: Hand, window: MainWindow, document: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("First"))
    window.commands.files.open_path(path)
    hand.session.perform(RenamePlan("Second"))
    hand.trigger("save")
    document.finish()
    assert read(path).plan.title == "Second"
    assert window.windowTitle().startswith("Second")


def test_a_new_plan_after_a_question(hand: Hand) -> None:
    hand.session.perform(RenamePlan("Unsaved"))
    answer("message_cancel")
    hand.trigger("new")
    assert hand.session.plan.title == "Unsaved"
    answer("message_discard")
    hand.trigger("new")
    assert not hand.session.chart.seats


def test_what_is_still_being_typed_is_asked_about_too(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("Other"))
    hand.session.selection.select([Key(Kind.SEAT, SDR)])
    type_into(window, "inspector_goal", "Faster", enter=False)
    answer("message_cancel")
    window.menus.recent_chosen.emit(path)
    assert hand.session.chart.seats[SDR].goal == "Faster"
    answer("message_discard")
    window.menus.recent_chosen.emit(path)
    assert (hand.session.plan.title, hand.session.undo_label) == ("Other", None)


def test_closing_asks_and_can_be_called_off(hand: Hand, window: MainWindow) -> None:
    hand.session.perform(RenamePlan("Unsaved"))
    answer("message_cancel")
    window.close()
    assert window.isVisible()


def test_closing_saves_first_and_then_goes(
    hand: Hand, window: MainWindow, document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("First"))
    window.commands.files.open_path(path)
    hand.session.perform(RenamePlan("Second"))
    answer("message_save")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert read(path).plan.title == "Second"


def test_a_file_somebody_else_changed_is_not_replaced_without_a_word(
    hand: Hand, window: MainWindow, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("First"))
    window.commands.files.open_path(path)
    save(path, empty_plan("Theirs"))
    hand.session.perform(RenamePlan("Ours"))
    answer("message_cancel")
    hand.trigger("save")
    document.finish()
    assert read(path).plan.title == "Theirs"
    answer("message_yes")
    hand.trigger("save")
    document.finish()
    document.finish()
    assert read(path).plan.title == "Ours"


def test_a_broken_file_leaves_the_open_plan_alone(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.salesorg"
    path.write_text("{", encoding="utf-8")
    before = hand.session.plan
    answer("message_close")
    window.commands.files.open_path(path)
    assert hand.session.plan is before


def test_a_newer_file_can_only_be_saved_elsewhere(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "newer.salesorg"
    save(path, empty_plan("Newer"))
    path.write_text(path.read_text("utf-8").replace('"version": 1', '"version": 99'), encoding="utf-8")
    window.commands.files.open_path(path)
    assert hand.session.is_read_only
    assert shown(window, "plan_state") == "Read-only"
    assert window.surface.notice.isVisible()


def test_recent_files_are_listed_and_cleared(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("First"))
    window.commands.files.open_path(path)
    recent = window.menus.recent
    assert recent.actions()[0].text().startswith("a ")
    hand.trigger("clear_recent")
    assert not recent.isEnabled()


def test_a_template_is_a_plan_that_is_not_saved_yet(hand: Hand, window: MainWindow) -> None:
    window.menus.templates.aboutToShow.emit()
    window.menus.templates.actions()[0].trigger()
    assert hand.session.chart.seats
    assert hand.session.is_modified


def test_a_plan_dropped_onto_the_window_is_opened(hand: Hand, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("Dropped"))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    no_keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window, QDragEnterEvent(QPointF(100, 10), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, no_keys)
    )
    drop = QDropEvent(QPointF(100, 10), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, no_keys)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: hand.session.plan.title == "Dropped")


def test_a_table_becomes_a_plan_after_a_look(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name;Title;Reports to\nKari;Head of Sales;\nElin;SDR;Kari\n", encoding="utf-8")
    answer("import_take")
    window.commands.files.open_path(path)
    assert sorted(seat.holder for seat in hand.session.chart.seats.values()) == ["Elin", "Kari"]
    assert hand.session.is_modified


def test_an_import_can_be_called_off(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Title\nKari,Head of Sales\n", encoding="utf-8")
    before = hand.session.plan
    answer("import_cancel")
    window.commands.files.open_path(path)
    assert hand.session.plan is before


def test_a_table_that_is_none_is_refused_in_a_sentence(hand: Hand, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("", encoding="utf-8")
    before = hand.session.plan
    answer("message_close")
    window.commands.files.open_path(path)
    assert hand.session.plan is before
