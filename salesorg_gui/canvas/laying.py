"""Lays one chart after the other out, and remembers each view of the last one: who comes back finds it as it was."""

from typing import TYPE_CHECKING, NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.drawing.pills import pill_width
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.reporting import solid_lines

if TYPE_CHECKING:
    from salesorg_gui.domain.ids import SeatId


class _Kept(NamedTuple):
    """A layout, and all that it was made of: values, so it holds for as long as these are the same."""

    layout: Layout
    chart: Chart
    catalogue: Catalogue
    wishes: tuple[object, ...]


class Laying:
    """``with_bench``, ``folded`` and ``lanes`` are what one wishes to see of it from now on."""

    def __init__(self) -> None:
        self.with_bench = False
        self.folded: frozenset[SeatId] = frozenset()
        self.lanes = Lanes.PODS
        self._solid = solid_lines(Chart())
        self._kept: dict[ViewKind, _Kept] = {}

    def forget(self) -> None:
        """Nothing known of before is of use: another chart comes, or other words."""
        self._kept.clear()

    def laid_out(self, view: ViewKind, chart: Chart, catalogue: Catalogue) -> Layout:
        """Where everything stands; what was laid out of a view before saves time, and is told again where it holds."""
        wishes = self.with_bench, self.folded, self.lanes
        kept = self._kept.get(view)
        if kept is not None and kept.chart is chart and kept.catalogue is catalogue and kept.wishes == wishes:
            return kept.layout
        if self._solid.lines is not chart.lines:
            self._solid = solid_lines(chart, self._solid)
        layout = arranged(
            view,
            chart,
            self._solid,
            catalogue,
            kept.layout if kept is not None else None,
            with_bench=self.with_bench,
            folded=self.folded,
            lanes=self.lanes,
            pill=lambda handoff: pill_width(handoff, catalogue),
        )
        self._kept[view] = _Kept(layout, chart, catalogue, wishes)
        return layout
