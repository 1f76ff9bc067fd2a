"""Rows: cells of text, boxes to tick, rings of a scale and lines to write on, side by side."""

from collections.abc import Iterator, Sequence

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Dot, Label, Part, Shape, Stroke
from salesorg_gui.exchange.documents.content import Cell, Column, Scale, Table, Tick, Words, Writing
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.setting.pieces import Field, Piece, together
from salesorg_gui.exchange.documents.typeset import Style, fitting_lines, going_on, line_of, rule, style
from salesorg_gui.layout.geometry import Point, Rect

FORM_ROW, FORM_AIR = 26.0, 13.0
BOX, RING, RING_GAP = 3.8 * MM, 12.0, 3.4
GAP, FORM_GAP = 6.0, 1.6 * MM
MOST_LINES = 8
"""A cell longer than this goes on in a further row, which may stand on the next page."""


def widths(columns: Sequence[Column], room: float, gap: float) -> list[float]:
    """How wide each column is: those of a fixed width first, the others share what is left."""
    fixed = sum(column.mm * MM for column in columns)
    left = room - gap * (len(columns) - 1)
    factor = min(1.0, left * 0.72 / fixed) if fixed else 1.0
    shares = sum(column.share for column in columns if not column.mm)
    rest = left - fixed * factor
    return [column.mm * MM * factor if column.mm else rest * column.share / shares for column in columns]


def gap_of(*, is_form: bool) -> float:
    """Between two columns."""
    return FORM_GAP if is_form else GAP


def titles(columns: Sequence[Column], room: float, gap: float) -> Piece:
    """The titles of the columns, in small words that stand on one line at their foot."""
    small, every = style("small"), widths(columns, room, gap)
    lines = [_labels(one.title, small, width, "text_3") for one, width in zip(columns, every, strict=True)]
    deepest = max(len(column) for column in lines)
    x, heads = 0.0, list[Shape]()
    for column, width, texts in zip(columns, every, lines, strict=True):
        shapes = _down(texts, small, width if column.is_right else 0.0, is_right=column.is_right)
        heads.append(Part("head", moved(shapes, x, (deepest - len(texts)) * small.line)))
        x += width + gap
    return Piece(deepest * small.line + 2.0, (Part("row", tuple(heads)),))


def rows(table: Table, cells: Sequence[Cell], room: float) -> list[Piece]:
    """A row of a table; a long one in several pieces, between which a page may end."""
    return list(_form_rows(table, cells, room) if table.is_form else _text_rows(table, cells, room))


def _text_rows(table: Table, cells: Sequence[Cell], room: float) -> Iterator[Piece]:
    look = style("body")
    every = widths(table.columns, room, GAP)
    lines = [_labels(_text(cell), look, width, "text_1") for cell, width in zip(cells, every, strict=True)]
    deepest = max(len(column) for column in lines)
    for start in range(0, deepest, MOST_LINES):
        some = [column[start : start + MOST_LINES] for column in lines]
        x, laid = 0.0, list[Shape]()
        for column, width, labels in zip(table.columns, every, some, strict=True):
            shapes = _down(labels, look, width if column.is_right else 0.0, is_right=column.is_right)
            laid.append(Part("cell", moved(shapes, x, 0.0)))
            x += width + GAP
        height = max(len(column) for column in some) * look.line
        yield Piece(height + (start + MOST_LINES >= deepest), (Part("row", tuple(laid)),))


def _labels(text: str, look: Style, width: float, ink: str) -> list[Label]:
    return going_on(text, [line_of(line, look, ink) for line in fitting_lines(text, look, width)])


def _down(labels: Sequence[Label], look: Style, x: float, *, is_right: bool) -> tuple[Shape, ...]:
    """Lines one under the other."""
    align = Align.RIGHT if is_right else Align.LEFT
    return tuple(
        shape
        for number, label in enumerate(labels)
        for shape in moved([label._replace(align=align)], x, number * look.line)
    )


