"""Themes: every ink the drawing uses has a colour in each of them."""

import pytest

from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.drawing.theme import ThemeName, paper_style, screen_style, theme
from salesorg_gui.drawing.tokens import token


@pytest.mark.parametrize("name", ThemeName)
def test_a_theme_knows_every_ink_as_a_colour(name: ThemeName) -> None:
    inks = {ink for other in ThemeName for ink in theme(other).colours}
    colours = [theme(name).colour(ink) for ink in inks]
    assert all(len(colour) == 7 and int(colour[1:], 16) >= 0 for colour in colours)


def test_an_unknown_ink_is_a_bug() -> None:
    with pytest.raises(KeyError):
        theme(ThemeName.LIGHT).colour("mauve")


def test_dark_ground_doubles_shadows_and_paper_has_none() -> None:
    depths = {name: theme(name).elevation("held").opacity for name in ThemeName}
    assert depths[ThemeName.DARK] == 2 * depths[ThemeName.LIGHT] > 0
    assert depths[ThemeName.PRINT] == 0
    assert [name for name in ThemeName if theme(name).is_dark] == [ThemeName.DARK]


def test_segments_are_outlined_only_where_everything_is_white() -> None:
    contrast, light = theme(ThemeName.CONTRAST), theme(ThemeName.LIGHT)
    assert contrast.colour("segment_border") == contrast.colour("line")
    assert light.colour("segment_border") == light.colour("frame_segment")


def test_styles_come_from_the_tokens() -> None:
    card = screen_style("card")
    assert (card.size, card.line, card.weight, card.tracking) == (13, 16, Weight.SEMIBOLD, -0.008)
    assert paper_style("page_title").size == token("type.paper.page_title.size")
