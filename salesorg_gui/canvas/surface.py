"""A plane without edges: pan, zoom at the pointer, fit, and two coats of paint.

The lower coat (the chart) is kept as a picture that moves with the camera, and painted anew only where it changed; the
upper one (rings, what a hand holds) is painted over it every time, and only where it differs.
"""

import math
from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QNativeGestureEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from salesorg_gui.canvas.camera import FULL_SIZE, LEAST, Camera, step_down, step_up
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.pushing import push_along
from salesorg_gui.canvas.sheet import LowerCoat, Sheet, beyond
from salesorg_gui.layout.geometry import Point, Rect

NOTCH = 120.0
PX_A_NOTCH = 64.0
ZOOM_A_NOTCH = 1.2
SMEAR = 16.0
"""How far marks of a fixed size on the screen, and antialiased edges, reach beyond the room of what they belong to."""
REST_MS = 70
"""So long after the last turn of the wheel the chart is painted sharp again."""
COARSEST = 1.75
"""A picture is not shown scaled further than this, up or down."""
MANY_ROOMS = 64
"""More rooms than this are painted as one."""


class Coats(LowerCoat, Protocol):
    """Who paints the surface."""

    @property
    def bounds(self) -> Rect:
        """All there is to see."""
        ...

    @property
    def is_pinned(self) -> bool:
        """Whether some of it keeps its place on the screen while the camera moves on."""
        ...

    def paint_ground(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """Only the paper under the chart."""
        ...

    def paint_upper(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """What lies over it for a moment, as far as it touches the area."""
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
        self._sheet: Sheet | None = None
        self._is_hasty = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.sharpen)
        self._is_unseen = True
        self.setViewport(QWidget(self))  # for one that Python did not make it tries every kind of widget
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _put_on(self, coats: Coats) -> None:
        """Name who paints; whoever builds on a surface does so once."""
        self._coats = coats
        self._sheet = Sheet(coats)

    @property
    def camera(self) -> Camera:
        """Where it looks."""
        return self._camera

    @property
    def zoom(self) -> float:
        """1.0 is life size."""
        return self._camera.zoom

    def look(self, camera: Camera, *, is_hasty: bool = False) -> None:
        """Look elsewhere; some of the chart always stays in sight. In haste another zoom may be shown coarsely."""
        if self._coats is not None:
            camera = camera.kept_near(self._coats.bounds, *self._size())
        if camera == self._camera:
            return
        before, self._camera = self._camera, camera
        was_hasty, self._is_hasty = self._is_hasty, is_hasty and self._is_like_before()
        if self._is_hasty:
            self._rest.start()
        is_plain = not (was_hasty or self._is_hasty or self._coats is None or self._coats.is_pinned)
        if not (is_plain and push_along(self.viewport(), before, camera)):
            self.viewport().update()
        self.looked.emit()
        if before.zoom != camera.zoom:
            self.zoom_changed.emit(camera.zoom)

    def zoom_in(self) -> None:
        """One step of the ladder nearer, around the middle."""
        self._zoom_to(step_up(self.zoom))

    def zoom_out(self) -> None:
        """One step of the ladder back."""
        self._zoom_to(step_down(self.zoom, self._least_zoom()))

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
        if self._sheet is None:
            return
        if rooms is None or self._is_hasty:
            self._is_hasty = False
            self._sheet.forget()
            self.viewport().update()
            return
        found = list(rooms)
        ratio = self.viewport().devicePixelRatioF()
        self._sheet.wear(on_plane(room, self._camera.zoom * ratio, SMEAR * ratio) for room in found)
        self._update_rooms(self._camera.shown(room).grown(SMEAR) for room in found)

    def repaint_upper(self, rooms: Iterable[Rect] | None = None) -> None:
        """Only what lies over it looks different: everywhere, or in these rooms of the screen."""
        if rooms is None:
            self.viewport().update()
        else:
            self._update_rooms(rooms)

    def sharpen(self) -> None:
        """Paint what is shown coarsely as it should be."""
        self._rest.stop()
        if self._is_hasty:
            self._is_hasty = False
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
        coats, sheet = self._coats, self._sheet
        if coats is None or sheet is None:
            return
        with QPainter(self.viewport()) as painter:
            if self._is_hasty and _is_on_screen(self, painter):
                self._paint_hastily(coats, sheet, painter)
            else:
                sheet.hold(self._camera, self.viewport().size(), self.viewport().devicePixelRatioF())
                sheet.put(painter, self._camera)
            coats.paint_upper(painter, self._camera, QRectF(event.rect()))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._is_hasty = False
        self.viewport().update()
        if self._is_unseen and self._coats is not None and event.size().width() > 1:
            self._is_unseen = False
            self.fit()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(self.zoom * zoom_of(event), event.position(), is_hasty=True)
        else:
            self.look(self._camera.panned(*way_of(event)))

    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(self.zoom * (1 + event.value()), event.position(), is_hasty=True)
            return True
        return super().viewportEvent(event)

    def zoom_at(self, zoom: float, spot: QPointF, *, is_hasty: bool = False) -> None:
        """Another zoom; what is under the spot of the viewport stays there."""
        self.look(self._camera.zoomed(zoom, spot.x(), spot.y(), self._least_zoom()), is_hasty=is_hasty)

    def _least_zoom(self) -> float:
        """From how far one can look: from where all of the chart is seen at once, and always from 5 %."""
        whole = self._coats.bounds if self._coats is not None else Rect(0.0, 0.0, 0.0, 0.0)
        return min(LEAST, self._camera.fitting(whole, *self._size()).zoom)

    def _zoom_to(self, zoom: float) -> None:
        self.zoom_at(zoom, QPointF(self.viewport().rect().center()))

    def _size(self) -> tuple[float, float]:
        return float(self.viewport().width()), float(self.viewport().height())

    def _update_rooms(self, rooms: Iterable[Rect]) -> None:
        """Let Qt show these rooms of the screen anew."""
        screen = self.viewport().rect()
        seen = [area for room in rooms if not (area := _whole_px(room).intersected(screen)).isEmpty()]
        if len(seen) > MANY_ROOMS:
            self.viewport().update()
            return
        region = QRegion()
        for area in seen:
            region += area
        self.viewport().update(region)

    def _is_like_before(self) -> bool:
        """Whether what is painted can stand in for another zoom for a moment."""
        sheet, ratio = self._sheet, self.viewport().devicePixelRatioF()
        scale = sheet.scale_for(self._camera, ratio) if sheet is not None else None
        return scale is not None and scale != 1.0 and 1 / COARSEST <= scale <= COARSEST

    def _paint_hastily(self, coats: Coats, sheet: Sheet, painter: QPainter) -> None:
        """What is painted, scaled, and paper around it."""
        filled = sheet.put_scaled(painter, self._camera).toAlignedRect().adjusted(1, 1, -1, -1)
        for area in beyond(self.viewport().rect(), filled):
            coats.paint_ground(painter, self._camera, QRectF(area))


def _whole_px(room: Rect) -> QRect:
    left, top = math.floor(room.x), math.floor(room.y)
    return QRect(left, top, math.ceil(room.right) - left, math.ceil(room.bottom) - top)


def on_plane(room: Rect, scale: float, smear: float) -> QRect:
    """The px of the zoomed chart that a room of it can have left paint on."""
    left, top = math.floor(room.x * scale - smear), math.floor(room.y * scale - smear)
    return QRect(left, top, math.ceil(room.right * scale + smear) - left, math.ceil(room.bottom * scale + smear) - top)


def _is_on_screen(widget: QWidget, painter: QPainter) -> bool:
    """Whether the window is painted, and not a picture of it: pictures are always sharp."""
    return widget.isVisible() and painter.paintEngine().paintDevice() is widget.backingStore().paintDevice()


def zoom_of(wheel: QWheelEvent) -> float:
    """How much nearer a turn of the wheel goes."""
    turned = wheel.angleDelta()
    return math.pow(ZOOM_A_NOTCH, (turned.y() or turned.x()) / NOTCH)


def way_of(wheel: QWheelEvent) -> tuple[float, float]:
    """How far a turn of the wheel or a sweep of two fingers pushes the chart, in px; with Shift sideways."""
    turned, swept = wheel.angleDelta(), wheel.pixelDelta()
    dx, dy = float(swept.x()), float(swept.y())
    if swept.isNull():
        dx, dy = turned.x() / NOTCH * PX_A_NOTCH, turned.y() / NOTCH * PX_A_NOTCH
    if wheel.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
        return dy, 0.0
    return dx, dy