def _form_rows(table: Table, cells: Sequence[Cell], room: float) -> Iterator[Piece]:
    """The first piece holds what is filled in; what its texts leave over follows."""
    every = widths(table.columns, room, FORM_GAP)
    columns = [_lines(cell, width) for cell, width in zip(cells, every, strict=True)]
    heads = [column[:MOST_LINES] for column in columns]
    height = max(_height(cell, lines) for cell, lines in zip(cells, heads, strict=True))
    first = [_form_cell(*one, height) for one in zip(cells, heads, every, strict=True)]
    yield _side_by_side(first, every, height)
    for start in range(MOST_LINES, max(len(column) for column in columns), MOST_LINES):
        some = [column[start : start + MOST_LINES] for column in columns]
        rest = [Piece(0.0, tuple(_stack(lines, 0.0))) for lines in some]
        yield _side_by_side(rest, every, max(sum(look.line for _label, look in lines) for lines in some))


def _side_by_side(pieces: Sequence[Piece], every: Sequence[float], height: float) -> Piece:
    x, placed = 0.0, list[Piece]()
    for piece, width in zip(pieces, every, strict=True):
        there = piece.moved(x, 0.0)
        placed.append(Piece(height, (Part("cell", there.shapes),), there.fields))
        x += width + FORM_GAP
    whole = together(height, placed)
    return Piece(height, (Part("row", whole.shapes),), whole.fields)


type Line = tuple[Label, Style]


def _lines(cell: Cell, width: float) -> list[Line]:
    """What is printed in a cell, line by line."""
    row, small = style("row"), style("small")
    match cell:
        case Words(text, note):
            said = [(label, row) for label in _labels(text, row, width, "text_1")]
            return said + ([(label, small) for label in _labels(note, small, width, "text_2")] if note else [])
        case Writing(value=value) if value:
            return [(label, row) for label in _labels(value, row, width, "text_1")]
        case _:
            return []


def _height(cell: Cell, lines: Sequence[Line]) -> float:
    written = FORM_ROW + (cell.lines - 1) * 18.0 if isinstance(cell, Writing) and not cell.value else FORM_ROW
    return max(written, sum(look.line for _label, look in lines) + FORM_AIR)


def _form_cell(cell: Cell, lines: Sequence[Line], width: float, height: float) -> Piece:
    inset = (FORM_ROW - style("row").line) / 2
    match cell:
        case Tick():
            return _tick(cell, inset)
        case Scale():
            return _scale(cell, width)
        case Writing(value=""):
            return writing(cell, width, height)
        case _:
            return Piece(height, tuple(_stack(lines, inset)))


def _stack(lines: Sequence[Line], y: float) -> Iterator[Shape]:
    for label, look in lines:
        yield from moved([label], 0.0, y)
        y += look.line


def _tick(cell: Tick, inset: float) -> Piece:
    """The printed box; its tick is the form's, so that it can be taken back."""
    place = Rect(0.0, inset + (style("row").line - BOX) / 2, BOX, BOX)
    return Piece(FORM_ROW, (Box(place, None, Stroke("text_1", 0.6), radius=1.4),), (Field(cell, (place,)),))


def _scale(cell: Scale, width: float) -> Piece:
    """A ring for each score with its number inside, so that a pen can mark it."""
    count = cell.highest - cell.lowest + 1
    gap = min(RING_GAP, (width - count * RING) / max(count - 1, 1))
    look = style("small")
    places, shapes = list[Rect](), list[Shape]()
    for number in range(count):
        place = Rect(number * (RING + gap), (FORM_ROW - RING) / 2, RING, RING)
        middle = Point(place.x + RING / 2, place.y + RING / 2)
        digit = line_of(str(cell.lowest + number), look, "text_2", align=Align.CENTRE)
        shapes += [
            Dot(middle, RING / 2, None, Stroke("line_strong", 0.6)),
            *moved([digit], middle.x, middle.y - look.line / 2),
        ]
        places.append(place)
    return Piece(FORM_ROW, tuple(shapes), (Field(cell, tuple(places)),))


def writing(cell: Writing, width: float, height: float) -> Piece:
    """Thin lines for a pen, and a field over them; in a high one the first words stand on the height of the row's."""
    each, top = height / cell.lines, max(1.0, min(height - FORM_ROW - 4.0, 5.0))
    shapes = [shape for n in range(1, cell.lines + 1) for shape in moved([rule(width, 0.25, "line")], 0.0, n * each)]
    return Piece(height, tuple(shapes), (Field(cell, (Rect(0.0, top, width, height - top - 1.0),)),))


def _text(cell: Cell) -> str:
    return "\n".join(text for text in (cell.text, cell.note) if text) if isinstance(cell, Words) else ""
