"""Roles found by a few letters of any of their names, in any of the five languages.

Titles, short titles, codes and aliases count; case, accents and punctuation do not. The best match comes first, every
role once, with the name that was matched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.matching import known_names, match_title, title_matcher
from salesorg_gui.catalogue.ranking import spaced
from salesorg_gui.catalogue.reading import LANGUAGES, SOURCE_LANGUAGE, joined, table
from salesorg_gui.catalogue.roles import OTHER_ROLE, Role
from salesorg_gui.domain.ids import RoleId

LEAST_INSIDE = 3
"""So many letters are sought in the middle of words too; fewer only at their beginning."""
LEAST_SLIP = 5
"""A word with at least so many letters may have one wrong."""


FOREIGN_ALIAS = 5
"""The rank of names that are no titles, in a language that is neither the window's nor English."""


class Nearness(IntEnum):
    """How well what was typed fits a name; the least is the best."""

    WHOLE = 0
    BEGINNING = 1
    WORDS = 2
    INSIDE = 3
    SLIP = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a role, and its letters for looking up. ``rank`` is less for titles and the window's own language."""

    role: RoleId
    text: str
    flat: str
    words: tuple[str, ...]
    tight: str
    initials: str
    rank: int


@dataclass(frozen=True, slots=True)
class Found:
    """A role, the name it was found by, and how well that fits."""

    role: RoleId
    name: str
    nearness: Nearness

    @property
    def is_sure(self) -> bool:
        """Whether what was typed begins the name, or its words do: good enough to be taken unseen."""
        return self.nearness <= Nearness.WORDS


class RoleNames:
    """Every name of every role, those of the plan's own roles too, as one language's window sees them."""

    def __init__(self, catalogue: Catalogue) -> None:
        shipped = _shipped(catalogue.language)
        known = {(name.role, name.flat) for name in shipped}
        own = [
            _name(role.id, role.title, 0)
            for role in catalogue.roles.values()
            if role.id != OTHER_ROLE and (flat := folded(role.title)) and (role.id, flat) not in known
        ]
        self._names = (*own, *(name for name in shipped if name.role in catalogue.roles))

    def find(self, typed: str, favoured: Sequence[RoleId] = (), limit: int = 7) -> tuple[Found, ...]:
        """The roles a text may mean; among equals the favoured ones first, then names of the window's language."""
        sought = folded(typed)
        if not sought:
            return ()
        liking = {role: place for place, role in enumerate(favoured)}
        best: dict[RoleId, tuple[tuple[int, bool, int, int, int], Name, Nearness]] = {}
        for name, nearness in self._near(sought):
            is_far = name.rank >= FOREIGN_ALIAS
            rank = (nearness, is_far, liking.get(name.role, len(liking)), name.rank, len(name.flat))
            if name.role not in best or rank < best[name.role][0]:
                best[name.role] = (rank, name, nearness)
        ordered = sorted(best.values(), key=lambda found: found[0])
        return tuple(Found(name.role, name.text, nearness) for _rank, name, nearness in ordered[:limit])

    def _near(self, sought: str) -> list[tuple[Name, Nearness]]:
        parts, tight = sought.split(), sought.replace(" ", "")
        near = [(name, found) for name in self._names if (found := _nearness(name, sought, parts, tight)) is not None]
        return near or [(name, Nearness.SLIP) for name in self._names if _is_slip(name.words, parts)]

    def whole(self, typed: str) -> RoleId | None:
        """The role with exactly this name."""
        found = self.find(typed, limit=1)
        return found[0].role if found and found[0].nearness is Nearness.WHOLE else None


def guessed(typed: str) -> RoleId:
    """The role a free text comes nearest to, else the neutral one."""
    return match_title(typed) or OTHER_ROLE


def is_one_title(text: str) -> bool:
    """Whether a text with a comma in it is one known title, such as ``VP, Sales``, or ends in a region."""
    match = title_matcher().match(text)
    ending = text.rpartition(",")[2]
    return (match is not None and match.confidence > 0.85) or title_matcher().is_region(ending)


