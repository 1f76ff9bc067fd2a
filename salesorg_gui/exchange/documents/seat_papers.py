"""The documents of seats as PDF files, in one language or in two side by side.

Every function takes the plan and one of its charts and returns a whole file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.shapes import draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.content import Paper
from salesorg_gui.exchange.documents.options import Options, Page
from salesorg_gui.exchange.documents.papers.common import Subject
from salesorg_gui.exchange.documents.papers.every import PAPERS
from salesorg_gui.exchange.documents.partners import Exchanges
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.setting.forms import lay
from salesorg_gui.exchange.documents.setting.pages import PaperPage, pages
from salesorg_gui.exchange.documents.sheet import Sheets
from salesorg_gui.exchange.documents.wording import day
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point

type Drawing = Callable[[Plan, Chart, Catalogue, Options], bytes]

ALL_SEATS = frozenset({"descriptions"})
"""Documents that are for every seat, not only for those to fill."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What stands on one sheet of paper: a page, or the same page in two languages."""

    halves: tuple[PaperPage | None, ...]
    prefix: str
    bookmark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A document, and its pages."""

    paper: Paper
    pages: tuple[PaperPage, ...]


def seat_papers(what: str) -> Drawing:
    """What draws the documents of that name."""

    def drawn(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
        seats = wanted(what, chart, options)
        second = options.second_language
        is_double = bool(second) and second != catalogue.language
        page = Page(options.page.height / 2, options.page.width) if is_double else options.page
        languages = [_set(written(what, plan, chart, catalogue, options, seats), page)]
        if is_double:
            with i18n.speaking(second):
                other = load(second).with_plan_roles(plan.roles)
                languages.append(_set(written(what, plan, chart, other, options, seats), page))
        spreads = list(_spreads(languages))
        return _printed(plan, catalogue, title_of(what), spreads, page, len(languages))

    return drawn


def written(
    what: str, plan: Plan, chart: Chart, catalogue: Catalogue, options: Options, seats: Sequence[SeatId]
) -> list[list[Paper]]:
    """The content of the documents of seats, in the language of the catalogue: a list for each seat."""
    return [PAPERS[what](subject) for subject in subjects(plan, chart, catalogue, options, seats)]


def subjects(
    plan: Plan, chart: Chart, catalogue: Catalogue, options: Options, seats: Sequence[SeatId]
) -> Iterator[Subject]:
    """Seats to write about, as the eye meets them on the board."""
    writer, exchanges = Sheets(plan, chart, catalogue), Exchanges(chart, catalogue)
    hires = {hire.seat: hire for hire in chart.hires.values()}
    chosen = set(seats)
    for seat in writer.order:
        if seat in chosen:
            yield Subject(
                plan,
                catalogue,
                writer.sheet(seat),
                hires.get(seat),
                chart.title,
                day(options.today, catalogue.language),
                exchanges.gives(seat),
                exchanges.takes(seat),
                has_salaries=options.has_salaries,
            )


def wanted(what: str, chart: Chart, options: Options) -> tuple[SeatId, ...]:
    """The seats a document is for: those chosen, else all it is meant for."""
    if not chart.seats:
        raise NothingToPrint(_("The chart has no seats yet."))
    to_fill = tuple(seat.id for seat in chart.seats.values() if seat.status is not Status.FILLED)
    wanted = options.seats or (tuple(chart.seats) if what in ALL_SEATS else to_fill)
    if not wanted:
        raise NothingToPrint(_("No seat is open or planned. Choose the seats to print documents for."))
    return wanted


def title_of(what: str) -> str:
    """What the documents of a name are called."""
    titles = {
        "descriptions": _("Role descriptions"),
        "checklists": _("Hiring checklists"),
        "scorecards": _("Interview scorecards"),
        "interviews": _("Interview plans"),
        "first-days": _("30, 60 and 90 days"),
        "follow-ups": _("Follow-up of measures"),
        "kit": _("Hiring kit"),
    }
    return titles[what]


def _set(seats: list[list[Paper]], page: Page) -> list[list[SetPaper]]:
    """Papers on pages, in the language spoken here and now: their feet count pages in it too."""
    return [[SetPaper(paper, tuple(pages(paper, page))) for paper in papers] for papers in seats]


def _spreads(languages: Sequence[list[list[SetPaper]]]) -> Iterator[Spread]:
    """Sheet by sheet; when a document is longer in one language, the other half stays empty."""
    for same_seat in zip(*languages, strict=True):
        for number, same in enumerate(zip(*same_seat, strict=True)):
            first = same[0].paper
            bookmark, level = (first.kind, 1) if number else (first.bookmark, 0)
            halves = [one.pages for one in same]
            for sheet in range(max(len(half) for half in halves)):
                shown = tuple(half[sheet] if sheet < len(half) else None for half in halves)
                yield Spread(shown, first.identity.seat, bookmark if sheet == 0 else "", level)


def _printed(plan: Plan, catalogue: Catalogue, title: str, spreads: Sequence[Spread], page: Page, halves: int) -> bytes:
    book = PdfBook(theme(ThemeName.PRINT), plan.title or title, title, catalogue.language)
    book.expect(len(spreads))
    for spread in spreads:
        book.page(page.width * halves, page.height, spread.bookmark, level=spread.level)
        for half, shown in enumerate(spread.halves):
            if shown is not None:
                _print(book, shown, spread.prefix, half * page.width)
    return book.finished()


def _print(book: PdfBook, shown: PaperPage, prefix: str, x: float) -> None:
    draw(shown.shapes, book.pen(Point(x, 0.0)))
    for field in shown.fields:
        lay(book, field, prefix, x)
