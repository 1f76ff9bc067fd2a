"""The lines of a chart that neither a tree nor a pod holds together, told apart once and kept up from edit to edit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.domain.records import Line, LineKind
from salesorg_gui.layout.crossing import crossing
from salesorg_gui.layout.footing import Footing
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.wiring import Wiring

type Shared = tuple[SeatId, Key]

MANY = 500
"""When more than this differs, all lines are looked at anew."""


@dataclass(frozen=True)
class LooseLines:
    """``loose`` lines go by themselves. ``onto`` are those from a leader onto a frame, which may share one wire.

    Lines onto a frame that are brought up to date are another map, so that whoever knows them sees it.
    """

    wiring: Wiring
    loose: dict[LineId, Line] = field(default_factory=dict)
    onto: dict[Shared, dict[LineId, Line]] = field(default_factory=dict)
    _ends: dict[LineId, Shared] = field(default_factory=dict)

    def sort(self, lines: Iterable[Line]) -> None:
        """Put these where they belong."""
        layout, seats = self.wiring.layout, self.wiring.chart.seats
        if layout.view is ViewKind.HANDOFFS:
            return  # which shows no lines
        hooks, members = layout.hooks, layout.members
        fresh: set[Shared] = set()
        for line in lines:
            report, manager = seats.get(line.report), seats.get(line.manager)
            if report is None or manager is None or (report.pod == manager.pod and report.pod in members):
                continue
            hook, is_solid = hooks.get(line.report), line.kind is LineKind.SOLID
            if hook is not None and hook[1] == line.manager and is_solid:
                continue
            top = layout.tops.get(report.pod) if report.pod is not None else None
            if top is not None and manager.pod not in members and is_solid:
                self._ends[line.id] = shared = line.manager, top
                self._own(shared, fresh)[line.id] = line
            else:
                self.loose[line.id] = line

    def drop(self, names: Iterable[LineId]) -> None:
        """Forget where these were."""
        fresh: set[Shared] = set()
        for name in names:
            self.loose.pop(name, None)
            shared = self._ends.pop(name, None)
            if shared is not None:
                del self._own(shared, fresh)[name]
                if not self.onto[shared]:
                    del self.onto[shared]

    def shares(self, line: LineId) -> Shared | None:
        """From which leader onto which frame a line leads."""
        return self._ends.get(line)

    def _own(self, shared: Shared, fresh: set[Shared]) -> dict[LineId, Line]:
        """Lines that may be changed: nobody has seen this map yet."""
        if shared not in fresh:
            fresh.add(shared)
            self.onto[shared] = dict(self.onto.get(shared, {}))
        return self.onto[shared]


def loose_lines(wiring: Wiring) -> LooseLines:
    """Those of a chart."""
    found = LooseLines(wiring)
    grown, chart = wiring.layout.grown, wiring.chart
    known = grown.crossing if isinstance(grown, Footing) and grown.chart is chart else None
    found.sort(crossing(chart, wiring.layout.members) if known is None else known)
    return found


def loose_lines_after(earlier: LooseLines, wiring: Wiring) -> LooseLines | None:
    """The same, brought up to date in place of the earlier ones; nothing when too much is different."""
    before, layout = earlier.wiring, wiring.layout
    if layout.view is not before.layout.view or layout.tops != before.layout.tops:
        return None
    names = _stirred(before, wiring)
    if names is None:
        return None
    found = replace(earlier, wiring=wiring)
    found.drop(names)
    lines = wiring.chart.lines
    found.sort([lines[name] for name in names if name in lines])
    return found


def _stirred(before: Wiring, after: Wiring) -> dict[LineId, None] | None:
    """Lines that may be sorted otherwise now: they, an end or the hook of their report differ; nothing for many."""
    lines = difference(before.chart, after.chart, Kind.LINE)
    seats = difference(before.chart, after.chart, Kind.SEAT)
    hooked = hooked_otherwise(before.layout, after.layout)
    ends = [*seats.added, *seats.removed, *seats.changed, *hooked]
    found: dict[LineId, None] = dict.fromkeys((*lines.added, *lines.removed, *lines.changed))
    for chart in (before.chart, after.chart):
        if len(found) + len(ends) > MANY:
            return None
        found.update((line.id, None) for line in _about(chart, ends))
    return found


def hooked_otherwise(before: Layout, after: Layout) -> Sequence[SeatId]:
    """Who hangs in another way in one of two layouts than in the other."""
    old, new, since = before.hooks, after.hooks, after.told_since(before)
    if old is new:
        return ()
    if since is not None and since.hooked is not None:
        return [seat for seat in since.hooked if old.get(seat) != new.get(seat)]
    pairs = zip(new.items(), map(old.get, new), strict=True)
    others = [seat for (seat, hook), was in pairs if was is not hook and was != hook]
    return [*others, *(old.keys() - new.keys())]


def _about(chart: Chart, seats: Iterable[SeatId]) -> Iterable[Line]:
    """All lines of some seats."""
    for seat in seats:
        for lines in (chart.lines_up, chart.lines_down, chart.dotted_up, chart.dotted_down):
            yield from lines.get(seat, ())
