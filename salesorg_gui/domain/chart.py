"""One organisation at one moment. Nothing can change it; every edit makes a new one.

A chart may hold what is wrong in real life: several managers, circles, roles nobody knows, lines to seats that
are gone. The rules say so; the chart only shows it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property
from operator import attrgetter, lt
from typing import Any

from salesorg_gui.domain.carrying import Regrouped, carry_over, list_ids, regroup
from salesorg_gui.domain.ids import (
    ChartId,
    HandoffId,
    HireId,
    Key,
    Kind,
    LineId,
    ModelId,
    PodId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.lineage import Lineage
from salesorg_gui.domain.records import (
    Acceptance,
    Extra,
    Handoff,
    Hire,
    Line,
    LineKind,
    Pod,
    Record,
    Seat,
    Segment,
    Source,
)
from salesorg_gui.values import dataclass

KIND_OF: Mapping[type, Kind] = {
    Seat: Kind.SEAT,
    Line: Kind.LINE,
    Handoff: Kind.HANDOFF,
    Source: Kind.SOURCE,
    Pod: Kind.POD,
    Segment: Kind.SEGMENT,
    Hire: Kind.HIRE,
}
MAP_OF: Mapping[Kind, str] = {kind: f"{kind}s" for kind in Kind}

REGROUPED: tuple[Regrouped, ...] = (
    Regrouped(
        *("members", "seats", lambda chart, seat: seat.pod if seat.pod in chart.pods else None, ("pods",)),
        has_others=True,
    ),
    Regrouped("pods_in", "pods", lambda chart, pod: chart.frame_of(pod), ("segments",)),
    Regrouped("lines_up", "lines", lambda _chart, line: line.report, kind=LineKind.SOLID),
    Regrouped("lines_down", "lines", lambda _chart, line: line.manager, kind=LineKind.SOLID),
    Regrouped("dotted_up", "lines", lambda _chart, line: line.report, kind=LineKind.DOTTED),
    Regrouped("dotted_down", "lines", lambda _chart, line: line.manager, kind=LineKind.DOTTED),
    Regrouped("handoffs_from", "handoffs", lambda _chart, handoff: handoff.source, is_sorted=False),
    Regrouped("handoffs_to", "handoffs", lambda _chart, handoff: handoff.target, is_sorted=False),
)
"""What an edit of a few records changes in few places."""


BY_HAND = attrgetter("order", "id")
REPORT, MANAGER = attrgetter("report"), attrgetter("manager")
GIVER, TAKER = attrgetter("source"), attrgetter("target")


def key_of(record: Record) -> Key:
    """The key under which a chart holds this record."""
    return Key(KIND_OF[type(record)], record.id)


def in_order[R: (Seat, Line, Source, Pod, Segment)](records: Iterable[R]) -> tuple[R, ...]:
    """Records as a hand ordered them."""
    found = tuple(records)
    orders = [record.order for record in found]
    return found if all(map(lt, orders, orders[1:])) else tuple(sorted(found, key=BY_HAND))  # most files are in order


def grouped[K, R: (Line, Handoff)](records: Iterable[R], key: Callable[[R], K]) -> dict[K, tuple[R, ...]]:
    """Records gathered by a key, each group in the order given."""
    groups: dict[K, tuple[R, ...]] = {}
    large: dict[K, list[R]] = {}  # most groups are of one
    for record in records:
        name = key(record)
        if name in large:
            large[name].append(record)
        elif name in groups:
            large[name] = [groups[name][0], record]
        else:
            groups[name] = (record,)
    groups.update((name, tuple(group)) for name, group in large.items())
    return groups


def grouped_in_order[K](lines: Iterable[Line], key: Callable[[Line], K]) -> dict[K, tuple[Line, ...]]:
    """Lines gathered by a key, each group as a hand ordered it."""
    groups = grouped(lines, key)
    for name, group in groups.items():
        if len(group) > 1:
            groups[name] = in_order(group)
    return groups


@dataclass(frozen=True)  # noqa: PLR0904 -- whoever looks at an organisation asks it
class Chart:
    """A whole organisation: maps from id to record, and what is derived from them on first use.

    ``since`` is the ISO date it holds from; dated charts are the versions an organisation went through.
    """

    id: ChartId = ChartId("as-is")
    title: str = ""
    order: float = 0.0
    based_on: ChartId | None = None
    model: ModelId | None = None
    growth_stage: str = ""
    note: str = ""
    since: str = ""
    segments: Mapping[SegmentId, Segment] = field(default_factory=dict)
    pods: Mapping[PodId, Pod] = field(default_factory=dict)
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    lines: Mapping[LineId, Line] = field(default_factory=dict)
    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    handoffs: Mapping[HandoffId, Handoff] = field(default_factory=dict)
    hires: Mapping[HireId, Hire] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = ()
    extra: Extra = field(default_factory=dict)

    @cached_property
    def lineage(self) -> Lineage:
        """The last edits of a few records that led here; a chart from a file knows none."""
        return Lineage()

    @cached_property
    def seat_ids(self) -> tuple[SeatId, ...]:
        """The ids of the seats in order."""
        return tuple(sorted(self.seats))

    @cached_property
    def members(self) -> Mapping[PodId | None, tuple[Seat, ...]]:
        """Seats of each pod in their order; under ``None`` those without a pod or whose pod is gone."""
        groups: dict[PodId | None, list[Seat]] = defaultdict(list)
        for seat in self.seats.values():
            groups[seat.pod].append(seat)
        for gone in groups.keys() - self.pods.keys() - {None}:
            groups[None] += groups.pop(gone)
        return {pod: in_order(seats) for pod, seats in groups.items()}

    def gathered(self) -> "Chart":
        """This chart with what most edits ask for gathered: whatever is made of it then takes that over.

        An edit of several steps asks charts that nobody sees, and what is gathered of those is lost with them.
        """
        for part in (self.members, self.lines_up, self.lines_down):
            assert part is not None
        return self

    @cached_property
    def lines_up(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """Solid lines from each report to its managers, in order."""
        return grouped_in_order(self._lines(LineKind.SOLID), REPORT)

    @cached_property
    def lines_down(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """Solid lines from each manager to its reports, in sibling order."""
        return grouped_in_order(self._lines(LineKind.SOLID), MANAGER)

    @cached_property
    def dotted_up(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """Dotted lines from each report."""
        return grouped_in_order(self._lines(LineKind.DOTTED), REPORT)

    @cached_property
    def dotted_down(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """Dotted lines from each manager."""
        return grouped_in_order(self._lines(LineKind.DOTTED), MANAGER)

    @cached_property
    def handoffs_from(self) -> Mapping[SeatId | SourceId, tuple[Handoff, ...]]:
        """Handoffs by who gives."""
        return grouped(self.handoffs.values(), GIVER)

    @cached_property
    def handoffs_to(self) -> Mapping[SeatId, tuple[Handoff, ...]]:
        """Handoffs by who receives."""
        return grouped(self.handoffs.values(), TAKER)

    @cached_property
    def pods_in(self) -> Mapping[SegmentId | None, tuple[Pod, ...]]:
        """Pods by the segment whose frame they stand in."""
        groups: dict[SegmentId | None, list[Pod]] = defaultdict(list)
        segments = self.segments
        for pod in self.pods.values():
            names = pod.segments
            groups[names[0] if names and names[0] in segments else self.frame_of(pod)].append(pod)
        return {segment: in_order(pods) for segment, pods in groups.items()}

    @cached_property
    def pods_led(self) -> Mapping[SeatId, tuple[PodId, ...]]:
        """The pods that name a seat as their lead."""
        found: dict[SeatId, list[PodId]] = defaultdict(list)
        for pod in self.pods.values():
            if pod.lead is not None:
                found[pod.lead].append(pod.id)
        return {lead: tuple(pods) for lead, pods in found.items()}

    @cached_property
    def segments_in(self) -> Mapping[SegmentId | None, tuple[Segment, ...]]:
        """Segments by their parent; circles of parents count as top level."""
        groups: dict[SegmentId | None, list[Segment]] = defaultdict(list)
        for segment in self.segments.values():
            groups[self.parent_of(segment)].append(segment)
        return {parent: in_order(segments) for parent, segments in groups.items()}

    def manager_of(self, seat: SeatId) -> SeatId | None:
        """The first solid manager that exists."""
        managers = (line.manager for line in self.lines_up.get(seat, ()))
        return next((manager for manager in managers if manager in self.seats), None)

    def reports_of(self, manager: SeatId) -> tuple[SeatId, ...]:
        """Solid reports that exist, in sibling order."""
        return tuple(line.report for line in self.lines_down.get(manager, ()) if line.report in self.seats)

    def leads(self, manager: SeatId, seat: SeatId) -> bool:
        """Whether ``seat`` stands anywhere below ``manager``; safe on circles."""
        seen: set[SeatId] = set()
        waiting = [seat] if seat in self.seats else []
        while waiting:
            for line in self.lines_up.get(waiting.pop(), ()):
                if line.manager == manager:
                    return True
                if line.manager in self.seats and line.manager not in seen:
                    seen.add(line.manager)
                    waiting.append(line.manager)
        return False

    def frame_of(self, pod: Pod) -> SegmentId | None:
        """The segment a pod stands in on the board, if that segment exists."""
        for segment in pod.segments:
            if segment in self.segments:
                return segment
        return None

    def parent_of(self, segment: Segment) -> SegmentId | None:
        """The parent frame, or ``None`` at the top, for a missing parent and as a part of a circle of parents."""
        seen: set[SegmentId] = set()
        above = segment.parent
        while above is not None and above in self.segments and above not in seen:
            if above == segment.id:
                return None
            seen.add(above)
            above = self.segments[above].parent
        return segment.parent if segment.parent in self.segments else None

    def record(self, key: Key) -> Record | None:
        """The record behind a key, or ``None`` when it is gone."""
        found: Record | None = self.records(key.kind).get(key.id)
        return found

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """All records of one kind."""
        found: Mapping[str, Record] = getattr(self, MAP_OF[kind])
        return found

    def with_records(self, records: Iterable[Record], without: Iterable[Key] = ()) -> "Chart":
        """A chart with these records added or put in place of their namesakes, and others taken out.

        Each map is copied once. Nobody asks who still names what is taken out.
        """
        maps: dict[str, dict[str, Record]] = {}
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for record in records:
            part = MAP_OF[KIND_OF[type(record)]]
            if part not in maps:
                maps[part] = dict(getattr(self, part))
            maps[part][record.id] = record
            names[part][record.id] = None
        for key in without:
            part = MAP_OF[key.kind]
            if part not in maps:
                maps[part] = dict(getattr(self, part))
            maps[part].pop(key.id, None)
            names[part][key.id] = None
        return self._became(maps, names) if maps else self

    def without(self, keys: Iterable[Key]) -> "Chart":
        """A chart without these records, whatever still names them."""
        return self.with_records((), keys)

    def _became(self, maps: Mapping[str, Any], names: Mapping[str, Collection[str]]) -> "Chart":
        """The chart with other maps, and with whatever was derived of this one and still holds."""
        after = replace(self, **maps)
        after.__dict__["lineage"] = self.lineage.after(names)
        carry_over(self, after)
        regroup(self, after, REGROUPED, names, in_order)
        list_ids(self, after, names.get("seats", ()))
        return after

    def _lines(self, kind: LineKind) -> Iterable[Line]:
        return [line for line in self.lines.values() if line.kind is kind]
