"""The picker: typed into, walked with the keys and the mouse, taken from, dismissed."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.catalogue.ranking import Named, Ranking
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.picker import Pick, Picker
from salesorg_gui.panels.picker_list import ROW

WORDS = [f"Seat {n}" for n in range(30)]
PICKS = [
    *(Pick(word, "Oslo", "search", "Ctrl+1", value=word) for word in WORDS),
    Pick("Paste", reason="Nothing copied."),
]
FOUND = Ranking(Named(pick, pick.text) for pick in PICKS)


class Asked:
    """A window with a field that has the focus, a picker over it, and what it told."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.window.resize(900, 700)
        self.before = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.before)
        self.picker = Picker(self.window, Look(theme(ThemeName.LIGHT).colours))
        self.taken: list[object] = []
        self.dismissed: list[bool] = []
        self.picker.taken.connect(self.taken.append)
        self.picker.dismissed.connect(lambda: self.dismissed.append(True))
        self.window.show()
        self.window.activateWindow()
        self.before.setFocus()
        QApplication.processEvents()

    def ask(self, picks: Sequence[Pick] | None = None) -> None:
        self.picker.ask("Go to", FOUND.best if picks is None else lambda _typed: picks)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.picker.field, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.picker.field, key)

    @property
    def current(self) -> str:
        pick = self.picker.list.current()
        return pick.text if pick is not None else ""

    @property
    def shown(self) -> list[str]:
        rows = self.picker.list.rows
        return [str(rows.data(rows.index(n))) for n in range(rows.rowCount())]


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    asked = Asked()
    yield asked
    asked.window.close()
    asked.window.deleteLater()


def test_it_is_not_seen_before_somebody_asks(asked: Asked) -> None:
    assert asked.picker.isHidden()
    asked.ask()
    assert asked.picker.geometry() == asked.window.rect()


def test_typing_shows_what_answers_best_first(asked: Asked) -> None:
    asked.ask()
    assert asked.shown[:2] == ["Seat 0", "Seat 1"]
    asked.type("tx2")
    assert asked.shown == []
    asked.press(*[Qt.Key.Key_Backspace] * 3)
    asked.type("2")
    assert asked.shown[0] == "Seat 2"
    assert asked.current == "Seat 2"


def test_enter_takes_the_row_in_hand(asked: Asked) -> None:
    asked.ask()
    asked.type("seat 1")
    asked.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert asked.taken == ["Seat 10"]
    assert not asked.picker.is_open
    assert asked.dismissed == []


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ((Qt.Key.Key_Down,), "Seat 1"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Tab), "Seat 2"),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), "Seat 1"),
        ((Qt.Key.Key_PageDown,), "Seat 10"),
        ((Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), "Seat 10"),
        ((Qt.Key.Key_End,), "Paste"),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), "Seat 0"),
        ((Qt.Key.Key_Up,), "Paste"),
        ((Qt.Key.Key_End, Qt.Key.Key_Down), "Seat 0"),
        ((Qt.Key.Key_PageUp,), "Seat 0"),
    ],
)
def test_the_keys_walk_the_rows(asked: Asked, keys: tuple[Qt.Key, ...], there: str) -> None:
    asked.ask()
    asked.press(*keys)
    assert asked.current == there
    assert asked.picker.field.hasFocus()


def test_walking_brings_the_row_into_sight(asked: Asked) -> None:
    asked.ask()
    asked.press(Qt.Key.Key_End)
    rows = asked.picker.list
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_ten_rows_are_seen_and_a_small_window_shows_fewer(asked: Asked) -> None:
    asked.ask()
    assert asked.picker.list.viewport().height() // ROW == 10
    asked.window.resize(900, 400)
    QApplication.processEvents()
    assert asked.picker.sheet.geometry().bottom() < 400


def test_what_cannot_be_taken_says_why_and_stays(asked: Asked) -> None:
    asked.ask()
    asked.type("paste")
    asked.press(Qt.Key.Key_Return)
    assert asked.picker.is_open
    assert asked.taken == []
    assert "Nothing copied." in asked.picker.field.accessibleDescription()


