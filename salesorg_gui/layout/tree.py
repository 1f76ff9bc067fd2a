"""The reporting view: a tidy tree over the solid lines, leaves hanging in columns, several roots side by side."""

from collections.abc import Collection
from math import ceil, sqrt

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.branches import Branch, Hooks
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.growing import grow
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.lengths import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LEVEL_GAP, SIBLING_GAP
from salesorg_gui.layout.reporting import Forest, Solid, forest_of, solid_lines
from salesorg_gui.layout.shelves import Shelf, shelved
from salesorg_gui.layout.tidy import arrange, parents_first

TREES = Shelf(gap=64.0, row_gap=96.0, least=2400.0)
LONERS_IN_A_ROW = 4


def arrange_tree(chart: Chart, solid: Solid | None = None, folded: Collection[SeatId] = ()) -> Layout:
    """The reporting view of a chart. Seats without any line stand in a grid below the trees.

    Whoever stands below a ``folded`` seat is left out.
    """
    forest, hidden = forest_of(chart, solid or solid_lines(chart), chart.seats).without_below(folded)
    hooks: Hooks = {}
    trees = [grow(forest, root, hooks) for root in forest.roots if root in forest.reports]
    cards: dict[Key, Rect] = {}
    _stand_side_by_side(trees, cards)
    _stand_in_grid(forest, cards)
    bounds = around(list(cards.values()))
    return Layout(ViewKind.REPORTING, cards, {}, hooks, opened=forest.opened, folded=hidden, bounds=bounds)


def _stand_side_by_side(trees: list[Branch], cards: dict[Key, Rect]) -> None:
    boxes = [tree_cards(tree) for tree in trees]
    extents = [around(list(box.values())) for box in boxes]
    corners = shelved([(extent.width, extent.height) for extent in extents], TREES)
    for box, (x, y) in zip(boxes, corners, strict=True):
        cards.update({Key(Kind.SEAT, seat): rect.moved(x, y) for seat, rect in box.items()})


def tree_cards(tree: Branch) -> dict[SeatId, Rect]:
    """Where the cards of one tree stand, its corner being at 0, 0."""
    arrange(tree)
    return {
        seat: Rect(node.x + dx, node.y + dy, CARD_WIDTH, CARD_HEIGHT)
        for node in parents_first(tree)
        if isinstance(node, Branch)
        for seat, dx, dy in node.cards
    }


def _stand_in_grid(forest: Forest, cards: dict[Key, Rect]) -> None:
    loners = [root for root in forest.roots if root not in forest.reports]
    extent = around(list(cards.values()))
    top = extent.bottom + 2 * LEVEL_GAP if cards else 0.0
    columns = max(LONERS_IN_A_ROW, ceil(sqrt(len(loners))))
    for n, seat in enumerate(loners):
        x, y = (n % columns) * (CARD_WIDTH + SIBLING_GAP), (n // columns) * (CARD_HEIGHT + CARD_GAP)
        cards[Key(Kind.SEAT, seat)] = Rect(x, top + y, CARD_WIDTH, CARD_HEIGHT)
