"""The branch of one seat in the reporting view, as a box that stands anywhere and is never changed.

What stands in it is told from its own corner, so a branch that only moves is the same block elsewhere, and after an
edit all blocks but those above what differs are taken over.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import ceil

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.columns import COLUMN, hang_rows
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import (
    ASSISTANT_GAP,
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    CHIP_GAP,
    CHIP_HEIGHT,
    CHIP_WIDTH,
    HANG_FIRST_GAP,
    HANG_INDENT,
    HANG_SPINE,
    PITCH,
)
from salesorg_gui.layout.tidy import Node

type Spot = tuple[float, float]
type Hooked = tuple[Sequence[SeatId], Hook]
type Inside = tuple[float, float, float, float]
"""Where a card is in a branch: the corner of the box it stands in, and the card from that corner."""

MIDDLE = CARD_WIDTH / 2
CARD: tuple[Spot, ...] = ((0.0, 0.0),)
HANG_TOP = CARD_HEIGHT + HANG_FIRST_GAP
CHIP_ROOM = CHIP_GAP + CHIP_HEIGHT + CHIP_GAP


class Block(Node):
    """A branch. ``seats`` are the cards it holds itself, its own first, and ``spots`` where they stand.

    ``parts`` are branches within it and where they stand: those below it as a tidy tree are its ``children`` instead.
    ``hooks`` tell how those who report to the seat hang on it, ``spines`` how far from some of them their spine is.
    ``count`` is how many seats it has, folded ones included.
    """

    __slots__ = ("_hook_of", "_inside", "count", "depth", "hooks", "parts", "seat", "seats", "spines", "spots")

    def __init__(self, seat: SeatId, size: Spot, seats: Sequence[SeatId], spots: Sequence[Spot]) -> None:
        super().__init__(*size, spots[0][0] + MIDDLE)
        self.seat = seat
        self.seats, self.spots = seats, spots
        self.parts: tuple[tuple[Block, float, float], ...] = ()
        self.hooks: tuple[Hooked, ...] = ()
        self.spines: dict[SeatId, float] = {}
        self.count = len(seats)
        self.depth = 0
        self._inside: Mapping[SeatId, Inside] | None = None
        self._hook_of: Mapping[SeatId, Hook] | None = None

    def hold(self, parts: Sequence[tuple["Block", float, float]]) -> None:
        """Hold these branches too."""
        self.parts = (*self.parts, *parts)
        self.count += sum(part.count for part, _x, _y in parts)

    @property
    def below(self) -> list["Block"]:
        """The branches that stand below it as a tidy tree."""
        return [child for child in self.children if isinstance(child, Block)]

    def held(self, x: float, y: float) -> list[tuple["Block", float, float]]:
        """The branches within it and where they stand when its own corner is there."""
        found = [(part, x + dx, y + dy) for part, dx, dy in self.parts]
        if self.children:
            y += self.drop
            found += [(child, x + left, y) for child, left in zip(self.below, self.lefts, strict=True)]
        return found

    @property
    def inside(self) -> Mapping[SeatId, Inside]:
        """Where its own cards are and those of all who report to its seat; found when first asked for."""
        if self._inside is None:
            self._inside = {seat: (0.0, 0.0, *spot) for seat, spot in zip(self.seats, self.spots, strict=True)}
            self._inside.update(inner for part in self.held(0.0, 0.0) for inner in part[0]._seen_from_outside(*part[1:]))
        return self._inside

    def _seen_from_outside(self, x: float, y: float) -> Iterator[tuple[SeatId, Inside]]:
        """Its own cards, but no reports of its seat: whoever looks for those asks the branch itself."""
        pairs = zip(self.seats[:1] if self.hooks else self.seats, self.spots, strict=False)
        return ((seat, (x, y, *spot)) for seat, spot in pairs)

    def everybody(self) -> Iterator[SeatId]:
        """All whose cards are in it."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield from block.seats
            waiting += [part for part, _x, _y in block.parts]
            waiting += block.below

    @property
    def hook_of(self) -> Mapping[SeatId, Hook]:
        """How each of those who report to its seat hangs; found when first asked for."""
        if self._hook_of is None:
            self._hook_of = {seat: hook for seats, hook in self.hooks for seat in seats}
        return self._hook_of

    @property
    def is_card(self) -> bool:
        """Whether it is no more than a card."""
        return len(self.seats) == 1 and not self.parts and not self.children

    @property
    def span(self) -> float:
        """How wide the branch is with everything below it."""
        return self.reach[4] - self.reach[3]


def lone(seat: SeatId) -> Block:
    """A card with nothing below."""
    return Block(seat, (CARD_WIDTH, CARD_HEIGHT), (seat,), CARD)


