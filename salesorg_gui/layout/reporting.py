"""Who hangs under whom: the forest of solid lines among some seats, with circles opened at one line."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field

from salesorg_gui.domain.chart import REPORT, Chart
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.lineage import names_between
from salesorg_gui.domain.records import Line, LineKind
from salesorg_gui.values import dataclass

type Lines = Mapping[SeatId, tuple[Line, ...]]

MANY = 4
"""When more than one line in so many differs, all are gathered anew."""


@dataclass(frozen=True)
class Solid:
    """The solid lines of a chart. It depends on the lines alone.

    ``assistants`` are pairs of report and manager. ``touched`` are the reports whose lines differ from those in
    ``taken_from``, which the others were taken over from.
    """

    chart: Chart = field(compare=False, repr=False)
    assistants: frozenset[tuple[SeatId, SeatId]] = frozenset()
    taken_from: Mapping[LineId, Line] | None = field(default=None, compare=False, repr=False)
    touched: frozenset[SeatId] = field(default=frozenset(), compare=False, repr=False)

    @property
    def lines(self) -> Mapping[LineId, Line]:
        """All lines, dotted ones too."""
        return self.chart.lines

    @property
    def up(self) -> Lines:
        """By report, in order."""
        return self.chart.lines_up

    @property
    def down(self) -> Lines:
        """By manager, in the order of its reports."""
        return self.chart.lines_down

    def among(self, reports: Container[SeatId], first: Collection[Line]) -> "Solid":
        """The lines of some reports, without gathering those of all others; each has one among the ``first`` if any."""
        lines = self.lines.values()
        is_enough = len(set(map(REPORT, lines))) == len(lines)  # nobody has a second one
        some = first if is_enough else lines
        return _gathered(Chart(lines={line.id: line for line in some if line.report in reports}))

    def manager(self, seat: SeatId, seats: Container[SeatId]) -> SeatId | None:
        """The first manager that exists."""
        for line in self.up.get(seat, ()):
            if line.manager in seats:
                return line.manager
        return None

    def differing(self, earlier: "Solid") -> frozenset[SeatId] | None:
        """The reports whose lines differ from those looked at just before; nothing when others were."""
        if self.lines is earlier.lines:
            return frozenset()
        return self.touched if self.taken_from is earlier.lines else None

    def rank(self, seat: SeatId, manager: SeatId) -> tuple[float, str]:
        """Where the seat stands among the reports of its manager."""
        return next(((line.order, line.id) for line in self.up.get(seat, ()) if line.manager == manager), (0.0, ""))


def solid_lines(chart: Chart, earlier: Solid | None = None) -> Solid:
    """The chart's solid lines; of earlier ones only what differs is looked at."""
    lines = chart.lines
    if earlier is None or not earlier.lines:
        return _gathered(chart)
    old = earlier.lines
    if old is lines:
        return earlier
    names = _other_lines(chart, earlier)
    if len(names) * MANY > len(lines):
        return _gathered(chart)
    reports = {some[name].report for some in (old, lines) for name in names if name in some}
    kept = {pair for pair in earlier.assistants if pair[0] not in reports}
    kept.update(_assistants(line for report in reports for line in chart.lines_up.get(report, ())))
    return Solid(chart, frozenset(kept), old, frozenset(reports))


def _other_lines(chart: Chart, earlier: Solid) -> set[LineId]:
    """The lines that differ from those gathered earlier."""
    old, lines = earlier.lines, chart.lines
    names = names_between(earlier.chart.lineage, chart.lineage)
    if names is not None:
        some = map(LineId, names.get("lines", ()))
        return {name for name in some if old.get(name) is not lines.get(name)}
    new = {name for name, line in lines.items() if old.get(name) is not line}
    return new | (old.keys() - lines.keys())


def _gathered(chart: Chart) -> Solid:
    solid = LineKind.SOLID
    assistants = _assistants(line for line in chart.lines.values() if line.is_assistant and line.kind is solid)
    return Solid(chart, frozenset(assistants))


def _assistants(lines: Iterable[Line]) -> set[tuple[SeatId, SeatId]]:
    return {(line.report, line.manager) for line in lines if line.is_assistant}


