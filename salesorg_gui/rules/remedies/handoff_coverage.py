"""Remedies about reaching: stages nobody covers, leads and customers that get no further."""

from collections.abc import Iterator, Sequence
from itertools import islice

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import RoleId, SeatId, SourceId, StageId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.journey import Post
from salesorg_gui.rules.remedies.duties import with_stages, without_stages
from salesorg_gui.rules.remedies.joining import LANES, add_joined, covering, sources_of, stages_before, takers_after
from salesorg_gui.rules.remedies.lines import FEW
from salesorg_gui.rules.remedies.passing import customers_between, drawn, given, hand, nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import (
    CLOSING,
    CUSTOMER_SUCCESS,
    GROWTH,
    INBOUND,
    INBOUND_SDR,
    OUTBOUND,
    OUTBOUND_SDR,
    RETENTION,
    SIGNED_CUSTOMER,
)

OFTEN = 2
"""So many seats that could take a stage up are proposed beside a new one."""


def give_stage(s: Situation, stage: StageId, *seats: SeatId) -> Remedy:
    """Let seats cover a stage."""
    label = _("Give {stage} to {seats}").format(stage=s.names.stages((stage,)), seats=s.names.seats(seats))
    return step(label, Revise(tuple(with_stages(s, s.chart.seats[seat], (stage,)) for seat in seats), label))


def stage_covered(s: Situation) -> Iterator[Remedy]:
    """Give the stage to a seat whose role allows it, or add one, or give it to a seat that works next to it."""
    (stage,) = s.finding.stages
    fitting = [seat for seat in s.org.seats if _fits(s, seat, stage)]
    fitting.sort(key=lambda seat: (len(s.org.graphs.duties.stages[seat]), seat))
    meant = [seat for seat in fitting if _is_meant(s, seat, stage)]
    beside = [seat for seat in fitting if seat not in meant]
    yield from (give_stage(s, stage, seat) for seat in meant[:OFTEN])
    yield from (add_joined(s, role) for role in _roles_for(s, stage)[:OFTEN])
    yield from (give_stage(s, stage, seat) for seat in beside[:OFTEN])


def source_connected(s: Situation) -> Iterator[Remedy]:
    """Draw the leads to a seat that takes those of this lane, or add one."""
    (source,) = s.finding.sources
    takers = takers_of(s, source)
    yield from islice((one for taker in takers for one in _handed(s, source, taker)), FEW)
    if not takers:
        is_inbound = s.chart.sources[source].lane is Lane.INBOUND
        yield add_joined(s, INBOUND_SDR if is_inbound else OUTBOUND_SDR)


def way_to_closer(s: Situation) -> Iterator[Remedy]:
    """Lead on from where the leads end to a closer, or bring them to somebody from whom they get there."""
    (source,) = s.finding.sources
    arriving = {node.seat for node in s.org.journey.before_closing if isinstance(node, Post)}
    ends = s.finding.seats
    if ends:
        closers = nearest(s, ends[0], (*covering(s, CLOSING),))
        yield from (one for closer in closers[:FEW] for one in _all_to(s, ends, closer))
    for taker in [seat for seat in takers_of(s, source) if seat in arriving][:FEW]:
        yield from _handed(s, source, taker)


def owner_found(s: Situation) -> Iterator[Remedy]:
    """Hand signed customers to an owner, or add one, or let the closer keep them."""
    (closer,) = s.finding.seats
    owners = [seat for seat in covering(s, RETENTION) if SIGNED_CUSTOMER in s.org.graphs.duties.inputs[seat]]
    if SIGNED_CUSTOMER in given(s, closer):
        yield from (hand(s, closer, owner, SIGNED_CUSTOMER) for owner in nearest(s, closer, owners)[:FEW])
        if not owners:
            yield add_joined(s, CUSTOMER_SUCCESS, s.org.pod_of(closer))
    yield give_stage(s, RETENTION, closer)


