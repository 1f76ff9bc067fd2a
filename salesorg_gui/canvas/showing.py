"""What the view shows besides the picture itself: picks, hover, a gesture, cards on their way."""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from salesorg_gui.canvas.gestures.gesture import AT_REST, Staging
from salesorg_gui.canvas.landings.landing import NOWHERE
from salesorg_gui.canvas.light import Light
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.drawing.cards import RADIUS
from salesorg_gui.drawing.frames import POD_RADIUS, SEGMENT_RADIUS
from salesorg_gui.drawing.marks import PORT
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

if TYPE_CHECKING:
    from salesorg_gui.canvas.outlook import Outlook


class Edge(StrEnum):
    """The edge of a card a port sits on."""

    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


def port_spot(card: Rect, edge: Edge) -> Point:
    """Where on its card a port sits."""
    match edge:
        case Edge.RIGHT:
            return Point(card.right, card.centre.y)
        case Edge.TOP:
            return Point(card.centre.x, card.y)
        case Edge.BOTTOM:
            return Point(card.centre.x, card.bottom)


def edges_of(key: Key) -> tuple[Edge, ...]:
    """Where a card can be pulled from: a source only hands over."""
    match key.kind:
        case Kind.SEAT:
            return tuple(Edge)
        case Kind.SOURCE:
            return (Edge.RIGHT,)
        case _:
            return ()


def radius_of(key: Key) -> float:
    """How round a card or frame is."""
    return {Kind.POD: POD_RADIUS, Kind.SEGMENT: SEGMENT_RADIUS}.get(key.kind, RADIUS)


@dataclass(frozen=True, slots=True)
class Showing:
    """``port`` is the edge of the hovered card the pointer is on. ``shifts`` are how far things are from their place.

    ``is_keyboard`` lets the focus show a ring of its own. ``outlook`` is what an edit would do, while that is shown.
    """

    staging: Staging = AT_REST
    hovered: Key | None = None
    port: Edge | None = None
    selected: frozenset[Key] = frozenset()
    focus: Key | None = None
    is_keyboard: bool = False
    shifts: Mapping[Key, Point] = field(default_factory=dict)
    light: Light = Light()
    port_width: float = PORT
    outlook: "Outlook | None" = None

    @property
    def unmarked(self) -> "Showing":
        """The same without what letting go would do."""
        return replace(self, staging=replace(self.staging, landing=NOWHERE))

    @property
    def lower(self) -> tuple[object, ...]:
        """All of it that shows in the chart itself; when this differs, the chart is painted anew."""
        staging, landing = self.staging, self.staging.landing
        target = (landing.target, landing.on_bench, landing.is_refused, landing.slot if landing.target else None)
        return (staging.carried, staging.takers, landing.parted, target, self.shifts, self.light)
