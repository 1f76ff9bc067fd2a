"""X: the customer flow with every seat opened up into the stages it covers.

A seat may work both early and late in the journey (a service team takes calls and later cares for customers) without
being a loop. Only this graph tells such a seat from a true circle.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import networkx as nx

from salesorg_gui.catalogue.journey import HandedObject, Stage
from salesorg_gui.domain.ids import HandoffId, SeatId, StageId
from salesorg_gui.rules import walks
from salesorg_gui.rules.graphs import Delivery, Giver, Graphs, LeadSource
from salesorg_gui.rules.terms import CLOSING, GROWTH, KEY_CUSTOMER, MARKETING, RETENTION, SKIPPABLE


class Post(NamedTuple):
    """A seat at work in one of its stages."""

    seat: SeatId
    stage: StageId


type Node = Post | LeadSource
type Crossing = tuple[Node, Node]
type _StageEnds = tuple[StageId | None, StageId]

START = Post(SeatId(""), StageId("before all lead sources"))
END = Post(SeatId(""), StageId("behind all owners"))


@dataclass(frozen=True)
class Journey:
    """Posts and lead sources, the steps inside seats, and the crossings that handoffs make between them."""

    graphs: Graphs

    @cached_property
    def graph(self) -> "nx.DiGraph[Node]":
        """X itself; ``weight`` is 1 where a customer changes hands."""
        graph: nx.DiGraph[Node] = nx.DiGraph()
        graph.add_nodes_from(self.ways)
        weights = self.weights
        graph.add_weighted_edges_from(
            (node, further, weights.get((node, further), 0)) for node, after in self.ways.items() for further in after
        )
        return graph

    @cached_property
    def ways(self) -> Mapping[Node, Sequence[Node]]:
        """What follows each node: the steps inside seats, then the crossings between them."""
        seats = self.graphs.duties.stages.items()
        steps = {stages: tuple(self._steps(stages)) for stages in dict.fromkeys(stages for _seat, stages in seats)}
        nodes = self.nodes
        ways: dict[Node, list[Node]] = {node: [] for of_one in nodes.values() for node in of_one.values()}
        for seat, stages in seats:
            posts = nodes[seat]
            for before, after in steps[stages]:
                ways[posts[before]].append(posts[after])
        for leaving, entry in self.crossings:
            if leaving[0] != entry[0] or entry not in ways[leaving]:  # a crossing comes once; a step may lie beside it
                ways[leaving].append(entry)
        return ways

    @cached_property
    def weights(self) -> Mapping[Crossing, int]:
        """What each crossing weighs; steps inside a seat weigh nothing."""
        return {ends: self._weight(ends[0], deliveries) for ends, deliveries in self.crossings.items()}

    @cached_property
    def crossings(self) -> Mapping[Crossing, tuple[Delivery, ...]]:
        """The handoffs behind each edge that a handoff makes."""
        found: dict[Crossing, list[Delivery]] = {}
        stages, nodes, known = self.graphs.duties.stages, self.nodes, self.graphs.catalogue.stages
        ends_of: dict[tuple[Sequence[StageId] | None, Sequence[StageId], str], Sequence[_StageEnds]] = {}
        for delivery in self.graphs.moves:
            giver, taker, handed = delivery.giver, delivery.taker, delivery.object
            assert handed is not None, "only a known object moves a customer"
            given_at = None if isinstance(giver, LeadSource) else stages[giver]
            kind = given_at, stages[taker], handed.id
            if kind not in ends_of:
                ends_of[kind] = tuple(_ends(known, given_at, stages[taker], handed))
            for leaving, entry in ends_of[kind]:
                ends = nodes[giver][leaving], nodes[taker][entry]
                if ends in found:
                    found[ends].append(delivery)
                else:
                    found[ends] = [delivery]
        return {ends: tuple(deliveries) for ends, deliveries in found.items()}

    @cached_property
    def nodes(self) -> Mapping[Giver, Mapping[StageId | None, Node]]:
        """The nodes of each lead source and each seat, by stage; that of a source stands at none."""
        nodes: dict[Giver, Mapping[StageId | None, Node]] = {}
        for id in sorted(self.graphs.chart.sources):
            source = LeadSource(id)
            nodes[source] = {None: source}
        for seat, stages in self.graphs.duties.stages.items():
            nodes[seat] = {stage: Post(seat, stage) for stage in stages}
        return nodes

    @cached_property
    def ways_back(self) -> Mapping[Node, Sequence[Node]]:
        """What leads to each node."""
        return walks.turned(self.ways)

    @cached_property
    def sources(self) -> tuple[LeadSource, ...]:
        """The lead sources."""
        return tuple(node for node in self.ways if isinstance(node, LeadSource))

    @cached_property
    def groups(self) -> tuple[tuple[Node, ...], ...]:
        """Strongly connected components, each before all that lead to it."""
        settled = walks.settled(self.ways, self.ways_back)
        return tuple((node,) for node in settled) if len(settled) == len(self.ways) else walks.components(self.graph)

    @cached_property
    def circles(self) -> tuple[tuple[Node, ...], ...]:
        """Groups of posts in which a customer goes round, a post that hands to itself included."""
        return tuple(group for group in self.groups if len(group) > 1 or group[0] in self.ways[group[0]])

    @cached_property
    def circle_of(self) -> Mapping[Node, int]:
        """The number of the circle a node stands in."""
        return {node: number for number, group in enumerate(self.circles) for node in group}

    @cached_property
    def circling(self) -> tuple[tuple[HandoffId, ...], ...]:
        """The handoffs that lead round in each of the circles."""
        ids: list[set[HandoffId]] = [set() for _circle in self.circles]
        for (leaving, entry), deliveries in self.crossings.items():
            number = self.circle_of.get(leaving)
            if number is not None and number == self.circle_of.get(entry):
                ids[number].update(delivery.handoff.id for delivery in deliveries)
        return tuple(tuple(sorted(among)) for among in ids)

    @cached_property
    def behind_sources(self) -> set[Node]:
        """Everything a lead from a lead source can reach."""
        return walks.reached(self.sources, self.ways)

    @cached_property
    def before_closing(self) -> set[Node]:
        """Everything from which somebody who closes is reached."""
        return walks.reached(self.posts(CLOSING), self.ways_back)

    @cached_property
    def before_retention(self) -> set[Node]:
        """Everything from which an owner of customers is reached."""
        return walks.reached(self.posts(RETENTION), self.ways_back)

    @cached_property
    def one_hop_before_closing(self) -> set[Node]:
        """Everything from which somebody who closes is reached with at most one change of hands."""
        inside = walks.reached(self.posts(CLOSING), self._free_ways_back)
        one_hop = {node for post in inside for node in self.ways_back[post]}
        return walks.reached(inside | one_hop, self._free_ways_back)

    @cached_property
    def gates(self) -> tuple[Node, ...]:
        """The posts that every way from a lead source to an owner of customers passes (dominators of T in X+)."""
        ways: dict[Node, Sequence[Node]] = {**self.ways, START: self.sources}
        for post in (*self.posts(RETENTION), *self.posts(GROWTH)):
            ways[post] = [*ways[post], END]
        return walks.gates(START, END, ways)

    @cached_property
    def dead_ends(self) -> Mapping[LeadSource, tuple[SeatId, ...]]:
        """The seats where journeys come to a stop, by the lead sources that never reach a closer."""
        lost = tuple(source for source in self.sources if source not in self.before_closing)
        behind = walks.reached(lost, self.ways)
        stops = [node for node in self.ways if isinstance(node, Post) and node in behind and not self.ways[node]]
        order = [group for group in self.groups if group[0] in behind]
        marks = walks.marks_behind(order, self.ways, stops)
        seats = {
            mark: tuple(dict.fromkeys(stops[bit].seat for bit in walks.bits(mark))) for mark in set(marks.values())
        }
        return {source: seats[marks[source]] for source in lost}

    @cached_property
    def heaviest(self) -> tuple[int, tuple[Node, ...]]:
        """The most changes of hands one customer can go through, and the way; none where there are circles."""
        if self.circles:
            return 0, ()
        weights = self.weights
        return walks.longest_way(self.groups, self.ways, lambda *ends: weights.get(ends, 0))

    def posts(self, stage: StageId) -> tuple[Post, ...]:
        """The posts at a stage."""
        return tuple(Post(seat, stage) for seat in self.graphs.duties.covering.get(stage, ()))

    @cached_property
    def _free_ways_back(self) -> Mapping[Node, Sequence[Node]]:
        paid: dict[Node, set[Node]] = defaultdict(set)
        for (leaving, entry), weight in self.weights.items():
            if weight:
                paid[entry].add(leaving)
        back = self.ways_back
        free = {entry: [node for node in back[entry] if node not in leaving] for entry, leaving in paid.items()}
        return {**back, **free}

    def _steps(self, stages: tuple[StageId, ...]) -> Iterable[tuple[StageId, StageId]]:
        """What follows what inside a seat; a skipped demo or onboarding is stepped over."""
        known = self.graphs.catalogue.stages
        for stage in stages:
            for after in known[stage].next:
                if after in stages:
                    yield stage, after
                elif after in SKIPPABLE:
                    yield from ((stage, behind) for behind in known[after].next if behind in stages)

    def _weight(self, giver: Node, deliveries: Iterable[Delivery]) -> int:
        """1 where a customer changes hands; 0 from lead sources, from marketing and on promotion to key account."""
        if isinstance(giver, LeadSource) or giver.seat in self._marketing:
            return 0
        return int(any(delivery.handoff.object != KEY_CUSTOMER for delivery in deliveries))

    @cached_property
    def _marketing(self) -> frozenset[SeatId]:
        duties = self.graphs.duties
        is_marketing = {role.id: MARKETING in duties.lineage(role.id) for role in duties.roles.values()}
        return frozenset(seat for seat, role in duties.roles.items() if is_marketing[role.id])


def seats_along(nodes: Iterable[Node]) -> tuple[SeatId, ...]:
    """The seats of a way in its order, each once in a row."""
    found: list[SeatId] = []
    for node in nodes:
        if isinstance(node, Post) and node.seat not in found[-1:]:
            found.append(node.seat)
    return tuple(found)


def _ends(
    known: Mapping[StageId, Stage],
    given_at: Sequence[StageId] | None,
    taken_at: Sequence[StageId],
    handed: HandedObject,
) -> Iterable[_StageEnds]:
    """At which stages it leaves who has the first stages, and comes to who has the others."""
    exits: Iterable[StageId | None] = (None,) if given_at is None else _exits(known, given_at, handed)
    return product(exits, _entries(known, taken_at, handed))


def _exits(known: Mapping[StageId, Stage], stages: Sequence[StageId], handed: HandedObject) -> Sequence[StageId]:
    """Every stage that produces the object, else the latest one up to where it arises, else the latest."""
    producing = [stage for stage in stages if handed.id in known[stage].produces]
    if producing:
        return producing
    limit = known[handed.stage_after].order
    return [stage for stage in stages if known[stage].order <= limit][-1:] or stages[-1:]


def _entries(known: Mapping[StageId, Stage], stages: Sequence[StageId], handed: HandedObject) -> Sequence[StageId]:
    """The earliest stage that consumes the object, else the earliest past where it arises, else the earliest."""
    consuming = [stage for stage in stages if handed.id in known[stage].consumes]
    if not consuming:
        limit = known[handed.stage_after].order
        consuming = [stage for stage in stages if known[stage].order > limit]
    return consuming[:1] or stages[:1]
