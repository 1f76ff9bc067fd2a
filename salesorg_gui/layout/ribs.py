"""A very wide tree, folded: the branches of a manager in rows at both sides of a trunk, as the ribs of a fish.

A tree of hundreds is many times wider than high and can be read nowhere as a whole; folded, it is about as wide as a
screen.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import sqrt

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.branches import Branch, stack
from salesorg_gui.layout.lengths import BRANCH_GAP, CARD_WIDTH, FRAME_GAP, HANG_INDENT, LEVEL, LEVEL_GAP
from salesorg_gui.layout.tidy import arrange, parents_first

RIBS_FROM = 3600.0
"""Branches side by side that are wider than this are folded."""
ASPECT = 1.4
"""Of a screen's width to its height, a little less than usual: panels stand at both sides."""
MOST_TRUNKS = 64


def baked(branch: Branch) -> Branch:
    """The branch with everything below it as one box that keeps its shape."""
    if not branch.children:
        return branch
    arrange(branch)
    nodes = [node for node in parents_first(branch) if isinstance(node, Branch)]
    cards = [(seat, node.x + x, node.y + y) for node in nodes for seat, x, y in node.cards]
    frames = [(key, node.x + x, node.y + y) for node in nodes for key, x, y in node.frames]
    size = (max(node.x + node.width for node in nodes), max(node.y + node.height for node in nodes))
    return Branch(size, cards, branch.x + branch.anchor, frames, is_rigid=True)


def is_too_wide(branches: Sequence[Branch]) -> bool:
    """Whether branches side by side had better be folded."""
    return len(branches) > 2 and sum(branch.span + BRANCH_GAP for branch in branches) > RIBS_FROM


def ribbed(manager: SeatId, rows: Sequence[Sequence[Branch]], staff: Sequence[SeatId]) -> Branch:
    """A manager over rows of rigid branches, with single reports at the right of the first row."""
    cards = [(manager, -CARD_WIDTH / 2, 0.0)]
    frames = []
    y, bottom, right, left = LEVEL, LEVEL, CARD_WIDTH / 2, -CARD_WIDTH / 2
    for row, lefts in zip(rows, lefts_of([[branch.width for branch in row] for row in rows]), strict=True):
        for branch, x in zip(row, lefts, strict=True):
            cards += [(seat, x + dx, y + dy) for seat, dx, dy in branch.cards]
            frames += [(key, x + dx, y + dy) for key, dx, dy in branch.frames]
            left, right = min(left, x), max(right, x + branch.width)
            bottom = max(bottom, y + branch.height)
        y = bottom + LEVEL_GAP
    if staff:
        beside = stack(staff)
        x = right + FRAME_GAP - HANG_INDENT
        cards += [(seat, x + dx, LEVEL + dy) for seat, dx, dy in beside.cards]
        right, bottom = x + beside.width, max(bottom, LEVEL + beside.height)
    moved_cards = [(seat, x - left, dy) for seat, x, dy in cards]
    moved_frames = [(key, x - left, dy) for key, x, dy in frames]
    return Branch((right - left, bottom), moved_cards, -left, moved_frames, is_rigid=True)


def lefts_of(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """Where the branches of each row begin, given their widths: some end at the trunk at x 0, the others begin there.

    The trunk parts the rows so that the whole is as narrow as can be, and then as even.
    """
    starts = [list(accumulate((width + BRANCH_GAP for width in row), initial=0.0)) for row in rows]
    found = sorted({start for row in starts for start in row})
    options = found[:: max(1, len(found) // MOST_TRUNKS)]
    _cost, parts = min(_parted(starts, option) for option in options)
    return [[start - part + BRANCH_GAP / 2 for start in row[:-1]] for row, part in zip(starts, parts, strict=True)]


def _parted(rows: Sequence[Sequence[float]], left: float) -> tuple[float, list[float]]:
    """How wide and uneven the rows become with no more than ``left`` before the trunk, and how much each has there."""
    parts = [row[bisect_right(row, left) - 1] for row in rows]
    right = max(row[-1] - part for row, part in zip(rows, parts, strict=True))
    return left + right + abs(left - right) * 0.2, parts


class Folds:
    """The ways to fold branches of these widths. Each is found when asked for and kept: few edits change a width."""

    def __init__(self, widths: Sequence[float]) -> None:
        self.widths = tuple(widths)
        self._length = sum(width + BRANCH_GAP for width in widths)
        self._rows: dict[int, tuple[list[range], float]] = {}
        self._lefts: dict[int, list[list[float]]] = {}

    def best(self, heights: Sequence[float]) -> int:
        """In about how many rows the whole fits a screen at the largest zoom."""
        likely = round(sqrt(self._length / ASPECT / (max(heights) + LEVEL_GAP)))
        options = {min(max(1, count), len(heights)) for count in range(likely - 2, 2 * likely + 4)}
        return min(sorted(options), key=lambda count: self._cost(count, heights))

    def rows(self, count: int) -> list[range]:
        """The numbers of the branches in each of about so many rows of about one length."""
        return self._folded(count)[0]

    def lefts(self, count: int) -> list[list[float]]:
        """Where the branches begin in each of these rows."""
        if count not in self._lefts:
            self._lefts[count] = lefts_of([self.widths[row.start : row.stop] for row in self.rows(count)])
        return self._lefts[count]

    def _folded(self, count: int) -> tuple[list[range], float]:
        """The rows, and how long the longest is."""
        if count not in self._rows:
            self._rows[count] = _folded(self.widths, self._length / count * 1.04)
        return self._rows[count]

    def _cost(self, count: int, heights: Sequence[float]) -> float:
        rows, widest = self._folded(count)
        height = sum(max(heights[row.start : row.stop]) + LEVEL_GAP for row in rows)
        return max(widest / ASPECT, height)


def _folded(widths: Sequence[float], limit: float) -> tuple[list[range], float]:
    """The branches, in order, in rows about as long as the limit, and how long the longest is."""
    rows: list[range] = []
    start, widest, filled = 0, 0.0, 0.0
    for n, width in enumerate(widths):
        if n > start and filled + width / 2 > limit:
            rows.append(range(start, n))
            start, filled = n, 0.0
        filled += width + BRANCH_GAP
        widest = max(widest, filled)
    return [*rows, range(start, len(widths))], widest


def in_rows(branches: Sequence[Branch]) -> list[list[Branch]]:
    """The branches in the rows they are best folded into."""
    folds = Folds([branch.width for branch in branches])
    rows = folds.rows(folds.best([branch.height for branch in branches]))
    return [[branches[n] for n in row] for row in rows]
