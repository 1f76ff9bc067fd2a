"""Draws shapes on PDF pages: the pen for paper.

One unit of a drawing is ``scale`` points; y grows downwards in drawings and upwards in PDF. Fonts are embedded, nothing
depends on the clock or the machine: the same drawing gives the same bytes.
"""

import math
from functools import cache, lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.pathobject import PDFPathObject

from salesorg_gui.drawing.font import MISSING_GLYPH
from salesorg_gui.drawing.shapes import Align, Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Stroke, Weight, Wire
from salesorg_gui.drawing.signs import missing, shown
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.exchange.pdf_canvas import PdfCanvas
from salesorg_gui.exchange.pdf_code import ICON_GRID, ICON_LINE, fill_code, icon_code, stroke_code
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.resources import resource

FONTS = {Weight.REGULAR: "Inter-Regular", Weight.MEDIUM: "Inter-Medium", Weight.SEMIBOLD: "Inter-SemiBold"}
CORNER = Point(0.0, 0.0)
KAPPA = 0.5523
"""How far a Bézier handle reaches to round a corner like a circle."""


@cache
def register_fonts() -> None:
    """Make Inter known to reportlab, once a process."""
    for name in FONTS.values():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


class PdfPen:
    """A pen for one page of ``height`` points; shapes are scaled and moved by ``origin`` (points from the top left)."""

    def __init__(
        self, page: PdfCanvas, height: float, theme: Theme, scale: float = 1.0, origin: Point = CORNER
    ) -> None:
        self._page, self._height, self._theme = page, height, theme
        self._scale, self._origin = scale, origin

    def box(self, box: Box) -> None:
        self._page.piece()
        if not box.radius and box.opacity == 1 and is_plain(box.stroke):
            self._square_box(box)
            return
        self._page.saveState()
        self._fill(box.fill, box.opacity)
        self._stroke(box.stroke)
        x, y, width, height = self._place(box.rect)
        radius = min(box.radius * self._scale, width / 2, height / 2)
        fill, stroke = int(box.fill is not None), int(box.stroke is not None)
        if radius:
            self._page.roundRect(x, y, width, height, radius, fill=fill, stroke=stroke)
        else:
            self._page.rect(x, y, width, height, fill=fill, stroke=stroke)
        self._page.restoreState()

    def _square_box(self, box: Box) -> None:
        if box.fill is None and box.stroke is None:
            return
        x, y, width, height = self._place(box.rect)
        fill = fill_code(self._theme.colour(box.fill)) if box.fill else ""
        path = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
        self._page.paint(path, fill, self._stroke_code(box.stroke) if box.stroke else "")

    def bar(self, bar: Bar) -> None:
        self._page.piece()
        self._page.saveState()
        x, y, width, height = self._place(bar.rect)
        clip = self._page.beginPath()
        clip.roundRect(x, y, width, height, bar.radius * self._scale)
        self._page.clipPath(clip, stroke=0, fill=0)
        thick = bar.width * self._scale
        if bar.hollow:
            self._stroke(Stroke(bar.fill))
            self._page.rect(x + thick / 4, y + thick, thick / 2, height - 2 * thick, fill=0, stroke=1)
        else:
            self._fill(bar.fill)
            self._page.rect(x, y, thick, height, fill=1, stroke=0)
        self._page.restoreState()

    def label(self, label: Label) -> None:
        self._page.piece()
        size, font = label.size * self._scale, FONTS[label.weight]
        said, spacing = _told(label.text, font), label.tracking * size
        shift = 0.0
        if label.align is not Align.LEFT:
            width = pdfmetrics.stringWidth(said, font, size) + spacing * len(said)
            shift = width / 2 if label.align is Align.CENTRE else width
        x, y = self._spot(label.baseline)
        text = f"{said} " if label.goes_on else said
        self._page.write(text, font, size, (x - shift, y), fill_code(self._theme.colour(label.ink)), spacing)

    def icon(self, icon: Icon) -> None:
        self._page.piece()
        x, y = self._spot(icon.at)
        grid = icon.size / ICON_GRID * self._scale
        ink = stroke_code(self._theme.colour(icon.ink), ICON_LINE)
        self._page.code(f"q {grid:.5f} 0 0 {-grid:.5f} {x:.2f} {y:.2f} cm {ink} 1 J 1 j")
        self._page.stamp(f"icon-{icon.name}", ICON_GRID, ICON_GRID, lambda: f"{icon_code(icon.name)} S")
        self._page.code("Q")

    def wire(self, wire: Wire) -> None:
        self._page.piece()
        if len(wire.points) == 2 and not wire.head and is_plain(wire.stroke):
            (x1, y1), (x2, y2) = map(self._spot, wire.points)
            self._page.paint(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l", stroke=self._stroke_code(wire.stroke))
            return
        self._page.saveState()
        self._stroke(wire.stroke)
        path = self._page.beginPath()
        path.moveTo(*self._spot(wire.points[0]))
        for before, corner, after in zip(wire.points, wire.points[1:], wire.points[2:], strict=False):
            self._turn(path, before, corner, after, wire.corner)
        path.lineTo(*self._spot(wire.points[-1]))
        self._page.drawPath(path, stroke=1, fill=0)
        if wire.head:
            self._head(wire)
        self._page.restoreState()

    def hatch(self, hatch: Hatch) -> None:
        self._page.piece()
        self._page.saveState()
        x, y, width, height = self._place(hatch.rect)
        clip = self._page.beginPath()
        clip.roundRect(x, y, width, height, hatch.radius * self._scale)
        self._page.clipPath(clip, stroke=0, fill=0)
        self._stroke(Stroke(hatch.ink, hatch.width))
        self._page.setStrokeAlpha(hatch.opacity)
        pitch = hatch.pitch * self._scale
        for step in range(math.ceil((width + height) / pitch)):
            start = x + step * pitch
            self._page.line(start, y + height, start - height, y)
        self._page.restoreState()

    def dot(self, dot: Dot) -> None:
        self._page.piece()
        self._page.saveState()
        self._fill(dot.fill)
        self._stroke(dot.stroke)
        x, y = self._spot(dot.centre)
        self._page.circle(
            x, y, dot.radius * self._scale, fill=int(dot.fill is not None), stroke=int(dot.stroke is not None)
        )
        self._page.restoreState()

    def patch(self, patch: Patch) -> None:
        self._page.piece()
        self._page.saveState()
        self._fill(patch.fill)
        self._stroke(patch.stroke)
        path = self._page.beginPath()
        points = patch.points
        path.moveTo(*self._spot(midway(points[-1], points[0])))
        for before, corner, after in zip((points[-1], *points), points, (*points[1:], points[0]), strict=False):
            self._turn(path, before, corner, after, patch.corner)
        path.close()
        self._page.drawPath(path, stroke=int(patch.stroke is not None), fill=int(patch.fill is not None))
        self._page.restoreState()

    def begin(self, part: Part) -> None:
        self._page.tags.begin(part.role, part.text)

    def end(self, part: Part) -> None:
        self._page.tags.end()

    def _turn(self, path: PDFPathObject, before: Point, corner: Point, after: Point, radius: float) -> None:
        """A rounded corner, never longer than half of either leg."""
        legs = (math.dist(before, corner), math.dist(corner, after))
        reach = min(radius, *(leg / 2 for leg in legs))
        start, end = towards(corner, before, reach), towards(corner, after, reach)
        path.lineTo(*self._spot(start))
        first, second = towards(start, corner, reach * KAPPA), towards(end, corner, reach * KAPPA)
        path.curveTo(*self._spot(first), *self._spot(second), *self._spot(end))

    def _head(self, wire: Wire) -> None:
        tip, tail = wire.points[-1], wire.points[-2]
        back = towards(tip, tail, wire.arrow)
        dx, dy = (tip.x - back.x) / 2, (tip.y - back.y) / 2
        left, right = Point(back.x - dy, back.y + dx), Point(back.x + dy, back.y - dx)
        path = self._page.beginPath()
        path.moveTo(*self._spot(left))
        path.lineTo(*self._spot(tip))
        path.lineTo(*self._spot(right))
        self._page.setDash()
        if wire.is_filled:
            path.close()
            self._fill(wire.stroke.ink)
            self._page.drawPath(path, stroke=0, fill=1)
        else:
            self._page.drawPath(path, stroke=1, fill=0)

    def _spot(self, point: Point) -> tuple[float, float]:
        return self._origin.x + point.x * self._scale, self._height - self._origin.y - point.y * self._scale

    def _place(self, rect: Rect) -> tuple[float, float, float, float]:
        x, y = self._spot(Point(rect.x, rect.bottom))
        return x, y, rect.width * self._scale, rect.height * self._scale

    def _colour(self, ink: str) -> Color:
        return HexColor(self._theme.colour(ink))

    def _stroke_code(self, stroke: Stroke) -> str:
        return stroke_code(self._theme.colour(stroke.ink), stroke.width * self._scale)

    def _fill(self, ink: str | None, opacity: float = 1.0) -> None:
        if ink is not None:
            self._page.setFillColor(self._colour(ink))
            if opacity < 1:
                self._page.setFillAlpha(opacity)

    def _stroke(self, stroke: Stroke | None) -> None:
        if stroke is None:
            return
        self._page.setStrokeColor(self._colour(stroke.ink))
        self._page.setLineWidth(stroke.width * self._scale)
        self._page.setLineCap(int(stroke.round_caps))
        self._page.setDash([length * self._scale for length in stroke.dash])


@lru_cache(maxsize=4_000)
def _told(text: str, font: str) -> str:
    """What a label says. Signs no font has are drawn as boxes, and can still be copied: reportlab must know them."""
    cut = pdfmetrics.getFont(font)
    assert isinstance(cut, TTFont)
    for sign in missing(text):
        cut.face.charToGlyph.setdefault(ord(sign), MISSING_GLYPH)
    return shown(text)


def is_plain(stroke: Stroke | None) -> bool:
    """Whether a line is neither dashed nor rounded, so that nothing needs be said before the next one."""
    return stroke is None or not (stroke.dash or stroke.round_caps)


def midway(one: Point, other: Point) -> Point:
    """The spot halfway between two."""
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2)


def towards(start: Point, goal: Point, distance: float) -> Point:
    """The spot ``distance`` away from ``start`` on the way to ``goal``."""
    length = math.dist(start, goal)
    if not length:
        return start
    part = distance / length
    return Point(start.x + (goal.x - start.x) * part, start.y + (goal.y - start.y) * part)
