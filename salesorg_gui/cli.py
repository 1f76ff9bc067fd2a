"""The commands that work without a window: ``new``, ``import``, ``check``, ``capacity`` and ``export``.

Exit status 0: done. 1: findings at or above ``--fail-on``. 2: unusable input or usage, said in one line on standard
error. Whatever is written is written whole or not at all. Qt is never loaded here.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from salesorg_gui import __version__
from salesorg_gui.i18n import _, ngettext

if TYPE_CHECKING:
    from salesorg_gui.catalogue.catalogue import Catalogue
    from salesorg_gui.domain.plan import Plan
    from salesorg_gui.exchange.tables.table import Table
    from salesorg_gui.storage.rules_file import OpenedRules
    from salesorg_gui.storage.text import Opened

DONE, FOUND, UNUSABLE = 0, 1, 2
STANDARD = "-"
LANGUAGES = ("en", "sv", "da", "nb", "nl")
PAPERS = ("a0", "a1", "a2", "a3", "a4", "a5", "letter")
DOCUMENTS = ("cards", "descriptions", "checklists", "chart")
VIEWS = ("board", "reporting", "handoffs")


class Refused(Exception):
    """What was asked for cannot be done; the message is the line the user reads."""


class Arguments(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, without repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise Refused(_("{message}. See {command} --help.").format(message=message.rstrip("."), command=self.prog))


def main(words: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    _speak_utf8()
    try:
        arguments = _parser().parse_args(words or ["--help"])
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except SystemExit as leaving:  # --help and --version
        return DONE if leaving.code in {None, 0} else UNUSABLE
    except Refused as refusal:
        return _refuse(str(refusal))
    except BrokenPipeError:
        return _without_reader()
    except KeyboardInterrupt:
        return _refuse(_("stopped; nothing is left half-written."))
    except Exception as fault:  # noqa: BLE001 - a command line never shows a traceback
        return _refuse(_fault(fault))


def _speak_utf8() -> None:
    """What other programs read is always UTF-8; a terminal keeps its own letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _refuse(sentence: str) -> int:
    line = " ".join(sentence.split())
    with suppress(OSError):
        print(f"salesorg: {line}", file=sys.stderr)
    return UNUSABLE


def _without_reader() -> int:
    """Whoever read our output has gone; the interpreter must not complain about it at exit either."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNUSABLE


def _fault(fault: Exception) -> str:
    """A mistake of ours: what it was and where, without anything of the user's."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    sentence = _("this is a mistake of the program ({kind} in {place}). Report it with this line.")
    return sentence.format(kind=type(fault).__name__, place=place)


# --------------------------------------------------------------------------------------------------- what may be asked


def _parser() -> Arguments:
    parser = Arguments(
        prog="salesorg",
        description=_(
            "Design a sales organisation. 'salesorg [FILE]' opens the window; the commands work without one."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"salesorg {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)

    def command(name: str, purpose: str) -> Arguments:
        return commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)

    _add_new(command("new", _("a plan from a template")))
    _add_import(command("import", _("a plan from a list of people (CSV, Excel)")))
    _add_check(command("check", _("what is wrong or unwise in a plan")))
    _add_capacity(command("capacity", _("how much work there is, and where it gets stuck")))
    _add_export(command("export", _("role cards, descriptions, checklists, chart")))
    command("help", _("this text")).set_defaults(run=lambda _arguments: _help(parser))
    return parser


def _help(parser: Arguments) -> int:
    parser.print_help()
    return DONE


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("template", nargs="?", metavar="TEMPLATE", help=_("its id, see --list"))
    parser.add_argument("--list", action="store_true", help=_("list the templates"))
    parser.add_argument("-o", dest="out", metavar="FILE", help=_("the plan to write; - is standard output"))
    parser.set_defaults(run=_new)


def _add_import(parser: argparse.ArgumentParser) -> None:
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
    parser.set_defaults(run=_import)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the findings"))
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "hint", "never"),
        default="error",
        help=_("exit with 1 from this severity on (usually error)"),
    )
    parser.add_argument("--rules", metavar="FILE", help=_("go by the rules of this file instead of the plan's own"))
    parser.set_defaults(run=_check)


