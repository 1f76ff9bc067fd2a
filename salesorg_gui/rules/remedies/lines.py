"""Edits of reporting lines that several remedies are made of, and whom a seat may report to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind, LineId, RoleId, SeatId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step

FEW = 3
"""More managers than these are not proposed for one seat."""


def reporting_to(s: Situation, seats: Iterable[SeatId], manager: SeatId) -> ReportTo:
    """Let seats report to a manager; what they reported to before goes."""
    moved = tuple(seats)
    return ReportTo(moved, manager, tuple(LineId(new_id(s.chart, Kind.LINE)) for _seat in moved))


def report_to(s: Situation, seat: SeatId, manager: SeatId) -> Remedy:
    """Let one seat report to a manager."""
    names = {"seat": s.names.seat(seat), "manager": s.names.seat(manager)}
    return step(_("Let {seat} report to {manager}").format_map(names), reporting_to(s, (seat,), manager))


def report_together(s: Situation, seats: Sequence[SeatId], manager: SeatId) -> Remedy:
    """Let several seats report to one manager."""
    names = {"seats": s.names.seats(seats), "manager": s.names.seat(manager)}
    return step(_("Let {seats} report to {manager}").format_map(names), reporting_to(s, seats, manager))


def lines_up(s: Situation, seat: SeatId) -> tuple[LineId, ...]:
    """The solid lines above a seat."""
    return tuple(line.id for line in s.chart.lines_up.get(seat, ()))


def without(label: str, kind: Kind, ids: Iterable[str]) -> Remove:
    """Take records away."""
    return Remove(tuple(Key(kind, id) for id in ids), label)


def open_seat(s: Situation, role: RoleId) -> Seat:
    """A new seat that nobody holds yet."""
    return Seat(SeatId(new_id(s.chart, Kind.SEAT)), role, status=Status.OPEN)


def added(s: Situation, seat: Seat, spot: Spot, label: str) -> ChartEdit:
    """Put a new seat on the chart with the lines its spot needs."""
    lines = tuple(LineId(new_id(s.chart, Kind.LINE)) for _line in range(1 + len(spot.above)))
    return AddSeat(seat, spot, lines, label)


def add_above(s: Situation, role: RoleId, reports: Sequence[SeatId], manager: SeatId | None = None) -> Remedy:
    """Add an open leader between a manager (or nobody) and some seats."""
    names = {"role": s.names.role(role), "seats": s.names.seats(reports)}
    label = _("Add {role} above {seats}").format_map(names)
    return step(label, added(s, open_seat(s, role), Spot(manager, above=tuple(reports)), label))


def usual_managers(s: Situation, seat: SeatId) -> tuple[SeatId, ...]:
    """Seats that usually lead this role and do not stand below the seat: those of its pod first, then the nearest."""
    below = walks.reached((seat,), s.org.graphs.reports)
    usual = s.org.role(seat).reports_to
    found = [other for role in usual for other in s.org.seats_by_role.get(role, ()) if other not in below]
    return tuple(islice(sorted(found, key=lambda other: not _is_near(s, seat, other)), FEW))


def likely_managers(s: Situation, seat: SeatId) -> Iterator[SeatId]:
    """Its usual managers, else the top of the chart."""
    usual = usual_managers(s, seat)
    yield from usual
    yield from (top for top in s.org.graphs.leading_roots[:1] if top != seat and top not in usual)


def _is_near(s: Situation, seat: SeatId, manager: SeatId) -> bool:
    """Whether a manager leads the pod of a seat, or stands in it, or leads somebody there."""
    pod = s.org.pod_of(seat)
    if pod is None:
        return False
    mates = {mate.id for mate in s.chart.members.get(pod, ())}
    leads_there = not mates.isdisjoint(s.org.graphs.reports.get(manager, ()))
    return manager == s.chart.pods[pod].lead or manager in mates or leads_there


def standing(s: Situation, seat: SeatId) -> tuple[bool, int, str]:
    """Sorts seats by how likely they lead: leaders first, then by rank."""
    return (not s.org.is_leader(seat), -s.org.role(seat).rank, seat)
