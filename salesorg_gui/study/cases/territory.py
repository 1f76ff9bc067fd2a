"""Whose customer is it? Where a customer lies on the axes of a chart, and which seats serve there.

The segments are read as the rules about them read them (``rules.market``): a part of the market covers what lies in it,
values on several axes narrow each other down, several on one axis add up. A seat serves where the segments it owns lie,
else where those of its pods lie; without either, and as a shared seat, it serves everybody.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.domain.cases import Spot
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.rules.market import Market, Owner, folded
from salesorg_gui.rules.nested import around

TARGET_ACCOUNT = "target_account"

type Mark = int | str
"""A value on an axis: that of a segment, or the account a pod works for."""
type Box = Mapping[str, frozenset[Mark]]


class Fit(IntEnum):
    """Whether a seat serves a customer: not, perhaps (the case does not say enough), or surely."""

    NO = 0
    MAYBE = 1
    YES = 2


class Rank(IntEnum):
    """How closely somebody serves a customer; whoever does so more closely goes first."""

    EVERYBODY = 0
    POD = 1
    OWN = 2
    ACCOUNT = 3


class Serving(NamedTuple):
    """Whether and how closely a seat serves a customer; ``axis`` is the one of which the case says too little."""

    fit: Fit
    rank: Rank
    axis: str = ""


FOR_ALL = Serving(Fit.YES, Rank.EVERYBODY)


class Ground(NamedTuple):
    """Some cells of the market somebody serves, and how closely."""

    box: Box
    rank: Rank


class Place(NamedTuple):
    """Where a customer lies on one axis: in these values, and perhaps in ``parts`` of them."""

    values: frozenset[Mark]
    parts: frozenset[Mark]


@dataclass(frozen=True)
class Territory:
    """The segments of one chart, and who serves where."""

    chart: Chart

    @cached_property
    def market(self) -> Market:
        """The segments as the rules read them."""
        return Market(self.chart)

    @cached_property
    def axes(self) -> tuple[str, ...]:
        """The axes on which this chart tells customers apart."""
        accounts = (TARGET_ACCOUNT,) if self._accounts else ()
        return tuple(dict.fromkeys((*self.market.axes, *accounts)))

    @cached_property
    def segments_on(self) -> Mapping[str, tuple[Segment, ...]]:
        """The segments of each axis by id."""
        found: dict[str, list[Segment]] = defaultdict(list)
        for _id, segment in sorted(self.chart.segments.items()):
            found[segment.axis].append(segment)
        return {axis: tuple(segments) for axis, segments in found.items()}

    @cached_property
    def unserved(self) -> tuple[Segment, ...]:
        """The segments marked as not served, by id."""
        return tuple(segment for _id, segment in sorted(self.chart.segments.items()) if not segment.is_served)

    def place(self, axis: str, spot: Spot) -> Place:
        """Where a point lies on an axis."""
        hit = tuple(self._hit(axis, spot))
        values: set[Mark] = {value for segment in hit for value in self._outward[segment.id]}
        parts: set[Mark] = {part for segment in hit for part in self._inward[self.market.spots[segment.id].value]}
        if axis == TARGET_ACCOUNT and isinstance(spot, str) and folded(spot) in self._accounts:
            values.add(folded(spot))
        return Place(frozenset(values), frozenset(parts))

    def grounds(self, seat: SeatId) -> tuple[Ground, ...]:
        """Where a seat serves; nothing where it serves everybody."""
        found = self._of_seat.get(seat)
        if found is None:
            record = self.chart.seats[seat]
            pods = () if record.shared else tuple(dict.fromkeys((record.pod, *record.also_in)))
            key = (seat if seat in self.market.owned else None, pods)
            if key not in self._kept:
                self._kept[key] = tuple(self._grounds(*key))
            found = self._of_seat[seat] = self._kept[key]
        return found

    def segments_of(self, seat: SeatId) -> frozenset[SegmentId]:
        """The segments a seat or one of its pods owns."""
        record, owned = self.chart.seats[seat], self.market.owned
        owners: tuple[Owner, ...] = (seat, *(pod for pod in (record.pod, *record.also_in) if pod is not None))
        return frozenset(id for owner in owners for id in owned.get(owner, ()))

    def box(self, id: SegmentId) -> Box:
        """The cells of a segment, named by its own value and those of the other axes it lies within."""
        return {axis: frozenset({value}) for axis, value in self.market.spots[id].values.items()}

    def has_bands(self, axis: str) -> bool:
        """Whether an axis is cut by numbers."""
        return axis in self._bands

    def is_whole(self, axis: str, values: Iterable[Mark]) -> bool:
        """Whether some values are all there are on an axis."""
        leaves = self.market.axes.get(axis, ())
        covered = {leaf for value in values for leaf in self._leaves(axis, value)}
        return bool(leaves) and covered.issuperset(leaves)

    def _leaves(self, axis: str, value: Mark) -> frozenset[int]:
        ids = self.market.segments.get(value, ()) if isinstance(value, int) else ()
        return self.market.box(ids[0])[axis] if ids else frozenset()

    def _hit(self, axis: str, spot: Spot) -> Iterator[Segment]:
        """The segments that name the point, or whose interval holds it."""
        if isinstance(spot, str):
            yield from self._named.get((axis, folded(spot)), ())
            return
        for segment in self._bands.get(axis, ()):
            above = segment.lowest is None or segment.lowest <= spot
            if above and (segment.below is None or spot < segment.below):
                yield segment

    def _grounds(self, seat: SeatId | None, pods: tuple[str | None, ...]) -> Iterator[Ground]:
        own = [Ground(box, Rank.OWN) for box in self._boxes(seat)] if seat is not None else []
        round_it = [ground for pod in pods if pod in self.chart.pods for ground in self._of_pod(str(pod))]
        if any(not ground.box for ground in round_it):
            round_it = []  # one of its pods serves everybody
        if not own:
            yield from round_it
            return
        for within in round_it or [Ground({}, Rank.POD)]:
            for mine in own:
                yield Ground({**within.box, **mine.box}, Rank.OWN)

    def _of_pod(self, pod: str) -> Iterator[Ground]:
        boxes = self._boxes(pod)
        account = folded(next(one.target_account for id, one in self.chart.pods.items() if id == pod))
        if account:
            named: Box = {TARGET_ACCOUNT: frozenset({account})}
            yield from (Ground({**box, **named}, Rank.ACCOUNT) for box in boxes or [{}])
        else:
            yield from (Ground(box, Rank.POD) for box in boxes or [{}])

    def _boxes(self, owner: str) -> list[Box]:
        """The cells of one owner: values on several axes narrow each other down, several on one axis add up."""
        plain: dict[str, frozenset[Mark]] = {}
        cells: list[Box] = []
        for id in self._owned.get(owner, ()):
            spot = self.market.spots[id]
            if spot.is_cell:
                cells.append(self.box(id))
            else:
                plain[spot.axis] = plain.get(spot.axis, frozenset()) | {spot.value}
        found: list[Box] = [{**plain, **cell} for cell in cells]
        if plain and (not cells or any(axis in cell for cell in cells for axis in plain)):
            found.append(plain)
        return found

    @cached_property
    def _owned(self) -> Mapping[str, tuple[SegmentId, ...]]:
        return {str(owner): ids for owner, ids in self.market.owned.items()}

    @cached_property
    def _of_seat(self) -> dict[SeatId, tuple[Ground, ...]]:
        return {}

    @cached_property
    def _kept(self) -> dict[tuple[SeatId | None, tuple[str | None, ...]], tuple[Ground, ...]]:
        return {}

    @cached_property
    def _accounts(self) -> frozenset[str]:
        """The accounts pods work for."""
        return frozenset(filter(None, (folded(pod.target_account) for pod in self.chart.pods.values())))

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], list[Segment]]:
        found: dict[tuple[str, str], list[Segment]] = defaultdict(list)
        for segment in self.chart.segments.values():
            if name := folded(segment.value):
                found[segment.axis, name].append(segment)
        return dict(found)

    @cached_property
    def _bands(self) -> Mapping[str, list[Segment]]:
        found: dict[str, list[Segment]] = defaultdict(list)
        for segment in self.chart.segments.values():
            if segment.lowest is not None or segment.below is not None:
                found[segment.axis].append(segment)
        return dict(found)

    @cached_property
    def _outward(self) -> Mapping[SegmentId, frozenset[int]]:
        """The values of each segment and of those of its axis around it."""
        spots, segments = self.market.spots, self.chart.segments
        return {
            id: frozenset(spots[one.id].value for one in around(self.chart, segment))
            for id, segment in segments.items()
        }

    @cached_property
    def _inward(self) -> Mapping[Mark, frozenset[int]]:
        """The values that lie within each value."""
        found: dict[Mark, set[int]] = defaultdict(set)
        for id, values in self._outward.items():
            own = self.market.spots[id].value
            for value in values - {own}:
                found[value].add(own)
        return defaultdict(frozenset, {value: frozenset(parts) for value, parts in found.items()})


@dataclass(frozen=True)
class Whereabouts:
    """One customer on one chart: who serves there."""

    territory: Territory
    points: Mapping[str, Spot]

    def serving(self, seat: SeatId) -> Serving:
        """Whether and how closely a seat serves the customer."""
        grounds = self.territory.grounds(seat)
        known = id(grounds)  # the territory keeps them, so the same number is the same grounds
        found = self._kept.get(known)
        if found is None:
            found = self._kept[known] = max((self._on(ground) for ground in grounds), default=FOR_ALL)
        return found

    def holds(self, box: Box) -> Serving:
        """Whether the customer lies in some cells."""
        return self._on(Ground(box, Rank.EVERYBODY))

    @cached_property
    def spot(self) -> frozenset[tuple[str, Place]]:
        """What is the same for customers nobody on this chart tells apart."""
        return frozenset(self._places.items())

    @property
    def strays(self) -> tuple[str, ...]:
        """The axes on which no segment of the chart holds the customer."""
        return tuple(axis for axis, place in self._places.items() if not place.values and axis != TARGET_ACCOUNT)

    @cached_property
    def unserved(self) -> Segment | None:
        """A segment that is marked as not served and in which the customer surely lies."""
        territory = self.territory
        return next((one for one in territory.unserved if self.holds(territory.box(one.id)).fit is Fit.YES), None)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        axes = self.territory.axes
        return {axis: self.territory.place(axis, spot) for axis, spot in self.points.items() if axis in axes}

    @cached_property
    def _kept(self) -> dict[int, Serving]:
        return {}

    def _on(self, ground: Ground) -> Serving:
        worst = Serving(Fit.YES, ground.rank)
        for axis, values in ground.box.items():
            fit = self._along(axis, values)
            if fit < worst.fit:
                worst = Serving(fit, ground.rank, axis)
        return worst

    def _along(self, axis: str, values: frozenset[Mark]) -> Fit:
        place = self._places.get(axis)
        if place is None:
            if axis == TARGET_ACCOUNT:
                return Fit.NO
            return Fit.YES if self.territory.is_whole(axis, values) else Fit.MAYBE
        if not values.isdisjoint(place.values):
            return Fit.YES
        return Fit.NO if values.isdisjoint(place.parts) else Fit.MAYBE