class Upwards(Mapping[SeatId, SeatId]):
    """The manager of each seat: the first that exists, but for seats where a circle is ``opened``."""

    __slots__ = ("_chart", "_opened")

    def __init__(self, chart: Chart, opened: Container[SeatId] = ()) -> None:
        self._chart, self._opened = chart, opened

    def __getitem__(self, seat: SeatId) -> SeatId:
        seats = self._chart.seats
        if seat in seats and seat not in self._opened:
            for line in self._chart.lines_up.get(seat, ()):
                if line.manager in seats:
                    return line.manager
        raise KeyError(seat)

    def __iter__(self) -> Iterator[SeatId]:
        return (seat for seat in self._chart.seats if seat in self)

    def __len__(self) -> int:
        return sum(1 for _seat in self)


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
    if among is chart.seats:
        return _forest_of_all(chart, solid)
    seats, up = chart.seats, solid.up
    inside: Container[SeatId] = among if isinstance(among, Mapping | AbstractSet) else set(among)
    managers: dict[SeatId, SeatId] = {}
    orphans: set[SeatId] = set()
    several: set[SeatId] = set()
    for seat in among:
        if seat in up:
            lines = up[seat]
            manager: SeatId | None = lines[0].manager
            if len(lines) > 1 or manager not in seats:
                several.add(seat)
                orphans.update([seat] if any(line.manager not in seats for line in lines) else ())
                manager = solid.manager(seat, seats)
            if manager is not None and manager in inside:
                managers[seat] = manager
    roots = roots_of(chart, among, managers)
    reports = _ranked(solid, managers, several)
    if _reached(roots, reports) == len(among):
        return Forest(roots, reports, managers, frozenset(), frozenset(orphans))
    opened = _open_circles(_by_hand(chart, among), managers)
    reports = _ranked(solid, managers, several)
    return Forest(roots_of(chart, among, managers), reports, managers, opened, frozenset(orphans))


def _forest_of_all(chart: Chart, solid: Solid) -> Forest:
    """The forest of a chart, from lines that are gathered by manager already."""
    seats, down, managers = chart.seats, solid.down, Upwards(chart)
    reports = {manager: tuple([line.report for line in lines]) for manager, lines in down.items()}
    seen = set[SeatId]().union(*reports.values())
    others = [seat for seat in seats if seat not in seen]
    missing = [manager for manager in down if manager not in seats]
    orphans = frozenset(line.report for manager in missing for line in down[manager] if line.report in seats)
    if missing or sum(map(len, reports.values())) > len(seen) or len(others) + len(seen) > len(seats):
        reports = {manager: _reports(manager, below, managers) for manager, below in reports.items()}
        reports = {manager: below for manager, below in reports.items() if below}
    roots = _by_hand(chart, (*others, *(seat for seat in orphans if seat not in managers)))
    if _reached(roots, reports) == len(seats):
        return Forest(roots, reports, managers, frozenset(), orphans)
    opened = _open_circles(_by_hand(chart, seats), dict(managers))
    managers = Upwards(chart, opened)
    reports = {manager: _reports(manager, below, managers) for manager, below in reports.items()}
    reports = {manager: below for manager, below in reports.items() if below}
    return Forest(_by_hand(chart, {*roots, *opened}), reports, managers, opened, orphans)


def _reports(manager: SeatId, among: Iterable[SeatId], managers: Mapping[SeatId, SeatId]) -> tuple[SeatId, ...]:
    """Those who hang on a manager, each once, among all who have a line to that one."""
    return tuple([seat for seat in dict.fromkeys(among) if managers.get(seat) == manager])


def _by_hand(chart: Chart, among: Iterable[SeatId]) -> tuple[SeatId, ...]:
    """Seats as a hand ordered them."""
    seats = chart.seats
    return tuple(sorted(among, key=lambda seat: (seats[seat].order, seat)))


def roots_of(chart: Chart, among: Iterable[SeatId], managers: Container[SeatId]) -> tuple[SeatId, ...]:
    """Those without a manager, in order."""
    return _by_hand(chart, (seat for seat in among if seat not in managers))


def _ranked(
    solid: Solid, managers: Mapping[SeatId, SeatId], several: Container[SeatId]
) -> dict[SeatId, tuple[SeatId, ...]]:
    """The reports of each manager, in order; those of ``several`` lines are looked at more closely."""
    found: dict[SeatId, list[SeatId]] = {}
    mixed: set[SeatId] = set()
    up = solid.up

    def rank_of_only_line(seat: SeatId) -> tuple[float, str]:
        line = up[seat][0]
        return line.order, line.id

    for seat, manager in managers.items():
        if manager in found:
            found[manager].append(seat)
        else:
            found[manager] = [seat]
        if seat in several:
            mixed.add(manager)
    for manager, reports in found.items():
        if manager in mixed:
            reports.sort(key=lambda seat, manager=manager: (solid.rank(seat, manager), seat))  # type: ignore[misc]
        else:
            reports.sort(key=rank_of_only_line)
    return {manager: tuple(reports) for manager, reports in found.items()}


def _reached(roots: Sequence[SeatId], reports: Mapping[SeatId, tuple[SeatId, ...]]) -> int:
    """How many seats stand below the roots, those included: all of them, unless some stand in a circle."""
    count = len(roots)
    leads = reports.keys()
    leading = [root for root in roots if root in reports]
    for manager in leading:
        below = reports[manager]
        count += len(below)
        if not leads.isdisjoint(below):
            leading += [report for report in below if report in reports]
    return count


def _open_circles(order: Sequence[SeatId], managers: dict[SeatId, SeatId]) -> frozenset[SeatId]:
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
