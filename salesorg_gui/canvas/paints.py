"""Colours, pens, fonts and paths of one theme, made once and kept: a card is painted sixty times a second."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainterPath, QPen, QRawFont

from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.drawing.shapes import Ink, Stroke, Weight
from salesorg_gui.drawing.theme import Theme

KEPT_TEXTS = 20_000
SOLID = Qt.PenStyle.SolidLine
ROUND_CAP, FLAT_CAP = Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.FlatCap
ROUND_JOIN = Qt.PenJoinStyle.RoundJoin
NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush()


class Paints:
    """What a pen paints with in one theme. All of it is shared: nobody may change what is handed out."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._colours: dict[tuple[Ink, float], QColor] = {}
        self._brushes: dict[tuple[Ink, float], QBrush] = {}
        self._pens: dict[Stroke, QPen] = {}
        self._lines: dict[tuple[Ink, float, float], QPen] = {}
        self._hairlines: dict[Ink, QPen] = {}
        self._dabs: dict[Ink, QPen] = {}

    def colour(self, ink: Ink, opacity: float = 1.0) -> QColor:
        """The colour of an ink."""
        found = self._colours.get((ink, opacity))
        if found is None:
            found = QColor(self.theme.colour(ink))
            found.setAlphaF(opacity)
            self._colours[ink, opacity] = found
        return found

    def brush(self, ink: Ink | None, opacity: float = 1.0) -> QBrush:
        """A fill, or none."""
        if ink is None:
            return NO_BRUSH
        found = self._brushes.get((ink, opacity))
        if found is None:
            found = self._brushes[ink, opacity] = QBrush(self.colour(ink, opacity))
        return found

    def pen(self, stroke: Stroke | None) -> QPen:
        """An outline or wire, or none. Qt counts dashes in widths, a stroke in px."""
        if stroke is None:
            return NO_PEN
        found = self._pens.get(stroke)
        if found is None:
            cap = ROUND_CAP if stroke.round_caps else FLAT_CAP
            found = QPen(self.colour(stroke.ink), stroke.width, SOLID, cap, ROUND_JOIN)
            if stroke.dash:
                found.setDashPattern([length / stroke.width for length in stroke.dash])
            self._pens[stroke] = found
        return found

    def line(self, ink: Ink, width: float, opacity: float = 1.0) -> QPen:
        """A plain line with round ends: icons, hatches."""
        found = self._lines.get((ink, width, opacity))
        if found is None:
            found = QPen(self.colour(ink, opacity), width, SOLID, ROUND_CAP, ROUND_JOIN)
            self._lines[ink, width, opacity] = found
        return found

    def hairline(self, ink: Ink) -> QPen:
        """A line one px wide at every zoom, the fastest there is."""
        found = self._hairlines.get(ink)
        if found is None:
            found = self._hairlines[ink] = QPen(self.colour(ink), 1.0, SOLID, FLAT_CAP)
            found.setCosmetic(True)
        return found

    def dab(self, ink: Ink) -> QPen:
        """A pen that fills the square of one px around a point: stretched, a rectangle."""
        found = self._dabs.get(ink)
        if found is None:
            found = self._dabs[ink] = QPen(self.colour(ink), 1.0, SOLID, Qt.PenCapStyle.SquareCap)
        return found


class Texts:
    """Lines of text as glyphs in their places, so that painting does not shape them anew."""

    def __init__(self) -> None:
        self._runs: dict[tuple[str, Weight, float, float], QGlyphRun | None] = {}

    def run(self, text: str, weight: Weight, size: float, tracking: float) -> QGlyphRun | None:
        """The glyphs, or ``None`` when the shipped font lacks one and Qt has to find another font."""
        key = (text, weight, size, tracking)
        if key in self._runs:
            return self._runs[key]
        if len(self._runs) >= KEPT_TEXTS:
            self._runs.clear()
        found = self._runs[key] = _glyphs(text, qt_font(weight, size, tracking), tracking * size)
        return found


def _glyphs(text: str, font: QFont, tracking: float) -> QGlyphRun | None:
    raw = QRawFont.fromFont(font)
    indexes = raw.glyphIndexesForString(text)
    if 0 in indexes or len(indexes) != len(text):
        return None
    positions: list[QPointF] = []
    x = 0.0
    for advance in raw.advancesForGlyphIndexes(indexes):
        positions.append(QPointF(x, 0.0))
        x += advance.x() + tracking
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(indexes)
    run.setPositions(positions)
    return run


def rounded_wire(points: Sequence[tuple[float, float]], corner: float) -> QPainterPath:
    """A polyline whose corners are rounded, less where two stand close."""
    path = QPainterPath()
    if not points:
        return path
    path.moveTo(*points[0])
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(corner, _distance(before, here) / 2, _distance(here, after) / 2)
        path.lineTo(*_towards(here, before, reach))
        path.quadTo(*here, *_towards(here, after, reach))
    path.lineTo(*points[-1])
    return path


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: tuple[float, float], end: tuple[float, float], length: float) -> tuple[float, float]:
    whole = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    if not whole:
        return start
    share = min(1.0, length / whole)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
