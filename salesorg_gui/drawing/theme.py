"""Themes and type: which colour an ink is, how large a style is, how deep a shadow falls."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from salesorg_gui.drawing.shapes import Ink, Weight
from salesorg_gui.drawing.tokens import token
from salesorg_gui.values import dataclass


class ThemeName(StrEnum):
    """The themes that ship."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    PRINT = "print"


WHITE, BLACK = "#FFFFFF", "#000000"
LUMINANCE = (0.299, 0.587, 0.114)
WEIGHTS = {400: Weight.REGULAR, 500: Weight.MEDIUM, 600: Weight.SEMIBOLD}


@dataclass(frozen=True, slots=True)
class Elevation:
    """A shadow: how far down, how soft, how dark (0 to 1) in the ink ``shadow``."""

    offset: float
    blur: float
    opacity: float


@dataclass(frozen=True)
class Theme:
    """One set of colours. An ink that is no token is a bug and raises ``KeyError``."""

    name: ThemeName
    colours: Mapping[Ink, str]
    elevations: Mapping[str, Elevation]

    def colour(self, ink: Ink) -> str:
        """The colour of an ink as ``#rrggbb``."""
        return self.colours[ink]

    def elevation(self, name: str) -> Elevation:
        """The shadow behind a box, by the name the box carries."""
        return self.elevations[name]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name is ThemeName.DARK


@cache
def theme(name: ThemeName) -> Theme:
    """A theme by name; paper casts no shadows, and dark ground doubles them."""
    depth = {ThemeName.DARK: 2.0, ThemeName.PRINT: 0.0}.get(name, 1.0)
    elevations = {
        key: Elevation(offset, blur, min(1.0, opacity * depth))
        for key, (offset, blur, opacity) in token("elevation").items()
    }
    colours = dict(token(f"colour.{name}"))
    # Grounds of one colour need an outline; the others tell frames apart by their fill.
    colours["segment_border"] = colours["line" if name is ThemeName.CONTRAST else "frame_segment"]
    # What nobody has said has no colour of its own: hardly a bar, no tint.
    colours |= {
        f"none_{part}": colours[ink] for part, ink in (("solid", "hover"), ("tint", "card"), ("text", "text_3"))
    }
    colours |= _heat(colours)
    return Theme(name, colours, elevations)


@cache
def black_theme() -> Theme:
    """Paper from a printer without colour: what was a colour is as dark as it was, grounds are white, words are black.

    Purposes then look alike; whoever draws with it tells them apart by pattern.
    """
    paper = theme(ThemeName.PRINT)
    colours = {ink: _black(ink, colour) for ink, colour in paper.colours.items()}
    return Theme(paper.name, colours, paper.elevations)


def _black(ink: Ink, colour: str) -> str:
    if ink.endswith("_tint"):
        return WHITE
    if ink.endswith("_text"):
        return BLACK
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    grey = round(sum(part * share for part, share in zip(parts, LUMINANCE, strict=True)))
    return f"#{grey:02X}{grey:02X}{grey:02X}"


def _heat(colours: Mapping[Ink, str]) -> dict[Ink, str]:
    """Load as families of a colouring: from room left to far too much."""
    found: dict[Ink, str] = {}
    for step in range(4):
        found[f"load_{step}_solid"] = colours[f"heat_{step}"]
        found[f"load_{step}_tint"] = colours[f"heat_{step}_fill"] if step else colours["card"]
        found[f"load_{step}_text"] = colours["text_1"]
    return found


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in px on screen, in pt on paper; tracking in em."""

    size: float
    line: float
    weight: Weight
    tracking: float


def _style(path: str) -> TypeStyle:
    found = token(path)
    return TypeStyle(found["size"], found["line"], WEIGHTS[found["weight"]], found["tracking"])


@cache
def screen_style(name: str) -> TypeStyle:
    """A style of the screen: display, title, heading, body, label, card, small or tiny."""
    return _style(f"type.screen.{name}")


@cache
def paper_style(name: str) -> TypeStyle:
    """A style of paper, such as ``page_title`` or ``card_body``."""
    return _style(f"type.paper.{name}")
