"""The role index: every seat under the title of its role, with the pages that speak of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.measure import width as text_width
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.drawing.words import seat_line
from salesorg_gui.exchange.documents.report.cells import ROW_AIR, Cell, Column, columns, head_row, headed, row, titled
from salesorg_gui.exchange.documents.report.flowing import Link, Piece
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Style, line_of, style
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Rect

NAME = "roles"


def heading() -> str:
    """What this part is called."""
    return _("Roles and seats")


def in_short(scope: Scope) -> str:
    """How many roles and seats there are."""
    roles, seats = len(by_title(scope)), len(scope.chart.seats)
    counted = (
        ngettext("{count} role", "{count} roles", roles).format(count=roles),
        ngettext("{count} seat", "{count} seats", seats).format(count=seats),
    )
    return ", ".join(counted)


def by_title(scope: Scope) -> dict[str, list[SeatId]]:
    """Seats under the title of their role, in the order of the alphabet."""
    groups: dict[str, list[SeatId]] = {}
    for seat in scope.order:
        groups.setdefault(scope.role(scope.chart.seats[seat]).title, []).append(seat)
    return dict(sorted(groups.items(), key=lambda item: (item[0].casefold(), item[0])))


def page_name(number: int) -> str:
    """The spot at the top of a page."""
    return f"report-page-{number}"


def pieces(scope: Scope, mentions: Mapping[SeatId, Sequence[int]], width: float) -> Iterator[Piece]:
    """Role by role; ``mentions`` are the pages that speak of a seat."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    places = columns(width, 1.6, 4.0, 2.8, 4.1, 3.0, right=(4,))
    head = head_row(places, (_("Number"), _("Seat"), _("Pod"), _("Reports to"), _("Pages")))
    yield Piece(head, leads=True)
    for title, seats in by_title(scope).items():
        yield Piece(headed(title, width), leads=True, head=head)
        for seat in seats:
            yield replace(_row(scope, seat, mentions.get(seat, ()), places), head=head)


def _row(scope: Scope, name: SeatId, pages: Sequence[int], places: Sequence[Column]) -> Piece:
    seat = scope.chart.seats[name]
    manager = scope.chart.manager_of(name)
    own = seat.title if seat.holder else ""
    who = Cell(seat.holder or seat.title or seat_line(seat) or _("Nobody named yet"), below=own)
    above = scope.person(manager) if manager is not None and manager in scope.chart.seats else ""
    cells = (Cell(scope.codes[name], "text_2"), who, Cell(scope.pod(name)), Cell(above), Cell(""))
    shapes, links, deepest = _pages(pages, places[-1], style("body"))
    block = row(places, cells, last=shapes, least=deepest)
    return Piece(block, links=links)


def _pages(pages: Sequence[int], place: Column, look: Style) -> tuple[list[Shape], tuple[Link, ...], float]:
    """Page numbers at the right edge, each a link; as many lines as they need."""
    shapes: list[Shape] = []
    links: list[Link] = []
    lines = _lines(stretches(pages), place.width, look)
    for row_number, line in enumerate(lines):
        x = place.x + place.width - sum(_wide(text, look) for text, _page in line)
        y = ROW_AIR + row_number * look.line
        for text, page in line:
            shapes += moved([line_of(text, look, "text_1")], x, y)
            links.append(Link(Rect(x, y, _wide(text, look), look.line), page_name(page)))
            x += _wide(text, look)
    return shapes, tuple(links), len(lines) * look.line


def stretches(pages: Sequence[int]) -> list[tuple[str, int]]:
    """Pages as an index says them, each with the page it leads to: three and more in a row as 7–9."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = [one for run in runs for one in ([(f"{run[0]}–{run[-1]}", run[0])] if len(run) > 2 else _singly(run))]
    return [(f"{text}, " if place + 1 < len(said) else text, page) for place, (text, page) in enumerate(said)]


def _singly(run: Sequence[int]) -> list[tuple[str, int]]:
    return [(str(page), page) for page in run]


def _lines(said: Sequence[tuple[str, int]], width: float, look: Style) -> list[list[tuple[str, int]]]:
    lines: list[list[tuple[str, int]]] = [[]]
    for one in said:
        if lines[-1] and sum(_wide(text, look) for text, _page in [*lines[-1], one]) > width:
            lines.append([])
        lines[-1].append(one)
    return lines


def _wide(text: str, look: Style) -> float:
    return text_width(text, look.size, look.weight, look.tracking)
