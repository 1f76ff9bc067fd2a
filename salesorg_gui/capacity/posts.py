"""Seats and lead sources, each in every phase, as numbers: a large chart has ten thousands of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.capacity.phases import Phase
from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.records import Lane, Source

WIDTH = 1 + max(Phase)


class Post(NamedTuple):
    """A seat or lead source, as far as it deals with one phase."""

    name: SeatId | SourceId
    phase: Phase
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class Posts:
    """The numbers of all posts: those of one seat or source follow each other, a phase each."""

    names: Sequence[SeatId | SourceId]
    seats: Mapping[SeatId, int]
    sources: Mapping[SourceId, int]

    @staticmethod
    def of(seats: Iterable[SeatId], sources: Iterable[SourceId]) -> "Posts":
        """Of all seats and sources of a chart, by their ids: the order of records makes no difference."""
        standing, bringing = sorted(seats), sorted(sources)
        places = {seat: number * WIDTH for number, seat in enumerate(standing)}
        begun = {source: number * WIDTH for number, source in enumerate(bringing, len(standing))}
        return Posts((*standing, *bringing), places, begun)

    def start(self, source: Source) -> int:
        """Where the leads of a source begin."""
        return self.sources[source.id] + (Phase.LEAD if source.lane is Lane.INBOUND else Phase.PROSPECT)

    def is_source(self, number: int) -> bool:
        """Whether a number belongs to a lead source."""
        return number >= len(self.seats) * WIDTH

    def post(self, number: int) -> Post:
        """What a number stands for."""
        place, phase = divmod(number, WIDTH)
        return Post(self.names[place], Phase(phase), self.is_source(number))
