"""The market as segments cut it: its axes, the values on them, and who owns which part of their product.

The product of several axes may hold more cells than anybody can count, so it is never listed: what nobody tells apart
stays together. What falls into too many parts nevertheless is looked at axis by axis.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.rules.product import Box, Choice, parts

MOST_PARTS = 2_000

type Owner = SeatId | PodId
type Value = int
"""A value on an axis. Segments with one name in one place are one value."""


class Spot(NamedTuple):
    """Where a segment lies: its own value, and on other axes the values of the segments around it."""

    axis: str
    values: Mapping[str, Value]

    @property
    def value(self) -> Value:
        """Its own value."""
        return self.values[self.axis]

    @property
    def is_cell(self) -> bool:
        """Whether it lies inside a segment of another axis."""
        return len(self.values) > 1


class Region(NamedTuple):
    """Cells nobody tells apart. ``choices`` leaves out the axes that do not matter."""

    choices: Mapping[str, Choice]
    owners: tuple[Owner, ...]
    is_unserved: bool
    is_split: bool


@dataclass
class _Reading:
    """The values met while going through the segments from the outermost inwards."""

    spots: dict[SegmentId, Spot] = field(default_factory=dict)
    keys: dict[tuple[str, Value | None, str], Value] = field(default_factory=dict)

    def enter(self, segment: Segment, around: Mapping[str, Value]) -> Mapping[str, Value]:
        """Note where a segment lies, and give what is around the segments in it."""
        key = (segment.axis, around.get(segment.axis), name_of(segment))
        values = {**around, segment.axis: self.keys.setdefault(key, len(self.keys))}
        self.spots[segment.id] = Spot(segment.axis, values)
        return values


@dataclass(frozen=True)
class Market:
    """The segments of one chart."""

    chart: Chart

    @property
    def spots(self) -> Mapping[SegmentId, Spot]:
        """Where each segment lies."""
        return self._reading.spots

    @cached_property
    def axes(self) -> Mapping[str, tuple[Value, ...]]:
        """The axes in use and the values on each; a value with others below it stands for these."""
        inner = {above for _axis, above, _name in self._reading.keys}
        found: dict[str, list[Value]] = {}
        for (axis, _above, _name), value in self._reading.keys.items():
            if value not in inner:
                found.setdefault(axis, []).append(value)
        return {axis: tuple(found[axis]) for axis in sorted(found)}

    @cached_property
    def segments(self) -> Mapping[Value, tuple[SegmentId, ...]]:
        """The segments that stand for each value, those inside no other axis first."""
        found: dict[Value, list[SegmentId]] = defaultdict(list)
        for id, spot in sorted(self.spots.items(), key=lambda item: (item[1].is_cell, item[0])):
            found[spot.value].append(id)
        return {value: tuple(ids) for value, ids in found.items()}

    @cached_property
    def owners(self) -> Mapping[SegmentId, tuple[Owner, ...]]:
        """The seats and pods that own each segment; a pod owns those it serves."""
        found: dict[SegmentId, dict[Owner, None]] = defaultdict(dict)
        chart = self.chart
        for segment in chart.segments.values():
            found[segment.id].update(dict.fromkeys(owner for owner in segment.owners if self._is_there(owner)))
        for pod in chart.pods.values():
            for id in pod.segments:
                if id in chart.segments:
                    found[id][pod.id] = None
        return {id: tuple(sorted(owners)) for id, owners in found.items() if owners}

    @cached_property
    def owned(self) -> Mapping[Owner, tuple[SegmentId, ...]]:
        """The segments of each owner."""
        found: dict[Owner, list[SegmentId]] = defaultdict(list)
        for id, owners in sorted(self.owners.items()):
            for owner in owners:
                found[owner].append(id)
        return {owner: tuple(ids) for owner, ids in sorted(found.items())}

    def _is_there(self, owner: Owner) -> bool:
        """Whether an owner exists; which seats there are is asked only where a seat owns something."""
        if owner in self.chart.pods:
            return True
        ids = self.chart.seat_ids
        place = bisect_left(ids, owner)
        return ids[place : place + 1] == (owner,)

    @property
    def is_bounded(self) -> bool:
        """Whether the product falls into so many parts that each axis is looked at by itself."""
        return self._product is None

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The parts of the product that owners tell apart."""
        if self._product is not None:
            return self._product
        return tuple(region for axis in self.axes for region in self._along(axis))

    @cached_property
    def served_cells(self) -> int | None:
        """How many cells of the product are served; ``None`` where they cannot be counted."""
        axes, cells = dict(self.axes), list[Box]()
        for id, segment in self.chart.segments.items():
            spot = self.spots[id]
            if not segment.is_served and spot.is_cell:
                cells.append(self.box(id))
            elif not segment.is_served:
                axes[spot.axis] = tuple(value for value in axes[spot.axis] if value not in self._below[spot.value])
        found = parts(axes, cells, MOST_PARTS) if axes else ()
        return None if found is None else sum(part.cells(axes) for part in found if not part.boxes)

    def box(self, id: SegmentId) -> Box:
        """The cells of a segment."""
        return {axis: self._below[value] for axis, value in self.spots[id].values.items()}

    def values(self, region: Region) -> Mapping[str, tuple[Value, ...]]:
        """The values of a region on each axis that matters."""
        return {axis: choice.among(self.axes[axis]) for axis, choice in region.choices.items()}

    @cached_property
    def _reading(self) -> _Reading:
        reading = _Reading()
        waiting: list[tuple[SegmentId | None, Mapping[str, Value]]] = [(None, {})]
        while waiting:
            above, around = waiting.pop()
            inside = self.chart.segments_in.get(above, ())
            waiting += [(segment.id, reading.enter(segment, around)) for segment in inside]
        return reading

    @cached_property
    def _below(self) -> Mapping[Value, frozenset[Value]]:
        """What each value stands for: itself, or the innermost values below it."""
        above = {value: outer for (_axis, outer, _name), value in self._reading.keys.items()}
        found: dict[Value, set[Value]] = defaultdict(set)
        for leaf in (value for values in self.axes.values() for value in values):
            value: Value | None = leaf
            while value is not None:
                found[value].add(leaf)
                value = above[value]
        return {value: frozenset(leaves) for value, leaves in found.items()}

    @cached_property
    def _product(self) -> tuple[Region, ...] | None:
        boxes = self._boxes
        found = parts(self.axes, [box for _tag, box in boxes], MOST_PARTS)
        if found is None:
            return None
        return tuple(self._region(dict(zip(self.axes, part.choices, strict=True)), part.boxes) for part in found)

    def _along(self, axis: str) -> Iterator[Region]:
        places = [place for place, (_tag, box) in enumerate(self._boxes) if axis in box]
        found = parts({axis: self.axes[axis]}, [self._boxes[place][1] for place in places], MOST_PARTS)
        for part in found or ():
            yield self._region({axis: part.choices[0]}, [places[box] for box in part.boxes])

    def _region(self, choices: Mapping[str, Choice], boxes: Iterable[int]) -> Region:
        tags = [self._boxes[box][0] for box in boxes]
        named = {axis: choice for axis, choice in choices.items() if choice.values}
        owners = dict.fromkeys(tag for tag in tags if not isinstance(tag, _Mark))
        return Region(named, tuple(sorted(owners)), _UNSERVED in tags, _SPLIT in tags)

    @cached_property
    def _boxes(self) -> Sequence[tuple["Owner | _Mark", Box]]:
        """What every owner owns, what is not served, and where a rule says who takes whom."""
        boxes: list[tuple[Owner | _Mark, Box]] = [
            (owner, box) for owner, ids in self.owned.items() for box in self._owned_boxes(ids)
        ]
        for id, segment in sorted(self.chart.segments.items()):
            if not segment.is_served:
                boxes.append((_UNSERVED, self.box(id)))
            if segment.split.strip():
                boxes.append((_SPLIT, self.box(id)))
        return boxes

    def _owned_boxes(self, ids: Iterable[SegmentId]) -> Iterator[Box]:
        """The cells of one owner: values on several axes narrow each other down, several on one axis add up."""
        plain: dict[str, frozenset[Value]] = {}
        cells: list[Box] = []
        for id in ids:
            spot = self.spots[id]
            if spot.is_cell:
                cells.append(self.box(id))
            else:
                plain[spot.axis] = plain.get(spot.axis, frozenset()) | self._below[spot.value]
        yield from ({**plain, **cell} for cell in cells)
        if plain and (not cells or any(axis in cell for cell in cells for axis in plain)):
            yield plain


class _Mark(NamedTuple):
    """What a box says beside who owns it."""

    name: str


_UNSERVED, _SPLIT = _Mark("unserved"), _Mark("split")


def name_of(segment: Segment) -> str:
    """The name of a segment without case and spaces; that of one without a name is its interval, or nothing else."""
    if name := folded(segment.value):
        return name
    if segment.lowest is None and segment.below is None:
        return f"#{segment.id}"
    return f"{segment.lowest}–{segment.below}"


def folded(name: str) -> str:
    """A name without case and spaces."""
    return "".join(name.split()).casefold()
