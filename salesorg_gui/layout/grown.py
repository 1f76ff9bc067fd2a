"""The trees of the reporting view as they grew, so that the next ones need only grow anew what an edit touched."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH
from salesorg_gui.layout.reporting import Forest, Solid
from salesorg_gui.layout.styles import WIDE_LEVELS, Below, block_of, folded_block

type Corner = tuple[float, float]


@dataclass(frozen=True)
class Grown:
    """What one layout leaves to the next: who stands below whom, the branches of all who lead, and where they stand."""

    chart: Chart = field(default_factory=Chart)
    solid: Solid = field(default_factory=lambda: Solid({}, {}))
    forest: Forest = field(default_factory=lambda: Forest((), {}, {}))
    folded: frozenset[SeatId] = frozenset()
    blocks: Mapping[SeatId, Block] = field(default_factory=dict)
    corners: Mapping[SeatId, Corner] = field(default_factory=dict)
    tops: tuple[tuple[Block, float, float], ...] = ()
    loners: tuple[Rect, ...] = ()

    def cards_in(self, room: Rect) -> Iterator[Rect]:
        """The cards that lie, at least in part, in a room."""
        for block, x, y in self._touching(room):
            for dx, dy in block.spots:
                card = Rect(x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT)
                if card.meets(room):
                    yield card
        yield from (card for card in self.loners if card.meets(room))

    def leading_in(self, room: Rect) -> Iterator[SeatId]:
        """Who leads a branch that lies, at least in part, in a room."""
        return (block.seat for block, _x, _y in self._touching(room) if block.hooks)

    def _touching(self, room: Rect) -> Iterator[tuple[Block, float, float]]:
        """The branches in a room and where they stand: looked for from the roots down, past whole branches."""
        waiting = list(self.tops)
        while waiting:
            block, x, y = waiting.pop()
            _left, _right, _low, least, most, bottom = block.reach
            if x + most > room.x and x + least < room.right and y + bottom > room.y and y < room.bottom:
                yield block, x, y
                waiting += block.held(x, y)


@dataclass
class Growth:
    """Branches being grown, from the ones that lead nobody who leads up to the roots."""

    chart: Chart
    solid: Solid
    forest: Forest
    folded: Collection[SeatId]
    blocks: dict[SeatId, Block] = field(default_factory=dict)
    made: list[Block] = field(default_factory=list)

    def grow(self, wanted: Iterable[tuple[SeatId, int]]) -> None:
        """Grow the branches of these seats, given with their depth, and whatever below them is missing or too old."""
        order = [(seat, depth) for seat, depth in wanted if seat in self.forest.reports]
        known = {seat for seat, _depth in order}
        for seat, depth in order:
            if seat not in self.folded:
                below = [(report, depth + 1) for report in self._missing(seat, depth + 1) if report not in known]
                known.update(report for report, _depth in below)
                order += below
        order.sort(key=lambda pair: pair[1], reverse=True)
        for seat, depth in order:
            block = self._block(seat, depth)
            self.blocks[seat] = block
            self.made.append(block)

    def _missing(self, seat: SeatId, depth: int) -> Iterator[SeatId]:
        """Reports that lead but have no branch yet, or one of another depth."""
        level = min(depth, WIDE_LEVELS)
        reports, blocks = self.forest.reports, self.blocks
        for report in reports[seat]:
            if report in reports and (report not in blocks or blocks[report].depth != level):
                yield report

    def _block(self, seat: SeatId, depth: int) -> Block:
        if seat in self.folded:
            return folded_block(seat, len(self.forest.below(seat)) - 1, depth)
        reports, assistants = self.forest.reports[seat], self.solid.assistants
        leading = {report: self.blocks[report] for report in reports if report in self.forest.reports}
        helping: tuple[SeatId, ...] = ()
        if assistants:
            helping = tuple(report for report in reports if (report, seat) in assistants)
            if helping:
                reports = tuple(report for report in reports if (report, seat) not in assistants)
        return block_of(self.chart.seats[seat], Below(reports, leading, helping), depth)


@dataclass
class Stand:
    """Where everything stands: the cards, how they hang, and the corners of all branches that lead.

    ``stirred`` are the cards that were stood or forgotten, ``rehung`` the seats that were hung or unhung: all others
    are as they were.
    """

    cards: dict[Key, Rect] = field(default_factory=dict)
    hooks: dict[SeatId, tuple[Hook, SeatId]] = field(default_factory=dict)
    spines: dict[SeatId, float] = field(default_factory=dict)
    corners: dict[SeatId, Corner] = field(default_factory=dict)
    stirred: set[Key] = field(default_factory=set)
    rehung: set[SeatId] = field(default_factory=set)

    def stand(self, tree: Block, x: float, y: float, kept: Mapping[SeatId, Block]) -> None:
        """Stand a branch, and all in it, with its box's corner there; the same branch in its old place stays."""
        waiting = [(tree, x, y)]
        corners, cards = self.corners, self.cards
        rect = partial(tuple.__new__, Rect)  # thousands of them: a call of Rect takes twice as long
        while waiting:
            block, x, y = waiting.pop()
            seat = block.seat
            if block.hooks:
                if corners.get(seat) == (x, y) and kept.get(seat) is block:
                    continue
                corners[seat] = (x, y)
            for key, (dx, dy) in zip(block.keys, block.spots, strict=True):
                cards[key] = rect((x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT))
            self.stirred.update(block.keys)
            waiting += block.held(x, y)

    def hang(self, blocks: Iterable[Block]) -> None:
        """Learn how the reports of these hang."""
        for block in blocks:
            for seats, hook in block.hooks:
                self.hooks.update(dict.fromkeys(seats, (hook, block.seat)))
                self.rehung.update(seats)
                for seat in self.spines.keys() & set(seats) if self.spines else ():
                    del self.spines[seat]
            self.spines.update(block.spines)

    def unhang(self, seats: Iterable[SeatId]) -> None:
        """These hang on nobody."""
        for seat in seats:
            self.rehung.add(seat)
            self.hooks.pop(seat, None)
            self.spines.pop(seat, None)

    def forget(self, seats: Collection[SeatId]) -> None:
        """Show these no longer."""
        for seat in seats:
            self.stirred.add(key := Key(Kind.SEAT, seat))
            self.cards.pop(key, None)
            self.corners.pop(seat, None)
        self.unhang(seats)
