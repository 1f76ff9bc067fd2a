"""The print dialog: the pages on show are the pages that come out, by mouse and by keys alone."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.exchange.exporting import export
from salesorg_gui.window import print_commands
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.printing.dialog import PrintDialog
from salesorg_gui.window.printing.page_surface import Fit
from salesorg_gui.window.printing.page_view import PageView
from tests.hands import answer
from tests.panels.conftest import SDR, SELLER

type Ask = Callable[..., PrintDialog]


@pytest.fixture
def ask(window: MainWindow) -> Ask:
    """Open the dialog as its action does, with its pages made."""

    def open_it(kind: str = "", *seats: SeatId) -> PrintDialog:
        window.parts.ground.session.selection.select([Key(Kind.SEAT, seat) for seat in seats])
        window.actions_table[f"export_{kind}" if kind else "print"].trigger()
        dialog = opened(window)
        dialog.finish()
        return dialog

    return open_it


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the next file is written."""
    path = tmp_path / "out.pdf"
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: path)
    return path


def opened(window: MainWindow) -> PrintDialog:
    (dialog,) = [found for found in window.findChildren(PrintDialog) if found.isVisible()]
    return dialog


def part[T: QWidget](dialog: PrintDialog, kind: type[T], name: str) -> T:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def choose(dialog: PrintDialog, name: str, text: str) -> None:
    """Choose by its words, as a hand would."""
    box = part(dialog, QComboBox, name)
    box.showPopup()
    box.hidePopup()
    box.setCurrentIndex(box.findText(text))
    assert box.currentText() == text
    box.activated.emit(box.currentIndex())
    dialog.finish()


def press(dialog: PrintDialog, name: str) -> None:
    QTest.mouseClick(part(dialog, QAbstractButton, name), Qt.MouseButton.LeftButton)


def pages(dialog: PrintDialog) -> PageView:
    return part(dialog, PageView, "print_pages")


def news(dialog: PrintDialog) -> str:
    label = part(dialog, QWidget, "print_news")
    return str(label.property("text"))


def texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_what_is_written_is_what_was_made_for_the_pages_on_show(window: MainWindow, ask: Ask, place: Path) -> None:
    dialog = ask("descriptions")
    wish, ground = dialog.wish, window.parts.ground
    count = pages(dialog).count
    press(dialog, "print_go")
    window.commands.prints.finish()
    assert place.read_bytes() == export(ground.session.plan, ground.chart, wish)
    assert len(texts(place)) == count >= 4
    assert window.surface.notice.isVisible()


def test_some_pages_may_be_saved_alone(ask: Ask, place: Path, window: MainWindow) -> None:
    dialog = ask("descriptions")
    field = part(dialog, QLineEdit, "print_range")
    QTest.keyClicks(field, "900")
    press(dialog, "print_go")
    assert dialog.isVisible()
    field.clear()
    QTest.keyClicks(field, "2")
    press(dialog, "print_go")
    window.commands.prints.finish()
    assert len(texts(place)) == 1


def test_seats_selected_are_taken_first_and_all_can_be_had(ask: Ask) -> None:
    dialog = ask("descriptions", SDR, SELLER)
    assert set(dialog.wish.options.seats) == {SDR, SELLER}
    few = pages(dialog).count
    choose(dialog, "print_seats", "All 4 seats")
    assert not dialog.wish.options.seats
    assert pages(dialog).count > few
    dialog.reject()


def test_a_document_can_speak_another_language_than_the_window(ask: Ask, place: Path, window: MainWindow) -> None:
    dialog = ask("cards", SELLER)
    choose(dialog, "print_language", "Svenska")
    assert dialog.wish.language == "sv"
    assert "Försäljningschef" in pages(dialog).accessibleDescription()
    press(dialog, "print_go")
    window.commands.prints.finish()
    assert PdfReader(place).trailer["/Root"]["/Lang"] == "sv"  # type: ignore[index]


def test_larger_paper_takes_more_cards_a_sheet(ask: Ask) -> None:
    dialog = ask("cards")
    first = pages(dialog).count
    choose(dialog, "print_paper", "A5")
    assert pages(dialog).count > first
    dialog.reject()


def test_the_chart_is_drawn_as_it_is_looked_at(window: MainWindow, ask: Ask) -> None:
    window.commands.views.show_kind("reporting")
    dialog = ask("chart")
    assert dialog.wish.options.view == "reporting"
    assert "Sara L." in pages(dialog).accessibleDescription()
    dialog.reject()


