"""Walks the ways of handoffs through the mazes of lanes, side by side with what runs there already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from salesorg_gui.layout.flow_maze import ENDLESS, Crossing, Interval, clamped
from salesorg_gui.layout.flow_team import LEFT, RIGHT, Door, Step

APART = 12.0
BESIDE_PILL = 16.0
"""How far a way keeps from the middle of a pill it passes."""
STEP = 4.0
STEPS = 120


@dataclass
class Traffic:
    """What runs in a lane: heights taken in each column, heights at which the pills of each gutter are passed.

    Nothing runs below the ``floor``.
    """

    along: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    passed: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    pills: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[tuple[int, int, int], float] = field(default_factory=dict)
    floor: float = ENDLESS

    def above(self, floor: float) -> "Traffic":
        """The same, to add to, with a floor."""
        twin = Traffic(floor=floor)
        for mine, its in ((self.along, twin.along), (self.passed, twin.passed), (self.pills, twin.pills)):
            its.update({place: list(heights) for place, heights in mine.items()})
        return twin

    def run(self, crossing: Crossing, here: float, goal: float, gutters: Iterable[int], net: int) -> float:
        """The free height along a column that is least out of the way from here to the goal; it is taken from now on.

        ``gutters`` are those whose pills are passed. Ways of one net run on each other where they can.
        """
        passed = tuple(gutters)
        common = self.shared.get((crossing.column, crossing.to, net))
        if common is not None and any(band[0] <= common <= band[1] for band in crossing.bands):
            return common
        heights = {
            self._free(crossing.column, band, wanted, passed) for band in crossing.bands for wanted in (here, goal)
        }
        y = min(heights, key=lambda y: (abs(y - here) + abs(y - goal), abs(y - here), y))
        self.along[crossing.column].append(y)
        for gutter in passed:
            self.passed[gutter].append(y)
        self.shared[crossing.column, crossing.to, net] = y
        return y

    def passing(self, gutter: int, y: float) -> float:
        """The height nearest to ``y`` at which the pills of a gutter can be passed."""
        pills = self.pills[gutter]
        if all(abs(y - other) >= BESIDE_PILL for other in pills):
            return y
        beside = [other + way for other in pills for way in (BESIDE_PILL, -BESIDE_PILL)]
        free = [one for one in beside if all(abs(one - other) >= BESIDE_PILL for other in pills)]
        return min(free, key=lambda one: (abs(one - y), one), default=y)

    def _free(self, column: int, band: Interval, wanted: float, gutters: tuple[int, ...]) -> float:
        band = band[0], max(min(band[1], self.floor), band[0])
        near = clamped(wanted, band)
        for apart in (APART, APART / 2):
            for y in _around(near, band):
                if self._is_free(y, column, gutters, apart):
                    return y
        return near

    def _is_free(self, y: float, column: int, gutters: tuple[int, ...], apart: float) -> bool:
        if any(abs(y - other) < apart for other in self.along[column]):
            return False
        for gutter in gutters:
            if any(abs(y - other) < BESIDE_PILL for other in self.pills[gutter]):
                return False
            if any(abs(y - other) < apart for other in self.passed[gutter]):
                return False
        return True


def _around(near: float, band: Interval) -> Iterable[float]:
    """Heights in a band, nearer ones first."""
    yield near
    for n in range(1, STEPS):
        for y in (near + n * STEP, near - n * STEP):
            if band[0] <= y <= band[1]:
                yield y


@dataclass
class Walk:
    """A way on its course: in which gutter it is, on which side of its pills, at which height of which lane.

    ``offset`` is the upper edge of that lane: heights of steps count from where the walk began. Walks of one ``net``
    may share their way.
    """

    gutter: int
    side: int
    y: float
    net: int
    offset: float = 0.0
    steps: list[Step] = field(default_factory=list)

    def cross(self, path: Iterable[Crossing], traffic: Traffic, goal: float, end: Door | None = None) -> None:
        """Run along columns towards a height; the last one leads to the gutter of ``end``, if that is in this lane.

        The pills of that gutter are not passed without need.
        """
        crossings = list(path)
        for number, crossing in enumerate(crossings):
            is_right = crossing.to > self.gutter
            is_last = number == len(crossings) - 1
            ends_before = is_last and end is not None and end.side == (RIGHT if is_right else LEFT)
            passed = [] if ends_before else [crossing.to]
            if self.side != (RIGHT if is_right else LEFT):
                passed.append(self.gutter)
            y = traffic.run(crossing, self.y, goal, passed, self.net)
            self.go(y)
            self.gutter = crossing.to
            self.side = (LEFT if ends_before else RIGHT) if is_right else (RIGHT if ends_before else LEFT)

    def arrive(self, door: Door, traffic: Traffic) -> None:
        """Up or down to a door; on the far side of pills, these are passed where none is in the way."""
        if self.side == door.side:
            y = traffic.passing(self.gutter, door.y)
            if y != door.y:
                self.go(y)
                self.side = LEFT if self.side == RIGHT else RIGHT
        self.go(door.y)

    def go(self, y: float) -> None:
        """Up or down to a height of the lane, here."""
        self.steps.append(Step(self.gutter, self.side, y + self.offset))
        self.y = y

    def enter(self, offset: float, y: float) -> None:
        """Go on in another lane, from the edge at which it is reached."""
        self.offset, self.y = offset, y
