"""From one view to another: where to look then, and how the eye gets there."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import FARTHEST, FULL_SIZE, Camera
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind

SWITCH_MS = 200
LEGIBLE = 0.45
"""From further away than this one sees the whole, and is shown the whole again."""

READABLE = 0.3
"""From a smaller zoom on the names of handoffs and cards cannot be read."""

type Ways = dict[Key, tuple[Rect, Rect]]


def kept_in_place(before: Layout, after: Layout, key: Key | None, camera: Camera, screen: Rect) -> Camera | None:
    """The camera that leaves a card one could read where it is on the screen; nothing when there is none."""
    old, new = (layout.cards.get(key) if key is not None else None for layout in (before, after))
    if old is None or new is None or camera.zoom < LEGIBLE or not camera.shown(old).meets(screen):
        return None
    spot = camera.to_screen(Point(old.x, old.y))
    return Camera(camera.zoom, new.x - spot.x / camera.zoom, new.y - spot.y / camera.zoom)


def first_sight(layout: Layout, whole: Rect, screen: Rect) -> Rect:
    """What one sees of a view at first: all of it, or of many lanes the upper ones, wide enough to read."""
    if layout.view is not ViewKind.HANDOFFS or Camera().fitting(whole, screen.width, screen.height).zoom >= READABLE:
        return whole
    width = max((rect.right for rect in layout.frames.values()), default=whole.right) - whole.x
    zoom = min(screen.width / max(width, 1.0), FULL_SIZE)
    return Rect(whole.x, whole.y, width, screen.height / max(zoom, FARTHEST))


def ways_between(before: Layout, after: Layout, was: Camera, now: Camera, screen: Rect, keys: Iterable[Key]) -> Ways:
    """From where on the screen each card comes, told in the coordinates of the new view; those in sight alone.

    ``keys`` are the cards near what was and is in sight.
    """
    found: Ways = {}
    for key in dict.fromkeys(keys):
        old, rect = before.cards.get(key), after.cards.get(key)
        if old is not None and rect is not None and (now.shown(rect).meets(screen) or was.shown(old).meets(screen)):
            spot = was.to_screen(Point(old.x, old.y))
            x, y = now.to_chart(spot.x, spot.y)
            found[key] = (Rect(x, y, rect.width, rect.height), rect)
    return found


class Fade(QWidget):
    """A picture of what was seen, that fades away over what is seen now, and is gone then."""

    def __init__(self, over: QWidget, picture: QPixmap, gone: Callable[[], object]) -> None:
        super().__init__(over)
        self._picture, self._left = picture, 1.0
        self.setObjectName("fade")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        self._clock = QVariantAnimation(self)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.setDuration(SWITCH_MS)
        self._clock.setStartValue(1.0)
        self._clock.setEndValue(0.0)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(gone)
        self._clock.start()
        self.show()

    def end(self) -> None:
        """Be gone at once."""
        self._clock.stop()
        self.hide()
        self.deleteLater()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setOpacity(self._left)
            painter.drawPixmap(0, 0, self._picture)

    @guarded(None)
    def _step(self, left: float) -> None:
        self._left = left
        self.update()
