"""Finding things by typing some of their letters: which of many names a typed text means, best first.

A name is found by how it begins, by how one of its words begins, by its initials, by any part of it, or by letters
that begin or follow each other in its words ("acex" is Account Executive). Capitals and accents do not matter.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from salesorg_gui.catalogue.matching import without_accents

WHOLE, PREFIX, WORD, INITIALS, PART, LOOSE, BESIDE, BESIDE_PART, NOWHERE = range(9)
"""How well a name fits, best first; ``BESIDE`` are names that are found by what stands beside them."""
LEAST_LOOSE = 3
"""So many letters may stand apart from each other; fewer would be found in nearly everything."""

_SIGNS = re.compile(r"[^\w]+|_+")

type Span = tuple[int, int]


class Named[T](NamedTuple):
    """Something with a name; ``also`` are other words it is found by, its place or its name in other languages."""

    value: T
    name: str
    also: str = ""


def plain(text: str) -> str:
    """The text in small letters without accents."""
    small = text.casefold()
    return small if small.isascii() else without_accents(small)


def spaced(text: str) -> str:
    """The plain words of a text, each with a space before it."""
    return f" {_SIGNS.sub(' ', plain(text)).strip()}"


class _Row[T](NamedTuple):
    value: T
    name: str
    initials: str
    also: str


class Ranking[T]:
    """Names that are looked through again and again: their letters are made plain once."""

    def __init__(self, things: Iterable[Named[T]]) -> None:
        self._rows = [_row(thing) for thing in things]

    def __len__(self) -> int:
        return len(self._rows)

    def best(self, typed: str, most: int | None = None) -> list[T]:
        """The things a text means, best first, equally good ones as they were given; all of them for no text."""
        ask = Ask(typed)
        if not ask.words:
            return [row.value for row in self._rows[:most]]
        fits = [(fit, n) for n, row in enumerate(self._rows) if (fit := ask.fit(row.name, row.initials, row.also))]
        fits.sort()
        return [self._rows[n].value for _fit, n in fits[:most]]


def _row[T](thing: Named[T]) -> _Row[T]:
    name = spaced(thing.name)
    initials = "".join(word[0] for word in name.split())
    return _Row(thing.value, name, initials, spaced(thing.also) if thing.also else "")


class Ask:
    """What somebody typed, taken apart once."""

    def __init__(self, typed: str) -> None:
        self.words = tuple(spaced(typed).split())
        self._whole = " ".join(self.words)
        self._joined = "".join(self.words)
        self._loose = _loose(self._joined) if len(self._joined) >= LEAST_LOOSE else None

    def fit(self, name: str, initials: str, also: str = "") -> tuple[int, int] | None:
        """How well it fits a spaced name, and where; ``None`` when it does not."""
        whole = self._whole
        at = name.find(f" {whole}")
        if at == 0:
            return (WHOLE if len(name) == len(whole) + 1 else PREFIX), 0
        if at > 0:
            return WORD, at
        if initials.startswith(self._joined) and len(self._joined) > 1:
            return INITIALS, 0
        worst = self._by_words(name, also)
        if worst < NOWHERE:
            return worst, name.find(self.words[0])
        if self._loose is not None and self._loose.search(name):
            return LOOSE, 0
        return None

    def _by_words(self, name: str, also: str) -> int:
        """How well the word that fits least does; a word may stand beside the name."""
        worst = WORD
        for word in self.words:
            if f" {word}" in name:
                continue
            if word in name:
                fit = PART
            elif f" {word}" in also:
                fit = BESIDE
            elif len(word) > 1 and word in also:
                fit = BESIDE_PART
            else:
                return NOWHERE
            worst = max(worst, fit)
        return worst


@lru_cache(maxsize=64)
def _loose(letters: str) -> re.Pattern[str]:
    """The letters in this order: the first begins a word, each other one follows the one before or begins a word."""
    first, *others = (re.escape(letter) for letter in letters)
    return re.compile(rf" ({first})" + "".join(rf"(?:|.*? )({letter})" for letter in others))


def spans(typed: str, text: str) -> list[Span]:
    """The parts of a text that answer to what was typed, in the order they stand."""
    ask = Ask(typed)
    if not ask.words:
        return []
    letters, origins = _with_origins(text)
    found = _whole_span(ask, letters) or _initials(ask, letters) or _word_spans(ask, letters)
    if not found and len("".join(ask.words)) >= LEAST_LOOSE:
        match = _loose("".join(ask.words)).search(letters)
        found = [match.span(n + 1) for n in range(match.re.groups)] if match else []
    return _merged((origins[start], origins[end - 1] + 1) for start, end in found)


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The plain letters with a space before them, and where in the text each comes from."""
    letters, origins = [" "], [0]
    for at, sign in enumerate(text):
        for letter in plain(sign):
            letters.append(letter if letter.isalnum() else " ")
            origins.append(at)
    return "".join(letters), origins


def _whole_span(ask: Ask, letters: str) -> list[Span]:
    at = letters.find(f" {' '.join(ask.words)}")
    return [(at + 1, at + 1 + len(" ".join(ask.words)))] if at >= 0 else []


def _initials(ask: Ask, letters: str) -> list[Span]:
    starts = [at for at in range(1, len(letters)) if letters[at] != " " and letters[at - 1] == " "]
    joined = "".join(ask.words)
    fits = len(joined) > 1 and "".join(letters[at] for at in starts).startswith(joined)
    return [(at, at + 1) for at in starts[: len(joined)]] if fits else []


def _word_spans(ask: Ask, letters: str) -> list[Span]:
    found: list[Span] = []
    for word in ask.words:
        at = letters.find(f" {word}") + 1 or letters.find(word)
        if at >= 0:
            found.append((at, at + len(word)))
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same parts without overlaps."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def best[T](typed: str, things: Sequence[Named[T]]) -> list[T]:
    """The things a text means, best first: for a list that is looked through once."""
    return Ranking(things).best(typed)
