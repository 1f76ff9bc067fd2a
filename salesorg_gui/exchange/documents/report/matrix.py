"""Who hands what to whom, as a table with givers at the left and receivers at the top.

A large one is cut into parts that fit a page; rows in which a part is empty are left out there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Icon, Part, Shape, Stroke, Wire
from salesorg_gui.exchange.documents.cards.pieces import limited
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import AFTER_ICON, ICON, headed, purpose_mark, titled
from salesorg_gui.exchange.documents.report.flowing import Piece
from salesorg_gui.exchange.documents.report.handoffs import Passage, passages
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Block, narrowed, paragraph, rule, stacked, style
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point

NAME = "matrix"
NAMES_WIDTH, NARROWEST = 38 * MM, 20 * MM
AIR = 3.0
INSET = 3.0
MOST_LINES = 8
"""A longer title ends with an ellipsis above its column; in the index it stands in full."""


@dataclass(frozen=True, slots=True)
class Party:
    """Seats, or lead sources, of one title."""

    title: str
    purpose: Purpose | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that passes between two parties."""

    what: str
    limit: str
    is_return: bool


@dataclass(frozen=True)
class Matrix:
    """``entries`` by giver and receiver; both in the order of the journey."""

    givers: tuple[Party, ...]
    receivers: tuple[Party, ...]
    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    seats: Mapping[tuple[str, str], frozenset[SeatId]]


def heading() -> str:
    """What this part is called."""
    return _("Who hands what to whom")


def matrix_of(scope: Scope) -> Matrix:
    """All handoffs of a chart between titles."""
    givers: dict[str, Party] = {}
    receivers: dict[str, Party] = {}
    entries: dict[tuple[str, str], dict[Entry, None]] = {}
    seats: dict[tuple[str, str], frozenset[SeatId]] = {}
    for passage in passages(scope):
        ends = scope.title(passage.giver), scope.title(passage.receiver)
        givers.setdefault(ends[0], Party(ends[0], scope.purpose(passage.giver)))
        receivers.setdefault(ends[1], Party(ends[1], scope.purpose(passage.receiver)))
        entries.setdefault(ends, {})[_entry(passage)] = None
        seats[ends] = seats.get(ends, frozenset()) | passage.seats
    order = _places(scope)
    return Matrix(
        tuple(sorted(givers.values(), key=lambda one: order.get(one.title, -1))),
        tuple(sorted(receivers.values(), key=lambda one: order.get(one.title, -1))),
        {ends: tuple(found) for ends, found in entries.items()},
        seats,
    )


def _entry(passage: Passage) -> Entry:
    return Entry(passage.what, passage.limit, passage.is_return)


def _places(scope: Scope) -> dict[str, int]:
    """Titles along the journey: by the first stage their seats work on; lead sources before all."""
    stages = {stage: order for order, stage in enumerate(scope.catalogue.stages)}
    firsts: dict[str, int] = {}
    for name in scope.order:
        role = scope.role(scope.chart.seats[name])
        first = min((stages.get(stage, len(stages)) for stage in role.stages), default=len(stages))
        firsts[scope.title(name)] = min(first, firsts.get(scope.title(name), first))
    return {title: place for place, (title, _first) in enumerate(sorted(firsts.items(), key=lambda item: item[1]))}


