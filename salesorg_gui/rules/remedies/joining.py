"""New seats that take a part in the customer journey, and the handoffs that join them to it."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SourceId, StageId
from salesorg_gui.domain.records import Lane, Seat
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.remedies.lines import added, open_seat
from salesorg_gui.rules.remedies.passing import customers_between, drawn, nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import GROWTH, INBOUND, OUTBOUND, RETENTION, SKIPPABLE

LANES = {INBOUND: Lane.INBOUND, OUTBOUND: Lane.OUTBOUND}
"""The stages lead sources deliver to."""


def add_joined(s: Situation, role: RoleId, pod: PodId | None = None) -> Remedy:
    """Add an open seat of a role where such seats usually stand, joined to the journey."""
    seat, label, new = new_seat(s, role, pod)
    return step(label, new, *joined(s.after(new), seat))


def new_seat(
    s: Situation, role: RoleId, pod: PodId | None = None, people: int = 1, fte: float = 1.0
) -> tuple[Seat, str, ChartEdit]:
    """An open seat of a role, how adding it is called, and the edit that puts it where such seats usually stand."""
    manager = leader_for(s, role, pod)
    label = _("Add {role}").format(role=s.names.role(role))
    if manager is not None:
        names = {"role": s.names.role(role), "manager": s.names.seat(manager)}
        label = _("Add {role} under {manager}").format_map(names)
    seat = replace(open_seat(s, role), headcount=people, fte=fte)
    if (people, fte) != (1, 1.0):
        names = {"role": s.names.role(role), "fte": spoken(people * fte)}
        label = _("Add {role} with {fte} FTE").format_map(names)
    return seat, label, added(s, seat, Spot(manager, pod=pod), label)


def leader_for(s: Situation, role: RoleId, pod: PodId | None = None) -> SeatId | None:
    """Whom a new seat would report to: the pod's lead, else who usually leads the role, else the top."""
    if s.catalogue.role(role).is_neighbour:
        return None
    lead = s.chart.pods[pod].lead if pod is not None else None
    if lead in s.chart.seats:
        return lead
    usual = (seat for kind in s.catalogue.role(role).reports_to for seat in s.org.seats_by_role.get(kind, ()))
    return next(usual, next(iter(s.org.graphs.leading_roots), None))


def joined(s: Situation, seat: Seat) -> Iterator[ChartEdit]:
    """Handoffs to and from a seat that has none of customers yet: one each way, where somebody fits."""
    stages = s.org.graphs.duties.stages[seat.id]
    moves = s.org.graphs.moves
    if stages and not any(move.taker == seat.id for move in moves):
        yield from _fed(s, seat.id, stages[0])
    if stages and not any(move.giver == seat.id for move in moves) and not {RETENTION, GROWTH} & set(stages):
        yield from _leading_on(s, seat.id, stages[-1])


def _fed(s: Situation, seat: SeatId, stage: StageId) -> Iterator[ChartEdit]:
    """From the lead sources of the lane, else from the nearest seat that works before."""
    if stage in LANES:
        for source in sources_of(s, stage):
            yield from (drawn(s, source, seat, name) for name in customers_between(s, source, seat)[:1])
        return
    earlier = nearest(s, seat, (one for before in stages_before(s, stage) for one in covering(s, before)))
    for giver in earlier:
        if names := customers_between(s, giver, seat):
            yield drawn(s, giver, seat, names[0])
            return


def _leading_on(s: Situation, seat: SeatId, stage: StageId) -> Iterator[ChartEdit]:
    """To the nearest seat that works next."""
    for taker in takers_after(s, seat, stage):
        if names := customers_between(s, seat, taker):
            yield drawn(s, seat, taker, names[0])
            return


def takers_after(s: Situation, seat: SeatId, stage: StageId) -> list[SeatId]:
    """Seats that take up what comes out of a stage, the nearest first; a skipped demo or onboarding is stepped over."""
    following: list[SeatId] = []
    for after in s.catalogue.stages[stage].next:
        following += nearest(s, seat, covering(s, after))
        if after in SKIPPABLE:
            following += nearest(s, seat, (one for then in s.catalogue.stages[after].next for one in covering(s, then)))
    return list(dict.fromkeys(following))


def stages_before(s: Situation, stage: StageId) -> tuple[StageId, ...]:
    """The stages that lead up to one, a skipped demo or onboarding stepped over."""
    direct = [one.id for one in s.catalogue.stages.values() if stage in one.next]
    skipped = [one.id for one in s.catalogue.stages.values() if set(direct) & SKIPPABLE & set(one.next)]
    return tuple(dict.fromkeys((*direct, *skipped)))


def covering(s: Situation, stage: StageId) -> tuple[SeatId, ...]:
    """The seats that cover a stage."""
    return s.org.graphs.duties.covering.get(stage, ())


def sources_of(s: Situation, stage: StageId) -> list[SourceId]:
    """The lead sources whose leads begin with a stage."""
    return [id for id in sorted(s.chart.sources) if s.chart.sources[id].lane is LANES.get(stage)]
