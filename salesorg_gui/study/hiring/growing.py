"""Seats that a crew needs as its work grows: those drawn already come first, then like ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesorg_gui.capacity.formulas import rounded_up
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.rules.terms import (
    CLOSER_OUTBOUND,
    CUSTOMER_SUCCESS,
    FOUNDER,
    INBOUND_SDR,
    ISLAND,
    OUTBOUND_SDR,
    SELLER,
)
from salesorg_gui.study.hiring.crews import Crew, Member, per_fte
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.openings import Opening, Reason, Spot, Trigger
from salesorg_gui.study.hiring.pace import Timing

MOST = 99
"""Of one crew; nobody plans more at once."""
FULL_TIME = 1.0
ROUNDING = 1e-9
SPECIALISTS = {
    Part.INBOUND: INBOUND_SDR,
    Part.OUTBOUND: OUTBOUND_SDR,
    Part.CLOSER: SELLER,
    Part.CARE: CUSTOMER_SUCCESS,
}
"""Who does one part of the work and no other."""


@dataclass(frozen=True)
class Grown:
    """The openings of one crew. ``left_out`` is how many more there would be."""

    openings: tuple[Opening, ...]
    idle: tuple[Opening, ...]
    left_out: int = 0


def growth_of(crew: Crew, grounds: Grounds) -> Grown:
    """What a crew needs until the horizon; drawn seats it does not need by then are idle."""
    drawn = list(_drawn(crew, grounds))
    room = crew.room + sum(one.fte for one in crew.vacant)
    new = list(_new(crew, room, grounds))
    needed = [one for one in drawn if _is_near(one, grounds)]
    idle = [one for one in drawn if not _is_near(one, grounds)]
    return Grown((*needed, *_merged(new[:MOST])), tuple(idle), max(0, len(new) - MOST))


def _drawn(crew: Crew, grounds: Grounds) -> Iterator[Opening]:
    room = crew.room
    for member in crew.vacant:
        seat = grounds.org.chart.seats[member.seat]
        one = _opening(crew, room, member, grounds)
        spot = Spot(grounds.org.chart.manager_of(seat.id), grounds.org.pod_of(seat.id))
        yield replace(
            one, id=f"seat:{seat.id}", role=seat.role, spot=spot, seat=seat.id, count=seat.headcount, fte=seat.fte
        )
        room += member.fte


def _new(crew: Crew, room: float, grounds: Grounds) -> Iterator[Opening]:
    """One seat after the other, each when those before it have no more time."""
    is_growing = grounds.outlook.grows(crew)
    for number in range(MOST + 1):
        is_first = crew.first is not None and number < crew.first.people
        before = crew.spare if is_first else room
        missing = grounds.outlook.need(crew, 0) - before
        if not is_growing and missing <= grounds.tolerance:
            return
        if not _is_soon(grounds.outlook.reached(crew, before), grounds):  # of thousands of crews few need anybody
            return
        fte = FULL_TIME if is_growing else min(FULL_TIME, rounded_up(missing))
        if is_first and crew.first is not None:
            fte = crew.first.fte
        spot = Spot(grounds.usual_manager([one.seat for one in crew.held or crew.vacant]), crew.pod)
        yield replace(_opening(crew, before, Member(SeatId(""), fte), grounds), id=f"{crew.id}:{number}", spot=spot)
        room += fte


def _opening(crew: Crew, room: float, member: Member, grounds: Grounds) -> Opening:
    """Somebody more than those who have ``room``."""
    outlook, pace = grounds.outlook, grounds.pace
    part, needed = outlook.part(crew), outlook.reached(crew, room)
    full = outlook.room_in(crew, room)
    if crew.per_customer:
        above = outlook.measured(crew, needed - pace.lead) if needed is not None else full
    else:
        above = pace.trigger(full)
    trigger = Trigger(outlook.measure(crew), above, full, outlook.measured(crew, 0), pace.over, crew.pod)
    return Opening(
        id="",
        role=role_for(crew, part, grounds),
        reason=_reason(room, needed),
        spot=Spot(),
        fte=member.fte,
        part=part,
        trigger=trigger,
        timing=None if needed is None else Timing.of(needed, pace),
        adds=_adds(crew, member.fte, full, room, grounds),
    )


def _reason(room: float, needed: float | None) -> Reason:
    if not room:
        return Reason.NOBODY
    return Reason.GROWTH if needed is None or needed > ROUNDING else Reason.SHORT


def _adds(crew: Crew, fte: float, full: float, room: float, grounds: Grounds) -> float:
    """What one more takes on, in the measure watched: as much in its time as those who are there."""
    if len(crew.parts) == 1 and not crew.per_customer:
        return per_fte(grounds.outlook.measure(crew), grounds.figures) * fte
    return full / room * fte if room else 0.0


def role_for(crew: Crew, part: Part, grounds: Grounds) -> RoleId:
    """Another of those there are; where they do everything and there is much to do, somebody for the largest part.

    Beside a founder or a leader who does the work, somebody is hired who has nothing else to do.
    """
    if crew.first is not None:
        return crew.first.role
    org, peers = grounds.org, [one.seat for one in crew.held or crew.vacant]
    reps = [seat for seat in peers if not org.is_leader(seat) and org.role_id(seat) != FOUNDER]
    is_split = not grounds.is_small and org.chart.model != ISLAND
    if reps and (len(crew.parts) == 1 or not is_split):
        return grounds.commonest_role(reps)
    is_both = grounds.is_small and {Part.CLOSER, Part.OUTBOUND} & {*crew.parts}
    return CLOSER_OUTBOUND if is_both else SPECIALISTS[part]


def _is_near(one: Opening, grounds: Grounds) -> bool:
    return _is_soon(one.timing.needed if one.timing is not None else None, grounds)


def _is_soon(needed: float | None, grounds: Grounds) -> bool:
    return needed is not None and Timing.of(needed, grounds.pace).search <= grounds.horizon


def _merged(new: list[Opening]) -> Iterator[Opening]:
    """Like seats that are searched for in the same month are one line."""
    waiting: Opening | None = None
    for one in new:
        if waiting is not None and _is_alike(waiting, one):
            waiting = replace(waiting, count=waiting.count + 1)
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _is_alike(one: Opening, other: Opening) -> bool:
    if one.timing is None or other.timing is None:
        return False
    return int(one.timing.search) == int(other.timing.search) and (one.fte, one.role) == (other.fte, other.role)
