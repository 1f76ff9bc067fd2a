"""The first pages of the book: whose it is, what its signs mean, and what stands on which page."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Part, Shape
from salesorg_gui.exchange.documents.charts.folio import SIDE, TOP, Folio, Link
from salesorg_gui.exchange.documents.charts.furniture import title_block
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.typeset import Block, line_of, paragraph, rule, spaced, stacked, style
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect

COLUMNS, GUTTER = 3, 18.0
INDENT, DEEPEST, NUMBER = 9.0, 5, 26.0
AIR = 10.0

type Spot = tuple[int, float, float]
"""An entry by its number, and where it stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the title of a part, or of a leaf on a page."""

    title: str
    level: int = 0
    leaf: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of contents: its shapes, and which parts of it lead where."""

    shapes: tuple[Shape, ...]
    links: tuple[Link, ...]


def contents(folio: Folio, title: str, entries: Sequence[Entry], numbers: Mapping[str, int]) -> list[Placed]:
    """The pages; without numbers they are as many."""
    width = (folio.width - (COLUMNS - 1) * GUTTER) / COLUMNS
    head = _head(folio, title)
    blocks = [_row(entry, width, numbers) for entry in entries]
    heads = {number for number, entry in enumerate(entries) if not entry.leaf}
    placed: list[Placed] = []
    start = 0
    while start < len(blocks) or not placed:
        top = folio.area.y if placed else TOP + head.height
        spots, start = _filled(blocks, heads, start, Rect(SIDE, top, width, folio.area.bottom - top))
        heading = Part("h1", tuple(folio.heading(_("Contents"), "")))
        shapes: list[Shape] = [heading] if placed else [*moved(head.shapes, SIDE, TOP)]
        links: list[Link] = []
        for number, x, y in spots:
            shapes += moved(blocks[number].shapes, x, y)
            if entries[number].leaf:
                links.append((Rect(x, y, width, blocks[number].height), entries[number].leaf))
        placed.append(Placed(tuple(shapes), tuple(links)))
    return placed


def _head(folio: Folio, title: str) -> Block:
    """Whose book, of which day, how many seats; and what the signs mean."""
    subject, width = folio.subject, folio.width
    signs = legend(subject, style("small"), width)
    about = f"{title} · {subject.figures} · {subject.day}"
    return stacked(
        [
            title_block(subject.name, style("page_title"), width),
            spaced(paragraph(about, style("lead"), width, "text_2"), below=AIR),
            *([spaced(signs, below=AIR)] if signs.height else []),
            Block(AIR, (rule(width, 0.35),)),
        ]
    )


def _row(entry: Entry, width: float, numbers: Mapping[str, int]) -> Block:
    """A title and its page; parts stand in semibold, with air above."""
    look = style("body") if entry.leaf else style("heading")
    indent = INDENT * min(entry.level, DEEPEST)
    title = paragraph(entry.title, look, width - indent - NUMBER, x=indent)
    if not entry.leaf:
        return spaced(title, above=AIR, below=2.0)
    number = str(numbers.get(entry.leaf, ""))
    return Block(title.height, (Part("p", (*title.shapes, line_of(number, look, "text_2", width, Align.RIGHT))),))


def _filled(blocks: Sequence[Block], heads: Container[int], start: int, room: Rect) -> tuple[list[Spot], int]:
    """Which entries stand where on a page, column by column, and which is the first that does not."""
    spots: list[Spot] = []
    column, y = 0, room.y
    for number in range(start, len(blocks)):
        needed = blocks[number].height
        if number in heads and number + 1 < len(blocks):
            needed += blocks[number + 1].height
        if y + needed > room.bottom and y > room.y:
            column, y = column + 1, room.y
        if column == COLUMNS:
            return spots, number
        spots.append((number, room.x + column * (room.width + GUTTER), y))
        y += blocks[number].height
    return spots, len(blocks)
