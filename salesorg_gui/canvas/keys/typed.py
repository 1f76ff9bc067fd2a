"""What somebody types on a card means: a role, a title of its own, the people who hold the seat."""

import re
from dataclasses import dataclass

from salesorg_gui.catalogue.role_names import RoleNames, is_one_title

_BETWEEN_PEOPLE = re.compile(r"\s*[,;&]\s*|\s+(?:och|og|en|and)\s+")
_TITLE_AND_PERSON = re.compile(r"^\s*([^:]*?)\s*:\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Typed:
    """The part that names a role or title, and the people; ``None`` when nobody spoke of people."""

    title: str
    people: tuple[str, ...] | None = None


def typed_on_seat(text: str, names: RoleNames) -> Typed:
    """``AE: Sara Lind``, ``AE, Sara Lind``, or only a title. A comma within a title, or before a region, is its own."""
    found = _TITLE_AND_PERSON.match(text)
    if found is not None:
        return Typed(found[1], _people(found[2]))
    before, comma, after = text.partition(",")
    if comma and after.strip() and before.strip() and not is_one_title(text) and _is_role(before, names):
        return Typed(before.strip(), _people(after))
    return Typed(" ".join(text.split()).rstrip(" ,"))


def _is_role(text: str, names: RoleNames) -> bool:
    found = names.find(text, limit=1)
    return bool(found) and found[0].is_sure


def _people(text: str) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN_PEOPLE.split(text) if (name := " ".join(part.split())))
