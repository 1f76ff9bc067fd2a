"""Text with separators: which separator it is, and its rows.

Every candidate reads the first rows; the one whose columns are recognised best wins, then the one whose rows are
most of one width. A line ``sep=;``, which Excel writes and hides, decides at once and is not counted as a row.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from salesorg_gui.exchange.tables.header_row import recognised
from salesorg_gui.exchange.tables.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    TableRefused,
    cleaned,
    too_many_rows,
)
from salesorg_gui.i18n import _

SEPARATORS = (",", ";", "\t", "|")
_ROWS_TO_JUDGE = 120
_SAID = re.compile(r"\A\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)


def separated_rows(text: str) -> tuple[tuple[Row, ...], str]:
    """The rows of a text and the separator between its columns."""
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    separator = said.group(1) if said else _separator_of(text)
    rows = tuple(islice(_rows(text, separator), MOST_ROWS + 2))
    if len(rows) > MOST_ROWS + 1:
        raise too_many_rows()
    return rows, separator


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Rows as a spreadsheet counts them: a line break within quotes begins no row."""
    csv.field_size_limit(LONGEST_CELL * 2)
    reader = csv.reader(_lines(text), delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise TableRefused(
                _("Row {row} cannot be read: a cell is too long, or a quotation mark is not closed.").format(row=number)
            ) from None
        yield cleaned(number, cells)


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends, whichever these are; one that no row of cells could fill is refused."""
    for line in io.StringIO(text, newline=""):
        if len(line) > MOST_COLUMNS * LONGEST_CELL:
            raise TableRefused(_("A line of this file is too long for a row of a table. Save the table as .csv."))
        yield line


def _separator_of(text: str) -> str:
    return max(SEPARATORS, key=lambda separator: _fitness(text, separator))


def _fitness(text: str, separator: str) -> tuple[int, int, int]:
    try:
        rows = list(islice(_rows(text, separator), _ROWS_TO_JUDGE))
    except TableRefused:
        return (0, 0, 0)
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    most_common = widths.most_common(1)[0] if widths else (0, 0)
    return (max((recognised(row.cells) for row in rows), default=0), most_common[1], most_common[0])
