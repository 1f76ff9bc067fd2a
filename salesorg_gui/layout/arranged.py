"""The layout of a chart in a view: the one place that knows which layout a view has.

The board is what a window shows first, so the other two are loaded when they are looked at.
"""

from typing import TYPE_CHECKING

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.reporting import Solid

if TYPE_CHECKING:
    from salesorg_gui.layout.flow_teams import PillSize

NOBODY: frozenset[SeatId] = frozenset()


def arranged(  # noqa: PLR0913 -- what any of the views may ask for
    view: ViewKind,
    chart: Chart,
    solid: Solid | None,
    catalogue: Catalogue,
    before: Layout | None = None,
    *,
    with_bench: bool = False,
    folded: frozenset[SeatId] = NOBODY,
    lanes: Lanes = Lanes.PODS,
    pill: "PillSize | None" = None,
) -> Layout:
    """Where everything stands. The answer is the same without an earlier layout, which only saves time.

    ``pill`` tells how wide the name of a handoff is drawn.
    """
    match view:
        case ViewKind.BOARD:
            return arrange_board(chart, solid, before, with_bench=with_bench)
        case ViewKind.REPORTING:
            from salesorg_gui.layout.tree import arrange_tree  # noqa: PLC0415

            return arrange_tree(chart, solid, folded, before)
        case ViewKind.HANDOFFS:
            from salesorg_gui.layout.flow import arrange_flow, no_pill  # noqa: PLC0415

            return arrange_flow(chart, catalogue, lanes, pill or no_pill, before)
