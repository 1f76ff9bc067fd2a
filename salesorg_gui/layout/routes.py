"""The way of a wire: orthogonal, round frames where it can, always ending on the edge of a card or frame.

Pure functions of where the ends stand, so that a wire is found again only when one of its ends moved.
"""

from enum import StrEnum

from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import HANG_FIRST_GAP, HANG_INDENT, HANG_SPINE, LEVEL_GAP, POD_HEADER
from salesorg_gui.values import dataclass

type Route = tuple[Point, ...]

SPINE = HANG_INDENT - HANG_SPINE
SIDE_SPINE = 12.0
CHANNEL = 8.0
NEIGHBOURS = 96.0
PORT_IN, PORT_OUT = 0.36, 0.64
BACK_IN, BACK_OUT = 0.16, 0.84
"""Heights on a card: what goes on and what comes back do not share a port."""
ASIDE = 20.0
"""How far from a manager's middle a line arrives that is not its bus."""


class Side(StrEnum):
    """The side of a card a wire leaves from or arrives at."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a wire: the card, the innermost frame around it (or the card again), and the height on the card."""

    card: Rect
    frame: Rect
    height: float = 0.5

    @property
    def is_framed(self) -> bool:
        """Whether the card stands in a pod: above that, a strip is free of text."""
        return self.frame != self.card

    def port(self, side: Side) -> Point:
        """Where the wire touches the card."""
        x = self.card.x if side is Side.LEFT else self.card.right
        return Point(x, self.card.y + self.card.height * self.height)

    def channel(self, side: Side, lane: float) -> float:
        """The x of the free strip beside the card: the pod's padding, or just outside a card that stands alone."""
        return self.card.x - CHANNEL - lane if side is Side.LEFT else self.card.right + CHANNEL + lane

    def above(self, lane: float) -> float:
        """The y of the free strip above the frame, below the text of a header around it."""
        return self.frame.y - CHANNEL + 2.0 - lane * 0.8


def hooked(report: Rect, manager: Rect, hook: Hook, spine_away: float | None = None) -> Route:
    """The wire of a card that stands where its manager's tree put it, from the manager down.

    ``spine_away`` is how far from the card its spine runs, where that is not next to it.
    """
    middle = Point(manager.centre.x, manager.bottom)
    bus = manager.bottom + LEVEL_GAP / 2
    if hook is Hook.HANG_LEFT:
        return _hung_left(report, manager, SPINE if spine_away is None else spine_away)
    if spine_away is None:
        spine_away = SIDE_SPINE if hook is Hook.SIDE else SPINE
    spine = report.x - spine_away
    into = (Point(spine, report.centre.y), Point(report.x, report.centre.y))
    match hook:
        case Hook.BUS:
            return clean(middle, Point(middle.x, bus), Point(report.centre.x, bus), Point(report.centre.x, report.y))
        case Hook.RIB:
            rib = report.y - LEVEL_GAP / 2
            return clean(middle, Point(middle.x, rib), Point(report.centre.x, rib), Point(report.centre.x, report.y))
        case Hook.HANG:
            first = manager.x + HANG_SPINE
            fork = manager.bottom + HANG_FIRST_GAP / 2
            return clean(Point(first, manager.bottom), Point(first, fork), Point(spine, fork), *into)
        case Hook.STACK:
            return clean(middle, Point(middle.x, bus), Point(spine, bus), *into)
        case Hook.SIDE:
            right = Point(manager.right, manager.centre.y)
            return clean(right, Point(spine, right.y), *into)


def _hung_left(report: Rect, manager: Rect, spine_away: float) -> Route:
    """From the manager's right part down, and into the card from its right."""
    spine = report.right + spine_away
    first = manager.right - HANG_SPINE
    fork = manager.bottom + HANG_FIRST_GAP / 2
    into = (Point(spine, report.centre.y), Point(report.right, report.centre.y))
    return clean(Point(first, manager.bottom), Point(first, fork), Point(spine, fork), *into)


def is_above(leader: Rect, frame: Rect) -> bool:
    """Whether a leader stands high enough for a way onto the top edge of a frame."""
    return leader.bottom + LEVEL_GAP / 2 <= frame.y


def onto_frame(leader: Rect, frame: Rect, *, is_crown: bool) -> Route:
    """From a leader to the top edge of the frame it leads; empty when the leader does not stand above it."""
    if not is_above(leader, frame):
        return ()
    start = Point(leader.centre.x, leader.bottom)
    x = start.x if is_crown and frame.x <= start.x <= frame.right else frame.centre.x
    bus = frame.y - LEVEL_GAP / 2
    return clean(start, Point(start.x, bus), Point(x, bus), Point(x, frame.y))


def beside(one: End, other: End, side: Side, lane: float = 0.0) -> Route:
    """Between two cards above each other, through the strip at one side of both."""
    start, end = one.port(side), other.port(side)
    x = min(start.x, end.x) - CHANNEL - lane if side is Side.LEFT else max(start.x, end.x) + CHANNEL + lane
    return clean(start, Point(x, start.y), Point(x, end.y), end)


def in_pod(manager: End, report: End) -> Route:
    """Between two members of one pod: down the padding at the left, or over the columns when they stand in two."""
    if abs(manager.card.x - report.card.x) < 1:
        return beside(manager, report, Side.LEFT)
    start, end = manager.port(Side.LEFT), report.port(Side.LEFT)
    out, into = manager.channel(Side.LEFT, 0.0), report.channel(Side.LEFT, 0.0)
    top = manager.frame.y + POD_HEADER - CHANNEL / 2
    return clean(start, Point(out, start.y), Point(out, top), Point(into, top), Point(into, end.y), end)


def across(report: End, manager: End, step: float, rise: float) -> Route:
    """A line between cards that no tree holds together: out at the report's left, into the manager from below.

    ``step`` is how far left it leaves, ``rise`` how far below the manager it crosses.
    """
    start = report.port(Side.LEFT)
    out = report.frame.x - step
    end = Point(manager.card.centre.x + ASIDE, manager.card.bottom)
    return clean(start, Point(out, start.y), Point(out, end.y + rise), Point(end.x, end.y + rise), end)


def between(one: End, other: End, lane: float = 0.0) -> Route:
    """Between any two cards: straight across the gap when they are neighbours, else over the tops of their frames."""
    if abs(one.card.x - other.card.x) < 1 and one.frame == other.frame:
        return beside(one, other, Side.RIGHT, lane)
    ahead = other.card.x >= one.card.x
    away, facing = (Side.RIGHT, Side.LEFT) if ahead else (Side.LEFT, Side.RIGHT)
    distance = other.card.x - one.card.right if ahead else one.card.x - other.card.right
    if distance < 2 * CHANNEL:
        facing = away
    start, end = one.port(away), other.port(facing)
    out, into = one.channel(away, lane), other.channel(facing, lane)
    if 2 * CHANNEL <= distance <= NEIGHBOURS:
        return clean(start, Point(out, start.y), Point(out, end.y), end)
    top = (one if one.is_framed else other).above(lane)
    if one.frame == other.frame:
        top = one.frame.y + POD_HEADER - CHANNEL / 2
    return clean(start, Point(out, start.y), Point(out, top), Point(into, top), Point(into, end.y), end)


def clean(*points: Point) -> Route:
    """The points without those that repeat or lie on a straight run."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(kept[-1], point):
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _same(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 0.01 and abs(one.y - other.y) < 0.01


def _straight(one: Point, two: Point, three: Point) -> bool:
    return abs(one.x - two.x) + abs(two.x - three.x) < 0.01 or abs(one.y - two.y) + abs(two.y - three.y) < 0.01
