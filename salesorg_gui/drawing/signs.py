"""Signs a text may hold that a font does not: which are missing, and which are never seen anyway."""

from salesorg_gui.drawing.font import INVISIBLE, SPACES, font
from salesorg_gui.drawing.shapes import Weight

_SHOWN = dict.fromkeys(map(ord, INVISIBLE), "") | dict.fromkeys(map(ord, SPACES), " ")


def shown(text: str) -> str:
    """A text without what nobody sees (marks of direction, soft hyphens), every kind of space as the plain one."""
    return text if text.isascii() else text.translate(_SHOWN)


def missing(text: str) -> tuple[str, ...]:
    """The signs of a text that the font lacks, each once; they are drawn as boxes."""
    if text.isascii() and text.isprintable():
        return ()
    known = font(Weight.REGULAR).advances
    return tuple(dict.fromkeys(sign for sign in text if sign not in known and not sign.isspace()))
