"""Words too long for their place on a chart: smaller and in more lines where they can be read so, else on pages behind.

A screen elides them, since whoever wants to know more may go nearer. Paper has to say everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import inf

from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.measure import SLACK, width, wrap
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Icon, Label, Shape, draw
from salesorg_gui.exchange.documents.charts.drawn import SMALLEST
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Group,
    Measures,
    dashed,
    filled,
    going_on,
    paragraph,
    stacked,
    style,
)
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

LEADING = 1.15
ABOVE, BELOW = 0.76, 0.22
"""How far letters reach above and below their baseline, in sizes."""
AIR, EDGE, HAIR = 2.0, 6.0, 0.7
"""Between words and the edge of their box above and below; beside them; and between words of two kinds, in px."""
LOOSE = 4.0
"""Air that several lines are to have above and below together before they are set smaller for it, in px."""
MOST_ROOM = 40.0
"""No word goes further from its place, in px."""
MOST_NOTED = 5
"""So many lines find room below a chart."""
FEWEST = 4
"""A place narrower than so many sizes is none to break words in."""
SIZES = 8
"""How many sizes are tried from the usual one down to the smallest that can be read."""
MARGIN, BELOW_TITLE, INDENT = 16 * MM, 6 * MM, 4 * MM
LABEL_COLUMN = 38 * MM


def spelled_out(shapes: Sequence[Shape], scale: float, window: Rect | None = None) -> tuple[Shape, ...]:
    """The drawing with all words in full that can still be read in their place; ``scale`` is points for a px.

    Nothing of a drawing is seen outside of its ``window``.
    """
    if not any(isinstance(shape, Label) and shape.whole for shape in shapes):
        return tuple(shapes)
    places = Places(shapes, window.right if window is not None else inf)
    return tuple(chain.from_iterable(_set(shape, scale, places) for shape in shapes))


def cut_short(shapes: Iterable[Shape]) -> list[str]:
    """What is not in full even so, each once."""
    return list(dict.fromkeys(shape.whole for shape in shapes if isinstance(shape, Label) and shape.whole))


class Places:
    """How much room every word of a drawing has: as far as the next words, and inside of its box."""

    def __init__(self, shapes: Iterable[Shape], edge: float) -> None:
        self._edge = edge
        solid = ((_reach(shape), isinstance(shape, Box)) for shape in shapes if isinstance(shape, Box | Icon | Label))
        self._solid = sorted(solid, key=lambda one: one[0].y)

    def around(self, label: Label) -> Rect:
        """Where its lines may stand; those that begin at the left may become longer."""
        own = _reach(label)
        up, down, end = own.y - MOST_ROOM, own.bottom + MOST_ROOM, self._edge
        for reach, is_box in self._solid:
            if reach.y >= down:
                break
            if reach.bottom <= up or reach == own:
                continue
            is_beside = reach.y < own.bottom and reach.bottom > own.y
            if is_box and reach.grown(1.0).holds(own):
                up, down, end = max(up, reach.y + AIR), min(down, reach.bottom - AIR), min(end, reach.right - EDGE)
            elif is_beside and reach.x >= own.right - 1.0:
                end = min(end, reach.x - EDGE)
            elif reach.x < own.right and reach.right > own.x:
                is_above = reach.centre.y < own.centre.y
                up, down = (max(up, reach.bottom + HAIR), down) if is_above else (up, min(down, reach.y - HAIR))
        right = max(end, own.right) if label.align is Align.LEFT and end < inf else own.right
        up, down = min(up, own.y), max(down, own.bottom)
        return Rect(own.x, up, right - own.x, down - up)


def _reach(shape: Box | Icon | Label) -> Rect:
    """Where something stands, words without what is free below and above their letters."""
    if not isinstance(shape, Label):
        return extent(shape)
    place = extent(shape)
    return Rect(place.x, shape.baseline.y - ABOVE * shape.size, place.width, (ABOVE + BELOW) * shape.size)


def _set(shape: Shape, scale: float, places: Places) -> Sequence[Shape]:
    if not isinstance(shape, Label) or not shape.whole:
        return (shape,)
    room = places.around(shape)
    least = min(SMALLEST / scale, shape.size)
    for step in range(SIZES):
        size = shape.size * (least / shape.size) ** (step / (SIZES - 1))
        lines = _lines(shape, size, room.width, may_break=step == SIZES - 1)
        air = 0.0 if step == SIZES - 1 else LOOSE
        if lines and (len(lines) == 1 or _height(len(lines), size) + air <= room.height):
            return _stood(shape, lines, size, room)
    return (shape,)


def _height(count: int, size: float) -> float:
    """From the top of the first line to below the last one."""
    return ((count - 1) * LEADING + ABOVE + BELOW) * size


def _lines(label: Label, size: float, room: float, *, may_break: bool) -> list[str]:
    """The words in lines; none when a word would break that need not yet."""
    if room < FEWEST * size:
        return []
    words = () if may_break else label.whole.split()
    if any(width(word, size, label.weight, label.tracking) * SLACK > room for word in words):
        return []
    return wrap(label.whole, room, size, label.weight, label.tracking)


def _stood(label: Label, lines: Sequence[str], size: float, room: Rect) -> list[Label]:
    """The lines around the middle of the one they stand for, or so near to it as there is room."""
    height = _height(len(lines), size)
    middle = label.baseline.y - (ABOVE - BELOW) / 2 * label.size
    top = max(min(middle - height / 2, room.bottom - height), room.y)
    first = top + ABOVE * size if len(lines) > 1 else label.baseline.y
    labels = [
        label._replace(text=line, baseline=Point(label.baseline.x, first + n * size * LEADING), size=size, whole="")
        for n, line in enumerate(lines)
    ]
    return going_on(label.whole, labels)


def note_in_full(texts: Sequence[str], wide: float) -> Block | None:
    """The words that are in full nowhere else as a note below the chart, when they are few."""
    if not texts:
        return None
    small = style("small")
    lines = [paragraph(" ".join(text.split()), small, wide, "text_2") for text in texts[: MOST_NOTED + 1]]
    note = stacked([paragraph(title(), small.bold, wide, role="h2"), *lines])
    return note if note.height <= (MOST_NOTED + 1) * small.line + 0.01 else None


def pages_in_full(page: Page, groups: Mapping[str, Sequence[str]]) -> list[tuple[Shape, ...]]:
    """Pages of the words that are in full nowhere else, under what names their place; none when there are no words."""
    measures = Measures(page.width - 2 * MARGIN, LABEL_COLUMN, style("heading"), 2 * MM, 3.4 * MM, 0.35)
    body, wide = style("body"), measures.width - LABEL_COLUMN
    found = [
        Group(place, tuple(dashed(" ".join(text.split()), body, wide, INDENT) for text in texts))
        for place, texts in groups.items()
        if texts
    ]
    if not found:
        return []
    head = _head(measures.width)
    room = page.height - 2 * MARGIN
    first, *others = filled(found, measures, room - head.height, room)
    sheets = [stacked([head, first]), *others]
    return [tuple(moved(sheet.shapes, MARGIN, MARGIN)) for sheet in sheets]


def print_in_full(book: PdfBook, page: Page, sheets: Sequence[tuple[Shape, ...]]) -> None:
    """Print such pages behind all others."""
    for number, shapes in enumerate(sheets):
        book.page(page.width, page.height, "" if number else title())
        draw(shapes, book.pen())


def title() -> str:
    """What these pages are called."""
    return _("In full")


def _head(wide: float) -> Block:
    heading = paragraph(title(), style("page_title"), wide, role="h1")
    lead = paragraph(_("These words are too long for their place on the chart."), style("body"), wide, "text_2")
    return stacked([heading, lead, Block(BELOW_TITLE)])
