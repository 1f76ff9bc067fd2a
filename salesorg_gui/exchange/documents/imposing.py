"""How role cards stand on a sheet of paper: where, with which bleed, and where to cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Wire
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.role_cards import HEIGHT, WIDTH, Face
from salesorg_gui.layout.geometry import Point, Rect

BAND, BLEED = 5 * MM, 3 * MM
GAP, LENGTH = 4 * MM, 5 * MM
HAIR = Stroke("text_1", 0.25)


@dataclass(frozen=True, slots=True)
class Sheetful:
    """How cards stand on a sheet of paper: page size and the top left corners of the cards, in points."""

    page: Page
    corners: tuple[Point, ...]

    @property
    def mirrored(self) -> tuple[Point, ...]:
        """Corners for the backs, turned over the long edge."""
        return tuple(Point(self.page.width - corner.x - WIDTH, corner.y) for corner in self.corners)


def arranged(page: Page) -> Sheetful:
    """As many cards as fit the paper, centred; the paper lies on its side when more fit so."""
    upright, lying = _grid(page), _grid(Page(page.height, page.width))
    return lying if len(lying.corners) > len(upright.corners) else upright


def _grid(page: Page) -> Sheetful:
    columns, rows = int((page.width + 0.5) // WIDTH), int((page.height + 0.5) // HEIGHT)
    left, top = (page.width - columns * WIDTH) / 2, (page.height - rows * HEIGHT) / 2
    corners = tuple(
        Point(left + column * WIDTH, top + row * HEIGHT) for row in range(rows) for column in range(columns)
    )
    return Sheetful(page, corners)


def bands(corners: Sequence[Point], shown: Sequence[Face]) -> Iterator[Shape]:
    """The purpose bands; they bleed over the cut where no other card lies, and stop at the cut where one does."""
    for corner, face in zip(corners, shown, strict=False):
        if not face.band:
            continue
        left = corner.x - (0.0 if _neighbour(corners, corner, -WIDTH, 0.0) else BLEED)
        right = corner.x + WIDTH + (0.0 if _neighbour(corners, corner, WIDTH, 0.0) else BLEED)
        top = corner.y - (0.0 if _neighbour(corners, corner, 0.0, -HEIGHT) else BLEED)
        yield Box(Rect(left, top, right - left, corner.y + BAND - top), face.band)


def _neighbour(corners: Sequence[Point], corner: Point, dx: float, dy: float) -> bool:
    return any(abs(other.x - corner.x - dx) < 1 and abs(other.y - corner.y - dy) < 1 for other in corners)


def cut_marks(page: Page, corners: Sequence[Point]) -> Iterator[Shape]:
    """Short lines on every cut: outside the cards where the paper has room, else ticks at its edges."""
    xs = sorted({round(x, 2) for corner in corners for x in (corner.x, corner.x + WIDTH)})
    ys = sorted({round(y, 2) for corner in corners for y in (corner.y, corner.y + HEIGHT)})
    for x in xs:
        yield from _mark(Point(x, ys[0]), Point(0.0, -1.0), page)
        yield from _mark(Point(x, ys[-1]), Point(0.0, 1.0), page)
    for y in ys:
        yield from _mark(Point(xs[0], y), Point(-1.0, 0.0), page)
        yield from _mark(Point(xs[-1], y), Point(1.0, 0.0), page)
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            yield Wire((Point(x - LENGTH / 2, y), Point(x + LENGTH / 2, y)), HAIR)
            yield Wire((Point(x, y - LENGTH / 2), Point(x, y + LENGTH / 2)), HAIR)


def _mark(corner: Point, way: Point, page: Page) -> Iterator[Shape]:
    """A mark outside the corner; where the paper ends too early, a tick from its edge inwards."""
    start, end = _along(corner, way, GAP), _along(corner, way, GAP + LENGTH)
    if not page.holds(end):
        start, end = corner, _along(corner, way, -LENGTH / 2)
    start, end = page.nearest(start), page.nearest(end)
    runs_along_an_edge = (way.x == 0 and not 1 < start.x < page.width - 1) or (
        way.y == 0 and not 1 < start.y < page.height - 1
    )
    if not runs_along_an_edge:
        yield Wire((start, end), HAIR)


def _along(start: Point, way: Point, distance: float) -> Point:
    return Point(start.x + way.x * distance, start.y + way.y * distance)
