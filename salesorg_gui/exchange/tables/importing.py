"""A table and what its columns hold, turned into a plan of one chart and a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.matching import match_title
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.exchange.tables.entries import Entry, entries
from salesorg_gui.exchange.tables.headers import Field
from salesorg_gui.exchange.tables.mapping import Mapping
from salesorg_gui.exchange.tables.posts import DuplicateIds, Post, posts
from salesorg_gui.exchange.tables.problem import Problem, ProblemKind
from salesorg_gui.exchange.tables.relations import Columns, relations
from salesorg_gui.exchange.tables.report import Report
from salesorg_gui.exchange.tables.seats import TitleReader, lines, seat_ids, seats
from salesorg_gui.exchange.tables.table import Table, TableRefused
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read repeated ids, and what the plan is called; without a title it is called like the file."""

    duplicates: DuplicateIds = DuplicateIds.SHARED
    title: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Imported:
    """The plan, and what was found on the way."""

    plan: Plan
    report: Report


def import_table(table: Table, mapping: Mapping, options: ImportOptions, catalogue: Catalogue) -> Imported:
    """The plan of a table; refused when no column says who or what the rows are."""
    if not {Field.ID, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE} & mapping.headers.keys():
        sentence = _("No column is known to hold ids, names or titles. The columns are: {headers}.")
        raise TableRefused(sentence.format(headers=", ".join(table.headers)))
    rows, blank_rows = entries(table, mapping)
    if not rows:
        raise TableRefused(_("The table has headers but no rows below that name anybody. Add a row for each seat."))
    gathered, repetitions = posts(rows, options.duplicates, mapping.headers.get(Field.ID, ""))
    columns = Columns(
        table.header_row, mapping.headers.get(Field.MANAGER, ""), mapping.headers.get(Field.DOTTED_LINE, "")
    )
    found = relations(gathered, columns)
    reader = cache(match_title)
    oddities = [*_eliminated(rows, mapping), *_without_role(rows, gathered, reader, table, mapping)]
    ids = seat_ids(gathered)
    seated = seats(gathered, ids, catalogue.roles, reader)
    chart = Chart(
        ChartId("as-is"),
        _("As is"),
        seats={seat.id: seat for seat in seated},
        lines={line.id: line for line in lines(ids, found)},
    )
    plan = Plan(options.title or table.name, options.language, charts={chart.id: chart})
    problems = [*blank_rows, *repetitions, *found.problems, *oddities]
    return Imported(plan, _report(table, mapping, len(rows), len(seated), problems))


def _report(table: Table, mapping: Mapping, rows: int, seats: int, problems: Sequence[Problem]) -> Report:
    return Report(
        rows=rows,
        seats=seats,
        mapping={field.value: header for field, header in mapping.headers.items()},
        encoding=table.encoding,
        separator=table.separator,
        sheet=table.sheet,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
    )


def _eliminated(rows: Sequence[Entry], mapping: Mapping) -> Iterator[Problem]:
    header = mapping.headers.get(Field.NAME) or mapping.headers.get(Field.STATUS, "")
    for entry in rows:
        if entry.is_eliminated:
            message = _("Row {row} is marked as eliminated. Its seat is kept as open; remove it if the post is gone.")
            text = message.format(row=entry.row)
            yield Problem(entry.row, header, ProblemKind.ELIMINATED_POST, entry.code, text)


def _without_role(
    rows: Sequence[Entry], gathered: Sequence[Post], read: TitleReader, table: Table, mapping: Mapping
) -> Iterator[Problem]:
    header = mapping.headers.get(Field.TITLE, "")
    if rows and not any(entry.title for entry in rows):
        message = _("No row has a title, so no role could be found. Choose the roles on the chart.")
        yield Problem(table.header_row, header, ProblemKind.UNKNOWN_ROLE, "", message)
        return
    for post in gathered:
        entry = post.entry
        if not entry.title:
            message = _("Row {row} has no title, so no role could be found. Choose the role on the chart.")
        elif read(entry.title) is None:
            message = _("No role is called {title} (row {row}). The seat keeps this title; choose a role on the chart.")
        else:
            continue
        text = message.format(row=entry.row, title=entry.title)
        yield Problem(entry.row, header, ProblemKind.UNKNOWN_ROLE, entry.title, text)
