"""Every colour of the stylesheet is one of the theme, in every theme."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.window.style import palette, stylesheet

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)


@pytest.mark.parametrize("name", THEMES)
def test_no_place_for_a_colour_is_left_open(name: ThemeName) -> None:
    assert re.findall(r"@\w+", stylesheet(theme(name).colours)) == []


def test_no_colour_stands_in_the_stylesheet_itself() -> None:
    tokens = {token: f"<{token}>" for token in theme(ThemeName.LIGHT).colours}
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", stylesheet(tokens)) == []


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_from_its_ground(name: ThemeName) -> None:
    made = palette(theme(name).colours)
    text, ground = made.color(QPalette.ColorRole.Text), made.color(QPalette.ColorRole.Base)
    assert abs(text.lightness() - ground.lightness()) > 150
    assert isinstance(text, QColor)
