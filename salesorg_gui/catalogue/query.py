"""The little language of Find: words, ``field:value``, comparisons, quotes and a minus for what is not wanted.

``role:ae pod:nordics open -note:temporary reports:>5 "key account"``: all of it must be true. Any text can be read;
what makes no sense is said in one sentence.
"""

import re
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt

from salesorg_gui.catalogue.ranking import spaced
from salesorg_gui.i18n import _

WORDS = (
    *("title", "role", "person", "pod", "segment", "status", "stage", "purpose", "manager", "hands", "gets"),
    *("note", "goal", "location", "department", "code", "start", "seniority", "industry", "measure", "text", "finding"),
    *("source", "condition", "work"),
)
"""Fields that hold text."""
NUMBERS = ("reports", "below", "fte", "headcount", "quota", "accounts", "leads", "limit", "seats")
"""Fields that hold a number."""
OTHER_NAMES = {
    "name": "title",
    "holder": "person",
    "who": "person",
    "people": "person",
    "team": "pod",
    "market": "segment",
    "phase": "purpose",
    "boss": "manager",
    "receives": "gets",
    "place": "location",
    "city": "location",
    "kpi": "measure",
    "activity": "work",
    "customers": "accounts",
    "problem": "finding",
    "span": "reports",
    "size": "seats",
}
STATUSES = ("open", "planned", "filled")
COMPARISONS = {"<": lt, ">": gt, "<=": le, ">=": ge, "=": eq, "": eq}
LONGEST = 500
SHORT = 3
"""A word of up to so many letters must begin a word; a longer one may stand anywhere in it."""

_TERM = re.compile(r'(?P<no>-?)(?:(?P<field>[^\W\d_][\w]*):)?(?P<value>"[^"]*"?|[^\s"]+|(?=\s|$))', re.UNICODE)
_NUMBER = re.compile(r"(?P<sign><=|>=|<|>|=|)\s*(?P<number>-?\d+(?:[.,]\d+)?)$")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be true, or must not. Without ``field`` any field may say it; no ``value`` asks for anything.

    ``value`` has a space before it and before each of its words. ``number`` is what a number is compared with.
    """

    field: str = ""
    value: str = ""
    sign: str = ""
    number: float | None = None
    is_not: bool = False

    @property
    def needle(self) -> str:
        """What must be in a text whose words are spaced like the value."""
        return self.value if len(self.value) <= SHORT + 1 else self.value[1:]

    def is_in(self, text: str) -> bool:
        """Whether a text says it."""
        return self.needle in text if self.value else bool(text)

    def compares(self, number: float) -> bool:
        """Whether a number is as it should be."""
        return self.number is not None and bool(COMPARISONS[self.sign](number, self.number))


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for; with a ``problem`` nothing is found, and the sentence says why."""

    terms: tuple[Term, ...] = ()
    problem: str = ""

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(typed: str) -> Query:
    """Read what somebody typed, whatever it is."""
    terms: list[Term] = []
    for match in _TERM.finditer(typed[:LONGEST]):
        term = _term(match["no"], match["field"], match["value"].strip('"'))
        if isinstance(term, str):
            return Query(problem=term)
        if term is not None:
            terms.append(term)
    return Query(tuple(terms))


def _term(no: str, field: str | None, value: str) -> Term | str | None:
    """The term, nothing for a lone sign, or the sentence that says what is wrong."""
    is_not, words = bool(no), spaced(value)
    if field is None:
        if not words:
            return None
        status = words.strip() in STATUSES
        return Term("status" if status else "", words, is_not=is_not)
    known = _field(field)
    if known in NUMBERS:
        return _comparison(known, value, is_not=is_not)
    if known in WORDS:
        return Term(known, words, is_not=is_not)
    return _("There is no field “{field}”. Fields are {fields}.").format(field=field, fields=", ".join(WORDS + NUMBERS))


def _field(name: str) -> str:
    small = name.casefold()
    return OTHER_NAMES.get(small, small)


def _comparison(field: str, value: str, *, is_not: bool) -> Term | str:
    if not value.strip("<>="):
        return Term(field, is_not=is_not)
    match = _NUMBER.match(value)
    if match is None:
        return _("{field} is a number: {field}:>5, {field}:<1 or {field}:3.").format(field=field)
    return Term(field, sign=match["sign"], number=float(match["number"].replace(",", ".")), is_not=is_not)
