"""The seats of a chart that are in no pod: with a place a hand gave them, or without."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import LineKind, Seat
from salesorg_gui.layout.crossing import Crossing
from salesorg_gui.layout.reporting import Solid


@dataclass(frozen=True)
class Outside:
    """The seats outside of pods: ``loose`` ones have no place, ``placed`` ones got theirs from a hand.

    ``heads`` are the loose ones that lead a seat or a pod. ``solid`` may know the lines of those alone who are outside
    or report to somebody who is: all others are of no interest here.
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


def outside_of(chart: Chart, solid: Solid, across: Crossing) -> Outside:
    """Those of a chart, given its lines that do not stay within one pod: with these most is told."""
    loose, placed = _sorted_out(chart.members.get(None, ()))
    everybody, kind = loose | placed, LineKind.SOLID
    below = [line for line in across if line.manager in everybody and line.kind is kind]
    heads = {line.manager for line in below} | (chart.pods_led.keys() & loose)
    near = solid.among(everybody | {line.report for line in below}, across)
    return Outside(chart, near, loose, placed, loose & heads)


def outside_after(
    chart: Chart, solid: Solid, earlier: Outside, names: Collection[SeatId], reports: Collection[SeatId]
) -> Outside:
    """Those of a chart that differs from an earlier one in these seats and in the lines of these reports, in no pod."""
    gone, seats, pods = frozenset(names), chart.seats, chart.pods
    came = [seats[name] for name in names if name in seats]
    loose, placed = _sorted_out([seat for seat in came if seat.pod not in pods])
    old = {line.manager for report in reports for line in earlier.solid.up.get(report, ())}
    new = {line.manager for report in reports for line in solid.up.get(report, ())}
    stirred = (old ^ new) | gone
    everybody = (earlier.loose - gone) | loose
    heads = {name for name in stirred & everybody if name in chart.lines_down or name in chart.pods_led}
    return Outside(chart, solid, everybody, (earlier.placed - gone) | placed, (earlier.heads - stirred) | heads)


def _sorted_out(seats: Collection[Seat]) -> tuple[frozenset[SeatId], frozenset[SeatId]]:
    """The ids of some seats, those without a place and those with one."""
    placed = frozenset(seat.id for seat in seats if seat.place is not None)
    return frozenset(seat.id for seat in seats if seat.place is None), placed
