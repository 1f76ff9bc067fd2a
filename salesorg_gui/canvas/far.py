"""The whole chart seen from afar, as a few long lists of rectangles and lines.

From so far that cards are blocks without text, thousands are seen at once. Their colours and places are gathered, and
after a change only those that differ are looked at again; painting them is then a dozen calls.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Bar, Box, Ink, Stroke, Wire

TINT, BAR, LINE = range(3)

type Block = tuple[int, Ink, QRectF]
type Coat = dict[tuple[int, Ink], list[QRectF]]


class FarCards:
    """The cards as filled rectangles by colour: tints first, bars over them; planned ones as outlines.

    ``only`` these, or all of the picture.
    """

    def __init__(self, only: frozenset[Key] | None = None) -> None:
        self._only = only
        self._blocks: dict[Detail, dict[Key, tuple[Block, ...]]] = {}
        self._coats: dict[Detail, Coat] = {}

    def forget(self) -> None:
        """Gather all of them anew."""
        self._blocks.clear()
        self._coats.clear()

    def look_again(self, picture: Picture, keys: Iterable[Key]) -> None:
        """These look different, stand elsewhere, came or went."""
        changed = tuple(keys)
        self._coats.clear()
        for detail, blocks in self._blocks.items():
            for key in changed:
                blocks.pop(key, None)
                if key in picture.layout.cards and (self._only is None or key in self._only):
                    blocks[key] = tuple(_blocks(picture, key, detail))

    def paint(self, painter: QPainter, paints: Paints, picture: Picture, detail: Detail) -> None:
        """All cards of the chart."""
        for (part, ink), rects in self._coat(picture, detail).items():
            painter.setPen(paints.hairline(ink) if part == LINE else NO_PEN)
            painter.setBrush(NO_BRUSH if part == LINE else paints.brush(ink))
            painter.drawRects(rects)

    def _coat(self, picture: Picture, detail: Detail) -> Coat:
        if detail in self._coats:
            return self._coats[detail]
        if detail not in self._blocks:
            cards = picture.layout.cards
            wanted = cards if self._only is None else self._only & cards.keys()
            self._blocks[detail] = {key: tuple(_blocks(picture, key, detail)) for key in wanted}
        coat: Coat = {}
        for blocks in self._blocks[detail].values():
            for part, ink, rect in blocks:
                coat.setdefault((part, ink), []).append(rect)
        self._coats[detail] = dict(sorted(coat.items()))
        return self._coats[detail]


def _blocks(picture: Picture, key: Key, detail: Detail) -> Iterator[Block]:
    rect = picture.layout.cards[key]
    for shape in picture.sketch(key, detail).shapes:
        match shape:
            case Box(fill=str(fill)):
                yield TINT, fill, QRectF(rect.x, rect.y, rect.width, rect.height)
            case Box(stroke=Stroke(ink=ink)):
                yield LINE, ink, QRectF(rect.x, rect.y, rect.width, rect.height)
            case Bar():
                yield BAR, shape.fill, QRectF(rect.x, rect.y, shape.width, rect.height)


class FarWires:
    """The wires as straight lines by colour: ``only`` these, or all of the picture."""

    def __init__(self, only: frozenset[Key] | None = None) -> None:
        self._only = only
        self._lines: dict[Ink, list[QLineF]] | None = None

    def forget(self) -> None:
        """Gather them anew."""
        self._lines = None

    def paint(self, painter: QPainter, paints: Paints, picture: Picture) -> None:
        """All wires of the chart, one px wide."""
        if self._lines is None:
            drawn = picture.edges_in(picture.layout.bounds.grown(200.0))
            self._lines = _gathered(
                picture, drawn if self._only is None else (key for key in drawn if key in self._only)
            )
        for ink, lines in self._lines.items():
            painter.setPen(paints.hairline(ink))
            painter.drawLines(lines)


def _gathered(picture: Picture, edges: Iterable[Key]) -> dict[Ink, list[QLineF]]:
    found: dict[Ink, list[QLineF]] = {}
    for key in edges:
        for shape in picture.sketch(key).shapes:
            if isinstance(shape, Wire):
                lines = found.setdefault(shape.stroke.ink, [])
                lines += [QLineF(*one, *two) for one, two in zip(shape.points, shape.points[1:], strict=False)]
    return found
