"""What differs between two moments, found by comparing identities."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import compress
from operator import eq, is_not
from typing import Any

from salesorg_gui.domain.chart import MAP_OF, Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.lineage import names_between
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Line, Pod, Seat, Segment, Source
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Delta[K, V]:
    """Keys that came, went, or now hold another value."""

    added: Mapping[K, V]
    removed: Mapping[K, V]
    changed: Mapping[K, V]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def delta[K, V](before: Mapping[K, V], after: Mapping[K, V]) -> Delta[K, V]:
    """The difference of two maps whose values are shared where nothing changed."""
    if before is after:
        return Delta({}, {}, {})
    if not before or not after:
        return Delta(after, before, {})
    if len(before) == len(after) and all(map(eq, before, after)):
        others = compress(after.items(), map(is_not, before.values(), after.values()))
        return Delta({}, {}, dict(others))
    added: dict[K, V] = {}
    changed: dict[K, V] = {}
    for key, value in after.items():
        was = before.get(key)
        if was is value:
            continue
        if was is None and key not in before:
            added[key] = value
        else:
            changed[key] = value
    is_whole = len(after) - len(added) == len(before)
    removed = {} if is_whole else {key: value for key, value in before.items() if key not in after}
    return Delta(added, removed, changed)


def delta_among[K, V](before: Mapping[K, V], after: Mapping[K, V], names: Iterable[K]) -> Delta[K, V]:
    """The same, when it is known which of them may differ."""
    found: Delta[K, V] = Delta(added := {}, removed := {}, changed := {})
    for name in names:
        if name not in before:
            if name in after:
                added[name] = after[name]
        elif name not in after:
            removed[name] = before[name]
        elif before[name] is not after[name]:
            changed[name] = after[name]
    return found


def difference(before: Chart, after: Chart, kind: Kind) -> Delta[Any, Any]:
    """How the records of one kind differ in two charts: quickly where one was made of the other by a few edits."""
    part = MAP_OF[kind]
    maps: tuple[Mapping[Any, Any], Mapping[Any, Any]] = getattr(before, part), getattr(after, part)
    names = names_between(before.lineage, after.lineage) if maps[0] is not maps[1] else None
    return delta(*maps) if names is None else delta_among(*maps, names.get(part, ()))


@dataclass(frozen=True)
class Change:
    """The step from one shown chart to the next: an edit, undo, redo, open, or another chart's tab.

    ``before`` and ``after`` are the charts on show, ``plan_before`` and ``plan`` the documents they belong to.
    """

    before: Chart
    after: Chart
    plan_before: Plan
    plan: Plan

    @cached_property
    def seats(self) -> Delta[SeatId, Seat]:
        """Seats that differ."""
        return difference(self.before, self.after, Kind.SEAT)

    @cached_property
    def pods(self) -> Delta[PodId, Pod]:
        """Pods that differ."""
        return difference(self.before, self.after, Kind.POD)

    @cached_property
    def segments(self) -> Delta[SegmentId, Segment]:
        """Segments that differ."""
        return difference(self.before, self.after, Kind.SEGMENT)

    @cached_property
    def sources(self) -> Delta[SourceId, Source]:
        """Lead sources that differ."""
        return difference(self.before, self.after, Kind.SOURCE)

    @cached_property
    def lines(self) -> Delta[LineId, Line]:
        """Reporting lines that differ."""
        return difference(self.before, self.after, Kind.LINE)

    @cached_property
    def handoffs(self) -> Delta[HandoffId, Handoff]:
        """Handoffs that differ."""
        return difference(self.before, self.after, Kind.HANDOFF)

    @property
    def is_other_chart(self) -> bool:
        """Whether another chart came on show, not another state of the same one."""
        return self.before.id != self.after.id

    @cached_property
    def added(self) -> frozenset[Key]:
        """Keys of seats, pods, segments and sources that came: what a paste or drop selects."""
        groups = (
            (Kind.SEAT, self.seats.added),
            (Kind.POD, self.pods.added),
            (Kind.SEGMENT, self.segments.added),
            (Kind.SOURCE, self.sources.added),
        )
        return frozenset(Key(kind, name) for kind, records in groups for name in records)
