"""A plane without edges: pan, zoom at the pointer, fit, and two coats of paint.

The lower coat (the chart) is kept as a picture and painted anew only where it changed; the upper one (rings, what a
hand holds) is painted over it every time.
"""

from collections.abc import Iterable
from math import ceil, floor
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QNativeGestureEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from salesorg_gui.canvas.camera import FULL_SIZE, Camera, step_down, step_up
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.layout.geometry import Point, Rect

NOTCH = 120.0
PX_A_NOTCH = 64.0
ZOOM_A_NOTCH = 1.2
SMEAR = 16.0
"""How far marks of a fixed size on the screen, and antialiased edges, reach beyond the room of what they belong to."""


class Coats(Protocol):
    """Who paints the surface."""

    @property
    def bounds(self) -> Rect:
        """All there is to see."""
        ...

    def paint_lower(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """The ground and the chart, as far as they lie in an area of whole px of the screen."""
        ...

    def paint_upper(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """What lies over it for a moment."""
        ...


class Surface(QAbstractScrollArea):
    """Owns the camera. Whoever changes what is painted calls ``repaint_lower`` or ``repaint_upper``.

    ``looked`` tells that the camera looks elsewhere.
    """

    zoom_changed = Signal(float)
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Camera()
        self._coats: Coats | None = None
        self._lower: QPixmap | None = None
        self._worn: list[QRect] = []
        self._is_unseen = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _put_on(self, coats: Coats) -> None:
        """Name who paints; whoever builds on a surface does so once."""
        self._coats = coats

    @property
    def camera(self) -> Camera:
        """Where it looks."""
        return self._camera

    @property
    def zoom(self) -> float:
        """1.0 is life size."""
        return self._camera.zoom

    def look(self, camera: Camera) -> None:
        """Look elsewhere; some of the chart always stays in sight."""
        if self._coats is not None:
            camera = camera.kept_near(self._coats.bounds, *self._size())
        if camera == self._camera:
            return
        before, self._camera = self._camera, camera
        self.repaint_lower()
        self.looked.emit()
        if before.zoom != camera.zoom:
            self.zoom_changed.emit(camera.zoom)

    def zoom_in(self) -> None:
        """One step of the ladder nearer, around the middle."""
        self._zoom_to(step_up(self.zoom))

    def zoom_out(self) -> None:
        """One step of the ladder back."""
        self._zoom_to(step_down(self.zoom))

    def zoom_reset(self) -> None:
        """Life size."""
        self._zoom_to(FULL_SIZE)

    def fit(self) -> None:
        """Show all of it."""
        if self._coats is not None:
            self.fit_rect(self._coats.bounds)

    def fit_rect(self, rect: Rect) -> None:
        """Show this part as large as it fits, at most life size."""
        self.look(self._camera.fitting(rect, *self._size()))

    def to_chart(self, spot: QPointF) -> Point:
        """The spot of the chart under a spot of the viewport."""
        return self._camera.to_chart(spot.x(), spot.y())

    def to_viewport(self, spot: Point) -> QPointF:
        """Where a spot of the chart is in the viewport."""
        return QPointF(*self._camera.to_screen(spot))

    def repaint_lower(self, rooms: Iterable[Rect] | None = None) -> None:
        """The chart looks different: everywhere, or in these rooms of it."""
        if rooms is None:
            self._lower = None
        elif self._lower is not None:
            screen = self.viewport().rect()
            worn = (self._on_screen(room).intersected(screen) for room in rooms)
            self._worn += [area for area in worn if not area.isEmpty()]
        self.viewport().update()

    def repaint_upper(self) -> None:
        """Only what lies over it looks different."""
        self.viewport().update()

    def render_to_image(self, size: QSize, rect: Rect | None = None) -> QImage:
        """The chart without rings and hands, as a picture of that size."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        if self._coats is not None:
            wanted = rect or self._coats.bounds
            camera = Camera().fitting(wanted, size.width(), size.height())
            with QPainter(image) as painter:
                self._coats.paint_lower(painter, camera, QRectF(0, 0, size.width(), size.height()))
        return image

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._coats is None:
            return
        area = QRectF(self.viewport().rect())
        if self._lower is None or self._lower.devicePixelRatio() != self.viewport().devicePixelRatioF():
            self._lower = self._painted_lower(self._coats, area)
        elif self._worn:
            self._mend(self._coats, self._lower)
        self._worn.clear()
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(QPointF(0, 0), self._lower)
            self._coats.paint_upper(painter, self._camera, area)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.repaint_lower()
        if self._is_unseen and self._coats is not None and event.size().width() > 1:
            self._is_unseen = False
            self.fit()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        turned, swept = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(self.zoom * ZOOM_A_NOTCH ** ((turned.y() or turned.x()) / NOTCH), event.position())
            return
        dx, dy = float(swept.x()), float(swept.y())
        if swept.isNull():
            dx, dy = turned.x() / NOTCH * PX_A_NOTCH, turned.y() / NOTCH * PX_A_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        self.look(self._camera.panned(dx, dy))

    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def zoom_at(self, zoom: float, spot: QPointF) -> None:
        """Another zoom; what is under the spot of the viewport stays there."""
        self.look(self._camera.zoomed(zoom, spot.x(), spot.y()))

    def _zoom_to(self, zoom: float) -> None:
        self.zoom_at(zoom, QPointF(self.viewport().rect().center()))

    def _size(self) -> tuple[float, float]:
        return float(self.viewport().width()), float(self.viewport().height())

    def _on_screen(self, room: Rect) -> QRect:
        """The px of the viewport that a room of the chart can have left paint on."""
        shown = self._camera.shown(room).grown(SMEAR)
        left, top = floor(shown.x), floor(shown.y)
        return QRect(left, top, ceil(shown.right) - left, ceil(shown.bottom) - top)

    def _mend(self, coats: Coats, lower: QPixmap) -> None:
        """Paint the lower coat anew where it is worn: overlapping and many areas as one."""
        with QPainter(lower) as painter:
            for area in apart(self._worn):
                painter.setClipRect(area)
                coats.paint_lower(painter, self._camera, QRectF(area))

    def _painted_lower(self, coats: Coats, area: QRectF) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        picture = QPixmap((area.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        with QPainter(picture) as painter:
            coats.paint_lower(painter, self._camera, area)
        return picture


def apart(areas: Iterable[QRect]) -> list[QRect]:
    """The areas, those that overlap united until none does."""
    found: list[QRect] = []
    for area in areas:
        whole = area
        while True:
            hit = next((other for other in found if other.intersects(whole)), None)
            if hit is None:
                break
            found.remove(hit)
            whole = whole.united(hit)
        found.append(whole)
    return found
