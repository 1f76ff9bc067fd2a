"""The chart on paper and as SVG, from the same shapes as on screen.

The paper grows from the one wished for until the smallest type on it can be read; what A0 cannot hold gets a page
of its own size. A chart without pods and segments is drawn as its reporting tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Shape, draw
from salesorg_gui.drawing.theme import ThemeName, screen_style, theme
from salesorg_gui.drawing.whole import whole_chart
from salesorg_gui.exchange import svg
from salesorg_gui.exchange.documents.options import MM, PAPERS, Options, Page
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.typeset import fitting_lines, line_of, style
from salesorg_gui.exchange.documents.wording import day
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind

MARGIN, HEADER, FOOTER = 15 * MM, 17 * MM, 8 * MM
LARGEST_SCALE = 1.0
"""Points for a px at most: a chart of two seats is not blown up."""
LADDER = ("a4", "a3", "a2", "a1", "a0")


@dataclass(frozen=True, slots=True)
class Setting:
    """On which page a drawing stands, how large (points for a px), and from where."""

    page: Page
    scale: float
    origin: Point


def chart(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """One page with the whole chart."""
    bounds, shapes = _drawn(plan, shown, catalogue, options)
    setting = _setting(bounds, options)
    book = PdfBook(theme(ThemeName.PRINT), plan.title or _("Chart"), _("Chart"), catalogue.language)
    book.page(setting.page.width, setting.page.height)
    draw(_heading(plan, shown, catalogue, options, setting.page), book.pen())
    draw(shapes, book.pen(setting.origin, setting.scale))
    return book.finished()


def chart_svg(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """The whole chart at 100 %."""
    bounds, shapes = _drawn(plan, shown, catalogue, options)
    return svg.document(shapes, bounds, theme(ThemeName.PRINT), plan.title or _("Chart"))


def _drawn(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options) -> tuple[Rect, tuple[Shape, ...]]:
    if not (shown.seats or shown.pods or shown.segments or shown.sources):
        raise NothingToPrint(_("The chart is empty."))
    usual = ViewKind.BOARD if shown.pods or shown.segments else ViewKind.REPORTING
    return whole_chart(shown, catalogue.with_plan_roles(plan.roles), ViewKind(options.view) if options.view else usual)


def _setting(bounds: Rect, options: Options) -> Setting:
    start = LADDER.index(options.paper) if options.paper in LADDER else 0
    pages = [options.page, *(PAPERS[name] for name in LADDER[start + 1 :])]
    least = style("card_foot").size / screen_style("tiny").size
    for paper in pages:
        upright, lying = _fitted(bounds, paper), _fitted(bounds, Page(paper.height, paper.width))
        best = max(upright, lying, key=lambda setting: setting.scale)
        if best.scale >= least:
            return best
    own = Page(bounds.width * least + 2 * MARGIN, bounds.height * least + 2 * MARGIN + HEADER + FOOTER)
    return _fitted(bounds, own)


def _fitted(bounds: Rect, page: Page) -> Setting:
    """The drawing centred between the margins, below the heading."""
    room = Rect(MARGIN, MARGIN + HEADER, page.width - 2 * MARGIN, page.height - 2 * MARGIN - HEADER - FOOTER)
    scale = min(room.width / bounds.width, room.height / bounds.height, LARGEST_SCALE)
    left = room.x + (room.width - bounds.width * scale) / 2
    return Setting(page, scale, Point(left - bounds.x * scale, room.y - bounds.y * scale))


def _heading(plan: Plan, shown: Chart, catalogue: Catalogue, options: Options, page: Page) -> Iterator[Shape]:
    """Whose chart, which one, as of when."""
    width = page.width - 2 * MARGIN
    title, small = style("page_title"), style("small")
    names = " · ".join(text for text in (plan.title, shown.title) if text) or _("Chart")
    sizes = [title.sized(factor) for factor in (1.0, 0.7, 0.5, 0.35)]
    size = next((one for one in sizes if len(fitting_lines(names, one, width)) == 1), sizes[-1])
    for number, line in enumerate(fitting_lines(names, size, width)[:4]):
        yield from moved([line_of(line, size, "text_1")], MARGIN, MARGIN + number * size.line)
    foot = page.height - MARGIN - small.line
    yield from moved([line_of(day(options.today, catalogue.language), small, "text_3")], MARGIN, foot)
    total = sum(seat.total_fte for seat in shown.seats.values())
    figures = _("{seats} seats · {fte} FTE").format(seats=len(shown.seats), fte=f"{total:.1f}")
    yield from moved([line_of(figures, small, "text_3", align=Align.RIGHT)], page.width - MARGIN, foot)
