"""The list of slides: what one sees is kept, looked at again, named, put in order and taken out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.slides import Slide
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.slides_panel import SlidesPanel
from tests.panels.conftest import BOSS, SDR, WEST


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.parts.ground.session


@pytest.fixture
def panel(window: MainWindow) -> SlidesPanel:
    window.actions_table["show_slides"].trigger()
    return window.slides.panel


@pytest.fixture
def add(window: MainWindow, panel: SlidesPanel) -> Callable[[str], Slide]:
    """Keep what is seen under a title."""

    def kept(title: str) -> Slide:
        window.actions_table["add_slide"].trigger()
        editor = panel.list.findChild(QLineEdit)
        assert editor is not None
        editor.setText(title)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        settle()
        found = panel.list.current
        assert found is not None
        return found

    return kept


def settle() -> None:
    """Let what was put off be done."""
    QTest.qWait(1)
    QApplication.processEvents()


def titles(session: Session) -> list[str]:
    return [slide.title for slide in session.plan.slides]


def test_a_new_slide_keeps_what_is_seen_and_its_title_is_typed_in_place(
    window: MainWindow, session: Session, add: Callable[[str], Slide]
) -> None:
    canvas = window.surface.canvas
    window.commands.views.show_kind("reporting")
    window.sights.colour_by(ColourBy.STATUS)
    canvas.show_clear(frozenset([Key(Kind.SEAT, SDR), Key(Kind.POD, WEST)]))
    slide = add("Who is there")
    assert slide.title == "Who is there"
    assert (slide.chart, slide.view, slide.room, slide.colour) == (session.chart.id, "reporting", None, "status")
    assert slide.spotlight == (Key(Kind.SEAT, SDR),)
    assert titles(session) == ["Who is there"]


def test_a_part_of_the_chart_is_kept_as_a_part_and_named_after_its_frame(
    window: MainWindow, session: Session, panel: SlidesPanel
) -> None:
    canvas = window.surface.canvas
    canvas.fit_rect(canvas.picture.layout.frames[Key(Kind.POD, WEST)])
    canvas.zoom_at(3.0, QRectF(canvas.viewport().rect()).center())
    window.slides.add()
    slide = panel.list.current
    assert slide is not None
    assert slide.title == "West"
    assert slide.room is not None
    assert slide.room.width < canvas.picture.layout.bounds.width


def test_a_slide_shows_its_view_again(window: MainWindow, add: Callable[[str], Slide], panel: SlidesPanel) -> None:
    canvas = window.surface.canvas
    window.commands.views.show_kind("reporting")
    canvas.fold(frozenset([BOSS]))
    window.sights.colour_by(ColourBy.POD)
    window.actions_table["all_handoffs"].trigger()
    add("Once")
    window.commands.views.show_kind("board")
    canvas.fold(frozenset())
    window.sights.colour_by(ColourBy.PURPOSE)
    window.actions_table["all_handoffs"].trigger()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert canvas.picture.view is ViewKind.REPORTING
    assert canvas.folded == {BOSS}
    assert window.sights.by is ColourBy.POD
    assert window.actions_table["all_handoffs"].isChecked()


def test_a_new_slide_stands_after_the_one_that_is_on(
    session: Session, add: Callable[[str], Slide], panel: SlidesPanel
) -> None:
    add("One")
    add("Two")
    panel.list.pick(0)
    add("Between")
    assert titles(session) == ["One", "Between", "Two"]


def test_keys_move_rename_and_remove(
    session: Session, add: Callable[[str], Slide], panel: SlidesPanel, window: MainWindow
) -> None:
    add("One")
    add("Two")
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert titles(session) == ["Two", "One"]
    assert panel.list.current is not None
    assert panel.list.current.title == "Two"
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert titles(session) == ["Two", "One"]
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("  Two  again ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert titles(session) == ["Two again", "One"]
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert titles(session) == ["One"]
    session.undo()
    assert titles(session) == ["Two again", "One"]


def test_f2_while_a_title_is_typed_goes_on_with_the_typing(
    session: Session, add: Callable[[str], Slide], panel: SlidesPanel
) -> None:
    add("One")
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Other")
    QTest.keyClick(editor, Qt.Key.Key_F2)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert titles(session) == ["Other"]


def test_a_slide_is_dragged_to_another_place(session: Session, add: Callable[[str], Slide], panel: SlidesPanel) -> None:
    for title in ("One", "Two", "Three"):
        add(title)
    rows = panel.rows
    data: QMimeData = rows.mimeData([rows.index(0)])
    assert not rows.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    settle()
    assert titles(session) == ["Two", "One", "Three"]
    data = rows.mimeData([rows.index(2)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle()
    assert titles(session) == ["Three", "Two", "One"]
    data = rows.mimeData([rows.index(0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    settle()
    assert titles(session) == ["Two", "One", "Three"]


def test_the_note_is_typed_below_the_list(session: Session, add: Callable[[str], Slide], panel: SlidesPanel) -> None:
    add("One")
    note = panel.findChild(QLineEdit, "slide_note_field")
    assert note is not None
    note.setFocus()
    QTest.keyClicks(note, "Said aloud")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert session.plan.slides[0].note == "Said aloud"


def test_a_slide_is_brought_up_to_what_is_seen_now(
    window: MainWindow, session: Session, add: Callable[[str], Slide], panel: SlidesPanel
) -> None:
    first = add("One")
    window.commands.views.show_kind("reporting")
    menu = {action.objectName(): action for action in window.slides._menu.actions()}  # noqa: SLF001 -- the menu itself
    menu["slide_update"].trigger()
    (slide,) = session.plan.slides
    assert (slide.id, slide.title, slide.view) == (first.id, "One", "reporting")
    session.selection.select([Key(Kind.SEAT, SDR)])
    menu["slide_spotlight"].trigger()
    assert session.plan.slides[0].spotlight == (Key(Kind.SEAT, SDR),)
    assert window.surface.canvas.light.clear is not None
    menu["slide_remove"].trigger()
    assert not session.plan.slides


def test_pictures_of_slides_are_painted_in_a_while(
    add: Callable[[str], Slide], panel: SlidesPanel, qtbot: QtBot, window: MainWindow
) -> None:
    slide = add("One")
    thumbs = panel._thumbs  # noqa: SLF001 -- the pictures themselves
    qtbot.waitUntil(lambda: thumbs.picture(slide.id) is not None)
    before = thumbs.picture(slide.id)
    window.actions_table["theme_dark"].trigger()
    qtbot.waitUntil(lambda: thumbs.picture(slide.id) is not before)


def test_the_panel_says_what_a_slide_is_while_there_is_none(window: MainWindow, panel: SlidesPanel) -> None:
    assert panel.isVisible()
    assert panel._first.isVisible()  # noqa: SLF001 -- the button itself
    assert panel.list.isHidden()
    panel.closed.emit()
    assert not panel.isVisible()
    assert not window.actions_table["show_slides"].isChecked()


def test_a_title_that_was_entered_goes_with_its_slide_when_that_is_undone_before_it_is_taken_over(
    session: Session, add: Callable[[str], Slide], panel: SlidesPanel, window: MainWindow
) -> None:
    add("One")
    window.actions_table["add_slide"].trigger()
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Two")
    QTest.keyClick(editor, Qt.Key.Key_Return)  # taken over a turn of the event loop later
    session.undo()
    settle()
    assert titles(session) == ["One"]
    assert panel.list.state() is not panel.list.State.EditingState
