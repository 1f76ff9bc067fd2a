"""What the lead sources bring, and to whom they hand it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.capacity.ground import Ground
from salesorg_gui.capacity.phases import HOT_LEAD, Phase
from salesorg_gui.capacity.splitting import Choice, split
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Source


class Inflow(NamedTuple):
    """What comes to a seat from a source: the phase it comes in, its share of what the source brings, how many.

    ``begun`` is the phase in which the source brings them.
    """

    source: SourceId
    handoff: HandoffId
    seat: SeatId
    phase: int
    share: float
    amount: float
    begun: int


class Spring(NamedTuple):
    """One lead source: what it brings a month, in which phase, and the ways it takes."""

    amount: float
    phase: int
    ways: tuple[Inflow, ...] = ()


@dataclass(frozen=True)
class Springs:
    """All lead sources by their ids.

    ``parting`` hand hot leads on apart, so that ``cold`` seats get leads whose hot ones went ahead.
    """

    sources: Mapping[SourceId, Spring] = field(default_factory=dict)
    parting: frozenset[SourceId] = frozenset()
    cold: frozenset[SeatId] = frozenset()

    @staticmethod
    def of(ground: Ground) -> "Springs":
        """The sources of a chart."""
        chart = ground.chart
        found = {id: _spring(ground, chart.sources[id]) for id in sorted(chart.sources)}
        parting = frozenset(id for id in found if any(one.object == HOT_LEAD for one in _handed(ground, id)))
        cold = frozenset(one.target for id in parting for one in _handed(ground, id) if one.target in chart.seats)
        return Springs(found, parting, cold)

    @cached_property
    def fed(self) -> Mapping[SeatId, tuple[Inflow, ...]]:
        """What comes to each seat that a source hands something to."""
        found: dict[SeatId, list[Inflow]] = defaultdict(list)
        for spring in self.sources.values():
            for one in spring.ways:
                found[one.seat].append(one)
        return {seat: tuple(ways) for seat, ways in found.items()}

    def scaled(self, factor: float) -> "Springs":
        """With so many times as much coming in."""
        return replace(self, sources={id: _scaled(spring, factor) for id, spring in self.sources.items()})

    def other_than(self, before: "Springs") -> Iterator[SeatId]:
        """The seats to which something else comes than before."""
        if self is not before:
            yield from self.cold ^ before.cold
            for seat in self.fed.keys() | before.fed.keys():
                if self.fed.get(seat) != before.fed.get(seat):
                    yield seat


def scaled_ways(ways: Iterable[Inflow], factor: float) -> tuple[Inflow, ...]:
    """With so many times as much coming in."""
    return tuple([one._replace(amount=one.amount * factor) for one in ways])


def begins(source: Source) -> Phase:
    """The phase in which a source brings somebody."""
    return Phase.LEAD if source.lane is Lane.INBOUND else Phase.PROSPECT


def _scaled(spring: Spring, factor: float) -> Spring:
    return Spring(spring.amount * factor, spring.phase, scaled_ways(spring.ways, factor))


def _spring(ground: Ground, source: Source) -> Spring:
    phase, amount, seats = begins(source), max(0.0, source.per_month), ground.chart.seats
    ways: list[Choice[HandoffId, tuple[SeatId, int]]] = []
    for one in _handed(ground, source.id):
        kind = ground.kind(one)
        if one.target in seats and kind.moves_customer and not kind.is_return and not one.is_return:
            ways.append((one.id, (one.target, kind.phase or phase), one.probability, one.object == HOT_LEAD))
    shares = split(ways, ground.made.hot_share, must_go=True) if ways else ()
    inflows = [Inflow(source.id, id, *to, share, amount * share, phase) for id, to, share in shares]
    return Spring(amount, phase, tuple(inflows))


def _handed(ground: Ground, source: SourceId) -> list[Handoff]:
    return sorted(ground.chart.handoffs_from.get(source, ()), key=lambda one: one.id)
