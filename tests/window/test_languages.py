"""The language of the window: chosen by its own name, kept, and spoken from the next start."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui import i18n
from salesorg_gui.desk.settings import Settings, SettingsFile
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.drawing import words
from salesorg_gui.panels.fields import FieldRow
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.status_line import totals
from tests.at_rest import nothing_left_behind
from tests.panels.conftest import LEAD, NORTH, SELLER, WEB, WEST, plan
from tests.windows import open_window


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """What the next test hears."""
    yield
    i18n.use(i18n.SOURCE_LANGUAGE)


ONE_OF_EACH = (
    Key(Kind.SEAT, SELLER),
    Key(Kind.POD, WEST),
    Key(Kind.SEGMENT, NORTH),
    Key(Kind.SOURCE, WEB),
    Key(Kind.HANDOFF, LEAD),
    Key(Kind.LINE, "l0"),
)
OPEN = Seat(SeatId("s"), RoleId("sdr"), status=Status.OPEN)


def kept(window: MainWindow) -> str:
    return window.parts.settings.settings.language


def said(window: MainWindow) -> str:
    notice = window.surface.notice
    return notice.findChildren(Label)[0].text() if notice.isVisible() else ""


def test_each_language_stands_in_its_own_name(window: MainWindow) -> None:
    actions = [window.actions_table[f"language_{language}"] for language in i18n.choices()]
    assert [action.text() for action in actions] == ["English", "Svenska", "Dansk", "Norsk bokmål", "Nederlands"]


def test_without_a_choice_the_desktop_is_followed(window: MainWindow) -> None:
    assert window.actions_table["language_system"].isChecked()
    assert kept(window) == ""


def test_a_language_chosen_is_kept_and_announced_in_it(window: MainWindow) -> None:
    window.actions_table["language_sv"].trigger()
    assert kept(window) == "sv"
    assert said(window) == "Fönstret talar svenska från nästa start."
    assert i18n.language() == "en"


def test_the_language_spoken_already_needs_no_word(window: MainWindow) -> None:
    window.actions_table["language_en"].trigger()
    assert (kept(window), said(window)) == ("en", "")
    window.actions_table["language_system"].trigger()
    assert (kept(window), said(window)) == ("", "")


@pytest.mark.parametrize(
    ("language", "save"), [("sv", "Spara"), ("da", "Gem"), ("nb", "Lagre"), ("nl", "Opslaan"), ("xx", "Save")]
)
def test_the_next_window_speaks_it(language: str, save: str, tmp_path: Path, qtbot: QtBot) -> None:
    SettingsFile(tmp_path / "settings.json").change(Settings(language=language))
    with nothing_left_behind(), open_window(tmp_path, plan()) as window:
        assert window.actions_table["save"].text() == save
        spoken = "system" if language == "xx" else language
        assert window.actions_table[f"language_{spoken}"].isChecked()


def test_numbers_are_written_as_the_language_writes_them() -> None:
    written = []
    for language in ("en", "sv", "da"):
        with i18n.speaking(language):
            written.append((shown(1.5), spoken(0.75), words.number(4.0), words.day("2027-03-01")))
    assert written == [
        ("1.5", "0.75", "4.0", "1 March 2027"),
        ("1,5", "0,75", "4,0", "1 mars 2027"),
        ("1,5", "0,75", "4,0", "1. marts 2027"),
    ]


def test_the_totals_are_counted_in_words_that_fit_their_number() -> None:
    seats = [replace(OPEN, id=SeatId(f"s{number}")) for number in range(3)]
    for count, said in ((1, "1 befattning · 1,0 FTE · 1 öppen"), (3, "3 befattningar · 3,0 FTE · 3 öppna")):
        with i18n.speaking("sv"):
            assert totals(Chart(ChartId("c"), seats={one.id: one for one in seats[:count]})) == said


def cut_off(window: MainWindow) -> Iterator[str]:
    """The words of buttons and of labels beside fields that have too little room."""
    QApplication.processEvents()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width():
            yield button.text()
    for row in window.findChildren(FieldRow):
        label = row.findChildren(Label)[0]
        is_whole = label.wordWrap() or label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1
        if label.isVisible() and not is_whole:
            yield label.text()


@pytest.mark.parametrize("language", i18n.choices())
def test_nothing_is_cut_off_in_any_language(language: str, tmp_path: Path, qtbot: QtBot) -> None:
    SettingsFile(tmp_path / "settings.json").change(Settings(language=language, show_findings=True))
    with nothing_left_behind(), open_window(tmp_path, plan()) as window:
        session, cut = window.surface.canvas.session, list(cut_off(window))
        for key in ONE_OF_EACH:
            session.selection.select([key])
            cut += cut_off(window)
        assert not cut
