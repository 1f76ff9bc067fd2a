"""Rules about teams: what stays inside a pod, who covers what beside whom, and the goal they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import ClassVar

from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId, StageId
from salesorg_gui.domain.records import Pod
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

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        pods = org.pods
        return [
            one
            for one in deliveries
            if one.moves_customer
            and not isinstance(one.giver, LeadSource)
            and pods.get(one.giver) != pods.get(one.taker)
        ]

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


type _Kind = tuple[RoleId, tuple[StageId, ...], bool]
"""The role of a seat, the core stages it covers, and whether it says where its work ends."""


SEVERAL = 2
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
        unclear = org.graphs.duties.roles.keys() - org.bounded.keys()
        if not unclear:
            return
        kinds, kind_of = self._kinds(org)
        found: dict[tuple[tuple[SeatId, ...], StageId], None] = {}
        shared: dict[tuple[int, ...], Sequence[tuple[StageId, tuple[int, ...]]]] = {}
        for team in _teams(org):
            if unclear.isdisjoint(team):
                continue
            first = dict(zip(map(kind_of.__getitem__, reversed(team)), reversed(team), strict=True))
            seats = sorted(first.values())
            alike = tuple(map(kind_of.__getitem__, seats))
            if alike not in shared:
                shared[alike] = tuple(self._shared([kinds[number] for number in alike]))
            for stage, places in shared[alike]:
                groups = self._unclear(org, [seats[place] for place in places])
                found.update(((group, stage), None) for group in groups)
        for group, stage in found:
            a, b, *others = group
            words = {"a": org.names.seat(a), "b": org.names.seat(b), "stage": org.names.stage(stage)}
            if others:
                words["seats"] = org.names.seats(group)
            yield Sighting(words, seats=group, stages=(stage,), variant="several" if others else "")

    def _kinds(self, org: Organisation) -> tuple[Sequence[_Kind], Mapping[SeatId, int]]:
        """What counts of seats, and the number of it for each: of many that are alike only the first is looked at."""
        core = frozenset(stage.id for stage in org.catalogue.stages.values() if stage.core)
        duties, bounded = org.graphs.duties, org.bounded
        numbers: dict[_Kind, int] = {}
        pairs = zip(duties.roles.items(), duties.stages.values(), strict=True)
        kind_of = {
            seat: numbers.setdefault((role.id, stages, seat in bounded), len(numbers)) for (seat, role), stages in pairs
        }
        kinds = [(role, tuple(filter(core.__contains__, stages)), is_bounded) for role, stages, is_bounded in numbers]
        return kinds, kind_of

    def _shared(self, kinds: Sequence[_Kind]) -> Iterator[tuple[StageId, tuple[int, ...]]]:
        """The core stages that several roles cover, and where one of each stands, best one without a boundary."""
        found: dict[StageId, dict[RoleId, int]] = {}
        for place, (role, stages, is_bounded) in enumerate(kinds):
            for stage in stages:
                by_role = found.setdefault(stage, {})
                if role not in by_role or (kinds[by_role[role]][2] and not is_bounded):
                    by_role[role] = place
        return ((stage, tuple(by_role.values())) for stage, by_role in found.items() if len(by_role) > 1)

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
        roles, inside = org.graphs.duties.roles, org.graphs.duties.roles.items()
        is_team = len(tuple(islice((seat for seat, role in inside if not role.is_neighbour), 2))) > 1
        tops, aiming = org.graphs.leading_roots, org.aiming
        leaders = (seat for seat in aiming if org.is_leader(seat) and not roles[seat].is_neighbour)
        if is_team and aiming.keys().isdisjoint(tops) and next(leaders, None) is None:
            yield Sighting(seats=tops[:1])
        for id, pod in sorted(org.chart.pods.items()):
            if not pod.goal.strip() and not self._is_led_to_a_goal(org, pod):
                yield Sighting({"pod": org.names.pod(id)}, pods=(id,), variant="pod")

    def _is_led_to_a_goal(self, org: Organisation, pod: Pod) -> bool:
        """Whether somebody who leads a pod has a goal; one seat alone needs no common one."""
        members = org.chart.members.get(pod.id, ())
        if len(members) < SEVERAL or pod.lead in org.aiming:
            return True
        return any(seat.id in org.aiming and org.role_id(seat.id) == POD_LEAD for seat in members)


def _teams(org: Organisation) -> Sequence[tuple[SeatId, ...]]:
    """The seats of every pod, of every segment, and those outside both."""
    owned: dict[str, set[SegmentId]] = defaultdict(set)
    for segment in org.chart.segments.values():
        for owner in segment.owners:
            owned[owner].add(segment.id)
    known = frozenset(org.chart.segments)
    of_pod = {id: owned.get(id, set()) | known.intersection(pod.segments) for id, pod in org.chart.pods.items()}
    in_pods: dict[PodId, list[SeatId]] = {id: [] for id in of_pod}
    for seat, pod in org.pods.items():
        in_pods[pod].append(seat)
    inside: dict[SegmentId, set[SeatId]] = defaultdict(set)
    for pod, within in of_pod.items():
        for id in within:
            inside[id].update(in_pods[pod])
    for seat in org.graphs.duties.roles.keys() & owned.keys():
        for id in owned[seat]:
            inside[id].add(seat)
    apart = tuple([seat for seat in org.seats if seat not in org.pods and seat not in owned])
    return (*map(tuple, in_pods.values()), *(tuple(sorted(inside[id])) for id in sorted(inside)), apart)
