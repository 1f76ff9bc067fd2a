"""The note under what a hand holds looks as if it were painted where it is, and says what it says now."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from salesorg_gui.canvas.notes import Notes
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.shapes import draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point

SPOT = Point(40, 40)
SEEN = 3
"""So much of 255 a picture laid over another may be off, since each is rounded."""


def paper() -> QImage:
    image = QImage(420, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f6f8"))
    return image


def colours(image: QImage) -> bytes:
    return bytes(image.constBits())


@pytest.fixture
def palette(qapp: object) -> Palette:
    return Palette(Paints(theme(ThemeName.LIGHT)))


def put(notes: Notes, text: str, *, is_refused: bool = False, at: Point = SPOT) -> QImage:
    image = paper()
    with QPainter(image) as painter:
        notes.paint(painter, marks.note_rect(at, text), text, is_refused=is_refused)
    return image


def drawn(palette: Palette, text: str, *, is_refused: bool = False, at: Point = SPOT) -> QImage:
    image = paper()
    with QPainter(image) as painter:
        draw(marks.note(at, text, is_refused=is_refused), QtPen(painter, palette))
    return image


def furthest(one: QImage, other: QImage) -> int:
    return max(abs(a - b) for a, b in zip(colours(one), colours(other), strict=True))


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_kept_note_looks_as_if_painted_on_the_spot(palette: Palette, is_refused: bool) -> None:
    found = put(Notes(palette), "Move to Pod 7", is_refused=is_refused)
    assert furthest(found, drawn(palette, "Move to Pod 7", is_refused=is_refused)) <= SEEN
    assert furthest(found, paper()) > SEEN


def test_a_note_says_what_it_says_now(palette: Palette) -> None:
    notes = Notes(palette)
    for text, is_refused in (("Move to Pod 7", False), ("Move to Pod 8", False), ("Move to Pod 8", True)):
        found = put(notes, text, is_refused=is_refused)
        assert furthest(found, drawn(palette, text, is_refused=is_refused)) <= SEEN


def test_a_note_goes_with_the_hand_and_stands_on_whole_px(palette: Palette) -> None:
    notes = Notes(palette)
    put(notes, "Move to Pod 7")
    found = put(notes, "Move to Pod 7", at=Point(52.3, 31.8))
    assert furthest(found, drawn(palette, "Move to Pod 7", at=Point(52, 32))) <= SEEN
