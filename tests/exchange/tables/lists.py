"""Small lists of people as spreadsheets would save them, and what becomes of them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import LineKind, Seat
from salesorg_gui.exchange.tables.importing import Imported, ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import changed_mapping, suggest_mapping
from salesorg_gui.exchange.tables.posts import DuplicateIds
from salesorg_gui.exchange.tables.problem import Problem
from salesorg_gui.exchange.tables.reading import table_from
from salesorg_gui.exchange.tables.table import Table, column_letters

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"

type Value = str | int | float


def table(*lines: str) -> Table:
    """A table of comma-separated lines."""
    return table_from("\n".join(lines).encode(), "team")


def imported(*lines: str, duplicates: str = "shared", **wishes: str) -> Imported:
    """What becomes of comma-separated lines; ``wishes`` map fields to headers."""
    read = table(*lines)
    mapping = changed_mapping(suggest_mapping(read), read, wishes.items())
    return import_table(read, mapping, ImportOptions(DuplicateIds(duplicates)), load())


def problems(result: Imported, kind: str) -> list[Problem]:
    """The problems of one kind, from top to bottom."""
    return [problem for problem in result.report.problems if problem.kind == kind]


def kinds(result: Imported) -> set[str]:
    """The sorts of problems there are, unknown roles aside."""
    return {problem.kind.value for problem in result.report.problems} - {"unknown-role"}


def seat(result: Imported, code: str) -> Seat:
    """The seat with a number of the list."""
    return next(seat for seat in result.plan.first_chart.seats.values() if seat.code == code)


def reports(chart: Chart, kind: LineKind = LineKind.SOLID) -> set[tuple[str, str]]:
    """Pairs of report and manager, by the numbers of the list."""
    codes = {seat.id: seat.code for seat in chart.seats.values()}
    return {(codes[line.report], codes[line.manager]) for line in chart.lines.values() if line.kind is kind}


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> bytes:
    """A workbook as Excel packs it, with the texts inside the cells."""
    names = list(sheets)
    entries = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _name in enumerate(names, 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><sheets>{entries}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": sheet_xml(sheets[name]) for n, name in enumerate(names, 1)},
    }
    return packed(parts)


def packed(parts: Mapping[str, str]) -> bytes:
    """Texts as the members of a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def sheet_xml(rows: Sequence[Sequence[Value]]) -> str:
    """The rows of a sheet; empty texts make cells that hold nothing."""
    lines = [
        f'<row r="{y}">{"".join(_cell(f"{column_letters(x)}{y}", value) for x, value in enumerate(row))}</row>'
        for y, row in enumerate(rows, 1)
    ]
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, value: Value) -> str:
    if value == "":
        return f'<c r="{place}"/>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
