"""The trees of the reporting view as they grew, so that the next ones need only grow anew what an edit touched."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import BranchStyle
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.places import Places
from salesorg_gui.layout.reporting import Forest, Solid
from salesorg_gui.layout.styles import WIDE_LEVELS, Below, block_of, folded_block, list_of_cards


@dataclass(frozen=True)
class Grown:
    """What one layout leaves to the next: who stands below whom, and the branches of all who lead in their places."""

    chart: Chart
    solid: Solid
    forest: Forest
    folded: frozenset[SeatId]
    places: Places

    @property
    def blocks(self) -> Mapping[SeatId, Block]:
        """The branches of all who lead and are shown."""
        return self.places.blocks


@dataclass
class Growth:
    """Branches being grown, from the ones that lead nobody who leads up to the roots."""

    chart: Chart
    solid: Solid
    forest: Forest
    folded: Collection[SeatId]
    blocks: dict[SeatId, Block] = field(default_factory=dict)
    made: list[Block] = field(default_factory=list)

    def grow(self, wanted: Iterable[tuple[SeatId, int]]) -> None:
        """Grow the branches of these seats, given with their depth, and whatever below them is missing or too old."""
        reports = self.forest.reports
        order = [(seat, depth) for seat, depth in wanted if seat in reports]
        known = {seat for seat, _depth in order}
        for seat, depth in order:
            if seat not in self.folded and not reports.keys().isdisjoint(reports[seat]):
                below = [(report, depth + 1) for report in self._missing(seat, depth + 1) if report not in known]
                known.update(report for report, _depth in below)
                order += below
        order.sort(key=itemgetter(1), reverse=True)
        for seat, depth in order:
            block = self._block(seat, depth)
            self.blocks[seat] = block
            self.made.append(block)

    def _missing(self, seat: SeatId, depth: int) -> Iterator[SeatId]:
        """Reports that lead but have no branch yet, or one of another depth."""
        level = min(depth, WIDE_LEVELS)
        reports, blocks = self.forest.reports, self.blocks
        for report in reports[seat]:
            if report in reports and (report not in blocks or blocks[report].depth != level):
                yield report

    def _block(self, seat: SeatId, depth: int) -> Block:
        if seat in self.folded:
            return folded_block(seat, len(self.forest.below(seat)) - 1, depth)
        leading, record = self.forest.reports, self.chart.seats[seat]
        reports, assistants = leading[seat], self.solid.assistants
        if not assistants and record.branch is BranchStyle.AUTO and leading.keys().isdisjoint(reports):
            return list_of_cards(seat, reports, depth)  # as are nine of ten
        helping: tuple[SeatId, ...] = ()
        if assistants:
            helping = tuple(report for report in reports if (report, seat) in assistants)
            if helping:
                reports = tuple(report for report in reports if (report, seat) not in assistants)
        branches = {report: self.blocks[report] for report in (*reports, *helping) if report in leading}
        return block_of(record, Below(reports, branches, helping, self.blocks.get(seat)), depth)
