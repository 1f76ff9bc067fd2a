"""Remedies about time: more or less of it, or another use."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import RoleId, SeatId, StageId
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.remedies.duties import passed_on
from salesorg_gui.rules.remedies.handoff_work import Parting, parted
from salesorg_gui.rules.remedies.joining import joined, new_seat
from salesorg_gui.rules.remedies.lines import FEW
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.remedies.role_work import AGENCY, combined
from salesorg_gui.rules.remedies.seen import figure, seen
from salesorg_gui.rules.staffing import time_share
from salesorg_gui.rules.terms import (
    ACCOUNT_MANAGER,
    CARE,
    CLOSING,
    CUSTOMER_SUCCESS,
    FIND,
    INBOUND_SDR,
    OPEN_QUESTION,
    OUTBOUND,
    OUTBOUND_SDR,
    SDR,
    SELLER,
    SPECIALIST,
)

STEP = 0.05
"""Parts of a week are told in steps of so much."""
MOST_PEOPLE = 3


def more_inbound(s: Situation) -> Iterator[Remedy]:
    """Add the FTE that are missing for inbound leads."""
    yield from _more(s, INBOUND_SDR, figure(seen(s), "missing"))


def faster_response(s: Situation) -> Iterator[Remedy]:
    """Add the FTE that keep the wait within the limit."""
    have = s.org.capacity.have(Part.INBOUND) if s.org.capacity is not None else 0.0
    yield from _more(s, INBOUND_SDR, figure(seen(s), "fte") - have)


def more_closing(s: Situation) -> Iterator[Remedy]:
    """Add the FTE that are missing for qualified leads."""
    yield from _more(s, SELLER, figure(seen(s), "missing"))


def more_outbound(s: Situation) -> Iterator[Remedy]:
    """Add the FTE that are missing for outbound, or an agency."""
    yield from _more(s, OUTBOUND_SDR, figure(seen(s), "fte"))
    seat, label, new = new_seat(s, AGENCY)
    yield step(label, new, *joined(s.after(new), seat))


def more_care(s: Situation) -> Iterator[Remedy]:
    """Add the FTE that are missing for customers."""
    told = seen(s)
    missing = figure(told, "fte") - figure(told, "available")
    for role in (CUSTOMER_SUCCESS, ACCOUNT_MANAGER):
        yield from list(_more(s, role, missing))[: 1 if role is not CUSTOMER_SUCCESS else None]


def less_inbound(s: Situation) -> Iterator[Remedy]:
    """Take the time nobody needs from a seat that has it."""
    told = seen(s)
    surplus = figure(told, "available") - figure(told, "fte") - s.limits["slack"]
    for seat in s.finding.seats[:FEW]:
        record = s.chart.seats[seat]
        fte = int((record.fte - surplus / max(record.headcount, 1)) / STEP + 1e-6) * STEP
        if fte > 0:
            yield _with_fte(s, record, round(fte, 2))


def inbound_full_time(s: Situation) -> Iterator[Remedy]:
    """Make a seat full-time, or add one that is."""
    yield from (_with_fte(s, s.chart.seats[seat], 1.0) for seat in s.finding.seats[:FEW])
    yield from _more(s, INBOUND_SDR, 1.0, s.finding.seats[:0])


def closer_alone(s: Situation) -> Iterator[Remedy]:
    """Let others find and care, so that the closer only closes."""
    (seat,) = s.finding.seats
    stages = s.org.graphs.duties.stages[seat]
    finding = tuple(stage for stage in stages if stage in FIND)
    caring = tuple(stage for stage in stages if stage in CARE)
    if finding:
        yield from parted(s, seat, Parting(finding, OUTBOUND_SDR if finding == (OUTBOUND,) else SDR))
    if caring:
        yield from parted(s, seat, Parting(caring, CUSTOMER_SUCCESS))


def closer_hunts(s: Situation) -> Iterator[Remedy]:
    """One of the two does the work of both."""
    closing = [seat for seat in s.finding.seats if s.org.covers(seat, CLOSING)]
    hunting = [seat for seat in s.finding.seats if seat not in closing]
    for hunter in hunting[:FEW]:
        yield from (combined(s, hunter, closer) for closer in closing[:1])


def week_fits(s: Situation) -> Iterator[Remedy]:
    """Cut all shares alike until they fill the week and no more."""
    (seat,) = s.finding.seats
    record = s.chart.seats[seat]
    booked = sum(max(0.0, share) for share in record.shares.values())
    booked += sum(max(0.0, one.share) for one in record.activities)
    shares = {stage: share / booked for stage, share in record.shares.items()}
    activities = tuple(replace(one, share=one.share / booked) for one in record.activities)
    label = _("Cut all shares of {seat} to fit the week").format(seat=s.names.seat(seat))
    yield step(label, Revise((replace(record, shares=shares, activities=activities),), label))


def wider_neck(s: Situation) -> Iterator[Remedy]:
    """Add people where it is narrowest, as few as help."""
    for people in range(1, MOST_PEOPLE + 1):
        yield from (_more_people(s, seat, people) for seat in s.finding.seats[:FEW])


def acquisition_booked(s: Situation) -> Iterator[Remedy]:
    """Book the hours a week that are missing, on one of the seats that fetch."""
    weekly, wanted = s.org.situation.figures.hours_per_week, s.limits["min_hours"]
    week = {seat: s.chart.seats[seat].total_fte * weekly for seat in s.finding.seats}
    have = {seat: time_share(s.org, seat, OUTBOUND) * hours for seat, hours in week.items()}
    missing = wanted - sum(have.values())
    for seat in sorted(have, key=lambda one: -week[one])[:FEW]:
        record = s.chart.seats[seat]
        if week[seat] and (hours := have[seat] + missing) <= week[seat]:
            label = _("Book {hours} hours a week for outbound: {seat}").format(
                hours=spoken(ceil(hours)), seat=s.names.seat(seat)
            )
            shares = _with_share(s, record, OUTBOUND, min(1.0, ceil(hours) / week[seat]))
            yield step(label, Revise((replace(record, shares=shares),), label))
    if all(hours < wanted for hours in week.values()):
        yield from (_with_fte(s, s.chart.seats[seat], 1.0) for seat in s.finding.seats[:FEW])


def more_specialists(s: Situation) -> Iterator[Remedy]:
    """One more person on the seat, or a second specialist for half of the sellers."""
    (seat,) = s.finding.seats
    yield _more_people(s, seat, 1)
    other, label, new = new_seat(s, SPECIALIST, s.org.pod_of(seat))
    asked = [one for one in s.chart.handoffs.values() if one.target == seat and one.object == OPEN_QUESTION]
    moved = sorted(asked, key=lambda one: one.id)[: len(asked) // 2]
    yield step(label, new, *passed_on(s, label, moved, seat, other.id))


def _more(s: Situation, role: RoleId, fte: float, seats: Sequence[SeatId] | None = None) -> Iterator[Remedy]:
    """A seat with so many FTE, and for those there are: more people."""
    if fte <= 0:
        return
    people = ceil(fte - 1e-9)
    each = min(1.0, ceil(fte / people / STEP - 1e-6) * STEP)
    here = s.finding.seats if seats is None else seats
    pods = {s.org.pod_of(seat) for seat in here}
    seat, label, new = new_seat(s, role, next(iter(pods)) if len(pods) == 1 else None, people, round(each, 2))
    yield step(label, new, *joined(s.after(new), seat))
    for one in here[:FEW]:
        yield _more_people(s, one, ceil(fte / max(s.chart.seats[one].fte, STEP) - 1e-9))


def _more_people(s: Situation, seat: SeatId, people: int) -> Remedy:
    record = s.chart.seats[seat]
    text = ngettext("Plan {count} more person beside {seat}", "Plan {count} more people beside {seat}", people)
    label = text.format(count=people, seat=s.names.seat(seat))
    return step(label, Revise((replace(record, headcount=record.headcount + people),), label))


def _with_fte(s: Situation, seat: Seat, fte: float) -> Remedy:
    label = _("Set {fte} FTE for {seat}").format(fte=spoken(fte), seat=s.names.seat(seat.id))
    return step(label, Revise((replace(seat, fte=fte),), label))


def _with_share(s: Situation, seat: Seat, stage: StageId, share: float) -> dict[StageId, float]:
    """Shares of all stages with this one raised, the others cut alike where the week is too short."""
    stages = s.org.graphs.duties.stages[seat.id]
    others = {one: time_share(s.org, seat.id, one) for one in stages if one != stage}
    left = max(0.0, 1.0 - share - sum(max(0.0, one.share) for one in seat.activities))
    booked = sum(others.values())
    cut = min(1.0, left / booked) if booked else 1.0
    return {**{one: round(part * cut, 4) for one, part in others.items()}, stage: share}
