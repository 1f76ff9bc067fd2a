"""What a reader may choose about printed matter."""

from dataclasses import dataclass, field
from datetime import date

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.layout.geometry import Point

MM = 72 / 25.4
"""A millimetre in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper, upright, in points."""

    width: float
    height: float

    def holds(self, spot: Point) -> bool:
        """Whether the spot lies on the paper."""
        return 0 <= spot.x <= self.width and 0 <= spot.y <= self.height

    def nearest(self, spot: Point) -> Point:
        """The spot itself, or the nearest one on the paper."""
        return Point(min(max(spot.x, 0.0), self.width), min(max(spot.y, 0.0), self.height))


PAPERS = {
    "a0": Page(841 * MM, 1189 * MM),
    "a1": Page(594 * MM, 841 * MM),
    "a2": Page(420 * MM, 594 * MM),
    "a3": Page(297 * MM, 420 * MM),
    "a4": Page(210 * MM, 297 * MM),
    "a5": Page(148 * MM, 210 * MM),
    "letter": Page(612.0, 792.0),
}


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """How a chart comes on paper: ``form`` is ``page`` (one, large enough), ``poster`` (in tiles) or ``book``.

    ``poster`` is the size of the poster by name; empty means one that is well read at its size. Cards are coloured
    ``by`` their purpose or another fact; their load is told as if ``volume`` times the leads of the plan came in.
    """

    form: str = "page"
    poster: str = ""
    by: ColourBy = ColourBy.PURPOSE
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class CardOptions:
    """How role cards come on paper.

    ``format`` is ``a6``, ``a7``, ``tent``, ``poker``, ``business`` or ``index``; ``duplex`` the edge over which the
    printer turns the sheet, ``long`` or ``short``, or ``none`` for fronts alone. Folded cards have front and back side
    by side on one face. ``offset`` (mm to the right and down) moves the backs, as the calibration sheet says. Single
    cards stand each on a page of their own, as print shops want them. Stacked ones are in order once the cut piles lie
    on each other.
    """

    format: str = "a6"
    duplex: str = "long"
    is_folded: bool = False
    is_single: bool = False
    is_stacked: bool = False
    has_bleed: bool = False
    has_marks: bool = True
    is_ink_saving: bool = False
    blanks: int = 0
    offset: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Options:
    """Paper by name, the day on the documents, and which seats; no seats means all that the document is for.

    ``view`` is how a chart is drawn; empty means as its board, or as its reporting tree when nothing stands in frames.
    Without colour purposes are told by pattern, icon and word. A second language stands beside the first on paper that
    lies, where the document is about seats. Pay is left out unless somebody asks for it.
    """

    paper: str = "a4"
    today: date = field(default_factory=date.today)
    seats: tuple[SeatId, ...] = ()
    view: str = ""
    charts: ChartOptions = field(default_factory=ChartOptions)
    cards: CardOptions = field(default_factory=CardOptions)
    has_colour: bool = True
    second_language: str = ""
    has_salaries: bool = False

    @property
    def page(self) -> Page:
        """The sheet."""
        return PAPERS[self.paper]
