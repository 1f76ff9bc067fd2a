"""What must hold of every graph: words stand apart, and nothing leaves the frame."""

from itertools import combinations

from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.graphs.graph import Graph
from salesorg_gui.drawing.shapes import Label, flat
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Rect

ROUNDING = 1.0
AIR = 2.0
"""Above and below its letters a line has this much room that no letter reaches."""


def outside(graph: Graph) -> list[object]:
    """The shapes that leave the frame."""
    frame = Rect(0.0, 0.0, graph.width, graph.height).grown(ROUNDING)
    return [shape for shape in flat(graph.shapes) if not frame.holds(extent(shape))]


def overlapping(graph: Graph) -> list[tuple[str, str]]:
    """The words that run into each other."""
    lines = [(shape.text, _letters(extent(shape))) for shape in flat(graph.shapes) if isinstance(shape, Label)]
    seen = [(text, rect) for text, rect in lines if text]
    return [(a, b) for (a, one), (b, other) in combinations(seen, 2) if one.meets(other)]


def check(graph: Graph) -> None:
    """Fail where words overlap, something leaves the frame, is too small to read, or has a colour no theme knows."""
    assert outside(graph) == []
    assert overlapping(graph) == []
    for shape in flat(graph.shapes):
        assert not isinstance(shape, Label) or shape.size >= 12
        inks = [
            getattr(shape, "ink", None),
            getattr(shape, "fill", None),
            getattr(getattr(shape, "stroke", 0), "ink", None),
        ]
        for ink in filter(None, inks):
            assert all(ink in theme(name).colours for name in ThemeName)
    for spot in graph.spots:
        assert Rect(0.0, 0.0, graph.width, graph.height).grown(ROUNDING).holds(spot.rect)


def _letters(rect: Rect) -> Rect:
    return Rect(rect.x, rect.y + AIR, rect.width, max(0.0, rect.height - 2 * AIR))
