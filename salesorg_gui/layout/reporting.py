"""Who hangs under whom: the forest of solid lines among some seats, with circles opened at one line."""

from collections.abc import Collection, Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Seat

type Up = tuple[tuple[float, str, SeatId], ...]
"""Order, id and manager of the solid lines of one report, in order."""

MANY = 4
"""When more than one line in so many differs, all are gathered anew."""


@dataclass(frozen=True)
class Solid:
    """The solid lines of a chart by report, in order. It depends on the lines alone.

    ``assistants`` are pairs of report and manager.
    """

    lines: Mapping[LineId, Line]
    up: Mapping[SeatId, Up]
    assistants: frozenset[tuple[SeatId, SeatId]] = frozenset()

    def manager(self, seat: SeatId, seats: Mapping[SeatId, Seat]) -> SeatId | None:
        """The first manager that exists."""
        for _order, _id, manager in self.up.get(seat, ()):
            if manager in seats:
                return manager
        return None

    def rank(self, seat: SeatId, manager: SeatId) -> tuple[float, str]:
        """Where the seat stands among the reports of its manager."""
        return next(((order, name) for order, name, other in self.up.get(seat, ()) if other == manager), (0.0, ""))


def solid_lines(chart: Chart, earlier: Solid | None = None) -> Solid:
    """The chart's solid lines, gathered by report; those that did not change are taken over from earlier ones."""
    lines = chart.lines
    if earlier is None or not earlier.lines:
        return _gathered(lines)
    old = earlier.lines
    if old is lines:
        return earlier
    new = [line for name, line in lines.items() if old.get(name) is not line]
    gone = old.keys() - lines.keys()
    if (len(new) + len(gone)) * MANY > len(lines):
        return _gathered(lines)
    names = gone.union(line.id for line in new)
    reports = {old[name].report for name in names if name in old}.union(line.report for line in new)
    ups = {report: [up for up in earlier.up.get(report, ()) if up[1] not in names] for report in reports}
    for line in new:
        if line.kind is LineKind.SOLID:
            ups[line.report].append((line.order, line.id, line.manager))
    up = dict(earlier.up)
    for report, found in ups.items():
        if found:
            up[report] = tuple(sorted(found))
        else:
            up.pop(report, None)
    kept = {pair for pair in earlier.assistants if pair[0] not in reports}
    kept.update(
        (report, manager)
        for report, found in ups.items()
        for _order, name, manager in found
        if lines[LineId(name)].is_assistant
    )
    return Solid(lines, up, frozenset(kept))


def _gathered(lines: Mapping[LineId, Line]) -> Solid:
    up: dict[SeatId, Up] = {}
    several: set[SeatId] = set()
    assistants: list[tuple[SeatId, SeatId]] = []
    solid = LineKind.SOLID
    for line in lines.values():
        if line.kind is solid:
            report = line.report
            found: Up = ((line.order, line.id, line.manager),)
            if report in up:
                several.add(report)
                found = up[report] + found
            up[report] = found
            if line.is_assistant:
                assistants.append((report, line.manager))
    for report in several:
        up[report] = tuple(sorted(up[report]))
    return Solid(lines, up, frozenset(assistants))


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


def forest_of(chart: Chart, solid: Solid, among: Collection[SeatId]) -> Forest:
    """The forest among these seats; the line that closes a circle is left out at the circle's first seat."""
    seats = chart.seats
    inside: Container[SeatId] = among if isinstance(among, Mapping | AbstractSet) else set(among)
    managers: dict[SeatId, SeatId] = {}
    up = solid.up
    for seat in among:
        if seat in up:
            manager: SeatId | None = up[seat][0][2]
            if manager not in seats:
                manager = solid.manager(seat, seats)
            if manager is not None and manager in inside:
                managers[seat] = manager
    opened = _opened(chart, among, managers)
    return Forest(roots_of(chart, among, managers), _ranked(solid, managers), managers, opened)


def roots_of(chart: Chart, among: Iterable[SeatId], managers: Container[SeatId]) -> tuple[SeatId, ...]:
    """Those without a manager, in order."""
    seats = chart.seats
    return tuple(sorted((seat for seat in among if seat not in managers), key=lambda seat: (seats[seat].order, seat)))


def _ranked(solid: Solid, managers: Mapping[SeatId, SeatId]) -> dict[SeatId, tuple[SeatId, ...]]:
    """The reports of each manager, in order."""
    ranked: dict[SeatId, list[tuple[float, str, SeatId]]] = {}
    up = solid.up
    for seat, manager in managers.items():
        line = up[seat][0]
        order, name = line[:2] if line[2] == manager else solid.rank(seat, manager)
        ranked.setdefault(manager, []).append((order, name, seat))
    return {manager: tuple([seat for _order, _id, seat in sorted(found)]) for manager, found in ranked.items()}


def _opened(chart: Chart, among: Iterable[SeatId], managers: dict[SeatId, SeatId]) -> frozenset[SeatId]:
    """Take one seat of every circle off its manager: the first in order. Without circles this is a short look."""
    settled = {seat for seat in among if seat not in managers}
    waiting: list[SeatId] = []
    for start in managers:
        seat = start
        while seat not in settled and len(waiting) <= len(managers):
            waiting.append(seat)
            seat = managers[seat]
        if len(waiting) > len(managers):
            break
        settled.update(waiting)
        waiting.clear()
    else:
        return frozenset()
    order = sorted(among, key=lambda seat: (chart.seats[seat].order, seat))
    return _open_circles(order, managers)


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
