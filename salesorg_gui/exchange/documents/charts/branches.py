"""Which style of branches makes a reporting tree fit its paper.

What a hand chose, and what the layout chooses by itself, is kept when it fits; else the styles are tried that are
narrower or lower.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import BranchStyle, Seat
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH
from salesorg_gui.layout.reporting import forest_of, solid_lines
from salesorg_gui.layout.tree import arrange_tree

WAYS: tuple[tuple[BranchStyle, int, BranchStyle], ...] = (
    (BranchStyle.WIDE, 0, BranchStyle.AUTO),
    (BranchStyle.WIDE, 0, BranchStyle.HANG_RIGHT),
    *((BranchStyle.COLUMNS, columns, BranchStyle.AUTO) for columns in range(2, 9)),
    *((BranchStyle.COLUMNS, columns, BranchStyle.HANG_RIGHT) for columns in range(2, 7)),
    (BranchStyle.HANG_RIGHT, 0, BranchStyle.HANG_RIGHT),
)
"""How the reports of the top seat stand, in how many columns, and how those of everybody below do."""
MOST_TRIED = 400
"""Larger charts fit no paper whatever the style; each try would take long."""
TIGHT = 0.97
"""Lines that go round cards need a little room too."""
NOBODY: frozenset[SeatId] = frozenset()


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page holds, in px."""

    width: float
    height: float

    def scale(self, bounds: Rect) -> float:
        """How much larger a drawing could be and still fit."""
        if not (bounds.width and bounds.height):
            return 1.0
        return min(self.width / bounds.width, self.height / bounds.height) * TIGHT


def fitting(chart: Chart, room: Room, folded: frozenset[SeatId] = NOBODY) -> Layout | None:
    """The reporting view as it is if that fits; else in the style that leaves it largest; nothing if none fits."""
    shown = len(chart.seats)
    if shown * CARD_WIDTH * CARD_HEIGHT > room.width * room.height and not folded:
        return None
    usual = arrange_tree(chart, None, folded)
    if room.scale(usual.bounds) >= 1:
        return usual
    best = largest(chart, room, folded)
    return best if room.scale(best.bounds) >= 1 else None


def largest(chart: Chart, room: Room, folded: frozenset[SeatId] = NOBODY) -> Layout:
    """The reporting view in the style in which it can be drawn largest; the usual one among equals."""
    usual = arrange_tree(chart, None, folded)
    if len(chart.seats) > MOST_TRIED:
        return usual
    tries = [usual, *(arrange_tree(styled, None, folded) for styled in _styled(chart))]
    return max(tries, key=lambda layout: room.scale(layout.bounds))


def _styled(chart: Chart) -> Iterator[Chart]:
    forest = forest_of(chart, solid_lines(chart), chart.seats)
    tops = {root for root in forest.roots if root in forest.reports}
    leading = [chart.seats[seat] for seat in forest.reports]
    for style, columns, below in WAYS:
        yield chart.with_records(
            [
                _with(seat, style, columns) if seat.id in tops else _with(seat, below, 0)
                for seat in leading
                if seat.id in tops or below is not BranchStyle.AUTO
            ]
        )


def _with(seat: Seat, style: BranchStyle, columns: int) -> Seat:
    return replace(seat, branch=style, columns=columns)
