"""Where a way may run in a lane: up and down in gutters, along in the bands between cards, never through a card."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

from salesorg_gui.layout.flow_stages import Span

CLEAR = 8.0
"""How far a way keeps from cards."""
HEAD = 32.0
"""How far below a lane's upper edge ways may run: below its title."""
ENDLESS = float("inf")
GRAIN = 8.0
"""Ways from heights no further apart than this are the same."""
ACROSS = 120.0
"""What it costs to run along a column, as a way up or down."""

type Interval = tuple[float, float]
type Room = tuple[int, int]
"""A gutter and the part of it between two cards that lie across it."""


class Box(NamedTuple):
    """A card or gap in the way: its columns, upper and lower edge."""

    span: Span
    top: float
    bottom: float


class Crossing(NamedTuple):
    """A column to run along, in any of the bands between its cards. ``to`` is the gutter behind it."""

    column: int
    to: int
    bands: tuple[Interval, ...]


type Reach = tuple[dict[Room, float], dict[Room, tuple[Room, Crossing]]]


@dataclass(frozen=True)
class Maze:
    """The free parts of each gutter and each column, from top to bottom. ``kept`` are searches done before."""

    gutters: tuple[tuple[Interval, ...], ...]
    bands: tuple[tuple[Interval, ...], ...]
    kept: dict[tuple[Room, float], Reach] = field(default_factory=dict, compare=False, repr=False)

    def room(self, gutter: int, y: float) -> Room:
        """The free part of a gutter at a height, or the nearest one."""
        parts = self.gutters[gutter]
        return gutter, min(range(len(parts)), key=lambda n: _away(parts[n], y))

    def edge(self, gutter: int, *, is_lower: bool) -> Room:
        """The part of a gutter that reaches the upper or lower edge of the lane."""
        return gutter, len(self.gutters[gutter]) - 1 if is_lower else 0

    def ways_from(self, start: Room, y: float) -> Reach:
        """What it costs to get from a height of a room to each other one, and by which crossing one gets there."""
        kept = start, round(y / GRAIN) * GRAIN
        if kept not in self.kept:
            self.kept[kept] = self._searched(*kept)
        return self.kept[kept]

    def _searched(self, start: Room, y: float) -> Reach:
        costs: dict[Room, float] = {start: 0.0}
        before: dict[Room, tuple[Room, Crossing]] = {}
        waiting: list[tuple[float, Room, float]] = [(0.0, start, y)]
        while waiting:
            cost, room, height = heappop(waiting)
            if cost > costs[room]:
                continue
            for crossing, behind in self._crossings(room):
                at = min((clamped(height, band) for band in crossing.bands), key=lambda at: abs(at - height))
                new = cost + ACROSS + abs(at - height)
                if new < costs.get(behind, ENDLESS):
                    costs[behind], before[behind] = new, (room, crossing)
                    heappush(waiting, (new, behind, at))
        return costs, before

    def path(self, start: Room, y: float, end: Room) -> list[Crossing]:
        """The columns to run along from a height of a room to another room."""
        found: list[Crossing] = []
        before = self.ways_from(start, y)[1]
        while end != start:
            end, crossing = before[end]
            found.append(crossing)
        return found[::-1]

    def _crossings(self, room: Room) -> Iterator[tuple[Crossing, Room]]:
        gutter, part = room
        here = self.gutters[gutter][part]
        for column, to in ((gutter, gutter + 1), (gutter - 1, gutter - 1)):
            if not 0 <= column < len(self.bands):
                continue
            for number, there in enumerate(self.gutters[to]):
                both = _shared(here, there)
                bands = tuple(free for band in self.bands[column] if is_open(free := _shared(both, band)))
                if bands:
                    yield Crossing(column, to, bands), (to, number)


def maze_of(boxes: Sequence[Box], columns: int) -> Maze:
    """The maze between these boxes."""
    across: list[list[Interval]] = [[] for _ in range(columns + 1)]
    along: list[list[Interval]] = [[] for _ in range(columns)]
    for (first, last), top, bottom in sorted(boxes, key=lambda box: box.top):
        for column in range(first, last + 1):
            along[column].append((top, bottom))
        for gutter in range(first + 1, last + 1):
            across[gutter].append((top, bottom))
    return Maze(tuple(_free(blocks) for blocks in across), tuple(_free(blocks) for blocks in along))


def _free(blocks: Iterable[Interval]) -> tuple[Interval, ...]:
    """What is left between blocks in order."""
    found: list[Interval] = []
    start = HEAD
    for top, bottom in blocks:
        found.append((start, top - CLEAR))
        start = bottom + CLEAR
    return (*(part for part in found if is_open(part)), (start, ENDLESS))


def _shared(one: Interval, other: Interval) -> Interval:
    return max(one[0], other[0]), min(one[1], other[1])


def is_open(part: Interval) -> bool:
    """Whether there is anything between its ends."""
    return part[0] <= part[1]


def clamped(y: float, part: Interval) -> float:
    """The height in an interval nearest to another."""
    return min(max(y, part[0]), part[1])


def _away(part: Interval, y: float) -> float:
    return max(part[0] - y, y - part[1], 0.0)
