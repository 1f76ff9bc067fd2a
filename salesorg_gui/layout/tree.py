"""The reporting view: a tidy tree over the solid lines, several roots side by side, loners in a grid below."""

from collections.abc import Collection, Iterable, Mapping
from math import ceil, sqrt

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.forests import Step, forest_after
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown, Growth
from salesorg_gui.layout.layout import NOWHERE, Layout, Since, ViewKind, around
from salesorg_gui.layout.lengths import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LEVEL_GAP, SIBLING_GAP
from salesorg_gui.layout.places import Places, Standing, Told
from salesorg_gui.layout.reporting import Forest, Solid, forest_of, solid_lines
from salesorg_gui.layout.shelves import Shelf, shelved
from salesorg_gui.layout.stirred import stirred

TREES = Shelf(gap=64.0, row_gap=96.0, least=2400.0)
LONERS_IN_A_ROW = 4
NOBODY: frozenset[SeatId] = frozenset()


def arrange_tree(
    chart: Chart, solid: Solid | None = None, folded: Collection[SeatId] = (), earlier: Layout | None = None
) -> Layout:
    """The reporting view of a chart. Seats without any line stand in a grid below the trees.

    Whoever stands below a ``folded`` seat is left out. From an ``earlier`` layout the branches that did not change are
    taken over; the answer is the same without it.
    """
    grown = earlier.grown if earlier is not None and isinstance(earlier.grown, Grown) else None
    solid = solid or solid_lines(chart, grown.solid if grown is not None else None)
    step = forest_after(chart, solid, grown.chart, grown.solid, grown.forest) if grown is not None else None
    if grown is not None and step is not None:
        return _grown_on(chart, solid, frozenset(folded), step, grown)
    forest = forest_of(chart, solid, chart.seats)
    growth = Growth(chart, solid, forest, frozenset(folded))
    growth.grow([(root, 0) for root in forest.roots])
    return _laid_out(growth)


def _grown_on(chart: Chart, solid: Solid, folded: frozenset[SeatId], step: Step, grown: Grown) -> Layout:
    """The layout with everything taken over from an earlier one that an edit left alone."""
    forest = step.forest
    growth = Growth(chart, solid, forest, folded, dict(grown.blocks))
    gone = [seat for seat in step.moved if seat not in chart.seats]
    hidden = _hidden(forest, folded, (folded - grown.folded) | step.moved)
    freed = frozenset(seat for seat in step.moved if seat not in forest.managers)  # nobody above grows these anew
    for seat in (*gone, *hidden, *(seat for seat in step.touched if seat not in forest.reports)):
        growth.blocks.pop(seat, None)
    growth.grow(_and_above(forest, folded, step.touched | freed | (folded ^ grown.folded)))
    return _laid_out(growth, grown, {*gone, *hidden}, freed)


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


def _laid_out(
    growth: Growth, earlier: Grown | None = None, left: Collection[SeatId] = NOBODY, freed: Collection[SeatId] = NOBODY
) -> Layout:
    """Stand the trees side by side and the loners below them. Some have ``left`` since earlier, or were ``freed``."""
    forest, blocks = growth.forest, growth.blocks
    tops, bounds = _side_by_side(growth)
    loners = _grid(forest, bounds)
    bounds = around([*loners.values(), *([bounds] if tops else [])])
    folded = {seat: blocks[seat].count - 1 for seat in growth.folded if seat in blocks}
    places = Places(blocks, forest.managers, tops, loners)
    shown = len(loners) + sum(block.count for block, _x, _y in tops) - sum(folded.values())
    grown = Grown(growth.chart, growth.solid, forest, frozenset(growth.folded), places)
    return Layout(
        ViewKind.REPORTING,
        Told(places.card, places.cards, shown),
        {},
        Told(places.hook, places.hooks),
        spines=Told(places.spine, places.spines),
        opened=forest.opened,
        folded=folded,
        bounds=bounds,
        seek=places.touching,
        grown=grown,
        since=_since(earlier, places, folded, growth, [*left, *freed]) if earlier is not None else None,
    )


def _side_by_side(growth: Growth) -> tuple[tuple[Standing, ...], Rect]:
    """Where each tree stands, and the room of all."""
    forest, blocks = growth.forest, growth.blocks
    trees = [blocks[root] for root in forest.roots if root in forest.reports]
    sizes = [(tree.span, tree.reach[5]) for tree in trees]
    corners = shelved(sizes, TREES)
    tops = tuple((tree, x - tree.reach[3], y) for tree, (x, y) in zip(trees, corners, strict=True))
    return tops, around([Rect(x, y, *size) for (x, y), size in zip(corners, sizes, strict=True)])


def _since(
    earlier: Grown, places: Places, folded: Mapping[SeatId, int], growth: Growth, unhung: Iterable[SeatId]
) -> Since:
    """What may differ from an earlier layout, where ``unhung`` hung on somebody."""
    keys, along = stirred(earlier.places, places, folded)
    keys.update(Key(Kind.SEAT, seat) for seat in unhung)
    hooked = {seat for block in growth.made for seats, _hook in block.hooks for seat in seats}
    return Since(earlier, frozenset(keys), frozenset(hooked.union(unhung)), along)


def _grid(forest: Forest, above: Rect) -> dict[SeatId, Rect]:
    """Whoever has no line stands in rows below the trees."""
    loners = [root for root in forest.roots if root not in forest.reports]
    top = above.bottom + 2 * LEVEL_GAP if above is not NOWHERE else 0.0
    columns = max(LONERS_IN_A_ROW, ceil(sqrt(len(loners))))
    found: dict[SeatId, Rect] = {}
    for n, seat in enumerate(loners):
        x, y = (n % columns) * (CARD_WIDTH + SIBLING_GAP), (n // columns) * (CARD_HEIGHT + CARD_GAP)
        found[seat] = Rect(x, top + y, CARD_WIDTH, CARD_HEIGHT)
    return found
