"""A table as it was read: headers, rows with the numbers a spreadsheet shows, and how it was stored."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.i18n import _

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_NAME = 500
LONGEST_CELL = 20_000

# Marks that turn the reading direction of what follows; they could make a name show as another one.
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class TableRefused(Exception):
    """A table that cannot be read, with a sentence that says where and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``number`` counts from 1 as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.cells)

    def cell(self, column: int | None) -> str:
        """What stands in a column, nothing when the row is too short or the column is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows below them. ``encoding`` and ``separator`` are ``None`` for workbooks, ``sheet`` for text."""

    name: str
    headers: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()

    def column(self, header: str | None) -> int | None:
        """The number of the column under a header, counted from 0."""
        return self.headers.index(header) if header in self.headers else None

    @property
    def filled_rows(self) -> Iterator[Row]:
        """The rows that hold something."""
        return (row for row in self.rows if not row.is_blank)


def clean(text: str) -> str:
    """Text fit to be shown: composed letters, one line, no control signs, no marks that turn the direction."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _SURROGATE.sub("\ufffd", text)
    text = _CONTROL.sub(" ", _TURNING.sub("", text)).replace("\u00a0", " ")
    return unicodedata.normalize("NFC", text).strip()


def cleaned(number: int, cells: Sequence[str]) -> Row:
    """A row of clean cells, refused when it is too wide or a cell too long; empty cells at its end are dropped."""
    texts = [clean(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > MOST_COLUMNS:
        raise TableRefused(
            _("Row {row} has {count} columns; {most} are the limit. Delete columns that are not needed.").format(
                row=number, count=len(texts), most=MOST_COLUMNS
            )
        )
    longest = max(texts, key=len, default="")
    if len(longest) > LONGEST_CELL:
        raise TableRefused(
            _("Row {row}, column {column} holds {count} characters; {most} are the limit. Shorten it.").format(
                row=number, column=column_letters(texts.index(longest)), count=len(longest), most=LONGEST_CELL
            )
        )
    return Row(number, tuple(texts))


def column_letters(index: int) -> str:
    """What a spreadsheet calls a column: A for 0, AA for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def too_many_rows() -> TableRefused:
    """The refusal of a table that is too long."""
    return TableRefused(_("The table has more than {most} rows. Split it into parts.").format(most=MOST_ROWS))
