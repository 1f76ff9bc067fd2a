"""What is painted, from the ground up: paper, frames, wires, cards, badges; then rings, what a hand holds, its note.

Layers only paint. They know the picture and what is to be shown besides; they decide nothing and change nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.chips import chips_in
from salesorg_gui.canvas.far import FarCards, FarWires
from salesorg_gui.canvas.ground_dots import Dots
from salesorg_gui.canvas.light import DIMMED
from salesorg_gui.canvas.lit import paint_lit
from salesorg_gui.canvas.over import Over
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.picture import HALO, Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import Showing, radius_of
from salesorg_gui.canvas.stamps import Stamps
from salesorg_gui.canvas.update import Update
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.frames import BENCH_RADIUS, bench_frame
from salesorg_gui.drawing.shapes import Dot, Label, Shape, draw
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import BENCH_PAD, POD_PAD

NO_SHIFT = Point(0.0, 0.0)
BADGE_LEAST = 0.65
"""Badges do not become smaller than this share of their size."""
BADGE_REACH = 16.0
"""How far from its corner the smallest badge may reach, in px of the screen."""
OFF_HALVES = 0.013
"""What is not antialiased stands so far off its place, in px of the screen: half a px could be rounded either way."""
NAMES_FROM = 0.24
"""From further away titles are too small to read."""
LOUD = {Detail.FAR: frozenset({"error", "warning"}), Detail.BLOCK: frozenset({"error"})}
"""What is worth a badge when seen from afar."""


class Layers:
    """The coats of the surface, in one theme."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._picture = picture
        self._far_cards, self._far_wires = FarCards(), FarWires()
        self._clear_cards, self._clear_wires = FarCards(frozenset()), FarWires(frozenset())
        self.showing = Showing()
        self.severities: Mapping[Key, str] = {}
        self.use_theme(theme)

    @property
    def bounds(self) -> Rect:
        """All there is to see."""
        return self._picture.layout.bounds

    def use_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        paints = Paints(theme)
        self._palette, self._dots = Palette(paints), Dots(paints)
        self._stamps = Stamps(self._palette)
        self._over = Over(self._picture, self._palette)

    def forget_far(self) -> None:
        """All of the picture has changed; what was gathered of it is worthless."""
        for far in (self._far_cards, self._far_wires, self._clear_cards, self._clear_wires):
            far.forget()

    def keep_clear(self, keys: frozenset[Key]) -> None:
        """Gather these on their own: seen from afar they stand out from all the rest."""
        self._clear_cards, self._clear_wires = FarCards(keys), FarWires(keys)

    def look_again(self, update: Update, *, at_wires: bool) -> None:
        """Part of the picture has changed."""
        keys = {*update.added, *update.removed, *update.redrawn, *update.moved}
        boxes = {key for key in keys if key.kind not in EDGE_KINDS}
        if boxes:
            self._far_cards.look_again(self._picture, boxes)
            self._clear_cards.look_again(self._picture, boxes)
        if at_wires or update.moved or update.added or update.removed or len(boxes) < len(keys):
            self._far_wires.forget()
            self._clear_wires.forget()

    def paint_ground(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Only the paper."""
        self._dots.paint(painter, camera, area, painter.device().devicePixelRatio())

    def paint_lower(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Paper and chart."""
        self.paint_ground(painter, camera, area)
        zoom = camera.zoom
        painter.save()
        look_through(painter, camera)
        spot = camera.to_chart(area.x(), area.y())
        seen = Rect(spot.x, spot.y, area.width() / zoom, area.height() / zoom)
        brush = Brush(painter, QtPen(painter, self._palette), self._stamps)
        chart = _Chart(self._picture, self.showing, brush, zoom)
        if chart.is_far:
            chart.paint_far(seen, self._far_cards, self._far_wires, self._palette.paints)
            if self.showing.light.clear is not None:
                chart.paint_clear(self._clear_cards, self._clear_wires, self._palette.paints)
            chart.paint_names(seen)
        else:
            chart.paint(seen)
        for chip in chips_in(self._picture.layout, seen, detail_at(zoom), self.showing.shifts):
            draw(chip, brush.pen)
        if self.showing.light.lit:
            paint_lit(painter, self._palette.paints, self._picture, self.showing, seen)
        chart.paint_badges(seen, self.severities)
        painter.restore()

    def paint_upper(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Rings, ports and what the hand holds."""
        self._over.paint(painter, camera, self.showing)


def look_through(painter: QPainter, camera: Camera) -> None:
    """Let the painter speak in coordinates of the chart; its origin is a whole pixel, so that lines are sharp."""
    ratio = painter.device().devicePixelRatio()
    left, top = camera.corner(ratio)
    painter.translate(-left / ratio, -top / ratio)
    painter.scale(camera.zoom, camera.zoom)


@dataclass(frozen=True, slots=True)
class Brush:
    """What one painting is done with."""

    painter: QPainter
    pen: QtPen
    stamps: Stamps


class _Chart:
    """One painting of the chart."""

    def __init__(self, picture: Picture, showing: Showing, brush: Brush, zoom: float) -> None:
        self._picture, self._showing = picture, showing
        self._painter, self._pen, self._stamps = brush.painter, brush.pen, brush.stamps
        self._zoom, self._detail = zoom, detail_at(zoom)

    @property
    def is_far(self) -> bool:
        """Whether cards are blocks in the places the picture has them in: then they are painted by the thousand."""
        showing, staging = self._showing, self._showing.staging
        is_staged = showing.shifts or staging.carried or staging.takers is not None or staging.landing.parted
        return self._detail in {Detail.FAR, Detail.BLOCK} and not is_staged

    def paint(self, seen: Rect) -> None:
        """Everything that touches the seen part."""
        layout = self._picture.layout
        keys = self._picture.keys_in(seen.grown(HALO))
        self._frames(key for key in keys if key in layout.frames)
        self._bench()
        for key in keys:
            if key.kind in EDGE_KINDS and not self._is_carried(key):
                self._dim(key)
                self._draw(self._picture.sketch(key).shapes, NO_SHIFT)
        self._cards(key for key in keys if key in layout.cards)

    def paint_far(self, seen: Rect, cards: FarCards, wires: FarWires, paints: Paints) -> None:
        """The same, seen from afar."""
        self._frames(key for key, rect in self._picture.layout.frames.items() if rect.meets(seen))
        self._bench()
        self._dim(None)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        nudge = OFF_HALVES / self._zoom
        self._painter.translate(nudge, nudge)
        wires.paint(self._painter, paints, self._picture)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._detail is Detail.FAR)
        cards.paint(self._painter, paints, self._picture, self._detail)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.translate(-nudge, -nudge)

    def paint_clear(self, cards: FarCards, wires: FarWires, paints: Paints) -> None:
        """What is not dimmed, over all the rest: each card, even where pods are blocks."""
        self._painter.setOpacity(1.0)
        wires.paint(self._painter, paints, self._picture)
        cards.paint(self._painter, paints, self._picture, Detail.FAR)

    def paint_names(self, seen: Rect) -> None:
        """The large titles on the blocks in sight: with them a whole company can be read in one window."""
        if self._zoom < NAMES_FROM:
            return
        for key, rect in self._picture.layout.cards.items():
            if rect.meets(seen):
                self._dim(key)
                sketch = self._picture.sketch(key, self._detail)
                self._draw(tuple(shape for shape in sketch.shapes if isinstance(shape, Label)), sketch.origin)

    def paint_badges(self, seen: Rect, severities: Mapping[Key, str]) -> None:
        """Over everything, so that no neighbour hides them."""
        staging, loud = self._showing.staging, LOUD.get(self._detail)
        if staging.takers is not None:
            return
        reach = max(HALO, BADGE_REACH / self._zoom)
        for key, severity in severities.items():
            rect = self._picture.bounds(key)
            if rect is None or key in staging.carried or not rect.grown(reach).meets(seen):
                continue
            is_quiet = loud is not None and (severity not in loud or key.kind in EDGE_KINDS)
            if not is_quiet and self._is_shown(key):
                self._dim(key)
                self._badge(key)
        self._painter.setOpacity(1.0)

    def _dim(self, key: Key | None, *, is_dimmed: bool = False) -> None:
        """Paint a thing as clearly as the light falls on it; ``None`` is all that has no key."""
        light, takers = self._showing.light, self._showing.staging.takers
        if light.clear is not None or takers is not None:
            self._painter.setOpacity(DIMMED if is_dimmed else light.opacity(key))

    def _is_shown(self, key: Key) -> bool:
        return self._detail is not Detail.BLOCK or bool(self._picture.sketch(key, self._detail).shapes)

    def _frames(self, frames: Iterable[Key]) -> None:
        staging = self._showing.staging
        for key in frames:
            if key in staging.carried:
                continue
            sketch = self._picture.sketch(key, self._detail)
            at = self._shifted(key, sketch.origin)
            self._dim(key)
            self._draw(sketch.shapes, at)
            if key == staging.landing.target:
                self._target(key, sketch.shapes[1:], at)
        for key, rect in staging.left.items():
            if key in self._picture.layout.frames:
                draw(marks.left_behind(rect, radius_of(key)), self._pen)

    def _target(self, key: Key, words: Iterable[Shape], at: Point) -> None:
        """The frame that would take what the hand holds, large enough for it."""
        landing = self._showing.staging.landing
        frame = self._picture.layout.frames[key]
        if landing.is_refused:
            draw(marks.refused(frame, radius_of(key)), self._pen)
            return
        if landing.slot is not None:
            frame = frame.united(
                Rect(landing.slot.x, landing.slot.y, landing.slot.width, landing.slot.height + POD_PAD)
            )
        for card, shift in landing.parted.items():
            rect = self._picture.layout.cards.get(card)
            if rect is not None:
                frame = frame.united(Rect(rect.x, rect.y, rect.width, rect.height + shift.y + POD_PAD))
        draw(marks.drop_allowed(frame, radius_of(key)), self._pen)
        self._draw(tuple(words), at)

    def _bench(self) -> None:
        """The bench of the board, and what the Handoffs view shows besides records."""
        flow = self._picture.looks.flow
        if flow is not None:
            self._draw(flow.rest(self._detail), NO_SHIFT)
        bench = self._picture.layout.bench
        if bench is None:
            return
        self._dim(None)
        landing = self._showing.staging.landing
        if landing.on_bench and not landing.is_refused:
            size = Rect(0.0, 0.0, bench.width, bench.height)
            self._draw(bench_frame(size, self._picture.layout.benched, is_target=True), Point(bench.x, bench.y))
            return
        sketch = self._picture.looks.bench()
        self._draw(sketch.shapes, sketch.origin)
        if landing.on_bench:
            draw(marks.refused(bench.grown(-BENCH_PAD / 4), BENCH_RADIUS), self._pen)

    def _cards(self, cards: Iterable[Key]) -> None:
        staging = self._showing.staging
        self._painter.setOpacity(1.0)
        for key, rect in staging.left.items():
            if key in self._picture.layout.cards:
                draw(marks.left_behind(rect), self._pen)
        for key in cards:
            if key in staging.carried:
                continue
            self._dim(key, is_dimmed=staging.takers is not None and key not in staging.takers)
            sketch = self._picture.sketch(key, self._detail)
            rect = self._picture.layout.cards[key]
            at = self._shifted(key, sketch.origin)
            self._stamps.paint(self._painter, self._pen, sketch.shapes, at, Point(rect.width, rect.height))

    def _badge(self, key: Key) -> None:
        shapes = self._picture.looks.badge(key)
        ring = next(iter(shapes), None)
        if not isinstance(ring, Dot):
            return
        grown, centre = max(1.0, BADGE_LEAST / self._zoom), ring.centre
        shift = self._shifted(key, NO_SHIFT)
        self._painter.save()
        self._painter.translate(centre.x + shift.x, centre.y + shift.y)
        self._painter.scale(grown, grown)
        self._painter.translate(-centre.x, -centre.y)
        draw(shapes, self._pen)
        self._painter.restore()

    def _is_carried(self, edge: Key) -> bool:
        """Whether a wire would be in the way of the hand: handoffs of what it holds, and lines within it."""
        carried = self._showing.staging.carried
        if not carried:
            return False
        record = self._picture.chart.record(edge)
        match record:
            case Line():
                return {Key(Kind.SEAT, record.report), Key(Kind.SEAT, record.manager)} <= carried
            case Handoff():
                givers = {Key(Kind.SEAT, record.source), Key(Kind.SOURCE, record.source)}
                return not carried.isdisjoint({*givers, Key(Kind.SEAT, record.target)})
            case _:
                return False

    def _shifted(self, key: Key, origin: Point) -> Point:
        showing = self._showing
        shift = showing.shifts.get(key) or showing.staging.landing.parted.get(key)
        return Point(origin.x + shift.x, origin.y + shift.y) if shift else origin

    def _draw(self, shapes: Iterable[Shape], at: Point) -> None:
        if at == NO_SHIFT:
            draw(shapes, self._pen)
            return
        self._painter.translate(at.x, at.y)
        draw(shapes, self._pen)
        self._painter.translate(-at.x, -at.y)