def journey_continued(s: Situation) -> Iterator[Remedy]:
    """Draw the next handoff, or let the seat go on itself."""
    (seat,), (stage,) = s.finding.seats, s.finding.stages
    takers = takers_after(s, seat, stage)
    yield from islice((one for taker in takers for one in _handed(s, seat, taker)), FEW)
    yield from (give_stage(s, after, seat) for after in s.catalogue.stages[stage].next)
    if stage == CLOSING and not takers:
        yield add_joined(s, CUSTOMER_SUCCESS, s.org.pod_of(seat))


def seat_reached(s: Situation) -> Iterator[Remedy]:
    """Draw a handoff to it from somebody customers reach, or take its stages away."""
    (seat,) = s.finding.seats
    stages = s.org.graphs.duties.stages[seat]
    reached = {node.seat for node in s.org.journey.behind_sources if isinstance(node, Post)}
    if stages[0] in LANES:
        yield from (one for source in sources_of(s, stages[0])[:FEW] for one in _handed(s, source, seat))
    givers = nearest(s, seat, (one for before in stages_before(s, stages[0]) for one in covering(s, before)))
    others = [*(one for one in givers if one in reached), *nearest(s, seat, reached - set(givers))]
    yield from islice((one for giver in others for one in _handed(s, giver, seat)), FEW)
    label = _("Take its stages from {seat}").format(seat=s.names.seat(seat))
    yield step(label, Revise((without_stages(s, s.chart.seats[seat], stages),), label))


def growth_owned(s: Situation) -> Iterator[Remedy]:
    """Give growth to those who keep the customers: to all, or to one of them."""
    keepers = sorted(s.finding.seats, key=lambda seat: (not _is_meant(s, seat, GROWTH), seat))
    own = [seat for seat in keepers if not s.org.role(seat).is_neighbour] or keepers
    if len(own) > 1:
        text = ngettext("Give {stage} to the owner", "Give {stage} to all {count} owners", len(own))
        label = text.format(stage=s.names.stages((GROWTH,)), count=len(own))
        yield step(label, Revise(tuple(with_stages(s, s.chart.seats[seat], (GROWTH,)) for seat in own), label))
    yield from (give_stage(s, GROWTH, seat) for seat in own[:FEW])


def takers_of(s: Situation, source: SourceId) -> list[SeatId]:
    """Seats that take the leads of a source: those of its lane, who does least else first."""
    stage = INBOUND if s.chart.sources[source].lane is Lane.INBOUND else OUTBOUND
    return nearest(s, source, (seat for seat in covering(s, stage) if customers_between(s, source, seat)))


def _handed(s: Situation, giver: SeatId | SourceId, taker: SeatId) -> Iterator[Remedy]:
    """What the one would hand to the other, if anything fits."""
    yield from (hand(s, giver, taker, name) for name in customers_between(s, giver, taker)[:1])


def _all_to(s: Situation, ends: Sequence[SeatId], closer: SeatId) -> Iterator[Remedy]:
    """Everything that ends at these seats goes on to one closer."""
    ways = [drawn(s, end, closer, name) for end in ends for name in customers_between(s, end, closer)[:1]]
    if len(ends) == 1:
        yield from _handed(s, ends[0], closer)
    elif ways:
        names = {"ends": s.names.seats(ends), "closer": s.names.seat(closer)}
        yield step(_("Lead on from {ends} to {closer}").format_map(names), *ways)


def _fits(s: Situation, seat: SeatId, stage: StageId) -> bool:
    """Whether a stage can be a seat's work: its role has or allows it, or it works right before or after."""
    role = s.org.role(seat)
    if role.family not in {Family.FRONTLINE, Family.NURTURE, Family.LEAD}:
        return False
    near = {*stages_before(s, stage), *s.catalogue.stages[stage].next}
    return _is_meant(s, seat, stage) or not near.isdisjoint(s.org.graphs.duties.stages[seat])


def _is_meant(s: Situation, seat: SeatId, stage: StageId) -> bool:
    role = s.org.role(seat)
    return stage in role.stages or stage in role.stages_optional


def _roles_for(s: Situation, stage: StageId) -> list[RoleId]:
    """Roles that cover a stage, those that do little else first; the neighbours come last."""
    roles = [role for role in s.catalogue.roles.values() if stage in role.stages and role.id in s.org.shipped]
    return [role.id for role in sorted(roles, key=lambda role: (role.is_neighbour, len(role.stages)))]
