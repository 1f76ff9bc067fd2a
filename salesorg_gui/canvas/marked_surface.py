"""A surface on which something is marked for a moment: what lies under the mark is put aside, and put back."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRect

from salesorg_gui.canvas.surface import SMEAR, Surface, on_plane
from salesorg_gui.layout.geometry import Rect


class MarkedSurface(Surface):
    """Whoever is about to show a mark in the chart lays it, while the coats still paint the chart without it."""

    def _lay_lower(self, rooms: Sequence[Rect]) -> None:
        """The chart will look different in these rooms for a moment; what it looks like now is kept to be put back."""
        if self._sheet is None or not rooms or self._is_hasty or self._sheet.ready.isEmpty():
            self.repaint_lower(rooms)
            return
        self._sheet.hold(self._camera, self.viewport().size(), self.viewport().devicePixelRatioF())
        self._sheet.lay(self._on_plane(rooms))
        self._update_rooms(self._camera.shown(room).grown(SMEAR) for room in rooms)

    def _lift_lower(self, rooms: Iterable[Rect], but: Iterable[Rect]) -> bool:
        """The chart looks in these rooms as it did before something was laid over it; whether that was kept."""
        if self._sheet is None or self._is_hasty or not self._sheet.lift(self._on_plane(but)):
            return False
        self._update_rooms(self._camera.shown(room).grown(SMEAR) for room in rooms)
        return True

    def _on_plane(self, rooms: Iterable[Rect]) -> Iterator[QRect]:
        ratio = self.viewport().devicePixelRatioF()
        return (on_plane(room, self._camera.zoom * ratio, SMEAR * ratio) for room in rooms)
