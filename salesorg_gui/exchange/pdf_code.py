"""The code of what is drawn most often on a PDF page, written once and used again: colours, strokes, icons."""

from functools import cache, lru_cache

from salesorg_gui.resources import icon_table

ICON_GRID = 24
"""Units of an icon's own grid, in which its paths are told."""
ICON_LINE = 2.25
"""How thick its lines are, in these units: 1.5 where it is 16 large."""
COMMANDS = {"M": "m", "L": "l", "C": "c"}


@cache
def fill_code(colour: str) -> str:
    """What fills with a colour."""
    return f"{_parts(colour)} rg"


@lru_cache(maxsize=1_000)
def stroke_code(colour: str, width: float) -> str:
    """What draws lines of a colour and width."""
    return f"{_parts(colour)} RG {width:.5g} w"


@lru_cache(maxsize=1_000)
def font_code(name: str, size: float) -> str:
    """What sets type in a font of the file."""
    return f"{name} {size:.5g} Tf"


@lru_cache(maxsize=1_000)
def spacing_code(spacing: float) -> str:
    """What sets letters so much further apart."""
    return f"{spacing:.5g} Tc"


@cache
def icon_code(name: str) -> str:
    """The path of an icon in its own grid."""
    return " ".join(_step(str(command), numbers) for subpath in icon_table()[name] for command, *numbers in subpath)


def _step(command: str, numbers: list[str | float]) -> str:
    return " ".join([*(f"{float(number):.5g}" for number in numbers), COMMANDS.get(command, "h")])


def _parts(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.5g}" for place in (1, 3, 5))
