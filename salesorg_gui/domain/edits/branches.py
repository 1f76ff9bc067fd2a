"""How a branch stands in the reporting view: its style, who assists, and the order of its reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, changed, seat_of
from salesorg_gui.domain.edits.places import orders_before
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.records import FEWEST_COLUMNS, MOST_COLUMNS, BranchStyle, Line, LineKind
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class StyleBranch:
    """Let the reports of these seats stand in one style; ``columns`` counts for columns only (0: as fits)."""

    seats: tuple[SeatId, ...]
    branch: BranchStyle
    columns: int = 0

    @property
    def label(self) -> str:
        """One name."""
        return _("Style branch")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the branches in that style."""
        columns = self.columns if self.branch is BranchStyle.COLUMNS else 0
        if columns and not FEWEST_COLUMNS <= columns <= MOST_COLUMNS:
            sentence = _("A branch stands in {fewest} to {most} columns.")
            raise EditRefused(sentence.format(fewest=FEWEST_COLUMNS, most=MOST_COLUMNS))
        seats = [seat_of(chart, seat) for seat in self.seats]
        return changed(chart, [replace(seat, branch=self.branch, columns=columns) for seat in seats])


@dataclass(frozen=True, slots=True)
class MakeAssistant:
    """Stand a report beside its manager, or below with the others again."""

    line: LineId
    wanted: bool = True

    @property
    def label(self) -> str:
        """Names the way it goes."""
        return _("Make assistant") if self.wanted else _("Make report")

    def apply(self, chart: Chart) -> Chart:
        """The chart with that line as it is asked for."""
        line = chart.lines.get(self.line)
        if line is None:
            raise EditRefused(_("This line is no longer on the chart."))
        if line.kind is not LineKind.SOLID:
            raise EditRefused(_("An assistant has a solid line to its manager."))
        return changed(chart, [replace(line, is_assistant=self.wanted)])


@dataclass(frozen=True, slots=True)
class MoveAmongReports:
    """Stand reports before another report of their manager (``None``: last)."""

    seats: tuple[SeatId, ...]
    before: SeatId | None = None

    @property
    def label(self) -> str:
        """One name."""
        return _("Change order")

    def apply(self, chart: Chart) -> Chart:
        """The chart with them there. Refused when they report to different managers, or one to nobody."""
        managers = {_led_by(chart, seat) for seat in self.seats}
        if not managers:
            return chart
        if len(managers) > 1:
            raise EditRefused(_("These seats report to different managers."))
        down = chart.lines_down[managers.pop()]
        at = {line.report: line for line in reversed(down)}
        before = at[self.before].id if self.before in at else None
        return _in_order(chart, down, [at[seat] for seat in self.seats], before)


def _led_by(chart: Chart, seat: SeatId) -> SeatId:
    manager = chart.manager_of(seat_of(chart, seat).id)
    if manager is None:
        raise EditRefused(_("This seat reports to nobody."))
    return manager


def _in_order(chart: Chart, down: Sequence[Line], moved: Sequence[Line], before: LineId | None) -> Chart:
    records = {line.id: line for line in down}
    orders = orders_before(down, moved, before)
    return changed(chart, [replace(records[LineId(name)], order=order) for name, order in orders.items()])
