"""What stands where: a plain grid over the board, for painting what is visible and finding what is hit."""

from collections.abc import Iterable, Iterator
from math import floor

from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect

CELL = 512.0
MANY_CELLS = 400
"""What would lie in more cells than this is looked at every time instead."""

type Cell = tuple[int, int]


class Index:
    """Keys by the rectangles they cover; one key may cover several."""

    def __init__(self) -> None:
        self._rects: dict[Key, tuple[Rect, ...]] = {}
        self._cells: dict[Cell, dict[Key, None]] = {}
        self._everywhere: dict[Key, None] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._rects

    def __len__(self) -> int:
        return len(self._rects)

    def put(self, key: Key, *rects: Rect) -> None:
        """Let a key cover these rectangles and no others."""
        if key in self._rects:
            self.drop(key)
        self._rects[key] = rects
        if sum(_count(rect) for rect in rects) > MANY_CELLS:
            self._everywhere[key] = None
            return
        for rect in rects:
            for cell in _cells(rect):
                self._cells.setdefault(cell, {})[key] = None

    def drop(self, key: Key) -> None:
        """Forget a key."""
        rects = self._rects.pop(key, ())
        if self._everywhere.pop(key, self) is None:
            return
        for rect in rects:
            for cell in _cells(rect):
                keys = self._cells.get(cell, {})
                keys.pop(key, None)
                if not keys:
                    self._cells.pop(cell, None)

    def within(self, rect: Rect) -> list[Key]:
        """Keys that touch a rectangle, in no order that means anything."""
        near: dict[Key, None] = dict(self._everywhere)
        if _count(rect) > len(self._cells):
            near = dict.fromkeys(self._rects)
        else:
            for cell in _cells(rect):
                near.update(self._cells.get(cell, {}))
        return [key for key in near if any(touch(rect, other) for other in self._rects[key])]

    def at(self, spot: Point, reach: float = 0.0) -> list[Key]:
        """Keys no further than ``reach`` from a spot."""
        return self.within(Rect(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach))


def touch(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a point; lines are rectangles without width, which ``meets`` would not see."""
    return (
        one.x <= other.x + other.width
        and other.x <= one.x + one.width
        and one.y <= other.y + other.height
        and other.y <= one.y + one.height
    )


def _count(rect: Rect) -> int:
    columns = floor(rect.right / CELL) - floor(rect.x / CELL) + 1
    return columns * (floor(rect.bottom / CELL) - floor(rect.y / CELL) + 1)


def _cells(rect: Rect) -> Iterator[Cell]:
    rows: Iterable[int] = range(floor(rect.y / CELL), floor(rect.bottom / CELL) + 1)
    for column in range(floor(rect.x / CELL), floor(rect.right / CELL) + 1):
        for row in rows:
            yield column, row
