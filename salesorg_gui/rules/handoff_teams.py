"""Rules about teams: what stays inside a pod, who covers what beside whom, and the goal they share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from operator import itemgetter
from typing import ClassVar

from salesorg_gui.domain.ids import RoleId, SeatId, SegmentId, StageId
from salesorg_gui.domain.in_order import values_in_any_order
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachDelivery
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery, LeadSource
from salesorg_gui.rules.handoff_sightings import about
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.staff import SeatKind
from salesorg_gui.rules.terms import CLOSING, MARKET_TEAMS, POD


class CrossPod(EachDelivery):
    """A pod carries its customers itself; shared seats serve all."""

    id: ClassVar[str] = "handoff-cross-pod"

    @property
    def title(self) -> str:
        return _("Handoff between pods")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        pod = org.pods.get
        return [
            one
            for one in org.graphs.moves
            if not isinstance(one.giver, LeadSource) and pod(one.giver) != pod(one.taker)
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


type Overlapping = tuple[StageId, tuple[int, ...]]
"""A stage, and the places of seats in a team that cover it side by side."""

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
        if len(org.bounded) == len(org.graphs.duties.roles):
            return
        core = frozenset(stage.id for stage in org.catalogue.stages.values() if stage.core)
        found: dict[tuple[tuple[SeatId, ...], StageId], None] = {}
        unclear: dict[tuple[SeatKind, ...], Sequence[Overlapping]] = {}
        for team in _teams(org):
            seats, alike = tuple(team.values()), tuple(team)
            if alike not in unclear:
                unclear[alike] = tuple(self._unclear(alike, core))
            for stage, places in unclear[alike]:
                found[tuple([seats[place] for place in places]), stage] = None
        for group, stage in found:
            a, b, *others = group
            words = {"a": org.names.seat(a), "b": org.names.seat(b), "stage": org.names.stage(stage)}
            if others:
                words["seats"] = org.names.seats(group)
            yield Sighting(words, seats=group, stages=(stage,), variant="several" if others else "")

    def _unclear(self, kinds: Sequence[SeatKind], core: frozenset[StageId]) -> Iterator[Overlapping]:
        """The core stages where of two one says not where it ends, with their places; of many roles all at once."""
        for stage, places in self._shared(kinds, core):
            bounded = {place for place in places if kinds[place].is_bounded}
            if len(bounded) == len(places):
                continue
            if len(places) > MOST_ROLES:
                yield stage, tuple(places)
            else:
                yield from ((stage, two) for two in combinations(places, 2) if not bounded.issuperset(two))

    def _shared(self, kinds: Sequence[SeatKind], core: frozenset[StageId]) -> Iterator[tuple[StageId, Sequence[int]]]:
        """The core stages that several roles cover, and where one of each stands, best one without a boundary."""
        found: dict[StageId, dict[RoleId, int]] = {}
        for place, (role, stages, is_bounded) in enumerate(kinds):
            for stage in filter(core.__contains__, stages):
                by_role = found.setdefault(stage, {})
                if role not in by_role or (kinds[by_role[role]].is_bounded and not is_bounded):
                    by_role[role] = place
        return ((stage, sorted(by_role.values())) for stage, by_role in found.items() if len(by_role) > 1)


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
        roles = org.graphs.duties.roles
        inside = (role for role in values_in_any_order(roles) if not role.is_neighbour)
        is_team = len(tuple(islice(inside, 2))) > 1
        tops, aiming = org.graphs.leading_roots, org.aiming
        leaders = (seat for seat in aiming if org.is_leader(seat) and not roles[seat].is_neighbour)
        if is_team and aiming.keys().isdisjoint(tops) and next(leaders, None) is None:
            yield Sighting(seats=tops[:1])
        for id in org.aimless:
            yield Sighting({"pod": org.names.pod(id)}, pods=(id,), variant="pod")


def _teams(org: Organisation) -> Iterator[Mapping[SeatKind, SeatId]]:
    """The first seat of each kind in every pod, in every segment, and among those outside both; each time by id."""
    owned: dict[str, set[SegmentId]] = defaultdict(set)
    for segment in org.chart.segments.values():
        for owner in segment.owners:
            owned[owner].add(segment.id)
    inside: dict[SegmentId, list[Mapping[SeatKind, SeatId]]] = defaultdict(list)
    for id, kinds in org.kinds_in.items():
        yield kinds
        for within in owned.get(id, set()) | org.chart.segments.keys() & org.chart.pods[id].segments:
            inside[within].append(kinds)
    seats = org.graphs.duties.roles.keys()
    for seat in sorted(seats & owned.keys()):
        for within in owned[seat]:
            inside[within].append({org.kind(seat): seat})
    for within in sorted(inside):
        yield _first(inside[within])
    yield _first({org.kind(seat): seat} for seat in seats - org.pods.keys() - owned.keys())


def _first(teams: Iterable[Mapping[SeatKind, SeatId]]) -> Mapping[SeatKind, SeatId]:
    """The first seat of each kind in several teams, by id."""
    first: dict[SeatKind, SeatId] = {}
    for team in teams:
        for kind, seat in team.items():
            if kind not in first or seat < first[kind]:
                first[kind] = seat
    return dict(sorted(first.items(), key=itemgetter(1)))
