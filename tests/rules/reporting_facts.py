"""Plain facts about the reporting lines of a chart, to hold against what is known of real organisations.

Readings: a root names no manager; a seat whose managers are all missing is an orphan; a seat that reports only to
itself is neither, and stands on level 1 like a root. A circle is a group of two or more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.graphs import Graphs


@dataclass(frozen=True, slots=True)
class ReportingFacts:
    """Seats by what their lines say; ``levels`` counts from 1 at the top and leaves out what only circles lead to."""

    roots: tuple[SeatId, ...]
    orphans: tuple[SeatId, ...]
    self_managers: tuple[SeatId, ...]
    missing_managers: tuple[SeatId, ...]
    circles: tuple[tuple[SeatId, ...], ...]
    with_several_managers: tuple[SeatId, ...]
    levels: Mapping[SeatId, int]
    unreachable: tuple[SeatId, ...]

    @property
    def depth(self) -> int:
        """Levels from the top down; 0 for an empty chart."""
        return max(self.levels.values(), default=0)


def reporting_facts(graphs: Graphs) -> ReportingFacts:
    """The facts of one chart, neighbours without a line included."""
    above, managers = graphs.above, graphs.managers
    seats = tuple(graphs.duties.roles)
    tops = [seat for seat in seats if not managers.get(seat)]
    own = tuple(seat for seat, ends in above.items() if seat in ends)
    bare = [seat for seat in tops if seat not in set(own)]
    levels = _levels(tops, graphs.reports)
    return ReportingFacts(
        roots=tuple(seat for seat in bare if seat not in graphs.loose_lines),
        orphans=tuple(seat for seat in bare if seat in graphs.loose_lines),
        self_managers=own,
        missing_managers=tuple(sorted({line.manager for lines in graphs.loose_lines.values() for line in lines})),
        circles=graphs.reporting_circles,
        with_several_managers=tuple(seat for seat, ends in managers.items() if len(ends) > 1),
        levels=levels,
        unreachable=tuple(seat for seat in seats if seat not in levels),
    )


def _levels(tops: Iterable[SeatId], reports: Mapping[SeatId, Sequence[SeatId]]) -> dict[SeatId, int]:
    levels = dict.fromkeys(tops, 1)
    row = list(levels)
    while row:
        below = dict.fromkeys(report for seat in row for report in reports.get(seat, ()) if report not in levels)
        for report in below:
            levels[report] = levels[row[0]] + 1
        row = list(below)
    return levels
