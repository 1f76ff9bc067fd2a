"""Draws shapes on the screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPixmap, QPolygonF

from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.canvas.icons import GRID, STROKE, icon_path
from salesorg_gui.canvas.paints import NO_BRUSH, NO_PEN, Paints, Texts, rounded_wire
from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Align, Bar, Box, Dot, Hatch, Icon, Ink, Label, Part, Patch, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect

SOFT_FROM = 4.0
"""A shadow with at least this much blur is built up from rings; a smaller one is a single soft line."""
LEAST_TEXT = 4.0
"""Text that would be smaller than this on the screen is not painted."""
OFF_HALVES = 1e-4
"""Text stands so far off its place: half a px, where letters are put on whole ones, could be rounded either way."""
KEPT_PATHS, KEPT_DASHES, KEPT_ICONS = 20_000, 1_000, 2_000


def to_rect(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


class Palette:
    """What pens of one theme share from frame to frame: paints, glyphs, wires and small pictures of icons."""

    def __init__(self, paints: Paints) -> None:
        self.paints = paints
        self.texts = Texts()
        self._wires: dict[Wire, QPainterPath] = {}
        self._dashes: dict[Wire | Box, QPainterPath] = {}
        self._icons: dict[tuple[str, Ink, int, float], QPixmap] = {}

    def wire(self, wire: Wire) -> QPainterPath:
        """The way of a wire; one with an arrow ends where the arrow begins, so that its tip stays sharp."""
        found = self._wires.get(wire)
        if found is None:
            if len(self._wires) >= KEPT_PATHS:
                self._wires.clear()
            points = _shortened(wire.points, wire.arrow - 1) if wire.is_filled else list(wire.points)
            found = self._wires[wire] = rounded_wire(points, wire.corner)
        return found

    def dashes(self, shape: Wire | Box, path: QPainterPath) -> QPainterPath:
        """The outlines of its dashes. Left to a pen they would begin elsewhere, depending on how much of it is seen."""
        found = self._dashes.get(shape)
        if found is None:
            if len(self._dashes) >= KEPT_DASHES:
                self._dashes.clear()
            found = self._dashes[shape] = QPainterPathStroker(self.paints.pen(shape.stroke)).createStroke(path)
        return found

    def icon(self, name: str, ink: Ink, side: int, ratio: float) -> QPixmap:
        """An icon as a picture ``side`` device pixels wide."""
        key = (name, ink, side, ratio)
        found = self._icons.get(key)
        if found is None:
            if len(self._icons) >= KEPT_ICONS:
                self._icons.clear()
            found = self._icons[key] = self._painted_icon(name, ink, side)
        return found

    def _painted_icon(self, name: str, ink: Ink, side: int) -> QPixmap:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(side / GRID, side / GRID)
            painter.setPen(self.paints.line(ink, _icon_stroke(side)))
            painter.drawPath(icon_path(name))
        return picture


def _icon_stroke(side: float) -> float:
    """The line on the grid of 24: 1.5 at 16 px, not much under one pixel."""
    return max(STROKE, 1.05 / side) * GRID


def _shortened(points: tuple[Point, ...], by: float) -> list[tuple[float, float]]:
    """The polyline without its last ``by`` px; a last run that is shorter is left as it is."""
    if len(points) < 2:
        return list(points)
    (ax, ay), (bx, by_) = points[-2], points[-1]
    whole = abs(bx - ax) + abs(by_ - ay)
    if whole <= by:
        return list(points)
    share = (whole - by) / whole
    return [*points[:-1], (ax + (bx - ax) * share, ay + (by_ - ay) * share)]


class QtPen:
    """A pen on a painter. Asks for antialiasing; leaves pen and brush of the painter as the last shape had them."""

    def __init__(self, painter: QPainter, palette: Palette, *, least_text: float = LEAST_TEXT) -> None:
        self._painter, self._palette, self._paints = painter, palette, palette.paints
        self._least_text = least_text
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ratio = painter.device().devicePixelRatio()
        self._scale = abs(painter.worldTransform().m11()) * self._ratio

    def box(self, box: Box) -> None:
        """A rectangle with its shadow."""
        painter, paints = self._painter, self._paints
        rect = QRectF(box.rect.x, box.rect.y, box.rect.width, box.rect.height)
        if box.shadow:
            self._shadow(box)
        is_dashed = box.stroke is not None and bool(box.stroke.dash)
        painter.setPen(NO_PEN if is_dashed else paints.pen(box.stroke))
        painter.setBrush(paints.brush(box.fill, box.opacity))
        if is_dashed:
            self._dashed(box, rect)
        elif box.radius:
            painter.drawRoundedRect(rect, box.radius, box.radius)
        else:
            painter.drawRect(rect)

    def _dashed(self, box: Box, rect: QRectF) -> None:
        painter = self._painter
        path = QPainterPath()
        path.addRoundedRect(rect, box.radius, box.radius)
        painter.drawPath(path)
        if box.stroke is not None:
            painter.fillPath(self._palette.dashes(box, path), self._paints.brush(box.stroke.ink))

    def bar(self, bar: Bar) -> None:
        """The purpose bar; a hollow one stands a little inside."""
        painter, paints = self._painter, self._paints
        if bar.hollow:
            inner = QRectF(bar.rect.x + 3.5, bar.rect.y + 8.5, bar.width - 1, bar.rect.height - 17)
            painter.setPen(paints.line(bar.fill, 1.0))
            painter.setBrush(NO_BRUSH)
            painter.drawRoundedRect(inner, 1.5, 1.5)
            return
        painter.setPen(NO_PEN)
        painter.setBrush(paints.brush(bar.fill))
        painter.drawPath(self._bar_path(bar))

    def label(self, label: Label) -> None:
        """A line of text; letters the shipped font lacks come from the system."""
        if not label.text or label.size * self._scale < self._least_text * self._ratio:
            return
        painter = self._painter
        x, y = label.baseline
        if label.align is not Align.LEFT:
            length = width(label.text, label.size, label.weight, label.tracking)
            x -= length if label.align is Align.RIGHT else length / 2
        x, y = x + OFF_HALVES, y + OFF_HALVES
        painter.setPen(self._paints.line(label.ink, 1.0))
        run = self._palette.texts.run(label.text, label.weight, label.size, label.tracking)
        if run is not None:
            painter.drawGlyphRun(QPointF(x, y), run)
            return
        painter.setFont(qt_font(label.weight, label.size, label.tracking))
        painter.drawText(QPointF(x, y), label.text)

    def icon(self, icon: Icon) -> None:
        """An icon as a picture of just the device's size, so that it is cheap and sharp."""
        side = max(1, round(icon.size * self._scale))
        picture = self._palette.icon(icon.name, icon.ink, side, self._ratio)
        target = QRectF(icon.at.x, icon.at.y, icon.size, icon.size)
        self._painter.drawPixmap(target, picture, QRectF(0, 0, side, side))

    def wire(self, wire: Wire) -> None:
        """A polyline with rounded corners and, if it has one, its arrow."""
        painter, paints = self._painter, self._paints
        if wire.stroke.dash:
            painter.fillPath(self._palette.dashes(wire, self._palette.wire(wire)), paints.brush(wire.stroke.ink))
        else:
            painter.setPen(paints.pen(wire.stroke))
            painter.setBrush(NO_BRUSH)
            painter.drawPath(self._palette.wire(wire))
        if wire.head and len(wire.points) > 1:
            self._arrow(wire)

    def hatch(self, hatch: Hatch) -> None:
        """Faint diagonal lines, clipped to the rounded rectangle."""
        painter, rect = self._painter, to_rect(hatch.rect)
        clip = QPainterPath()
        clip.addRoundedRect(rect, hatch.radius, hatch.radius)
        painter.save()
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setPen(self._paints.line(hatch.ink, hatch.width, hatch.opacity))
        step = hatch.pitch * 2**0.5
        lines = QPainterPath()
        for n in range(int((rect.width() + rect.height()) / step) + 2):
            x = rect.left() + n * step
            lines.moveTo(x, rect.top())
            lines.lineTo(x - rect.height(), rect.bottom())
        painter.drawPath(lines)
        painter.restore()

    def dot(self, dot: Dot) -> None:
        """A circle."""
        self._painter.setPen(self._paints.pen(dot.stroke))
        self._painter.setBrush(self._paints.brush(dot.fill))
        self._painter.drawEllipse(QPointF(*dot.centre), dot.radius, dot.radius)

    def patch(self, patch: Patch) -> None:
        """A closed polygon with rounded corners."""
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(*point) for point in patch.points]))
        path.closeSubpath()
        painter, paints = self._painter, self._paints
        painter.setBrush(paints.brush(patch.fill))
        painter.setPen(paints.pen(patch.stroke))
        if patch.corner:
            path = _rounded_polygon(patch.points, patch.corner)
        painter.drawPath(path)

    def begin(self, part: Part) -> None:
        """Parts are drawn as their shapes; the canvas is read aloud by what stands on it."""

    def end(self, part: Part) -> None:
        """Parts are drawn as their shapes."""

    def _shadow(self, box: Box) -> None:
        elevation = self._paints.theme.elevation(box.shadow)
        if not elevation.opacity:
            return
        painter = self._painter
        rect = to_rect(box.rect).translated(0, elevation.offset)
        painter.setBrush(NO_BRUSH)
        if elevation.blur < SOFT_FROM:
            painter.setPen(self._paints.line("shadow", elevation.blur, round(elevation.opacity * 1.15, 4)))
            painter.drawRoundedRect(rect, box.radius, box.radius)
            return
        self._soft_shadow(rect, box.radius, elevation.blur, elevation.opacity)

    def _soft_shadow(self, rect: QRectF, radius: float, blur: float, opacity: float) -> None:
        """Rings laid over each other, denser inwards, under the box that hides their middle."""
        painter = self._painter
        rings = max(4, min(14, round(blur / 2)))
        painter.setPen(NO_PEN)
        part = 1 - (1 - min(opacity, 0.9)) ** (1 / rings)
        painter.setBrush(self._paints.brush("shadow", round(part, 4)))
        for n in range(rings):
            grow = blur * (0.5 - n / rings)
            ring = rect.adjusted(-grow, -grow, grow, grow)
            corner = max(2.0, radius + grow)
            painter.drawRoundedRect(ring, corner, corner)

    def _bar_path(self, bar: Bar) -> QPainterPath:
        """The left end of the rounded card, ``width`` wide."""
        x, y, bottom, radius = bar.rect.x, bar.rect.y, bar.rect.bottom, min(bar.radius, bar.rect.height / 2)
        inset = radius - (max(0.0, radius**2 - (radius - bar.width) ** 2)) ** 0.5 if bar.width < radius else 0.0
        path = QPainterPath(QPointF(x + bar.width, y + inset))
        path.quadTo(QPointF(x + bar.width * 0.12, y + radius * 0.42), QPointF(x, y + radius))
        path.lineTo(QPointF(x, bottom - radius))
        path.quadTo(QPointF(x + bar.width * 0.12, bottom - radius * 0.42), QPointF(x + bar.width, bottom - inset))
        path.closeSubpath()
        return path

    def _arrow(self, wire: Wire) -> None:
        painter, paints = self._painter, self._paints
        (ax, ay), (bx, by) = wire.points[-2], wire.points[-1]
        dx, dy = _direction(bx - ax, by - ay)
        back = QPointF(bx - dx * wire.arrow, by - dy * wire.arrow)
        side = QPointF(-dy * wire.arrow / 2, dx * wire.arrow / 2)
        tip = QPointF(bx, by)
        if wire.is_filled:
            painter.setPen(NO_PEN)
            painter.setBrush(paints.brush(wire.stroke.ink))
            painter.drawPolygon(QPolygonF([tip, back + side, back - side]))
            return
        painter.setPen(paints.pen(Stroke(wire.stroke.ink, wire.stroke.width)))
        painter.setBrush(NO_BRUSH)
        painter.drawPolyline(QPolygonF([back + side, tip, back - side]))


def _direction(dx: float, dy: float) -> tuple[float, float]:
    length = (dx * dx + dy * dy) ** 0.5
    return (dx / length, dy / length) if length else (1.0, 0.0)


def _rounded_polygon(points: tuple[Point, ...], corner: float) -> QPainterPath:
    """Start in the middle of the last side, so that every corner is rounded."""
    first, last = points[0], points[-1]
    start = ((first.x + last.x) / 2, (first.y + last.y) / 2)
    path = rounded_wire([start, *points, start], corner)
    path.closeSubpath()
    return path
