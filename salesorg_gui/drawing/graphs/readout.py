"""What a graph says of the place that is pointed at: a light over it and a small card beside it."""

from salesorg_gui.drawing.graphs.graph import SMALL, Graph, Shapes, Spot, line_of, room_for
from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Weight
from salesorg_gui.drawing.text import styled
from salesorg_gui.layout.geometry import Rect

ROW, PAD, AWAY = 17.0, 8.0, 8.0
TITLE = styled(SMALL.size, Weight.SEMIBOLD)
LIT = 0.10


def readout(graph: Graph, spot: Spot) -> Shapes:
    """The light, and the card within the frame of the graph, beside the spot where there is room, else over it."""
    light = Box(spot.rect, "accent", radius=4.0, opacity=LIT)
    lines = spot.text.split("\n") if spot.text else []
    if not lines:
        return (light,)
    styles = [TITLE, *[SMALL] * (len(lines) - 1)]
    wide = max(room_for(text, style) for text, style in zip(lines, styles, strict=True)) + 2 * PAD
    wide, high = min(wide, graph.width - 2.0), min(len(lines) * ROW + 2 * PAD, graph.height - 2.0)
    place = _place(graph, spot.rect, wide, high)
    card: list[Shape] = [light, Box(place, "card", Stroke("line_strong"), 6.0)]
    seen = int((high - 2 * PAD + 1.0) // ROW)
    for number, (text, style) in enumerate(zip(lines[:seen], styles, strict=False)):
        top = place.y + PAD + number * ROW - 2.0
        card.append(line_of(text, place.x + PAD, top, place.width - 2 * PAD, style))
    return tuple(card)


def _place(graph: Graph, over: Rect, wide: float, high: float) -> Rect:
    x = over.right + AWAY
    if x + wide > graph.width - 1.0:
        x = over.x - AWAY - wide
    y = over.y + 2.0
    if x < 1.0:
        x, y = over.x, over.bottom + 2.0
    x = min(max(x, 1.0), graph.width - wide - 1.0)
    return Rect(x, min(max(y, 1.0), max(1.0, graph.height - high - 1.0)), wide, high)
