"""What is painted, from the ground up: paper, frames, wires, cards, badges; then rings, what a hand holds, its note.

Layers only paint. They know the picture and what is to be shown besides; they decide nothing and change nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.badges import Badges, around_badges
from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.chips import chips_in
from salesorg_gui.canvas.far import Far
from salesorg_gui.canvas.far_totals import Totals
from salesorg_gui.canvas.ground_dots import Dots
from salesorg_gui.canvas.light import DIMMED
from salesorg_gui.canvas.lit import paint_lit
from salesorg_gui.canvas.over import Over
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import Showing, radius_of
from salesorg_gui.canvas.stamps import Stamps
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.frames import BENCH_RADIUS, bench_frame
from salesorg_gui.drawing.shapes import Label, Shape, Wire, draw
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.drawing.trunks import Trunks
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.layout.lengths import BENCH_PAD, POD_PAD
from salesorg_gui.values import dataclass

NO_SHIFT = Point(0.0, 0.0)
OFF_HALVES = 0.013
"""What is not antialiased stands so far off its place, in px of the screen: half a px could be rounded either way."""
EDGE = 4.0
"""A line of a px, and whatever is rounded to one, may lie so far outside of its room, in px of the screen."""
FRAMES_FLAT = 0.10
"""From further away nobody could read the name of a frame, or see that its corners are round."""
NAMES_FROM = 0.24
"""From further away titles are too small to read."""


class Layers:
    """The coats of the surface, in one theme."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._picture = picture
        self._far, self._totals = Far(), Totals()
        self._clear = Far(frozenset())
        self.showing = Showing()
        self.is_dotted = True
        self.severities: Mapping[Key, str] = {}
        self._alarmed: frozenset[Key] = frozenset()
        self.use_theme(theme)

    @property
    def bounds(self) -> Rect:
        """All there is to see."""
        return self._picture.layout.bounds

    @property
    def is_pinned(self) -> bool:
        """Heads of stages, and the note beside the hand, keep their place on the screen."""
        return self._picture.looks.flow is not None or bool(self.showing.staging.landing.note)

    def use_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        paints = Paints(theme)
        self._palette, self._dots = Palette(paints), Dots(paints)
        self._stamps = Stamps(self._palette)
        self._over = Over(self._picture, self._palette)
        self._badges = Badges(self._picture, self._palette, self._alarmed)

    def alarm(self, pods: frozenset[Key]) -> frozenset[Key]:
        """Seen from very far these wear the badge of an error inside; those that look different by that."""
        before, self._alarmed = self._alarmed, pods
        self._badges.alarmed = pods
        return before ^ pods

    def badge_at(self, spot: Point, zoom: float) -> Key | None:
        """Whose badge lies at a spot of the chart."""
        return self._badges.key_at(self.severities, spot, zoom) if self.severities else None

    def is_badge_of(self, key: Key, spot: Point, zoom: float) -> bool:
        """Whether the badge of one thing lies at a spot: told without asking for all others."""
        worn = self.severities.get(key)
        return worn is not None and self._badges.key_at({key: worn}, spot, zoom) == key

    def forget_far(self) -> None:
        """All of the picture has changed; what was gathered of it is worthless."""
        self._far.forget()
        self._clear.forget()

    def keep_clear(self, keys: frozenset[Key]) -> None:
        """Gather these on their own: seen from afar they stand out from all the rest."""
        self._clear = Far(keys)

    def paint_ground(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Only the paper, without its dots."""
        painter.fillRect(area, self._palette.paints.brush("canvas"))

    def paint_lower(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Paper and chart."""
        if self.is_dotted:
            self._dots.paint(painter, camera, area, painter.device().devicePixelRatio())
        else:
            self.paint_ground(painter, camera, area)
        zoom = camera.zoom
        painter.save()
        look_through(painter, camera)
        spot = camera.to_chart(area.x(), area.y())
        seen = Rect(spot.x, spot.y, area.width() / zoom, area.height() / zoom)
        brush = Brush(painter, QtPen(painter, self._palette), self._stamps)
        chart = _Chart(self._picture, self.showing, brush, zoom)
        keys: tuple[Key, ...] = ()
        if chart.is_far:
            chart.paint_far(seen, self._far, self._palette.paints)
            if self.showing.light.clear is not None:
                chart.paint_clear(seen, self._clear, self._palette.paints)
            chart.paint_names(seen)
            if chart.has_blocks:
                self._totals.paint(painter, self._palette, self._picture, seen, self.showing.light)
        else:
            keys = self._picture.keys_in(around_badges(seen, zoom), self.showing.staging.carried)
            chart.paint(keys)
        for chip in chips_in(self._picture.layout, seen, detail_at(zoom), self.showing.shifts):
            draw(chip, brush.pen)
        if self.showing.light.lit or self.showing.light.concerned:
            paint_lit(painter, self._palette.paints, self._picture, self.showing, seen)
        painter.setOpacity(1.0)
        if self.severities:
            self._badges.paint(painter, self.showing, self.severities, seen, keys)
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
        return self._detail in {Detail.FAR, Detail.BLOCK} and self._showing.staging.takers is None

    def paint(self, keys: Sequence[Key]) -> None:
        """Everything that was found to touch the seen part."""
        layout = self._picture.layout
        self._frames(key for key in keys if key in layout.frames)
        self._bench()
        self._wires(key for key in keys if key.kind in EDGE_KINDS and not self._is_carried(key))
        self._cards(key for key in keys if key in layout.cards)

    def _wires(self, keys: Iterable[Key]) -> None:
        """All of them, then their names: no wire runs through the name of another that goes the same way."""
        trunks, named = Trunks(), []
        for key in keys:
            self._dim(key)
            shapes = list(trunks.once(self._picture.sketch(key).shapes, self._painter.opacity()))
            self._draw((shape for shape in shapes if isinstance(shape, Wire)), NO_SHIFT)
            if name := [shape for shape in shapes if not isinstance(shape, Wire)]:
                named.append((key, name))
        for key, name in named:
            self._dim(key)
            self._draw(name, NO_SHIFT)

    @property
    def has_blocks(self) -> bool:
        """Whether it is so far that frames are named over their cards."""
        return self._detail is Detail.BLOCK

    def paint_far(self, seen: Rect, far: Far, paints: Paints) -> None:
        """The same, seen from afar."""
        near = seen.grown(EDGE / self._zoom)
        frames = [key for key, rect in self._picture.layout.frames.items() if rect.meets(near)]
        is_board = self._picture.view is ViewKind.BOARD
        if is_board and self._zoom < FRAMES_FLAT and self._showing.light.clear is None:
            self._antialias(on=False)
            far.frames.paint(self._painter, paints, self._picture, frames)
            self._antialias(on=True)
        else:
            self._frames(frames)
        self._bench()
        self._dim(None)
        nudge = OFF_HALVES / self._zoom
        self._painter.translate(nudge, nudge)
        self._antialias(on=False)
        if self._detail is not Detail.BLOCK or self._picture.view is not ViewKind.HANDOFFS:
            far.wires.paint(self._painter, paints, self._picture, self._detail, near)
        self._antialias(on=self._detail is Detail.FAR)
        far.cards.paint(self._painter, paints, self._picture, self._detail, near)
        self._antialias(on=True)
        self._painter.translate(-nudge, -nudge)

    def paint_clear(self, seen: Rect, far: Far, paints: Paints) -> None:
        """What is not dimmed, over all the rest: each card, even where pods are blocks."""
        self._painter.setOpacity(1.0)
        near = seen.grown(EDGE / self._zoom)
        far.wires.paint(self._painter, paints, self._picture, self._detail, near)
        far.cards.paint(self._painter, paints, self._picture, Detail.FAR, near)

    def _antialias(self, *, on: bool) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on)

    def paint_names(self, seen: Rect) -> None:
        """The large titles on the blocks in sight: with them a whole company can be read in one window."""
        if self._zoom < NAMES_FROM:
            return
        for key in sorted(self._picture.cards_in(seen)):
            self._dim(key)
            sketch = self._picture.sketch(key, self._detail)
            self._draw(tuple(shape for shape in sketch.shapes if isinstance(shape, Label)), sketch.origin)

    def _dim(self, key: Key | None, *, is_dimmed: bool = False) -> None:
        """Paint a thing as clearly as the light falls on it; ``None`` is all that has no key."""
        light, takers = self._showing.light, self._showing.staging.takers
        if light.clear is not None or takers is not None:
            self._painter.setOpacity(DIMMED if is_dimmed else light.opacity(key))

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
            self._dim(None)
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

    def _is_carried(self, edge: Key) -> bool:
        """Whether a wire would be in the way of the hand: handoffs of what it holds, and lines within it.

        What an edit would draw is painted over the chart.
        """
        if self._showing.outlook is not None and edge in self._showing.outlook.edges:
            return True
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
