"""Labels in the styles of the screen, cut to the space they have."""

from salesorg_gui.drawing.measure import elide, width
from salesorg_gui.drawing.shapes import Align, Ink, Label, Weight
from salesorg_gui.drawing.theme import TypeStyle, screen_style
from salesorg_gui.layout.geometry import Point

CARD = screen_style("card")
SMALL = screen_style("small")
TINY = screen_style("tiny")
HEADING = screen_style("heading")


def styled(size: float, weight: Weight, tracking: float = 0.0) -> TypeStyle:
    """A style the tokens do not name: those of cards seen from afar."""
    return TypeStyle(size, size * 1.25, weight, tracking)


def label(text: str, at: Point, space: float, style: TypeStyle, ink: Ink, align: Align = Align.LEFT) -> Label:
    """One line that is never wider than ``space``."""
    fitting = elide(text, space, style.size, style.weight, style.tracking)
    whole = "" if fitting == text else text
    return Label(fitting, at, style.size, ink, style.weight, align, style.tracking, whole=whole)


def text_width(text: str, style: TypeStyle) -> float:
    """How wide a text is in a style."""
    return width(text, style.size, style.weight, style.tracking)
