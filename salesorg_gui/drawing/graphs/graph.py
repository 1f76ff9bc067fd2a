"""What every graph is: shapes in a frame, the same in words, and what stands under the pointer."""

from dataclasses import dataclass
from math import floor
from typing import Protocol

from salesorg_gui.drawing.shapes import Align, Ink, Label, Shape, Weight
from salesorg_gui.drawing.text import label, styled, text_width
from salesorg_gui.drawing.theme import TypeStyle, screen_style
from salesorg_gui.layout.geometry import Point, Rect

LEAST_WIDTH = 200.0
"""No graph is narrower; it asks for so much room."""
TEXT: TypeStyle = screen_style("body")
STRONG = styled(13.0, Weight.SEMIBOLD)
SMALL = screen_style("small")
"""The smallest text of a graph: it is read from a projector."""
LINE = 20.0
GRID: Ink = "heat_0"

type Shapes = tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a graph that says more when pointed at: ``text`` in lines; ``key`` names what it stands for."""

    rect: Rect
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph laid out; ``spoken`` says its numbers in words."""

    width: float
    height: float
    shapes: Shapes
    spoken: str = ""
    spots: tuple[Spot, ...] = ()


class Figure(Protocol):
    """Numbers that can be drawn as a graph of any width from ``LEAST_WIDTH`` on."""

    def drawn(self, width: float) -> Graph: ...


def line_of(text: str, x: float, top: float, space: float, style: TypeStyle = TEXT, ink: Ink = "text_1") -> Label:
    """A line of text whose row of 20 begins at ``top``."""
    return label(text, Point(x, top + 14.0), space, style, ink)


def line_to(text: str, right: float, top: float, space: float, style: TypeStyle = TEXT, ink: Ink = "text_1") -> Label:
    """The same, ending at ``right``."""
    return label(text, Point(right, top + 14.0), space, style, ink, Align.RIGHT)


def room_for(text: str, style: TypeStyle = TEXT) -> float:
    """The width a text needs, with slack for how toolkits round."""
    return text_width(text, style) * 1.01 + 0.5


def crisp(at: float) -> float:
    """The nearest place where a line of 1 px covers one px and not two halves."""
    return floor(at) + 0.5
