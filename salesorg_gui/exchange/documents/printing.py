"""What every document begins with: the chosen seats in words, whose documents they are, and a file to print on."""

from collections.abc import Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import ThemeName, black_theme, theme
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.role_cards import Imprint, Stage
from salesorg_gui.exchange.documents.sheet import Sheet, Sheets
from salesorg_gui.exchange.documents.wording import day
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _


class NothingToPrint(Exception):
    """There is no seat the document is for; the message says which seats it would take."""


def chosen_sheets(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> list[Sheet]:
    """What the documents say about the chosen seats, or about all, in the order of the board."""
    if not chart.seats:
        raise NothingToPrint(_("The chart has no seats yet."))
    return _sheets(plan, chart, catalogue, options.seats or tuple(chart.seats))


def _sheets(plan: Plan, chart: Chart, catalogue: Catalogue, wanted: Sequence[SeatId]) -> list[Sheet]:
    writer, chosen = Sheets(plan, chart, catalogue), set(wanted)
    return [writer.sheet(seat) for seat in writer.order if seat in chosen]


def stages_of(sheet: Sheet, catalogue: Catalogue) -> list[Stage]:
    """The journey, and which of its stages the seat covers."""
    return [Stage(stage.short_title, stage.phase, stage.id in sheet.stages) for stage in catalogue.stages.values()]


def imprint_of(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> Imprint:
    """Whose documents they are."""
    return Imprint(plan.title, chart.title, day(options.today, catalogue.language))


def book_for(plan: Plan, catalogue: Catalogue, subject: str, options: Options) -> PdfBook:
    """A file to print on, in colour or without."""
    look = theme(ThemeName.PRINT) if options.has_colour else black_theme()
    return PdfBook(look, plan.title or subject, subject, catalogue.language)
