"""The rows of a table as entries of a list: one person or position each."""

from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.tables.headers import Field, words
from salesorg_gui.exchange.tables.mapping import Mapping
from salesorg_gui.exchange.tables.problem import Problem, ProblemKind
from salesorg_gui.exchange.tables.table import LONGEST_NAME, Row, Table, TableRefused
from salesorg_gui.exchange.tables.values import (
    DateReader,
    date_reader,
    folded,
    is_eliminated,
    is_vacant,
    is_withheld,
    number,
    status_of,
)
from salesorg_gui.i18n import _

# A row that fills none of these speaks of nobody: a sum, a remark, nothing at all.
_TELLING = (Field.ID, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE)
_MOST_FTE, _MOST_HEADCOUNT, _MOST_QUOTA = 3.0, 9_999, 1e15


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, understood. ``name`` is empty when nobody is named; ``headcount`` is nothing when not told."""

    row: int
    code: str
    name: str
    title: str
    manager: str
    dotted: str
    department: str
    location: str
    email: str
    fte: float
    headcount: int | None
    status: Status
    quota: float | None
    start: str
    is_eliminated: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """How the cells of whole columns are to be read."""

    table: Table
    mapping: Mapping
    dates: DateReader
    is_percent: bool

    def text(self, row: Row, field: Field) -> str:
        """A cell that goes into the plan; refused when it is too long for that."""
        text = self.mapping.value(self.table, row, field)
        if len(text) > LONGEST_NAME:
            raise TableRefused(
                _("Row {row}, column {column} holds {count} characters; {most} are the limit. Shorten it.").format(
                    row=row.number, column=self.mapping.headers[field], count=len(text), most=LONGEST_NAME
                )
            )
        return text

    def number(self, row: Row, field: Field) -> float | None:
        return number(self.mapping.value(self.table, row, field))


def entries(table: Table, mapping: Mapping) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """All entries, and the rows that are none."""
    columns = _columns(table, mapping)
    found: list[Entry] = []
    problems: list[Problem] = []
    for row in table.rows:
        if any(columns.text(row, field) for field in _TELLING) and not _is_sum(row):
            found.append(_entry(row, columns))
        else:
            problems.append(_blank(row))
    return tuple(found), tuple(problems)


def _is_sum(row: Row) -> bool:
    """Whether a row only sums up the others: a word for it and numbers."""
    first, *others = [cell for cell in row.cells if cell]
    return folded(first.strip(": ")) in words().total and all(number(cell) is not None for cell in others)


def _columns(table: Table, mapping: Mapping) -> _Columns:
    def cells(field: Field) -> Iterator[str]:
        column = mapping.column(table, field)
        return (row.cell(column) for row in table.rows)

    shares = [share for cell in cells(Field.FTE) if (share := number(cell)) is not None]
    is_percent = max(shares, default=0) > _MOST_FTE or any("%" in cell for cell in cells(Field.FTE))
    return _Columns(table, mapping, date_reader(cells(Field.START_DATE)), is_percent)


def _entry(row: Row, columns: _Columns) -> Entry:
    name, status, eliminated = _holder(row, columns)
    quota = columns.number(row, Field.QUOTA)
    return Entry(
        row=row.number,
        code=_plain_id(columns.text(row, Field.ID)),
        name=name,
        title=columns.text(row, Field.TITLE),
        manager=_plain_id(columns.text(row, Field.MANAGER)),
        dotted=columns.text(row, Field.DOTTED_LINE),
        department=columns.text(row, Field.DEPARTMENT),
        location=columns.text(row, Field.LOCATION),
        email=columns.text(row, Field.EMAIL),
        fte=_fte(columns.number(row, Field.FTE), columns.is_percent),
        headcount=_headcount(columns.number(row, Field.HEADCOUNT)),
        status=status,
        quota=quota if quota is not None and 0 <= quota <= _MOST_QUOTA else None,
        start=columns.dates(columns.text(row, Field.START_DATE)),
        is_eliminated=eliminated,
    )


def _holder(row: Row, columns: _Columns) -> tuple[str, Status, bool]:
    """Who sits on the seat, whether anybody does, and whether the post still exists."""
    full = columns.text(row, Field.NAME) or " ".join(
        part for field in (Field.FIRST_NAME, Field.LAST_NAME) if (part := columns.text(row, field))
    )
    said = columns.text(row, Field.STATUS)
    if is_eliminated(full, said):
        return "", Status.OPEN, True
    status = status_of(said, columns.mapping.headers.get(Field.STATUS, ""))
    if is_withheld(full):
        return "", status or Status.FILLED, False
    has_names = bool({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & columns.mapping.headers.keys())
    if is_vacant(full) or (has_names and not full):
        return "", status or Status.OPEN, False
    return full, status or Status.FILLED, False


def _plain_id(text: str) -> str:
    """An id without the fraction that number columns give it: 273.0 is 273."""
    whole, point, fraction = text.partition(".")
    return whole if point and whole.isdigit() and fraction and not fraction.strip("0") else text


def _fte(share: float | None, is_percent: bool) -> float:
    if share is None:
        return 1.0
    share = share / 100 if is_percent else share
    return round(share, 4) if 0 < share <= _MOST_FTE else 1.0


def _headcount(count: float | None) -> int | None:
    if count is None or not 0 < count <= _MOST_HEADCOUNT:
        return None
    return max(1, round(count))


def _blank(row: Row) -> Problem:
    if row.is_blank:
        message = _("Row {row} is empty. Delete it if it is not needed.")
    else:
        message = _("Row {row} names nobody and no position, so it makes no seat.")
    value = next((cell for cell in row.cells if cell), "")
    return Problem(row.number, "", ProblemKind.BLANK_ROW, value, message.format(row=row.number))
