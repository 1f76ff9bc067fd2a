"""What a chart looks like, as a flat tuple of shapes any pen can draw.

Colours are ``Ink``: names of the theme (``"text_1"``, ``"find_solid"``), resolved by the pen, so that one drawing
serves every theme, the screen and paper. The four that are made by the thousand are tuples, which takes a fifth of the
time of a record.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

type Ink = str

type Role = Literal["h1", "h2", "h3", "p", "list", "item", "table", "row", "head", "cell", "figure", "aside"]
"""What a part of a page is to somebody who has it read aloud; a ``head`` is a cell that names its column."""


class Weight(StrEnum):
    """The three cuts of Inter that are shipped."""

    REGULAR = "regular"
    MEDIUM = "medium"
    SEMIBOLD = "semibold"


class Align(StrEnum):
    """Which end of a label its point names."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an outline or wire is drawn.

    ``dash`` alternates drawn and left-out lengths in px; round dots have length 0.1 and ``round_caps``.
    """

    ink: Ink
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False


class Box(NamedTuple):
    """A rectangle, rounded when ``radius`` is set; a stroke is centred on its edge.

    ``opacity`` is that of the fill. ``shadow`` names an elevation of the theme (``card``, ``held``).
    """

    rect: Rect
    fill: Ink | None = None
    stroke: Stroke | None = None
    radius: float = 0.0
    opacity: float = 1.0
    shadow: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """The purpose bar at a card's left edge, ``width`` wide, clipped by the card's corner ``radius``."""

    rect: Rect
    fill: Ink
    radius: float
    width: float = 4.0
    hollow: bool = False


class Label(NamedTuple):
    """One line of text on its baseline. Texts are already elided to fit; pens draw them as they are.

    ``goes_on`` says that the next line continues the sentence after a space, for whoever copies the text. ``whole`` is
    what an elided text says in full.
    """

    text: str
    baseline: Point
    size: float
    ink: Ink
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    tracking: float = 0.0
    goes_on: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Icon:
    """A Lucide icon from the path table, ``size`` square, top left at ``at``. Stroke 1.5 at 16."""

    name: str
    at: Point
    size: float
    ink: Ink


WIDE = 2.5
"""A wire wider than this has a larger arrow."""


class Wire(NamedTuple):
    """An orthogonal polyline with rounded corners; ``head`` puts an arrow on its last point."""

    points: tuple[Point, ...]
    stroke: Stroke
    corner: float = 8.0
    head: str = ""
    """``""`` none, ``"filled"`` or ``"open"``, 8 long and 8 wide; ``"small"`` is filled, 6 by 6."""

    @property
    def arrow(self) -> float:
        """How long and wide the arrow is; that of a wide wire is larger, so that it still is one."""
        return (6.0 if self.head == "small" else 8.0) + max(0.0, self.stroke.width - WIDE)

    @property
    def is_filled(self) -> bool:
        """Whether the arrow is, so that the wire ends where the arrow begins."""
        return self.head in {"filled", "small"}


@dataclass(frozen=True, slots=True)
class Hatch:
    """Diagonal lines at 45 degrees inside a rounded rectangle, faint enough to read the text between them."""

    rect: Rect
    ink: Ink
    radius: float = 8.0
    pitch: float = 8.0
    width: float = 1.5
    opacity: float = 0.22


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled, optionally ringed circle."""

    centre: Point
    radius: float
    fill: Ink | None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Patch:
    """A closed polygon with corners rounded by ``corner``: the grounds of badges."""

    points: tuple[Point, ...]
    fill: Ink | None
    stroke: Stroke | None = None
    corner: float = 0.0


class Part(NamedTuple):
    """Shapes that mean something together, drawn as they are; ``text`` is read instead of them, as of a picture."""

    role: Role
    shapes: tuple["Shape", ...]
    text: str = ""


type Shape = Box | Bar | Label | Icon | Wire | Hatch | Dot | Patch | Part


class Pen(Protocol):
    """Something that can draw: a screen painter, a PDF page, an SVG, a test's notebook."""

    def box(self, box: Box) -> None: ...

    def bar(self, bar: Bar) -> None: ...

    def label(self, label: Label) -> None: ...

    def icon(self, icon: Icon) -> None: ...

    def wire(self, wire: Wire) -> None: ...

    def hatch(self, hatch: Hatch) -> None: ...

    def dot(self, dot: Dot) -> None: ...

    def patch(self, patch: Patch) -> None: ...

    def begin(self, part: Part) -> None:
        """What follows belongs to a part; only pens whose page is read aloud care."""

    def end(self, part: Part) -> None:
        """The part is over."""


def draw(shapes: Iterable[Shape], pen: Pen) -> None:  # noqa: C901 -- one case a shape
    """Draw shapes in order."""
    for shape in shapes:
        match shape:  # the most frequent are asked for first
            case Label():
                pen.label(shape)
            case Part():
                pen.begin(shape)
                draw(shape.shapes, pen)
                pen.end(shape)
            case Box():
                pen.box(shape)
            case Wire():
                pen.wire(shape)
            case Bar():
                pen.bar(shape)
            case Icon():
                pen.icon(shape)
            case Hatch():
                pen.hatch(shape)
            case Dot():
                pen.dot(shape)
            case Patch():
                pen.patch(shape)


def flat(shapes: Iterable[Shape]) -> Iterator[Box | Bar | Label | Icon | Wire | Hatch | Dot | Patch]:
    """What is drawn, in order, out of the parts it belongs to."""
    for shape in shapes:
        if isinstance(shape, Part):
            yield from flat(shape.shapes)
        else:
            yield shape
