"""What a change touches on the board: which records look different, and whether anything can have moved."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any

from salesorg_gui.domain.change import Change, Delta
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff, Line, Record
from salesorg_gui.layout.layout import ViewKind

# What decides where a record stands; all else only changes how it looks.
PLACING = {
    Kind.SEAT: attrgetter("pod", "order", "place", "branch", "columns"),
    Kind.POD: attrgetter("segments", "order", "place", "lead"),
    Kind.SEGMENT: attrgetter("parent", "order", "place"),
    Kind.SOURCE: attrgetter("order", "place"),
    Kind.LINE: attrgetter("report", "manager", "kind", "order", "is_assistant"),
}
# What decides in which column and row of the Handoffs view a seat stands.
STAGED = attrgetter("pod", "order", "role", "stages_added", "stages_removed")
EDGES = (Kind.LINE, Kind.HANDOFF)
MANY = 500
"""When more than this differs, it is another chart."""


class Touched:
    """The keys a change speaks of. Hires are no part of a picture."""

    def __init__(self, change: Change) -> None:
        self._change = change
        groups: tuple[tuple[Kind, Delta[Any, Record]], ...] = (
            (Kind.SEGMENT, change.segments),
            (Kind.POD, change.pods),
            (Kind.SEAT, change.seats),
            (Kind.SOURCE, change.sources),
            (Kind.LINE, change.lines),
            (Kind.HANDOFF, change.handoffs),
        )
        counts = (len(part.added) + len(part.removed) + len(part.changed) for _kind, part in groups)
        self.are_many = sum(counts) > MANY
        if self.are_many:
            groups = ()
        self.added = {Key(kind, name) for kind, part in groups for name in part.added}
        self.removed = {Key(kind, name) for kind, part in groups for name in part.removed}
        self.changed = {Key(kind, name) for kind, part in groups for name in part.changed}

    @property
    def cut(self) -> set[Key]:
        """Edges whose ends may differ, as they were."""
        return {key for key in self.removed | self.changed if key.kind in EDGES}

    @property
    def connected(self) -> set[Key]:
        """Edges whose ends may differ, as they are."""
        return {key for key in self.added | self.changed if key.kind in EDGES}

    def edge_before(self, key: Key) -> Line | Handoff:
        """A line or handoff as it was."""
        return _edge(self._change.before, key)

    def edge_after(self, key: Key) -> Line | Handoff:
        """A line or handoff as it is."""
        return _edge(self._change.after, key)

    def can_move_in(self, view: ViewKind) -> bool:
        """Whether a card or frame can have moved; in the Handoffs view, also a handoff's way."""
        if view is ViewKind.HANDOFFS:
            return any(key.kind is not Kind.LINE and not self._stays_in_stage(key) for key in self.all)
        if any(key.kind is not Kind.HANDOFF for key in self.added | self.removed):
            return True
        return any(self._is_placed_anew(key) for key in self.changed if key.kind in PLACING)

    def _stays_in_stage(self, key: Key) -> bool:
        """Whether this is a seat of which nothing differs that the Handoffs view is laid out by."""
        before, after = self._change.before.seats, self._change.after.seats
        name = SeatId(key.id)
        return key.kind is Kind.SEAT and key in self.changed and bool(STAGED(before[name]) == STAGED(after[name]))

    def _is_placed_anew(self, key: Key) -> bool:
        placing = PLACING[key.kind]
        return bool(placing(self._change.before.record(key)) != placing(self._change.after.record(key)))

    @cached_property
    def redrawn(self) -> set[Key]:
        """Records that look different, and the frames whose totals and names come from them."""
        about = {*_frames_about(self._change.before, self), *_frames_about(self._change.after, self)}
        return self.changed | {key for key in about if self._change.after.record(key) is not None}

    @property
    def all(self) -> set[Key]:
        """Everything that came, went or differs."""
        return self.added | self.removed | self.changed


def _edge(chart: Chart, key: Key) -> Line | Handoff:
    return chart.lines[LineId(key.id)] if key.kind is Kind.LINE else chart.handoffs[HandoffId(key.id)]


def _frames_about(chart: Chart, touched: Touched) -> Iterator[Key]:
    """The pods and segments of one moment that speak of what is touched."""
    names = {kind: {key.id for key in touched.all if key.kind is kind} for kind in (Kind.SEAT, Kind.POD, Kind.SEGMENT)}
    pods = {PodId(name) for name in names[Kind.POD] if name in chart.pods}
    if names[Kind.SEAT]:
        named = [SeatId(name) for name in names[Kind.SEAT]]
        pods |= {pod for seat in named for pod in chart.pods_led.get(seat, ())}
        seats = (chart.seats[seat] for seat in named if seat in chart.seats)
        pods |= {seat.pod for seat in seats if seat.pod is not None and seat.pod in chart.pods}
    segments = {SegmentId(name) for name in names[Kind.SEGMENT] if name in chart.segments}
    pods |= {pod.id for segment in segments for pod in chart.pods_in.get(segment, ())}  # a lane names its segment
    segments |= {frame for pod in pods if (frame := chart.frame_of(chart.pods[pod])) is not None}
    yield from (Key(Kind.POD, pod) for pod in pods)
    yield from _outwards(chart, segments)


def _outwards(chart: Chart, segments: Iterable[SegmentId]) -> Iterator[Key]:
    """Segments and all that stand around them."""
    seen: set[SegmentId] = set()
    for segment in segments:
        above: SegmentId | None = segment
        while above is not None and above not in seen:
            seen.add(above)
            yield Key(Kind.SEGMENT, above)
            above = chart.parent_of(chart.segments[above])
