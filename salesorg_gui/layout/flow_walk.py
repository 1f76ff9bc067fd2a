"""Walks the ways of handoffs through the mazes of lanes, side by side with what runs there already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from salesorg_gui.layout.flow_maze import Crossing, Interval
from salesorg_gui.layout.flow_team import LEFT, RIGHT, Door, Step

APART = 12.0
BESIDE_PILL = 16.0
"""How far a way keeps from the middle of a pill it passes."""
STEP = 4.0
STEPS = 120


@dataclass
class Traffic:
    """What runs in a lane: heights taken in each column, heights at which the pills of each gutter are passed."""

    along: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    passed: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    pills: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def copy(self) -> "Traffic":
        """The same, to add to."""
        twin = Traffic()
        for mine, its in ((self.along, twin.along), (self.passed, twin.passed), (self.pills, twin.pills)):
            its.update({place: list(heights) for place, heights in mine.items()})
        return twin

    def run(self, crossing: Crossing, wanted: float, gutters: Iterable[int], net: int) -> float:
        """The free height nearest to the one wanted along a column, passing the pills of these gutters; it is taken.

        Ways of one net run on each other where they can.
        """
        passed = tuple(gutters)
        common = self.shared.get((crossing.column, crossing.to, net))
        if common is not None and crossing.band[0] <= common <= crossing.band[1]:
            return common
        y = self._free(crossing, wanted, passed)
        self.along[crossing.column].append(y)
        for gutter in passed:
            self.passed[gutter].append(y)
        self.shared[crossing.column, crossing.to, net] = y
        return y

    def _free(self, crossing: Crossing, wanted: float, gutters: tuple[int, ...]) -> float:
        low, high = crossing.band
        near = min(max(wanted, low), high)
        for apart in (APART, APART / 2):
            for y in _around(near, crossing.band):
                if self._is_free(y, crossing.column, gutters, apart):
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

    def cross(self, path: Iterable[Crossing], traffic: Traffic, end: Door | None = None) -> None:
        """Run along columns; the last one leads to the gutter of ``end``, whose pills are not passed without need."""
        crossings = list(path)
        for number, crossing in enumerate(crossings):
            is_right = crossing.to > self.gutter
            is_last = number == len(crossings) - 1
            ends_before = is_last and end is not None and end.side == (RIGHT if is_right else LEFT)
            passed = [] if ends_before else [crossing.to]
            if self.side != (RIGHT if is_right else LEFT):
                passed.append(self.gutter)
            y = traffic.run(crossing, self.y, passed, self.net)
            self.go(y)
            self.gutter = crossing.to
            self.side = (LEFT if ends_before else RIGHT) if is_right else (RIGHT if ends_before else LEFT)

    def go(self, y: float) -> None:
        """Up or down to a height of the lane, here."""
        self.steps.append(Step(self.gutter, self.side, y + self.offset))
        self.y = y

    def enter(self, offset: float) -> None:
        """Go on in another lane, still at the same height of the board."""
        self.y += self.offset - offset
        self.offset = offset
