"""What a reader who is no author learns of a rule: when it speaks, what its limits are called, where it comes from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from salesorg_gui.i18n import _, ngettext

PERCENT, TIMES = "percent", "times"
DIVISIBLE = frozenset({"fte", "hours", "weekly", "points", PERCENT, TIMES})
"""Units of which there may be a part: half an hour, but no half a person."""
TAG = re.compile(r"\[(\+:\s*)?([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a limit is counted in; ``one`` and ``other`` have a place for the number."""

    id: str
    one: str
    other: str

    @property
    def is_share(self) -> bool:
        """Whether 0.2 is read as 20."""
        return self.id == PERCENT

    @property
    def is_divisible(self) -> bool:
        """Whether it makes sense to say a half."""
        return self.id in DIVISIBLE

    def phrase(self, shown: str) -> str:
        """A number, as it is shown, with its unit: ``8 people``."""
        return (self.one if shown == "1" else self.other).format(number=shown)

    def word(self, shown: str) -> str:
        """The unit alone, as it stands beside a field that holds this number."""
        return (self.one if shown == "1" else self.other).format(number="").strip()


@dataclass(frozen=True, slots=True)
class LimitWords:
    """What one limit is called."""

    title: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class RuleWords:
    """``when`` has a place for each limit it speaks of; ``origin`` tells where the rule and its figures come from."""

    id: str
    when: str
    limits: Mapping[str, LimitWords]
    origin: str

    def spoken(self, limits: Mapping[str, str]) -> str:
        """When the rule speaks, with its limits as they are shown."""
        return self.when.format_map({name: self.limits[name].unit.phrase(shown) for name, shown in limits.items()})


def origin_of(source: str, guides: Mapping[str, str], notes: Mapping[str, str]) -> str:
    """The tags of a source as sentences: the guides it stands on, then what was added and why."""
    tags = [(bool(match[1]), match[2].strip()) for match in TAG.finditer(source)]
    named = [guides[name] for is_note, name in tags if not is_note]
    added = [notes[name] for is_note, name in tags if is_note]
    first = ngettext("From a guide to {topics}.", "From guides to {topics}.", len(named)).format(topics=_and(named))
    return " ".join((*((first,) if named else ()), *(f"{note[:1].upper()}{note[1:]}." for note in added)))


def _and(names: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return _("{others} and {last}").format(others=", ".join(names[:-1]), last=names[-1])
