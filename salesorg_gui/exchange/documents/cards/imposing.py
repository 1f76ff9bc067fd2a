"""How role cards stand on sheets: one grid that is the same on every sheet, where colour bleeds, and where to cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.shapes import Stroke, Wire
from salesorg_gui.exchange.documents.cards.formats import BLEED, CardFormat
from salesorg_gui.exchange.documents.options import MM, CardOptions, Page
from salesorg_gui.layout.geometry import Point, Rect

GAP, LENGTH = 4 * MM, 5 * MM
SLUG = GAP + LENGTH + 1 * MM
"""White around a single card, for its marks."""
ROUNDING = 0.5
HAIR = Stroke("text_1", 0.25)
FOLD = Stroke("text_1", 0.25, (2.0, 2.0))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one card stands: the top left corners of its front and, if there is one, of its back on the same face."""

    front: Point
    back: Point | None = None


@dataclass(frozen=True, slots=True)
class Sheetful:
    """A sheet of paper and its cells, row by row; each is ``width`` by ``height``, with ``gutter`` to the next."""

    page: Page
    corners: tuple[Point, ...]
    width: float
    height: float
    gutter: float

    @property
    def block(self) -> Rect:
        """All cells together: what is left of the sheet after the outer cuts."""
        left, top = min(one.x for one in self.corners), min(one.y for one in self.corners)
        right, bottom = max(one.x for one in self.corners), max(one.y for one in self.corners)
        return Rect(left, top, right - left + self.width, bottom - top + self.height)

    @property
    def bleed(self) -> Rect:
        """The block and the colour that runs over its edge, as far as there is paper."""
        block = self.block
        left, top = max(0.0, block.x - BLEED), max(0.0, block.y - BLEED)
        right, bottom = min(self.page.width, block.right + BLEED), min(self.page.height, block.bottom + BLEED)
        return Rect(left, top, right - left, bottom - top)

    def turned(self, duplex: str) -> tuple[Point, ...]:
        """Corners of the backs as they lie behind their fronts once the printer has turned the sheet over an edge."""
        if self.turns_sideways(duplex):
            return tuple(Point(self.page.width - one.x - self.width, one.y) for one in self.corners)
        return tuple(Point(one.x, self.page.height - one.y - self.height) for one in self.corners)

    def turns_sideways(self, duplex: str) -> bool:
        """Whether the sheet is turned like the page of a book, and not like that of a wall calendar."""
        return (duplex == "long") == (self.page.width <= self.page.height)


def arranged(page: Page, card: CardFormat, options: CardOptions) -> Sheetful | None:
    """As many cards as fit the paper, centred; the paper lies on its side when more fit so. ``None`` when none fits."""
    width = card.width * (2 if is_folded(card, options) else 1)
    if options.is_single:
        room = Page(width + 2 * SLUG, card.height + 2 * SLUG)
        return Sheetful(room, (Point(SLUG, SLUG),), width, card.height, 2 * BLEED)
    gutter = 2 * BLEED if options.has_bleed else 0.0
    upright, lying = (_grid(paper, width, card.height, gutter) for paper in (page, Page(page.height, page.width)))
    best = lying if len(lying.corners) > len(upright.corners) else upright
    return best if best.corners else None


def is_folded(card: CardFormat, options: CardOptions) -> bool:
    """Whether front and back stand side by side; a tent is folded anyway."""
    return options.is_folded and not card.is_tent


def _grid(page: Page, width: float, height: float, gutter: float) -> Sheetful:
    """Cells with gutters between them, and half a gutter at the edges of the paper."""
    columns = int((page.width + ROUNDING) // (width + gutter))
    rows = int((page.height + ROUNDING) // (height + gutter))
    left = (page.width - columns * (width + gutter) + gutter) / 2
    top = (page.height - rows * (height + gutter) + gutter) / 2
    corners = tuple(
        Point(left + column * (width + gutter), top + row * (height + gutter))
        for row in range(rows)
        for column in range(columns)
    )
    return Sheetful(page, corners, width, height, gutter)


def dealt[T](cards: Sequence[T], each: int, *, is_stacked: bool) -> Iterator[tuple[T | None, ...]]:
    """Cards by sheets. Stacked, those of one place follow each other from sheet to sheet; places may stay empty."""
    sheets = -(-len(cards) // each)
    for sheet in range(sheets):
        numbers = [place * sheets + sheet if is_stacked else sheet * each + place for place in range(each)]
        yield tuple(cards[number] if number < len(cards) else None for number in numbers)


def bleeding(sheet: Sheetful, corner: Point) -> tuple[float, float, float]:
    """How far colour may run over the left, right and upper edge of a cell: not onto other cards, nor off the paper."""
    if sheet.gutter:
        return BLEED, BLEED, BLEED
    block = sheet.block
    left = min(BLEED, corner.x) if corner.x - block.x < 1 else 0.0
    over = sheet.page.width - corner.x - sheet.width
    right = min(BLEED, over) if block.right - corner.x - sheet.width < 1 else 0.0
    return left, right, min(BLEED, corner.y) if corner.y - block.y < 1 else 0.0


def cut_marks(sheet: Sheetful) -> Iterator[Wire]:
    """Short lines on every cut: outside the cards where the paper has room, else ticks at its edges."""
    page, corners = sheet.page, sheet.corners
    xs = sorted({round(x, 2) for corner in corners for x in (corner.x, corner.x + sheet.width)})
    ys = sorted({round(y, 2) for corner in corners for y in (corner.y, corner.y + sheet.height)})
    for x in xs:
        yield from _mark(Point(x, ys[0]), Point(0.0, -1.0), page)
        yield from _mark(Point(x, ys[-1]), Point(0.0, 1.0), page)
    for y in ys:
        yield from _mark(Point(xs[0], y), Point(-1.0, 0.0), page)
        yield from _mark(Point(xs[-1], y), Point(1.0, 0.0), page)
    if sheet.gutter:
        return
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            yield Wire((Point(x - LENGTH / 2, y), Point(x + LENGTH / 2, y)), HAIR)
            yield Wire((Point(x, y - LENGTH / 2), Point(x, y + LENGTH / 2)), HAIR)


def fold_marks(sheet: Sheetful, card: CardFormat, options: CardOptions) -> Iterator[Wire]:
    """Dashes where a card is folded: down its middle, or across a tent."""
    for corner in sheet.corners:
        if card.is_tent:
            y = corner.y + sheet.height / 2
            for x in (corner.x, corner.x + sheet.width - LENGTH):
                yield Wire((Point(x, y), Point(x + LENGTH, y)), FOLD)
        elif is_folded(card, options):
            x = corner.x + sheet.width / 2
            for y in (corner.y, corner.y + sheet.height - LENGTH):
                yield Wire((Point(x, y), Point(x, y + LENGTH)), FOLD)


def _mark(corner: Point, way: Point, page: Page) -> Iterator[Wire]:
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
