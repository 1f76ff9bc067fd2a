"""What becomes of customers on the way through seats that hand them on to each other, by numbers.

Teams that are drawn alike have one course between them: it knows stages and who hands what to whom, and no names.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import StageId
from salesorg_gui.rules import walks
from salesorg_gui.rules.posts import Posts, Shape, Spot
from salesorg_gui.rules.terms import (
    CLOSING,
    FIND,
    GROWTH,
    HOT_LEAD,
    INBOUND,
    LEAD_GENERATION,
    OUTBOUND,
    QUALIFIED_LEAD,
    RETENTION,
)

BEGINNINGS = frozenset({OUTBOUND, LEAD_GENERATION})
"""Stages that need nobody before them."""
OWNED = frozenset({RETENTION, GROWTH})
"""Stages at which somebody owns the customer."""
QUALIFIED = frozenset({QUALIFIED_LEAD, HOT_LEAD})
KEPT_COURSES, MOST_SEATS_KEPT = 2_048, 40
"""So many courses are remembered, of small teams only: large ones are hardly ever alike."""


@dataclass(frozen=True, eq=False)
class Course(Posts):
    """What follows from the ways: circles, dead ends, and who is reached from where."""

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Strongly connected components, each before all that lead to it."""
        return walks.groups(self.ways)

    @cached_property
    def circles(self) -> tuple[tuple[int, ...], ...]:
        """Groups of posts in which a customer goes round, a post that hands to itself included."""
        return tuple(group for group in self.groups if len(group) > 1 or group[0] in self.ways[group[0]])

    @cached_property
    def circle_of(self) -> Mapping[int, int]:
        """The number of the circle a post stands in."""
        return {node: number for number, group in enumerate(self.circles) for node in group}

    @cached_property
    def circling(self) -> tuple[AbstractSet[int], ...]:
        """The moves that lead round in each of the circles."""
        found: list[set[int]] = [set() for _circle in self.circles]
        for (leaving, entry), numbers in self.crossings.items():
            circle = self.circle_of.get(leaving)
            if circle is not None and circle == self.circle_of.get(entry):
                found[circle].update(numbers)
        return tuple(found)

    @cached_property
    def backward(self) -> tuple[int, ...]:
        """The moves that lead back in the journey, unless they lead round in a circle."""
        known, posts = self.catalogue.stages, self.posts
        found: set[int] = set()
        for ends, numbers in self.crossings.items():
            if ends[0] >= 0 and not self._is_round(*ends):
                leaving, entry = (known[posts[node].stage].order for node in ends)
                found.update(numbers if entry < leaving else ())
        return tuple(sorted(found))

    @cached_property
    def behind_sources(self) -> AbstractSet[int]:
        """Everything a lead from a lead source can reach."""
        return walks.reached(self.sources, self.ways)

    @cached_property
    def unreached(self) -> tuple[int, ...]:
        """The seats with stages, all of which need somebody before them, that no lead from a source can reach."""
        arrived = {self.posts[node].seat for node in self.behind_sources if node >= 0}
        stages = enumerate(self.shape.stages)
        return tuple(seat for seat, own in stages if own and seat not in arrived and BEGINNINGS.isdisjoint(own))

    @cached_property
    def dead_ends(self) -> tuple[Spot, ...]:
        """Where leads from a source come to a stop before anybody owns the customer."""
        behind = sorted(node for node in self.behind_sources if node >= 0 and not self.ways[node])
        return tuple(self.posts[node] for node in behind if self.posts[node].stage not in OWNED)

    @cached_property
    def closing_sources(self) -> AbstractSet[int]:
        """The lead sources from which somebody who closes is reached."""
        return {node for node in self._before(CLOSING) if node < 0}

    @cached_property
    def stops(self) -> Mapping[int, tuple[int, ...]]:
        """The seats at which leads end, by the lead sources that never reach a closer."""
        lost = tuple(source for source in self.sources if source not in self.closing_sources)
        behind = walks.reached(lost, self.ways)
        last = sorted(node for node in behind if node >= 0 and not self.ways[node])
        marks = walks.marks_behind([group for group in self.groups if group[0] in behind], self.ways, last)
        seats = {
            mark: tuple(dict.fromkeys(self.posts[last[bit]].seat for bit in walks.bits(mark)))
            for mark in set(marks.values())
        }
        return {source: seats[marks[source]] for source in lost}

    @cached_property
    def unowned(self) -> tuple[int, ...]:
        """The seats that close and from which no owner of customers is reached."""
        owned = self._before(RETENTION)
        return tuple(self.posts[node].seat for node in self.at(CLOSING) if node not in owned)

    @cached_property
    def detours(self) -> tuple[int, ...]:
        """The seats that qualify inbound leads and reach nobody who closes with at most one change of hands."""
        inside = walks.reached(self.at(CLOSING), self.free_ways_back)
        one_hop = {node for post in inside for node in self.ways_back[post]}
        near, stages = walks.reached(inside | one_hop, self.free_ways_back), self.shape.stages
        seats = (self.posts[node].seat for node in self.at(INBOUND) if node not in near)
        return tuple(seat for seat in seats if CLOSING not in stages[seat])

    @cached_property
    def unqualified(self) -> tuple[int, ...]:
        """The seats that close what no source and nobody on the way has qualified."""
        past = {node for node in self.ways if node < 0 or self.posts[node].stage not in FIND}
        ways = {node: [further for further in self.ways[node] if further in past] for node in past}
        objects = {ends: {self.shape.moves[number][-1] for number in told} for ends, told in self.crossings.items()}
        starts = (entry for (leaving, entry), told in objects.items() if leaving < 0 and not told <= QUALIFIED)
        found = walks.reached((entry for entry in starts if entry in past), ways)
        return tuple(self.posts[node].seat for node in self.at(CLOSING) if node in found)

    @cached_property
    def leads_through(self) -> bool:
        """Whether a lead from a lead source reaches an owner of customers."""
        return any(self.posts[node].stage in OWNED for node in self.behind_sources if node >= 0)

    @cached_property
    def chain(self) -> int:
        """Handoffs on the longest way from seat to seat, those of lead sources included; a circle is one place."""
        takers: dict[int, dict[int, None]] = {}
        for giver, taker, _object in self.shape.moves:
            if giver != taker:
                takers.setdefault(giver, {})[taker] = None
        return max(walks.chains({giver: tuple(those) for giver, those in takers.items()}).values(), default=0)

    @cached_property
    def gates(self) -> tuple[int, ...]:
        """The seats that every way from a lead source to an owner of customers passes (dominators of T in X+)."""
        start, end = len(self.posts), len(self.posts) + 1
        ways: dict[int, Sequence[int]] = {**self.ways, start: self.sources}
        for node in (*self.at(RETENTION), *self.at(GROWTH)):
            ways[node] = [*ways[node], end]
        return tuple(dict.fromkeys(self.posts[node].seat for node in walks.gates(start, end, ways) if node >= 0))

    @cached_property
    def heaviest(self) -> tuple[int, tuple[int, ...]]:
        """The most changes of hands one customer can go through, and the way; none where there are circles."""
        if self.circles:
            return 0, ()
        weights = self.weights
        return walks.longest_way(self.groups, self.ways, lambda *ends: weights.get(ends, 0))

    def _is_round(self, leaving: int, entry: int) -> bool:
        """Whether a crossing is a part of a circle."""
        return entry in self.circle_of and self.circle_of[entry] == self.circle_of.get(leaving)

    def _before(self, stage: StageId) -> set[int]:
        """Everything from which a post at a stage is reached."""
        return walks.reached(self.at(stage), self.ways_back)


_kept = lru_cache(KEPT_COURSES)(Course)


def course_of(catalogue: Catalogue, shape: Shape) -> Course:
    """The course of a shape; the same for all teams that are drawn alike."""
    return _kept(catalogue, shape) if len(shape.stages) <= MOST_SEATS_KEPT else Course(catalogue, shape)
