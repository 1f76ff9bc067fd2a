"""The seats of a chart that are in no pod: with a place a hand gave them, or without."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.reporting import Solid


@dataclass(frozen=True)
class Outside:
    """The seats outside of pods: ``loose`` ones have no place, ``placed`` ones got theirs from a hand.

    ``heads`` are all seats, wherever, that lead a seat or a pod.
    """

    chart: Chart
    solid: Solid
    loose: frozenset[SeatId]
    placed: frozenset[SeatId]
    heads: frozenset[SeatId]

    def holds(self, seat: SeatId) -> bool:
        """Whether a seat is in no pod."""
        return seat in self.loose or seat in self.placed

    def manager(self, seat: SeatId) -> SeatId | None:
        """The first manager who exists."""
        return self.solid.manager(seat, self.chart.seats)

    def managers(self, names: Iterable[SeatId]) -> list[SeatId]:
        """The first manager who exists of each that has one: those outside of pods alone."""
        up, seats, loose, placed = self.solid.up, self.chart.seats, self.loose, self.placed
        found = []
        for name in names:
            for line in up.get(name, ()):
                manager = line.manager
                if manager in loose or manager in placed:
                    found.append(manager)
                elif manager not in seats:
                    continue
                break
        return found

    def ordered(self, names: Iterable[SeatId]) -> tuple[SeatId, ...]:
        """These seats as a hand ordered them."""
        seats = self.chart.seats
        return tuple(sorted(names, key=lambda name: (seats[name].order, name)))


def outside_of(chart: Chart, solid: Solid) -> Outside:
    """Those of a chart."""
    heads = {line.manager for lines in solid.up.values() for line in lines}
    heads.update(chart.pods_led)
    loose, placed = _sorted_out(chart, chart.seats)
    return Outside(chart, solid, loose, placed, frozenset(heads))


def outside_after(
    chart: Chart, solid: Solid, earlier: Outside, names: Collection[SeatId], reports: Collection[SeatId]
) -> Outside:
    """Those of a chart that differs from an earlier one in these seats and in the lines of these reports, in no pod."""
    loose, placed = _sorted_out(chart, [name for name in names if name in chart.seats])
    gone = frozenset(names)
    old = {line.manager for report in reports for line in earlier.solid.up.get(report, ())}
    new = {line.manager for report in reports for line in solid.up.get(report, ())}
    idle = {head for head in old - new if head not in chart.lines_down and head not in chart.pods_led}
    heads = earlier.heads if not reports else (earlier.heads - idle) | new
    return Outside(chart, solid, (earlier.loose - gone) | loose, (earlier.placed - gone) | placed, heads)


def _sorted_out(chart: Chart, names: Iterable[SeatId]) -> tuple[frozenset[SeatId], frozenset[SeatId]]:
    """Those of the seats that are outside of pods, without and with a place."""
    seats, pods = chart.seats, chart.pods
    outside = [seat for seat in map(seats.__getitem__, names) if seat.pod not in pods]
    placed = frozenset(seat.id for seat in outside if seat.place is not None)
    return frozenset(seat.id for seat in outside if seat.place is None), placed
