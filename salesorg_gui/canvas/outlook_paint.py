"""Paints what an edit would do: what comes, dashed in the accent; what goes, faint and struck out."""

from collections.abc import Iterable

from PySide6.QtGui import QPainter

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.outlook import Outlook
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import QtPen
from salesorg_gui.canvas.showing import Showing, radius_of
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import RADIUS, Detail, detail_at
from salesorg_gui.drawing.edges import longest_run, middle_of
from salesorg_gui.drawing.shapes import Shape, Wire, draw
from salesorg_gui.layout.geometry import Point

LEAST_RADIUS = 2.0
FAINT = 0.4
WIDEST = 12.0
"""Lines seen from afar are drawn at most so many times as wide."""
UNREADABLE = frozenset({Detail.FAR, Detail.BLOCK})


class OutlookPainter:
    """Marks on a picture that shows the chart as it would be."""

    def __init__(self, picture: Picture, pen: QtPen, painter: QPainter, camera: Camera) -> None:
        self._picture, self._pen, self._painter, self._camera = picture, pen, painter, camera

    def paint(self, outlook: Outlook, showing: Showing) -> None:
        """All marks: ways first, cards over them."""
        self._in_chart(self._lost(outlook), FAINT)
        self._in_chart(self._coming(outlook), 1.0)
        for one in outlook.lost:
            draw(marks.struck(self._camera.to_screen(middle_of(longest_run(one.route)))), self._pen)
        for key in sorted(outlook.gone):
            self._gone(key)
        for key in sorted(outlook.cards):
            rect = self._picture.layout.rect(key)
            if rect is not None:
                shift = showing.shifts.get(key, Point(0.0, 0.0))
                radius = max(LEAST_RADIUS, radius_of(key) * self._camera.zoom)
                draw(marks.coming(self._camera.shown(rect.moved(*shift)), radius), self._pen)

    def _gone(self, key: Key) -> None:
        rect = self._picture.layout.rect(key)
        if rect is None:
            return
        shown = self._camera.shown(rect)
        draw(marks.going(shown, max(LEAST_RADIUS, RADIUS * self._camera.zoom)), self._pen)
        draw(marks.struck(shown.centre), self._pen)

    @property
    def _wider(self) -> float:
        return min(max(1.0, 1.0 / self._camera.zoom), WIDEST)

    def _lost(self, outlook: Outlook) -> Iterable[Shape]:
        return (shape for one in outlook.lost for shape in marks.lost(one.route, self._wider))

    def _coming(self, outlook: Outlook) -> Iterable[Shape]:
        """The ways as they will look, but dashed; their names where they can be read."""
        is_far = detail_at(self._camera.zoom) in UNREADABLE
        for key in sorted(outlook.edges):
            for shape in self._picture.sketch(key).shapes:
                if isinstance(shape, Wire):
                    yield shape._replace(stroke=marks.expected(shape.stroke, self._wider))
                elif not is_far:
                    yield shape

    def _in_chart(self, shapes: Iterable[Shape], opacity: float) -> None:
        """Draw in coordinates of the chart."""
        self._painter.save()
        self._painter.setOpacity(opacity)
        left, top = self._camera.to_screen(Point(0.0, 0.0))
        self._painter.translate(left, top)
        self._painter.scale(self._camera.zoom, self._camera.zoom)
        draw(tuple(shapes), self._pen)
        self._painter.restore()
