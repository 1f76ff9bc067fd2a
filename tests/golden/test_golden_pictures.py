"""Each view of the example, near, at middle distance and from afar, looks as it did: exactly, pixel for pixel.

When a picture differs, expected, actual and difference are written to ``out/golden``. When the new look is meant,
``SALESORG_RENEW_GOLDEN=1`` keeps it. Letters come from the bundled font without hinting, so machines agree.
"""

import os
from math import hypot
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.resources import resource
from salesorg_gui.session.session import Session
from salesorg_gui.storage.reading import read

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "out" / "golden"
IS_RENEWING = bool(os.environ.get("SALESORG_RENEW_GOLDEN"))
SIZE = QSize(720, 450)
ZOOMS = {"near": 1.0, "middle": 0.6, "far": 0.3}


def picture(qtbot: QtBot, view: ViewKind, zoom: float) -> QImage:
    """The middle of the example in a view, without rings and hands."""
    session = Session(read(resource("examples", "nordlys.salesorg")).plan)
    surface = ChartView(session, load(), theme(ThemeName.LIGHT))
    qtbot.addWidget(surface)
    surface.set_reduced_motion(True)
    surface.show_view(view)
    made = surface.render_to_image(SIZE, around(innermost(list(surface.picture.layout.cards.values())), zoom))
    return made.convertToFormat(QImage.Format.Format_RGB32)


def innermost(cards: list[Rect]) -> Point:
    """The middle of the card that has most others about it."""
    x, y = (sum(parts) / len(cards) for parts in zip(*(rect.centre for rect in cards), strict=True))
    return min((rect.centre for rect in cards), key=lambda spot: (hypot(spot.x - x, spot.y - y), spot))


def around(spot: Point, zoom: float) -> Rect:
    """The part of the chart that fills the picture at a zoom."""
    width, height = SIZE.width() / zoom, SIZE.height() / zoom
    return Rect(round(spot.x - width / 2), round(spot.y - height / 2), width, height)


def differing(expected: QImage, actual: QImage) -> tuple[QRect, QImage]:
    """Where two pictures of one size differ, and both in one: what is equal is faint, the rest is red."""
    shown = actual.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    room = QRect()
    for y in range(actual.height()):
        for x in range(actual.width()):
            if expected.pixel(x, y) != actual.pixel(x, y):
                shown.setPixelColor(x, y, QColor("red"))
                room = room.united(QRect(x, y, 1, 1))
    return room, shown


def compare(name: str, actual: QImage) -> None:
    """Fail with a sentence that says where, and leave the pictures to look at."""
    expected = QImage(str(HERE / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert not expected.isNull(), f"There is no golden picture {name}. SALESORG_RENEW_GOLDEN=1 makes it."
    if expected == actual:
        return
    OUT.mkdir(parents=True, exist_ok=True)
    expected.save(str(OUT / f"{name}-expected.png"))
    actual.save(str(OUT / f"{name}-actual.png"))
    assert expected.size() == actual.size(), f"{name} is {actual.size()} and was {expected.size()}"
    room, shown = differing(expected, actual)
    shown.save(str(OUT / f"{name}-difference.png"))
    where = f"{room.width()} x {room.height()} px at {room.x()}, {room.y()}"
    pytest.fail(f"{name} looks different, {where}. See {OUT.relative_to(HERE.parents[1])}/{name}-*.png")


@pytest.mark.parametrize("distance", list(ZOOMS))
@pytest.mark.parametrize("view", list(ViewKind))
def test_a_view_looks_as_it_did(view: ViewKind, distance: str, qtbot: QtBot) -> None:
    name = f"{view.value}-{distance}"
    actual = picture(qtbot, view, ZOOMS[distance])
    if IS_RENEWING:
        assert actual.save(str(HERE / f"{name}.png"))
    compare(name, actual)


def test_a_difference_is_found_and_shown() -> None:
    before, after = QImage(40, 20, QImage.Format.Format_RGB32), QImage(40, 20, QImage.Format.Format_RGB32)
    before.fill(QColor("white"))
    after.fill(QColor("white"))
    after.setPixelColor(7, 5, QColor("black"))
    after.setPixelColor(9, 6, QColor("black"))
    room, shown = differing(before, after)
    assert room == QRect(7, 5, 3, 2)
    assert shown.pixelColor(9, 6) == QColor("red")


def test_equal_pictures_pass_and_a_missing_one_is_named() -> None:
    with pytest.raises(AssertionError, match="no golden picture nowhere"):
        compare("nowhere", QImage(4, 4, QImage.Format.Format_RGB32))
    compare("board-near", QImage(str(HERE / "board-near.png")).convertToFormat(QImage.Format.Format_RGB32))
