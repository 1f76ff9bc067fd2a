"""The trunks of lead sources: which feeds leave one near a room, and which only run past it on their way.

Thousands of feeds share a trunk. In a room they run past, those that look alike cannot be told apart: one of them
stands for all.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from salesorg_gui.domain.ids import HandoffId
from salesorg_gui.layout.flow_parts import Bunch
from salesorg_gui.layout.flow_sources import Feed
from salesorg_gui.layout.flow_team import What
from salesorg_gui.layout.geometry import Rect

NEAR = 32.0
"""What leaves a trunk so far from a room, or nearer, has its turn, its name and its mark told on their own there."""

INFINITE = float("inf")

type Group = tuple[What, bool]
"""What is handed over, and whether it is drawn so that several on each other look like one: not in dashes."""


@dataclass(frozen=True)
class Lot:
    """Feeds of one trunk that look alike, by the height at which they leave it."""

    heights: Sequence[float]
    names: Sequence[HandoffId]

    def between(self, low: float, high: float) -> Sequence[HandoffId]:
        """Those that leave it from one height to another."""
        return self.names[bisect_left(self.heights, low) : bisect_right(self.heights, high)]

    def above(self, height: float) -> Iterator[Bunch]:
        """Those that leave it higher, if any do."""
        if count := bisect_left(self.heights, height):
            yield Bunch(self.names[:count], self._first_down[count - 1])

    def below(self, height: float) -> Iterator[Bunch]:
        """Those that leave it lower, if any do."""
        if count := len(self.names) - bisect_right(self.heights, height):
            yield Bunch(self.names[-count:], self._first_up[count - 1])

    @cached_property
    def _first_down(self) -> Sequence[HandoffId]:
        return list(accumulate(self.names, min))

    @cached_property
    def _first_up(self) -> Sequence[HandoffId]:
        return list(accumulate(reversed(self.names), min))


@dataclass(frozen=True)
class Trunk:
    """The trunk of one source: the height at which it begins, and what leaves it."""

    start: float
    lots: Mapping[Group, Lot]

    def near(self, room: Rect) -> Iterator[HandoffId]:
        """Every feed that may touch a room, whatever is left and right of it."""
        for lot in self.lots.values():
            yield from self._within(lot, room)

    def leaving(self, room: Rect) -> Iterator[HandoffId]:
        """Those of them whose turn, name or mark may be there, and those in dashes."""
        low, high = room.y - NEAR, room.bottom + NEAR
        for (_what, is_plain), lot in self.lots.items():
            yield from lot.between(low, high) if is_plain else self._within(lot, room)

    def passing(self, room: Rect) -> Iterator[Bunch]:
        """All others."""
        for (_what, is_plain), lot in self.lots.items():
            if is_plain and self.start <= room.bottom:
                yield from lot.below(room.bottom + NEAR)
            if is_plain and self.start >= room.y:
                yield from lot.above(room.y - NEAR)

    def _within(self, lot: Lot, room: Rect) -> Sequence[HandoffId]:
        """Those whose part of the trunk or turn may touch a room."""
        low, high = room.y, room.bottom
        return lot.between(low if self.start < low else -INFINITE, high if self.start > high else INFINITE)


def trunk_of(start: float, feeds: Iterable[Feed]) -> Trunk:
    """The trunk that begins at a height."""
    groups: dict[Group, list[tuple[float, HandoffId]]] = defaultdict(list)
    for feed in feeds:
        groups[feed.what, feed.is_named and not feed.what.is_return].append((feed.y, feed.handoff))
    lots = {}
    for group, found in groups.items():
        found.sort()
        lots[group] = Lot([y for y, _name in found], [name for _y, name in found])
    return Trunk(start, lots)