def test_the_chart_is_coloured_as_it_is_looked_at(window: MainWindow, ask: Ask) -> None:
    window.sights.colour_by(ColourBy.LOAD)
    window.volume.ask(1.5)
    dialog = ask("chart")

    def by() -> ColourBy:
        return dialog.wish.options.charts.by

    assert (by(), dialog.wish.options.charts.volume) == (ColourBy.LOAD, 1.5)
    choose(dialog, "print_by", "Status")
    assert by() == ColourBy.STATUS
    QTest.keyClick(part(dialog, QCheckBox, "print_black"), Qt.Key.Key_Space)
    assert not part(dialog, QComboBox, "print_by").isVisible()
    assert by() == ColourBy.PURPOSE
    dialog.reject()


def test_a_chart_becomes_a_poster_of_a_size_in_patterns(ask: Ask) -> None:
    dialog = ask("chart")
    assert not part(dialog, QComboBox, "print_poster").isVisible()
    choose(dialog, "print_form", "Poster in tiles")
    choose(dialog, "print_poster", "A1")
    QTest.keyClick(part(dialog, QCheckBox, "print_black"), Qt.Key.Key_Space)
    dialog.finish()
    options = dialog.wish.options
    assert (options.charts.form, options.charts.poster, options.has_colour) == ("poster", "a1", False)
    assert pages(dialog).count > 4
    choose(dialog, "print_document", "Role descriptions")
    assert not part(dialog, QComboBox, "print_form").isVisible()
    assert dialog.wish.options.charts.form == "page"
    dialog.reject()


def test_a_second_language_and_salaries_come_only_when_asked_for(ask: Ask) -> None:
    dialog = ask("descriptions", SELLER)
    options = dialog.wish.options
    assert (options.second_language, options.has_salaries) == ("", False)
    choose(dialog, "print_second_language", "Svenska")
    QTest.keyClick(part(dialog, QCheckBox, "print_salaries"), Qt.Key.Key_Space)
    dialog.finish()
    options = dialog.wish.options
    assert (options.second_language, options.has_salaries) == ("sv", True)
    said = pages(dialog).accessibleDescription()
    assert "Head of Sales" in said
    choose(dialog, "print_document", "Chart")
    options = dialog.wish.options
    assert (options.second_language, options.has_salaries) == ("", False)
    dialog.reject()


def test_without_anybody_to_hire_it_says_why_there_is_no_checklist(ask: Ask) -> None:
    dialog = ask("checklists")
    choose(dialog, "print_document", "Role cards")
    assert pages(dialog).count
    choose(dialog, "print_document", "Hiring checklists")
    choose(dialog, "print_seats", "All 4 seats")
    assert pages(dialog).count
    dialog.reject()


def test_a_document_that_cannot_be_made_is_not_offered_to_be_written(window: MainWindow, ask: Ask) -> None:
    window.commands.files.new()
    dialog = ask("cards")
    assert news(dialog) == "The chart has no seats yet."
    assert not part(dialog, QAbstractButton, "print_go").isEnabled()
    assert pages(dialog).count == 0
    choose(dialog, "print_document", "Chart")
    assert news(dialog) == "The chart is empty."
    dialog.reject()


def test_signs_the_font_lacks_are_said_before_anything_is_written(window: MainWindow, ask: Ask) -> None:
    session = window.parts.ground.session
    seat = replace(session.chart.seats[SELLER], title="Säljare 售")
    chart = session.chart.with_records([seat])
    session.open(replace(session.plan, charts={chart.id: chart}))
    dialog = ask("cards")
    said = str(part(dialog, QWidget, "print_warning").property("text"))
    assert "售" in said
    assert "Säljare" in said
    choose(dialog, "print_document", "Hiring checklists")
    dialog.reject()


def test_a_chart_can_become_a_picture_too(
    window: MainWindow, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chart.svg"
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: path)
    dialog = ask("chart")
    choose(dialog, "print_where", "SVG picture")
    press(dialog, "print_go")
    window.commands.prints.finish()
    assert "Sara L." in path.read_text("utf-8")


def test_whoever_names_no_file_is_back_in_the_dialog(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: None)
    dialog = ask("cards")
    press(dialog, "print_go")
    assert dialog.isVisible()
    dialog.reject()


def test_a_folder_that_is_gone_is_said(
    window: MainWindow, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: tmp_path / "gone" / "cards")
    press(ask("cards"), "print_go")
    answer("message_close")
    window.commands.prints.finish()
    assert not (tmp_path / "gone").exists()


