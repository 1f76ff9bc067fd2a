"""Parts of a chart for pages of its reporting tree: some branches, down to where they go on elsewhere."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Line
from salesorg_gui.layout.reporting import Forest


def part_of(
    chart: Chart, forest: Forest, roots: Sequence[SeatId], folded: frozenset[SeatId], reports: Sequence[SeatId] = ()
) -> Chart:
    """The chart of a page: nobody below a folded seat but one, so that it counts as folded.

    With ``reports`` only those of the root are shown.
    """
    shown: dict[SeatId, None] = dict.fromkeys(roots)
    waiting = deque(reports or [report for root in roots for report in forest.reports.get(root, ())])
    while waiting:
        seat = waiting.popleft()
        shown[seat] = None
        waiting.extend(forest.reports.get(seat, ()) if seat not in folded else ())
    names = [*shown, *_stubs(chart, forest, folded & shown.keys())]
    lines = {line.id: line for line in _lines(chart, set(names))}
    return Chart(seats={seat: chart.seats[seat] for seat in names}, lines=lines)


def in_order_of(forest: Forest, seats: Collection[SeatId]) -> list[SeatId]:
    """Seats as they stand in the tree."""
    return sorted(set(seats), key=lambda seat: _path(forest, seat))


def _path(forest: Forest, seat: SeatId) -> tuple[int, ...]:
    """Its places among brothers and sisters, from the top."""
    found: list[int] = []
    manager = forest.managers.get(seat)
    while manager is not None:
        found.append(forest.reports[manager].index(seat))
        seat, manager = manager, forest.managers.get(manager)
    return tuple(reversed(found))


def _stubs(chart: Chart, forest: Forest, folded: Collection[SeatId]) -> list[SeatId]:
    found: list[SeatId] = []
    for seat in in_order_of(forest, folded):
        found += (forest.reports.get(seat, ()) or chart.reports_of(seat))[:1]
    return found


def _lines(chart: Chart, names: Collection[SeatId]) -> Iterator[Line]:
    for seat in sorted(names):
        for line in (*chart.lines_up.get(seat, ()), *chart.dotted_up.get(seat, ())):
            if line.manager in names:
                yield line
