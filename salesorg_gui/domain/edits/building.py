"""Growing a chart seat by seat: one step each, with the manager, the pod and the order that go with it."""

from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, seat_of
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Place, Pod, Seat
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a new seat goes: under whom and before which of the reports, in which pod and before which member.

    ``above`` are seats of one manager that report to the new one instead. Without pod and place it stands where the
    tree of its manager puts it, else on the bench.
    """

    manager: SeatId | None = None
    before: SeatId | None = None
    pod: PodId | None = None
    before_member: SeatId | None = None
    place: Place | None = None
    above: tuple[SeatId, ...] = ()


@dataclass(frozen=True, slots=True)
class AddSeat:
    """Put a new seat on its spot. ``lines`` are ids for new lines: one, and one more for each seat below it."""

    seat: Seat
    spot: Spot
    lines: tuple[LineId, ...]
    label: str

    def apply(self, chart: Chart) -> Chart:
        """The chart with the seat; refused when the spot is gone."""
        spot, name = self.spot, self.seat.id
        chart = Add((self.seat,), self.label).apply(chart.gathered())
        places = (spot.place,) if spot.place is not None and spot.pod is None else ()
        chart = MoveSeats((name,), spot.pod, spot.before_member, places).apply(chart)
        if spot.manager is not None:
            chart = ReportTo((name,), spot.manager, self.lines[:1], spot.before).apply(chart)
        return ReportTo(spot.above, name, self.lines[1:]).apply(chart) if spot.above else chart


@dataclass(frozen=True, slots=True)
class Enclose:
    """Put seats into a new pod, in the order given, before another pod of its segment (``None``: last)."""

    pod: Pod
    seats: tuple[SeatId, ...]
    before: PodId | None = None

    @property
    def label(self) -> str:
        """One name."""
        return _("Make a pod")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the pod around the seats; its lead and its segment must be on the chart."""
        segment: SegmentId | None = next(iter(self.pod.segments), None)
        chart = Add((self.pod,), self.label).apply(chart)
        if segment is not None:
            chart = MovePods((self.pod.id,), segment, self.before).apply(chart)
        if self.pod.lead is not None:
            chart = LeadPod(self.pod.id, seat_of(chart, self.pod.lead).id).apply(chart)
        return MoveSeats(self.seats, self.pod.id).apply(chart) if self.seats else chart


@dataclass(frozen=True, slots=True)
class Promote:
    """Let a seat report to the manager of its manager, right after the latter."""

    seat: SeatId

    @property
    def label(self) -> str:
        """One name."""
        return _("Move one level up")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the seat one level up; refused for who reports to nobody, or to who reports to nobody."""
        seat_of(chart, self.seat)
        manager = chart.manager_of(self.seat)
        if manager is None:
            raise EditRefused(_("This seat reports to nobody."))
        above = chart.manager_of(manager)
        if above is None or above == self.seat:
            raise EditRefused(_("There is no higher level to move to."))
        following = _after(chart.reports_of(above), manager)
        return ReportTo((self.seat,), above, (), following).apply(chart)


@dataclass(frozen=True, slots=True)
class Demote:
    """Let a seat report to the colleague before it, as the last of the reports there."""

    seat: SeatId

    @property
    def label(self) -> str:
        """One name."""
        return _("Move one level down")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the seat one level down; refused for the first report, who has nobody to go under."""
        seat_of(chart, self.seat)
        manager = chart.manager_of(self.seat)
        row = chart.reports_of(manager) if manager is not None else ()
        at = row.index(self.seat) if self.seat in row else 0
        if not at:
            raise EditRefused(_("There is nobody before it to report to."))
        return ReportTo((self.seat,), row[at - 1]).apply(chart)


@dataclass(frozen=True, slots=True)
class DissolvePods:
    """Take the frames of pods away; their members stay where their managers stand, or on the bench."""

    pods: tuple[PodId, ...]

    @property
    def label(self) -> str:
        """One name."""
        return _("Dissolve pod")

    def apply(self, chart: Chart) -> Chart:
        """The chart without those pods."""
        gone = tuple(dict.fromkeys(pod for pod in self.pods if pod in chart.pods))
        if not gone:
            raise EditRefused(_("There is no pod here to dissolve."))
        return Remove(tuple(Key(Kind.POD, pod) for pod in gone), self.label).apply(chart)


def _after(row: tuple[SeatId, ...], seat: SeatId) -> SeatId | None:
    """The next in a row, or ``None`` at its end."""
    at = row.index(seat) + 1
    return row[at] if at < len(row) else None
