"""Lines to which a frame that is placed by hand aligns: edges and centres of the frames around it."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.layout.geometry import Point, Rect

REACH = 6.0
"""Within so many px of the screen a frame snaps to a guide."""
OVERHANG = 12.0
"""How far a guide goes on beyond the two it aligns."""

type Guide = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Aligned:
    """How far to go for being aligned, ``None`` along a way where nothing is near, and the lines that show it."""

    dx: float | None
    dy: float | None
    guides: tuple[Guide, ...]


def aligned(rect: Rect, others: Iterable[Rect], reach: float) -> Aligned:
    """The nearest alignment across and down."""
    across: tuple[float, Rect] | None = None
    down: tuple[float, Rect] | None = None
    for other in others:
        across = _nearer(across, _marks(rect.x, rect.width), _marks(other.x, other.width), other, reach)
        down = _nearer(down, _marks(rect.y, rect.height), _marks(other.y, other.height), other, reach)
    dx, dy = (found[0] if found is not None else None for found in (across, down))
    there = rect.moved(dx or 0.0, dy or 0.0)
    guides: list[Guide] = []
    if across is not None:
        guides += _upright(there, across[1])
    if down is not None:
        guides += _level(there, down[1])
    return Aligned(dx, dy, tuple(guides))


def _marks(start: float, length: float) -> tuple[float, float, float]:
    return start, start + length / 2, start + length


def _nearer(
    best: tuple[float, Rect] | None,
    own: tuple[float, float, float],
    others: tuple[float, float, float],
    other: Rect,
    reach: float,
) -> tuple[float, Rect] | None:
    """The smaller step: an edge to an edge, a centre to a centre."""
    pairs = [(own[0], others[0]), (own[0], others[2]), (own[1], others[1]), (own[2], others[0]), (own[2], others[2])]
    step = min((there - here for here, there in pairs), key=abs)
    limit = reach if best is None else abs(best[0])
    return (step, other) if abs(step) <= limit and (best is None or abs(step) < limit) else best


def _upright(rect: Rect, other: Rect) -> list[Guide]:
    top, bottom = min(rect.y, other.y) - OVERHANG, max(rect.bottom, other.bottom) + OVERHANG
    shared = _shared(_marks(rect.x, rect.width), _marks(other.x, other.width))
    return [(Point(x, top), Point(x, bottom)) for x in shared]


def _level(rect: Rect, other: Rect) -> list[Guide]:
    left, right = min(rect.x, other.x) - OVERHANG, max(rect.right, other.right) + OVERHANG
    shared = _shared(_marks(rect.y, rect.height), _marks(other.y, other.height))
    return [(Point(left, y), Point(right, y)) for y in shared]


def _shared(own: Iterable[float], others: tuple[float, ...]) -> list[float]:
    """Where the two meet now."""
    return [mark for mark in own if any(abs(mark - other) < 1e-6 for other in others)]
