"""Seats and lead sources, each in every phase, as numbers: a large chart has ten thousands of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.capacity.phases import Phase
from salesorg_gui.domain.chart import Chart
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
    def of(chart: Chart) -> "Posts":
        """Of all seats and sources of a chart, by their ids: the order of records makes no difference."""
        names: tuple[SeatId | SourceId, ...] = (*sorted(chart.seats), *sorted(chart.sources))
        count = len(chart.seats)
        seats = {SeatId(name): number * WIDTH for number, name in enumerate(names[:count])}
        sources = {SourceId(name): number * WIDTH for number, name in enumerate(names[count:], count)}
        return Posts(names, seats, sources)

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
