"""What the signs and colours mean that occur in a chart on paper."""

from collections.abc import Iterator

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import LineKind, Status
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.drawing.colouring import BLANK, Colouring, colour_titles
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.patterns import pattern
from salesorg_gui.drawing.shapes import Box, Icon, Shape, Stroke, Wire
from salesorg_gui.drawing.streams import STREAM_INKS, WIDTHS, widths_for
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.options import ChartOptions
from salesorg_gui.exchange.documents.typeset import Block, Style, fitting_lines, line_of, width_of
from salesorg_gui.exchange.documents.wording import amount, percent
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind

AFTER_SIGN, AFTER_ENTRY = 0.5, 2.0
"""Air in a legend, in sizes of its type."""
USUAL = ChartOptions().volume
"""The volume of the plan itself: nobody has to be told."""

type Sign = tuple[tuple[Shape, ...], float]
"""Shapes in a line box from x = 0, and how wide they are."""

NO_SIGN: Sign = ((), 0.0)


def legend(subject: Subject, look: Style, width: float) -> Block:
    """In as many rows as the width makes necessary; a name wider than that stands in several lines."""
    x = y = 0.0
    shapes: list[Shape] = []
    for word, (sign, wide) in _entries(subject, look):
        text_x = wide + AFTER_SIGN * look.size if wide else 0.0
        length = text_x + width_of(word, look)
        if x and x + length > width:
            x, y = 0.0, y + look.line
        lines = fitting_lines(word, look, width - text_x) if length > width else [word]
        shapes += moved((*sign, line_of(lines[0], look, "text_2", text_x)), x, y)
        for line in lines[1:]:
            y += look.line
            shapes += moved((line_of(line, look, "text_2", text_x),), x, y)
        x += length + AFTER_ENTRY * look.size
    return Block(y + look.line if shapes else 0.0, tuple(shapes))


def _entries(subject: Subject, look: Style) -> Iterator[tuple[str, Sign]]:
    chart, colouring = subject.chart, subject.colours.colouring
    yield from _purposes(subject, look) if colouring is None else _categories(colouring, look)
    statuses = {seat.status for seat in chart.seats.values()}
    if Status.OPEN in statuses:
        yield _("Open"), _outline(Stroke("text_2", 1.0, (3.0, 2.0)), look)
    if Status.PLANNED in statuses:
        yield _("Planned"), _outline(Stroke("text_2", 1.0, (0.1, 2.0), round_caps=True), look)
    if subject.view is ViewKind.HANDOFFS:
        yield from _ways(chart, look)
    elif any(line.kind is LineKind.DOTTED for line in chart.lines.values()):
        yield _("Dotted line"), _way(Stroke("edge", 1.2, (0.1, 3.0), round_caps=True), "", look)
    yield from _volume(subject, look)


def _purposes(subject: Subject, look: Style) -> Iterator[tuple[str, Sign]]:
    catalogue = subject.catalogue
    found = {catalogue.role(seat.role).purpose for seat in subject.chart.seats.values()}
    for purpose in Purpose:
        if purpose in found:
            yield catalogue.purposes[purpose], _purpose(purpose, look, has_colour=subject.options.has_colour)


def _categories(colouring: Colouring, look: Style) -> Iterator[tuple[str, Sign]]:
    """What colours tell, by name, then each of them; hollow for what nobody said."""
    yield f"{colour_titles()[colouring.by]}:", NO_SIGN
    for category in colouring.categories:
        strip = Rect(0.0, (look.line - look.size) / 2, look.size * 0.32, look.size)
        is_blank = category.family == BLANK
        swatch = Box(strip, stroke=Stroke("line_strong", 0.5)) if is_blank else Box(strip, f"{category.family}_solid")
        yield category.title, ((swatch,), strip.width)


def _volume(subject: Subject, look: Style) -> Iterator[tuple[str, Sign]]:
    """What the width of a handoff means, and how much is taken to come in where that is not what the plan says."""
    streams, language = subject.colours.streams, subject.catalogue.language
    limits = widths_for(streams.largest).limits if streams is not None else ()
    if subject.view is ViewKind.HANDOFFS and limits:
        yield f"{_('Handoffs, how many a month')}:", NO_SIGN
        words = [_("under {count}").format(count=amount(limits[0], language))]
        words += [_("{count} and more").format(count=amount(limit, language)) for limit in limits]
        for word, width in zip(words, WIDTHS, strict=True):
            yield word, _way(Stroke(STREAM_INKS[0], width / WIDTHS[-1] * look.size), "", look)
    if subject.colours.loads and subject.options.charts.volume != USUAL:
        yield f"{_('Lead volume')}: {percent(subject.options.charts.volume, language)}", NO_SIGN


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
