"""Role cards as a PDF file: sheets of fronts and of backs that meet them, folded cards, tents, blanks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.patterns import pattern
from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Wire, draw
from salesorg_gui.exchange.documents.card_code import QR_PREFIX, codes_of
from salesorg_gui.exchange.documents.cards.blank import blank_faces
from salesorg_gui.exchange.documents.cards.formats import FORMATS, CardFormat
from salesorg_gui.exchange.documents.cards.imposing import (
    Sheetful,
    arranged,
    bleeding,
    cut_marks,
    dealt,
    fold_marks,
    is_folded,
)
from salesorg_gui.exchange.documents.cards.tent import inner, outer, panel_height
from salesorg_gui.exchange.documents.options import MM, CardOptions, Options
from salesorg_gui.exchange.documents.printing import NothingToPrint, book_for, chosen_sheets, imprint_of, stages_of
from salesorg_gui.exchange.documents.qr import FRAME, SIDE, bars
from salesorg_gui.exchange.documents.role_cards import CardContent, Face, faces
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

OUTLINE = Stroke("text_1", 0.4 * MM)
SAVING = Stroke("text_1", 0.75)
SAVING_GAP, SAVING_HEIGHT = 2 * MM, 4 * MM
DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "none": "Simplex"}


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a card."""

    front: Face
    back: Face


