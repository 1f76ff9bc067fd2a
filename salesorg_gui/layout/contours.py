"""How far branches reach to both sides, step by step from their top, and how near to each other they can stand.

A contour is a chain of steps: how high the step is, how far its edge lies from that of the step above (the first one
from the branch's own left edge), and the steps below it. Chains are never changed, so branches share their ends: a
branch that moves as a whole takes all its steps along for the price of its first.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add
from typing import Protocol

from salesorg_gui.layout.lengths import BRANCH_GAP, LEVEL_GAP

type Steps = tuple[float, float, Steps | None]
type Reach = tuple[Steps, Steps, float, float, float, float]
"""The room a branch takes, from the top left corner of its own box: its contours at the left and at the right, how
deep they go, below which it is out of the way, and the box around all of it: left edge, right edge, bottom."""
type Push = tuple[int, int, float]
"""Who holds off whom, both by their number, and by how much more than those between them do."""


class Standing(Protocol):
    """What stands among its brothers and sisters: a box with a reach."""

    @property
    def children(self) -> Sequence[object]:
        """What stands below it: two neighbours with nothing below keep only their clearance."""
        ...

    @property
    def clearance(self) -> float:
        """How far single neighbours stay away."""
        ...

    @property
    def width(self) -> float:
        """The width of the box."""
        ...

    @property
    def height(self) -> float:
        """The height of the box."""
        ...

    @property
    def reach(self) -> Reach:
        """The room it takes with everything below."""
        ...


def single(width: float, height: float) -> Reach:
    """The reach of a box with nothing below."""
    low = height + LEVEL_GAP
    return (low, 0.0, None), (low, width, None), low, 0.0, width, height


def under(width: float, drop: float, row: Reach, shift: float) -> Reach:
    """The reach of a box above a row that stands ``drop`` below its top and ``shift`` from its left edge."""
    (step, edge, below), (right_step, right_edge, right_below), low, least, most, bottom = row
    least += shift
    most += shift
    return (
        (drop, 0.0, (step, shift + edge, below)),
        (drop, width, (right_step, shift + right_edge - width, right_below)),
        drop + low,
        min(0.0, least),
        max(width, most),
        drop + bottom,
    )


def singles(boxes: Sequence[Standing]) -> tuple[list[float], Reach]:
    """Stand boxes with nothing below next to each other; most rows of a company are such."""
    widths = [box.width for box in boxes]
    heights = [box.height for box in boxes]
    clearances = [box.clearance for box in boxes]
    gap = clearances[0]
    if clearances.count(gap) == len(clearances):
        lefts = [0.0, *accumulate([width + gap for width in widths])]
    else:
        lefts = [0.0, *accumulate(map(add, widths, (*map(max, clearances, clearances[1:]), gap)))]
    del lefts[-1]
    right = lefts[-1] + widths[-1]
    deepest = max(heights)
    low = deepest + LEVEL_GAP
    outer: Steps = (low, 0.0, None) if heights[0] == deepest else _staircase(heights, lefts)
    inner: Steps = (low, right, None)
    if heights[-1] != deepest:
        inner = _staircase(heights[::-1], list(map(add, lefts, widths))[::-1])
    return lefts, (outer, inner, low, 0.0, right, deepest)


def _staircase(heights: Sequence[float], edges: Sequence[float]) -> Steps:
    """A contour of the edges that are seen from outside: of those deeper than all before them."""
    low = 0.0
    seen: list[tuple[float, float]] = []
    for height, edge in zip(heights, edges, strict=True):
        if height > low:
            seen.append((height, edge))
            low = height
    built: Steps | None = None
    for n in range(len(seen) - 1, 0, -1):
        (above, before), (height, edge) = seen[n - 1], seen[n]
        built = (height - above, edge - before, built)
    return seen[0][0] + LEVEL_GAP, seen[0][1], built


def side_by_side(branches: Sequence[Standing]) -> tuple[list[float], Reach]:
    """Stand branches next to each other in their order, each as near to those before as their contours allow.

    Where one is held off by a branch further away than its neighbour, those in between share the space that opens. The
    answer is where their boxes begin, the first at 0, and the reach of all together.
    """
    before = branches[0]
    whole = before.reach
    lefts = [0.0]
    lowest = [(whole[2], 0)]
    pushes: list[Push] = []
    for index in range(1, len(branches)):
        child = branches[index]
        gap = BRANCH_GAP
        if not (child.children or before.children):
            gap = max(child.clearance, before.clearance)
        reach = child.reach
        left, held, here, there = _apart(whole[1], reach[0], gap)
        if held and index > 1:
            pushes += [(_holder(lowest, y, index - 1), index, by) for y, by in held]
        whole = _together(whole, reach, left, here, there)
        lefts.append(left)
        low = reach[2]
        while lowest and low >= lowest[-1][0]:
            lowest.pop()
        lowest.append((low, index))
        before = child
    return (_shared(lefts, pushes) if pushes else lefts), whole


def _apart(right: Steps, left: Steps, gap: float) -> tuple[float, list[tuple[float, float]], Steps, Steps]:
    """How far a branch stands from where the others begin, given their right contour and its left one.

    Walks down both at once. Told are also how deep down it was pushed how far, and at which steps the walk ended: how
    deep those go, where their edges lie, and what follows.
    """
    y, at, below = right
    child_y, child_at, child_below = left
    apart = at + gap - child_at
    held: list[tuple[float, float]] = []
    while True:
        lower = y - child_y
        if (lower <= 0 and below is None) or (lower >= 0 and child_below is None):
            break
        if lower <= 0 and below is not None:
            step, shift, below = below
            y += step
            at += shift
        if lower >= 0 and child_below is not None:
            step, shift, child_below = child_below
            child_y += step
            child_at += shift
        needed = at + BRANCH_GAP - child_at
        if needed > apart:
            held.append((y, needed - apart))
            apart = needed
    return apart, held, (y, at, below), (child_y, child_at + apart, child_below)


def _together(whole: Reach, child: Reach, left: float, here: Steps, there: Steps) -> Reach:
    """The reach of a branch at ``left`` and all before it; ``here`` and ``there`` are what the walk ended at."""
    outer, _inner, low, least, most, bottom = whole
    _left, (step, edge, below), child_low, child_least, child_most, child_bottom = child
    inner: Steps = (step, left + edge, below)
    if low > child_low:
        inner = _continued(inner, child_low, here)
    elif child_low > low:
        outer = _continued(outer, low, there)
        low = child_low
    child_least += left
    child_most += left
    return (
        outer,
        inner,
        low,
        min(least, child_least),
        max(most, child_most),
        max(bottom, child_bottom),
    )


def _continued(steps: Steps, low: float, rest: Steps) -> Steps:
    """The steps, and below ``low`` those of another contour from where ``rest`` stands on."""
    copied: list[Steps] = []
    at = 0.0
    following: Steps | None = steps
    while following is not None:
        copied.append(following)
        at += following[1]
        following = following[2]
    y, edge, below = rest
    built: Steps | None = None
    if y > low:
        built = (y - low, edge - at, below)
    elif below is not None:
        built = (below[0], edge + below[1] - at, below[2])
    for step, shift, _below in reversed(copied):
        built = (step, shift, built)
    return built or steps


def _holder(lowest: Sequence[tuple[float, int]], y: float, last: int) -> int:
    """The last sibling whose branch reaches down to ``y``."""
    return next((index for low, index in reversed(lowest) if low >= y), min(lowest[0][1], last))


def _shared(lefts: list[float], pushes: Iterable[Push]) -> list[float]:
    """The places with the space of each push shared among the siblings between who holds and who was pushed.

    Those in between end higher up than both, so nobody ever looks past them at what stands outside.
    """
    steps = [0.0] * (len(lefts) + 1)
    for holder, pushed, by in pushes:
        if holder < pushed - 1:
            share = by / (pushed - holder)
            for index in range(holder + 1, pushed):
                steps[index] += share * (index - holder)
    return [left + step for left, step in zip(lefts, steps, strict=False)]
