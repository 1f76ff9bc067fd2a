"""What an import found: how the table was read, and its problems by row and column."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.exchange.tables.problem import Problem, ProblemKind
from salesorg_gui.i18n import _, ngettext

_SHOWN_OF_A_KIND = 10
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}

type Json = int | str | Mapping[str, "Json"] | Sequence["Json"] | None


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows made how many seats, which columns were used, and what is odd, from top to bottom."""

    rows: int
    seats: int
    mapping: Mapping[str, str]
    encoding: str | None
    separator: str | None
    sheet: str | None
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Json]:
        """The report for other programs."""
        problems: list[Json] = [
            {"row": it.row, "column": it.column, "kind": it.kind.value, "value": it.value, "message": it.message}
            for it in self.problems
        ]
        return {
            "rows": self.rows,
            "seats": self.seats,
            "mapping": dict(self.mapping),
            "encoding": self.encoding,
            "separator": self.separator,
            "problems": problems,
        }


def as_lines(report: Report) -> Iterator[str]:
    """The report for people; of many problems of one kind the first are named."""
    rows = ngettext("{count} row", "{count} rows", report.rows).format(count=report.rows)
    seats = ngettext("{count} seat", "{count} seats", report.seats).format(count=report.seats)
    yield _("{rows}, {seats}, {source}").format(rows=rows, seats=seats, source=_source(report))
    for field, header in report.mapping.items():
        yield f"  {field:<12} {header}"
    counts = Counter(problem.kind for problem in report.problems)
    shown: Counter[ProblemKind] = Counter()
    if counts:
        yield ""
    for problem in report.problems:
        shown[problem.kind] += 1
        if shown[problem.kind] <= _SHOWN_OF_A_KIND:
            yield f"{problem.kind}: {problem.message}"
    for kind, count in counts.items():
        if count > _SHOWN_OF_A_KIND:
            left = count - _SHOWN_OF_A_KIND
            more = ngettext("{count} more row", "{count} more rows", left).format(count=left)
            yield f"{kind}: {more}"
    if counts:
        yield ""
    found = len(report.problems)
    yield ngettext("{count} problem", "{count} problems", found).format(count=found) if found else _("No problems")


def _source(report: Report) -> str:
    """Where the rows came from: the sheet of a workbook, or encoding and separator of a text."""
    if report.sheet is not None:
        return _("sheet {name}").format(name=report.sheet)
    separator = _SEPARATORS.get(report.separator or "", report.separator)
    return _("{encoding}, separated by {separator}").format(encoding=report.encoding, separator=separator)