def _add_capacity(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the figures"))
    parser.set_defaults(run=_capacity)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("what", metavar="WHAT", choices=DOCUMENTS, help=", ".join(DOCUMENTS))
    parser.add_argument("-o", dest="out", metavar="OUT", required=True, help=_("the document to write, by its ending"))
    parser.add_argument("--chart", metavar="ID", help=_("which chart; the first one if not given"))
    parser.add_argument("--seat", action="extend", nargs="+", default=[], metavar="ID", help=_("only these seats"))
    parser.add_argument("--language", choices=LANGUAGES, help=_("of the document; the plan's own if not given"))
    parser.add_argument("--view", choices=VIEWS, default="", help=_("how the chart is drawn"))
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=_("size of the paper"))
    parser.set_defaults(run=_export)


# ------------------------------------------------------------------------------------------------------- the commands


def _new(arguments: argparse.Namespace) -> int:
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.catalogue.planting import plan_from_template

    catalogue = load()
    if arguments.list:
        _say(f"{id:<32}{template.title}" for id, template in catalogue.templates.items())
        return DONE
    if not arguments.template or not arguments.out:
        raise Refused(_("Say which template and where to: salesorg new TEMPLATE -o FILE. --list names the templates."))
    ids = {name.removeprefix("tpl_"): name for name in catalogue.templates}
    id = ids.get(arguments.template.removeprefix("tpl_").replace("-", "_"))
    if id is None:
        raise Refused(
            _("There is no template {name}. The templates are: {names}.").format(
                name=arguments.template, names=", ".join(catalogue.templates)
            )
        )
    _save(arguments.out, plan_from_template(catalogue.templates[id], catalogue))
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
    from salesorg_gui.exchange.tables.mapping import changed_mapping, suggest_mapping
    from salesorg_gui.exchange.tables.posts import DuplicateIds
    from salesorg_gui.exchange.tables.report import as_lines
    from salesorg_gui.exchange.tables.table import TableRefused

    wishes = [_wish(text) for text in arguments.map]
    _keep_apart(arguments.table, arguments.out)
    try:
        table = _table(arguments.table, arguments.sheet, [header for _field, header in wishes])
        mapping = changed_mapping(suggest_mapping(table), table, wishes)
        options = ImportOptions(DuplicateIds(arguments.id_duplicates))
        imported = import_table(table, mapping, options, load())
    except TableRefused as refusal:
        raise Refused(f"{_called(arguments.table)}: {refusal}") from None
    _save(arguments.out, imported.plan)
    lines = [_json(imported.report.as_json())] if arguments.format == "json" else as_lines(imported.report)
    _say(lines, to_error=arguments.out == STANDARD)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.findings import as_json, as_lines
    from salesorg_gui.rules.examine import examine
    from salesorg_gui.rules.finding import Severity

    if arguments.file == arguments.rules == STANDARD:
        raise Refused(_("Only one of plan and rules can come from standard input. Name a file for the other."))
    plan = _opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    if arguments.rules is not None:
        plan = _by_rules(plan, arguments.rules, catalogue)
    found = [(chart, examine(plan, chart, catalogue)) for chart in plan.charts_in_order]
    _say([_json(as_json(arguments.file, found))] if arguments.format == "json" else as_lines(found))
    if arguments.fail_on == "never":
        return DONE
    limit = Severity(arguments.fail_on).rank
    return FOUND if any(one.worst and one.worst.rank <= limit for _chart, one in found) else DONE


