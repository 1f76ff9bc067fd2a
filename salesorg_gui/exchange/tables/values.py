"""What single cells mean: numbers and dates as several countries write them, vacancies, empty managers."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.tables.headers import header_key, words

_DATE = re.compile(r"(\d{1,4})([-./ ])(\d{1,2})\2(\d{1,4})(?:[ T]\d{1,2}:\d{2}.*)?\Z")
# Three digits behind a sign are thousands (300,000), unless a zero stands before it (0.375).
_NUMBER = re.compile(
    r"(?P<minus>-?)(?:(?P<grouped>(?!0)\d{1,3}(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*)|(?P<plain>\d+))"
    r"(?:(?!(?P=sign))[.,](?P<fraction>\d+))?",
    re.ASCII,
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = "'\"`´’‘“”() "

type DateReader = Callable[[str], str]


def folded(text: str) -> str:
    """A text as it is compared: without case and surplus spaces."""
    return " ".join(text.casefold().split())


def is_root_marker(text: str) -> bool:
    """Whether a cell of the manager column says that there is nobody above."""
    return folded(text) in words().root


def is_eliminated(*texts: str) -> bool:
    """Whether any of the cells says that the post no longer exists."""
    return any(_bare(text) in words().eliminated for text in texts)


def is_vacant(name: str) -> bool:
    """Whether a name says that nobody sits here."""
    bare = _bare(name)
    first = _WORD.match(bare)
    return bare in words().vacant or (first is not None and first[0] in words().vacant_start)


def is_withheld(name: str) -> bool:
    """Whether a name is not told although somebody sits here."""
    return _bare(name) in words().withheld


def status_of(text: str, header: str) -> Status | None:
    """What a status cell says about the seat, if it says anything about that."""
    bare = _bare(text)
    if bare in words().yes | words().no:
        return _answered(header_key(header), is_yes=bare in words().yes)
    if bare in words().planned:
        return Status.PLANNED
    return Status.OPEN if is_vacant(text) else None


def _answered(question: str, *, is_yes: bool) -> Status | None:
    if question in words().yes_is_vacant:
        return Status.OPEN if is_yes else Status.FILLED
    if question in words().no_is_vacant:
        return Status.FILLED if is_yes else Status.OPEN
    return None


def _bare(text: str) -> str:
    return folded(text).strip(_QUOTES)


def number(text: str) -> float | None:
    """A number as people write it: 300,000.00, 300.000,00, 300 000,00, 80 %; ``None`` for anything else."""
    bare = text.replace("%", "").replace("\u202f", "").replace(" ", "").replace("'", "")
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return None
    whole = found["grouped"] or found["plain"]
    digits = "".join(sign for sign in whole if sign.isdigit())
    return float(f"{found['minus']}{digits}.{found['fraction'] or 0}")


def date_reader(cells: Iterable[str]) -> DateReader:
    """How to read the dates of one column. Day and month with slashes are told apart by the cells that leave no doubt.

    A cell that is no date, or may be two, stays as it is.
    """
    slashed = [(int(at[1]), int(at[3])) for cell in cells if (at := _DATE.match(cell)) and at[2] == "/"]
    month_first = any(second > 12 for _first, second in slashed)
    day_first = any(12 < first <= 31 for first, _second in slashed)

    def read(cell: str) -> str:
        return _iso(cell, month_first=month_first and not day_first, is_sure=month_first != day_first)

    return read


def _iso(cell: str, *, month_first: bool, is_sure: bool) -> str:
    at = _DATE.match(cell)
    if at is None:
        return cell
    first, sign, middle, last = int(at[1]), at[2], int(at[3]), int(at[4])
    if len(at[1]) == 4:
        year, month, day = first, middle, last
    elif len(at[4]) != 4 or (sign == "/" and not is_sure and first != middle):
        return cell
    else:
        year = last
        month, day = (first, middle) if sign == "/" and month_first else (middle, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return cell
