"""How wide a text is, where to cut it, where to break it: in Python, so that layout needs no toolkit.

Qt and reportlab agree with these widths within one per cent; whoever fits text into a space asks for ``SLACK`` more.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from salesorg_gui.drawing.font import font
from salesorg_gui.drawing.shapes import Weight

SLACK = 1.01
ELLIPSIS = "…"
KEPT = "\u00a0"
"""A space at which no line ends."""
BREAKS = re.compile(r"[^\S\u00a0]+")
HYPHEN = "-"
ENDING = ("·", "%")
"""A line may end with these, but none begins with one."""


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
    """The text in lines no wider than ``space``; a word too long for one is broken. An empty text is no line.

    Inter is set without kerning, so a line is as wide as its words and the spaces between them.
    """
    lines: list[str] = []
    room, gap = space / SLACK / size, _word(" ", weight, tracking)
    for paragraph in text.splitlines():
        line: list[str] = []
        used = 0.0
        for word in _words(paragraph, room, weight, tracking):
            wide = _word(word, weight, tracking)
            if line and used + gap + wide <= room:
                line.append(word)
                used += gap + wide
                continue
            if line:
                lines.append(" ".join(line))
            *pieces, word = [word] if wide <= room else _broken(word, room, weight, tracking)
            lines.extend(pieces)
            line, used = [word], _word(word, weight, tracking)
        if line:
            lines.append(" ".join(line))
    return lines


def _words(text: str, room: float, weight: Weight, tracking: float) -> list[str]:
    """What a line may end between; ``24 h`` with such a space is one word, and so is a word with a dot behind it."""
    words = text.split() if KEPT not in text else [word for word in BREAKS.split(text) if word.strip()]
    return [*_joined(words, room, weight, tracking)] if any(sign in text for sign in ENDING) else words


def _joined(words: Iterable[str], room: float, weight: Weight, tracking: float) -> Iterator[str]:
    """The words, what only ends a line joined to the one before where both have room on one line."""
    held = ""
    for word in words:
        together = f"{held} {word}"
        if word in ENDING and held and _word(together, weight, tracking) <= room:
            held = together
            continue
        if held:
            yield held
        held = word
    yield held


@lru_cache(maxsize=20_000)
def _word(word: str, weight: Weight, tracking: float) -> float:
    """How wide a word is in size 1."""
    return font(weight).width(word) + tracking * len(word)


def _broken(word: str, room: float, weight: Weight, tracking: float) -> list[str]:
    """A word in pieces that fit into ``room`` in size 1, each of at least one letter; after a hyphen if it has one."""
    cut = font(weight)
    pieces: list[str] = []
    start, used = 0, 0.0
    for place, letter in enumerate(word):
        wide = cut.advances.get(letter, cut.missing) + tracking
        if place > start and used + wide > room:
            after = word.rfind(HYPHEN, start + 1, place) + 1 or place
            pieces.append(word[start:after])
            start, used = after, _word(word[after:place], weight, tracking)
        used += wide
    return [*pieces, word[start:]]
