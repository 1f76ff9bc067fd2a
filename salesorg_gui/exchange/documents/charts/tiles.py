"""A large sheet in tiles of a smaller paper: which part each shows, where to cut it, and where the next one lies.

Neighbours share ten millimetres. All sheets but those of the first column are cut at their left edge, all but those of
the first row at their upper one, and are laid on the marks of the sheet before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from salesorg_gui.drawing.shapes import Dot, Shape, Stroke, Wire
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.layout.geometry import Point, Rect

EDGE = 10 * MM
"""No printer reaches further to the edge of the paper, and marks need some room."""
OVERLAP = 10 * MM
MARK, AWAY, RING = 5 * MM, 1 * MM, 1.6 * MM
HAIR, FAINT = Stroke("text_1", 0.25), Stroke("line", 0.25)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: ``window`` is the part of the whole it shows."""

    paper: Page
    row: int
    column: int
    window: Rect

    @property
    def name(self) -> str:
        """Its row as a letter, its column as a number, as on a chessboard."""
        return f"{row_name(self.row)}{self.column + 1}"

    @property
    def room(self) -> Rect:
        """Where its window stands on the paper."""
        return Rect(EDGE, EDGE, self.window.width, self.window.height)

    @property
    def shift(self) -> Point:
        """From a spot of the whole to the same spot on the paper."""
        return Point(EDGE - self.window.x, EDGE - self.window.y)


@dataclass(frozen=True, slots=True)
class Tiling:
    """The sheets of a whole, row by row."""

    paper: Page
    whole: Page
    rows: int
    columns: int

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All of them; the last of a row or column shows only what is left."""
        return tuple(self._tile(row, column) for row in range(self.rows) for column in range(self.columns))

    def _tile(self, row: int, column: int) -> Tile:
        wide, high = window(self.paper)
        x, y = column * (wide - OVERLAP), row * (high - OVERLAP)
        return Tile(
            self.paper, row, column, Rect(x, y, min(wide, self.whole.width - x), min(high, self.whole.height - y))
        )

    def marks(self, tile: Tile) -> Iterator[Shape]:
        """Where to cut the sheet, where its neighbours lie, and rings that fall on the rings of those."""
        room = tile.room
        for x in (room.x, room.right):
            yield _line(Point(x, room.y - AWAY), Point(x, room.y - MARK))
            yield _line(Point(x, room.bottom + AWAY), Point(x, room.bottom + MARK))
        for y in (room.y, room.bottom):
            yield _line(Point(room.x - AWAY, y), Point(room.x - MARK, y))
            yield _line(Point(room.right + AWAY, y), Point(room.right + MARK, y))
        for x in self._seams(tile.column, self.columns, room.x, room.right):
            yield from _ring(Point(x, room.y - MARK + RING))
            yield from _ring(Point(x, room.bottom + MARK - RING))
        for y in self._seams(tile.row, self.rows, room.y, room.bottom):
            yield from _ring(Point(room.x - MARK + RING, y))
            yield from _ring(Point(room.right + MARK - RING, y))
        yield from self._rests(tile)

    def _rests(self, tile: Tile) -> Iterator[Shape]:
        """Where the cut edges of the neighbours come to lie: marks they cover."""
        room = tile.room
        right, low = room.right - OVERLAP, room.bottom - OVERLAP
        if tile.column + 1 < self.columns:
            yield _line(Point(right, room.y - AWAY), Point(right, room.y - MARK))
            yield _line(Point(right, room.bottom + AWAY), Point(right, room.bottom + MARK))
            yield from (_line(Point(right, y), Point(right + MARK, y), FAINT) for y in (room.y, room.bottom))
        if tile.row + 1 < self.rows:
            yield _line(Point(room.x - AWAY, low), Point(room.x - MARK, low))
            yield _line(Point(room.right + AWAY, low), Point(room.right + MARK, low))
            yield from (_line(Point(x, low), Point(x, low + MARK), FAINT) for x in (room.x, room.right))

    def _seams(self, place: int, count: int, start: float, end: float) -> Iterator[float]:
        """The middle of each part shared with a neighbour."""
        if place > 0:
            yield start + OVERLAP / 2
        if place + 1 < count:
            yield end - OVERLAP / 2


def window(paper: Page) -> tuple[float, float]:
    """How much of the whole a sheet shows at most."""
    return paper.width - 2 * EDGE, paper.height - 2 * EDGE


def tiled(whole: Page, paper: Page) -> Tiling:
    """The tiling with the fewest sheets, upright or lying."""
    turned = Page(paper.height, paper.width)
    return min((_tiling(whole, one) for one in (paper, turned)), key=lambda tiling: tiling.rows * tiling.columns)


def _tiling(whole: Page, paper: Page) -> Tiling:
    wide, high = window(paper)
    columns = max(ceil((whole.width - OVERLAP) / (wide - OVERLAP) - 1e-6), 1)
    rows = max(ceil((whole.height - OVERLAP) / (high - OVERLAP) - 1e-6), 1)
    return Tiling(paper, whole, rows, columns)


def row_name(row: int) -> str:
    """A to Z, then AA."""
    high, low = divmod(row, len(LETTERS))
    return (LETTERS[high - 1] if high else "") + LETTERS[low]


def _line(start: Point, end: Point, stroke: Stroke = HAIR) -> Wire:
    return Wire((start, end), stroke, 0.0)


def _ring(centre: Point) -> Iterator[Shape]:
    yield Dot(centre, RING * 0.6, None, HAIR)
    yield _line(Point(centre.x - RING, centre.y), Point(centre.x + RING, centre.y))
    yield _line(Point(centre.x, centre.y - RING), Point(centre.x, centre.y + RING))
