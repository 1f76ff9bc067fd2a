"""The trees of the reporting view from afar: gathered branch by branch, and kept from edit to edit.

A branch looks the same wherever it stands. So its cards and wires are gathered once, from its own corner, and put where
it stands now: after an edit only the branches that differ are gathered anew, though every card may have moved.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import cycle

from PySide6.QtGui import QPainterPath

from salesorg_gui.canvas.far_blocks import Block as Look
from salesorg_gui.canvas.far_blocks import Corners, blocks
from salesorg_gui.canvas.far_lines import Run, path_of, twig_runs
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH
from salesorg_gui.layout.places import Places, Standing

SOME = 200
"""Up to so many cards are gathered together; of a larger branch first the leader's own part, then what stands below."""


@dataclass(frozen=True)
class Patch:
    """A branch from its own corner, with everything below it or only the leader's own part of it.

    What it looks like is gathered when somebody asks: the ``cards``, and the ``wires`` with lists or without.
    """

    block: Block
    is_whole: bool
    cards: dict[Look, Corners] = field(default_factory=dict)
    wires: dict[bool, QPainterPath] = field(default_factory=dict)

    @property
    def standing(self) -> Iterator[Standing]:
        """The branches in it."""
        waiting: list[Standing] = [(self.block, 0.0, 0.0)]
        while waiting:
            standing = waiting.pop()
            yield standing
            below = standing[0].held(*standing[1:])
            waiting += below if self.is_whole else [one for one in below if not one[0].hooks]


class FarTrees:
    """The trees of one layout after the other."""

    def __init__(self) -> None:
        self._chart = Chart()
        self._dress: tuple[object, object] = (None, None)
        self._places = Places({}, {}, (), {})
        self._patches: dict[tuple[SeatId, bool], Patch] = {}

    def cards(self, picture: Picture) -> dict[Look, Corners]:
        """The corners of all cards by what they look like."""
        places = self._follow(picture)
        found: dict[Look, Corners] = {}
        for patch, x, y in self._standing(places, frozenset()):
            if not patch.cards:
                patch.cards.update(blocks(picture, _cards_of(patch)))
            for look, corners in patch.cards.items():
                found.setdefault(look, []).extend([at + by for at, by in zip(corners, cycle((x, y)), strict=False)])
        loners = ((Key(Kind.SEAT, seat), rect) for seat, rect in places.loners.items())
        for look, corners in blocks(picture, loners).items():
            found.setdefault(look, []).extend(corners)
        return dict(sorted(found.items()))

    def wires(self, picture: Picture, *, with_lists: bool) -> tuple[QPainterPath, QPainterPath]:
        """How everybody hangs, without the stubs to single cards: on most who lead, and on those who are picked."""
        places = self._follow(picture)
        picked = {SeatId(key.id) for key in picture.wires.picks.keys if key.kind is Kind.SEAT}
        plain, speaking = QPainterPath(), QPainterPath()
        for patch, x, y in self._standing(places, picked):
            if with_lists not in patch.wires:
                patch.wires[with_lists] = path_of(_wires_of(patch, with_lists=with_lists))
            path = speaking if patch.block.seat in picked else plain
            path.addPath(patch.wires[with_lists].translated(x, y))
        return plain, speaking

    def _follow(self, picture: Picture) -> Places:
        """Forget the branches that are gone or look different; where all stand."""
        grown = picture.layout.grown
        assert isinstance(grown, Grown)
        places = grown.places
        dress = picture.catalogue, picture.looks.special_colouring
        if any(one is not other for one, other in zip(dress, self._dress, strict=True)):
            self._patches.clear()
        if places is not self._places:
            kept = places.blocks
            self._patches = {key: patch for key, patch in self._patches.items() if kept.get(key[0]) is patch.block}
        for seat in difference(self._chart, picture.chart, Kind.SEAT).changed:
            for above in _above(places, seat):
                self._patches.pop((above, True), None)
                self._patches.pop((above, False), None)
        self._chart, self._dress, self._places = picture.chart, dress, places
        return places

    def _standing(self, places: Places, picked: AbstractSet[SeatId]) -> Iterator[tuple[Patch, float, float]]:
        """The patches all is made of and where they stand; whoever is ``picked`` begins one without the rest."""
        split = {above for seat in picked if seat in places.blocks for above in _above(places, seat)}
        waiting = list(places.tops)
        while waiting:
            block, x, y = waiting.pop()
            is_whole = block.count <= SOME and block.seat not in split
            key = block.seat, is_whole
            if key not in self._patches:
                self._patches[key] = Patch(block, is_whole)
            yield self._patches[key], x, y
            if not is_whole:
                waiting += [one for one in block.held(x, y) if one[0].hooks]


def _above(places: Places, seat: SeatId) -> Iterator[SeatId]:
    """A seat and those above it whose patches it may be in."""
    above: SeatId | None = seat
    while above is not None:
        yield above
        block = places.blocks.get(above)
        above = places.managers.get(above) if block is None or block.count <= SOME else None


def _cards_of(patch: Patch) -> Iterator[tuple[Key, Rect]]:
    for block, x, y in patch.standing:
        for seat, (dx, dy) in zip(block.seats, block.spots, strict=True):
            yield Key(Kind.SEAT, seat), Rect(x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT)


def _wires_of(patch: Patch, *, with_lists: bool) -> Iterator[Run]:
    for block, x, y in patch.standing:
        if not block.hooks or (not with_lists and block.hooks[0][1] is Hook.HANG):
            continue
        cards = {
            seat: Rect(x + left + dx, y + top + dy, CARD_WIDTH, CARD_HEIGHT)
            for seat, (left, top, dx, dy) in block.inside.items()
        }
        twigs = [(hook, seat, cards[seat]) for seats, hook in block.hooks for seat in seats]
        yield from twig_runs(cards[block.seat], twigs, with_stubs=False)
