"""The chart on paper and as SVG, from the same shapes as on screen.

On one page the paper grows from the one wished for until the smallest type on it can be read; what A0 cannot hold gets
a page of its own size. A chart without pods and segments is drawn as its reporting tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colours import PLAIN
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Part, Shape, draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.drawing.whole import MARGIN as AROUND
from salesorg_gui.drawing.whole import whole_chart
from salesorg_gui.exchange import svg
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.colours import colours_of
from salesorg_gui.exchange.documents.charts.drawn import LEAST, Drawn, Setting, drawn, inks, within
from salesorg_gui.exchange.documents.charts.furniture import Subject, title_block
from salesorg_gui.exchange.documents.charts.in_full import (
    cut_short,
    note_in_full,
    pages_in_full,
    print_in_full,
    spelled_out,
)
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.options import MM, PAPERS, Options, Page
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.typeset import Block, line_of, style
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind

MARGIN, BELOW_TITLE, FOOT = 15 * MM, 5 * MM, 11 * MM
ABOVE_NOTE = 2 * MM
LEGEND = 0.7
"""How much of the foot the legend takes, as a share; the date stands at the other end."""
LADDER = ("a4", "a3", "a2", "a1", "a0")


def chart(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """The chart in the form wished for."""
    match options.charts.form:
        case "poster":
            from salesorg_gui.exchange.documents.charts.poster import poster  # noqa: PLC0415 - only who prints one

            return poster(subject(plan, shown, catalogue, options))
        case "book":
            from salesorg_gui.exchange.documents.charts.book import book  # noqa: PLC0415

            return book(subject(plan, shown, catalogue, options))
        case _:
            return _on_a_page(subject(plan, shown, catalogue, options))


def whole_book(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """All views as one book, or the one wished for."""
    from salesorg_gui.exchange.documents.charts import book  # noqa: PLC0415 - only who prints one

    printed = subject(plan, shown, catalogue, options)
    return book.book(printed) if options.view else book.whole_book(printed)


def chart_svg(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """The whole chart at 100 %; below it what its colours tell, where that is not the purposes."""
    printed = subject(plan, shown, catalogue, options)
    bounds, shapes = whole_chart(shown, printed.catalogue, printed.view, colours=printed.colours)
    if printed.colours is not PLAIN:
        signs = legend(printed, style("body"), bounds.width - 2 * AROUND)
        shapes = (*shapes, *moved(signs.shapes, bounds.x + AROUND, bounds.bottom))
        bounds = Rect(bounds.x, bounds.y, bounds.width, bounds.height + signs.height + AROUND)
    return svg.document(shapes, bounds, theme(ThemeName.PRINT), plan.title or _("Chart"))


def subject(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> Subject:
    """What is printed; an empty chart is not."""
    if not (shown.seats or shown.pods or shown.segments or shown.sources):
        raise NothingToPrint(_("The chart is empty."))
    usual = ViewKind.BOARD if shown.pods or shown.segments else ViewKind.REPORTING
    view = ViewKind(options.view) if options.view else usual
    words = catalogue.with_plan_roles(plan.roles)
    return Subject(plan, shown, words, options, view, colours_of(plan, shown, words, options))


@dataclass(frozen=True, slots=True)
class OnePage:
    """A chart as it stands on its page: ``note`` holds the words that are in full nowhere else, when they are few."""

    setting: Setting
    shapes: tuple[Shape, ...]
    note: Block

    @property
    def left(self) -> list[str]:
        """The words no place on the page has room for."""
        return [] if self.note.height else cut_short(self.shapes)


def _on_a_page(printed: Subject) -> bytes:
    shown = _with_note(printed, *_setting(printed))
    page = shown.setting.page
    behind = pages_in_full(printed.options.page, {_("Chart"): shown.left})
    book = PdfBook(inks(printed.options), printed.plan.title or _("Chart"), _("Chart"), printed.catalogue.language)
    book.expect(1 + len(behind))
    book.page(page.width, page.height, printed.name if behind else "")
    draw(_around(printed, page, shown.note), book.pen())
    figure = Part("figure", shown.shapes, f"{printed.name}: {printed.figures}")
    draw((figure,), book.pen(shown.setting.origin, shown.setting.scale))
    print_in_full(book, printed.options.page, behind)
    return book.finished()


def _with_note(printed: Subject, setting: Setting, picture: Drawn) -> OnePage:
    """The chart with a note below of what is too long for its place, a little smaller where it can be read so too."""
    shapes = spelled_out(picture.shapes, setting.scale)
    page = setting.page
    wide = (page.width - 2 * MARGIN) * LEGEND
    if (note := note_in_full(cut_short(shapes), wide)) is not None:
        area = _area(printed, page)
        lower = within(picture.bounds, Rect(area.x, area.y, area.width, area.height - note.height - ABOVE_NOTE), page)
        again = spelled_out(picture.shapes, lower.scale)
        longer = note_in_full(cut_short(again), wide)
        if lower.scale >= LEAST and longer is not None and longer.height == note.height:
            return OnePage(lower, again, longer)
    return OnePage(setting, shapes, Block(0.0))


def _setting(printed: Subject) -> tuple[Setting, Drawn]:
    """The smallest paper, from the one wished for, on which everything can be read."""
    options = printed.options
    start = LADDER.index(options.paper) if options.paper in LADDER else 0
    picture = Drawn(Rect(0.0, 0.0, 1.0, 1.0), ())
    sheets = [options.page, *(PAPERS[name] for name in LADDER[start + 1 :])]
    for sheet in sheets:
        pairs = [_fitted(printed, turned) for turned in (Page(sheet.height, sheet.width), sheet)]
        setting, picture = max(pairs, key=lambda pair: pair[0].scale)
        if setting.scale >= LEAST:
            return setting, picture
    wide, high = picture.bounds.width * LEAST, picture.bounds.height * LEAST
    own = Page(wide + 2 * MARGIN, high + 2 * MARGIN)
    taken = _area(printed, own)
    own = replace(own, height=own.height + (own.height - 2 * MARGIN - taken.height))
    return within(picture.bounds, _area(printed, own), own), picture


def _fitted(printed: Subject, sheet: Page) -> tuple[Setting, Drawn]:
    area = _area(printed, sheet)
    picture = drawn(printed, Room(area.width / LEAST, area.height / LEAST))
    return within(picture.bounds, area, sheet), picture


def _area(printed: Subject, page: Page) -> Rect:
    """Between the title and the foot."""
    width = page.width - 2 * MARGIN
    top = MARGIN + title_block(printed.name, style("page_title"), width).height + BELOW_TITLE
    foot = MARGIN + legend(printed, style("small"), width * LEGEND).height + FOOT - style("small").line
    return Rect(MARGIN, top, width, max(page.height - top - foot, 1.0))


def _around(printed: Subject, page: Page, note: Block) -> Iterator[Shape]:
    """Whose chart, which one; what its signs mean; as of when."""
    width, small = page.width - 2 * MARGIN, style("small")
    yield from moved(title_block(printed.name, style("page_title"), width).shapes, MARGIN, MARGIN)
    signs = legend(printed, small, width * LEGEND)
    top = page.height - MARGIN - signs.height
    yield from moved(signs.shapes, MARGIN, top)
    yield from moved(note.shapes, MARGIN, top - ABOVE_NOTE - note.height)
    for number, text in enumerate((printed.day, printed.figures)):
        line = line_of(text, small, "text_3", align=Align.RIGHT)
        yield from moved([line], page.width - MARGIN, page.height - MARGIN - (number + 1) * small.line)
