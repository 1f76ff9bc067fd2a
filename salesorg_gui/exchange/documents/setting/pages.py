"""Whole pages: running head, sections, signatures, foot with page x of y."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Part, Shape
from salesorg_gui.exchange.documents.content import Paper
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.setting.cells import gap_of, titles
from salesorg_gui.exchange.documents.setting.heads import (
    RUNNING_LINES,
    fitted,
    head,
    overlong,
    running_left,
    running_right,
    running_width,
)
from salesorg_gui.exchange.documents.setting.looks import Look, look_for
from salesorg_gui.exchange.documents.setting.pieces import Field, Piece, air, below_each_other
from salesorg_gui.exchange.documents.setting.sections import Chunk, Set, chunk, filled
from salesorg_gui.exchange.documents.typeset import Style, fitting_lines, line_of, rule, style
from salesorg_gui.i18n import _

SCANT = 0.3
"""A last page that is less full than this takes something over from those before, if that costs no page."""
SHORTER = (0.9, 0.8, 0.7)
FULL = 0.7
"""So full is a page at least that ends before a section which might have begun on it."""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: what is printed, and what is filled in."""

    shapes: tuple[Shape, ...]
    fields: tuple[Field, ...]


def pages(paper: Paper, page: Page) -> list[PaperPage]:
    """A document, page by page."""
    look = look_for(page, has_short_labels=paper.has_short_labels)
    top = _content_top(paper, look)
    bodies = _bodies(paper, look, top)
    found: list[PaperPage] = []
    for number, body in enumerate(bodies, 1):
        placed = body.moved(look.side, top)
        around = [*_running(paper, look), *_foot(paper, look, number, len(bodies))]
        if number == len(bodies):
            around += _signatures(paper, look)
        found.append(PaperPage((*placed.shapes, *around), placed.fields))
    return found


def _bodies(paper: Paper, look: Look, top: float) -> list[Piece]:
    """A page less where a little less air saves it: nobody is handed a sheet with two lines on it."""
    loose = _set(paper, look, top)
    if len(loose) == 1:
        return loose
    tight = _set(paper, replace(look, is_tight=True), top)
    return tight if len(tight) < len(loose) else loose


def _set(paper: Paper, look: Look, top: float) -> list[Piece]:
    """Pages as full as they go; when the last one then has no room to sign, all keep that room free."""
    above = head(paper, look)
    columns = _column_titles(paper, look)
    sections = [*overlong(paper, look), *(section for section in paper.sections if not section.is_empty)]
    chunks = [chunk(section, look, paper.columns) for section in sections]

    def until(end: float) -> list[Piece]:
        room = end - top - columns.height
        found = _between_sections(chunks, look, room - above.height, room)
        firsts = [above, *([air(0.0)] * (len(found) - 1))]
        return [_body(first, columns, page) for first, page in zip(firsts, found, strict=True)]

    bodies, end = until(look.end), look.signed_end if paper.signatures else look.end
    bodies = bodies if bodies[-1].height <= end - top else until(end)
    for share in SHORTER if len(bodies) > 1 and bodies[-1].height < SCANT * (end - top) else ():
        shorter = until(top + (end - top) * share)
        if len(shorter) == len(bodies) and shorter[-1].height >= SCANT * (end - top):
            return shorter
    return bodies


def _between_sections(chunks: Sequence[Chunk], look: Look, first_room: float, room: float) -> list[list[Set]]:
    """Pages that end between two sections where that costs no page and leaves no large hole."""
    pages = filled(chunks, look, first_room, room)
    if sum(map(len, pages)) == len(chunks):
        return pages
    whole = filled([replace(one, is_whole=True) for one in chunks], look, first_room, room)
    rooms = [first_room, *([room] * (len(whole) - 2))]
    is_full = all(_height(page) >= FULL * room for page, room in zip(whole, rooms, strict=False))
    return whole if len(whole) == len(pages) and is_full else pages


def _height(page: Sequence[Set]) -> float:
    return sum(piece.height for _one, piece in page)


def _body(above: Piece, columns: Piece, page: Sequence[Set]) -> Piece:
    """What stands on a page; the titles of columns only where some section has these columns."""
    titled = [columns] if any(one.shares for one, _piece in page) else []
    return below_each_other([above, *titled, *(piece for _one, piece in page)])


def _column_titles(paper: Paper, look: Look) -> Piece:
    if not paper.columns:
        return air(0.0)
    return titles(paper.columns, look.text_width, gap_of(is_form=True)).moved(look.label_column, 0.0)


def _content_top(paper: Paper, look: Look) -> float:
    """Where content begins, below the running head."""
    lines = max(len(_running_lines(text, look)) for text in (running_left(paper), running_right(paper)))
    return look.top + lines * style("small").line + (4 if look.is_narrow else 8) * MM


def _running_lines(text: str, look: Look) -> list[str]:
    width = running_width(look)
    return fitting_lines(fitted(text, style("small"), width, RUNNING_LINES).text, style("small"), width)


def _running(paper: Paper, look: Look) -> Iterator[Shape]:
    small = style("small")
    for text, x, align in (
        (running_left(paper), look.side, Align.LEFT),
        (running_right(paper), look.side + look.width, Align.RIGHT),
    ):
        for number, line in enumerate(_running_lines(text, look)):
            yield from moved([line_of(line, small, "text_3", align=align)], x, look.top + number * small.line)


def _foot(paper: Paper, look: Look, number: int, count: int) -> Iterator[Shape]:
    small = style("small")
    yield from moved([rule(look.width, 0.35)], look.side, look.foot - 4)
    yield from moved([_cut(paper.foot, small, look.width * 0.75)], look.side, look.foot)
    words = _("{number} of {count}").format(number=number, count=count)
    yield from moved([line_of(words, small, "text_3", align=Align.RIGHT)], look.side + look.width, look.foot)


def _cut(text: str, look: Style, width: float) -> Shape:
    return line_of(fitted(text, look, width, 1).text, look, "text_3")


def _signatures(paper: Paper, look: Look) -> Iterator[Shape]:
    small, count = style("small"), len(paper.signatures)
    each = (look.width - 4 * MM * (count - 1)) / max(count, 1)
    for number, words in enumerate(paper.signatures):
        line: list[Shape] = [rule(each, 0.5, "text_1")]
        line.append(Part("p", moved([line_of(words, small, "text_2")], 0.0, 3)))
        yield from moved(line, look.side + number * (each + 4 * MM), look.sign)
