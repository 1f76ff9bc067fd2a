"""X: the customer flow with every seat opened up into the stages it covers.

A seat may work both early and late in the journey (a service team takes calls and later cares for customers) without
being a loop. Only this graph tells such a seat from a true circle.

Lead sources apart, X falls into stretches: seats that hand customers on to each other, and to nobody else. What a rule
asks, it asks stretch by stretch; after an edit only the stretch around it is another one. All of X is put together of
them for whoever wants it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

import networkx as nx

from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByFirst, ByJointSeats
from salesorg_gui.domain.ids import HandoffId, RoleId, SeatId, SourceId, StageId
from salesorg_gui.rules import walks
from salesorg_gui.rules.course import Course, course_of
from salesorg_gui.rules.graphs import Delivery, Giver, Graphs, LeadSource
from salesorg_gui.rules.posts import Move, Shape
from salesorg_gui.rules.terms import CLOSING, MARKETING


class Post(NamedTuple):
    """A seat at work in one of its stages."""

    seat: SeatId
    stage: StageId


type Node = Post | LeadSource
type Crossing = tuple[Node, Node]


class Stretch(NamedTuple):
    """Seats that hand customers on to each other, the lead sources that feed them, and what they hand on.

    ``course`` counts seats, sources and moves by their places here.
    """

    seats: tuple[SeatId, ...]
    sources: tuple[SourceId, ...]
    moves: tuple[Delivery, ...]
    course: Course

    def node(self, number: int) -> Node:
        """What a number of the course stands for."""
        if number < 0:
            return LeadSource(self.sources[~number])
        seat, stage = self.course.posts[number]
        return Post(self.seats[seat], stage)

    def stops(self, source: SourceId) -> tuple[SeatId, ...]:
        """The seats at which the leads of a source end that reaches no closer here."""
        return self.those(self.course.stops[~self.sources.index(source)])

    def those(self, seats: Iterable[int]) -> tuple[SeatId, ...]:
        """Seats by their numbers."""
        return tuple(self.seats[seat] for seat in seats)

    def handoffs(self, moves: Iterable[int]) -> tuple[HandoffId, ...]:
        """The ids of moves by their numbers, in order."""
        return tuple(sorted(self.moves[move].handoff.id for move in moves))

    def deliveries(self, moves: Iterable[int]) -> tuple[Delivery, ...]:
        """Moves by their numbers."""
        return tuple(self.moves[move] for move in moves)


COURSE: Callable[[Stretch], Course] = attrgetter("course")


@dataclass(frozen=True)
class Journey:
    """X, stretch by stretch and whole."""

    graphs: Graphs

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.graphs.chart

    @ByJointSeats
    def stretch_of(self, seats: Collection[SeatId]) -> Mapping[SeatId, Stretch]:
        """The stretch each seat is a part of; most of those without stages stand alone."""
        fed_by, alone = self.graphs.fed_by, self._alone
        found: dict[SeatId, Stretch] = {}
        shared: dict[int, Stretch] = {}  # by the list that those have in common who are bound to each other
        for seat, joint in walks.joined(seats, self.graphs.passes).items():
            if len(joint) == 1 and seat not in fed_by:
                found[seat] = alone(seat)
                continue
            which = id(joint)
            if which not in shared:
                shared[which] = self._stretch(tuple(sorted(joint)))
            found[seat] = shared[which]
        return found

    @ByFirst
    def by_first(self) -> Mapping[SeatId, Stretch]:
        """All stretches, each under the first of its seats."""
        return self.stretch_of

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The same in their order."""
        return tuple(self.by_first.values())

    @Carried
    def _by_course(self) -> Tally[Stretch, Course]:
        return Tally.of(self.by_first, COURSE)

    @_by_course.after
    def _by_course_now(self, before: Tally[Stretch, Course]) -> Tally[Stretch, Course]:
        return before.after(self.by_first)

    @cached_property
    def courses(self) -> Mapping[Course, int]:
        """The courses that are drawn, and how many stretches have each."""
        return self._by_course.counts

    @cached_property
    def circles(self) -> tuple[tuple[Node, ...], ...]:
        """Groups of posts in which a customer goes round, a post that hands to itself included."""
        return tuple(tuple(map(one.node, group)) for one in self._circling for group in one.course.circles)

    @cached_property
    def circling(self) -> tuple[tuple[HandoffId, ...], ...]:
        """The handoffs that lead round in each of the circles."""
        return tuple(one.handoffs(moves) for one in self._circling for moves in one.course.circling)

    @property
    def _circling(self) -> Sequence[Stretch]:
        """The stretches in which somebody goes round."""
        return [one for one in self.stretches if one.course.circles] if any(one.circles for one in self.courses) else ()

    @cached_property
    def gates(self) -> tuple[SeatId, ...]:
        """The seats that every way from a lead source to an owner of customers passes."""
        if sum(count for course, count in self.courses.items() if course.leads_through) != 1:
            return ()
        through = next(one for one in self.by_first.values() if one.course.leads_through)
        return through.those(through.course.gates)

    @cached_property
    def dead_ends(self) -> Mapping[LeadSource, tuple[SeatId, ...]]:
        """The seats where journeys come to a stop, by the lead sources that never reach a closer."""
        lost = self._lost_sources
        fed: dict[SourceId, list[Stretch]] = {id: [] for id in sorted(lost)}
        for stretch in self.stretches if lost else ():
            for source in lost.intersection(stretch.sources):
                fed[source].append(stretch)
        return {
            LeadSource(id): tuple(sorted(seat for one in stretches for seat in one.stops(id)))
            for id, stretches in fed.items()
        }

    @property
    def _lost_sources(self) -> set[SourceId]:
        """The lead sources that never reach a closer."""
        lost = set(self.chart.sources)
        for stretch in self.stretches:
            if not lost:
                break
            lost.difference_update([stretch.sources[~number] for number in stretch.course.closing_sources])
        return lost

    @cached_property
    def heaviest(self) -> tuple[int, tuple[Node, ...]]:
        """The most changes of hands one customer can go through, and the way; none where there are circles."""
        if self.circles or not self.courses:
            return 0, ()
        most = max(course.heaviest[0] for course in self.courses)
        one = next(one for one in self.by_first.values() if one.course.heaviest[0] == most)
        return most, tuple(map(one.node, one.course.heaviest[1]))

    def posts(self, stage: StageId) -> tuple[Post, ...]:
        """The posts at a stage."""
        return tuple(Post(seat, stage) for seat in self.graphs.duties.covering.get(stage, ()))

    @cached_property
    def graph(self) -> "nx.DiGraph[Node]":
        """X itself; ``weight`` is 1 where a customer changes hands."""
        graph: nx.DiGraph[Node] = nx.DiGraph()
        graph.add_nodes_from(self.ways)
        graph.add_weighted_edges_from(
            (one.node(start), one.node(end), one.course.weights.get((start, end), 0))
            for one in self.stretches
            for start, after in one.course.ways.items()
            for end in after
        )
        return graph

    @cached_property
    def ways(self) -> Mapping[Node, Sequence[Node]]:
        """What follows each node: the steps inside seats, then the crossings between them."""
        ways: dict[Node, list[Node]] = {LeadSource(id): [] for id in sorted(self.chart.sources)}
        for one in self.stretches:
            for start, after in one.course.ways.items():
                ways.setdefault(one.node(start), []).extend(map(one.node, after))
        return ways

    @cached_property
    def crossings(self) -> Mapping[Crossing, tuple[Delivery, ...]]:
        """The handoffs behind each edge that a handoff makes."""
        return {
            (one.node(leaving), one.node(entry)): one.deliveries(moves)
            for one in self.stretches
            for (leaving, entry), moves in one.course.crossings.items()
        }

    @cached_property
    def ways_back(self) -> Mapping[Node, Sequence[Node]]:
        """What leads to each node."""
        return walks.turned(self.ways)

    @cached_property
    def behind_sources(self) -> set[Node]:
        """Everything a lead from a lead source can reach."""
        return walks.reached((node for node in self.ways if isinstance(node, LeadSource)), self.ways)

    @cached_property
    def before_closing(self) -> set[Node]:
        """Everything from which somebody who closes is reached."""
        return walks.reached(self.posts(CLOSING), self.ways_back)

    def _stretch(self, seats: tuple[SeatId, ...]) -> Stretch:
        """The stretch of seats that are bound to each other."""
        delivered, fed = self.graphs.delivered, list(filter(None, map(self.graphs.fed_by.get, seats)))
        place: dict[Giver, int] = dict(zip(seats, range(len(seats)), strict=True))
        sources = sorted([giver for giver in set().union(*fed).difference(seats) if isinstance(giver, LeadSource)])
        place.update((source, ~number) for number, source in enumerate(sources))
        told = []
        for givers in fed:
            for giver, ids in givers.items():
                start = place[giver]
                told += [
                    (start, place[one.taker], one.object.id, id, one)
                    for id in ids
                    if (one := delivered[id]).object is not None
                ]
        told.sort()  # no two have one id
        shape = self._shape(seats, len(sources), tuple([one[:3] for one in told]))
        named = tuple([source for (source,) in sources])
        return Stretch(seats, named, tuple([one[4] for one in told]), course_of(self.graphs.catalogue, shape))

    def _alone(self, seat: SeatId) -> Stretch:
        """The stretch of a seat that hands customers to nobody, and gets none."""
        return Stretch((seat,), (), (), course_of(self.graphs.catalogue, self._shape((seat,), 0, ())))

    def _shape(self, seats: Sequence[SeatId], sources: int, moves: tuple[Move, ...]) -> Shape:
        stages, roles, marketing = self.graphs.duties.stages, self.graphs.duties.roles, self._marketing
        own = tuple([number for number, seat in enumerate(seats) if roles[seat].id in marketing])
        return Shape(tuple([stages[seat] for seat in seats]), own, sources, moves)

    @cached_property
    def _marketing(self) -> frozenset[RoleId]:
        """Marketing, and every role that is a kind of it."""
        duties = self.graphs.duties
        return frozenset(role for role in self.graphs.catalogue.roles if MARKETING in duties.lineage(role))


def seats_along(nodes: Iterable[Node]) -> tuple[SeatId, ...]:
    """The seats of a way in its order, each once in a row."""
    found: list[SeatId] = []
    for node in nodes:
        if isinstance(node, Post) and node.seat not in found[-1:]:
            found.append(node.seat)
    return tuple(found)
