"""Sections on pages: rows beside or below their label, page after page, never a label without a row of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Part, Role, Shape, Stroke, Wire
from salesorg_gui.exchange.documents.content import Bullets, Column, Content, Prose, Section, Table, Writing
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.setting.cells import FORM_ROW, MOST_LINES, gap_of, rows, titles, writing
from salesorg_gui.exchange.documents.setting.looks import Look
from salesorg_gui.exchange.documents.setting.pieces import Piece, air, below_each_other, together
from salesorg_gui.exchange.documents.typeset import (
    Block,
    fitting_lines,
    gathered,
    going_on,
    line_of,
    narrowed,
    paragraph,
    rule,
    style,
)
from salesorg_gui.layout.geometry import Point

ABOVE, BELOW, RULE = 2 * MM, 3.4 * MM, 0.35
TIGHT_ABOVE, TIGHT_BELOW, TIGHT_FORM = 1.3 * MM, 1.9 * MM, 2.4 * MM
BULLET = 4 * MM
NUMBER = 6 * MM
LABEL_LINES, LABEL_AIR = 6, 4.0
ORPHAN_FROM = 2
KEPT_TOGETHER = 5
"""A section of no more rows than this does not break when a fresh page would take it whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a section, and the titles of its columns, which are set again on each page."""

    piece: Piece
    head: Piece | None = None
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A section ready to be set: its label and its rows.

    One that ``shares`` its columns with others stands below titles that are set once a page.
    """

    label: Piece
    rows: tuple[Row, ...]
    is_whole: bool = False
    shares: bool = False


type Set = tuple[Chunk, Piece]
"""A section, or as much of it as a page has room for, and how it is set there."""


def chunk(section: Section, look: Look, shared: tuple[Column, ...]) -> Chunk:
    """A section in pieces; tables of ``shared`` columns bring no titles."""
    room = look.text_width
    contents = [_briefly(content) if look.is_tight else content for content in section.contents]
    found = [row for content in contents for row in _rows(content, room, shared)]
    width = _label_width(look, section)
    if len(fitting_lines(section.title, narrowed(section.title, style("heading"), width), width)) > LABEL_LINES:
        found = [*_rows(Prose((section.title,)), room, shared), *found]
    shares = any(isinstance(content, Table) and content.columns == shared for content in contents)
    return Chunk(_label(section, look), tuple(found), section.is_whole, shares)


def _briefly(content: Content) -> Content:
    return replace(content, lines=1) if isinstance(content, Writing) and not content.value else content


def _label_width(look: Look, section: Section) -> float:
    return (look.label_column or look.width) - 6.0 - (NUMBER if section.number is not None else 0.0)


def _label(section: Section, look: Look) -> Piece:
    """The title, its number before it and its note below; too long a title stands whole among the rows."""
    small, width = style("small"), _label_width(look, section)
    heading = narrowed(section.title, style("heading"), width)
    x = NUMBER if section.number is not None else 0.0
    number = [line_of(str(section.number), heading, "text_3")] if x else []
    lines = fitting_lines(section.title, heading, width)
    shown = lines if len(lines) <= LABEL_LINES else [*lines[: LABEL_LINES - 1], "…"]
    title = paragraph("\n".join(shown), heading, width, x=x, role="h2")
    notes = [paragraph(section.note, small, width, "text_2", x=x)] if section.note else []
    whole = below_each_other([Piece.of(title), *([air(2.0)] if notes else []), *(Piece.of(note) for note in notes)])
    return Piece(whole.height, (*number, *whole.shapes))


def _rows(content: Content, room: float, shared: tuple[Column, ...]) -> Iterator[Row]:
    match content:
        case Bullets() | Prose():
            yield from (Row(piece) for piece in _sentences(content, room))
        case Table():
            head = None
            if content.columns != shared and any(column.title for column in content.columns):
                head = titles(content.columns, room, gap_of(is_form=content.is_form))
            for cells in content.rows:
                yield from (Row(piece, head, content.is_form) for piece in rows(content, cells, room))
        case Writing():
            yield from _written(content, room)


def _written(content: Writing, room: float) -> Iterator[Row]:
    if content.value:
        yield from (Row(piece) for piece in _lines(content.value, room, 0.0))
    else:
        yield Row(writing(content, room, content.lines * FORM_ROW * 0.8), is_form=True)


