"""Who hangs under whom after an edit: found from who did before it, as far as that is possible."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.layout.reporting import Forest, Solid, Upwards, roots_of

MANY = 4
"""When more than one seat in so many differs, the forest is found anew."""


@dataclass(frozen=True, slots=True)
class Step:
    """The forest after an edit. ``touched`` may have other reports or another style, ``moved`` another manager."""

    forest: Forest
    touched: frozenset[SeatId]
    moved: frozenset[SeatId]


def forest_after(chart: Chart, solid: Solid, earlier: Chart, before: Solid, forest: Forest) -> Step | None:
    """The forest after a chart whose lines and forest were these; nothing when it must be found anew.

    That is so where there are circles, and when very much is different.
    """
    if forest.opened:
        return None
    seats = difference(earlier, chart, Kind.SEAT)
    gone, came, changed = seats.removed.keys(), seats.added.keys(), [*seats.added, *seats.changed]
    moved = _with_other_lines(solid, before) | _about_who_came_or_went(chart, gone, came, forest)
    if (len(moved) + len(changed)) * MANY > len(chart.seats):
        return None
    managers = Upwards(chart)
    touched = set(changed)
    for seat in moved:
        touched.update(one for part in (forest.managers, managers) if (one := part.get(seat)) is not None)
    if any(_runs_in_a_circle(seat, managers) for seat in moved):
        return None
    reports = _reports_after(forest, solid, managers, touched)
    some = (name for name in {*forest.roots, *moved, *changed} if name in chart.seats)
    orphans = frozenset(seat for seat in {*forest.orphans, *moved} if _is_orphan(chart, solid, seat))
    after = Forest(roots_of(chart, some, managers), reports, managers, frozenset(), orphans)
    return Step(after, frozenset(touched), frozenset(moved))


def _is_orphan(chart: Chart, solid: Solid, seat: SeatId) -> bool:
    return seat in chart.seats and any(line.manager not in chart.seats for line in solid.up.get(seat, ()))


def _with_other_lines(solid: Solid, before: Solid) -> set[SeatId]:
    found = solid.differing(before)
    if found is not None:
        return set(found)
    old, new = before.up, solid.up
    return {seat for seat, lines in new.items() if old.get(seat) != lines} | (old.keys() - new.keys())


def _about_who_came_or_went(
    chart: Chart, gone: Collection[SeatId], came: Collection[SeatId], forest: Forest
) -> set[SeatId]:
    """Seats that are new or gone, and those whose manager is: a line may have been there before its manager."""
    found = {*gone, *came}
    if came:
        found |= forest.orphans
    for seat in gone:
        found.update(line.report for line in chart.lines_down.get(seat, ()))
        found.update(forest.reports.get(seat, ()))
    return found


def _runs_in_a_circle(start: SeatId, managers: Mapping[SeatId, SeatId]) -> bool:
    seen: set[SeatId] = set()
    seat: SeatId | None = start
    while seat is not None and seat not in seen:
        seen.add(seat)
        seat = managers.get(seat)
    return seat is not None


def _reports_after(
    forest: Forest, solid: Solid, managers: Mapping[SeatId, SeatId], touched: Iterable[SeatId]
) -> dict[SeatId, tuple[SeatId, ...]]:
    reports = dict(forest.reports)
    for manager in touched:
        below = dict.fromkeys([line.report for line in solid.down.get(manager, ())])
        found = tuple([report for report in below if managers.get(report) == manager])
        if found:
            reports[manager] = found
        else:
            reports.pop(manager, None)
    return reports
