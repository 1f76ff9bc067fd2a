"""Where the view looks: a zoom and the spot of the chart in its top left corner. A value; moving makes a new one."""

from dataclasses import replace
from math import floor

from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

LEAST, MOST = 0.05, 4.0
FARTHEST = 0.001
"""Only to see all of a chart at once does one go further away than ``LEAST``."""
STEPS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
FULL_SIZE = 1.0
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Camera:
    """Maps the chart (px at 100 %) to the screen (px)."""

    zoom: float = FULL_SIZE
    x: float = 0.0
    y: float = 0.0

    def to_chart(self, x: float, y: float) -> Point:
        """The spot of the chart under a spot of the screen."""
        return Point(self.x + x / self.zoom, self.y + y / self.zoom)

    def to_screen(self, spot: Point) -> Point:
        """Where a spot of the chart is on the screen."""
        return Point((spot.x - self.x) * self.zoom, (spot.y - self.y) * self.zoom)

    def seen(self, width: float, height: float) -> Rect:
        """The part of the chart a screen of that size shows."""
        return Rect(self.x, self.y, width / self.zoom, height / self.zoom)

    def shown(self, rect: Rect) -> Rect:
        """Where a rectangle of the chart is on the screen."""
        x, y = self.to_screen(Point(rect.x, rect.y))
        return Rect(x, y, rect.width * self.zoom, rect.height * self.zoom)

    def corner(self, ratio: float) -> tuple[int, int]:
        """The px of the device in the top left corner of the screen, on the plane of the zoomed chart.

        All paint stands on whole px: then lines are sharp, and what is painted can be moved along.
        """
        scale = self.zoom * ratio
        return whole(self.x * scale), whole(self.y * scale)

    def way_to(self, other: "Camera", ratio: float) -> tuple[int, int] | None:
        """How far all paint moves on the screen when the camera goes there, in whole px.

        ``None`` when it does not simply move: at another zoom, or when some would have to stand between two px.
        """
        if other.zoom != self.zoom or not ratio.is_integer():
            return None
        dx, dy = (self.x - other.x) * self.zoom, (self.y - other.y) * self.zoom
        way = round(dx), round(dy)
        is_whole = abs(way[0] - dx) < NEAR and abs(way[1] - dy) < NEAR
        (left, top), (next_left, next_top) = self.corner(ratio), other.corner(ratio)
        is_like_lower = (left - next_left, top - next_top) == (way[0] * ratio, way[1] * ratio)
        return way if is_whole and is_like_lower else None

    def zoomed(self, zoom: float, x: float, y: float, least: float = LEAST) -> "Camera":
        """Another zoom, going no further away than ``least``; what is under the spot of the screen stays there."""
        zoom = min(max(zoom, min(least, self.zoom)), MOST)
        under = self.to_chart(x, y)
        return Camera(zoom, under.x - x / zoom, under.y - y / zoom)

    def panned(self, dx: float, dy: float) -> "Camera":
        """Moved so that the chart goes by ``dx``, ``dy`` px of the screen."""
        return replace(self, x=self.x - dx / self.zoom, y=self.y - dy / self.zoom)

    def fitting(self, rect: Rect, width: float, height: float, margin: float = 24.0) -> "Camera":
        """Shows the whole rectangle in the middle, never larger than life."""
        room = max(width - 2 * margin, 1.0), max(height - 2 * margin, 1.0)
        zoom = min(room[0] / max(rect.width, 1.0), room[1] / max(rect.height, 1.0), FULL_SIZE)
        return Camera(max(zoom, FARTHEST)).centred(rect.centre, width, height)

    def centred(self, spot: Point, width: float, height: float) -> "Camera":
        """The spot in the middle of the screen."""
        return replace(self, x=spot.x - width / self.zoom / 2, y=spot.y - height / self.zoom / 2)

    def revealing(self, rect: Rect, width: float, height: float, margin: float = 32.0) -> "Camera":
        """Moved as little as need be for the rectangle to be seen; one too large for the screen is centred."""
        shown = self.shown(rect)
        return self.panned(_push(shown.x, shown.right, width, margin), _push(shown.y, shown.bottom, height, margin))

    def kept_near(self, bounds: Rect, width: float, height: float, margin: float = 64.0) -> "Camera":
        """Moved back when nothing of the chart would be left on the screen."""
        shown = self.shown(bounds)
        dx = _pull(shown.x, shown.right, width, margin)
        dy = _pull(shown.y, shown.bottom, height, margin)
        return self.panned(dx, dy) if dx or dy else self


def whole(value: float) -> int:
    """The nearest whole px; halves always go the same way, wherever the camera is."""
    return floor(value + 0.5 + NEAR)


def step_up(zoom: float) -> float:
    """The next zoom of the ladder."""
    return next((step for step in STEPS if step > zoom + NEAR), MOST)


def step_down(zoom: float, least: float = LEAST) -> float:
    """The zoom before, down to ``least``."""
    return next((step for step in reversed(STEPS) if step < zoom - NEAR), min(zoom, least))


def _push(low: float, high: float, room: float, margin: float) -> float:
    """How far a span has to go to lie inside the room."""
    if high - low > room - 2 * margin:
        return (room - high - low) / 2
    if low < margin:
        return margin - low
    return min(0.0, room - margin - high)


def _pull(low: float, high: float, room: float, margin: float) -> float:
    """How far a span has to come back for ``margin`` of it to be in the room."""
    if high < margin:
        return margin - high
    return min(0.0, room - margin - low)
