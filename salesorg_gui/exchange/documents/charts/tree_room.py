"""What of a reporting tree fits a page: how many levels, which neighbours together, how many reports at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.exchange.documents.charts.branches import Room, fitting
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.leaves import evenly
from salesorg_gui.exchange.documents.charts.tree_parts import part_of
from salesorg_gui.exchange.documents.charts.tree_scene import Onward
from salesorg_gui.layout.reporting import Forest, forest_of, solid_lines

FEW = 6
"""A branch of no more seats than this below its manager would leave a page almost empty."""
SMALL = 24
"""Branches of no more seats than this below their managers may share a page."""
MOST_LEVELS = 12
NOBODY: frozenset[SeatId] = frozenset()


@dataclass(frozen=True)
class TreeRoom:
    """What of the reporting tree ``among`` some seats of a chart fits a page.

    ``stops`` are seats whose branch stands on a leaf of somebody else's making; ``mark`` begins the name of each leaf.
    """

    subject: Subject
    room: Room
    among: Collection[SeatId]
    stops: Mapping[SeatId, Onward] = field(default_factory=dict)
    mark: str = ""

    @cached_property
    def forest(self) -> Forest:
        """Who hangs under whom."""
        return forest_of(self.chart, solid_lines(self.chart), self.among)

    @property
    def chart(self) -> Chart:
        """The whole chart."""
        return self.subject.chart

    @cached_property
    def below(self) -> dict[SeatId, int]:
        """How many stand below each seat."""
        counts = dict.fromkeys(self.among, 0)
        for root in self.forest.roots:
            for seat in reversed(self.forest.below(root)):
                manager = self.forest.managers.get(seat)
                if manager is not None:
                    counts[manager] += counts[seat] + 1
        return counts

    def groups(self, roots: Sequence[SeatId]) -> list[list[SeatId]]:
        """Neighbouring small trees that fit one page together."""
        groups: list[list[SeatId]] = []
        for root in roots:
            if groups and self.fits_whole([*groups[-1], root]):
                groups[-1].append(root)
            else:
                groups.append([root])
        return groups

    def runs(self, seats: Sequence[SeatId]) -> list[list[SeatId]]:
        """Neighbours below one manager whose branches are small enough to share a page."""
        runs: list[list[SeatId]] = []
        was_small = False
        for seat in seats:
            is_small = self.below[seat] <= SMALL and self.fits_whole([seat])
            is_next = bool(runs) and self.forest.managers.get(runs[-1][-1]) == self.forest.managers.get(seat)
            if is_small and was_small and is_next:
                runs[-1].append(seat)
            else:
                runs.append([seat])
            was_small = is_small
        return runs

    def packed(self, run: Sequence[SeatId]) -> list[tuple[SeatId, ...]]:
        """A run on as few pages as take it, about equally full."""
        for count in range(1, len(run)):
            parts = evenly(tuple(run), -(-len(run) // count))
            if all(self.fits_whole(part) for part in parts):
                return parts
        return [(seat,) for seat in run]

    def parts(self, top: SeatId, reports: tuple[SeatId, ...]) -> list[tuple[SeatId, ...]]:
        """The reports of a manager in as few equal parts as fit a page each."""
        for count in range(2, len(reports)):
            each = -(-len(reports) // count)
            parts = [reports[start : start + each] for start in range(0, len(reports), each)]
            if all(self._fits_part(top, part) for part in parts):
                return parts
        return [(report,) for report in reports]

    def folded(self, top: SeatId) -> frozenset[SeatId] | None:
        """Who below a manager goes on elsewhere: as few as leaves a page that can be read; nothing if none is."""
        found: frozenset[SeatId] | None = None
        for depth in range(1, MOST_LEVELS):
            level = self._leading_at(top, depth)
            if not self._fits(top, level):
                break
            found = level
            if level <= self.stops.keys():
                break
        if found is None:
            return None
        for seat in sorted(found - self.stops.keys(), key=lambda seat: (self.below[seat], seat)):
            if self.below[seat] > FEW:
                break
            if not self._holds_stop(seat) and self._fits(top, found - {seat}):
                found -= {seat}
        return found

    def fits_whole(self, roots: Sequence[SeatId]) -> bool:
        """Whether branches fit one page with everybody below."""
        folded = self.stops_below(roots)
        return fitting(part_of(self.chart, self.forest, roots, folded), self.room, folded) is not None

    def stops_below(self, roots: Sequence[SeatId]) -> frozenset[SeatId]:
        """Who below goes on elsewhere in any case."""
        if not self.stops:
            return NOBODY
        return frozenset(seat for root in roots for seat in self.forest.below(root) if seat in self.stops)

    def _holds_stop(self, seat: SeatId) -> bool:
        return any(below in self.stops for below in self.forest.below(seat))

    def _leading_at(self, top: SeatId, depth: int) -> frozenset[SeatId]:
        """Those who lead, so many levels below; and whoever goes on elsewhere in any case."""
        level: list[SeatId] = [top]
        stopped: set[SeatId] = set()
        for _step in range(depth):
            level = [report for seat in level for report in self.forest.reports.get(seat, ())]
            stopped.update(seat for seat in level if seat in self.stops)
            level = [seat for seat in level if seat not in self.stops]
        return frozenset({*stopped, *(seat for seat in level if seat in self.forest.reports)})

    def _fits(self, top: SeatId, folded: frozenset[SeatId]) -> bool:
        return fitting(part_of(self.chart, self.forest, [top], folded), self.room, folded) is not None

    def _fits_part(self, top: SeatId, part: Sequence[SeatId]) -> bool:
        folded = frozenset(seat for seat in part if seat in self.forest.reports or seat in self.stops)
        return fitting(part_of(self.chart, self.forest, [top], folded, part), self.room, folded) is not None
