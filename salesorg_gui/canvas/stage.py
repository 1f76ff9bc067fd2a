"""The chart as an audience sees it: one saved view fills the stage; a hand may point, pan and zoom, but not edit."""

from dataclasses import replace
from math import hypot

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import LEAST, Camera
from salesorg_gui.canvas.folding_surface import FoldingSurface
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.spotlight import lit_by
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.ids import Key
from salesorg_gui.domain.slides import Slide
from salesorg_gui.drawing.colouring import colour_by
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.audience import Audience

LARGE = 1.45
"""Cards are shown so large where there is room for it, on a screen of usual height."""
USUAL_HEIGHT = 1000.0
SIDE, TOP, FOOT = 70.0, 8.0, 112.0
"""The chart keeps clear of the sides, of the title, and of what floats at the foot."""
CLICK = 6.0


class Stage(FoldingSurface):
    """``clicked`` tells of a press that was no drag: on a key, or on nothing."""

    clicked = Signal(object)

    def __init__(self, audience: Audience, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        self._slide: Slide | None = None
        self._press: QPointF | None = None
        self._is_dragged = self._is_moved = False
        super().__init__(audience, catalogue, theme, parent)
        self._layers.is_dotted = False
        self.setObjectName("stage")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def slide(self) -> Slide | None:
        """What is shown."""
        return self._slide

    def show_slide(self, slide: Slide) -> None:
        """Look at the chart as the slide says; what it names and is gone is passed over."""
        self._slide = slide
        self._glide.stop()
        session = self._session
        chart = session.plan.charts.get(slide.chart or session.plan.first_chart.id, session.plan.first_chart)
        session.show_chart(chart.id)
        self.show_view(ViewKind(slide.view) if slide.view in set(ViewKind) else ViewKind.BOARD)
        self.fold(frozenset(seat for seat in slide.folded if seat in session.chart.seats))
        self.colour_by(colour_by(slide.colour))
        self._glide.stop()
        self._light_up()
        self.fit()

    def show_handoffs(self, wanted: bool) -> None:
        """Draw every handoff, or only what the slide asks for."""
        if self._slide is not None:
            self._slide = replace(self._slide, all_handoffs=wanted)
            self._light_up()

    def shine_on(self, keys: tuple[Key, ...]) -> None:
        """Let the spotlight fall on other things; on everything when there are none."""
        if self._slide is not None:
            self._slide = replace(self._slide, spotlight=keys)
            self._light_up()

    def fit(self) -> None:
        """Show the slide's part of the chart as large as the stage allows."""
        self._is_moved = False
        room = self._slide.room if self._slide is not None else None
        part = Rect(*room) if room is not None else self._layers.bounds
        self.look(staged(part, *self._size()))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._press, self._is_dragged = event.position(), event.button() is Qt.MouseButton.MiddleButton

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            event.ignore()
            return
        way = event.position() - self._press
        if not self._is_dragged and hypot(way.x(), way.y()) < CLICK:
            return
        self._is_dragged = self._is_moved = True
        self._press = event.position()
        self.look(self.camera.panned(way.x(), way.y()))

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        was_click = self._press is not None and not self._is_dragged
        self._press = None
        if was_click and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self._picture.key_at(self.to_chart(event.position())))

    @guarded(None)
    def _follow(self, change: Change) -> None:
        """Stay live: show the change, and stay where the slide looks unless a hand has moved on."""
        was_moved = self._is_moved
        camera = self.camera
        super()._follow(change)
        if self._slide is not None:
            self._light_up()
            if was_moved:
                self.look(camera)
                self._is_moved = True
            else:
                self.fit()

    def _light_up(self) -> None:
        assert self._slide is not None
        chart, slide = self._session.chart, self._slide
        clear = lit_by(chart, slide.spotlight, with_handoffs=slide.all_handoffs)
        self.show_all_handoffs(slide.all_handoffs and clear is None)  # of what is dimmed, none is told
        self.show_clear(clear)


def staged(part: Rect, width: float, height: float) -> Camera:
    """Where to look from for a part of the chart to fill a stage of that size: in the middle, rather high than low."""
    room_x, room_y = max(width - 2 * SIDE, 1.0), max(height - TOP - FOOT, 1.0)
    largest = LARGE * max(1.0, height / USUAL_HEIGHT)
    zoom = max(LEAST, min(room_x / max(part.width, 1.0), room_y / max(part.height, 1.0), largest))
    left = SIDE + (room_x - part.width * zoom) / 2
    top = TOP + max(0.0, room_y - part.height * zoom) / 3
    return Camera(zoom, part.x - left / zoom, part.y - top / zoom)
