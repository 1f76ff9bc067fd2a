"""Remedies for pods: the stage or the handoff they lack, their market, and who stands in them."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.building import DissolvePods
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.domain.records import Measure
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.pod_work import NEEDS, Need
from salesorg_gui.rules.remedies.handoff_coverage import give_stage
from salesorg_gui.rules.remedies.handoff_work import Parting, parted
from salesorg_gui.rules.remedies.joining import add_joined, joined, new_seat
from salesorg_gui.rules.remedies.lines import FEW
from salesorg_gui.rules.remedies.passing import customers_between, hand, nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.remedies.role_gaps import owned
from salesorg_gui.rules.terms import CARE, CLOSE, CUSTOMER_SUCCESS, FIND, INBOUND_SDR, SDR, SELLER


def stage_in_pod(s: Situation) -> Iterator[Remedy]:
    """Move somebody in who stands in no pod, give the stage to a member, or add whom the pod lacks."""
    (pod,) = s.finding.pods
    lacking = [need for need in NEEDS if set(need.stages) <= set(s.finding.stages)]
    if len(lacking) == 1:
        (need,) = lacking
        yield from (moved_in(s, seat, pod) for seat in _outside(s, need)[:FEW])
        members = [seat for seat in s.org.teams.members(pod) if _may(s, seat, need)]
        yield from (give_stage(s, stage, seat) for seat in members[:1] for stage in need.stages[-1:])
    yield _all_added(s, pod, lacking)


def specialists_in_pod(s: Situation) -> Iterator[Remedy]:
    """Part the work of the only seat: somebody finds, or somebody cares."""
    (seat,) = s.finding.seats
    stages = s.org.graphs.duties.stages[seat]
    finding = tuple(stage for stage in stages if stage in FIND)
    caring = tuple(stage for stage in stages if stage in CARE)
    for own, role in ((finding, SDR), (caring, CUSTOMER_SUCCESS)):
        if own and len(own) < len(stages):
            yield from parted(s, seat, Parting(own, role))
    (pod,) = s.finding.pods
    missing = [need for need in NEEDS if set(need.stages).isdisjoint(stages)]
    if missing:
        yield _all_added(s, pod, missing)


def flow_in_pod(s: Situation) -> Iterator[Remedy]:
    """Draw the handoff that is missing between who finds, closes and cares there."""
    covered = s.org.graphs.duties.stages
    for givers, takers in ((FIND, CLOSE), (CLOSE, CARE)):
        first = [seat for seat in s.finding.seats if not givers.isdisjoint(covered[seat])]
        then = [seat for seat in s.finding.seats if not takers.isdisjoint(covered[seat])]
        for giver in first[:FEW]:
            for taker in nearest(s, giver, then)[:FEW]:
                yield from (hand(s, giver, taker, name) for name in customers_between(s, giver, taker)[:1])


def market_for_pod(s: Situation) -> Iterator[Remedy]:
    """Give it a segment nobody has yet; else one that has others too."""
    (pod,) = s.finding.pods
    segments = s.chart.segments
    free = [id for id in sorted(segments) if id not in s.org.market.owners and segments[id].is_served]
    yield from (owned(s, segment, pod) for segment in free[:FEW])
    taken = [id for id in sorted(segments) if id in s.org.market.owners and segments[id].is_served]
    if not free:
        yield from (owned(s, segment, pod) for segment in taken[:FEW])


def pod_of_a_size(s: Situation) -> Iterator[Remedy]:
    """Take an empty pod away; add whom a small one lacks."""
    (pod,) = s.finding.pods
    members = s.org.teams.members(pod)
    people, fewest = s.org.people(members), int(s.limits["min_people"])
    if not members:
        yield step(_("Dissolve pod {pod}").format(pod=s.names.pod(pod)), DissolvePods((pod,)))
    elif people < fewest:
        crew = s.org.teams.stages(s.org.teams.crew(pod))
        lacking = [need for need in NEEDS if crew.isdisjoint(need.stages)]
        for need in (*lacking, *NEEDS):
            yield from (moved_in(s, seat, pod) for seat in _outside(s, need)[:1])
        if people + len(lacking) >= fewest and lacking:
            yield _all_added(s, pod, lacking)
        yield add_joined(s, SELLER, pod)


def one_pod(s: Situation) -> Iterator[Remedy]:
    """Keep one of its pods, or mark it as shared."""
    (seat,) = s.finding.seats
    record = s.chart.seats[seat]
    for pod in s.finding.pods[:FEW]:
        names = {"seat": s.names.seat(seat), "pod": s.names.pod(pod)}
        label = _("Keep {seat} in pod {pod} alone").format_map(names)
        yield step(label, MoveSeats((seat,), pod), Revise((replace(record, pod=pod, also_in=()),), label))
    yield shared(s, seat)


def into_a_pod(s: Situation) -> Iterator[Remedy]:
    """Move it to the pod it works with, or mark it as shared."""
    if len(s.finding.seats) == 1:
        (seat,) = s.finding.seats
        yield from (moved_in(s, seat, pod) for pod in _pods_near(s, seat)[:FEW])
    yield shared(s, *s.finding.seats)


def own_measure(s: Situation) -> Iterator[Remedy]:
    """Measure it by what its role is usually measured by, as one person."""
    (seat,) = s.finding.seats
    record, role = s.chart.seats[seat], s.org.role(seat)
    taken = {measure.kpi for measure in record.measures}
    for kpi in [one for one in role.kpis if one not in taken and one in s.catalogue.kpis][:FEW]:
        names = {"seat": s.names.seat(seat), "kpi": s.catalogue.kpis[kpi].title}
        label = _("Measure {seat} by: {kpi}").format_map(names)
        yield step(label, Revise((replace(record, measures=(*record.measures, Measure(kpi))),), label))


def other_mix(s: Situation) -> Iterator[Remedy]:
    """Add an inbound rep or a closer to the pod, whichever is short."""
    (pod,) = s.finding.pods
    yield add_joined(s, INBOUND_SDR, pod)
    yield add_joined(s, SELLER, pod)


def moved_in(s: Situation, seat: SeatId, pod: PodId) -> Remedy:
    """Move a seat into a pod."""
    label = _("Move {seat} to pod {pod}").format(seat=s.names.seat(seat), pod=s.names.pod(pod))
    return step(label, MoveSeats((seat,), pod))


def shared(s: Situation, *seats: SeatId) -> Remedy:
    """Mark seats as shared."""
    label = ngettext("Mark {seats} as shared", "Mark {seats} as shared", len(seats)).format(seats=s.names.seats(seats))
    return step(label, Revise(tuple(replace(s.chart.seats[seat], shared=True) for seat in seats), label))


def _all_added(s: Situation, pod: PodId, lacking: list[Need]) -> Remedy:
    """One open seat for each need, each joined to those before it."""
    now, edits = s, list[ChartEdit]()
    for need in lacking:
        seat, _label, new = new_seat(now, need.role, pod)
        both = (new, *joined(now.after(new), seat))
        now, edits = now.after(*both), [*edits, *both]
    names = {"roles": s.names.roles(need.role for need in lacking), "pod": s.names.pod(pod)}
    return step(_("Add {roles} to pod {pod}").format_map(names), *edits)


def _outside(s: Situation, need: Need) -> list[SeatId]:
    """Seats in no pod that do what is needed."""
    covering = s.org.graphs.duties.covering
    seats = dict.fromkeys(seat for stage in need.stages for seat in covering.get(stage, ()))
    return [seat for seat in seats if seat not in s.org.teams.pods and not s.org.role(seat).is_neighbour]


def _may(s: Situation, seat: SeatId, need: Need) -> bool:
    """Whether the role of a seat allows the work."""
    role = s.org.role(seat)
    return not {*role.stages, *role.stages_optional}.isdisjoint(need.stages[-1:])


def _pods_near(s: Situation, seat: SeatId) -> list[PodId]:
    """The pods it hands to or takes from, those of its manager's other reports, then all."""
    partners = [one.taker for one in s.org.graphs.deliveries if one.giver == seat]
    partners += [SeatId(one.handoff.source) for one in s.org.graphs.deliveries if one.taker == seat]
    manager = s.chart.manager_of(seat)
    mates = [*partners, *(s.chart.reports_of(manager) if manager is not None else ())]
    near = [pod for mate in mates for pod in s.org.teams.pods.get(mate, ())]
    return list(dict.fromkeys((*near, *sorted(s.chart.pods))))
