"""The same role cards made with platypus, as somebody who knows reportlab well would make them.

Texts are paragraphs, groups a table that may go on at the back; what is alike on all cards (band, icon, boxes, lines to
write on) is drawn on the canvas, marks and icons stand in the file once, the square is reportlab's own. Where a card
has much to say it is set smaller, in the same steps as ours. Styles are made once. What differs: letters of a title are
not spaced, pages are not tagged.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from math import ceil
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFontFamily
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from benchmarks import _card_words as words
from benchmarks._card_words import Task, Words
from salesorg_gui.drawing.shapes import Weight, Wire
from salesorg_gui.exchange.documents.cards.formats import A6
from salesorg_gui.exchange.documents.cards.imposing import Sheetful, bleeding, cut_marks
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.qr import FRAME, SIDE, bars
from salesorg_gui.exchange.documents.role_cards import BULLET, ICONS, SETTINGS, STAGE_BOX, STAGE_GAP, CardContent
from salesorg_gui.exchange.pdf_pen import FONTS, register_fonts
from salesorg_gui.layout.geometry import Point
from salesorg_gui.resources import icon_table

REGULAR, BOLD = FONTS[Weight.REGULAR], FONTS[Weight.SEMIBOLD]
BODY, LINE = 8.0, 12.0
FOOT, FOOT_LINE = 6.5, 8.5
ENDLESS = 10_000.0

type _Square = Callable[[Canvas, str, float, float], None]
"""Draws the square of a code with its lower left corner at a spot."""
type Story = list[tuple[Flowable, float]]
"""What is drawn, and how high it is: wrapping takes long and is done once."""


@cache
def _style(size: float, line: float, ink: str = "text_1", font: str = REGULAR, **rest: float) -> ParagraphStyle:
    """Lines end where ours do: not so late that spaces must shrink, and with a little to spare."""
    like = ParagraphStyle("", fontName=font, fontSize=size, leading=line, textColor=_colour(ink), spaceShrinkage=0)
    like.rightIndent = words.spare(rest.get("width", A6.inner))
    like.spaceBefore, like.spaceAfter = rest.get("above", 0.0), rest.get("below", 0.0)
    return like


@cache
def _entry(size: float, line: float, ink: str) -> ParagraphStyle:
    """An entry behind its dash or number."""
    return ParagraphStyle(
        "",
        _style(size, line, width=A6.inner - BULLET),
        leftIndent=BULLET,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        bulletColor=_colour(ink),
    )


@cache
def _table_style(air: float) -> TableStyle:
    return TableStyle(
        [
            ("LINEABOVE", (0, 0), (-1, -1), 0.35, _colour("line_strong")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), words.ABOVE * air),
            ("BOTTOMPADDING", (0, 0), (-1, -1), words.BELOW * air),
        ]
    )


@cache
def _colour(ink: str) -> Color:
    return Color(*words.colour(ink))


@dataclass(frozen=True, slots=True)
class _Card:
    """A card that is set: what flows on its sides, wrapped and ready to be drawn."""

    content: CardContent
    head: Story
    front: Story
    back: Story


def platypus(work: Task) -> bytes:
    """All cards in one file, each with reportlab's own square."""
    return _made(work, _own_square)


def platypus_with_our_squares(work: Task) -> bytes:
    """The same, but with the bars that ours reckons: choosing a square takes reportlab nearly half of all its time."""
    return _made(work, _our_square)


def _made(work: Task, square: _Square) -> bytes:
    register_fonts()
    as_text, rl_config.useA85 = rl_config.useA85, 0
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    out, sheet = BytesIO(), work.sheet
    canvas = Canvas(out, (sheet.page.width, sheet.page.height), pageCompression=1)
    _keep_forms(canvas, sheet)
    cards = [_set(content) for content in work.contents()]
    each = len(sheet.corners)
    for start in range(0, len(cards), each):
        for draw, corners in ((_draw_front, sheet.corners), (partial(_draw_back, square), sheet.turned("long"))):
            canvas.doForm("marks")
            for card, corner in zip(cards[start : start + each], corners, strict=False):
                draw(canvas, sheet, corner, card)
            canvas.showPage()
    canvas.save()
    rl_config.useA85 = as_text
    return out.getvalue()


# ---------------------------------------------------------------------------------------------------------- setting


def _set(content: CardContent) -> _Card:
    """In the largest type in which front and back hold everything; at last the back is shrunk to its room."""
    head = _wrapped(_head(content))
    room = A6.height - words.HEAD - _height(head) - _front_foot_height(_stages(content))
    fronts, backs = words.front(content.sheet), words.back(content.sheet)
    front: Story = []
    back: Story = []
    for size, air in SETTINGS:
        front, rest = _parted(_table(fronts, size, air), room)
        back = [*rest, *_wrapped(_back(backs, size, air))]
        if _height(back) <= words.BACK_FOOT:
            return _Card(content, head, front, back)
    shrunk = KeepInFrame(A6.inner, words.BACK_FOOT, [one for one, _height in back], mode="shrink")
    return _Card(content, head, front, _wrapped([shrunk]))


