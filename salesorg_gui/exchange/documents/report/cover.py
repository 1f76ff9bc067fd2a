"""The cover: whose organisation, which chart, as of when, and its size in a few figures."""

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.patterns import pattern
from salesorg_gui.drawing.shapes import Box, Icon, Shape, Stroke
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import GUTTER
from salesorg_gui.exchange.documents.report.figures import Figure, figure_row
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Style,
    broken,
    fitting_lines,
    paragraph,
    rule,
    stacked,
    style,
)
from salesorg_gui.exchange.documents.wording import number, percent
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Point, Rect

BAND = 9 * MM
TITLE_AT = 0.24
"""Where the title begins, as a part of the room between the margins."""
TITLE_SIZES = (1.0, 0.75, 0.5, 0.3)
TITLE_LINES = 4
PATTERN = 1.4
"""How coarse the patterns of the band are, without colour."""


def cover(scope: Scope, findings: int, date: str, room: Room, *, has_colour: bool) -> list[tuple[Shape, ...]]:
    """The shapes of the cover; a title without end goes on over the next page."""
    width, height = room.width, room.height
    band = _band(scope, width, has_colour=has_colour)
    foot = stacked([band, Block(9 * MM), _figures(scope, findings, width)])
    top = height * TITLE_AT
    head = _kicker(date, width)
    pages: list[tuple[Shape, ...]] = []
    words = _title(scope, width)
    first, *rest = broken(words, height - top - foot.height - 10 * MM)
    pages.append(
        (*head.shapes, *moved(first.shapes, 0.0, top), *moved(foot.shapes, 0.0, height - foot.height)),
    )
    while rest:
        first, *rest = broken(rest[0], height)
        pages.append(first.shapes)
    return pages


def _kicker(date: str, width: float) -> Block:
    look = style("lead")
    words = paragraph(_("Workshop report"), look, width / 2)
    day = paragraph(date, look, width, "text_3")
    return stacked([Block(0.0, (rule(width, 0.75, "text_1"),)), Block(3 * MM), words, day])


def _title(scope: Scope, width: float) -> Block:
    """The organisation as large as four lines allow, the chart below."""
    name = scope.plan.title.strip() or _("Sales organisation")
    size = _size_of(name, width)
    title = paragraph(name, size, width, role="h1")
    if not scope.chart.title:
        return Block(title.height, title.shapes, size.line)
    lead = style("page_title").sized(0.75)
    chart = paragraph(scope.chart.title, Style(lead.size, lead.line, style("lead").weight, 0.0), width, "text_2")
    whole = stacked([title, Block(4 * MM), chart])
    return Block(whole.height, whole.shapes, min(size.line, lead.line))


def _size_of(name: str, width: float) -> Style:
    sizes = [style("poster_title").sized(factor) for factor in TITLE_SIZES]
    return next((size for size in sizes if len(fitting_lines(name, size, width)) <= TITLE_LINES), sizes[-1])


def _shares(scope: Scope) -> dict[Purpose, float]:
    shares = dict.fromkeys(Purpose, 0.0)
    for seat in scope.chart.seats.values():
        shares[scope.role(seat).purpose] += seat.total_fte
    return {purpose: fte for purpose, fte in shares.items() if fte > 0}


def _band(scope: Scope, width: float, *, has_colour: bool) -> Block:
    """All work as one band, divided by what it is for."""
    shares = _shares(scope)
    total = sum(shares.values())
    if not total:
        return Block(0.0)
    return stacked(
        [_stripes(shares, width, has_colour=has_colour), Block(3 * MM), _legend(scope, shares, total, width)]
    )


def _stripes(shares: dict[Purpose, float], width: float, *, has_colour: bool) -> Block:
    shapes: list[Shape] = []
    x, each = 0.0, width / sum(shares.values())
    for purpose, fte in shares.items():
        strip = Rect(x, 0.0, each * fte, BAND)
        if has_colour:
            shapes.append(Box(strip, f"{purpose}_solid"))
        else:
            shapes += (*pattern(strip, purpose, PATTERN), Box(strip, stroke=Stroke("text_1", 0.7)))
        x = strip.right
    return Block(BAND, tuple(shapes))


def _legend(scope: Scope, shares: dict[Purpose, float], total: float, width: float) -> Block:
    each = (width - GUTTER * (len(Purpose) - 1)) / len(Purpose)
    columns: list[Block] = []
    for purpose, fte in shares.items():
        icon = Icon(PURPOSE_ICONS[purpose], Point(0.0, 0.5), 11.0, f"{purpose}_text")
        look = style("heading").bold
        name = paragraph(scope.catalogue.purposes[purpose], look, each - 16.0, f"{purpose}_text", 16.0)
        told = _("{fte} FTE").format(fte=number(fte, scope.language))
        share = paragraph(f"{told} · {percent(fte / total, scope.language)}", style("small"), each, "text_2")
        columns.append(stacked([Block(name.height, (icon, *name.shapes)), Block(1.5), share]))
    shapes = [shape for place, one in enumerate(columns) for shape in moved(one.shapes, place * (each + GUTTER), 0.0)]
    return Block(max(one.height for one in columns), tuple(shapes))


def _figures(scope: Scope, findings: int, width: float) -> Block:
    chart = scope.chart
    to_fill = sum(seat.headcount for seat in chart.seats.values() if seat.status is not Status.FILLED)
    seats, pods, handoffs = len(chart.seats), len(chart.pods), len(chart.handoffs)
    figures = (
        _counted(seats, ngettext("seat", "seats", seats)),
        _counted(pods, ngettext("pod", "pods", pods)),
        _counted(to_fill, _("to fill")),
        _counted(handoffs, ngettext("handoff", "handoffs", handoffs)),
        _counted(findings, ngettext("open finding", "open findings", findings)),
    )
    row = figure_row(figures, width)
    return stacked([Block(0.0, (rule(width, 0.35),)), Block(4 * MM), row])


def _counted(count: int, words: str) -> Figure:
    return Figure(str(count), words)
