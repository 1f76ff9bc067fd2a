"""Where a table begins: title rows, dates and empty rows may stand above its headers."""

from collections.abc import Collection, Sequence

from salesorg_gui.exchange.tables.headers import field_of
from salesorg_gui.exchange.tables.table import Row

_ROWS_TO_LOOK_AT = 50
_NUMBERED = "Column {number}"


def recognised(cells: Sequence[str]) -> int:
    """How many different kinds of column the cells of a row name."""
    return len({found[0] for cell in cells if cell and (found := field_of(cell))})


def find_header_row(rows: Sequence[Row], wanted: Collection[str] = ()) -> int | None:
    """The place of the header row among the rows: the one that names most; ``None`` when all are blank.

    ``wanted`` are headers somebody asked for. Where no row names anything, the first row with the usual width does.
    """
    start = _comments_above(rows)
    looked_at = rows[start : start + _ROWS_TO_LOOK_AT]
    scores = [(sum(cell in wanted for cell in row.cells), recognised(row.cells)) for row in looked_at]
    best = max(scores, default=(0, 0))
    if best > (0, 0):
        return start + scores.index(best)
    width = max((len(row.cells) for row in looked_at), default=0)
    return next((start + place for place, row in enumerate(looked_at) if width and len(row.cells) == width), None)


def _comments_above(rows: Sequence[Row]) -> int:
    """How many lines of remarks (``# like this``, as drawing programs write them) stand above the table."""
    return next((place for place, row in enumerate(rows) if not _is_comment(row)), 0)


def _is_comment(row: Row) -> bool:
    first = row.cell(0)
    return first.startswith(("# ", "##")) or (first == "#" and len(row.cells) == 1)


def distinct_headers(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """One name for each column: empty ones are numbered, repeated ones get a number behind."""
    headers: list[str] = []
    taken = set(cells)
    for place in range(max(width, len(cells))):
        header = cells[place] if place < len(cells) else ""
        if not header:
            header = _NUMBERED.format(number=place + 1)
        if header in headers:
            header = _next_free(header, taken)
        taken.add(header)
        headers.append(header)
    return tuple(headers)


def _next_free(header: str, taken: Collection[str]) -> str:
    count = 2
    while f"{header} ({count})" in taken:
        count += 1
    return f"{header} ({count})"
