"""A chart drawn for paper, and where it stands on a page."""

from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.drawing.patterns import without_colour
from salesorg_gui.drawing.pills import pill_width
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.drawing.theme import Theme, ThemeName, black_theme, screen_style, theme
from salesorg_gui.drawing.whole import laid_out_chart
from salesorg_gui.exchange.documents.charts.branches import Room, largest
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.options import Options, Page
from salesorg_gui.exchange.documents.typeset import style
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind

SMALLEST = style("card_foot").size
"""No type on paper is smaller, in points."""
TINY = screen_style("tiny").size
LEAST = SMALLEST / TINY
"""Points for a px at least, so that the smallest words of a chart can be read."""
LARGEST = 1.0
"""Points for a px at most: a chart of two seats is not blown up."""
AIR = 6.0
"""Around a drawing, in px: strokes are centred on its edge."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing in px and the room it takes."""

    bounds: Rect
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """On which page a drawing stands, how large (points for a px), and from where."""

    page: Page
    scale: float
    origin: Point


def inks(options: Options) -> Theme:
    """The colours of the paper."""
    return theme(ThemeName.PRINT) if options.has_colour else black_theme()


def drawn(subject: Subject, room: Room) -> Drawn:
    """The whole chart; a reporting tree in the style of branches that suits a room of this shape."""
    return drawn_as(subject, subject.chart, _layout(subject, room))


def drawn_as(subject: Subject, chart: Chart, layout: Layout) -> Drawn:
    """A chart as it is laid out, in colour or in patterns."""
    bounds, shapes = laid_out_chart(chart, layout, subject.catalogue, colours=subject.colours)
    return Drawn(bounds.grown(AIR), shapes if subject.options.has_colour else tuple(without_colour(shapes)))


def _layout(subject: Subject, room: Room) -> Layout:
    if subject.view is ViewKind.REPORTING:
        return largest(subject.chart, room)
    return arranged(
        subject.view,
        subject.chart,
        None,
        subject.catalogue,
        pill=lambda handoff: pill_width(handoff, subject.catalogue),
    )


def within(bounds: Rect, area: Rect, page: Page, most: float = LARGEST) -> Setting:
    """The drawing as large as an area of the page takes it, at its top, in its middle."""
    scale = min(area.width / bounds.width, area.height / bounds.height, most)
    left = area.x + (area.width - bounds.width * scale) / 2
    return Setting(page, scale, Point(left - bounds.x * scale, area.y - bounds.y * scale))
