"""How cards that a hand placed hang on their managers: by where the two stand, not by a tree."""

from collections.abc import Iterable, Mapping

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.branches import Hooks
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import HANG_INDENT, LEVEL_GAP
from salesorg_gui.layout.outside import Outside
from salesorg_gui.layout.reporting import Solid
from salesorg_gui.layout.routes import SIDE_SPINE

NEAR = 8.0


def hooks_on_board(outside: Outside, cards: Mapping[Key, Rect], hooks: Hooks) -> Hooks:
    """The hooks of the trees, and those of lines whose report or manager stands where a hand put it."""
    placed = outside.placed
    if not placed:
        return hooks
    kept = {seat: hook for seat, hook in hooks.items() if hook[1] not in placed}
    loners = [*placed, *(seat for seat, hook in hooks.items() if hook[1] in placed)]
    for manager, reports in _by_manager(outside.chart, outside.solid, loners).items():
        above = cards[Key(Kind.SEAT, manager)]
        for column in _columns({report: cards[Key(Kind.SEAT, report)] for report in reports}):
            hook = _hook(above, list(column.values()))
            if hook is not None:
                kept.update(dict.fromkeys(column, (hook, manager)))
    return kept


def _by_manager(chart: Chart, solid: Solid, reports: Iterable[SeatId]) -> dict[SeatId, list[SeatId]]:
    """The reports by their manager, unless that one sits in a pod."""
    found: dict[SeatId, list[SeatId]] = {}
    for report in sorted(reports):
        manager = solid.manager(report, chart.seats)
        if manager is not None and manager != report and chart.seats[manager].pod not in chart.pods:
            found.setdefault(manager, []).append(report)
    return found


def _columns(cards: Mapping[SeatId, Rect]) -> list[dict[SeatId, Rect]]:
    """Cards that stand above each other, together."""
    columns: list[dict[SeatId, Rect]] = []
    for seat, rect in sorted(cards.items(), key=lambda item: (item[1].x, item[1].y, item[0])):
        if columns and abs(next(iter(columns[-1].values())).x - rect.x) < NEAR:
            columns[-1][seat] = rect
        else:
            columns.append({seat: rect})
    return columns


def _hook(manager: Rect, column: list[Rect]) -> Hook | None:
    """From above for a single card below, from the side for a column at the right, from a spine for one below."""
    top, left = min(rect.y for rect in column), min(rect.x for rect in column)
    is_below = top >= manager.bottom + LEVEL_GAP / 2
    if len(column) == 1 and is_below:
        return Hook.BUS
    if left >= manager.right + SIDE_SPINE:
        return Hook.SIDE
    if is_below:
        return Hook.HANG if abs(left - manager.x - HANG_INDENT) < NEAR else Hook.STACK
    return None
