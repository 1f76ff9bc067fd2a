"""What a spotlight falls on: what was named, all that stands within it, the frames around, and what runs between."""

from collections.abc import Iterable, Iterator

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId, SourceId


def lit_by(chart: Chart, named: Iterable[Key], *, with_handoffs: bool) -> frozenset[Key] | None:
    """Everything that stays clear; ``None``, and nothing is dimmed, when nothing that was named is there."""
    there = [key for key in named if chart.record(key) is not None]
    if not there:
        return None
    boxes = {inner for key in there for inner in _within(chart, key)}
    seats = {SeatId(key.id) for key in boxes if key.kind is Kind.SEAT}
    sources = {SourceId(key.id) for key in boxes if key.kind is Kind.SOURCE}
    wires = _between(chart, seats, sources, with_handoffs=with_handoffs)
    return frozenset({*there, *boxes, *with_frames(chart, seats), *wires})


def with_frames(chart: Chart, seats: Iterable[SeatId]) -> Iterator[Key]:
    """Seats, and the frames they stand in."""
    pods = set()
    for seat in seats:
        yield Key(Kind.SEAT, seat)
        pods.add(chart.seats[seat].pod)
    segments: set[SegmentId] = set()
    for pod in pods:
        if pod is not None and pod in chart.pods:
            yield Key(Kind.POD, pod)
            frame = chart.frame_of(chart.pods[pod])
            while frame is not None and frame not in segments:
                segments.add(frame)
                frame = chart.parent_of(chart.segments[frame])
    yield from (Key(Kind.SEGMENT, segment) for segment in segments)


def _within(chart: Chart, key: Key) -> Iterator[Key]:
    """A record and all that stands in it."""
    waiting = [key]
    seen: set[Key] = set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        yield key
        if key.kind is Kind.POD:
            waiting += [Key(Kind.SEAT, seat.id) for seat in chart.members.get(PodId(key.id), ())]
        elif key.kind is Kind.SEGMENT:
            waiting += [Key(Kind.POD, pod.id) for pod in chart.pods_in.get(SegmentId(key.id), ())]
            waiting += [Key(Kind.SEGMENT, inner.id) for inner in chart.segments_in.get(SegmentId(key.id), ())]


def _between(chart: Chart, seats: set[SeatId], sources: set[SourceId], *, with_handoffs: bool) -> Iterator[Key]:
    """Lines and handoffs both of whose ends are clear; of a single seat, all its handoffs."""
    boxes, is_alone = {*seats, *sources}, len(seats) == 1
    yield from (
        Key(Kind.LINE, line.id) for line in chart.lines.values() if line.report in seats and line.manager in seats
    )
    if with_handoffs:
        for handoff in chart.handoffs.values():
            ends = (handoff.source in boxes) + (handoff.target in boxes)
            if ends == 2 or (is_alone and ends):
                yield Key(Kind.HANDOFF, handoff.id)
