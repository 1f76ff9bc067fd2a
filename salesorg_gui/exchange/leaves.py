"""A copy of what is drawn on the pages of a document, so that a screen or a printer can show the very same pages.

Whoever looks on with ``Leaves`` receives, beside the file, every page as shapes: from where and how large they were
drawn. What a form shows filled in is drawn too.
"""

import math
from dataclasses import dataclass, field

from salesorg_gui.drawing.measure import wrap
from salesorg_gui.drawing.shapes import Dot, Label, Shape, Stroke, Wire
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.exchange.watch import Stopped
from salesorg_gui.layout.geometry import Point, Rect

TICK = ((0.22, 0.52), (0.42, 0.74), (0.8, 0.26))
"""A tick in a box of 1 by 1."""
INK = "text_1"
LINE = 1.2
"""The line of what is written into a form, in sizes."""
CORNER = Point(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Run:
    """Shapes drawn one after the other by one pen: from ``origin`` (points from the top left), each unit ``scale``.

    With a ``middle`` the whole stands on its head, turned about that spot of the page.
    """

    origin: Point
    scale: float
    middle: Point | None = None
    shapes: list[Shape] = field(default_factory=list)


@dataclass(slots=True)
class Leaf:
    """One page: its size in points, the colours it is printed in, and what stands on it.

    What is drawn while there is a ``middle`` stands on its head, turned about it.
    """

    width: float
    height: float
    theme: Theme
    runs: list[Run] = field(default_factory=list)
    middle: Point | None = None

    def note(self, shape: Shape, origin: Point = CORNER, scale: float = 1.0) -> None:
        """Write down a shape as it was drawn, after all others."""
        last = self.runs[-1] if self.runs else None
        if last is None or (last.origin, last.scale, last.middle) != (origin, scale, self.middle):
            last = Run(origin, scale, self.middle)
            self.runs.append(last)
        last.shapes.append(shape)

    def tick(self, spot: Point, size: float) -> None:
        """A ticked box."""
        points = tuple(Point(spot.x + x * size, spot.y + y * size) for x, y in TICK)
        self.note(Wire(points, Stroke(INK, size / 8, round_caps=True), corner=0.0))

    def choose(self, spot: Point, size: float) -> None:
        """A chosen one of several."""
        self.note(Dot(Point(spot.x + size / 2, spot.y + size / 2), size / 4, INK))

    def write(self, text: str, rect: Rect, size: float) -> None:
        """What a line to write on is filled with, as far as it has room."""
        lines = [line for part in text.splitlines() for line in wrap(part, rect.width, size)]
        room = max(1, math.floor(rect.height / (size * LINE)))
        for number, line in enumerate(lines[:room]):
            self.note(Label(line, Point(rect.x + 2.0, rect.y + (number + 1) * size * LINE), size, INK))


class Leaves:
    """Looks on and keeps a copy of every page. One thread makes the document, another may look and call it off.

    A page is ``finished`` when the next one has begun, or the whole document is.
    """

    def __init__(self) -> None:
        self._leaves: list[Leaf] = []
        self._of = 0
        self._is_stopped = False

    @property
    def begun(self) -> int:
        """How many pages have been begun."""
        return len(self._leaves)

    @property
    def of(self) -> int:
        """How many there will be; 0 while nobody knows."""
        return self._of

    @property
    def finished(self) -> tuple[Leaf, ...]:
        """The pages nothing is drawn on any more, while the document is being made."""
        return tuple(self._leaves[:-1])

    @property
    def all(self) -> tuple[Leaf, ...]:
        """Every page, once the document is made."""
        return tuple(self._leaves)

    def stop(self) -> None:
        """Have the document called off at its next page or rest."""
        self._is_stopped = True

    def page(self, number: int, of: int) -> None:
        """Go on unless somebody called it off."""
        self.rest()
        self._of = max(of, number) if of else 0

    def rest(self) -> None:
        """Go on unless somebody called it off."""
        if self._is_stopped:
            raise Stopped

    def leaf(self, width: float, height: float, theme: Theme) -> Leaf:
        """A fresh page to note down on."""
        leaf = Leaf(width, height, theme)
        self._leaves.append(leaf)
        return leaf
