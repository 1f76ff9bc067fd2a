"""Finding things by typing some of their letters: which of many names a typed text means, best first.

A name is found by how it begins, by how one of its words begins, by its initials, by any part of it, or by letters
that begin or follow each other in its words ("acex" is Account Executive). Capitals and accents do not matter.

All names lie in one long text, a line each, so that ten thousand of them are looked through in a moment.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import accumulate, islice
from operator import itemgetter
from typing import NamedTuple

from salesorg_gui.catalogue.matching import without_accents

WHOLE, PREFIX, WORD, INITIALS, WORDS, PARTS, LOOSE, BESIDE, BESIDE_PART = range(9)
"""How well a name fits, best first. ``WORDS`` are several words in another order, ``PARTS`` anywhere in the name,
``BESIDE`` counts what stands beside it."""
LEAST_LOOSE = 3
"""So many letters may stand apart from each other; fewer would be found in nearly everything."""
KEPT = 65_536

_SIGNS = re.compile(r"[^\w]+|_+")

type Span = tuple[int, int]


class Named[T](NamedTuple):
    """Something with a name; ``also`` are other texts it is found by: its place, its names in other languages."""

    value: T
    name: str
    also: tuple[str, ...] = ()


def plain(text: str) -> str:
    """The text in small letters without accents."""
    small = text.casefold()
    return small if small.isascii() else without_accents(small).casefold()


@lru_cache(maxsize=KEPT)
def spaced(text: str) -> str:
    """The plain words of a text, each with a space before it."""
    words = _SIGNS.sub(" ", plain(text)).strip()
    return f" {words}" if words else ""


class Ask:
    """What somebody typed, taken apart once."""

    def __init__(self, typed: str) -> None:
        self.words = tuple(spaced(typed).split())
        self.whole = " ".join(self.words)
        self.joined = "".join(self.words)

    @property
    def is_loose(self) -> bool:
        """Whether its letters may stand apart."""
        return len(self.joined) >= LEAST_LOOSE


class Lines:
    """Many short texts in one long one."""

    def __init__(self, lines: Iterable[str]) -> None:
        kept = tuple(lines)
        self._text = "\n" + "".join(f"{line}\n" for line in kept)
        self._starts = list(accumulate((len(line) + 1 for line in kept), initial=0))

    def with_part(self, part: str) -> Iterator[int]:
        """The lines that hold a part; one that begins with a line break stands at the beginning of a line."""
        at = self._text.find(part)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            if line + 1 == len(self._starts):
                return
            yield line
            at = self._text.find(part, self._starts[line + 1])

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The lines in which a pattern is found."""
        found = (bisect_right(self._starts, match.start()) - 1 for match in pattern.finditer(self._text))
        return iter(dict.fromkeys(found))


class Ranking[T]:
    """Names that are looked through again and again: their letters are made plain once."""

    def __init__(self, things: Iterable[Named[T]]) -> None:
        kept = tuple(things)
        self._values = [thing.value for thing in kept]
        names = [spaced(thing.name) for thing in kept]
        self._names = Lines(names)
        self._initials = Lines("".join(word[0] for word in name.split()) for name in names)
        self._beside: dict[str, list[int]] = {}
        for number, thing in enumerate(kept):
            for text in thing.also:
                self._beside.setdefault(spaced(text), []).append(number)

    def __len__(self) -> int:
        return len(self._values)

    def best(self, typed: str, most: int | None = None) -> list[T]:
        """The things a text means, best first, equally good ones as they were given; all of them for no text."""
        return [value for _fit, value in islice(self.fits(Ask(typed)), most)]

    def fits(self, ask: Ask) -> Iterator[tuple[int, T]]:
        """The same with how well each fits; looked for only as far as somebody asks."""
        if not ask.words:
            yield from ((WHOLE, value) for value in self._values)
            return
        seen: set[int] = set()
        for fit, found in self._tiers(ask):
            for number in found:
                if number not in seen:
                    seen.add(number)
                    yield fit, self._values[number]

    def _tiers(self, ask: Ask) -> Iterator[tuple[int, Iterable[int]]]:
        names = self._names
        yield WHOLE, names.with_part(f"\n {ask.whole}\n")
        yield PREFIX, names.with_part(f"\n {ask.whole}")
        yield WORD, names.with_part(f" {ask.whole}")
        if len(ask.joined) > 1:
            yield INITIALS, self._initials.with_part(f"\n{ask.joined}")
        if len(ask.words) > 1:
            yield WORDS, _in_all(ask.words, lambda word: names.with_part(f" {word}"))
        yield PARTS, _in_all(ask.words, names.with_part)
        if ask.is_loose:
            yield LOOSE, names.matching(_loose(ask.joined))
        yield BESIDE, _in_all(ask.words, lambda word: (*names.with_part(f" {word}"), *self._besides(f" {word}")))
        yield BESIDE_PART, _in_all(ask.words, lambda word: (*names.with_part(word), *self._besides(word)))

    def _besides(self, part: str) -> Iterator[int]:
        """Names that something with this part stands beside; a single letter must begin a word."""
        if len(part) > 1:
            yield from (number for text, numbers in self._beside.items() if part in text for number in numbers)


def _in_all(words: Sequence[str], lines_of: Callable[[str], Iterable[int]]) -> Iterable[int]:
    """The lines found for every word, in order."""
    found = set(lines_of(words[0]))
    for word in words[1:]:
        found &= set(lines_of(word))
    return sorted(found)


def best_of[T](rankings: Iterable[Ranking[T]], typed: str, most: int) -> list[T]:
    """The best of several: what fits equally well comes in the order of the rankings."""
    ask = Ask(typed)
    fits = merge(*(ranking.fits(ask) for ranking in rankings), key=itemgetter(0))
    return [value for _fit, value in islice(fits, most)]


@lru_cache(maxsize=64)
def _loose(letters: str) -> re.Pattern[str]:
    """The letters in this order: the first begins a word, each other one follows the one before or begins a word."""
    first, *others = (re.escape(letter) for letter in letters)
    return re.compile(rf" ({first})" + "".join(rf"(?:|[^\n]*? )({letter})" for letter in others))


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
