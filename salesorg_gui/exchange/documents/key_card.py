"""The key card: every key of the program on a sheet to lie beside the keyboard, grouped as the menus are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Shape, Stroke, draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.options import MM, PAPERS, Page
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Group,
    Measures,
    beside,
    filled,
    line_of,
    paragraph,
    run_of,
    spaced,
    style,
    width_of,
)
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Rect

TOP, SIDE, FOOT = 18 * MM, 16 * MM, 16 * MM
GUTTER, COLUMNS = 6 * MM, 3
HEAD = 46.0
ROW, CAP, CAP_RADIUS = 14.0, 11.0, 2.5
LESS = 13.0
CAP_PAD, CAP_GAP, OR_GAP = 3.5, 2.0, 7.0
LEAST_TEXT = 46.0

type Caps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is done, and by which keys: any of ``ways``, the caps of each pressed together."""

    text: str
    ways: tuple[Caps, ...]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together."""

    title: str
    rows: tuple[KeyRow, ...]


def key_card(title: str, lead: str, groups: Sequence[KeyGroup], language: str = "en", paper: str = "a4") -> bytes:
    """The card as a PDF; as many pages as it takes."""
    page = PAPERS[paper]
    book = PdfBook(theme(ThemeName.PRINT), title, title, language)
    for number, shapes in enumerate(pages(title, lead, groups, page)):
        book.page(page.width, page.height, title if number == 0 else "")
        draw(shapes, book.pen())
    return book.finished()


def pages(title: str, lead: str, groups: Sequence[KeyGroup], page: Page) -> list[tuple[Shape, ...]]:
    """The shapes of each page: its head, and columns of keys."""
    width = (page.width - 2 * SIDE - GUTTER * (COLUMNS - 1)) / COLUMNS
    look = Measures(width, 0.0, style("heading"), 5.0, 9.0, 0.35)
    room = page.height - TOP - HEAD - FOOT
    set_ = [Group(group.title, tuple(_row(row, width) for row in group.rows)) for group in groups if group.rows]
    columns = _balanced(set_, look, room)
    starts = range(0, max(len(columns), 1), COLUMNS)
    return [tuple(_page(columns[start : start + COLUMNS], title, lead, page, width)) for start in starts]


def _balanced(groups: Sequence[Group], look: Measures, room: float) -> list[Block]:
    """The groups in columns; when one page takes them all, its columns are about equally high."""
    whole = sum(run_of(group, group.rows, look).height for group in groups)
    tight = max(whole / COLUMNS, 2 * HEAD)
    while tight < room:
        columns = filled(groups, look, tight, tight)
        if len(columns) <= COLUMNS:
            return columns
        tight += LESS
    return filled(groups, look, room, room)


def _page(columns: Sequence[Block], title: str, lead: str, page: Page, width: float) -> Iterator[Shape]:
    yield from moved([line_of(title, style("page_title"), "text_1")], SIDE, TOP)
    note = line_of(lead, style("small"), "text_3", page.width - 2 * SIDE, Align.RIGHT)
    yield from moved([note], SIDE, TOP + 12.0)
    for number, column in enumerate(columns):
        yield from moved(column.shapes, SIDE + number * (width + GUTTER), TOP + HEAD)


def _row(row: KeyRow, width: float) -> Block:
    """The deed at the left, its keys at the right."""
    caps, length = _caps(row.ways)
    words = paragraph(row.text, style("body"), max(width - length - 8.0, LEAST_TEXT))
    text = spaced(words, above=(ROW - style("body").line) / 2)
    keys = Block(ROW, tuple(moved(caps, width - length, 0.0)))
    return Block(max(ROW, text.height), beside(text, keys, 0.0).shapes)


def _caps(ways: Sequence[Caps]) -> tuple[tuple[Shape, ...], float]:
    """The caps from x = 0 on, and how wide they are together."""
    look, x = style("small"), 0.0
    shapes: list[Shape] = []
    for number, caps in enumerate(ways):
        x += OR_GAP if number else 0.0
        for place, cap in enumerate(caps):
            x += CAP_GAP if place else 0.0
            wide = max(CAP, width_of(cap, look) + 2 * CAP_PAD)
            shapes += _cap(cap, x, wide)
            x += wide
    return tuple(shapes), x


def _cap(text: str, x: float, wide: float) -> tuple[Shape, ...]:
    look, top = style("small"), (ROW - CAP) / 2
    box = Box(Rect(x, top, wide, CAP), "card", Stroke("line_strong", 0.5), CAP_RADIUS)
    line = line_of(text, look, "text_1", x + wide / 2, Align.CENTRE)
    return box, *moved([line], 0.0, top + (CAP - look.line) / 2)
