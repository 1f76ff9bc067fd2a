"""The contents of a report: its parts, what is in them, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, columns, row, titled
from salesorg_gui.exchange.documents.report.flowing import Flow, Leaf, Link, Piece
from salesorg_gui.exchange.documents.typeset import style
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the report: ``name`` is the spot where it begins, ``page`` its page."""

    title: str
    in_short: str
    name: str
    page: int = 0


def contents(entries: Sequence[Entry], width: float, room: float) -> list[Leaf]:
    """A line for each part, every one a link. As many pages whatever the page numbers are."""
    flow = Flow(room)
    places = columns(width, 6.0, 5.0, 1.0, right=(2,))
    pieces = [Piece(titled(_("Contents"), width, below=8 * MM), leads=True)]
    for entry in entries:
        cells = (Cell(entry.title), Cell(entry.in_short, "text_3", look="body"), Cell(str(entry.page)))
        block = row(places, cells, style("lead"))
        pieces.append(Piece(block, links=(Link(Rect(0.0, 0.0, width, block.height), entry.name),)))
    flow.add(pieces)
    return flow.leaves
