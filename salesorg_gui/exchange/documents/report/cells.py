"""Rows of tables and headings of a report, set as blocks. Lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Icon, Ink, Part, Shape
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Style,
    baseline_of,
    fitting_lines,
    line_of,
    narrowed,
    paragraph,
    rule,
    style,
)
from salesorg_gui.layout.geometry import Point

GUTTER = 4 * MM
ROW_AIR = 3.2
"""Above and below the words of a row."""
ICON = 9.0
AFTER_ICON = 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where the cells of a column stand, and at which edge."""

    x: float
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a table. ``below`` is said smaller under them; its icon, or that of a ``purpose``, stands before.

    ``look`` names a style other than that of the row; the words stand on the same line all the same.
    """

    text: str
    ink: Ink = "text_1"
    is_bold: bool = False
    below: str = ""
    purpose: Purpose | None = None
    icon: str = ""
    look: str = ""


def columns(width: float, *shares: float, right: Sequence[int] = ()) -> tuple[Column, ...]:
    """Columns beside each other that share ``width``; those numbered in ``right`` are set to their right edge."""
    room = width - GUTTER * (len(shares) - 1)
    found: list[Column] = []
    x = 0.0
    for number, share in enumerate(shares):
        each = room * share / sum(shares)
        found.append(Column(x, each, Align.RIGHT if number in right else Align.LEFT))
        x += each + GUTTER
    return tuple(found)


def head_row(places: Sequence[Column], titles: Sequence[str]) -> Block:
    """The titles of a table over a rule."""
    small = style("small")
    cells = [_words(title, small, place, "text_3") for place, title in zip(places, titles, strict=True)]
    height = max(cell.height for cell in cells) + ROW_AIR
    heads = [Part("head", cell.shapes) for cell in cells]
    width = places[-1].x + places[-1].width
    return Block(height, (Part("row", (*heads, *moved([rule(width, 0.35)], 0.0, height))),))


def row(
    places: Sequence[Column],
    cells: Sequence[Cell],
    look: Style | None = None,
    last: Sequence[Shape] = (),
    least: float = 0.0,
) -> Block:
    """One row over a hairline; it may break between its lines where a page ends.

    ``last`` is drawn in the last cell, which needs ``least`` height for it.
    """
    look = look or style("body")
    blocks = [_cell(cell, place, look) for place, cell in zip(places, cells, strict=True)]
    height = max(least, *(block.height for block in blocks)) + 2 * ROW_AIR
    drawn = [moved(block.shapes, 0.0, ROW_AIR) for block in blocks]
    drawn[-1] = (*drawn[-1], *last)
    width = places[-1].x + places[-1].width
    line = moved([rule(width, 0.25, "line")], 0.0, height)
    return Block(height, (Part("row", (*(Part("cell", shapes) for shapes in drawn), *line)),), look.line)


def _cell(cell: Cell, place: Column, row_look: Style) -> Block:
    look = style(cell.look) if cell.look else row_look
    mark = purpose_mark(cell.purpose, look) if cell.purpose is not None else _mark(cell.icon, cell.ink, look)
    inset = ICON + AFTER_ICON if mark else 0.0
    room = Column(place.x + inset, place.width - inset, place.align)
    face = narrowed(cell.text, look.bold if cell.is_bold else look, room.width)
    words = _words(cell.text, face, room, cell.ink)
    under = _words(cell.below, style("small"), room, "text_3")
    shapes = (*moved(mark, place.x, 0.0), *words.shapes, *moved(under.shapes, 0.0, words.height + 1.0))
    drop = baseline_of(row_look) - baseline_of(look)
    height = words.height + (under.height + 1.0 if cell.below else 0.0)
    return Block(height + drop, moved(shapes, 0.0, drop))


def purpose_mark(purpose: Purpose, look: Style) -> tuple[Shape, ...]:
    """The icon of a purpose in its colour, before a name."""
    return _mark(PURPOSE_ICONS[purpose], f"{purpose}_text", look)


def _mark(icon: str, ink: Ink, look: Style) -> tuple[Shape, ...]:
    return (Icon(icon, Point(0.0, (look.line - ICON) / 2), ICON, ink),) if icon else ()


def _words(text: str, look: Style, place: Column, ink: Ink) -> Block:
    """Text at the edge of its column, in as many lines as it needs."""
    if not text:
        return Block(0.0)
    if place.align is Align.LEFT:
        return paragraph(text, look, place.width, ink, place.x)
    lines = fitting_lines(text, look, place.width)
    edge = place.x + place.width
    shapes = [
        shape
        for number, line in enumerate(lines)
        for shape in moved([line_of(line, look, ink, align=Align.RIGHT)], edge, number * look.line)
    ]
    return Block(len(lines) * look.line, tuple(shapes))


def titled(text: str, width: float, below: float = 6 * MM) -> Block:
    """The title of a part of the report."""
    words = paragraph(text, style("page_title"), width, role="h1")
    return Block(words.height + below, words.shapes)


def said(
    text: str, width: float, look: str = "body", ink: Ink = "text_1", below: float = 3 * MM, above: float = 0.0
) -> Block:
    """A paragraph with air below; it may break between its lines."""
    words = paragraph(text, style(look), width, ink)
    shapes = moved(words.shapes, 0.0, above) if above else words.shapes
    return Block(above + words.height + below, shapes, words.line)


def headed(text: str, width: float, icon: str = "", ink: Ink = "text_1", above: float = 5 * MM) -> Block:
    """A heading over what follows, behind its mark."""
    look = style("heading").bold
    inset = ICON + 5.0 if icon else 0.0
    words = paragraph(text, look, width - inset, ink, inset, role="h2")
    mark = _mark(icon, ink, look)
    return Block(above + words.height + ROW_AIR, tuple(moved((*mark, *words.shapes), 0.0, above)), words.line)
