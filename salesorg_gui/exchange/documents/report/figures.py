"""Large figures with a few words under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.exchange.documents.report.cells import GUTTER
from salesorg_gui.exchange.documents.typeset import Block, paragraph, stacked, style


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    value: str
    words: str


def figure_row(figures: Sequence[Figure], width: float) -> Block:
    """Figures beside each other in equal columns."""
    each = (width - GUTTER * (len(figures) - 1)) / len(figures)
    stacks = [_column(figure, each) for figure in figures]
    shapes = [shape for place, one in enumerate(stacks) for shape in moved(one.shapes, place * (each + GUTTER), 0.0)]
    return Block(max(one.height for one in stacks), tuple(shapes))


def _column(figure: Figure, width: float) -> Block:
    value = paragraph(figure.value, style("page_title"), width)
    return stacked([value, paragraph(figure.words, style("small"), width, "text_3")])
