"""The whole chart seen from afar, as a few long lists of rectangles and lines.

From so far that cards are blocks without text, thousands are seen at once. Their colours and places are gathered once
after each change; painting them is then a dozen calls.
"""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Bar, Box, Ink, Stroke, Wire
from salesorg_gui.layout.geometry import Rect

OUTLINE = 2.0


class FarCards:
    """The cards as filled rectangles by colour: tints first, bars over them; planned ones as outlines."""

    def __init__(self) -> None:
        self._fills: dict[Detail, dict[Ink, list[QRectF]]] = {}
        self._outlines: dict[Detail, dict[Ink, list[QRectF]]] = {}

    def forget(self) -> None:
        """Gather them anew."""
        self._fills.clear()
        self._outlines.clear()

    def paint(self, painter: QPainter, paints: Paints, picture: Picture, detail: Detail) -> None:
        """All cards of the chart."""
        if detail not in self._fills:
            self._fills[detail], self._outlines[detail] = _gathered(picture, detail)
        painter.setPen(NO_PEN)
        for ink, rects in self._fills[detail].items():
            painter.setBrush(paints.brush(ink))
            painter.drawRects(rects)
        painter.setBrush(NO_BRUSH)
        for ink, rects in self._outlines[detail].items():
            painter.setPen(paints.line(ink, OUTLINE))
            painter.drawRects(rects)


type Blocks = dict[Ink, list[QRectF]]


def _gathered(picture: Picture, detail: Detail) -> tuple[Blocks, Blocks]:
    tints: Blocks = {}
    bars: Blocks = {}
    outlines: Blocks = {}
    for key, rect in picture.layout.cards.items():
        for shape in picture.sketch(key, detail).shapes:
            if isinstance(shape, Box) and shape.fill is not None:
                tints.setdefault(shape.fill, []).append(QRectF(rect.x, rect.y, rect.width, rect.height))
            elif isinstance(shape, Box) and shape.stroke is not None:
                outlines.setdefault(shape.stroke.ink, []).append(QRectF(rect.x, rect.y, rect.width, rect.height))
            elif isinstance(shape, Bar):
                bars.setdefault(shape.fill, []).append(QRectF(rect.x, rect.y, shape.width, rect.height))
    return {ink: [*tints.get(ink, ()), *bars.get(ink, ())] for ink in (*tints, *bars)}, outlines


class FarWires:
    """The wires as straight lines by stroke."""

    def __init__(self) -> None:
        self._lines: dict[Stroke, list[QLineF]] | None = None

    def forget(self) -> None:
        """Gather them anew."""
        self._lines = None

    def paint(self, painter: QPainter, paints: Paints, picture: Picture) -> None:
        """All wires of the chart, one px wide."""
        if self._lines is None:
            self._lines = _gathered_lines(picture, picture.layout.bounds.grown(200.0))
        for stroke, lines in self._lines.items():
            painter.setPen(paints.hairline(stroke.ink))
            painter.drawLines(lines)


def _gathered_lines(picture: Picture, everywhere: Rect) -> dict[Stroke, list[QLineF]]:
    found: dict[Stroke, list[QLineF]] = {}
    for key in picture.edges_in(everywhere):
        for shape in picture.sketch(key).shapes:
            if isinstance(shape, Wire):
                lines = found.setdefault(shape.stroke, [])
                lines += [QLineF(*one, *two) for one, two in zip(shape.points, shape.points[1:], strict=False)]
    return found
