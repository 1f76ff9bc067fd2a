"""A chart as a poster: larger than the paper, printed in tiles that overlap, with a plan of how they go together."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Label, Part, Shape, draw
from salesorg_gui.exchange.documents.charts.assembly import MARGIN as PLAN_MARGIN
from salesorg_gui.exchange.documents.charts.assembly import assembly
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import LEAST, TINY, Drawn, Setting, drawn, inks, within
from salesorg_gui.exchange.documents.charts.furniture import Subject, title_block
from salesorg_gui.exchange.documents.charts.in_full import (
    cut_short,
    note_in_full,
    pages_in_full,
    print_in_full,
    spelled_out,
)
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.charts.tiles import EDGE, Tile, Tiling, tiled
from salesorg_gui.exchange.documents.options import MM, PAPERS, Page
from salesorg_gui.exchange.documents.typeset import Block, line_of, style
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

MARGIN, BELOW_TITLE, ABOVE_FOOT = 15 * MM, 8 * MM, 8 * MM
SIZES = {"a3": 7.5, "a2": 9.0, "a1": 12.0, "a0": 16.0}
"""How large the smallest words should be on a poster of each size, in points: it is read from further away."""
MODEST = 7.5
"""What will do on the largest, before a poster becomes larger still."""
LARGEST = 3.0
FOOT = style("lead")


def poster(subject: Subject) -> bytes:
    """The assembly plan, and the tiles row by row."""
    setting, picture = _setting(subject)
    picture = replace(picture, shapes=spelled_out(picture.shapes, setting.scale))
    tiling = tiled(setting.page, subject.options.page)
    note = note_in_full(cut_short(picture.shapes), tiling.paper.width - 2 * PLAN_MARGIN)
    behind = [] if note else pages_in_full(subject.options.page, _cut_short(tiling, setting, picture))
    book = PdfBook(inks(subject.options), subject.plan.title or _("Chart"), _("Poster"), subject.catalogue.language)
    book.expect(len(tiling.tiles) + 1 + len(behind))
    book.page(tiling.paper.width, tiling.paper.height, _("Assembly plan"))
    draw(assembly(subject, tiling, setting, picture, note or Block(0.0)), book.pen())
    around = tuple(_around(subject, setting.page))
    reach = [extent(shape) for shape in picture.shapes]
    for tile in tiling.tiles:
        book.page(tiling.paper.width, tiling.paper.height, tile.name)
        parts = zip(picture.shapes, reach, strict=True)
        _tile(book, tile, setting, around, [shape for shape, room in parts if _is_in(room, tile, setting)])
        draw(tiling.marks(tile), book.pen())
        draw(_label(tiling, tile), book.pen())
    print_in_full(book, subject.options.page, behind)
    return book.finished()


def _cut_short(tiling: Tiling, setting: Setting, picture: Drawn) -> dict[str, list[str]]:
    """The words no place of the poster has room for, by the first sheet they stand on."""
    found: dict[str, list[str]] = {}
    said: set[str] = set()
    for tile in tiling.tiles:
        here = [shape for shape in picture.shapes if isinstance(shape, Label) and shape.whole]
        texts = cut_short(shape for shape in here if _is_in(extent(shape), tile, setting))
        found[_("Sheet {name}").format(name=tile.name)] = [text for text in texts if text not in said]
        said.update(texts)
    return found


def _tile(book: PdfBook, tile: Tile, setting: Setting, around: tuple[Shape, ...], shapes: list[Shape]) -> None:
    """The part of the poster a sheet shows, cut off at its window."""
    room, shift, height = tile.room, tile.shift, tile.paper.height
    paper = book.canvas
    paper.saveState()
    clip = paper.beginPath()
    clip.rect(room.x, height - room.bottom, room.width, room.height)
    paper.clipPath(clip, stroke=0, fill=0)
    figure = Part("figure", tuple(shapes), _("Sheet {name}").format(name=tile.name))
    draw((shape for shape in around if extent(shape).meets(tile.window)), book.pen(shift))
    draw((figure,), book.pen(Point(setting.origin.x + shift.x, setting.origin.y + shift.y), setting.scale))
    paper.restoreState()


def _is_in(reach: Rect, tile: Tile, setting: Setting) -> bool:
    x, y = setting.origin.x + reach.x * setting.scale, setting.origin.y + reach.y * setting.scale
    return Rect(x, y, max(reach.width * setting.scale, 0.1), max(reach.height * setting.scale, 0.1)).meets(tile.window)


def _setting(subject: Subject) -> tuple[Setting, Drawn]:
    """How large the poster is, and where on it the drawing stands."""
    wished = subject.options.charts.poster
    names = [wished] if wished in SIZES else list(SIZES)
    for name in names:
        found = _best_on(subject, PAPERS[name])
        if found[0].scale * TINY >= (SIZES[name] if len(names) > 1 else LEAST * TINY):
            return found
    largest = _best_on(subject, PAPERS[names[-1]])
    if len(names) > 1 and largest[0].scale * TINY >= MODEST:
        return largest
    return _of_its_own(subject, MODEST / TINY, largest[1])


def _best_on(subject: Subject, paper: Page) -> tuple[Setting, Drawn]:
    """On the paper lying or upright, whichever leaves the drawing larger."""
    found = []
    for page in (Page(paper.height, paper.width), paper):
        area = _area(subject, page)
        picture = drawn(subject, Room(area.width, area.height))
        found.append((within(picture.bounds, area, page, LARGEST), picture))
    return max(found, key=lambda pair: pair[0].scale)


def _of_its_own(subject: Subject, scale: float, picture: Drawn) -> tuple[Setting, Drawn]:
    """A poster as large as its drawing needs."""
    wide, high = picture.bounds.width * scale, picture.bounds.height * scale
    page = Page(wide + 2 * MARGIN, high + 2 * MARGIN)
    missing = high - _area(subject, page).height
    page = Page(page.width, page.height + missing)
    return within(picture.bounds, _area(subject, page), page, scale), picture


def _area(subject: Subject, page: Page) -> Rect:
    width = page.width - 2 * MARGIN
    top = MARGIN + title_block(subject.name, style("poster_title"), width).height + BELOW_TITLE
    foot = MARGIN + max(legend(subject, FOOT, width * 0.6).height, 2 * FOOT.line) + ABOVE_FOOT
    return Rect(MARGIN, top, width, page.height - top - foot)


def _around(subject: Subject, page: Page) -> Iterator[Shape]:
    """Title; at the foot what the signs mean, and whose chart of which day."""
    width = page.width - 2 * MARGIN
    yield from moved(title_block(subject.name, style("poster_title"), width).shapes, MARGIN, MARGIN)
    signs = legend(subject, FOOT, width * 0.6)
    yield from moved(signs.shapes, MARGIN, page.height - MARGIN - signs.height)
    for number, text in enumerate((subject.day, subject.figures)):
        line = line_of(text, FOOT, "text_3", align=Align.RIGHT)
        yield from moved([line], page.width - MARGIN, page.height - MARGIN - (number + 1) * FOOT.line)


def _label(tiling: Tiling, tile: Tile) -> Iterator[Shape]:
    """Which sheet this is, in the margin that is cut off or covered."""
    small, page = style("small"), tiling.paper
    text = _("Sheet {name} · row {row} of {rows}, column {column} of {columns}").format(
        name=tile.name, row=tile.row + 1, rows=tiling.rows, column=tile.column + 1, columns=tiling.columns
    )
    y = min(tile.room.bottom + 2 * MM, page.height - EDGE + 2 * MM)
    yield from moved([line_of(text, small, "text_3", tile.room.centre.x, Align.CENTRE)], 0.0, y)
