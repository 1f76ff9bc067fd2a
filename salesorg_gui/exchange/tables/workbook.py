"""Excel workbooks (.xlsx, .xlsm): sheets and their rows, read only after the archive has been measured.

A small archive can unpack to gigabytes, and a single cell at the far corner of a sheet makes a reader lay out all
cells before it. Both are looked at first, without unpacking more than the limit.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

from salesorg_gui.exchange.tables.header_row import find_header_row, recognised
from salesorg_gui.exchange.tables.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
    Row,
    TableRefused,
    cleaned,
    too_many_rows,
)
from salesorg_gui.i18n import _

MAGIC = b"PK\x03\x04"
_RATIO, _RATIO_FROM = 100, 10 * 1024 * 1024
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
# A row, or a cell that holds something (an empty one closes itself); both may say where they stand.
_PLACED = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*?)(/?)>")
_AT = re.compile(rb"\br=[\"']([A-Z]{0,4})(\d{1,9})[\"']")
_CHUNK = 1024 * 1024
_LONGEST_TAG = 1024

type Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def workbook_rows(content: bytes, sheet: str | None) -> tuple[tuple[Row, ...], str, tuple[str, ...]]:
    """The rows of a sheet, its name and the names of all sheets. Without a name, the sheet that is most like a list."""
    _measure(content)
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - loaded only for workbooks

    try:
        book = load_workbook(io.BytesIO(content))
        names = tuple(book.sheet_names)
        wanted = [_named(sheet, names)] if sheet else [*names]
        found = {name: _rows_of(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in wanted}
    except CalamineError:
        raise TableRefused(_("This workbook cannot be opened. Save it again as .xlsx without a password.")) from None
    if not found:
        raise TableRefused(_("This workbook has no sheet."))
    best = max(found, key=lambda name: _likeness(found[name]))
    return found[best], best, names


def _named(sheet: str, names: Sequence[str]) -> str:
    """The name of a sheet as the workbook writes it."""
    for name in names:
        if name.casefold() == sheet.casefold():
            return name
    raise TableRefused(
        _("There is no sheet {sheet}. The sheets are: {sheets}.").format(sheet=sheet, sheets=", ".join(names))
    )


def _likeness(rows: Sequence[Row]) -> tuple[int, int]:
    place = find_header_row(rows)
    return (recognised(rows[place].cells) if place is not None else 0, min(len(rows), 2))


def _rows_of(grid: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    if len(grid) > MOST_ROWS + 1:
        raise too_many_rows()
    return tuple(cleaned(number, [_text(cell) for cell in cells]) for number, cells in enumerate(grid, 1))


def _text(cell: Cell) -> str:
    """What a cell says: whole numbers without a point, dates as ISO dates."""
    match cell:
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case dt.datetime():
            return cell.date().isoformat()
        case dt.date():
            return cell.isoformat()
    return str(cell)


def _measure(content: bytes) -> None:
    """Refuse archives that unpack to too much, or whose sheets reach too far."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            is_bomb = unpacked > _RATIO_FROM and unpacked > _RATIO * len(content)
            if unpacked > MOST_UNPACKED_BYTES or is_bomb:
                raise TableRefused(_("This workbook unpacks to too much. Save the sheet as CSV."))
            for member in filter(_is_sheet, archive.infolist()):
                _measure_sheet(archive, member)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError):
        raise TableRefused(_("This workbook is damaged. Open it in a spreadsheet and save it again.")) from None


def _is_sheet(member: zipfile.ZipInfo) -> bool:
    return _SHEET.match(member.filename) is not None


def _measure_sheet(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    rest, row = b"", 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            piece = rest + chunk
            end = piece.rfind(b">") + 1
            for tag in _PLACED.finditer(piece, 0, end):
                row = _checked_row(tag, row)
            rest = piece[max(end, len(piece) - _LONGEST_TAG) :]


def _checked_row(tag: re.Match[bytes], row: int) -> int:
    """The row a tag stands in; refused when a cell that holds something stands too far down or to the right."""
    at = _AT.search(tag[2])
    number = int(at[2]) if at else row
    is_filled_cell = tag[1] == b"c" and not tag[3]
    if is_filled_cell and number > MOST_ROWS + 1:
        raise too_many_rows()
    if is_filled_cell and at and _column_number(at[1]) > MOST_COLUMNS:
        sentence = _("A sheet of this workbook has more than {most} columns. Delete those that are not needed.")
        raise TableRefused(sentence.format(most=MOST_COLUMNS))
    return number


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
