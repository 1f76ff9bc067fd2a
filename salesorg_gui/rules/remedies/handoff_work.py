"""Remedies about the work of single seats in the journey: not everything alone, and with a way to talk back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.ids import Kind, RoleId, SeatId, StageId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.remedies.duties import passed_on, taken_over
from salesorg_gui.rules.remedies.joining import joined
from salesorg_gui.rules.remedies.lines import FEW, added, open_seat, without
from salesorg_gui.rules.remedies.passing import drawn, given, hand, nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import (
    CLOSING,
    CUSTOMER_SUCCESS,
    FIND,
    GROWTH,
    INBOUND,
    INBOUND_SDR,
    MARKET_INSIGHT,
    ONBOARDING,
    OPEN_QUESTION,
    OUTBOUND,
    OUTBOUND_SDR,
    REJECTED_LEAD,
    RETENTION,
    SDR,
)

MANY = 12
"""More handoffs than these are not drawn at once."""
CARE = frozenset({ONBOARDING, RETENTION, GROWTH})


@dataclass(frozen=True, slots=True)
class Parting:
    """Stages that leave a seat, and the role that has them as its own work."""

    stages: Collection[StageId]
    role: RoleId


def finding_split_off(s: Situation) -> Iterator[Remedy]:
    """Somebody else finds the leads; or somebody else cares for the customers."""
    (seat,) = s.finding.seats
    yield from parted(s, seat, _finding(s, seat, FIND))
    yield from parted(s, seat, Parting(_own(s, seat, CARE), CUSTOMER_SUCCESS))


def outbound_split_off(s: Situation) -> Iterator[Remedy]:
    """Somebody else fetches the leads."""
    (seat,) = s.finding.seats
    yield from parted(s, seat, Parting((OUTBOUND,), OUTBOUND_SDR))


def care_split_off(s: Situation) -> Iterator[Remedy]:
    """Somebody else cares for the customers, or fetches the leads."""
    (seat,) = s.finding.seats
    hunting = Parting((OUTBOUND,), OUTBOUND_SDR)
    caring = Parting(_own(s, seat, CARE), CUSTOMER_SUCCESS)
    closes = CLOSING in s.org.graphs.duties.stages[seat]
    for parting in (caring, hunting) if closes else (hunting, caring):
        yield from parted(s, seat, parting)


def inbound_split_off(s: Situation) -> Iterator[Remedy]:
    """Somebody else qualifies what comes in."""
    (seat,) = s.finding.seats
    yield from parted(s, seat, _finding(s, seat, {INBOUND}))


def marketing_told(s: Situation) -> Iterator[Remedy]:
    """Draw feedback to marketing from who speaks with the leads."""
    marketing = s.finding.seats[0]
    outputs = s.org.graphs.duties.outputs
    for name in (MARKET_INSIGHT, REJECTED_LEAD):
        tellers = [seat for seat in s.org.seats if name in outputs[seat] and not s.org.role(seat).is_neighbour]
        ordered = sorted(nearest(s, marketing, tellers), key=lambda seat: not _finds(s, seat))
        yield from (hand(s, teller, marketing, name) for teller in ordered[:FEW])


def way_back(s: Situation) -> Iterator[Remedy]:
    """Draw the way back for bad leads."""
    handoff = s.chart.handoffs[s.finding.handoffs[0]]
    yield hand(s, handoff.target, SeatId(handoff.source), REJECTED_LEAD)


def specialist_asked(s: Situation) -> Iterator[Remedy]:
    """Let the sellers ask the specialist: all of them, or the nearest."""
    (specialist,) = s.finding.seats
    asking = [seat for seat in s.org.sellers if OPEN_QUESTION in given(s, seat)]
    near = nearest(s, specialist, asking)
    if 1 < len(near) <= MANY:
        text = ngettext("Let {count} seller ask {seat}", "Let {count} sellers ask {seat}", len(near))
        label = text.format(count=len(near), seat=s.names.seat(specialist))
        yield step(label, *(drawn(s, seller, specialist, OPEN_QUESTION) for seller in near))
    yield from (hand(s, seller, specialist, OPEN_QUESTION) for seller in near[:FEW])


def support_relieved(s: Situation) -> Iterator[Remedy]:
    """Somebody who sells stands in for the support role, or its handoffs of customers go."""
    (seat,) = s.finding.seats
    moves = [move for move in s.org.graphs.moves if seat in {move.giver, move.taker}]
    taken = {move.handoff.object for move in moves if move.taker == seat}
    handed = {move.handoff.object for move in moves if move.giver == seat}
    duties = s.org.graphs.duties
    selling = {Family.FRONTLINE, Family.NURTURE}
    able = [one for one in s.org.seats if s.org.role(one).family in selling and taken <= duties.inputs[one]]
    for other in nearest(s, seat, [one for one in able if handed <= duties.outputs[one]])[:FEW]:
        names = {"other": s.names.seat(other), "seat": s.names.seat(seat)}
        label = _("Let {other} do this instead of {seat}").format_map(names)
        yield step(label, *passed_on(s, label, [move.handoff for move in moves], seat, other))
    label = _("Take {seat} out of the customer flow").format(seat=s.names.seat(seat))
    yield step(label, without(label, Kind.HANDOFF, (move.handoff.id for move in moves)))


def parted(s: Situation, seat: SeatId, parting: Parting) -> Iterator[Remedy]:
    """Give stages of a seat to one that does them already, and else to a new one."""
    covered = s.org.graphs.duties.stages
    kept = set(covered[seat]) - set(parting.stages)
    able = [
        other
        for other in s.org.seats
        if other != seat and set(parting.stages) & set(covered[other]) and kept.isdisjoint(covered[other])
    ]
    for other in nearest(s, seat, able)[:1]:
        names = {"stages": s.names.stages(parting.stages), "seat": s.names.seat(other)}
        label = _("Leave {stages} to {seat}").format_map(names)
        edits = tuple(taken_over(s, seat, parting.stages, s.chart.seats[other], label))
        yield step(label, *edits, *joined(s.after(*edits), s.chart.seats[other]))
    names = {"role": s.names.role(parting.role), "stages": s.names.stages(parting.stages)}
    label = _("Add {role} for {stages}").format_map(names)
    new = open_seat(s, parting.role)
    spot = Spot(s.chart.manager_of(seat), pod=s.org.pod_of(seat))
    edits = (added(s, new, spot, label), *taken_over(s, seat, parting.stages, new, label))
    yield step(label, *edits, *joined(s.after(*edits), new))


def _finding(s: Situation, seat: SeatId, stages: Collection[StageId]) -> Parting:
    """The finding stages of a seat, and the role for them."""
    own = _own(s, seat, stages)
    roles: Mapping[tuple[StageId, ...], RoleId] = {(INBOUND,): INBOUND_SDR, (OUTBOUND,): OUTBOUND_SDR}
    return Parting(own, roles.get(own, SDR))


def _own(s: Situation, seat: SeatId, stages: Collection[StageId]) -> tuple[StageId, ...]:
    return tuple(stage for stage in s.org.graphs.duties.stages[seat] if stage in stages)


def _finds(s: Situation, seat: SeatId) -> bool:
    return not FIND.isdisjoint(s.org.graphs.duties.stages[seat])
