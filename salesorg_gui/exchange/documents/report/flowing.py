"""Fills pages with the pieces of a report: headings stay with what they head, tables repeat their titles.

Nothing is left out: what is higher than a page breaks between its lines.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.typeset import Block, broken, gathered
from salesorg_gui.layout.geometry import Rect

BETWEEN = 16 * MM
"""Air between two parts on one page."""
SPARSE = 0.2
"""A last page filled no more than this takes the group before with it."""
FEWEST_LINES = 4
"""A text too long for a page begins where at least so many of its lines have room."""


@dataclass(frozen=True, slots=True)
class Link:
    """A spot of the paper that leads to a named one."""

    rect: Rect
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in the flow. A heading ``leads`` what follows and never stands last on a page.

    ``head`` are the titles of the table it is a row of, ``on_top`` how it reads where a page begins with it, ``about``
    the seats it speaks of, ``name`` the spot others lead to, ``links`` where it leads to itself.
    """

    block: Block
    leads: bool = False
    head: Block | None = None
    on_top: Block | None = None
    about: frozenset[SeatId] = frozenset()
    name: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page: shapes and links from the top left of its text, and the seats it speaks of."""

    shapes: tuple[Shape, ...]
    spots: tuple[tuple[str, float], ...] = ()
    links: tuple[Link, ...] = ()
    about: frozenset[SeatId] = frozenset()


class Flow:
    """Pages being filled, each ``room`` high."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._pages: list[list[tuple[float, Piece]]] = [[]]
        self._y = 0.0

    @property
    def leaves(self) -> list[Leaf]:
        """The pages so far."""
        return [_leaf(page) for page in self._pages if page]

    def add(self, pieces: Iterable[Piece]) -> None:
        """A part of the report: on the page begun when it fits there whole, else from the top of the next."""
        queue = deque(pieces)
        height = sum(piece.block.height for piece in queue)
        if self._pages[-1]:
            if self._y + BETWEEN + height <= self._room:
                self._y += BETWEEN
            else:
                self._turn()
        begun = len(self._pages), len(self._pages[-1])
        while queue:
            self._put(queue)
        if len(self._pages) > begun[0] and self._y < SPARSE * self._room:
            self._fill(begun[1] if len(self._pages) == begun[0] + 1 else 0)

    def _fill(self, first: int) -> None:
        """Give the last page company: what stands under the last heading of the page before, from ``first`` on."""
        before, last = self._pages[-2], [piece for _y, piece in self._pages[-1]]
        at = _last_group(before, first, self._room / 2)
        group = [piece for _y, piece in before[at:]]
        if not group:
            return
        if last[0].leads and last[0].block is group[-1].head:
            last[:1] = []
        del before[at:]
        self._turn_back(group[0].head)
        for piece in (*group, *last):
            self._place(piece)

    def _turn_back(self, head: Block | None) -> None:
        """Begin the last page anew."""
        del self._pages[-1]
        self._turn(head)

    def _put(self, queue: deque[Piece]) -> None:
        """The next piece with the headings before it, on this page or the next."""
        if not self._has_words and queue[0].on_top is not None:
            queue[0] = replace(queue[0], block=queue[0].on_top, on_top=None)
        run = _run(queue)
        need = sum(piece.block.height for piece in run)
        left = self._room - self._y
        if need <= left:
            for piece in run:
                self._place(piece)
                queue.popleft()
        elif self._has_words and (need <= self._room or left < _least(run)):
            self._turn(run[0].head)
        else:
            self._break(run, queue)

    def _break(self, run: Sequence[Piece], queue: deque[Piece]) -> None:
        """As much of a run as there is room for: whole pieces, then the lines of one that fit."""
        for piece in run:
            if self._y and self._room - self._y < min(piece.block.line, piece.block.height):
                self._turn()
            queue.popleft()
            if piece.block.height <= self._room - self._y or not piece.block.line:
                self._place(piece)
                continue
            first, *rest = broken(piece.block, self._room - self._y)
            self._place(replace(piece, block=first))
            queue.extendleft(replace(piece, block=block, on_top=None, name="") for block in reversed(rest))
            return

    @property
    def _has_words(self) -> bool:
        """Whether the page has more than the repeated titles of a table."""
        return any(not piece.leads for _y, piece in self._pages[-1])

    def _place(self, piece: Piece) -> None:
        self._pages[-1].append((self._y, piece))
        self._y += piece.block.height

    def _turn(self, head: Block | None = None) -> None:
        """Begin a page; a table that goes on repeats its titles."""
        self._pages.append([])
        self._y = 0.0
        if head is not None:
            self._place(Piece(head, leads=True))


def _last_group(placed: Sequence[tuple[float, Piece]], first: int, top: float) -> int:
    """Where the last heading below ``top`` stands that has something under it; the end of the page if none does."""
    found = [
        at
        for at, (y, piece) in enumerate(placed[:-1])
        if at > first and y > top and piece.leads and not piece.name and not placed[at - 1][1].leads
    ]
    return found[-1] if found else len(placed)


def _run(queue: Iterable[Piece]) -> list[Piece]:
    """The headings at the front, and the first piece that is none."""
    run: list[Piece] = []
    for piece in queue:
        run.append(piece)
        if not piece.leads:
            break
    return run


def _least(run: Sequence[Piece]) -> float:
    """The room a run too high for a page needs to begin."""
    *headings, piece = run
    return sum(heading.block.height for heading in headings) + FEWEST_LINES * max(piece.block.line, 1.0)


def _leaf(placed: Sequence[tuple[float, Piece]]) -> Leaf:
    shapes = tuple(shape for y, piece in placed for shape in moved(piece.block.shapes, 0.0, y))
    return Leaf(
        gathered(Block(0.0, shapes)).shapes,
        tuple((piece.name, y) for y, piece in placed if piece.name),
        tuple(Link(link.rect.moved(0.0, y), link.name) for y, piece in placed for link in piece.links),
        frozenset(seat for _y, piece in placed for seat in piece.about),
    )


def table(head: Block, rows: Sequence[Piece]) -> list[Piece]:
    """Rows under their titles."""
    if not rows:
        return []
    return [Piece(head, leads=True), *(replace(row, head=head) for row in rows)]
