"""Keeping clear of what already stands: where the hand put something, nothing automatic may come to lie."""

from collections.abc import Iterable, Iterator
from math import floor

from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import around
from salesorg_gui.layout.lengths import FRAME_GAP

CELL = 400.0


class Taken:
    """Rectangles that are taken, found quickly by place.

    Those taken together are sorted by place only when something comes near all of them.
    """

    def __init__(self, rects: Iterable[Rect] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        self._groups: list[tuple[Rect, list[Rect]]] = []
        self.take(rects)

    def take(self, rects: Iterable[Rect]) -> None:
        """Take all of these."""
        group = list(rects)
        if group:
            self._groups.append((around(group), group))

    def add(self, rect: Rect) -> None:
        """Take one more."""
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(rect)

    def meeting(self, rect: Rect) -> Iterator[Rect]:
        """Those the rectangle would overlap, some of them maybe twice."""
        self._sort_near(rect)
        if self._cells:
            for cell in _cells(rect):
                yield from (other for other in self._cells.get(cell, ()) if other.meets(rect))

    def step(self, rects: Iterable[Rect], dx: float, dy: float, towards: tuple[int, int]) -> tuple[float, float]:
        """The offset, from ``dx``, ``dy`` on, at which the rectangles are clear of all.

        They move in one direction, such as ``(1, 0)`` for right, always past whatever is in the way.
        """
        still = list(rects)
        room = around(still)
        while True:
            near = room.moved(dx, dy)
            if not any(self.meeting(near)):
                return dx, dy
            ways = [way for rect in still for way in self._ways(rect.moved(dx, dy), towards)]
            if not ways:
                return dx, dy
            dx, dy = dx + towards[0] * max(ways), dy + towards[1] * max(ways)

    def _sort_near(self, room: Rect) -> None:
        """Sort by place whatever may come near to that room."""
        near = [group for box, group in self._groups if box.meets(room)]
        if near:
            self._groups = [(box, group) for box, group in self._groups if not box.meets(room)]
        for group in near:
            for rect in group:
                self.add(rect)

    def _ways(self, rect: Rect, towards: tuple[int, int]) -> Iterator[float]:
        for other in self.meeting(rect):
            match towards:
                case (1, 0):
                    yield other.right + FRAME_GAP - rect.x
                case (-1, 0):
                    yield rect.right + FRAME_GAP - other.x
                case _:
                    yield other.bottom + FRAME_GAP - rect.y


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(floor(rect.x / CELL), floor(rect.right / CELL) + 1):
        for row in range(floor(rect.y / CELL), floor(rect.bottom / CELL) + 1):
            yield column, row
