"""A sheet that tells how far a printer puts the backs off their fronts.

The front has scales, the back crosses. Held against the light, the middle of a cross points at two numbers on its
scale: how many millimetres the back lies too far to the right and too far down. Their opposites are the offset.
"""

from collections.abc import Iterator

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Label, Shape, Stroke, Wire, draw
from salesorg_gui.exchange.documents.options import MM, Options, Page
from salesorg_gui.exchange.documents.printing import book_for
from salesorg_gui.exchange.documents.typeset import Block, paragraph, stacked, style
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point

REACH = 6
HALF = 0.5
FIVE = 10
"""So many half millimetres are numbered."""
TICK, LONG_TICK = 1.2 * MM, 2.2 * MM
MARGIN, TEXT_TOP, EDGE = 22 * MM, 42 * MM, 22 * MM
HAIR, CROSS = Stroke("text_1", 0.25), Stroke("text_1", 0.5)


def calibration(_plan: Plan, _chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """Two pages to print on both sides of one sheet."""
    page = options.page
    book = book_for(Plan(), catalogue, _("Calibration sheet"), options)
    book.canvas.setViewerPreference(
        "Duplex", "DuplexFlipLongEdge" if options.cards.duplex != "short" else "DuplexFlipShortEdge"
    )
    book.page(page.width, page.height)
    draw(_words(page), book.pen())
    for spot in _spots(page):
        draw(_scales(spot), book.pen())
    book.page(page.width, page.height)
    for spot in _spots(page):
        draw(_cross(spot), book.pen())
    return book.finished()


def _spots(page: Page) -> Iterator[Point]:
    """The middle of the sheet, and near its corners: a sheet may also lie askew."""
    for x in (EDGE, page.width - EDGE):
        for y in (EDGE, page.height - EDGE):
            yield Point(x, y)
    yield Point(page.width / 2, page.height / 2)


def _scales(spot: Point) -> Iterator[Shape]:
    """Millimetres to the right and down from the middle."""
    reach = REACH * MM
    yield Wire((Point(spot.x - reach, spot.y), Point(spot.x + reach, spot.y)), HAIR)
    yield Wire((Point(spot.x, spot.y - reach), Point(spot.x, spot.y + reach)), HAIR)
    for step in range(-2 * REACH, 2 * REACH + 1):
        at, length = step * HALF * MM, LONG_TICK if step % FIVE == 0 else TICK if step % 2 == 0 else TICK / 2
        yield Wire((Point(spot.x + at, spot.y - length), Point(spot.x + at, spot.y)), HAIR)
        yield Wire((Point(spot.x - length, spot.y + at), Point(spot.x, spot.y + at)), HAIR)
    yield from _numbers(spot)


def _numbers(spot: Point) -> Iterator[Shape]:
    """Each of the four in a quarter of its own, so that no two of them meet."""
    at, off, drop = FIVE * HALF * MM, LONG_TICK + 2.0, 2.2
    low, high = f"\u2212{FIVE * HALF:.0f}", f"+{FIVE * HALF:.0f}"
    yield Label(high, Point(spot.x + at, spot.y - off), 6.5, "text_2", align=Align.CENTRE)
    yield Label(low, Point(spot.x - at, spot.y + 8.0), 6.5, "text_2", align=Align.CENTRE)
    yield Label(low, Point(spot.x - off, spot.y - at + drop), 6.5, "text_2", align=Align.RIGHT)
    yield Label(high, Point(spot.x + 3.0, spot.y + at + drop), 6.5, "text_2")


def _cross(spot: Point) -> Iterator[Shape]:
    """Thin lines that show through the paper."""
    reach = REACH * MM * 1.4
    yield Wire((Point(spot.x - reach, spot.y), Point(spot.x + reach, spot.y)), CROSS)
    yield Wire((Point(spot.x, spot.y - reach), Point(spot.x, spot.y + reach)), CROSS)


def _words(page: Page) -> tuple[Shape, ...]:
    width = page.width - 2 * MARGIN
    title, body = style("page_title"), style("body")
    steps = (
        _("1. Print this sheet on both sides, at 100 %, without fitting it to the page."),
        _("2. Hold it against the light. Every cross of the back should lie in the middle of its scale."),
        _("3. Where it does not, read how many mm it lies to the right (+) or left (−), and down (+) or up (−)."),
        _("4. Enter these two numbers with the opposite sign as the offset of the backs."),
    )
    blocks = [
        paragraph(_("Calibration sheet"), title, width),
        Block(4 * MM, ()),
        *(paragraph(step, body, width) for step in steps),
        Block(2 * MM, ()),
        paragraph(_("Scales in millimetres"), style("small"), width, "text_3"),
    ]
    return tuple(moved(stacked(blocks).shapes, MARGIN, TEXT_TOP))
