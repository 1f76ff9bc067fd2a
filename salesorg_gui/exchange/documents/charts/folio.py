"""The pages of the book as paper: where what stands, the running line, the title, the foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Label, Shape
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import LEAST
from salesorg_gui.exchange.documents.charts.furniture import Subject, title_lines
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.typeset import Style, line_of, rule, style, width_of
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect

SIDE, TOP, FOOT = 12 * MM, 10 * MM, 8 * MM
AFTER_RUNNING, AFTER_TITLE, ABOVE_FOOT = 6.0, 8.0, 4.0
BAND, AFTER_BAND = 4 * MM, 3 * MM
BETWEEN = 14.0
STEP = " › "
SMALL, TITLE = style("small"), style("card_title")

type Link = tuple[Rect, str]
"""A part of the page, and the leaf it leads to."""


@dataclass(frozen=True, slots=True)
class Folio:
    """A lying sheet of the book. ``of`` is how many pages there are."""

    subject: Subject
    of: int = 0

    @property
    def page(self) -> Page:
        """The sheet."""
        sheet = self.subject.options.page
        return Page(max(sheet.width, sheet.height), min(sheet.width, sheet.height))

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page.width - 2 * SIDE

    @property
    def area(self) -> Rect:
        """Where the drawing stands."""
        top = TOP + SMALL.line + AFTER_RUNNING + TITLE.line + AFTER_TITLE
        foot = FOOT + SMALL.line + ABOVE_FOOT + SMALL.line + ABOVE_FOOT
        return Rect(SIDE, top, self.width, self.page.height - top - foot)

    @property
    def room(self) -> Room:
        """How much can be read on it, in px."""
        return Room(self.area.width / LEAST, self.area.height / LEAST)

    def running(self, steps: Iterable[tuple[str, str]]) -> tuple[list[Shape], list[Link]]:
        """The way from the top of the organisation, each step a link; at the right, whose book it is."""
        whose = elide(self.subject.name, self.width * 0.4, SMALL.size)
        shapes: list[Shape] = [*moved([line_of(whose, SMALL, "text_3", align=Align.RIGHT)], SIDE + self.width, TOP)]
        links: list[Link] = []
        x, end = SIDE, SIDE + self.width - width_of(whose, SMALL) - 2 * BETWEEN
        for number, (text, goal) in enumerate(steps):
            text = f"{STEP if number else ''}{text}"
            shown = elide(text, max(end - x, 0.0), SMALL.size)
            length = width_of(shown, SMALL)
            shapes += moved([line_of(shown, SMALL, "text_2")], x, TOP)
            if goal:
                links.append((Rect(x, TOP, length, SMALL.line), goal))
            x += length
        return shapes, links

    def heading(self, title: str, note: str, family: str = "") -> Iterator[Shape]:
        """The title behind a band of its purpose, and at the right what there is to say about it."""
        y = TOP + SMALL.line + AFTER_RUNNING
        x = SIDE
        if family:
            yield Box(Rect(x, y + 2.0, BAND, TITLE.line - 4.0), f"{family}_solid")
            x += BAND + AFTER_BAND
        body = style("body")
        about = elide(note, self.width * 0.6, body.size)
        space = self.width - (x - SIDE) - width_of(about, body) - BETWEEN
        yield from moved([_in_one_line(title, space)], x, y)
        yield from moved(
            [line_of(about, body, "text_2", align=Align.RIGHT)], SIDE + self.width, y + TITLE.line - body.line - 3.0
        )

    def foot(self, number: int) -> Iterator[Shape]:
        """The day, and which page this is."""
        y = self.page.height - FOOT - SMALL.line
        yield from moved([rule(self.width, 0.35)], SIDE, y - ABOVE_FOOT)
        yield from moved([line_of(self.subject.day, SMALL, "text_3")], SIDE, y)
        text = _("{number} of {count}").format(number=number, count=self.of)
        yield from moved([line_of(text, SMALL, "text_3", align=Align.RIGHT)], SIDE + self.width, y)

    def onward(self, goals: Iterable[tuple[str, str]]) -> tuple[list[Shape], list[Link]]:
        """Where a page goes on, each a link."""
        y = self.page.height - FOOT - 2 * SMALL.line - 2 * ABOVE_FOOT
        found = list(goals)
        x = SIDE + self.width - sum(width_of(text, SMALL) + BETWEEN for text, _goal in found) + BETWEEN
        shapes: list[Shape] = []
        links: list[Link] = []
        for text, goal in found:
            length = width_of(text, SMALL)
            shapes += moved([line_of(text, SMALL, "text_1")], x, y)
            links.append((Rect(x, y, length, SMALL.line), goal))
            x += length + BETWEEN
        return shapes, links


def _in_one_line(title: str, space: float) -> Label:
    lines, size = title_lines(title, TITLE, space)
    text = lines[0] if len(lines) == 1 else elide(" ".join(lines), space, size.size, size.weight, size.tracking)
    return line_of(text, Style(size.size, TITLE.line, size.weight, size.tracking), "text_1")
