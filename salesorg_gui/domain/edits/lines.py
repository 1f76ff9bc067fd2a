"""Drawing who reports to whom, and who hands what to whom."""

from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.edit import EditRefused, changed, seat_of, spoken
from salesorg_gui.domain.edits.places import orders_before
from salesorg_gui.domain.edits.records import check
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.records import Handoff, Line, LineKind
from salesorg_gui.i18n import _


def unused(chart: Chart, line: Line) -> Line:
    """The line, or a refusal when another one has its id."""
    if line.id in chart.lines:
        raise EditRefused(_("This is already on the chart."))
    return line


@dataclass(frozen=True, slots=True)
class ReportTo:
    """Give seats one solid manager, or none. ``lines`` are the ids for new lines, one a seat.

    A seat's earlier solid line keeps its id; further ones go. Nobody is the assistant of a new manager. Refused when it
    would close a circle.
    """

    seats: tuple[SeatId, ...]
    manager: SeatId | None
    lines: tuple[LineId, ...] = ()
    before: SeatId | None = None

    @property
    def label(self) -> str:
        """Names the way it goes."""
        return _("Change manager") if self.manager is not None else _("Remove manager")

    def apply(self, chart: Chart) -> Chart:
        """The chart with that manager above the seats."""
        for seat in self.seats:
            seat_of(chart, seat)
        if self.manager is None:
            gone = [key_of(line) for seat in self.seats for line in chart.lines_up.get(seat, ())]
            return chart.without(gone) if gone else chart
        self._refuse_circles(chart, self.manager)
        return self._drawn(chart, self.manager)

    def _refuse_circles(self, chart: Chart, manager: SeatId) -> None:
        boss = seat_of(chart, manager)
        for seat in self.seats:
            if seat == manager:
                raise EditRefused(_("A seat cannot report to itself."))
            if chart.leads(seat, manager):
                above, below = spoken(chart.seats[seat]), spoken(boss)
                sentence = _("{above} already leads {below}. A leader cannot report to a report.")
                raise EditRefused(sentence.format(above=above, below=below))

    def _drawn(self, chart: Chart, manager: SeatId) -> Chart:
        down = chart.lines_down.get(manager, ())
        drawn: list[Line] = []
        surplus: list[Line] = []
        for number, seat in enumerate(dict.fromkeys(self.seats)):
            old = chart.lines_up.get(seat, ())
            kept = next((line for line in old if line.manager == manager), old[0] if old else None)
            surplus += [line for line in old if line is not kept]
            line = kept or self._new_line(chart, number, seat, manager)
            drawn.append(line if line.manager == manager else replace(line, manager=manager, is_assistant=False))
        moved = [line for line in drawn if self.before is not None or line not in down]
        before = next((line.id for line in down if line.report == self.before), None)
        records = {line.id: line for line in (*down, *moved)}
        orders = orders_before(down, moved, before)
        after = changed(chart, [replace(records[LineId(name)], order=order) for name, order in orders.items()])
        return after.without(key_of(line) for line in surplus) if surplus else after

    def _new_line(self, chart: Chart, number: int, seat: SeatId, manager: SeatId) -> Line:
        if number >= len(self.lines):
            raise EditRefused(_("This line needs a name of its own."))
        return unused(chart, Line(self.lines[number], seat, manager))


@dataclass(frozen=True, slots=True)
class DrawDotted:
    """Add a dotted line: ``report`` also listens to ``manager``."""

    line: LineId
    report: SeatId
    manager: SeatId

    @property
    def label(self) -> str:
        """One name."""
        return _("Draw dotted line")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the line."""
        report, manager = seat_of(chart, self.report), seat_of(chart, self.manager)
        if self.report == self.manager:
            raise EditRefused(_("A seat cannot report to itself."))
        lines = (*chart.dotted_up.get(self.report, ()), *chart.lines_up.get(self.report, ()))
        if any(line.manager == self.manager for line in lines):
            sentence = _("{report} already has a line to {manager}.")
            raise EditRefused(sentence.format(report=spoken(report), manager=spoken(manager)))
        return chart.with_records([unused(chart, Line(self.line, self.report, self.manager, LineKind.DOTTED))])


@dataclass(frozen=True, slots=True)
class DrawHandoff:
    """Let a seat or lead source hand something to a seat."""

    handoff: Handoff

    @property
    def label(self) -> str:
        """One name."""
        return _("Draw handoff")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the handoff; refused to itself, from nowhere, and when it is drawn already."""
        new = self.handoff
        if new.source not in chart.sources:
            seat_of(chart, SeatId(new.source))
        target = seat_of(chart, new.target)
        if new.source == new.target:
            raise EditRefused(_("A seat cannot hand over to itself."))
        if new.id in chart.handoffs:
            raise EditRefused(_("This is already on the chart."))
        twins = chart.handoffs_from.get(new.source, ())
        if any(twin.target == new.target and twin.object == new.object for twin in twins):
            raise EditRefused(_("This is handed to {target} already.").format(target=spoken(target)))
        check(new)
        return chart.with_records([new])
