"""The paper of a report: its margins, and what stands at the head and foot of every page."""

from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Shape
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.typeset import line_of, rule, style
from salesorg_gui.i18n import _

TOP, SIDE, BOTTOM = 18 * MM, 16 * MM, 18 * MM
HEAD = 14 * MM
"""From the running head to the text."""
FOOT_AT = 10 * MM


@dataclass(frozen=True, slots=True)
class Sides:
    """A page and the room for text on it."""

    page: Page

    @property
    def lying(self) -> "Sides":
        """The same paper on its side."""
        return Sides(Page(max(self.page.width, self.page.height), min(self.page.width, self.page.height)))

    @property
    def left(self) -> float:
        """Where text begins."""
        return SIDE

    @property
    def margin(self) -> float:
        """Above and below everything."""
        return TOP

    @property
    def top(self) -> float:
        """Where text begins below the running head."""
        return TOP + HEAD

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page.width - 2 * SIDE

    @property
    def height(self) -> float:
        """From below the running head to above the foot."""
        return self.page.height - self.top - BOTTOM


@dataclass(frozen=True, slots=True)
class Running:
    """What every page repeats: whose report it is, which kind, as of when. Each is told in full on the cover."""

    names: str
    kind: str
    date: str

    def around(self, sides: Sides, number: int, count: int) -> Iterator[Shape]:
        """Head and foot of page ``number`` of ``count``."""
        small, right = style("small"), SIDE + sides.width
        names = elide(self.names, sides.width * 0.62, small.size, small.weight, small.tracking)
        yield from moved([line_of(names, small, "text_3")], SIDE, TOP)
        yield from moved([line_of(self.kind, small, "text_3", align=Align.RIGHT)], right, TOP)
        y = sides.page.height - FOOT_AT
        yield from moved([rule(sides.width, 0.35)], SIDE, y - 4)
        yield from moved([line_of(_("Printed {date}").format(date=self.date), small, "text_3")], SIDE, y)
        words = _("{number} of {count}").format(number=number, count=count)
        yield from moved([line_of(words, small, "text_3", align=Align.RIGHT)], right, y)
