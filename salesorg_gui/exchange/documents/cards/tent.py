"""A role card as a table tent: one panel for those across the table, the other for whoever sits behind it."""

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Icon, Label, Shape
from salesorg_gui.exchange.documents.cards.formats import CardFormat
from salesorg_gui.exchange.documents.cards.pieces import body_style, limited
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.role_cards import (
    ICONS,
    CardContent,
    Face,
    back_foot,
    front_foot,
    front_groups,
    shown,
    square_of,
)
from salesorg_gui.exchange.documents.typeset import Block, Measures, fitting_lines, line_of, stacked, style
from salesorg_gui.layout.geometry import Point

TITLE_SIZES = (2.4, 2.0, 1.7, 1.4, 1.1)
MOST_LINES = 2


def panel_height(card: CardFormat) -> float:
    """Half of the sheet."""
    return card.height / 2


def outer(content: CardContent, card: CardFormat) -> tuple[Shape, ...]:
    """What is read across the table: purpose, title and name, large; from the fold down."""
    sheet, height = content.sheet, panel_height(card)
    ink, icon = f"{sheet.purpose}_text", 22.0
    word = style("lead").bold
    shapes: list[Shape] = [
        Icon(ICONS[sheet.purpose], Point(card.margin, card.first_line), icon, ink),
        Label(
            sheet.purpose_word, Point(card.margin + icon * 1.36, card.first_line + icon * 0.72), 14.0, ink, word.weight
        ),
    ]
    sizes = [style("card_title").sized(factor) for factor in TITLE_SIZES]
    size = next((one for one in sizes if len(fitting_lines(sheet.title, one, card.inner)) <= MOST_LINES), sizes[-1])
    who = sheet.holder_in_short if sheet.people else sheet.status
    block = stacked(
        [
            limited(sheet.title, size, card.inner, MOST_LINES),
            Block(2 * MM),
            limited(who, style("lead").sized(1.5), card.inner, 1, "text_2"),
            Block(1 * MM),
            limited(sheet.place, style("lead"), card.inner, 1, "text_2"),
        ]
    )
    foot = front_foot(sheet, content.stages, card)
    room = height - card.first_line - icon - foot.height
    shapes += moved(block.shapes, card.margin, card.first_line + icon + max(0.0, (room - block.height) * 0.45))
    shapes += moved(foot.shapes, card.margin, height - foot.height)
    return tuple(shapes)


def inner(content: CardContent, card: CardFormat) -> Face:
    """What its holder reads: mission, what comes in, what goes out, results; and the square."""
    height, body = panel_height(card), body_style(card, 0.95)
    sheet = content.sheet
    head = stacked(
        [
            Block(style("lead").line, (line_of(sheet.code, body, "text_3"),)),
            limited(sheet.mission, style("lead"), card.inner, MOST_LINES + 1) if sheet.mission else Block(0.0),
            Block(3 * MM),
        ]
    )
    panel = CardFormat(
        card.name, card.width, height, card.margin, 0.0, 0.0, 0.0, card.label_column, card.note_line, card.qr
    )
    look = Measures(card.inner, card.label_column, body.bold, 1.2 * MM, 1.6 * MM, 0.35)
    room = height - card.margin - head.height - card.qr - card.margin * 0.7
    groups = shown(front_groups(sheet, card, body), look, room)
    shapes = [*moved(head.shapes, card.margin, card.margin)]
    shapes += groups.set(card.margin, card.margin + head.height)
    return Face((*shapes, *back_foot(content, panel)), square=square_of(panel), code=content.code)
