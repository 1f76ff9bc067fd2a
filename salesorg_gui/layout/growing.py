"""How the branch of a manager grows: wide near the top, listed or hanging below, folded when it gets very wide."""

from collections.abc import Mapping, Sequence

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.branches import Branch, Hooks, card, hang, is_leaf_group, outline, stack
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.reporting import Forest
from salesorg_gui.layout.ribs import baked, in_rows, is_too_wide, ribbed

WIDE_LEVELS, WIDE_LEVELS_OF_LARGE = 2, 1
"""Levels below the root that always spread wide; in a large company only the first."""
LARGE = 60
LISTED_MOST = 30
"""A branch of no more seats than this, below the wide levels, is set as an indented list: a company stays readable."""


def grow(forest: Forest, root: SeatId, hooks: Hooks) -> Branch:
    """The whole branch below a root as the reporting view shows it; ``hooks`` learns how each seat hangs."""
    order = forest.below(root)
    sizes, depths = _sizes(forest, order), _depths(forest, order)
    wide_levels = WIDE_LEVELS if len(order) <= LARGE else WIDE_LEVELS_OF_LARGE
    listed: set[SeatId] = set()
    for seat in order:
        is_inside = forest.managers.get(seat) in listed and depths[seat] > 0
        if is_inside or (depths[seat] >= wide_levels and sizes[seat] <= LISTED_MOST):
            listed.add(seat)
    built: dict[SeatId, Branch] = {}
    for seat in reversed(order):
        if seat in listed and forest.managers[seat] in listed:
            continue
        is_list = seat in listed and not is_leaf_group(forest, forest.reports.get(seat, ()))
        built[seat] = outline(forest, seat, hooks) if is_list else _grown(forest, seat, built, hooks)
    return built[root]


def _sizes(forest: Forest, order: Sequence[SeatId]) -> dict[SeatId, int]:
    """How many seats each branch has, its own included."""
    sizes = dict.fromkeys(order, 1)
    for seat in reversed(order[1:]):
        sizes[forest.managers[seat]] += sizes[seat]
    return sizes


def _depths(forest: Forest, order: Sequence[SeatId]) -> dict[SeatId, int]:
    """How far below the root each seat is."""
    depths = {order[0]: 0}
    for seat in order[1:]:
        depths[seat] = depths[forest.managers[seat]] + 1
    return depths


def _grown(forest: Forest, seat: SeatId, built: Mapping[SeatId, Branch], hooks: Hooks) -> Branch:
    reports = forest.reports.get(seat, ())
    if not reports:
        return card(seat)
    if is_leaf_group(forest, reports):
        hooks.update(dict.fromkeys(reports, (Hook.HANG, seat)))
        return hang(seat, reports)
    leading = [built[report] for report in reports if report in forest.reports]
    if is_too_wide(leading):
        return _folded(forest, seat, leading, hooks)
    branch = card(seat)
    below: list[Branch] = []
    for run in _runs(forest, reports):
        single = len(run) == 1
        hooks.update(dict.fromkeys(run, (Hook.BUS if single else Hook.STACK, seat)))
        below.append(built[run[0]] if single else stack(run))
    branch.lead(below)
    return branch


def _folded(forest: Forest, seat: SeatId, leading: Sequence[Branch], hooks: Hooks) -> Branch:
    """A manager of many branches: those in rows, single reports at the side."""
    reports = forest.reports[seat]
    hooks.update((report, (Hook.RIB if report in forest.reports else Hook.SIDE, seat)) for report in reports)
    staff = [report for report in reports if report not in forest.reports]
    return ribbed(seat, in_rows([baked(branch) for branch in leading]), staff)


def _runs(forest: Forest, reports: Sequence[SeatId]) -> list[list[SeatId]]:
    """The reports in order; neighbours without reports of their own together."""
    runs: list[list[SeatId]] = []
    was_leaf = False
    for report in reports:
        is_leaf = report not in forest.reports
        if is_leaf and was_leaf:
            runs[-1].append(report)
        else:
            runs.append([report])
        was_leaf = is_leaf
    return runs