def _capacity(arguments: argparse.Namespace) -> int:
    from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.capacity import as_json, as_lines

    plan = _opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    try:
        found = [(chart, capacity_of(plan, chart, catalogue)) for chart in plan.charts_in_order]
    except NoCapacity as refusal:
        raise Refused(f"{_called(arguments.file)}: {refusal}") from None
    reckoned = [(chart, capacity, capacity.bottleneck) for chart, capacity in found]
    _say([_json(as_json(reckoned))] if arguments.format == "json" else as_lines(reckoned, catalogue))
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from salesorg_gui.exchange.documents.options import Options
    from salesorg_gui.exchange.exporting import ExportRefused, Wish, chart_named, ending_of, export, seat_named

    out = arguments.out
    try:
        ending = ending_of(arguments.what, "" if out == STANDARD else out)
        plan = _opened(arguments.file).plan
        chart = chart_named(plan, arguments.chart)
        if arguments.seat and arguments.what == "chart":
            raise Refused(_("A chart shows all its seats. Leave --seat out, or export cards or descriptions."))
        if arguments.view and arguments.what != "chart":
            raise Refused(_("Only a chart has views. Leave --view out, or export the chart."))
        seats = tuple(seat_named(chart, name) for name in arguments.seat)
        count = len(seats) or len(chart.seats)
        _progress(ngettext("Drawing {count} seat …", "Drawing {count} seats …", count).format(count=count))
        options = Options(arguments.paper, seats=seats, view=arguments.view)
        document = export(plan, chart, Wish(arguments.what, ending, arguments.language or "", options))
    except ExportRefused as refusal:
        raise Refused(f"{_called(arguments.file)}: {refusal}") from None
    _write(out, document)
    return DONE


# --------------------------------------------------------------------------------------------------------- what is read


def _opened(file: str) -> "Opened":
    """The plan in a file."""
    from salesorg_gui.storage.text import loads

    return _read(file, loads, _("Correct it, or open an earlier copy."))


def _by_rules(plan: "Plan", file: str, catalogue: "Catalogue") -> "Plan":
    """The plan, going by the rules of a file."""
    from salesorg_gui.rules.rulebook import by_rules
    from salesorg_gui.storage.rules_file import loads_rules

    limits = {id: tuple(text.params) for id, text in catalogue.rules.items()}
    opened = _read(file, lambda data: loads_rules(data, limits), _("Correct it, or leave it out."))
    return by_rules(plan, opened.file.rules, catalogue)


def _read[T: (Opened, OpenedRules)](file: str, understood: Callable[[bytes], T], remedy: str) -> T:
    """What a file holds; what there is to say about it goes to standard error."""
    from salesorg_gui.storage.parsing import BYTES_LIMIT
    from salesorg_gui.storage.problems import BrokenFile
    from salesorg_gui.storage.reading import read_bytes

    try:
        read = understood(sys.stdin.buffer.read(BYTES_LIMIT + 1) if file == STANDARD else read_bytes(Path(file)))
    except BrokenFile as broken:
        first, *others = broken.problems
        more = ngettext("And {count} more problem.", "And {count} more problems.", len(others)) if others else ""
        parts = (f"{str(first).rstrip('.')}.", remedy if first.place else "", more.format(count=len(others)))
        raise Refused(f"{_called(file)}: {' '.join(filter(None, parts))}") from None
    for note in read.notes:
        print(f"salesorg: {file}: {note}", file=sys.stderr)
    return read


def _keep_apart(source: str, out: str) -> None:
    """Refuse to write over what is read."""
    if STANDARD not in {source, out} and os.path.realpath(source) == os.path.realpath(out):
        raise Refused(_("{out} is the list itself. Name another file for the plan.").format(out=out))


def _called(file: str) -> str:
    """What an input is called in a sentence."""
    return _("standard input") if file == STANDARD else file


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


# ------------------------------------------------------------------------------------------------------ what is written


def _save(out: str, plan: "Plan") -> None:
    from salesorg_gui.storage.saving import SaveRefused, save
    from salesorg_gui.storage.text import dumps

    if out == STANDARD:
        sys.stdout.buffer.write(dumps(plan))
        return
    try:
        save(Path(out), plan)
    except SaveRefused as refusal:
        raise Refused(f"{out}: {refusal}") from None


def _write(out: str, content: bytes) -> None:
    from salesorg_gui.storage.saving import SaveRefused, write_whole

    if out == STANDARD:
        sys.stdout.buffer.write(content)
        return
    try:
        write_whole(Path(out), content)
    except SaveRefused as refusal:
        raise Refused(f"{out}: {refusal}") from None


def _say(lines: Iterable[str], *, to_error: bool = False) -> None:
    for line in lines:
        print(line, file=sys.stderr if to_error else sys.stdout)


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def _progress(sentence: str) -> None:
    """What is going on, for somebody who looks on."""
    if sys.stderr.isatty():
        print(sentence, file=sys.stderr)