def _head(content: CardContent) -> Iterator[Flowable]:
    sheet = content.sheet
    yield Paragraph(escape(sheet.title), _style(20, 24, font=BOLD))
    yield Paragraph(escape(words.who(sheet)), _style(BODY, LINE, "text_2", above=words.ABOVE_WHO))
    mission = _style(10.5, 14, above=words.ABOVE_MISSION, below=words.BELOW_MISSION)
    yield Paragraph(escape(sheet.mission), mission)


def _table(groups: Sequence[Words], size: float, air: float) -> Table:
    """Labels at the left, what they stand for at the right, a rule above each."""
    column = A6.inner - A6.label_column
    look = _style(BODY * size, LINE * size, width=column)
    label = _style(BODY * size, LINE * size, font=BOLD)
    rows = [
        [Paragraph(group.label, label), [Paragraph(_led(lead, text), look) for lead, text in group.entries]]
        for group in groups
    ]
    return Table(rows, colWidths=[A6.label_column, column], style=_table_style(air))


def _led(lead: str, text: str) -> str:
    return f"<b>{escape(lead)}</b> {escape(text)}" if lead else escape(text)


def _parted(table: Table, room: float) -> tuple[Story, Story]:
    """What the front has room for, and what goes on at the back."""
    whole = _wrapped([table])
    if _height(whole) <= room:
        return whole, []
    first, *rest = table.split(A6.inner, room)
    return _wrapped([first]), _wrapped(rest)


def _back(groups: Sequence[Words], size: float, air: float) -> Iterator[Flowable]:
    look, line = BODY * size, LINE * size
    label = _style(look, line, font=BOLD, below=words.BELOW_LABEL)
    dashed, numbered = _entry(look, line, "text_1"), _entry(look, line, "text_3")
    last = len(groups) - 1
    for place, group in enumerate(groups):
        yield _rule(words.ABOVE * air)
        yield Paragraph(group.label, label)
        for number, (_lead, text) in enumerate(group.entries, 1):
            if place == last:
                yield Paragraph(escape(text), numbered, bulletText=str(number))
            else:
                yield Paragraph(escape(text), dashed, bulletText="–")
        yield Spacer(0, words.BELOW * air)


def _rule(below: float) -> Flowable:
    return HRFlowable("100%", 0.35, color=_colour("line_strong"), spaceBefore=0, spaceAfter=below, lineCap="butt")


def _stages(content: CardContent) -> Paragraph:
    return Paragraph(escape(words.stages(content)), _style(FOOT, FOOT_LINE, "text_2"))


def _front_foot_height(names: Paragraph) -> float:
    _width, height = names.wrap(A6.inner, ENDLESS)
    return words.ABOVE_BOXES + words.BOXES_HEIGHT + height + A6.margin - 2.6


def _wrapped(story: Iterable[Flowable], width: float = A6.inner) -> Story:
    return [(one, one.wrap(width, ENDLESS)[1]) for one in story]


def _height(story: Story) -> float:
    return sum(height + one.getSpaceBefore() + one.getSpaceAfter() for one, height in story)


# ---------------------------------------------------------------------------------------------------------- drawing


def _draw_front(canvas: Canvas, sheet: Sheetful, corner: Point, card: _Card) -> None:
    x, top = corner.x + A6.margin, sheet.page.height - corner.y
    seat = card.content.sheet
    left, right, upper = bleeding(sheet, corner)
    canvas.setFillColor(_colour(f"{seat.purpose}_solid"))
    canvas.rect(corner.x - left, top - A6.band, A6.width + left + right, A6.band + upper, stroke=0, fill=1)
    y = top - A6.first_line + 0.6
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(seat.purpose)
    canvas.restoreState()
    y -= BODY * (1.375 / 2 + 0.36)
    canvas.setFillColor(_colour(f"{seat.purpose}_text"))
    canvas.setFont(BOLD, BODY)
    canvas.drawString(x + BODY * 1.375 * 1.36, y, seat.purpose_word)
    canvas.setFillColor(_colour("text_3"))
    canvas.setFont(REGULAR, BODY)
    canvas.drawRightString(corner.x + A6.width - A6.margin, y, seat.code)
    y = _flow(canvas, card.head, x, top - words.HEAD)
    _flow(canvas, card.front, x, y)
    _draw_stages(canvas, card.content, x, top - A6.height)


