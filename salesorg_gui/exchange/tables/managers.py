"""Whom a cell of the manager column means: an id, a name, an e-mail address or a title of another row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from salesorg_gui.exchange.tables.posts import Post
from salesorg_gui.exchange.tables.values import folded, is_root_marker

_WITH_REMARK = re.compile(r"(?P<outside>.*\S)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\Z")
_AT_MOST_TWO = 2  # the row that asks and the one it means
_LIST = re.compile(r"[,;:|\n]+")

type Index = Mapping[str, Sequence[int]]


class Meaning(Enum):
    """How a cell was understood."""

    NOBODY = auto()
    FOUND = auto()
    WITHOUT_ZEROS = auto()
    ITSELF = auto()
    SEVERAL = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cell means; ``post`` is the place of the manager among the posts."""

    meaning: Meaning
    post: int | None = None


class Managers:
    """Finds the posts that cells of the manager column mean."""

    def __init__(self, posts: Sequence[Post]) -> None:
        entries = [(place, entry) for place, post in enumerate(posts) for entry in (post.entry, *post.holders)]
        self._ids = _index((place, folded(entry.code)) for place, entry in entries)
        self._bare_ids = _index((place, _without_zeros(entry.code)) for place, entry in entries)
        self._emails = _index((place, folded(entry.email)) for place, entry in entries)
        self._names = _index((place, name) for place, entry in entries for name in _spellings(entry.name))
        self._titles = _index((place, folded(entry.title)) for place, entry in entries)

    def find(self, text: str, asking: int) -> Answer:
        """Whom the row of the post ``asking`` names."""
        if not text:
            return Answer(Meaning.NOBODY)
        for spelling in _readings(text):
            answer = self._look_up(spelling, asking)
            if answer is not None:
                return answer
        return Answer(Meaning.NOBODY if is_root_marker(text) else Meaning.MISSING)

    def find_all(self, text: str, asking: int) -> Iterator[tuple[str, Answer]]:
        """Whom a cell with several names or ids means, one by one."""
        whole = self.find(text, asking)
        parts = [text] if whole.meaning is not Meaning.MISSING else _LIST.split(text)
        yield from ((part.strip(), self.find(part.strip(), asking)) for part in parts if part.strip())

    def _look_up(self, text: str, asking: int) -> Answer | None:
        found = self._ids.get(folded(text))
        if found:
            return _chosen(found, asking, Meaning.FOUND)
        found = self._bare_ids.get(_without_zeros(text))
        if found:
            return _chosen(found, asking, Meaning.WITHOUT_ZEROS)
        for index in (self._emails, self._names, self._titles):
            found = index.get(folded(text))
            if found:
                return _chosen(found, asking, Meaning.FOUND)
        return None


def _index(places: Iterator[tuple[int, str]]) -> Index:
    index: dict[str, dict[int, None]] = defaultdict(dict)  # a set that keeps its order
    for place, key in places:
        if key:
            index[key][place] = None
    return {key: tuple(found) for key, found in index.items()}


def _chosen(found: Sequence[int], asking: int, meaning: Meaning) -> Answer:
    """One of those found; somebody who has the name of their manager means the other one."""
    if len(found) > _AT_MOST_TWO:
        return Answer(Meaning.SEVERAL)
    others = [place for place in found if place != asking]
    if not others:
        return Answer(Meaning.ITSELF, asking)
    return Answer(meaning, others[0]) if len(others) == 1 else Answer(Meaning.SEVERAL)


def _without_zeros(text: str) -> str:
    """A number without leading zeros; nothing for what is no number."""
    return (text.lstrip("0") or "0") if text.isdigit() else ""


def _spellings(name: str) -> Iterator[str]:
    """A name as written, and turned round when it is written family name first."""
    yield folded(name)
    last, comma, first = name.partition(",")
    if comma and first.strip():
        yield folded(f"{first} {last}")


def _readings(text: str) -> Iterator[str]:
    """A cell as written, turned round, and what stands before and in a bracket at its end."""
    yield from _spellings(text)
    remark = _WITH_REMARK.match(text)
    if remark:
        yield remark["inside"].strip()
        yield remark["outside"]