def test_escape_calls_off_the_waiting_first_and_then_closes(
    window: MainWindow, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_table["print"].trigger()
    dialog = opened(window)
    press(dialog, "print_go")  # the pages are not even begun
    assert not part(dialog, QAbstractButton, "print_go").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert part(dialog, QAbstractButton, "print_go").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.commands.prints.finish()
    assert not place.exists()


def test_what_is_waited_for_is_written_as_soon_as_it_is_made(window: MainWindow, place: Path) -> None:
    window.actions_table["print"].trigger()
    dialog = opened(window)
    press(dialog, "print_go")
    assert not place.exists()
    dialog.finish()
    window.commands.prints.finish()
    assert texts(place)


def test_the_last_choice_is_remembered_without_names(window: MainWindow, ask: Ask, place: Path, tmp_path: Path) -> None:
    dialog = ask("descriptions", SELLER)
    choose(dialog, "print_paper", "A5")
    press(dialog, "print_go")
    window.commands.prints.finish()
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))["printing"]
    assert (kept["document"], kept["paper"]) == ("descriptions", "a5")
    assert not {"seats", "where", "language"} & set(kept)
    again = ask()
    assert (again.wish.what, again.wish.options.paper) == ("descriptions", "a5")
    again.reject()


# ------------------------------------------------------------------------------------------------------- on the screen


def test_at_a_hundred_per_cent_a_millimetre_is_one_on_this_screen(ask: Ask) -> None:
    dialog = ask("descriptions")
    view = pages(dialog)
    view.zoom_to(1.0)
    screen = view.screen()
    wanted = 210 / 25.4 * (screen.physicalDotsPerInchX() + screen.physicalDotsPerInchY()) / 2
    assert view.factor == 1.0
    width = view.horizontalScrollBar().maximum() + view.viewport().width() - 48
    assert width == pytest.approx(wanted, abs=2) or view.horizontalScrollBar().maximum() == 0
    choose(dialog, "print_size", "200 %")
    assert view.factor == 2.0
    width = view.horizontalScrollBar().maximum() + view.viewport().width() - 48
    assert width == pytest.approx(2 * wanted, abs=2)
    dialog.reject()


def test_pages_are_turned_by_keys_by_number_and_by_buttons(ask: Ask) -> None:
    dialog = ask("descriptions")
    view = pages(dialog)
    view.setFocus()
    for key, number in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_End, view.count - 1),
        (Qt.Key.Key_PageDown, view.count - 1),
        (Qt.Key.Key_PageUp, view.count - 2),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(view, key)
        assert view.number == number
    press(dialog, "print_next")
    assert view.number == 1
    field = part(dialog, QLineEdit, "print_number")
    assert field.text() == "2"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "4")
    field.editingFinished.emit()
    assert view.number == 3
    press(dialog, "print_previous")
    assert (view.number, field.text()) == (2, "3")
    dialog.reject()


def test_pages_grow_and_shrink_by_keys_and_fit_again(ask: Ask) -> None:
    dialog = ask("descriptions")
    view = pages(dialog)
    view.setFocus()
    assert view.size_wanted is Fit.PAGE
    fitting = view.factor
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.factor > fitting
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.factor == 1.0
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.factor == 0.75
    QTest.keyClick(view, Qt.Key.Key_9)
    assert view.factor == fitting
    dialog.reject()


def test_everything_in_it_has_a_name_and_is_reached_by_the_tab_key(ask: Ask) -> None:
    dialog = ask("descriptions")
    reached: set[str] = set()
    part(dialog, QComboBox, "print_document").setFocus()
    for _step in range(40):
        focus = dialog.focusWidget()
        reached.add(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {
        "print_document",
        "print_seats",
        "print_language",
        "print_paper",
        "print_where",
        "print_pages",
        "print_go",
    }
    assert {name.removesuffix("_text") for name in reached} >= wanted
    kinds = (QAbstractButton, QComboBox, QLineEdit, QCheckBox)
    controls = [control for kind in kinds for control in dialog.findChildren(kind)]
    assert [control for control in controls if not control.accessibleName() or not control.objectName()] == []
    dialog.reject()


def test_for_touch_everything_to_hit_is_forty_four_high(window: MainWindow, ask: Ask) -> None:
    window.actions_table["touch_sizes"].trigger()
    dialog = ask("descriptions")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    controls = [control for kind in kinds for control in dialog.findChildren(kind) if control.isVisible()]
    inner = (QComboBox, QLineEdit)
    low = [one.objectName() for one in controls if one.height() < 44 and not isinstance(one.parent(), inner)]
    dialog.reject()
    window.actions_table["touch_sizes"].trigger()
    assert low == []
