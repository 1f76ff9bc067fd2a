"""Who hangs under whom: the forest of solid lines among some seats, with circles opened at one line."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.lineage import Lineage, names_between
from salesorg_gui.domain.records import Line, LineKind, Seat
from salesorg_gui.values import dataclass

type Up = tuple[tuple[float, str, SeatId], ...]
"""Order, id and manager of the solid lines of one report, in order."""

MANY = 4
"""When more than one line in so many differs, all are gathered anew."""


@dataclass(frozen=True)
class Solid:
    """The solid lines of a chart by report, in order. It depends on the lines alone.

    ``assistants`` are pairs of report and manager, ``lineage`` is that of the chart. ``touched`` are the reports whose
    lines differ from those in ``taken_from``, which the others were taken over from.
    """

    lines: Mapping[LineId, Line]
    up: Mapping[SeatId, Up]
    assistants: frozenset[tuple[SeatId, SeatId]] = frozenset()
    lineage: Lineage | None = field(default=None, compare=False, repr=False)
    taken_from: Mapping[SeatId, Up] | None = field(default=None, compare=False, repr=False)
    touched: frozenset[SeatId] = field(default=frozenset(), compare=False, repr=False)

    def manager(self, seat: SeatId, seats: Mapping[SeatId, Seat]) -> SeatId | None:
        """The first manager that exists."""
        for _order, _id, manager in self.up.get(seat, ()):
            if manager in seats:
                return manager
        return None

    def differing(self, earlier: "Solid") -> frozenset[SeatId] | None:
        """The reports whose lines differ from those gathered just before; nothing when others were."""
        if self.up is earlier.up:
            return frozenset()
        return self.touched if self.taken_from is earlier.up else None

    def rank(self, seat: SeatId, manager: SeatId) -> tuple[float, str]:
        """Where the seat stands among the reports of its manager."""
        return next(((order, name) for order, name, other in self.up.get(seat, ()) if other == manager), (0.0, ""))


def solid_lines(chart: Chart, earlier: Solid | None = None) -> Solid:
    """The chart's solid lines, gathered by report; those that did not change are taken over from earlier ones."""
    lines = chart.lines
    if earlier is None or not earlier.lines:
        return _gathered(chart)
    old = earlier.lines
    if old is lines:
        return earlier
    names = _other_lines(chart, earlier)
    if len(names) * MANY > len(lines):
        return _gathered(chart)
    new = [lines[name] for name in names if name in lines]
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
    return Solid(lines, up, frozenset(kept), chart.lineage, earlier.up, frozenset(reports))


def _other_lines(chart: Chart, earlier: Solid) -> set[LineId]:
    """The lines that differ from those gathered earlier."""
    old, lines = earlier.lines, chart.lines
    names = names_between(earlier.lineage, chart.lineage) if earlier.lineage is not None else None
    if names is not None:
        some = map(LineId, names.get("lines", ()))
        return {name for name in some if old.get(name) is not lines.get(name)}
    new = {name for name, line in lines.items() if old.get(name) is not line}
    return new | (old.keys() - lines.keys())


def _gathered(chart: Chart) -> Solid:
    lines = chart.lines
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
    return Solid(lines, up, frozenset(assistants), chart.lineage)


@dataclass(frozen=True, slots=True)
class Forest:
    """Roots in order, reports by manager in order, managers by report. Every seat stands in it once.

    ``opened`` are the roots that became roots because a circle of managers had to be opened somewhere. ``orphans`` have
    a line to a manager who is not there.
    """

    roots: tuple[SeatId, ...]
    reports: Mapping[SeatId, tuple[SeatId, ...]]
    managers: Mapping[SeatId, SeatId]
    opened: frozenset[SeatId] = frozenset()
    orphans: frozenset[SeatId] = frozenset()

    def below(self, root: SeatId) -> list[SeatId]:
        """The root and all seats under it, managers before reports, as a reader would list them."""
        found, waiting = [], [root]
        while waiting:
            seat = waiting.pop()
            found.append(seat)
            waiting.extend(reversed(self.reports.get(seat, ())))
        return found


def forest_of(chart: Chart, solid: Solid, among: Collection[SeatId]) -> Forest:
    """The forest among these seats; the line that closes a circle is left out at the circle's first seat."""
    seats, up = chart.seats, solid.up
    inside: Container[SeatId] = among if isinstance(among, Mapping | AbstractSet) else set(among)
    managers: dict[SeatId, SeatId] = {}
    orphans: set[SeatId] = set()
    several: set[SeatId] = set()
    for seat in among:
        if seat in up:
            lines = up[seat]
            manager: SeatId | None = lines[0][2]
            if len(lines) > 1 or manager not in seats:
                several.add(seat)
                orphans.update([seat] if any(line[2] not in seats for line in lines) else ())
                manager = solid.manager(seat, seats)
            if manager is not None and manager in inside:
                managers[seat] = manager
    roots = roots_of(chart, among, managers)
    reports = _ranked(solid, managers, several)
    if _reached(roots, reports) == len(among):
        return Forest(roots, reports, managers, frozenset(), frozenset(orphans))
    order = sorted(among, key=lambda seat: (seats[seat].order, seat))
    opened = _open_circles(order, managers)
    roots = tuple(seat for seat in order if seat not in managers)
    return Forest(roots, _ranked(solid, managers, several), managers, opened, frozenset(orphans))


def roots_of(chart: Chart, among: Iterable[SeatId], managers: Container[SeatId]) -> tuple[SeatId, ...]:
    """Those without a manager, in order."""
    seats = chart.seats
    return tuple(sorted((seat for seat in among if seat not in managers), key=lambda seat: (seats[seat].order, seat)))


def _ranked(
    solid: Solid, managers: Mapping[SeatId, SeatId], several: Container[SeatId]
) -> dict[SeatId, tuple[SeatId, ...]]:
    """The reports of each manager, in order; those of ``several`` lines are looked at more closely."""
    found: dict[SeatId, list[SeatId]] = {}
    mixed: set[SeatId] = set()
    for seat, manager in managers.items():
        if manager in found:
            found[manager].append(seat)
        else:
            found[manager] = [seat]
        if seat in several:
            mixed.add(manager)
    first_line = solid.up.__getitem__
    for manager, reports in found.items():
        if manager in mixed:
            reports.sort(key=lambda seat, manager=manager: (solid.rank(seat, manager), seat))  # type: ignore[misc]
        else:
            reports.sort(key=first_line)
    return {manager: tuple(reports) for manager, reports in found.items()}


def _reached(roots: Sequence[SeatId], reports: Mapping[SeatId, tuple[SeatId, ...]]) -> int:
    """How many seats stand below the roots, those included: all of them, unless some stand in a circle."""
    count = len(roots)
    leading = [root for root in roots if root in reports]
    for manager in leading:
        below = reports[manager]
        count += len(below)
        leading += [report for report in below if report in reports]
    return count


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
