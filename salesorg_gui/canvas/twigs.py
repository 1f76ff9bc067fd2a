"""The reports that stand where the tree of their manager put them, by manager, gathered when somebody asks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from salesorg_gui.canvas.index import touch
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook, Layout, ViewKind
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH

if TYPE_CHECKING:
    from salesorg_gui.layout.blocks import Block
    from salesorg_gui.layout.grown import Grown
    from salesorg_gui.layout.places import Corner

ROOM = 64.0
"""How far a way may lead round its ends."""

type Twig = tuple[Hook, SeatId, Rect]


class Twigs(Protocol):
    """Those of one layout."""

    def of(self, manager: SeatId) -> Sequence[Twig]:
        """The reports of one of the managers."""
        ...

    def managers(self, room: Rect | None = None) -> list[SeatId]:
        """All who have any, or those whose twigs may touch a room."""
        ...


class TwigsOfBoard:
    """Found all at once: only few stand in a tree."""

    def __init__(self, layout: Layout) -> None:
        self._cards = layout.cards
        found: defaultdict[SeatId, list[Twig]] = defaultdict(list)
        for seat, (hook, manager) in layout.hooks.items():
            rect = self._cards.get(Key(Kind.SEAT, seat))
            if rect is not None and Key(Kind.SEAT, manager) in self._cards:
                found[manager].append((hook, seat, rect))
        self._found = dict(found)

    def of(self, manager: SeatId) -> Sequence[Twig]:
        """The reports of one of the managers."""
        return self._found[manager]

    def managers(self, room: Rect | None = None) -> list[SeatId]:
        """All who have any, or those whose twigs may touch a room."""
        return [manager for manager, other in self._rooms.items() if room is None or touch(other, room)]

    @cached_property
    def _rooms(self) -> Mapping[SeatId, Rect]:
        """The room of each manager with its twigs."""
        rooms = {}
        for manager, twigs in self._found.items():
            x, y, _width, _height = self._cards[Key(Kind.SEAT, manager)]
            lefts, tops, _widths, _heights = zip(*[twig[2] for twig in twigs], strict=True)
            left, top = min(x, *lefts), min(y, *tops)
            right, bottom = max(x, *lefts) + CARD_WIDTH, max(y, *tops) + CARD_HEIGHT
            rooms[manager] = Rect(left, top, right - left, bottom - top).grown(ROOM)
        return rooms


class TwigsOfBranches:
    """Looked up in the branches as they grew; those of a branch that stands where it stood are taken over."""

    def __init__(self, layout: Layout, grown: "Grown", earlier: Twigs | None) -> None:
        self._cards, self._grown = layout.cards, grown
        self._found: dict[SeatId, tuple[Block, Corner, list[Twig]]] = (
            earlier._found if isinstance(earlier, TwigsOfBranches) else {}  # noqa: SLF001 -- one of its own
        )

    def of(self, manager: SeatId) -> Sequence[Twig]:
        """The reports of one of the managers."""
        block, corner = self._grown.blocks[manager], self._grown.places.corner(manager)
        known = self._found.get(manager)
        if known is not None and known[0] is block and known[1] == corner:
            return known[2]
        twigs = [
            (hook, seat, rect)
            for seats, hook in block.hooks
            for seat in seats
            if (rect := self._cards.get(Key(Kind.SEAT, seat))) is not None
        ]
        self._found[manager] = block, corner, twigs
        return twigs

    def managers(self, room: Rect | None = None) -> list[SeatId]:
        """All who have any, or those whose twigs may touch a room."""
        if room is not None:
            return list(self._grown.places.leading_in(room.grown(ROOM)))
        return [seat for seat, block in self._grown.blocks.items() if block.hooks]


def twigs_in(layout: Layout, earlier: Twigs | None = None) -> Twigs:
    """Those of a layout; ``earlier`` ones only save time."""
    if layout.view is ViewKind.REPORTING:
        from salesorg_gui.layout.grown import Grown  # noqa: PLC0415 -- the board, which is seen first, knows no trees

        if isinstance(layout.grown, Grown):
            return TwigsOfBranches(layout, layout.grown, earlier)
    return TwigsOfBoard(layout)
