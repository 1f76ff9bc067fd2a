"""The plan that comes with the tiles of a poster: which sheet lies where, and what to do."""

from collections.abc import Iterator

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Shape, Stroke
from salesorg_gui.exchange.documents.charts.drawn import Drawn, Setting
from salesorg_gui.exchange.documents.charts.furniture import Subject, title_block
from salesorg_gui.exchange.documents.charts.tiles import OVERLAP, Tiling
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.typeset import Block, line_of, numbered, paragraph, spaced, stacked, style
from salesorg_gui.exchange.documents.wording import number
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Rect

MARGIN = 16 * MM
INDENT, BETWEEN = 14.0, 3.0
NAME_LEAST = 14.0
"""A sheet smaller than this on the plan goes without its name; those of its row and column tell it."""


def assembly(subject: Subject, tiling: Tiling, setting: Setting, picture: Drawn, note: Block) -> Iterator[Shape]:
    """The whole page; below what is to be done a ``note`` of what the poster has no room for."""
    page = tiling.paper
    width = page.width - 2 * MARGIN
    words = stacked([_words(subject, tiling, width), note])
    yield from moved(words.shapes, MARGIN, MARGIN)
    top = MARGIN + words.height + 14.0
    room = Rect(MARGIN, top, width, max(page.height - top - MARGIN, 1.0))
    yield from _plan(tiling, setting, picture, room)


def _words(subject: Subject, tiling: Tiling, width: float) -> Block:
    body = style("body")
    count = tiling.rows * tiling.columns
    sheets = ngettext("{count} sheet", "{count} sheets", count).format(count=count)
    size = _("{width} × {height} cm when put together").format(
        width=_cm(tiling.whole.width, subject), height=_cm(tiling.whole.height, subject)
    )
    return stacked(
        [
            title_block(_("Assembly plan"), style("page_title"), width),
            spaced(paragraph(subject.name, style("lead"), width), below=2.0),
            spaced(paragraph(f"{sheets} · {size}", style("small"), width, "text_3"), below=10.0),
            *(
                spaced(numbered(place, text, body, min(width, 130 * MM), INDENT), below=BETWEEN)
                for place, text in enumerate(_steps(tiling), 1)
            ),
        ]
    )


def _cm(length: float, subject: Subject) -> str:
    return number(length / MM / 10, subject.catalogue.language, 0)


def _steps(tiling: Tiling) -> Iterator[str]:
    yield _("Print all sheets at 100 %, not fitted to the paper.")
    if tiling.columns > 1:
        yield _("Cut the left edge off every sheet that does not stand in column 1.")
    if tiling.rows > 1:
        yield _("Cut the upper edge off every sheet that does not stand in row A.")
    if tiling.rows * tiling.columns > 1:
        yield _("Lay each sheet with its cut edges on the marks of the sheet before; they overlap by 10 mm. Glue it.")
    yield _("Cut the outer edges along the marks.")


def _plan(tiling: Tiling, setting: Setting, picture: Drawn, room: Rect) -> Iterator[Shape]:
    """The poster in small without its words, and the sheets over it."""
    scale = min(room.width / tiling.whole.width, room.height / tiling.whole.height)
    yield from moved(_in_small(setting, picture, scale), room.x, room.y)
    look = style("heading")
    for tile in tiling.tiles:
        part = tile.window
        left, top = room.x + part.x * scale, room.y + part.y * scale
        right = left + part.width * scale - (OVERLAP * scale if tile.column + 1 < tiling.columns else 0.0)
        low = top + part.height * scale - (OVERLAP * scale if tile.row + 1 < tiling.rows else 0.0)
        cell = Rect(left, top, right - left, low - top)
        yield Box(cell, stroke=Stroke("text_1", 0.5))
        if min(cell.width, cell.height) >= NAME_LEAST:
            plate = Rect(cell.centre.x - 13.0, cell.centre.y - look.line / 2 - 1.0, 26.0, look.line + 2.0)
            yield Box(plate, "card", radius=3.0)
            name = line_of(tile.name, look, "text_1", cell.centre.x, Align.CENTRE)
            yield from moved([name], 0.0, cell.centre.y - look.line / 2)


def _in_small(setting: Setting, picture: Drawn, scale: float) -> Iterator[Shape]:
    """Cards and frames as grey outlines: words would be too small to read."""
    factor = setting.scale * scale
    for shape in picture.shapes:
        if isinstance(shape, Box) and shape.stroke is not None:
            x, y = setting.origin.x * scale + shape.rect.x * factor, setting.origin.y * scale + shape.rect.y * factor
            rect = Rect(x, y, shape.rect.width * factor, shape.rect.height * factor)
            yield Box(rect, "sunken" if shape.fill == "frame_segment" else "card", Stroke("line", 0.25))
