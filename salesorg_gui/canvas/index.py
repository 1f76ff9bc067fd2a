"""What stands where: a plain grid over the board, for painting what is visible and finding what is hit."""

from collections.abc import Iterable, Mapping
from itertools import product
from math import floor

from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect

CELL = 512.0
MANY_CELLS = 400

type Cell = tuple[int, int]

NOTHING: Mapping[Key, None] = {}


class Index:
    """Keys by the rectangles they cover; one key may cover several.

    What would lie in more cells than ``most_cells`` is looked at every time instead: for few keys of much room fewer
    cells are quicker.
    """

    def __init__(self, most_cells: int = MANY_CELLS) -> None:
        self._most_cells = most_cells
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
        spans = [_span(rect) for rect in rects]
        if sum(len(columns) * len(rows) for columns, rows in spans) > self._most_cells:
            self._everywhere[key] = None
            return
        for span in spans:
            for cell in product(*span):
                self._cells.setdefault(cell, {})[key] = None

    def drop(self, key: Key) -> None:
        """Forget a key."""
        rects = self._rects.pop(key, ())
        if self._everywhere.pop(key, self) is None:
            return
        for rect in rects:
            for cell in product(*_span(rect)):
                keys = self._cells.get(cell, {})
                keys.pop(key, None)
                if not keys:
                    self._cells.pop(cell, None)

    def within(self, rect: Rect) -> list[Key]:
        """Keys that touch a rectangle, in no order that means anything."""
        near: dict[Key, None] = dict(self._everywhere)
        columns, rows = _span(rect)
        if len(columns) * len(rows) > len(self._cells):
            near = dict.fromkeys(self._rects)
        else:
            for cell in product(columns, rows):
                near.update(self._cells.get(cell, NOTHING))
        return [key for key in near if touches_any(rect, self._rects[key])]

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


def touching(rects: Mapping[Key, Rect], rect: Rect) -> list[Key]:
    """Those of many rectangles that touch one: each is looked at, as quickly as can be."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return [
        key for key, (x, y, width, height) in rects.items()
        if x <= right and y <= bottom and x + width >= left and y + height >= top
    ]  # fmt: skip


def touches_any(rect: Rect, others: Iterable[Rect]) -> bool:
    """Whether a rectangle touches one of the others: asked for every wire near by whenever something is painted."""
    x, y, width, height = rect
    right, bottom = x + width, y + height
    for left, top, wide, high in others:
        if left <= right and x <= left + wide and top <= bottom and y <= top + high:
            return True
    return False


def _span(rect: Rect) -> tuple[range, range]:
    """The columns and rows of cells a rectangle lies in."""
    x, y, width, height = rect
    return (
        range(floor(x / CELL), floor((x + width) / CELL) + 1),
        range(floor(y / CELL), floor((y + height) / CELL) + 1),
    )
