"""What columns are called, and what certain cells mean, in six languages."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from salesorg_gui.resources import resource

_SIGNS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-zåäöæøü])(?=[A-ZÅÄÖÆØÜ])")
_NUMBERING = frozenset({"id", "nr", "no", "number", "nummer"})


class Field(StrEnum):
    """What a column can hold."""

    ID = "id"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TITLE = "title"
    MANAGER = "manager"
    DOTTED_LINE = "dotted_line"
    DEPARTMENT = "department"
    LOCATION = "location"
    EMAIL = "email"
    FTE = "fte"
    HEADCOUNT = "headcount"
    STATUS = "status"
    QUOTA = "quota"
    START_DATE = "start_date"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the shipped list, ready to be compared. ``rank`` of a header is its place within its field."""

    field_of: Mapping[str, tuple[Field, int]]
    pay: tuple[str, ...]
    root: frozenset[str]
    vacant: frozenset[str]
    vacant_start: frozenset[str]
    planned: frozenset[str]
    eliminated: frozenset[str]
    withheld: frozenset[str]
    total: frozenset[str]
    yes_is_vacant: frozenset[str]
    no_is_vacant: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]


def header_key(header: str) -> str:
    """A header without case, spaces and signs."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", header).casefold())


@cache
def words() -> Words:
    """The shipped list."""
    facts = tomllib.loads(resource("catalogue", "facts", "headers.toml").read_text("utf-8"))
    values = {name: frozenset(text.casefold() for text in texts) for name, texts in facts["values"].items()}
    keyed = {name: frozenset(map(header_key, values.pop(name))) for name in ("yes_is_vacant", "no_is_vacant")}
    return Words(field_of=_fields(facts["fields"]), pay=tuple(facts["pay"]["words"]), **keyed, **values)


def _fields(facts: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, tuple[Field, int]]:
    found: dict[str, tuple[Field, int]] = {}
    for name, languages in facts.items():
        for headers in languages.values():
            for rank, header in enumerate(headers):
                found.setdefault(header_key(header), (Field(name), rank))
    return found


def field_of(header: str) -> tuple[Field, int] | None:
    """What a header says the column holds, and how well it says so (0 is best)."""
    return words().field_of.get(header_key(header))


def is_pay(header: str) -> bool:
    """Whether a column holds what people earn; a payroll *number* is none."""
    if field_of(header) is not None:
        return False
    parts = _SIGNS.split(_CAMEL.sub(" ", header).casefold())
    speaks_of_pay = any(part.startswith(words().pay) for part in parts if part)
    return speaks_of_pay and not _NUMBERING & set(parts)
