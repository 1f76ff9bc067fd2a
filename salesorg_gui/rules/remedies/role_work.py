"""Remedies for work that sits on the wrong seat."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Kind, RoleId, SeatId
from salesorg_gui.domain.records import Activity, Seat
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.remedies.duties import passed_on, with_stages, without_stages
from salesorg_gui.rules.remedies.handoff_work import Parting, parted
from salesorg_gui.rules.remedies.joining import covering, new_seat
from salesorg_gui.rules.remedies.lines import FEW, without
from salesorg_gui.rules.remedies.passing import nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.role_work import SPARE_FTE
from salesorg_gui.rules.staffing import activity_share, time_share
from salesorg_gui.rules.terms import (
    CLOSING,
    HEAD_OF_SALES,
    INBOUND,
    OPERATIONS,
    OUTBOUND,
    OUTBOUND_SDR,
    QUALIFIED_LEAD,
)

ENABLER, AGENCY = RoleId("enablement_specialist"), RoleId("lead_gen_agency")
ENABLEMENT_ROLES = (
    *(ENABLER, RoleId("enablement_program_manager"), RoleId("enablement_onboarding_manager")),
    RoleId("director_sales_enablement"),
)


def operations_moved(s: Situation) -> Iterator[Remedy]:
    """Sales operations does it, or the head of sales; else add somebody who does."""
    yield from _moved(s, "operations", (OPERATIONS, HEAD_OF_SALES), OPERATIONS)


def enablement_moved(s: Situation) -> Iterator[Remedy]:
    """Sales enablement does it; else add somebody who does."""
    yield from _moved(s, "enablement", ENABLEMENT_ROLES, ENABLER)


def inbound_combined(s: Situation) -> Iterator[Remedy]:
    """Let somebody else qualify the few leads, or give the seat less time."""
    if len(s.finding.seats) > 1:
        return
    (seat,) = s.finding.seats
    able = [*covering(s, OUTBOUND), *covering(s, CLOSING)]
    for other in nearest(s, seat, [one for one in able if not s.org.role(one).is_neighbour])[:FEW]:
        yield combined(s, seat, other)
    yield from _less_time(s, seat)


def combined(s: Situation, seat: SeatId, other: SeatId) -> Remedy:
    """Another seat takes over all that one does, which is no longer needed."""
    names = {"seat": s.names.seat(seat), "other": s.names.seat(other)}
    label = _("Let {other} do this as well, without the seat {seat}").format_map(names)
    drawn = (one for one in s.chart.handoffs.values() if seat in {one.source, one.target})
    stages = s.org.graphs.duties.stages[seat]
    taken = Revise((with_stages(s, s.chart.seats[other], stages),), label)
    return step(label, taken, *passed_on(s, label, drawn, seat, other), without(label, Kind.SEAT, (seat,)))


def _less_time(s: Situation, seat: SeatId) -> Iterator[Remedy]:
    leads, share = s.org.known_inbound_leads, time_share(s.org, seat, INBOUND)
    record = s.chart.seats[seat]
    if leads and share:
        need = leads / s.catalogue.capacity.inbound_leads_per_fte + SPARE_FTE
        fte = int(need / share / max(record.headcount, 1) * 20) / 20
        if 0 < fte < record.fte:
            label = _("Set {fte} FTE for {seat}").format(fte=spoken(fte), seat=s.names.seat(seat))
            yield step(label, Revise((replace(record, fte=fte),), label))


def hunting_left(s: Situation) -> Iterator[Remedy]:
    """Somebody else hunts; where somebody does already, the stage may just go."""
    seats = s.finding.seats
    others = [seat for seat in covering(s, OUTBOUND) if seat not in seats]
    if len(seats) == 1:
        yield from parted(s, seats[0], Parting((OUTBOUND,), OUTBOUND_SDR))
    if others or len(seats) > 1:
        label = _("Take {stage} from {seats}").format(stage=s.names.stages((OUTBOUND,)), seats=s.names.seats(seats))
        yield step(label, Revise(tuple(without_stages(s, s.chart.seats[seat], (OUTBOUND,)) for seat in seats), label))


def senior_relieved(s: Situation) -> Iterator[Remedy]:
    """Somebody less senior does outbound, or an agency."""
    if len(s.finding.seats) > 1:
        return
    (seat,) = s.finding.seats
    yield from parted(s, seat, Parting((OUTBOUND,), OUTBOUND_SDR))
    yield from list(parted(s, seat, Parting((OUTBOUND,), AGENCY)))[-1:]


def developer_or_rep(s: Situation) -> Iterator[Remedy]:
    """Make it an outbound SDR, or take what an SDR does away from it."""
    seats = [s.chart.seats[seat] for seat in s.finding.seats]
    text = ngettext("Make {seats} an {role}", "Make {seats} {role}", len(seats))
    label = text.format(seats=s.names.seats(s.finding.seats), role=s.names.role(OUTBOUND_SDR))
    yield step(label, Revise(tuple(replace(seat, role=OUTBOUND_SDR) for seat in seats), label))
    label = _("Take appointments from {seats}").format(seats=s.names.seats(s.finding.seats))
    freed = Revise(tuple(without_stages(s, seat, (OUTBOUND,)) for seat in seats), label)
    yield step(label, freed, *_handed_by_others(s, label))


def _handed_by_others(s: Situation, label: str) -> Iterator[ChartEdit]:
    """The qualified leads of the seats come from whoever fetches leads near them, else from nobody."""
    handoffs = [s.chart.handoffs[id] for id in s.finding.handoffs]
    for seat in s.finding.seats:
        own = [one for one in handoffs if one.source == seat and one.object == QUALIFIED_LEAD]
        others = nearest(s, seat, (one for one in covering(s, OUTBOUND) if one not in s.finding.seats))
        if own and others:
            yield from passed_on(s, label, own, seat, others[0])
        elif own:
            yield without(label, Kind.HANDOFF, (one.id for one in own))


def _moved(s: Situation, kind: str, roles: tuple[RoleId, ...], new_role: RoleId) -> Iterator[Remedy]:
    """Activities of a kind go to a seat of one of these roles, the first there is of each; else to a new one."""
    takers = [seats[0] for role in roles if (seats := s.org.with_role(role))]
    load = sum(activity_share(s.org, seat, kind) * s.chart.seats[seat].total_fte for seat in s.finding.seats)
    freed = tuple(_without(s.chart.seats[seat], kind) for seat in s.finding.seats)
    for taker in (one for one in takers if one not in s.finding.seats):
        label = _("Move this work to {seat}").format(seat=s.names.seat(taker))
        record = s.chart.seats[taker]
        share = min(1.0, round(load / record.total_fte, 2)) if record.total_fte else 0.0
        work = Activity(_title(s, kind), kind, share)
        yield step(label, Revise((*freed, replace(record, activities=(*record.activities, work))), label))
    if not takers:
        _seat, label, new = new_seat(s, new_role)
        yield step(label, new, Revise(freed, label))


def _without(seat: Seat, kind: str) -> Seat:
    return replace(seat, activities=tuple(one for one in seat.activities if one.kind != kind))


def _title(s: Situation, kind: str) -> str:
    """What the work was called on the first seat that had it."""
    titles = (one.title for seat in s.finding.seats for one in s.chart.seats[seat].activities if one.kind == kind)
    return next(filter(None, titles), "")
