"""Where each seat works: in the segments it or its pods own, in its pod where that owns none, or anywhere.

A seat that has no part of the market itself, and one that is shared, also works where those work with whom it exchanges
leads and customers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId, StageId
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.market import Market, Owner
from salesorg_gui.rules.teams import Teams

type Place = Key | None
"""A segment, a pod that owns none, or the whole organisation."""

ENOUGH = 2
"""So many seats are told apart where only one or several matters."""

type Few = tuple[SeatId, ...]
"""One seat by its id, or any two to say that there are more; none where there are none."""


@dataclass(frozen=True)
class Territory:
    """The places of all seats of one chart."""

    graphs: Graphs

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.graphs.chart

    @cached_property
    def teams(self) -> Teams:
        """Who works together."""
        return Teams(self.graphs)

    @cached_property
    def places(self) -> Mapping[SeatId, tuple[Place, ...]]:
        """Where each seat works, at least one place each."""
        own = self._own
        found: dict[SeatId, tuple[Place, ...]] = {}
        for seat in self.chart.seat_ids:
            places: dict[Place, None] = dict.fromkeys(own.get(seat, ()))
            if not places or seat in self.teams.shared:
                for other in self._partners(seat):
                    places |= dict.fromkeys(own.get(other, ()))
            found[seat] = tuple(places) or (None,)
        return found

    def around(self, place: Place) -> Iterable[Place]:
        """A place and all it lies in, the whole last."""
        chart = self.chart
        if place is not None and place.kind is Kind.SEGMENT:
            seen: set[SegmentId] = set()
            segment: SegmentId | None = SegmentId(place.id)
            while segment is not None and segment not in seen:
                yield Key(Kind.SEGMENT, segment)
                seen.add(segment)
                segment = chart.parent_of(chart.segments[segment])
        elif place is not None:
            yield place

    @cached_property
    def _own(self) -> Mapping[SeatId, tuple[Place, ...]]:
        owned = Market(self.chart).owned
        return {seat: tuple(found) for seat in self.chart.seat_ids if (found := self._places_of(seat, owned))}

    def _places_of(self, seat: SeatId, owned: Mapping[Owner, tuple[SegmentId, ...]]) -> dict[Place, None]:
        places: dict[Place, None] = {Key(Kind.SEGMENT, id): None for id in owned.get(seat, ())}
        for pod in self.teams.pods.get(seat, ()):
            segments = owned.get(PodId(pod), ())
            places |= {Key(Kind.SEGMENT, id): None for id in segments} or {Key(Kind.POD, pod): None}
        return places

    def _partners(self, seat: SeatId) -> tuple[SeatId, ...]:
        """With whom a seat exchanges leads and customers."""
        onward, back = self.graphs.passes, self.graphs.passed_by
        return tuple(dict.fromkeys((*onward.get(seat, ()), *back.get(seat, ()))))


@dataclass(frozen=True)
class Coverage:
    """Who covers what where, of the seats that are ``there``."""

    territory: Territory
    there: frozenset[SeatId]

    @cached_property
    def coverers(self) -> Mapping[tuple[Place, StageId], Few]:
        """Who covers a stage in a place, or in what that lies in; in the whole, whoever covers it anywhere."""
        stages = self.territory.graphs.duties.stages
        found: dict[tuple[Place, StageId], Few] = {}
        for seat in sorted(self.there):
            places = dict.fromkeys((*self.territory.places[seat], None))
            for corner in product(places, stages[seat]):
                known = found.get(corner, ())
                if len(known) < ENOUGH:
                    found[corner] = (*known, seat)
        return found

    def covering(self, place: Place, stage: StageId) -> Few:
        """Who covers a stage in a place."""
        if place is None:
            return self.coverers.get((None, stage), ())
        few: dict[SeatId, None] = {}
        for one in self.territory.around(place):
            few |= dict.fromkeys(self.coverers.get((one, stage), ()))
            if len(few) >= ENOUGH:
                break
        return tuple(few)[:ENOUGH]