def _sentences(content: Bullets | Prose, room: float) -> Iterator[Piece]:
    for number, text in enumerate((one for one in content.texts if one), 1):
        if isinstance(content, Bullets):
            yield from _bullet(text, room, number if content.is_numbered else None)
        else:
            yield from _lines(text, room, 0.0)


def _bullet(text: str, room: float, number: int | None) -> Iterator[Piece]:
    look = style("body")
    y = look.line / 2 + look.size * 0.04
    mark: Shape = Wire((Point(0.0, y), Point(BULLET * 0.5, y)), Stroke("text_1", 0.5))
    if number is not None:
        mark = line_of(str(number), look, "text_3")
    for place, piece in enumerate(_lines(text, room, BULLET, "item")):
        (part,) = piece.shapes
        if place == 0 and isinstance(part, Part):
            part = part._replace(shapes=(mark, *part.shapes))
        yield Piece(piece.height, (part,))


def _lines(text: str, room: float, indent: float, role: Role = "p") -> Iterator[Piece]:
    """Text in pieces of a few lines, between which a page may end."""
    look = style("body")
    lines = going_on(text, [line_of(one, look, "text_1", indent) for one in fitting_lines(text, look, room - indent)])
    for start in range(0, len(lines), MOST_LINES):
        some = lines[start : start + MOST_LINES]
        shapes = tuple(shape for n, line in enumerate(some) for shape in moved([line], 0.0, n * look.line))
        yield Piece(len(some) * look.line, (Part(role, shapes),))


def set_chunk(one: Chunk, some: Sequence[Row], look: Look) -> Piece:
    """Some rows under a rule, beside or below their label."""
    content = _gathered(below_each_other(list(_with_heads(some))))
    is_form = bool(some) and some[0].is_form and some[0].head is None
    if look.is_narrow:
        body = below_each_other([one.label, air(0.0 if is_form else 2.0), content])
    else:
        inset = (FORM_ROW - style("heading").line) / 2 if is_form else 0.0
        body = together(
            max(one.label.height + inset + LABEL_AIR * is_form, content.height),
            [one.label.moved(0.0, inset), content.moved(look.label_column, 0.0)],
        )
    air_around = (TIGHT_ABOVE, TIGHT_BELOW) if look.is_tight else (ABOVE, BELOW)
    above, below = (4.0 if look.is_narrow else 0.0, TIGHT_FORM if look.is_tight else 0.0) if is_form else air_around
    line = Piece(0.0, (rule(look.width, RULE),))
    return below_each_other([line, air(above), body, air(below)])


def _gathered(piece: Piece) -> Piece:
    """A piece whose entries form a list, and whose rows a table, for those who have it read aloud."""
    return replace(piece, shapes=gathered(Block(piece.height, piece.shapes)).shapes)


def _with_heads(some: Sequence[Row]) -> Iterator[Piece]:
    last: Piece | None = None
    for row in some:
        if row.head is not None and row.head is not last:
            yield row.head
        last = row.head
        yield row.piece


def filled(chunks: Sequence[Chunk], look: Look, first_room: float, room: float) -> list[list[Set]]:
    """Sections set on pages one after the other; the first has ``first_room``, the others ``room``."""
    pages: list[list[Set]] = [[]]
    left = first_room
    for one in chunks:
        some = list(one.rows)
        while some:
            count = _without_orphan(_fitting(one, some, look, left), len(some))
            is_fresh = not pages[-1] and left >= room
            if not is_fresh and (count == 0 or _is_better_whole(one, some, look, count, room)):
                pages.append([])
                left = room
                continue
            piece = set_chunk(one, some[: max(count, 1)], look)
            pages[-1].append((one, piece))
            left -= piece.height
            some = some[max(count, 1) :]
    return pages


def _fitting(one: Chunk, some: Sequence[Row], look: Look, room: float) -> int:
    """How many of the rows fit, counted from their own heights, which a head and a label only add to."""
    count, used = 0, 0.0
    while count < len(some) and used <= room:
        used += some[count].piece.height
        count += 1
    while count and set_chunk(one, some[:count], look).height > room:
        count -= 1
    return count


def _without_orphan(count: int, rows: int) -> int:
    """So many rows that the next page does not begin with the last one alone."""
    return count - 1 if count == rows - 1 and count > ORPHAN_FROM else count


def _is_better_whole(one: Chunk, some: Sequence[Row], look: Look, count: int, room: float) -> bool:
    if count == len(some):
        return False
    return (len(some) <= KEPT_TOGETHER or one.is_whole) and set_chunk(one, some, look).height <= room
