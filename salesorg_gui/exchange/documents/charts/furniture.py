"""What stands around a chart on paper: whose it is, as of when, how many work there, and what its signs mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import LineKind, Status
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.patterns import pattern
from salesorg_gui.drawing.shapes import Box, Icon, Part, Shape, Stroke, Wire
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.typeset import Block, Style, fitting_lines, line_of, stacked, width_of
from salesorg_gui.exchange.documents.wording import day, number
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind

AFTER_SIGN, AFTER_ENTRY = 0.5, 2.0
"""Air in a legend, in sizes of its type."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is printed: a chart of a plan in one view, in the words of a catalogue, as somebody chose."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    options: Options
    view: ViewKind

    @property
    def name(self) -> str:
        """The organisation, and which of its charts."""
        return " · ".join(text for text in (self.plan.title, self.chart.title) if text) or _("Chart")

    @property
    def day(self) -> str:
        """The day on the document."""
        return day(self.options.today, self.catalogue.language)

    @property
    def figures(self) -> str:
        """How many seats there are, and how much work they do."""
        seats = self.chart.seats.values()
        return figures(len(seats), sum(seat.total_fte for seat in seats), self.catalogue.language)


def figures(seats: int, fte: float, language: str) -> str:
    """``24 seats · 23.3 FTE``."""
    text = ngettext("{count} seat", "{count} seats", seats).format(count=seats)
    return f"{text} · {_('{fte} FTE').format(fte=number(fte, language))}"


def title_lines(text: str, look: Style, width: float) -> tuple[list[str], Style]:
    """A title in one line, smaller if it must be; one too long even then in more lines."""
    sizes = [look.sized(factor) for factor in (1.0, 0.8, 0.65, 0.5)]
    size = next((one for one in sizes if len(fitting_lines(text, one, width)) == 1), sizes[-1])
    return fitting_lines(text, size, width), size


def title_block(text: str, look: Style, width: float) -> Block:
    """A title as high as it needs to be."""
    lines, size = title_lines(text, look, width)
    block = stacked([Block(size.line, (line_of(line, size, "text_1"),)) for line in lines])
    return Block(block.height, (Part("h1", block.shapes),))


type Sign = tuple[tuple[Shape, ...], float]
"""Shapes in a line box from x = 0, and how wide they are."""


def legend(subject: Subject, look: Style, width: float) -> Block:
    """What the signs mean that occur in the chart, in as many rows as the width makes necessary."""
    x = y = 0.0
    shapes: list[Shape] = []
    for word, (sign, wide) in _entries(subject, look):
        text_x = wide + AFTER_SIGN * look.size
        length = text_x + width_of(word, look)
        if x and x + length > width:
            x, y = 0.0, y + look.line
        shapes += moved((*sign, line_of(word, look, "text_2", text_x)), x, y)
        x += length + AFTER_ENTRY * look.size
    return Block(y + look.line if shapes else 0.0, tuple(shapes))


def _entries(subject: Subject, look: Style) -> Iterator[tuple[str, Sign]]:
    chart, catalogue = subject.chart, subject.catalogue
    found = {catalogue.role(seat.role).purpose for seat in chart.seats.values()}
    for purpose in Purpose:
        if purpose in found:
            yield catalogue.purposes[purpose], _purpose(purpose, look, has_colour=subject.options.has_colour)
    statuses = {seat.status for seat in chart.seats.values()}
    if Status.OPEN in statuses:
        yield _("Open"), _outline(Stroke("text_2", 1.0, (3.0, 2.0)), look)
    if Status.PLANNED in statuses:
        yield _("Planned"), _outline(Stroke("text_2", 1.0, (0.1, 2.0), round_caps=True), look)
    if subject.view is ViewKind.HANDOFFS:
        yield from _ways(chart, look)
    elif any(line.kind is LineKind.DOTTED for line in chart.lines.values()):
        yield _("Dotted line"), _way(Stroke("edge", 1.2, (0.1, 3.0), round_caps=True), "", look)


def _ways(chart: Chart, look: Style) -> Iterator[tuple[str, Sign]]:
    if any(not handoff.is_return for handoff in chart.handoffs.values()):
        yield _("Handoff"), _way(Stroke("edge_handoff", 1.2), "small", look)
    if any(handoff.is_return for handoff in chart.handoffs.values()):
        yield _("Goes back"), _way(Stroke("text_3", 1.0, (4.0, 2.5)), "open", look)


def _purpose(purpose: Purpose, look: Style, *, has_colour: bool) -> Sign:
    size = look.size
    top = (look.line - size) / 2
    strip = Rect(0.0, top, size * (0.32 if has_colour else 0.75), size)
    if has_colour:
        ground: tuple[Shape, ...] = (Box(strip, f"{purpose}_solid"),)
    else:
        ground = (*pattern(strip, purpose, size / 12), Box(strip, stroke=Stroke("text_1", 0.5)))
    icon = Icon(PURPOSE_ICONS[purpose], Point(strip.width + size * 0.4, top), size, f"{purpose}_text")
    return (*ground, icon), strip.width + size * 1.4


def _outline(stroke: Stroke, look: Style) -> Sign:
    box = Rect(0.5, (look.line - look.size) / 2 + 0.5, look.size * 1.8, look.size - 1.0)
    return (Box(box, stroke=stroke, radius=look.size * 0.2),), look.size * 1.9


def _way(stroke: Stroke, head: str, look: Style) -> Sign:
    y, length = look.line / 2, look.size * 2.6
    return (Wire((Point(0.0, y), Point(length, y)), stroke, 0.0, head),), length