def closed(seat: SeatId, hidden: int) -> Block:
    """A card whose branch is folded away, with room for the chip that counts who is hidden."""
    block = Block(seat, (CARD_WIDTH, CARD_HEIGHT + CHIP_ROOM), (seat,), CARD)
    block.count += hidden
    return block


def chip_under(card: Rect, count: int) -> Rect:
    """The chip that counts the seats hidden below a card."""
    width = CHIP_WIDTH + 7.0 * max(0, len(str(count)) - 2)
    return Rect(card.centre.x - width / 2, card.bottom + CHIP_GAP, width, CHIP_HEIGHT)


@cache
def hung(count: int, columns: int) -> tuple[tuple[Spot, ...], Spot]:
    """Where a manager and so many single reports hanging below in columns stand, and the size of it all."""
    rows = ceil(count / columns) if columns else hang_rows(count)
    used = ceil(count / rows)
    spots = [(HANG_INDENT + COLUMN * (n // rows), HANG_TOP + PITCH * (n % rows)) for n in range(count)]
    return ((0.0, 0.0), *spots), (COLUMN * used, HANG_TOP + PITCH * rows - CARD_GAP)


def hanging_cards(seat: SeatId, reports: Sequence[SeatId], columns: int = 0) -> Block:
    """A manager over single reports in columns; 0: as many as fit."""
    spots, size = hung(len(reports), columns)
    block = Block(seat, size, (seat, *reports), spots)
    block.hooks = ((reports, Hook.HANG),)
    return block


def hanging(seat: SeatId, branches: Sequence[Block], columns: int = 1) -> Block:
    """A manager over whole branches in columns, filled from the top; 0: as many as fit."""
    rows = ceil(len(branches) / columns) if columns else hang_rows(len(branches))
    parts: list[tuple[Block, float, float]] = []
    x, bottom = HANG_INDENT, HANG_TOP
    for first in range(0, len(branches), rows):
        column = branches[first : first + rows]
        tops, lowest = _stacked(column, HANG_TOP)
        parts += [(branch, x - branch.reach[3], y) for branch, y in zip(column, tops, strict=True)]
        x += max(branch.span for branch in column) + HANG_INDENT
        bottom = max(bottom, lowest)
    block = Block(seat, (x - HANG_INDENT, bottom), (seat,), CARD)
    block.hold(parts)
    block.hooks = (([branch.seat for branch in branches], Hook.HANG),)
    block.spines = {
        branch.seat: indent + HANG_INDENT - HANG_SPINE
        for branch in branches
        if (indent := branch.spots[0][0] - branch.reach[3])
    }
    return block


def hanging_left(seat: SeatId, branches: Sequence[Block]) -> Block:
    """A manager over branches that hang at the left of a spine below the manager's right part."""
    tops, bottom = _stacked(branches, HANG_TOP)
    width = max([CARD_WIDTH, *(branch.span + HANG_INDENT for branch in branches)])
    block = Block(seat, (width, bottom), (seat,), ((width - CARD_WIDTH, 0.0),))
    right = width - HANG_INDENT
    block.hold([(branch, right - branch.reach[4], y) for branch, y in zip(branches, tops, strict=True)])
    block.hooks = (([branch.seat for branch in branches], Hook.HANG_LEFT),)
    block.spines = {
        branch.seat: indent + HANG_INDENT - HANG_SPINE
        for branch in branches
        if (indent := branch.reach[4] - branch.spots[0][0] - CARD_WIDTH)
    }
    return block


def _stacked(branches: Sequence[Block], top: float) -> tuple[list[float], float]:
    """Where branches above each other begin, and where the last one ends; whole branches keep more apart than cards."""
    tops: list[float] = []
    y, was_card = top, True
    for branch in branches:
        is_card = branch.is_card
        if tops:
            y += CARD_GAP if is_card and was_card else HANG_FIRST_GAP
        tops.append(y)
        y += branch.reach[5]
        was_card = is_card
    return tops, y


def with_assistants(block: Block, assistants: Sequence[Block], *, is_clear: bool) -> None:
    """Stand assistants at the manager's right; ``is_clear`` when nothing of the box itself may lie beside them."""
    tops, bottom = _stacked(assistants, 0.0)
    x = block.spots[0][0] + CARD_WIDTH + ASSISTANT_GAP
    if is_clear and bottom > CARD_HEIGHT:
        x = max(x, block.width + ASSISTANT_GAP)
    block.hold([(branch, x - branch.reach[3], y) for branch, y in zip(assistants, tops, strict=True)])
    block.width = max(block.width, x + max(branch.span for branch in assistants))
    block.height = max(block.height, bottom)
    block.hooks = (*block.hooks, ([branch.seat for branch in assistants], Hook.SIDE))
    for branch in assistants:
        indent = branch.spots[0][0] - branch.reach[3]
        if indent:
            block.spines[branch.seat] = indent + HANG_SPINE
