"""The whole chart in a corner of its own surface, with a frame around the part in sight.

It is painted from a kept picture, so that panning costs a pixmap and a rectangle however large the chart is. The
picture is made anew a moment after the chart looks different.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.blocks import Coloured, Fit, fitted, paint_blocks, paint_spots
from salesorg_gui.canvas.chart_surface import ChartSurface
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.surface import NOTCH, ZOOM_A_NOTCH
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect

WIDTH, HEIGHT, FROM_EDGE, PAD = 176, 104, 16, 6
RADIUS, FRAME_RADIUS = 8.0, 3.0
FRAME_LEAST = 8.0
SPOT = 5.0
REST_MS = 80
SLACK = 1.0
"""So many px of the chart may be out of sight before the map is worth its place."""
MOST_SPOTS = 600


class Minimap(QWidget):
    """Stands over its surface. A press goes there, a drag takes the frame along, the wheel zooms."""

    def __init__(self, surface: ChartSurface, theme: Theme) -> None:
        super().__init__(surface)
        self._surface = surface
        self._paints = Paints(theme)
        self._kept: QPixmap | None = None
        self._fit = Fit()
        self._is_wanted = True
        self._grip: QPointF | None = None
        self.setObjectName("minimap")
        self.setAccessibleName(_("Map of the chart"))
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look_again)
        surface.looked.connect(self._follow_camera)
        surface.redrawn.connect(self._wait)
        surface.installEventFilter(self)
        self.hide()
        self._place()
        self._follow_camera()

    def set_wanted(self, wanted: bool) -> None:
        """Let it be seen whenever some of the chart is not, or never."""
        self._is_wanted = wanted
        self._follow_camera()

    def set_theme(self, theme: Theme) -> None:
        """Put other colours on."""
        self._paints = Paints(theme)
        self._look_again()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if watched is self._surface and event.type() == QEvent.Type.Resize:
            self._place()
            self._wait()
        elif watched is self._surface and event.type() == QEvent.Type.Show:
            self._wait()
        elif watched is self._surface and event.type() == QEvent.Type.Hide:
            self._rest.stop()
        return False

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kept is None or self._kept.devicePixelRatio() != self.devicePixelRatioF():
            self._kept = self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._paints.colour("accent"), 1.5))
            painter.drawRoundedRect(self._frame(), FRAME_RADIUS, FRAME_RADIUS)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        frame, spot = self._frame(), event.position()
        if not frame.contains(spot):
            self._centre_on(spot)
            frame = self._frame()
        self._grip = spot - frame.center()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._grip is not None:
            self._centre_on(event.position() - self._grip)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._grip = None
        self.unsetCursor()
        self._follow_camera()

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the middle of the part in sight."""
        event.accept()
        surface = self._surface
        middle = QRectF(surface.viewport().rect()).center()
        surface.zoom_at(surface.zoom * ZOOM_A_NOTCH ** (event.angleDelta().y() / NOTCH), middle)

    @property
    def _seen(self) -> Rect:
        port = self._surface.viewport()
        return self._surface.camera.seen(port.width(), port.height())

    def _centre_on(self, spot: QPointF) -> None:
        port = self._surface.viewport()
        there = self._fit.to_chart(spot.x(), spot.y())
        self._surface.look(self._surface.camera.centred(there, port.width(), port.height()))

    def _frame(self) -> QRectF:
        """The part in sight, as far as it lies on the map."""
        room = QRectF(self.rect()).adjusted(PAD - 2, PAD - 2, 2 - PAD, 2 - PAD)
        found = self._fit.shown(self._seen)
        grow_x, grow_y = max(0.0, FRAME_LEAST - found.width()) / 2, max(0.0, FRAME_LEAST - found.height()) / 2
        return found.adjusted(-grow_x, -grow_y, grow_x, grow_y).intersected(room)

    def _place(self) -> None:
        self.move(self._surface.width() - WIDTH - FROM_EDGE, self._surface.height() - HEIGHT - FROM_EDGE)

    def _wait(self) -> None:
        if self._surface.isVisible() and not self._rest.isActive():
            self._rest.start()

    @guarded(None)
    def _look_again(self) -> None:
        self._kept = None
        self._follow_camera()
        self.update()

    @guarded(None)
    def _follow_camera(self) -> None:
        """Come when some of the chart is out of sight; what a hand holds does not go away under it."""
        bounds, seen = self._surface.picture.layout.bounds, self._seen.grown(SLACK)
        is_all_seen = seen.holds(bounds)
        self.setVisible(self._is_wanted and (self._grip is not None or not is_all_seen) and bounds.width > 0)
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
        kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        picture, paints = self._surface.picture, self._paints
        self._fit = fitted(picture.layout.bounds, WIDTH, HEIGHT, PAD)
        with QPainter(kept) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(paints.colour("line"), 1.0))
            painter.setBrush(paints.brush("card"))
            painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), RADIUS, RADIUS)
            shown = Coloured(picture.layout, picture.looks.colouring)
            paint_blocks(painter, paints, shown, self._fit, self._surface.light.clear)
            paint_spots(painter, paints, self._fit, self._spots(), SPOT)
        return kept

    def _spots(self) -> list[tuple[str, Rect]]:
        """What is wrong, over it what the finding at hand speaks of, and over that what was looked for and found."""
        surface = self._surface
        wrong = [key for key, severity in surface.severities.items() if severity == "error"]
        light = surface.light
        concerned = [(light.ink, key) for key in sorted(light.concerned)]
        marks = [*(("error", key) for key in wrong), *concerned, *(("accent", key) for key in sorted(light.lit))]
        rooms = ((ink, surface.picture.bounds(key)) for ink, key in marks[-MOST_SPOTS:])
        return [(ink, rect) for ink, rect in rooms if rect is not None]
