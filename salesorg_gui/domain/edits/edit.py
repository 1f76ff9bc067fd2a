"""What an edit is, and how it refuses."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.ids import ChartId, PodId, SeatId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Pod, Record, Seat, Segment
from salesorg_gui.i18n import _
from salesorg_gui.values import dataclass


class EditRefused(Exception):
    """The edit makes no sense for this chart; the message says why."""


@runtime_checkable
class ChartEdit(Protocol):
    """An intention about the chart on show."""

    @property
    def label(self) -> str:
        """What undo calls it."""
        ...

    def apply(self, chart: Chart) -> Chart:
        """The chart afterwards; the very same one when nothing changes; may raise ``EditRefused``."""
        ...


@runtime_checkable
class PlanEdit(Protocol):
    """An intention about the whole document."""

    @property
    def label(self) -> str:
        """What undo calls it."""
        ...

    def revise(self, plan: Plan) -> Plan:
        """The plan afterwards; the very same one when nothing changes; may raise ``EditRefused``."""
        ...


type Edit = ChartEdit | PlanEdit


def seat_of(chart: Chart, seat: SeatId) -> Seat:
    """The seat, or a refusal when it is gone."""
    if seat not in chart.seats:
        raise EditRefused(_("This seat is no longer on the chart."))
    return chart.seats[seat]


def pod_of(chart: Chart, pod: PodId) -> Pod:
    """The pod, or a refusal when it is gone."""
    if pod not in chart.pods:
        raise EditRefused(_("This pod is no longer on the chart."))
    return chart.pods[pod]


def segment_of(chart: Chart, segment: SegmentId) -> Segment:
    """The segment, or a refusal when it is gone."""
    if segment not in chart.segments:
        raise EditRefused(_("This segment is no longer on the chart."))
    return chart.segments[segment]


def spoken(seat: Seat) -> str:
    """How a sentence names a seat: its holder, else its title, else its role's id in words."""
    return seat.holder or seat.title or seat.role.replace("_", " ")


def between(orders: Sequence[float], place: int, count: int = 1) -> list[float] | None:
    """``count`` rising numbers that sort at ``place`` among the sorted ``orders``; ``None`` without room for them."""
    low = orders[place - 1] if place > 0 else None
    high = orders[place] if place < len(orders) else None
    if high is None:
        found = [float(low or 0.0) + n + 1 for n in range(count)]
    elif low is None:
        found = [high - count + n for n in range(count)]
    else:
        step = (high - low) / (count + 1)
        found = [low + step * (n + 1) for n in range(count)]
    ladder = [rung for rung in (low, *found, high) if rung is not None]
    return found if all(a < b for a, b in pairwise(ladder)) else None


@dataclass(frozen=True, slots=True)
class InChart:
    """A chart edit made to one chart of the plan."""

    chart: ChartId
    edit: ChartEdit

    @property
    def label(self) -> str:
        """The chart edit's own label."""
        return self.edit.label

    def revise(self, plan: Plan) -> Plan:
        """The plan with that one chart edited."""
        if self.chart not in plan.charts:
            raise EditRefused(_("This chart is no longer in the plan."))
        before = plan.charts[self.chart]
        after = self.edit.apply(before)
        return plan if after is before else plan.with_chart(after)


@dataclass(frozen=True, slots=True)
class Together:
    """Several chart edits as one step, in order; refused whole when one is refused."""

    label: str
    edits: tuple[ChartEdit, ...]

    def apply(self, chart: Chart) -> Chart:
        """The chart after all of them."""
        for edit in self.edits:
            chart = edit.apply(chart)
        return chart


def changed(chart: Chart, records: Iterable[Record]) -> Chart:
    """The chart with those of the records that differ from what it holds; itself when none does."""
    news = [record for record in records if chart.record(key_of(record)) != record]
    return chart.with_records(news) if news else chart
