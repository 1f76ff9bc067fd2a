"""Puts a seat of a hiring plan on the chart: planned, beside its colleagues, with its first day and its hire."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.building import AddSeat
from salesorg_gui.domain.edits.building import Spot as Place
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.records import HEADCOUNT_LIMIT, Add
from salesorg_gui.domain.ids import HandoffId, HireId, Kind, LineId, SeatId
from salesorg_gui.domain.records import Handoff, Hire, Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.study.hiring.openings import Opening


@dataclass(frozen=True, slots=True)
class NewSeat:
    """One step of undo, and the seat that stands on the chart afterwards."""

    edit: ChartEdit
    seat: SeatId


def planned_seat(chart: Chart, one: Opening, start: date, role: str) -> NewSeat:
    """A seat for an opening that has none yet. ``role`` is what the step is called by.

    What its colleagues in the same place get and hand over it gets and hands over too, save where somebody said how
    the work is shared out between them.
    """
    label = _("Plan {role}").format(role=role)
    id, day = SeatId(new_id(chart, Kind.SEAT)), start.isoformat()
    seat = Seat(id, one.role, headcount=min(one.count, HEADCOUNT_LIMIT), fte=one.fte, status=Status.PLANNED, start=day)
    manager = one.spot.manager if one.spot.manager in chart.seats else None
    pod = one.spot.pod if one.spot.pod in chart.pods else None
    added = AddSeat(seat, Place(manager, pod=pod), (LineId(new_id(chart, Kind.LINE, (id,))),), label)
    hire = Hire(HireId(new_id(chart, Kind.HIRE, (id,))), id, start=day)
    handoffs = tuple(_like_colleagues(chart, one, id))
    return NewSeat(Together(label, (added, Add((hire, *handoffs), label))), id)


def colleague(chart: Chart, one: Opening) -> SeatId | None:
    """Who does the same in the same place; whoever sits there rather than an empty seat."""
    alike = [
        seat
        for seat in chart.seats.values()
        if seat.role == one.role and seat.pod == one.spot.pod and chart.manager_of(seat.id) == one.spot.manager
    ]
    return min(alike, key=lambda seat: (seat.status is not Status.FILLED, seat.order, seat.id)).id if alike else None


def _like_colleagues(chart: Chart, one: Opening, id: SeatId) -> Iterator[Handoff]:
    other = colleague(chart, one)
    if other is None:
        return
    taken: list[str] = [id]
    for handoff in (*chart.handoffs_to.get(other, ()), *chart.handoffs_from.get(other, ())):
        if handoff.probability is not None or handoff.source == handoff.target:
            continue
        name = new_id(chart, Kind.HANDOFF, taken)
        taken.append(name)
        if handoff.target == other:
            yield replace(handoff, id=HandoffId(name), target=id)
        else:
            yield replace(handoff, id=HandoffId(name), source=id)
