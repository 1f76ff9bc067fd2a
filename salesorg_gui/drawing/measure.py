"""How wide a text is, where to cut it, where to break it: in Python, so that layout needs no toolkit.

Qt and reportlab agree with these widths within one per cent; whoever fits text into a space asks for ``SLACK`` more.
"""

from functools import lru_cache

from salesorg_gui.drawing.font import font
from salesorg_gui.drawing.shapes import Weight

SLACK = 1.01
ELLIPSIS = "…"


@lru_cache(maxsize=20_000)
def width(text: str, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> float:
    """The width of one line of text in the unit of ``size``; ``tracking`` is in em."""
    return size * (font(weight).width(text) + tracking * len(text))


def fits(text: str, space: float, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> bool:
    """Whether a text has room in ``space``, with slack for the toolkits' rounding."""
    return width(text, size, weight, tracking) * SLACK <= space


@lru_cache(maxsize=20_000)
def elide(text: str, space: float, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> str:
    """The text, or as much of it as fits, ending in an ellipsis; nothing when not even that has room."""
    if fits(text, space, size, weight, tracking):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle].rstrip() + ELLIPSIS, space, size, weight, tracking):
            low = middle
        else:
            high = middle - 1
    cut = text[:low].rstrip() + ELLIPSIS
    return cut if fits(cut, space, size, weight, tracking) else ""


def wrap(text: str, space: float, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> list[str]:
    """The text in lines no wider than ``space``; a word too long for one is broken. An empty text is no line."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if fits(longer, space, size, weight, tracking):
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = _broken(word, space, size, weight, tracking)
            lines.extend(broken)
        if line:
            lines.append(line)
    return lines


def _broken(word: str, space: float, size: float, weight: Weight, tracking: float) -> list[str]:
    """A word in pieces that fit, each of at least one letter."""
    pieces: list[str] = []
    while not fits(word, space, size, weight, tracking) and len(word) > 1:
        end = 1
        while fits(word[: end + 1], space, size, weight, tracking):
            end += 1
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]
