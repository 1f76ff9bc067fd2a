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
        reports, folded = self.forest.reports, self.folded
        order = [(seat, depth) for seat, depth in wanted if seat in reports]
        known = {seat for seat, _depth in order}
        deep: list[tuple[SeatId, int]] = []
        for seat, depth in order:
            if seat in folded:
                self._put(folded_block(seat, len(self.forest.below(seat)) - 1, depth))
            elif reports.keys().isdisjoint(reports[seat]):
                self._put(self._flat(seat, depth))
            else:
                deep.append((seat, depth))
                below = [(report, depth + 1) for report in self._missing(seat, depth + 1) if report not in known]
                known.update([report for report, _depth in below])
                order += below
        for seat, depth in sorted(deep, key=itemgetter(1), reverse=True):
            leading = {report: self.blocks[report] for report in reports[seat] if report in reports}
            self._put(self._block(seat, leading, depth))

    def _put(self, block: Block) -> None:
        self.blocks[block.seat] = block
        self.made.append(block)

    def _missing(self, seat: SeatId, depth: int) -> Iterator[SeatId]:
        """Reports that lead but have no branch yet, or one of another depth."""
        level = min(depth, WIDE_LEVELS)
        reports, blocks = self.forest.reports, self.blocks
        for report in reports[seat]:
            if report in reports and (report not in blocks or blocks[report].depth != level):
                yield report

    def _flat(self, seat: SeatId, depth: int) -> Block:
        """The branch of one of whose reports nobody leads."""
        is_plain = not self.solid.assistants and self.chart.seats[seat].branch is BranchStyle.AUTO
        return list_of_cards(seat, self.forest.reports[seat], depth) if is_plain else self._block(seat, {}, depth)

    def _block(self, seat: SeatId, leading: Mapping[SeatId, Block], depth: int) -> Block:
        reports, assistants = self.forest.reports[seat], self.solid.assistants
        helping: tuple[SeatId, ...] = ()
        if assistants:
            helping = tuple(report for report in reports if (report, seat) in assistants)
            if helping:
                reports = tuple(report for report in reports if (report, seat) not in assistants)
        return block_of(self.chart.seats[seat], Below(reports, leading, helping, self.blocks.get(seat)), depth)