def cards(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """Role cards of the chosen seats, or of all; in two languages each card is followed by its like."""
    wanted = options.cards
    card = FORMATS[wanted.format]
    sheet = arranged(options.page, card, wanted)
    if sheet is None:
        raise NothingToPrint(_("The paper is too small for these cards. Choose a larger paper or a smaller card."))
    book = book_for(plan, catalogue, _("Role cards"), options)
    one_sided = card.is_tent or is_folded(card, wanted) or wanted.duplex == "none"
    book.canvas.setViewerPreference("Duplex", DUPLEX["none" if one_sided else wanted.duplex])
    each = len(sheet.corners)
    pairs = [*_pairs(plan, chart, catalogue, options, card), *_blanks(catalogue, card, wanted)]
    book.expect(-(-len(pairs) // each) * (1 if one_sided else 2))
    printer = _Printer(book, sheet, card, options)
    for placed in dealt(pairs, each, is_stacked=wanted.is_stacked):
        printer.fronts(placed)
        if not one_sided:
            printer.backs(placed)
    pairs.clear()  # their room is needed for finishing the file
    return book.finished()


def _pairs(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options, card: CardFormat) -> Iterator[Pair]:
    codes = codes_of(chart.seats)
    spoken = [catalogue.language, *([options.second_language] if options.second_language else [])]
    by_language: list[list[list[Pair]]] = []
    for language in spoken:
        with i18n.speaking(language):
            words = catalogue if language == catalogue.language else load(language).with_plan_roles(plan.roles)
            imprint = imprint_of(plan, chart, words, options)
            contents = [
                CardContent(one, stages_of(one, words), imprint, QR_PREFIX + codes[one.seat.id])
                for one in chosen_sheets(plan, chart, words, options)
            ]
            by_language.append([list(_sides(content, card)) for content in contents])
    for alike in zip(*by_language, strict=True):
        for pairs in alike:
            yield from pairs


def _sides(content: CardContent, card: CardFormat) -> Iterator[Pair]:
    if card.is_tent:
        yield Pair(Face(outer(content, card), content.sheet.purpose), inner(content, card))
        return
    found = faces(content, card)
    yield from (Pair(front, back) for front, back in zip(found[::2], found[1::2], strict=True))


def _blanks(catalogue: Catalogue, card: CardFormat, wanted: CardOptions) -> list[Pair]:
    if not wanted.blanks or card.is_tent:
        return []
    stages = [stage.short_title for stage in catalogue.stages.values()]
    front, back = blank_faces(stages, [str(purpose) for purpose in catalogue.purposes], card)
    return [Pair(front, back)] * wanted.blanks


class _Printer:
    """Puts the sides of cards on sheet after sheet, always on the same spots."""

    def __init__(self, book: PdfBook, sheet: Sheetful, card: CardFormat, options: Options) -> None:
        self._book, self._sheet, self._card = book, sheet, card
        self._options, self._wanted = options, options.cards
        marks = [*cut_marks(sheet)] if self._wanted.has_marks else []
        self._marks = (*marks, *fold_marks(sheet, card, self._wanted))

    def fronts(self, placed: Sequence[Pair | None]) -> None:
        """A sheet of fronts; with what is folded behind them on the same face."""
        self._begin()
        for corner, pair in zip(self._sheet.corners, placed, strict=True):
            if pair is None:
                continue
            if self._card.is_tent:
                self._tent(corner, pair)
            elif is_folded(self._card, self._wanted):
                self._side(corner, pair.back)
                self._side(Point(corner.x + self._card.width, corner.y), pair.front)
            else:
                self._side(corner, pair.front)

    def backs(self, placed: Sequence[Pair | None]) -> None:
        """The sheet behind it. Turned like a calendar, its cards stand on their heads: each one turns like a page."""
        self._begin()
        dx, dy = (length * MM for length in self._wanted.offset)
        sideways = self._wanted.is_single or self._sheet.turns_sideways(self._wanted.duplex)
        for corner, pair in zip(self._sheet.turned(self._wanted.duplex), placed, strict=True):
            if pair is None:
                continue
            there = Point(corner.x + dx, corner.y + dy)
            if sideways:
                self._side(there, pair.back)
            else:
                with self._book.turned(self._middle(there)):
                    self._side(there, pair.back)

    def _begin(self) -> None:
        page = self._sheet.page
        self._book.page(page.width, page.height, trim=self._sheet.block, bleed=self._sheet.bleed)
        self._book.repeated("marks", self._marks)

    def _middle(self, corner: Point) -> Point:
        return Point(corner.x + self._sheet.width / 2, corner.y + self._sheet.height / 2)

    def _side(self, corner: Point, face: Face) -> None:
        if face.band:
            draw(self._band(corner, face.band), self._book.pen())
        draw(face.shapes, self._book.pen(corner))
        if face.square is not None:
            spot = Point(corner.x + face.square.x, corner.y + face.square.y)
            self._book.filled(bars(face.code), spot, face.square.width / SIDE, ("square", FRAME))

    def _tent(self, corner: Point, pair: Pair) -> None:
        """The outer panel upside down above the fold, the inner one below it; the band lies over the fold."""
        half = panel_height(self._card)
        fold = corner.y + half
        left, right, _upper = bleeding(self._sheet, corner)
        band = Rect(corner.x - left, fold - self._card.band, self._card.width + left + right, 2 * self._card.band)
        draw(self._coloured(band, pair.front.band), self._book.pen())
        with self._book.turned(Point(corner.x + self._card.width / 2, corner.y + half / 2)):
            draw(pair.front.shapes, self._book.pen(corner))
        self._side(Point(corner.x, fold), pair.back)

    def _band(self, corner: Point, purpose: str) -> Sequence[Shape]:
        """The purpose at the upper edge, running over the cut where no other card lies."""
        card = self._card
        if self._wanted.is_ink_saving:
            x, y = corner.x + card.margin - SAVING_GAP, corner.y + card.first_line - 0.6
            return [Wire((Point(x, y), Point(x, y + SAVING_HEIGHT)), SAVING)]
        cell = Point(corner.x - card.width, corner.y) if is_folded(card, self._wanted) else corner
        left, right, upper = bleeding(self._sheet, cell)
        left = 0.0 if is_folded(card, self._wanted) else left
        return self._coloured(
            Rect(corner.x - left, corner.y - upper, card.width + left + right, card.band + upper), purpose
        )

    def _coloured(self, band: Rect, purpose: str) -> Sequence[Shape]:
        if self._wanted.is_ink_saving:
            return []
        if self._options.has_colour:
            return [Box(band, f"{purpose}_solid")]
        return [*pattern(band, purpose), Box(band, stroke=OUTLINE)]
