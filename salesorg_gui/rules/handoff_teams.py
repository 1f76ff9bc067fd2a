"""Rules about teams: what stays inside a pod, who covers what beside whom, and the goal they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import ClassVar

from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId, StageId
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachDelivery
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery, LeadSource
from salesorg_gui.rules.handoff_sightings import about
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import CLOSING, MARKET_TEAMS, POD, POD_LEAD


class CrossPod(EachDelivery):
    """A pod carries its customers itself; shared seats serve all."""

    id: ClassVar[str] = "handoff-cross-pod"

    @property
    def title(self) -> str:
        return _("Handoff between pods")

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        giver, taker = delivery.giver, delivery.taker
        if isinstance(giver, LeadSource) or not delivery.moves_customer:
            return
        a, b = org.pod_of(giver), org.pod_of(taker)
        is_shared = org.chart.seats[giver].shared or org.chart.seats[taker].shared
        if a is not None and b is not None and a != b and not is_shared:
            is_pod = org.chart.model == POD or org.chart.growth_stage == MARKET_TEAMS
            severity = None if is_pod else Severity.WARNING
            yield about(org, delivery, severity=severity, pod_a=org.names.pod(a), pod_b=org.names.pod(b))


type _Stages = Mapping[tuple[StageId, ...], tuple[StageId, ...]]
type _Coverage = Mapping[StageId, Mapping[RoleId, SeatId]]


MOST_ROLES = 6
"""Of more roles on one stage than these nobody reads pair after pair."""


class Overlap:
    """Where two roles cover one core stage side by side, each says where it ends.

    Told once for two roles, a stage and a team, however many seats there are; and once for all roles of a team and a
    stage where they are many.
    """

    id: ClassVar[str] = "handoff-stage-overlap"

    @property
    def title(self) -> str:
        return _("Two roles, one stage")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        core = frozenset(stage.id for stage in org.catalogue.stages.values() if stage.core)
        covered = {stages: tuple(filter(core.__contains__, stages)) for stages in org.graphs.duties.stages.values()}
        found = (
            (group, stage)
            for team in _teams(org)
            for stage, by_role in self._coverage(org, team, covered).items()
            if len(by_role) > 1
            for group in self._unclear(org, by_role.values())
        )
        for group, stage in dict.fromkeys(found):
            a, b, *others = group
            words = {"a": org.names.seat(a), "b": org.names.seat(b), "stage": org.names.stage(stage)}
            if others:
                words["seats"] = org.names.seats(group)
            yield Sighting(words, seats=group, stages=(stage,), variant="several" if others else "")

    def _coverage(self, org: Organisation, team: Iterable[SeatId], covered: _Stages) -> _Coverage:
        """For each core stage of a team and each role that covers it one seat, without a boundary if there is such."""
        found: dict[StageId, dict[RoleId, SeatId]] = {}
        stages, roles, bounded = org.graphs.duties.stages, org.graphs.duties.roles, org.bounded
        for seat in team:
            role = roles[seat].id
            for stage in covered[stages[seat]]:
                by_role = found.setdefault(stage, {})
                if role not in by_role or (by_role[role] in bounded and seat not in bounded):
                    by_role[role] = seat
        return found

    def _unclear(self, org: Organisation, seats: Collection[SeatId]) -> Iterable[tuple[SeatId, ...]]:
        """Every two seats of which one has no boundary; of many roles all at once."""
        bounded = org.bounded
        chosen = sorted(seats)
        if all(seat in bounded for seat in chosen):
            return ()
        if len(chosen) > MOST_ROLES:
            return (tuple(chosen),)
        return [(a, b) for a, b in combinations(chosen, 2) if a not in bounded or b not in bounded]


class IslandExchange:
    """On islands one rep keeps the customer."""

    id: ClassVar[str] = "handoff-island-exchange"

    @property
    def title(self) -> str:
        return _("Islands hand over customers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if not org.is_island:
            return
        islands = {post.seat for post in org.journey.posts(CLOSING) if not org.role(post.seat).is_neighbour}
        for delivery in org.graphs.moves:
            if delivery.giver in islands and delivery.taker in islands and delivery.giver != delivery.taker:
                yield about(org, delivery)


class CommonGoal:
    """A team has a goal or a measure of its own, on the pod or on the card of whoever leads it."""

    id: ClassVar[str] = "handoff-no-common-goal"

    @property
    def title(self) -> str:
        return _("No common goal")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        inside = [seat for seat in org.seats if not org.role(seat).is_neighbour]
        leaders = {*org.graphs.leading_roots, *(seat for seat in inside if org.is_leader(seat))}
        if len(inside) > 1 and not self._have_goal(org, leaders):
            yield Sighting(seats=org.graphs.leading_roots[:1])
        for pod in sorted(org.chart.pods):
            members = [seat.id for seat in org.chart.members.get(pod, ())]
            if len(members) > 1 and not self._pod_has_goal(org, pod, members):
                yield Sighting({"pod": org.names.pod(pod)}, pods=(pod,), variant="pod")

    def _pod_has_goal(self, org: Organisation, pod: PodId, members: Iterable[SeatId]) -> bool:
        record = org.chart.pods[pod]
        leads = (seat for seat in members if org.role_id(seat) == POD_LEAD)
        named = (record.lead,) if record.lead in org.chart.seats and record.lead is not None else ()
        return bool(record.goal.strip()) or self._have_goal(org, (*named, *leads))

    def _have_goal(self, org: Organisation, leaders: Iterable[SeatId]) -> bool:
        seats = (org.chart.seats[seat] for seat in leaders)
        return any(seat.goal.strip() or seat.measures for seat in seats)


def _teams(org: Organisation) -> Sequence[tuple[SeatId, ...]]:
    """The seats of every pod, of every segment, and those outside both."""
    owned: dict[str, set[SegmentId]] = defaultdict(set)
    for segment in org.chart.segments.values():
        for owner in segment.owners:
            owned[owner].add(segment.id)
    known, pods = frozenset(org.chart.segments), org.pods
    of_pod = {id: owned.get(id, set()) | known.intersection(pod.segments) for id, pod in org.chart.pods.items()}
    in_pods: dict[PodId, list[SeatId]] = defaultdict(list)
    inside: dict[SegmentId, list[SeatId]] = defaultdict(list)
    apart: list[SeatId] = []
    for seat in org.seats:
        pod = pods.get(seat)
        segments: AbstractSet[SegmentId] = of_pod[pod] if pod is not None else frozenset()
        if seat in owned:
            segments = owned[seat].union(segments)
        if pod is not None:
            in_pods[pod].append(seat)
        elif not segments:
            apart.append(seat)
        for id in segments:
            inside[id].append(seat)
    return (*map(tuple, in_pods.values()), *(tuple(inside[id]) for id in sorted(inside)), tuple(apart))