@pytest.mark.parametrize("way", ["escape", "outside"])
def test_it_is_dismissed_and_the_focus_goes_back(asked: Asked, way: str) -> None:
    asked.ask()
    if way == "escape":
        asked.press(Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(asked.picker, Qt.MouseButton.LeftButton, pos=QPoint(10, 690))
    assert not asked.picker.is_open
    assert asked.dismissed == [True]
    assert asked.taken == []
    assert asked.before.hasFocus()


def test_a_click_between_the_rows_does_not_dismiss(asked: Asked) -> None:
    asked.ask()
    sheet = asked.picker.sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(sheet.width() // 2, sheet.height() - 2))
    assert asked.picker.is_open


def test_the_mouse_points_and_takes(asked: Asked) -> None:
    asked.ask()
    rows = asked.picker.list
    third = rows.visualRect(rows.rows.index(3)).center()
    QTest.mouseMove(rows.viewport(), third - QPoint(0, 3))
    QTest.mouseMove(rows.viewport(), third)
    QApplication.processEvents()
    assert asked.current == "Seat 3"
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert asked.taken == ["Seat 3"]
    assert asked.before.hasFocus()


def test_nothing_that_answers_is_one_calm_line(asked: Asked) -> None:
    asked.ask()
    asked.type("xyz")
    assert asked.picker.list.isHidden()
    assert "Nothing is called “xyz”." in asked.picker.field.accessibleDescription()
    asked.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert asked.picker.is_open


def test_whoever_asks_again_dismisses_what_was_asked(asked: Asked) -> None:
    answers: list[object] = []
    asked.picker.ask("First", FOUND.best, lambda value: answers.append(("first", value)))
    asked.picker.ask("Second", FOUND.best, lambda value: answers.append(("second", value)))
    assert asked.dismissed == [True]
    asked.press(Qt.Key.Key_Return)
    assert answers == [("second", "Seat 0")]
    assert asked.before.hasFocus()


def test_an_answer_may_ask_the_next_question(asked: Asked) -> None:
    asked.picker.ask("First", FOUND.best, lambda _value: asked.ask([Pick("Only", value=7)]))
    asked.press(Qt.Key.Key_Return)
    assert asked.picker.is_open
    assert asked.shown == ["Only"]
    asked.press(Qt.Key.Key_Return)
    assert asked.taken == ["Seat 0", 7]


def test_the_focus_stays_where_it_can_when_its_widget_is_gone(asked: Asked) -> None:
    asked.ask()
    asked.before.setParent(None)
    asked.before.deleteLater()
    asked.press(Qt.Key.Key_Escape)
    assert not asked.picker.is_open


def test_no_shortcut_of_the_window_acts_while_it_asks(asked: Asked) -> None:
    heard: list[str] = []
    for keys in ("T", "/", "Ctrl+Z", "Del"):
        QShortcut(QKeySequence(keys), asked.window, lambda keys=keys: heard.append(keys))
    asked.ask()
    asked.type("t/")
    QTest.keyClick(asked.picker.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    asked.press(Qt.Key.Key_Delete)
    assert heard == []
    assert asked.picker.is_open


def test_everything_has_a_name_for_who_cannot_see_it(asked: Asked) -> None:
    asked.ask()
    assert asked.picker.field.accessibleName() == "Go to"
    assert asked.picker.list.accessibleName() == "Found"
    assert asked.picker.field.accessibleDescription() == "Seat 0, Oslo, Ctrl+1"


def test_rows_are_painted_with_the_found_letters_stronger(asked: Asked) -> None:
    asked.ask()
    plain = asked.picker.list.viewport().grab().toImage()
    asked.type("seat")
    strong = asked.picker.list.viewport().grab().toImage()
    assert asked.shown[:30] == WORDS
    assert plain != strong