def folded(text: str) -> str:
    """Small letters without accents, words apart by one space."""
    return spaced(text).removeprefix(" ")


def names_of(role: Role) -> str:
    """All words a role is found by, besides its title: other names and languages, its short title and its code."""
    shipped = _texts()
    known = shipped.get(role.id, ()) or shipped.get(role.variant_of or role.id, ())
    return " | ".join(dict.fromkeys((role.short_title, role.code, *role.aliases, *known)))


@cache
def _texts() -> Mapping[RoleId, tuple[str, ...]]:
    texts: dict[RoleId, list[str]] = {}
    for name in _shipped(SOURCE_LANGUAGE):
        texts.setdefault(name.role, []).append(name.text)
    return {role: tuple(found) for role, found in texts.items()}


@cache
def _shipped(language: str) -> tuple[Name, ...]:
    """All names the shipped texts know, each spelling of a role once."""
    names: dict[tuple[RoleId, str], Name] = {}
    spoken = dict.fromkeys((language, SOURCE_LANGUAGE, *LANGUAGES))
    for one in spoken:
        foreign = 0 if one == language else 2 if one == SOURCE_LANGUAGE else 4
        for rank, group in ((foreign, _titles(one)), (foreign + 1, known_names(one)), (foreign + 1, _codes())):
            for role, text in group:
                names.setdefault((role, folded(text)), _name(role, text, rank))
    return tuple(names.values())


def _name(role: RoleId, text: str, rank: int) -> Name:
    flat = folded(text)
    words = tuple(flat.split())
    return Name(role, text, flat, words, "".join(words), "".join(word[0] for word in words), rank)


def _titles(language: str) -> Iterator[tuple[RoleId, str]]:
    for id, entry in joined(language, "roles").items():
        if id != OTHER_ROLE:
            yield RoleId(id), entry["title"]
            yield RoleId(id), entry["short_title"].rstrip(".")


def _codes() -> Iterator[tuple[RoleId, str]]:
    for id, entry in table("facts", "roles.toml").items():
        if id != OTHER_ROLE:
            yield RoleId(id), entry["code"]


def _nearness(name: Name, sought: str, parts: Sequence[str], tight: str) -> Nearness | None:
    """How well a name fits; a slip of the fingers is only looked for when no name fits at all."""
    if name.flat == sought:
        return Nearness.WHOLE
    if name.flat.startswith(sought):
        return Nearness.BEGINNING
    if name.tight.startswith(tight) or _begin(name.words, parts) or _initials(name, tight):
        return Nearness.WORDS
    return Nearness.INSIDE if len(sought) >= LEAST_INSIDE and sought in name.flat else None


def _begin(words: Iterable[str], parts: Sequence[str]) -> bool:
    """Whether every word that was typed begins a word of the name, each another one."""
    if len(parts) == 1:
        return any(word.startswith(parts[0]) for word in words)
    left = list(words)
    for part in parts:
        found = next((word for word in left if word.startswith(part)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _initials(name: Name, tight: str) -> bool:
    return len(name.words) > 1 and len(tight) > 1 and name.initials.startswith(tight)


def _is_slip(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the words are those of the name but for one letter that is wrong, missing, too many or swapped."""
    if len("".join(parts)) < LEAST_SLIP:
        return False
    wrong = [part for part in parts if not any(word.startswith(part) for word in words)]
    if len(wrong) != 1 or len(wrong[0]) < LEAST_SLIP:
        return False
    return any(_nearly_begins(word, wrong[0]) for word in words)


def _nearly_begins(word: str, part: str) -> bool:
    """Whether ``part`` begins ``word`` but for one slip of the fingers; the first letter is right."""
    if word[0] != part[0]:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, part, strict=False)) if a != b), min(len(word), len(part)))
    rest, typed = word[at:], part[at:]
    swapped = typed[1:2] + typed[:1] + typed[2:]
    return any(one.startswith(other) for one, other in (
        (rest[1:], typed[1:]), (rest, typed[1:]), (rest[1:], typed), (rest, swapped)
    ))  # fmt: skip
