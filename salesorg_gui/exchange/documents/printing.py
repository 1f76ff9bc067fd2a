"""Role cards as PDF files: what the command line and the window both call.

Every function takes the plan and one of its charts and returns a whole file. Nothing is drawn that is not embedded.
"""

from collections.abc import Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.imposing import Sheetful, arranged, bands, cut_marks
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.role_cards import Face, Imprint, Stage, faces
from salesorg_gui.exchange.documents.sheet import Sheet, Sheets
from salesorg_gui.exchange.documents.wording import day
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point


class NothingToPrint(Exception):
    """There is no seat the document is for; the message says which seats it would take."""


def cards(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """Role cards of the chosen seats, or of all: fronts on one sheet, their backs on the next."""
    sheets = _chosen(plan, chart, catalogue, options)
    imprint = _imprint(plan, chart, catalogue, options)
    all_faces = [face for sheet in sheets for face in faces(sheet, _stages(sheet, catalogue), imprint)]
    paper = arranged(options.page)
    book = _book(plan, catalogue, _("Role cards"))
    each = len(paper.corners)
    fronts, backs = all_faces[::2], all_faces[1::2]
    book.expect(2 * -(-len(fronts) // each))
    for start in range(0, len(fronts), each):
        _card_page(book, paper, paper.corners, fronts[start : start + each])
        _card_page(book, paper, paper.mirrored, backs[start : start + each])
    return book.finished()


def _card_page(book: PdfBook, paper: Sheetful, corners: Sequence[Point], shown: Sequence[Face]) -> None:
    book.page(paper.page.width, paper.page.height)
    used = corners[: len(shown)]
    draw(bands(used, shown), book.pen())
    for corner, face in zip(used, shown, strict=True):
        draw(face.shapes, book.pen(corner))
    draw(cut_marks(paper.page, corners), book.pen())


def _chosen(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> list[Sheet]:
    if not chart.seats:
        raise NothingToPrint(_("The chart has no seats yet."))
    return _sheets(plan, chart, catalogue, options.seats or tuple(chart.seats))


def _sheets(plan: Plan, chart: Chart, catalogue: Catalogue, wanted: Sequence[SeatId]) -> list[Sheet]:
    writer, chosen = Sheets(plan, chart, catalogue), set(wanted)
    return [writer.sheet(seat) for seat in writer.order if seat in chosen]


def _stages(sheet: Sheet, catalogue: Catalogue) -> list[Stage]:
    return [Stage(stage.short_title, stage.phase, stage.id in sheet.stages) for stage in catalogue.stages.values()]


def _imprint(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> Imprint:
    return Imprint(plan.title, chart.title, day(options.today, catalogue.language))


def _book(plan: Plan, catalogue: Catalogue, subject: str) -> PdfBook:
    return PdfBook(theme(ThemeName.PRINT), plan.title or subject, subject, catalogue.language)
