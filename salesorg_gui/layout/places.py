"""Where everything in the trees of the reporting view stands: worked out when somebody asks, from branch to branch.

A branch knows where things are from its own corner. So what stands where is told by name, going up through those who
lead; or by room, going down past all branches that lie elsewhere; or of everybody at once, in one walk. An edit makes
none of that anew.
"""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import partial

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH

KEY, RECT = partial(tuple.__new__, Key), partial(tuple.__new__, Rect)
"""Made in half the time that calling them takes."""
PATIENCE = 1000
"""After so many answers all are worked out: that takes as long."""

type Corner = tuple[float, float]
type Standing = tuple[Block, float, float]
"""A branch and where its corner is."""


class Told[K, V](Mapping[K, V]):
    """A map that works out a value when asked for it, and all of them for whoever looks through it, or asks too often.

    ``count`` is how many there are, where that is known before.
    """

    __slots__ = ("_all", "_count", "_is_whole", "_known", "_one")

    def __init__(
        self, one: Callable[[K], V | None], all_of_them: Callable[[], dict[K, V]], count: int | None = None
    ) -> None:
        self._one, self._all = one, all_of_them
        self._count = count
        self._known: dict[K, V] = {}
        self._is_whole = False

    def __getitem__(self, key: K) -> V:
        known = self._known
        if key in known:
            return known[key]
        if len(known) >= PATIENCE:
            return self._every()[key]
        found = self._one(key)
        if found is None:
            raise KeyError(key)
        known[key] = found
        return found

    def __len__(self) -> int:
        return len(self._every()) if self._count is None else self._count

    def __iter__(self) -> Iterator[K]:
        return iter(self._every())

    def items(self) -> ItemsView[K, V]:
        return self._every().items()

    def values(self) -> ValuesView[V]:
        return self._every().values()

    def _every(self) -> dict[K, V]:
        if not self._is_whole:
            self._known, self._is_whole = self._all(), True
        return self._known


class Places:
    """The trees that begin with ``tops``, of the branches of all who lead and are shown, and ``loners`` beside them.

    Corners of branches, once asked for, are kept: nothing here ever changes.
    """

    __slots__ = ("_corners", "blocks", "loners", "managers", "tops")

    def __init__(
        self,
        blocks: Mapping[SeatId, Block],
        managers: Mapping[SeatId, SeatId],
        tops: tuple[Standing, ...],
        loners: Mapping[SeatId, Rect],
    ) -> None:
        self.blocks, self.managers = blocks, managers
        self.tops, self.loners = tops, loners
        self._corners: dict[SeatId, Corner] = {block.seat: (x, y) for block, x, y in tops}

    def corner(self, leader: SeatId) -> Corner:
        """Where the branch of one who leads stands."""
        corners, path = self._corners, []
        while leader not in corners:
            path.append(leader)
            leader = self.managers[leader]
        x, y = corners[leader]
        while path:
            dx, dy, _x, _y = self.blocks[leader].inside[path[-1]]
            x, y = x + dx, y + dy
            leader = path.pop()
            corners[leader] = x, y
        return x, y

    def card(self, key: Key) -> Rect | None:
        """Where the card of a seat stands; nothing when it is hidden below a folded one."""
        if key.kind is not Kind.SEAT:
            return None
        seat = SeatId(key.id)
        block = self.blocks.get(seat)
        if block is not None:
            x, y = self.corner(seat)
            dx, dy = block.spots[0]
            return Rect(x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT)
        manager = self.managers.get(seat)
        if manager is None:
            return self.loners.get(seat)
        block = self.blocks.get(manager)
        spot = block.inside.get(seat) if block is not None else None
        if spot is None:
            return None
        x, y = self.corner(manager)
        left, top, dx, dy = spot
        return Rect(x + left + dx, y + top + dy, CARD_WIDTH, CARD_HEIGHT)

    def hook(self, seat: SeatId) -> tuple[Hook, SeatId] | None:
        """How a seat hangs on its manager, where both are shown."""
        manager = self.managers.get(seat)
        block = self.blocks.get(manager) if manager is not None else None
        hook = block.hook_of.get(seat) if block is not None else None
        return (hook, block.seat) if block is not None and hook is not None else None

    def spine(self, seat: SeatId) -> float | None:
        """How far from a card its spine runs, where it is not next to it."""
        manager = self.managers.get(seat)
        block = self.blocks.get(manager) if manager is not None else None
        return block.spines.get(seat) if block is not None else None

    def touching(self, room: Rect) -> list[tuple[Key, Rect]]:
        """The cards that share at least a point with a room, and where they stand."""
        x, y, width, height = room
        left, top, right, bottom = x - CARD_WIDTH, y - CARD_HEIGHT, x + width, y + height
        found: list[tuple[Key, Rect]] = []
        for block, by_x, by_y in self._near(room):
            found += [
                (KEY((Kind.SEAT, seat)), RECT((by_x + dx, by_y + dy, CARD_WIDTH, CARD_HEIGHT)))
                for seat, (dx, dy) in zip(block.seats, block.spots, strict=True)
                if left <= by_x + dx <= right and top <= by_y + dy <= bottom
            ]
        for seat, card in self.loners.items():
            if left <= card.x <= right and top <= card.y <= bottom:
                found.append((Key(Kind.SEAT, seat), card))
        return found

    def cards_in(self, room: Rect) -> Iterator[Rect]:
        """The cards that lie, at least in part, in a room."""
        for block, x, y in self._near(room):
            for dx, dy in block.spots:
                card = Rect(x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT)
                if card.meets(room):
                    yield card
        yield from (card for card in self.loners.values() if card.meets(room))

    def leading_in(self, room: Rect) -> Iterator[SeatId]:
        """Who leads a branch that lies, at least in part, in a room."""
        return (block.seat for block, _x, _y in self._near(room) if block.hooks)

    def hooks(self) -> dict[SeatId, tuple[Hook, SeatId]]:
        """How everybody hangs who does."""
        return {
            seat: (hook, block.seat) for block in self.blocks.values() for seats, hook in block.hooks for seat in seats
        }

    def spines(self) -> dict[SeatId, float]:
        """How far from them the spines of all cards run of which one is not next to it."""
        return {seat: spine for block in self.blocks.values() for seat, spine in block.spines.items()}

    def cards(self) -> dict[Key, Rect]:
        """Every card."""
        key, rect, seat, width, height = KEY, RECT, Kind.SEAT, CARD_WIDTH, CARD_HEIGHT
        found: dict[Key, Rect] = {}
        for block, x, y in self.standing():
            for name, (dx, dy) in zip(block.seats, block.spots, strict=True):
                found[key((seat, name))] = rect((x + dx, y + dy, width, height))
        found.update((Key(seat, name), card) for name, card in self.loners.items())
        return found

    def standing(self) -> Iterator[Standing]:
        """All branches and where they stand, those above before those below."""
        for start in self.tops:
            waiting = [start]
            while waiting:
                block, x, y = waiting.pop()
                yield block, x, y
                if block.parts or block.children:
                    waiting += block.held(x, y)

    def _near(self, room: Rect) -> Iterator[Standing]:
        """The branches that touch a room and where they stand: looked for from the top down, past whole branches."""
        x, y, width, height = room
        right, bottom = x + width, y + height
        waiting = list(self.tops)
        while waiting:
            block, left, top = waiting.pop()
            _left, _right, _low, least, most, depth = block.reach
            if left + most >= x and left + least <= right and top + depth >= y and top <= bottom:
                yield block, left, top
                waiting += block.held(left, top)
