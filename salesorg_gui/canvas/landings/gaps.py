"""Fills a gap of the Handoffs view: with an open seat of the role that usually covers what is missing."""

from collections import Counter
from collections.abc import Iterable

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Family, Role
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId, StageId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.layout.flow_parts import Gap
from salesorg_gui.layout.layout import Layout

WORKING = frozenset({Family.FRONTLINE, Family.NURTURE})
"""Roles that work with customers: others may help out, but are not hired for it."""


def gaps_of(layout: Layout, lanes: Iterable[Key]) -> tuple[Gap, ...]:
    """The gaps in some lanes."""
    wanted = set(lanes)
    return tuple(gap for gap in (layout.flow.gaps if layout.flow is not None else ()) if gap.lane in wanted)


def filled(gaps: Iterable[Gap], chart: Chart, catalogue: Catalogue) -> tuple[ChartEdit | None, tuple[Key, ...]]:
    """The edit that adds an open seat for each gap, and the new seats; none where no role covers what is missing."""
    edits: list[ChartEdit] = []
    seats: list[Key] = []
    for gap in gaps:
        role = usual_role(gap.stages, chart, catalogue)
        if role is not None:
            seat = Seat(SeatId(new_id(chart, Kind.SEAT)), role.id, status=Status.OPEN)
            filling = _filling(gap, seat, chart)
            chart = filling.apply(chart)
            edits.append(filling)
            seats.append(key_of(seat))
    if len(edits) < 2:
        return next(iter(edits), None), tuple(seats)
    return Together(_("Fill the gaps"), tuple(edits)), tuple(seats)


def _filling(gap: Gap, seat: Seat, chart: Chart) -> ChartEdit:
    """The seat comes into the pod and reports to who leads it."""
    pod = _pod_of(gap, chart)
    edits: list[ChartEdit] = [Add((seat,), _("Add seat"))]
    if pod is not None:
        edits.append(MoveSeats((seat.id,), pod))
        lead = chart.pods[pod].lead
        if lead is not None and lead in chart.seats:
            edits.append(ReportTo((seat.id,), lead, (LineId(new_id(chart, Kind.LINE)),)))
    return Together(_("Fill the gap"), tuple(edits))


def usual_role(stages: Iterable[StageId], chart: Chart, catalogue: Catalogue) -> Role | None:
    """The role that covers most of some stages and least besides; among equals the one the chart has most of."""
    wanted = set(stages)
    held: Counter[RoleId] = Counter(seat.role for seat in chart.seats.values())
    fitting = [
        role for role in catalogue.roles.values() if role.family in WORKING and not wanted.isdisjoint(role.stages)
    ]
    return max(
        fitting,
        key=lambda role: (len(wanted & set(role.stages)), -len(set(role.stages) - wanted), held[role.id]),
        default=None,
    )


def _pod_of(gap: Gap, chart: Chart) -> PodId | None:
    """The pod of the gap's lane; in a segment's lane its first one."""
    if gap.lane is None:
        return None
    if gap.lane.kind is Kind.POD:
        return PodId(gap.lane.id)
    pods = chart.pods_in.get(SegmentId(gap.lane.id), ())
    return pods[0].id if pods else None