def _draw_stages(canvas: Canvas, content: CardContent, x: float, bottom: float) -> None:
    names = _stages(content)
    y = bottom + _front_foot_height(names) - words.ABOVE_BOXES
    each = (A6.inner + STAGE_GAP) / len(content.stages)
    canvas.setFillColor(_colour(f"{content.sheet.purpose}_solid"))
    canvas.setStrokeColor(_colour("line_strong"))
    canvas.setLineWidth(0.5)
    for place, stage in enumerate(content.stages):
        canvas.rect(x + place * each, y - STAGE_BOX, each - STAGE_GAP, STAGE_BOX, fill=int(stage.is_covered))
    names.drawOn(canvas, x, y - words.BOXES_HEIGHT - names.height)


def _draw_back(square: _Square, canvas: Canvas, sheet: Sheetful, corner: Point, card: _Card) -> None:
    x, top = corner.x + A6.margin, sheet.page.height - corner.y
    y = _flow(canvas, card.back, x, top - A6.margin)
    _draw_notes(canvas, x, y, top - A6.margin - words.BACK_FOOT)
    edge = A6.margin * 0.7 + A6.qr
    bottom = top - A6.height
    names, version, code = words.imprint(card.content)
    room = A6.width - edge - A6.margin - 1 * MM
    grey, black = (_style(FOOT, FOOT_LINE, ink, width=room) for ink in ("text_3", "text_1"))
    lines = [Paragraph(escape(names), grey), Paragraph(escape(version), grey), Paragraph(code, black)]
    story = _wrapped(lines, room)
    _flow(canvas, story, x, bottom + A6.margin + _height(story))
    square(canvas, card.content.code, corner.x + A6.width - edge, bottom + A6.margin * 0.7)


def _own_square(canvas: Canvas, code: str, x: float, y: float) -> None:
    square = Drawing(A6.qr, A6.qr)
    square.add(QrCodeWidget(code, barWidth=A6.qr, barHeight=A6.qr, barLevel="M", qrVersion=1))
    renderPDF.draw(square, canvas, x, y)


def _our_square(canvas: Canvas, code: str, x: float, y: float) -> None:
    path, unit, top = canvas.beginPath(), A6.qr / SIDE, y + A6.qr
    for left, row, width, height in (*FRAME, *bars(code)):
        path.rect(x + left * unit, top - (row + height) * unit, width * unit, height * unit)
    canvas.setFillColor(_colour("text_1"))
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_notes(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """Lines to write on in whatever room is left."""
    y = top - words.ABOVE - LINE - A6.note_line
    if y < bottom:
        return
    canvas.setStrokeColor(_colour("line_strong"))
    canvas.setLineWidth(0.35)
    canvas.line(x, top, x + A6.inner, top)
    canvas.setFillColor(_colour("text_1"))
    canvas.setFont(BOLD, BODY)
    canvas.drawString(x, top - words.ABOVE - words.baseline(BODY, LINE), "Notes")
    canvas.setStrokeColor(_colour("line"))
    canvas.setLineWidth(0.25)
    lines = []
    while y > bottom:
        lines.append((x, y, x + A6.inner, y))
        y -= A6.note_line
    canvas.lines(lines)


def _flow(canvas: Canvas, story: Story, x: float, y: float) -> float:
    """Draw what is wrapped from a height downwards, and tell where it ends."""
    for one, height in story:
        y -= one.getSpaceBefore() + height
        one.drawOn(canvas, x, y)
        y -= one.getSpaceAfter()
    return y


def _keep_forms(canvas: Canvas, sheet: Sheetful) -> None:
    """Marks and icons, which stand in the file once."""
    canvas.beginForm("marks", 0, 0, ceil(sheet.page.width), ceil(sheet.page.height))
    canvas.setStrokeColor(_colour("text_1"))
    canvas.setLineWidth(0.25)
    for mark in cut_marks(sheet):
        assert isinstance(mark, Wire)
        (x1, y1), (x2, y2) = ((spot.x, sheet.page.height - spot.y) for spot in mark.points)
        canvas.line(x1, y1, x2, y2)
    canvas.endForm()
    for purpose, icon in ICONS.items():
        size = BODY * 1.375
        canvas.beginForm(purpose, -1, -13, 13, 1)
        _draw_icon(canvas, icon, size / 24, _colour(f"{purpose}_text"))
        canvas.endForm()


def _draw_icon(canvas: Canvas, icon: str, unit: float, colour: Color) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(2.25 * unit)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    steps: dict[str | float, Callable[..., None]] = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo}
    for subpath in icon_table()[icon]:
        for command, *numbers in subpath:
            at = [float(number) * (-unit if place % 2 else unit) for place, number in enumerate(numbers)]
            steps.get(command, path.close)(*at)
    canvas.drawPath(path)
