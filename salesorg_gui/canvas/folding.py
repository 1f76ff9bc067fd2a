"""What is folded away in the reporting view: how one looks, not part of the plan."""

from collections.abc import Iterable

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, SeatId
from salesorg_gui.domain.records import Handoff, Line, Seat


def above(chart: Chart, seat: SeatId) -> list[SeatId]:
    """Those a seat stands below, from the nearest up; safe on circles."""
    found: list[SeatId] = []
    seen = {seat}
    manager = chart.manager_of(seat)
    while manager is not None and manager not in seen:
        seen.add(manager)
        found.append(manager)
        manager = chart.manager_of(manager)
    return found


def unfolding(chart: Chart, folded: frozenset[SeatId], keys: Iterable[Key]) -> frozenset[SeatId]:
    """What stays folded when all of these are to be seen: lines and handoffs by both their ends."""
    if not folded:
        return folded
    seats = {seat for key in keys for seat in _seats(chart, key)}
    return folded.difference(*(above(chart, seat) for seat in seats))


def _seats(chart: Chart, key: Key) -> tuple[SeatId, ...]:
    match chart.record(key):
        case Seat(id=seat):
            return (seat,)
        case Line(report=report, manager=manager):
            return (report, manager)
        case Handoff(source=source, target=target):
            return (SeatId(source), target)
        case _:
            return ()
