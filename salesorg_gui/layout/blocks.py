"""The branch of one seat in the reporting view, as a box that stands anywhere and is never changed.

What stands in it is told from its own corner, so a branch that only moves is the same block elsewhere, and after an
edit all blocks but those above what differs are taken over.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import ceil
from types import MappingProxyType

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.columns import COLUMN, hang_rows
from salesorg_gui.layout.contours import Reach, single, under
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
    LEVEL_GAP,
    PITCH,
    SIBLING_GAP,
)
from salesorg_gui.layout.ribs import Folds
from salesorg_gui.layout.tidy import below

type Spot = tuple[float, float]
type Hooked = tuple[Sequence[SeatId], Hook]
type Inside = tuple[float, float, float, float]
"""Where a card is in a branch: the corner of the box it stands in, and the card from that corner."""

MIDDLE = CARD_WIDTH / 2
CARD: tuple[Spot, ...] = ((0.0, 0.0),)
CARD_SIZE = CARD_WIDTH, CARD_HEIGHT
CARD_REACH = single(*CARD_SIZE)
HANG_TOP = CARD_HEIGHT + HANG_FIRST_GAP
CHIP_ROOM = CHIP_GAP + CHIP_HEIGHT + CHIP_GAP


class Block:
    """A branch. ``seats`` are the cards it holds itself, its own first, and ``spots`` where they stand.

    ``parts`` are branches within it and where they stand: those below it as a tidy tree are its ``children`` instead,
    ``drop`` below its top, with ``lefts`` from its left edge; its wire arrives at ``anchor``, an x inside its box.
    ``hooks`` tell how those who report to the seat hang on it, ``spines`` how far from some of them their spine is,
    ``folds`` how it can stand in rows. ``count`` is how many seats it has, folded ones included. Most branches are a
    leader over single cards: what such a one does not have is left to the class.
    """

    children: Sequence["Block"] = ()
    lefts: Sequence[float] = ()
    drop = CARD_HEIGHT + LEVEL_GAP
    parts: Sequence[tuple["Block", float, float]] = ()
    hooks: Sequence[Hooked] = ()
    spines: Mapping[SeatId, float] = MappingProxyType({})
    folds: Folds | None = None
    depth = 0
    clearance = SIBLING_GAP
    is_side = False
    _inside: Mapping[SeatId, Inside] | None = None
    _hook_of: Mapping[SeatId, Hook] | None = None

    def __init__(
        self, seat: SeatId, size: Spot, seats: Sequence[SeatId], spots: Sequence[Spot], reach: Reach | None = None
    ) -> None:
        self.seat = seat
        self.width, self.height = size
        self.seats, self.spots = seats, spots
        self.anchor = spots[0][0] + MIDDLE
        self.count = len(seats)
        self.reach = reach or single(*size)

    def hold(self, parts: Sequence[tuple["Block", float, float]]) -> None:
        """Hold these branches too."""
        self.parts = (*self.parts, *parts)
        self.count += sum(part.count for part, _x, _y in parts)

    def settle(self) -> None:
        """Stand the branches below it side by side, and know how far all of it reaches."""
        if not self.children:
            self.reach = single(self.width, self.height)
            return
        self.lefts, row, shift = below(self.anchor, self.children)
        self.reach = under(self.width, self.drop, row, shift)
        self.count += sum(child.count for child in self.children)

    def held(self, x: float, y: float) -> list[tuple["Block", float, float]]:
        """The branches within it and where they stand when its own corner is there."""
        found = [(part, x + dx, y + dy) for part, dx, dy in self.parts]
        if self.children:
            y += self.drop
            found += [(child, x + left, y) for child, left in zip(self.children, self.lefts, strict=True)]
        return found

    @property
    def inside(self) -> Mapping[SeatId, Inside]:
        """Where its own cards are and those of all who report to its seat; found when first asked for."""
        if self._inside is None:
            found = {seat: (0.0, 0.0, *spot) for seat, spot in zip(self.seats, self.spots, strict=True)}
            for part, x, y in self.held(0.0, 0.0):
                seats = part.seats[:1] if part.hooks else part.seats  # whoever reports there is found there
                found.update({seat: (x, y, *spot) for seat, spot in zip(seats, part.spots, strict=False)})
            self._inside = found
        return self._inside

    def everybody(self) -> Iterator[SeatId]:
        """All whose cards are in it."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield from block.seats
            waiting += [part for part, _x, _y in block.parts]
            waiting += block.children

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
    return Block(seat, CARD_SIZE, (seat,), CARD, CARD_REACH)


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
def hung(count: int, columns: int) -> tuple[tuple[Spot, ...], Spot, Reach]:
    """Where a manager and so many single reports hanging below in columns stand, and the size and reach of it all."""
    rows = ceil(count / columns) if columns else hang_rows(count)
    used = ceil(count / rows)
    spots = [(HANG_INDENT + COLUMN * (n // rows), HANG_TOP + PITCH * (n % rows)) for n in range(count)]
    size = (COLUMN * used, HANG_TOP + PITCH * rows - CARD_GAP)
    return ((0.0, 0.0), *spots), size, single(*size)


def hanging_cards(seat: SeatId, reports: Sequence[SeatId], columns: int = 0) -> Block:
    """A manager over single reports in columns; 0: as many as fit."""
    spots, size, reach = hung(len(reports), columns)
    block = Block(seat, size, (seat, *reports), spots, reach)
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
    indents = {branch.seat: branch.spots[0][0] - branch.reach[3] for branch in assistants}
    block.spines = {**block.spines, **{one: indent + HANG_SPINE for one, indent in indents.items() if indent}}
