"""The look's tokens: colours of each theme, type styles, and the lengths that cards, frames and edges share.

Everything is read once from ``resources/themes/tokens.toml``. Screen lengths are px at 100 %.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from salesorg_gui.drawing.shapes import Ink, Weight
from salesorg_gui.resources import resource

THEMES = ("light", "dark", "contrast", "print")
WEIGHTS = {400: Weight.REGULAR, 500: Weight.MEDIUM, 600: Weight.SEMIBOLD}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind of text is set: size and line height, weight, tracking in em."""

    size: float
    line: float
    weight: Weight
    tracking: float


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme by name."""

    name: str
    colours: Mapping[str, str]

    def colour(self, ink: Ink) -> str:
        """``#RRGGBB`` of a named ink; a colour given as ``#RRGGBB`` is itself."""
        return ink if ink.startswith("#") else self.colours[ink]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name == "dark"


@cache
def tokens() -> Mapping[str, Any]:
    """The whole token file as plain tables."""
    return tomllib.loads(resource("themes", "tokens.toml").read_text("utf-8"))


@cache
def theme(name: str) -> Theme:
    """A theme by name: light, dark, contrast or print."""
    return Theme(name, dict(tokens()["colour"][name]))


@cache
def screen_style(name: str) -> TypeStyle:
    """A type style of the screen: display, title, heading, body, label, card, small or tiny; px."""
    return _style(tokens()["type"]["screen"][name])


@cache
def paper_style(name: str) -> TypeStyle:
    """A type style of paper (``page_title``, ``card_body`` …); points."""
    return _style(tokens()["type"]["paper"][name])


def _style(values: Mapping[str, Any]) -> TypeStyle:
    return TypeStyle(float(values["size"]), float(values["line"]), WEIGHTS[values["weight"]], float(values["tracking"]))
