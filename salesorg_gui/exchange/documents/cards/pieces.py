"""Type on cards: how large, and how many lines of it."""

from functools import lru_cache

from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.shapes import Part, Role
from salesorg_gui.exchange.documents.cards.formats import CardFormat
from salesorg_gui.exchange.documents.typeset import Block, Style, fitting_lines, line_of, style

SMALLEST = 6.5
"""Points; nothing on paper is smaller."""


@lru_cache(maxsize=100)
def body_style(card: CardFormat, factor: float = 1.0) -> Style:
    """The type of lists on a card, never smaller than can be read."""
    usual = style("card_body")
    return usual.sized(max(usual.size * card.body * factor, SMALLEST) / usual.size)


def limited(text: str, look: Style, width: float, most: int, ink: str = "text_1", role: Role = "p") -> Block:
    """A paragraph of no more than ``most`` lines; a longer one ends with an ellipsis."""
    lines = fitting_lines(text, look, width)
    if len(lines) > most:
        last = elide(" ".join(lines[most - 1 :]), width / 1.01, look.size, look.weight, look.tracking)
        lines = [*lines[: most - 1], last]
    labels = [line_of(line, look, ink, y=number * look.line) for number, line in enumerate(lines)]
    return Block(look.line * len(lines), (Part(role, tuple(labels)),), look.line)


def limited_lines(text: str, look: Style, width: float, most: int) -> list[str]:
    """Lines of a text, the last one ending with an ellipsis when there are more than ``most``."""
    lines = fitting_lines(text, look, width)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], elide(" ".join(lines[most - 1 :]), width, look.size, look.weight)]
