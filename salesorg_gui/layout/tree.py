"""The reporting view: a tidy tree over the solid lines, several roots side by side, loners in a grid below."""

from collections.abc import Collection
from math import ceil, sqrt
from typing import TYPE_CHECKING

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.forests import forest_after
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown, Growth, Stand
from salesorg_gui.layout.layout import NOWHERE, Layout, Since, ViewKind, around
from salesorg_gui.layout.lengths import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LEVEL_GAP, SIBLING_GAP
from salesorg_gui.layout.reporting import Forest, Solid, forest_of, solid_lines
from salesorg_gui.layout.shelves import Shelf, shelved

if TYPE_CHECKING:
    from salesorg_gui.layout.blocks import Block

TREES = Shelf(gap=64.0, row_gap=96.0, least=2400.0)
LONERS_IN_A_ROW = 4


def arrange_tree(
    chart: Chart, solid: Solid | None = None, folded: Collection[SeatId] = (), earlier: Layout | None = None
) -> Layout:
    """The reporting view of a chart. Seats without any line stand in a grid below the trees.

    Whoever stands below a ``folded`` seat is left out. From an ``earlier`` layout the branches that did not change are
    taken over; the answer is the same without it.
    """
    grown = earlier.grown if earlier is not None and isinstance(earlier.grown, Grown) else None
    solid = solid or solid_lines(chart, grown.solid if grown is not None else None)
    if earlier is not None and grown is not None:
        found = _grown_on(chart, solid, frozenset(folded), earlier, grown)
        if found is not None:
            return found
    forest = forest_of(chart, solid, chart.seats)
    growth = Growth(chart, solid, forest, frozenset(folded))
    growth.grow([(root, 0) for root in forest.roots])
    return _laid_out(growth, Stand(), None)


def _grown_on(chart: Chart, solid: Solid, folded: frozenset[SeatId], earlier: Layout, grown: Grown) -> Layout | None:
    """The layout with everything taken over from an earlier one that an edit left alone; nothing if it is too much."""
    step = forest_after(chart, solid, grown.chart, grown.solid, grown.forest)
    if step is None:
        return None
    forest = step.forest
    growth = Growth(chart, solid, forest, folded, dict(grown.blocks))
    stand = Stand(dict(earlier.cards), dict(earlier.hooks), dict(earlier.spines), dict(grown.corners))
    gone = [seat for seat in step.moved if seat not in chart.seats]
    hidden = _hidden(forest, folded, (folded - grown.folded) | step.moved)
    stand.forget([*gone, *hidden])
    freed = frozenset(seat for seat in step.moved if seat not in forest.managers)  # nobody above grows these anew
    stand.unhang(freed)
    for seat in (*gone, *hidden, *(seat for seat in step.touched if seat not in forest.reports)):
        growth.blocks.pop(seat, None)
    growth.grow(_and_above(forest, folded, step.touched | freed | (folded ^ grown.folded)))
    return _laid_out(growth, stand, grown)


def _hidden(forest: Forest, folded: frozenset[SeatId], seats: Collection[SeatId]) -> set[SeatId]:
    """Those of the seats, and of whoever is below them, who stand below a folded one."""
    found: set[SeatId] = set()
    if folded:
        for seat in seats:
            if seat in folded or _is_hidden(forest, folded, seat):
                below = forest.below(seat)
                found.update(below if _is_hidden(forest, folded, seat) else below[1:])
    return found


def _is_hidden(forest: Forest, folded: frozenset[SeatId], seat: SeatId) -> bool:
    above = forest.managers.get(seat)
    while above is not None and above not in folded:
        above = forest.managers.get(above)
    return above is not None


def _and_above(forest: Forest, folded: frozenset[SeatId], seats: Collection[SeatId]) -> list[tuple[SeatId, int]]:
    """These seats and all above them with their depth, as far as they are shown."""
    depths: dict[SeatId, int] = {}
    for start in seats:
        path: list[SeatId] = []
        seat: SeatId | None = start
        while seat is not None:
            path.append(seat)
            seat = forest.managers.get(seat)
        for depth, one in enumerate(reversed(path)):
            depths[one] = depth
            if one in folded:
                break
    return list(depths.items())


def _laid_out(growth: Growth, stand: Stand, earlier: Grown | None) -> Layout:
    """Stand the trees side by side and the loners below them."""
    kept = earlier.blocks if earlier is not None else {}
    forest, blocks = growth.forest, growth.blocks
    trees = [blocks[root] for root in forest.roots if root in forest.reports]
    sizes = [(tree.span, tree.reach[5]) for tree in trees]
    corners = shelved(sizes, TREES)
    bounds = NOWHERE
    tops: list[tuple[Block, float, float]] = []
    for tree, size, (x, y) in zip(trees, sizes, corners, strict=True):
        tops.append((tree, x - tree.reach[3], y))
        stand.stand(*tops[-1], kept)
        room = Rect(x, y, *size)
        bounds = room if bounds is NOWHERE else bounds.united(room)
    loners = _stand_in_grid(forest, stand, bounds)
    bounds = around([*loners, *([bounds] if tops else [])])
    stand.hang(growth.made)
    folded = {seat: blocks[seat].count - 1 for seat in growth.folded if seat in blocks}
    grown = Grown(
        growth.chart, growth.solid, forest, frozenset(growth.folded), blocks, stand.corners, tuple(tops), loners
    )
    return Layout(
        ViewKind.REPORTING,
        stand.cards,
        {},
        stand.hooks,
        spines=stand.spines,
        opened=forest.opened,
        folded=folded,
        bounds=bounds,
        grown=grown,
        since=Since(earlier, frozenset(stand.stirred), frozenset(stand.rehung)) if earlier is not None else None,
    )


def _stand_in_grid(forest: Forest, stand: Stand, above: Rect) -> tuple[Rect, ...]:
    """Whoever has no line stands in rows below the trees."""
    loners = [root for root in forest.roots if root not in forest.reports]
    top = above.bottom + 2 * LEVEL_GAP if above is not NOWHERE else 0.0
    columns = max(LONERS_IN_A_ROW, ceil(sqrt(len(loners))))
    found: list[Rect] = []
    for n, seat in enumerate(loners):
        x, y = (n % columns) * (CARD_WIDTH + SIBLING_GAP), (n // columns) * (CARD_HEIGHT + CARD_GAP)
        found.append(Rect(x, top + y, CARD_WIDTH, CARD_HEIGHT))
        stand.cards[key := Key(Kind.SEAT, seat)] = found[-1]
        stand.stirred.add(key)
    return tuple(found)
