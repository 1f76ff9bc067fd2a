"""Seats that hand customers on to each other, opened up into the stages they cover; by numbers.

Posts count from 0 up, seat by seat along the journey; lead sources count down from -1.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import HandedObject, Stage
from salesorg_gui.domain.ids import ObjectId, StageId
from salesorg_gui.rules import walks
from salesorg_gui.rules.terms import KEY_CUSTOMER, SKIPPABLE

type Stages = tuple[StageId, ...]
type Crossing = tuple[int, int]

MANY_KINDS = 4_096


type Move = tuple[int, int, ObjectId]
"""The number of the seat that hands a lead or customer on (of a lead source below 0), that of the taker, and what."""


class Shape(NamedTuple):
    """What is drawn: the stages of every seat, which seats are marketing, and the moves between them."""

    stages: tuple[Stages, ...]
    marketing: tuple[int, ...]
    sources: int
    moves: tuple[Move, ...]


class Spot(NamedTuple):
    """A post: the number of a seat, and one of its stages."""

    seat: int
    stage: StageId


@dataclass(frozen=True, eq=False)
class Posts:
    """Posts, the steps inside seats, and the crossings that handoffs make between them."""

    catalogue: Catalogue
    shape: Shape

    @cached_property
    def posts(self) -> tuple[Spot, ...]:
        """Every seat at each of its stages."""
        return tuple(Spot(seat, stage) for seat, stages in enumerate(self.shape.stages) for stage in stages)

    @cached_property
    def sources(self) -> tuple[int, ...]:
        """The lead sources."""
        return tuple(~number for number in range(self.shape.sources))

    @cached_property
    def crossings(self) -> Mapping[Crossing, Sequence[int]]:
        """The numbers of the moves behind each edge that a handoff makes."""
        stages, places, known = self.shape.stages, self._places, self.catalogue
        ends_of: dict[tuple[Stages | None, Stages, str], Sequence[tuple[StageId | None, StageId]]] = {}
        found: dict[Crossing, list[int]] = defaultdict(list)
        for number, (giver, taker, name) in enumerate(self.shape.moves):
            kind = None if giver < 0 else stages[giver], stages[taker], name
            if kind not in ends_of:
                ends_of[kind] = tuple(_ends(known.stages, kind[0], kind[1], known.objects[name]))
            for leaving, entry in ends_of[kind]:
                start = giver if leaving is None else places[giver][leaving]
                found[start, places[taker][entry]].append(number)
        return found

    @cached_property
    def ways(self) -> Mapping[int, Sequence[int]]:
        """What follows each node: the steps inside seats, then the crossings between them."""
        ways: dict[int, list[int]] = {node: [] for node in (*self.sources, *range(len(self.posts)))}
        for places in self._places:
            for before, after in _steps(self.catalogue, tuple(places)):
                ways[places[before]].append(places[after])
        for leaving, entry in self.crossings:
            is_inside = leaving >= 0 and self.posts[leaving].seat == self.posts[entry].seat
            if not is_inside or entry not in ways[leaving]:  # a crossing comes once; a step may lie beside it
                ways[leaving].append(entry)
        return ways

    @cached_property
    def weights(self) -> Mapping[Crossing, int]:
        """1 where a customer changes hands; 0 from lead sources, from marketing and on promotion to key account."""
        marketing, moves = frozenset(self.shape.marketing), self.shape.moves
        weights = dict.fromkeys(self.crossings, 0)
        for ends, numbers in self.crossings.items():
            if ends[0] >= 0 and self.posts[ends[0]].seat not in marketing:
                weights[ends] = int(any(moves[number][-1] != KEY_CUSTOMER for number in numbers))
        return weights

    @cached_property
    def ways_back(self) -> Mapping[int, Sequence[int]]:
        """What leads to each node."""
        return walks.turned(self.ways)

    @cached_property
    def free_ways_back(self) -> Mapping[int, Sequence[int]]:
        """The ways back on which nobody changes hands."""
        weights = self.weights
        return {
            entry: [node for node in before if not weights.get((node, entry))]
            for entry, before in self.ways_back.items()
        }

    def at(self, stage: StageId) -> list[int]:
        """The posts at a stage."""
        return [node for node, post in enumerate(self.posts) if post.stage == stage]

    @cached_property
    def _places(self) -> Sequence[Mapping[StageId, int]]:
        """The posts of each seat by stage."""
        places: list[dict[StageId, int]] = [{} for _seat in self.shape.stages]
        for number, (seat, stage) in enumerate(self.posts):
            places[seat][stage] = number
        return places


@lru_cache(MANY_KINDS)
def _steps(catalogue: Catalogue, stages: Stages) -> tuple[tuple[StageId, StageId], ...]:
    """What follows what inside a seat; a skipped demo or onboarding is stepped over."""
    return tuple(_steps_inside(catalogue.stages, stages))


def _steps_inside(known: Mapping[StageId, Stage], stages: Stages) -> Iterator[tuple[StageId, StageId]]:
    for stage in stages:
        for after in known[stage].next:
            if after in stages:
                yield stage, after
            elif after in SKIPPABLE:
                yield from ((stage, behind) for behind in known[after].next if behind in stages)


def _ends(
    known: Mapping[StageId, Stage], given_at: Stages | None, taken_at: Stages, handed: HandedObject
) -> Iterable[tuple[StageId | None, StageId]]:
    """At which stages it leaves who has the first stages, and comes to who has the others."""
    exits: Iterable[StageId | None] = (None,) if given_at is None else exits_of(known, given_at, handed)
    return product(exits, entries_of(known, taken_at, handed))


def exits_of(known: Mapping[StageId, Stage], stages: Stages, handed: HandedObject) -> Sequence[StageId]:
    """Every stage that produces the object, else the latest one up to where it arises, else the latest."""
    producing = [stage for stage in stages if handed.id in known[stage].produces]
    if producing:
        return producing
    limit = known[handed.stage_after].order
    return [stage for stage in stages if known[stage].order <= limit][-1:] or stages[-1:]


def entries_of(known: Mapping[StageId, Stage], stages: Stages, handed: HandedObject) -> Sequence[StageId]:
    """The earliest stage that consumes the object, else the earliest past where it arises, else the earliest."""
    consuming = [stage for stage in stages if handed.id in known[stage].consumes]
    if not consuming:
        limit = known[handed.stage_after].order
        consuming = [stage for stage in stages if known[stage].order > limit]
    return consuming[:1] or stages[:1]
