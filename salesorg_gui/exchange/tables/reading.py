"""Reads a list of people or positions from a file, whatever program wrote it."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from salesorg_gui.exchange.tables.encodings import decode
from salesorg_gui.exchange.tables.header_row import distinct_headers, find_header_row
from salesorg_gui.exchange.tables.separated import separated_rows
from salesorg_gui.exchange.tables.table import MOST_BYTES, Row, Table, TableRefused
from salesorg_gui.exchange.tables.workbook import MAGIC, workbook_rows
from salesorg_gui.i18n import _

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
_OTHER_ENDINGS = frozenset({
    *(".yml", ".yaml", ".json", ".xml", ".html", ".htm", ".drawio", ".salesorg"),
    *(".vsdx", ".pptx", ".docx", ".pdf", ".ods", ".xls", ".xlsb", ".numbers"),
})  # fmt: skip


def read_table(path: Path, sheet: str | None = None, wanted: Collection[str] = ()) -> Table:
    """The table in a file. ``sheet`` names one of a workbook, ``wanted`` are headers that must be in the header row."""
    if path.suffix.lower() in _OTHER_ENDINGS:
        raise TableRefused(
            _("{ending} files cannot be imported. Save the table as .csv or .xlsx.").format(ending=path.suffix)
        )
    return table_from(_content(path), path.stem, sheet, wanted)


def table_from(content: bytes, name: str, sheet: str | None = None, wanted: Collection[str] = ()) -> Table:
    """The table in the bytes of a file; its kind is told by the bytes, not by the name."""
    if len(content) > MOST_BYTES:
        raise TableRefused(
            _("The file is larger than {most} MB. Delete columns that are not needed, or split it.").format(
                most=MOST_BYTES // (1024 * 1024)
            )
        )
    if content.startswith(MAGIC):
        rows, chosen, sheets = workbook_rows(content, sheet)
        return replace(_table(name, rows, wanted), sheet=chosen, sheets=sheets)
    _refuse_what_is_no_text(content, sheet)
    text, encoding = decode(content)
    rows, separator = separated_rows(text)
    return replace(_table(name, rows, wanted), encoding=encoding, separator=separator)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise TableRefused(_("There is no such file. Look whether it was moved or renamed.")) from None
    except IsADirectoryError:
        raise TableRefused(_("This is a folder. Name the file in it.")) from None
    except (OSError, ValueError):
        raise TableRefused(_("The file cannot be read. Close it elsewhere, or ask its owner for permission.")) from None


def _refuse_what_is_no_text(content: bytes, sheet: str | None) -> None:
    if content.startswith(_OLD_WORKBOOK):
        raise TableRefused(_("This is an old or protected Excel file. Save it as .xlsx without a password."))
    if content.startswith(_PDF) or content.lstrip()[:1] in {b"<", b"{"}:
        raise TableRefused(_("This is no table of columns and rows. Save the table as .csv or .xlsx."))
    if sheet is not None:
        raise TableRefused(_("A CSV file has no sheets. Leave the sheet out."))


def _table(name: str, rows: tuple[Row, ...], wanted: Collection[str]) -> Table:
    place = find_header_row(rows, wanted)
    if place is None:
        raise TableRefused(_("The table is empty. It needs a row of headers and a row for each person or position."))
    below = _without_blank_end(rows[place + 1 :])
    width = max((len(row.cells) for row in below), default=0)
    headers = distinct_headers(rows[place].cells, width)
    return Table(name, headers, rows[place].number, below)


def _without_blank_end(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    end = len(rows)
    while end and rows[end - 1].is_blank:
        end -= 1
    return rows[:end]
