"""Which role a job title of a real company means, in five languages.

A title matches word for word, or in another order of words ("Vice President, Sales" is "VP of Sales"), or after
words of rank and region are set aside ("Senior", "EMEA"), or by how it begins or ends ("Solar Sales Consultant").
Rather no match than a wrong one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from salesorg_gui.catalogue.reading import LANGUAGES, table, texts
from salesorg_gui.catalogue.roles import OTHER_ROLE
from salesorg_gui.domain.ids import RoleId

type Words = tuple[str, ...]

EXACT, REORDERED, TRIMMED, PARTIAL = 1.0, 0.9, 0.8, 0.6
LONGEST = 300

_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_BREAKS = re.compile(r"\s*[,;:|/]\s*|\s+[-–—@]+\s*|\s*[-–—]\s+")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Match:
    """A role and how sure the match is, 0 to 1; 1 is a known name word for word."""

    role: RoleId
    confidence: float


@dataclass(frozen=True, slots=True)
class Grammar:
    """How titles are read: what is replaced, what is set aside, what forbids a guess."""

    phrases: tuple[tuple[str, str], ...]
    words: dict[str, str]
    small: frozenset[str]
    levels: frozenset[str]
    leading: frozenset[str]
    regions: frozenset[str]
    stoppers: frozenset[str]
    jobs: frozenset[str]

    def read(self, text: str) -> Words:
        """The words of a title in small letters, abbreviations spelled out, words without meaning left out."""
        flat = " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
        spoken = f" {flat} "
        for phrase, word in self.phrases:
            spoken = spoken.replace(f" {phrase} ", f" {word} ")
        return tuple(self.words.get(word, word) for word in spoken.split() if word not in self.small)

    def trimmed(self, words: Words) -> Iterator[Words]:
        """The words without regions, then without ranks too."""
        placeless = tuple(word for word in words if word not in self.regions)
        yield placeless
        rankless = tuple(word for word in placeless if word not in self.levels)
        yield rankless
        if rankless and rankless[0] in self.leading:
            yield rankless[1:]


def without_accents(word: str) -> str:
    """The word as somebody without Nordic keys would type it."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


class TitleMatcher:
    """Looks job titles up among the given names of roles.

    ``ambiguous`` lists names that two roles claim (the first one keeps it); the shipped catalogue has none.
    """

    def __init__(self, names: Iterable[tuple[RoleId, str]]) -> None:
        rules = table("facts", "matching.toml")
        lists = {name: frozenset(words) for name, words in rules["lists"].items()}
        broad = lists.pop("broad")
        self._grammar = Grammar(tuple(rules["phrases"].items()), rules["words"], **lists)
        self._broad = {self._grammar.read(name) for name in broad}
        self._in_order: dict[str, RoleId] = {}
        self._in_any_order: dict[Words, RoleId] = {}
        self.ambiguous: dict[str, set[RoleId]] = {}
        for role, name in names:
            self._learn(role, self._grammar.read(name))
        self._endings = [
            (self._grammar.read(ending.removeprefix("-")), ending.startswith("-"), RoleId(role))
            for role, endings in rules["endings"].items()
            for ending in endings
        ]
        self._endings.sort(key=lambda known: (-len(known[0]), -len("".join(known[0]))))

    def match(self, title: str) -> Match | None:
        """The role a title means and how sure that is, or ``None``."""
        title = title[:LONGEST]
        return self._look_up(self._grammar.read(title)) or self._match_without_brackets(_BRACKETS.sub(" ", title))

    def is_region(self, text: str) -> bool:
        """Whether a text names nothing but parts of the world, such as ``Nordics``."""
        words = self._grammar.read(text)
        return bool(words) and self._grammar.regions.issuperset(words)

    def _match_without_brackets(self, title: str) -> Match | None:
        parts = [words for part in _BREAKS.split(title) if (words := self._grammar.read(part))]
        if not parts:
            return None
        whole = tuple(word for part in parts for word in part)
        return self._look_up(whole) or self._named_first(parts) or self._cut_down(whole) or self._partly_known(parts[0])

    def _learn(self, role: RoleId, words: Words) -> None:
        for spelling in (words, tuple(map(without_accents, words))):
            known = self._in_order.setdefault("".join(spelling), role)
            also_known = self._in_any_order.setdefault(tuple(sorted(spelling)), role)
            if not known == also_known == role:
                self.ambiguous.setdefault(" ".join(spelling), set()).update({known, also_known, role})

    def _look_up(self, words: Words) -> Match | None:
        """A known name in this or another order."""
        for spelling in (words, tuple(map(without_accents, words))):
            if role := self._in_order.get("".join(spelling)):
                return Match(role, EXACT)
            if role := self._in_any_order.get(tuple(sorted(spelling))):
                return Match(role, REORDERED)
        return None

    def _cut_down(self, words: Words) -> Match | None:
        """A known name among the words without regions and ranks."""
        found = (self._look_up(fewer) for fewer in self._grammar.trimmed(words) if fewer)
        role = next((match.role for match in found if match), None)
        return Match(role, TRIMMED) if role else None

    def _named_first(self, parts: list[Words]) -> Match | None:
        """The name before the first comma or dash; behind it when only a department or a region stands before."""
        telling = [part for part in parts if any(self._grammar.trimmed(part)) and not self._is_broad(part)]
        if len(parts) == 1 or not telling:
            return None
        found = self._look_up(telling[0]) or self._cut_down(telling[0])
        return Match(found.role, TRIMMED) if found else None

    def _is_broad(self, words: Words) -> bool:
        return any(fewer in self._broad for fewer in (words, *self._grammar.trimmed(words)))

    def _partly_known(self, words: Words) -> Match | None:
        if self._grammar.stoppers.intersection(words):
            return None
        for known, is_compound, role in self._endings:
            if is_compound and words[-1].endswith(known[0]):
                return Match(role, PARTIAL)
            if not is_compound and self._begins_or_ends(words, known):
                return Match(role, PARTIAL)
        return None

    def _begins_or_ends(self, words: Words, known: Words) -> bool:
        if words[-len(known) :] == known:
            return True
        return words[: len(known)] == known and not self._grammar.jobs.intersection(words[len(known) :])


def known_names(language: str) -> Iterator[tuple[RoleId, str]]:
    """Every title and alias of every role in a language."""
    for id, entry in texts(language, "roles").items():
        if id != OTHER_ROLE:
            yield RoleId(id), entry["title"]
    for id, names in texts(language, "aliases").get("aliases", {}).items():
        for name in names:
            yield RoleId(id), name


@cache
def title_matcher() -> TitleMatcher:
    """The matcher of the shipped catalogue, for titles in any of its languages."""
    return TitleMatcher(name for language in LANGUAGES for name in known_names(language))


def match_title(text: str) -> RoleId | None:
    """The role a job title means, or ``None`` when it means none."""
    found = title_matcher().match(text)
    return found.role if found else None
