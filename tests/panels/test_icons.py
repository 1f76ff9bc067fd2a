"""Icons are sharp on every display, and drawn once for all who wear them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.panels.icons import SCALES, icon_pixmap, make_icon, scales_here
from salesorg_gui.panels.look import DISABLED, Look

NAMES = ("search", "plus", "table")


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(theme(ThemeName.LIGHT).colours)


def sizes(icon: QIcon) -> set[int]:
    return {size.width() for size in icon.availableSizes()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", SCALES)
def test_a_kept_icon_is_the_one_drawn_anew(look: Look, name: str, scale: int) -> None:
    look.serve_all_displays()
    modes = {QIcon.Mode.Normal: look.colour("text_2"), QIcon.Mode.Disabled: look.colour("text_2", DISABLED)}
    for mode, colour in modes.items():
        for _again in range(2):
            shown = look.icon(name).pixmap(QSize(16, 16), scale, mode)
            assert shown.toImage() == icon_pixmap(name, colour, 16, scale).toImage()


def test_only_what_the_displays_need_is_drawn_first(look: Look, qtbot: QtBot) -> None:
    assert scales_here() == (1,)
    assert sizes(look.icon("search")) == {16}
    with qtbot.waitSignal(look.changed, timeout=0):
        look.serve_all_displays()
    assert sizes(look.icon("search")) == {16, 32, 48}
    with qtbot.assertNotEmitted(look.changed):
        look.serve_all_displays()


@pytest.mark.parametrize(
    ("sharpest", "scales"), [(1.0, (1,)), (1.25, (1, 2)), (2.0, (1, 2)), (4.0, SCALES), (0.5, (1,))]
)
def test_a_sharp_display_has_sharp_icons_at_once(
    sharpest: float, scales: tuple[int, ...], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "devicePixelRatio", lambda _application: sharpest)
    assert scales_here() == scales


def test_another_colour_size_or_name_is_another_icon(qapp: QApplication) -> None:
    red, green, faint = QColor("#ff0000"), QColor("#00ff00"), QColor("#888888")
    made = [make_icon("search", red, faint), make_icon("search", green, faint), make_icon("plus", red, faint)]
    made += [make_icon("search", red, green), make_icon("search", red, faint, 20)]
    assert len({icon.cacheKey() for icon in made}) == len(made)
    assert make_icon("search", QColor("#ff0000"), QColor(faint)).cacheKey() == made[0].cacheKey()