def pieces(scope: Scope, width: float) -> Iterator[Piece]:
    """The table, in as many parts as it takes."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    matrix = matrix_of(scope)
    if any(entry.is_return for found in matrix.entries.values() for entry in found):
        yield Piece(_legend(width), leads=True)
    parts = list(_cut(matrix.receivers, max(int((width - NAMES_WIDTH) // NARROWEST), 1)))
    for number, receivers in enumerate(parts, 1):
        if len(parts) > 1:
            part = _("Receivers, part {number} of {count}").format(number=number, count=len(parts))
            yield Piece(headed(part, width), leads=True)
        yield from _part(matrix, receivers, width)


def _cut(receivers: Sequence[Party], most: int) -> Iterator[Sequence[Party]]:
    """Receivers in parts of about the same size."""
    count = -(-len(receivers) // most)
    each = -(-len(receivers) // count)
    for start in range(0, len(receivers), each):
        yield receivers[start : start + each]


def _legend(width: float) -> Block:
    look = style("small")
    words = paragraph(_("Comes back to where it came from"), look, width, "text_2", 14.0)
    return Block(words.height + 8.0, (Icon("undo-2", Point(0.0, 0.5), 9.0, "text_2"), *words.shapes))


def _part(matrix: Matrix, receivers: Sequence[Party], width: float) -> Iterator[Piece]:
    """Some of the columns, with the rows that have something in them."""
    each = (width - NAMES_WIDTH) / max(len(receivers), 4)
    wide = NAMES_WIDTH + each * len(receivers)
    head = titles_above(receivers, each, wide)
    yield Piece(head, leads=True)
    for giver in matrix.givers:
        found = [matrix.entries.get((giver.title, receiver.title), ()) for receiver in receivers]
        if any(found):
            about = frozenset[SeatId]().union(
                *(matrix.seats.get((giver.title, receiver.title), frozenset()) for receiver in receivers)
            )
            yield Piece(_row(giver, found, each, wide), head=head, about=about)


def titles_above(receivers: Sequence[Party], each: float, wide: float) -> Block:
    """Who receives, each above a column ``each`` wide."""
    small = style("small")
    corner = paragraph(_("From, and to"), small, NAMES_WIDTH - INSET, "text_3")
    names = [_below_mark(one, each - 2 * INSET) for one in receivers]
    height = max(corner.height, *(name.height for name in names)) + 2 * AIR
    shapes: list[Shape] = [Part("head", moved(corner.shapes, 0.0, height - corner.height - AIR))]
    for number, name in enumerate(names):
        x = NAMES_WIDTH + number * each + INSET
        shapes.append(Part("head", moved(name.shapes, x, height - name.height - AIR)))
    return Block(height, (Part("row", (*shapes, *moved([rule(wide, 0.35)], 0.0, height))),), small.line)


def _party(party: Party, width: float) -> Block:
    look = style("small").bold
    mark = purpose_mark(party.purpose, look) if party.purpose is not None else ()
    inset = ICON + AFTER_ICON if mark else 0.0
    words = paragraph(party.title, look, width - inset, x=inset)
    return Block(words.height, (*mark, *words.shapes), look.line)


def _below_mark(party: Party, width: float) -> Block:
    """The title below its sign: a narrow column needs its whole width for words."""
    look = style("small").bold
    mark = purpose_mark(party.purpose, look) if party.purpose is not None else ()
    top = ICON + AFTER_ICON if mark else 0.0
    look = narrowed(party.title, look, width)
    words = limited(party.title, look, width, MOST_LINES)
    return Block(top + words.height, (*mark, *moved(words.shapes, 0.0, top)), look.line)


def _row(giver: Party, found: Sequence[Sequence[Entry]], each: float, wide: float) -> Block:
    name = _party(giver, NAMES_WIDTH - 2 * INSET)
    cells = [stacked([_said(entry, each - 2 * INSET) for entry in entries]) for entries in found]
    height = max(name.height, *(cell.height for cell in cells)) + 2 * AIR
    shapes: list[Shape] = [Part("head", moved(name.shapes, 0.0, AIR))]
    for number, cell in enumerate(cells):
        x = NAMES_WIDTH + number * each
        shapes.append(Wire((Point(x, 0.0), Point(x, height)), Stroke("line", 0.25)))
        shapes.append(Part("cell", moved(cell.shapes, x + INSET, AIR)))
    line = moved([rule(wide, 0.25, "line")], 0.0, height)
    return Block(height, (Part("row", (*shapes, *line)),), style("small").line)


def _said(entry: Entry, width: float) -> Block:
    look = style("small")
    inset = 9.5 if entry.is_return else 0.0
    words = " · ".join(text for text in (entry.what, entry.limit) if text)
    block = paragraph(words, look, width - inset, x=inset)
    mark = (Icon("undo-2", Point(0.0, 1.2), 7.5, "text_2"),) if entry.is_return else ()
    return Block(block.height + 1.5, (*mark, *block.shapes), look.line)
