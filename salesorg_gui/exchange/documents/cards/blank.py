"""A card without a role: everything a role card asks for, with lines to write on, for the wall of a workshop."""

from collections.abc import Iterator, Sequence

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Icon, Shape
from salesorg_gui.exchange.documents.cards.formats import CardFormat
from salesorg_gui.exchange.documents.cards.pieces import body_style
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.role_cards import ICONS, STAGE_BOX, STAGE_GAP, Face
from salesorg_gui.exchange.documents.typeset import chequered, fitting_lines, line_of, rule, style
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point


def blank_faces(stages: Sequence[str], purposes: Sequence[str], card: CardFormat) -> list[Face]:
    """Front and back; the purposes are icons to ring, the stages boxes to fill."""
    front = (_("Role"), _("Held by"), _("Mission"), _("Receives"), _("Hands over"), _("Results"), _("Does not own"))
    back = (_("Tasks"), _("Must know"), _("Talk about it"))
    top = card.first_line + card.head_gap + 1 * MM
    foot = card.height - card.margin - STAGE_BOX - 4 * MM
    return [
        Face((*_purposes(purposes, card), *_lines(front, top, foot, card), *_stages(stages, card))),
        Face(tuple(_lines(back, card.margin, card.height - card.margin, card))),
    ]


def _purposes(purposes: Sequence[str], card: CardFormat) -> Iterator[Shape]:
    size = body_style(card).size * 1.6
    for place, purpose in enumerate(purposes):
        yield Icon(
            ICONS[purpose], Point(card.margin + place * size * 2, card.first_line - 0.6), size, f"{purpose}_text"
        )


def _lines(labels: Sequence[str], top: float, bottom: float, card: CardFormat) -> Iterator[Shape]:
    """The labels with lines under them, as evenly as whole lines allow; those without room are left out."""
    body = body_style(card)
    count = int((bottom - top) // card.note_line)
    labels = labels[: max(count, 1)]
    each, extra = divmod(count, len(labels))
    y = top
    for place, label in enumerate(labels):
        yield from moved([line_of(label, body.bold, "text_2")], card.margin, y)
        for line in range(each + (place < extra)):
            start = card.label_column if line == 0 else 0.0
            at = y + (line + 1) * card.note_line - 1.4 * MM
            yield from moved([rule(card.inner - start, 0.25)], card.margin + start, at)
        y += (each + (place < extra)) * card.note_line


def _stages(stages: Sequence[str], card: CardFormat) -> Iterator[Shape]:
    """Empty boxes, and the names of the first and last stage under them."""
    small, top = style("card_foot"), card.height - card.margin - STAGE_BOX - small_line()
    yield from moved(chequered([False] * len(stages), card.inner, STAGE_BOX, STAGE_GAP, "text_1"), card.margin, top)
    words = f"{stages[0]} – {stages[-1]}" if stages else ""
    for line in fitting_lines(words, small, card.inner)[:1]:
        yield from moved([line_of(line, small, "text_3")], card.margin, top + STAGE_BOX + 1 * MM)


def small_line() -> float:
    """Height of the line under the boxes."""
    return style("card_foot").line
