"""Lets cards glide from where they stood to where they stand now."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.update import Update
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

GLIDE_MS = 180
MOST = 400
"""More cards than this do not glide: an eye cannot follow them."""


class Glide(QObject):
    """``shifts`` are how far cards are still away from their place; ``moved`` is called when they differ."""

    def __init__(self, moved: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._moved = moved
        self._ways: Mapping[Key, Point] = {}
        self._left = 0.0
        self.duration = GLIDE_MS
        self._clock = QVariantAnimation(self)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.setStartValue(1.0)
        self._clock.setEndValue(0.0)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self.stop)

    @property
    def shifts(self) -> dict[Key, Point]:
        """How far each card is away now."""
        return {key: Point(way.x * self._left, way.y * self._left) for key, way in self._ways.items()}

    def start(self, moved: Mapping[Key, tuple[Rect, Rect]], longer: int = 0) -> None:
        """Let cards go from the first to the second rectangle; what still glides arrives at once."""
        self.stop()
        if not self.duration or not 0 < len(moved) <= MOST:
            return
        ways = {key: Point(old.x - new.x, old.y - new.y) for key, (old, new) in moved.items()}
        self._ways = {key: way for key, way in ways.items() if way != (0.0, 0.0)}
        if self._ways:
            self._left = 1.0
            self._clock.setDuration(max(self.duration, longer))
            self._clock.start()
            self._moved()

    def stop(self) -> None:
        """Everything is where it stands."""
        self._clock.stop()
        if self._ways:
            self._ways, self._left = {}, 0.0
            self._moved()

    @guarded(None)
    def _step(self, left: float) -> None:
        self._left = left
        self._moved()


def ways_home(update: Update, let_go: Mapping[Key, Rect], layout: Layout) -> dict[Key, tuple[Rect, Rect]]:
    """From where each card that moved glides: from the hand that let go of it, else from its old place."""
    found = dict(update.moved)
    for key, rect in let_go.items():
        now = layout.rect(key)
        if now is not None:
            found[key] = (rect, now)
    return found
