"""``import``: a plan from a list of people."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import DONE, STANDARD, Refused
from salesorg_gui.commands.reading import called, keep_apart
from salesorg_gui.commands.writing import as_text, save_plan, say
from salesorg_gui.i18n import _

if TYPE_CHECKING:
    from salesorg_gui.exchange.tables.table import Table


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("table", metavar="TABLE", help=_("a .csv or .xlsx file; - is standard input"))
    parser.add_argument("-o", dest="out", metavar="FILE", required=True, help=_("the plan to write"))
    parser.add_argument(
        "--map", action="append", default=[], metavar="FIELD=HEADER", help=_("which column holds what, if not found")
    )
    parser.add_argument("--sheet", metavar="NAME", help=_("the sheet of a workbook"))
    parser.add_argument(
        "--id-duplicates",
        choices=("shared", "first", "last"),
        default="shared",
        help=_("rows with one id: one shared seat (usual), or only the first or last row counts"),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the report"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
    from salesorg_gui.exchange.tables.mapping import changed_mapping, suggest_mapping
    from salesorg_gui.exchange.tables.posts import DuplicateIds
    from salesorg_gui.exchange.tables.report import as_lines
    from salesorg_gui.exchange.tables.table import TableRefused

    wishes = [_wish(text) for text in arguments.map]
    keep_apart(arguments.table, arguments.out)
    try:
        table = _table(arguments.table, arguments.sheet, [header for _field, header in wishes])
        mapping = changed_mapping(suggest_mapping(table), table, wishes)
        options = ImportOptions(DuplicateIds(arguments.id_duplicates))
        imported = import_table(table, mapping, options, load())
    except TableRefused as refusal:
        raise Refused(f"{called(arguments.table)}: {refusal}") from None
    save_plan(arguments.out, imported.plan)
    lines = [as_text(imported.report.as_json())] if arguments.format == "json" else as_lines(imported.report)
    say(lines, to_error=arguments.out == STANDARD)
    return DONE


def _table(file: str, sheet: str | None, wanted: Sequence[str]) -> "Table":
    from salesorg_gui.exchange.tables.reading import read_table, table_from
    from salesorg_gui.exchange.tables.table import MOST_BYTES

    if file == STANDARD:
        return table_from(sys.stdin.buffer.read(MOST_BYTES + 1), _("Imported"), sheet, wanted)
    return read_table(Path(file), sheet, wanted)


def _wish(text: str) -> tuple[str, str]:
    field, sign, header = text.partition("=")
    if not sign:
        raise Refused(_("--map {text}: write FIELD=HEADER, for example manager=Boss.").format(text=text))
    return field.strip(), header.strip()
