"""Who hangs under whom: the forest of solid lines among some seats, with circles opened at one line."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Seat


@dataclass(frozen=True)
class Solid:
    """The solid lines of a chart by report, in order. It depends on the lines alone."""

    lines: Mapping[LineId, Line]
    up: Mapping[SeatId, tuple[tuple[float, str, SeatId], ...]]

    def manager(self, seat: SeatId, seats: Mapping[SeatId, Seat]) -> SeatId | None:
        """The first manager that exists."""
        for _order, _id, manager in self.up.get(seat, ()):
            if manager in seats:
                return manager
        return None

    def rank(self, seat: SeatId, manager: SeatId) -> tuple[float, str]:
        """Where the seat stands among the reports of its manager."""
        return next(((order, name) for order, name, other in self.up.get(seat, ()) if other == manager), (0.0, ""))


def solid_lines(chart: Chart) -> Solid:
    """The chart's solid lines, gathered by report."""
    up: dict[SeatId, list[tuple[float, str, SeatId]]] = {}
    for line in chart.lines.values():
        if line.kind is LineKind.SOLID:
            up.setdefault(line.report, []).append((line.order, line.id, line.manager))
    return Solid(chart.lines, {seat: tuple(sorted(lines)) for seat, lines in up.items()})


@dataclass(frozen=True, slots=True)
class Forest:
    """Roots in order, reports by manager in order, managers by report. Every seat stands in it once.

    ``opened`` are the roots that became roots because a circle of managers had to be opened somewhere.
    """

    roots: tuple[SeatId, ...]
    reports: Mapping[SeatId, tuple[SeatId, ...]]
    managers: Mapping[SeatId, SeatId]
    opened: frozenset[SeatId] = frozenset()

    def below(self, root: SeatId) -> list[SeatId]:
        """The root and all seats under it, managers before reports, as a reader would list them."""
        found, waiting = [], [root]
        while waiting:
            seat = waiting.pop()
            found.append(seat)
            waiting.extend(reversed(self.reports.get(seat, ())))
        return found

    def without_below(self, folded: Collection[SeatId]) -> "tuple[Forest, dict[SeatId, int]]":
        """The forest without the seats below these, and how many that are below each of them that still stands."""
        hidden: dict[SeatId, int] = {}
        gone: set[SeatId] = set()
        for seat in self.reports.keys() & set(folded):
            below = self.below(seat)[1:]
            hidden[seat] = len(below)
            gone.update(below)
        if not hidden:
            return self, {}
        shown = {seat: count for seat, count in hidden.items() if seat not in gone}
        reports = {seat: found for seat, found in self.reports.items() if seat not in shown and seat not in gone}
        managers = {seat: manager for seat, manager in self.managers.items() if seat not in gone}
        return Forest(self.roots, reports, managers, self.opened), shown


def forest_of(chart: Chart, solid: Solid, among: Iterable[SeatId]) -> Forest:
    """The forest among these seats; the line that closes a circle is left out at the circle's first seat."""
    seats = chart.seats
    order = sorted(among, key=lambda seat: (seats[seat].order, seat))
    inside = set(order)
    managers: dict[SeatId, SeatId] = {}
    for seat in order:
        manager = solid.manager(seat, seats)
        if manager is not None and manager in inside:
            managers[seat] = manager
    opened = _open_circles(order, managers)
    ranked: dict[SeatId, list[tuple[tuple[float, str], SeatId]]] = {}
    for seat, manager in managers.items():
        ranked.setdefault(manager, []).append((solid.rank(seat, manager), seat))
    reports = {manager: tuple(seat for _rank, seat in sorted(found)) for manager, found in ranked.items()}
    return Forest(tuple(seat for seat in order if seat not in managers), reports, managers, opened)


def _open_circles(order: list[SeatId], managers: dict[SeatId, SeatId]) -> frozenset[SeatId]:
    """Take one seat of every circle off its manager: the first in order."""
    place = {seat: n for n, seat in enumerate(order)}
    settled: set[SeatId] = set()
    opened: set[SeatId] = set()
    for start in order:
        path: list[SeatId] = []
        on_path: set[SeatId] = set()
        seat: SeatId | None = start
        while seat is not None and seat not in settled and seat not in on_path:
            path.append(seat)
            on_path.add(seat)
            seat = managers.get(seat)
        if seat is not None and seat in on_path:
            circle = path[path.index(seat) :]
            first = min(circle, key=place.__getitem__)
            del managers[first]
            opened.add(first)
        settled.update(path)
    return frozenset(opened)
