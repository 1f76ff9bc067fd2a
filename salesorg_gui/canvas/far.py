"""The whole chart seen from afar, painted in a dozen calls.

From so far that cards are blocks without text, thousands are seen at once. What looks alike is put down as one long
list of points with a pen as large as a card: ten times as fast as a rectangle each.
"""

from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from salesorg_gui.canvas.far_blocks import Block, Corners, blocks, blocks_of_all, by_size
from salesorg_gui.canvas.far_lines import Coat, Run, far_lines, path_of, runs
from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints
from salesorg_gui.canvas.picture import HALO, Picture
from salesorg_gui.canvas.qt_pen import to_rect
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Ink, Stroke
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind

if TYPE_CHECKING:
    from salesorg_gui.canvas.far_trees import FarTrees

BAR, OUTLINE = 8.0, 2.0
LISTS_FROM = 0.1
"""From further away a spine and the cards that hang on it are one."""
LONGER = 64 / 63
"""Qt paints a point as a line of a 63rd of a px."""

type Spots = Mapping[Block, QPolygonF]


def polygon(corners: Corners) -> QPolygonF:
    """Numbers by the thousand as points, without making an object of each."""
    numbers = array("d", corners)
    stream = QDataStream(QByteArray((len(corners) // 2).to_bytes(4, "little") + numbers.tobytes()))
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    points = QPolygonF()
    stream >> points
    return points


def dab(painter: QPainter, paints: Paints, ink: Ink, spots: QPolygonF, rect: Rect) -> None:
    """The same rectangle at every spot."""
    width, height = rect.width / LONGER, rect.height
    painter.save()
    painter.translate(rect.x, rect.y)
    painter.scale(width, height)
    painter.setPen(paints.dab(ink))
    painter.drawPoints(QTransform.fromScale(1 / width, 1 / height).map(spots).translated(0.5, 0.5))
    painter.restore()


class Trees:
    """Those of the view that has them, if that is the one on show; what gathers them is loaded then."""

    def __init__(self) -> None:
        self._trees: FarTrees | None = None

    def on(self, picture: Picture) -> "FarTrees | None":
        """What gathers the trees of a picture."""
        if picture.view is not ViewKind.REPORTING or picture.layout.grown is None:
            return None
        if self._trees is None:
            from salesorg_gui.canvas.far_trees import FarTrees  # noqa: PLC0415 -- the board is seen first

            self._trees = FarTrees()
        return self._trees


class FarCards:
    """The cards as filled rectangles by colour: grounds first, bars over them; planned ones as outlines."""

    def __init__(self, only: frozenset[Key] | None = None, trees: Trees | None = None) -> None:
        self._only = only
        self._trees = trees or Trees()
        self._whole: dict[Detail, Spots] = {}

    def forget(self) -> None:
        """Gather all of them anew."""
        self._whole.clear()

    def paint(
        self, painter: QPainter, paints: Paints, picture: Picture, detail: Detail, seen: Rect, apart: Iterable[Key] = ()
    ) -> None:
        """The cards in the seen part, but for those that are painted ``apart``."""
        spots = self._spots(picture, detail, seen, frozenset(apart))
        zoom = painter.worldTransform().m11()
        for block, points in spots.items():
            if block.is_hollow:
                _outlines(painter, paints, block, points, max(OUTLINE, 1 / zoom))
            else:
                dab(painter, paints, block.ground, points, Rect(0.0, 0.0, block.width, block.height))
        for block, points in spots.items():
            dab(painter, paints, block.bar, points, Rect(0.0, 0.0, max(BAR, 1 / zoom), block.height))
        self._sources(painter, paints, picture, seen)

    def _spots(self, picture: Picture, detail: Detail, seen: Rect, apart: frozenset[Key]) -> Spots:
        is_whole = seen.holds(picture.layout.bounds) and not apart
        if is_whole and detail in self._whole:
            return self._whole[detail]
        is_all = is_whole and self._only is None
        if is_all and (trees := self._trees.on(picture)) is not None:
            found = trees.cards(picture)
        else:
            found = blocks_of_all(picture) if is_all else blocks(picture, self._some(picture, seen, apart))
        spots = {block: polygon(corners) for block, corners in found.items()}
        if is_whole:
            self._whole[detail] = spots
        return spots

    def _some(self, picture: Picture, seen: Rect, apart: frozenset[Key]) -> list[tuple[Key, Rect]]:
        cards = picture.layout.cards
        wanted = picture.cards_in(seen.grown(HALO)) if self._only is None else self._only & cards.keys()
        return [(key, cards[key]) for key in wanted if key not in apart]

    def _sources(self, painter: QPainter, paints: Paints, picture: Picture, seen: Rect) -> None:
        cards = picture.layout.cards
        keys = [Key(Kind.SOURCE, name) for name in picture.chart.sources]
        rects = [to_rect(cards[key]) for key in keys if key in cards and (self._only is None or key in self._only)]
        painter.setPen(paints.hairline("line"))
        painter.setBrush(paints.brush("card"))
        painter.drawRects(rects)


def _outlines(painter: QPainter, paints: Paints, block: Block, spots: QPolygonF, line: float) -> None:
    width, height = block.width, block.height
    for side in (
        Rect(0.0, 0.0, width, line),
        Rect(0.0, height - line, width, line),
        Rect(width - line, 0.0, line, height),
    ):
        dab(painter, paints, block.ground, spots, side)


class FarFrames:
    """The frames from so far that nobody could read their names: segments, and pods with a border."""

    def paint(self, painter: QPainter, paints: Paints, picture: Picture, keys: Iterable[Key]) -> None:
        """These frames, outer before inner."""
        frames = picture.layout.frames
        found = list(keys)
        line = 1 / painter.worldTransform().m11()
        segments = sorted((frames[key] for key in found if key.kind is Kind.SEGMENT), key=lambda rect: -rect.width)
        painter.setPen(NO_PEN)
        for rect in segments:
            painter.fillRect(to_rect(rect), paints.brush("frame_segment"))
        for (width, height), corners in by_size(frames[key] for key in found if key.kind is Kind.POD).items():
            spots = polygon(corners)
            dab(painter, paints, "line_strong", spots, Rect(0.0, 0.0, width, height))
            dab(painter, paints, "card", spots, Rect(line, line, width - 2 * line, height - 2 * line))


class FarWires:
    """The wires as straight lines by colour: ``only`` these, or all of the picture."""

    def __init__(self, only: frozenset[Key] | None = None, trees: Trees | None = None) -> None:
        self._only = only
        self._trees = trees or Trees()
        self._whole: dict[bool, Mapping[Coat, QPainterPath]] = {}

    def forget(self) -> None:
        """Gather them anew."""
        self._whole.clear()

    def paint(self, painter: QPainter, paints: Paints, picture: Picture, detail: Detail, seen: Rect) -> None:
        """The wires in the seen part, one px wide, but for those that are as wide as their flow."""
        is_whole = seen.holds(picture.layout.bounds) and detail is Detail.BLOCK
        zoom = painter.worldTransform().m11()
        has_lists = zoom >= LISTS_FROM
        paths = self._whole.get(has_lists) if is_whole else None
        if paths is None:
            trees = self._trees.on(picture) if is_whole and self._only is None else None
            lines = self._gathered(picture, seen, detail, with_lists=has_lists, with_trees=trees is None)
            paths = {coat: path_of(found) for coat, found in lines.items()}
            if trees is not None:
                plain, speaking = trees.wires(picture, with_lists=has_lists)
                paths["edge"].addPath(plain)
                paths["accent"].addPath(speaking)
        if is_whole:
            self._whole[has_lists] = paths
        painter.setBrush(NO_BRUSH)
        for coat, path in paths.items():
            painter.setPen(_pen(paints, coat, zoom))
            painter.drawPath(path)

    def _gathered(
        self, picture: Picture, seen: Rect, detail: Detail, *, with_lists: bool, with_trees: bool
    ) -> Mapping[Coat, list[Run]]:
        if self._only is None:
            stream = picture.looks.stream if picture.looks.streams is not None else None
            return far_lines(picture.wires, seen, detail, with_lists=with_lists, with_trees=with_trees, stream=stream)
        edges = [key for key in self._only if key.kind in EDGE_KINDS and picture.wires.is_drawn(key)]
        return {"accent": [run for key in edges for run in runs(picture.wires.route(key))]}


def _pen(paints: Paints, coat: Coat, zoom: float) -> QPen:
    if not isinstance(coat, Stroke):
        return paints.hairline(coat)
    return paints.pen(coat) if coat.width * zoom > 1.0 else paints.hairline(coat.ink)


class Far:
    """All of a picture from afar, or ``only`` some of it."""

    def __init__(self, only: frozenset[Key] | None = None) -> None:
        trees = Trees()
        self.frames, self.wires, self.cards = FarFrames(), FarWires(only, trees), FarCards(only, trees)

    def forget(self) -> None:
        """Gather everything anew."""
        self.wires.forget()
        self.cards.forget()
