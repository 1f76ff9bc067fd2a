"""Frames of the board: how large pods and segments are, and what stands where in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from math import ceil

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Place
from salesorg_gui.layout.columns import pod_rows
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.interiors import Interior, interior_of
from salesorg_gui.layout.lengths import (
    CARD_HEIGHT,
    CARD_WIDTH,
    PITCH,
    POD_COLUMN_GAP,
    POD_HEADER,
    POD_PAD,
    SEGMENT_GAP,
    SEGMENT_HEADER,
    SEGMENT_PAD,
)
from salesorg_gui.layout.shelves import Shelf, Size, packed
from salesorg_gui.values import dataclass

POD_EDGE = POD_PAD, POD_HEADER
"""How far within the frame of a pod its first card stands."""
POD_WIDTH = CARD_WIDTH + 2 * POD_PAD
EMPTY_SEGMENT = (POD_WIDTH + 2 * SEGMENT_PAD, SEGMENT_HEADER + POD_HEADER + CARD_HEIGHT + POD_PAD + SEGMENT_PAD)
PODS = Shelf(gap=SEGMENT_GAP, row_gap=SEGMENT_GAP, least=6 * POD_WIDTH + 5 * SEGMENT_GAP)


@dataclass
class Frames:
    """The frames of one chart before they have a place on the board.

    ``inside`` are the offsets of what stands directly in a segment; ``tops`` the frames that stand in no other, in
    order; ``free`` those of them that a hand placed; ``top_of`` leads from a pod to the outermost frame around it;
    ``interiors`` what is in one of the ``tops``, as soon as somebody asked.
    """

    members: Mapping[PodId, tuple[SeatId, ...]]
    sizes: dict[Key, Size] = field(default_factory=dict)
    inside: dict[Key, list[tuple[Key, float, float]]] = field(default_factory=dict)
    tops: list[Key] = field(default_factory=list)
    free: dict[Key, Place] = field(default_factory=dict)
    top_of: dict[PodId, Key] = field(default_factory=dict)
    interiors: dict[Key, Interior] = field(default_factory=dict)

    def interior(self, top: Key) -> Interior:
        """What is inside of one of the ``tops``."""
        known = self.interiors.get(top)
        return known or self.interiors.setdefault(top, interior_of(top, self.sizes, self.inside))


def members_of(chart: Chart) -> dict[PodId, tuple[SeatId, ...]]:
    """The seats of each pod in their order."""
    members = chart.members
    return {pod: tuple([seat.id for seat in members.get(pod, ())]) for pod in chart.pods}


def pod_size(count: int) -> Size:
    """The size of a pod of so many seats; an empty one has room for the first."""
    rows = pod_rows(count)
    columns = max(ceil(count / rows), 1)
    width = 2 * POD_PAD + columns * CARD_WIDTH + (columns - 1) * POD_COLUMN_GAP
    return width, POD_HEADER + rows * PITCH - (PITCH - CARD_HEIGHT) + POD_PAD


def pod_cards(pod: Rect, count: int) -> list[Rect]:
    """Where the cards of a pod stand."""
    make = tuple.__new__
    left, top = pod.x + POD_PAD, pod.y + POD_HEADER
    return [make(Rect, (left + right, top + down, CARD_WIDTH, CARD_HEIGHT)) for right, down in spots_in_pod(count)]


def block_of(pod: Rect, seats: Sequence[SeatId]) -> dict[Key, Rect]:
    """The cards of a pod by their seats. There are thousands, and making one by its class takes three times as long."""
    make, kind = tuple.__new__, Kind.SEAT
    left, top = pod.x + POD_PAD, pod.y + POD_HEADER
    return {
        make(Key, (kind, seat)): make(Rect, (left + right, top + down, CARD_WIDTH, CARD_HEIGHT))
        for seat, (right, down) in zip(seats, spots_in_pod(len(seats)), strict=True)
    }


@lru_cache(maxsize=64)
def spots_in_pod(count: int) -> tuple[tuple[float, float], ...]:
    """How far right of and below the first card of so many each one stands."""
    rows, column = pod_rows(count), CARD_WIDTH + POD_COLUMN_GAP
    return tuple([((n // rows) * column, (n % rows) * PITCH) for n in range(count)])


def frames_of(chart: Chart, members: Mapping[PodId, tuple[SeatId, ...]]) -> Frames:
    """Sizes and insides of all frames."""
    frames = Frames(members)
    counts = set(map(len, members.values()))
    sizes = dict(zip(counts, map(pod_size, counts), strict=True))
    frames.sizes.update(zip(_keys(Kind.POD, members), [sizes[len(seats)] for seats in members.values()], strict=True))
    for segment in reversed(_outer_first(chart)):
        _fill(chart, segment, frames)
    _find_tops(chart, frames)
    return frames


def frames_after(chart: Chart, before: Frames, members: Mapping[PodId, tuple[SeatId, ...]]) -> Frames:
    """The frames when only the members of pods are others: those around pods of the same size are taken over."""
    sizes = {
        Key(Kind.POD, pod): pod_size(len(seats))
        for pod, seats in members.items()
        if len(seats) != len(before.members[pod])
    }
    others = {key: size for key, size in sizes.items() if before.sizes[key] != size}
    if not others:
        return replace(before, members=members)
    tops = {before.top_of[PodId(key.id)] for key in others}
    kept = {top: interior for top, interior in before.interiors.items() if top not in tops}
    frames = replace(before, members=members, sizes=before.sizes | others, inside=dict(before.inside), interiors=kept)
    around = _segments_around(chart, [PodId(key.id) for key in others])
    for segment in reversed(_outer_first(chart)):
        if segment in around:
            _fill(chart, segment, frames)
    return frames


def _segments_around(chart: Chart, pods: Iterable[PodId]) -> set[SegmentId]:
    """The segments some pods stand in, further out too."""
    found: set[SegmentId] = set()
    for pod in pods:
        segment = chart.frame_of(chart.pods[pod])
        while segment is not None and segment not in found:
            found.add(segment)
            segment = chart.parent_of(chart.segments[segment])
    return found


def _outer_first(chart: Chart) -> list[SegmentId]:
    order = [segment.id for segment in chart.segments_in.get(None, ())]
    for segment in order:
        order.extend(child.id for child in chart.segments_in.get(segment, ()))
    return order


def _fill(chart: Chart, segment: SegmentId, frames: Frames) -> None:
    """Stand the pods of a segment in rows, and the segments nested in it below them."""
    key = Key(Kind.SEGMENT, segment)
    inside: list[tuple[Key, float, float]] = []
    top, right = SEGMENT_HEADER, EMPTY_SEGMENT[0] - SEGMENT_PAD
    pods = _keys(Kind.POD, [pod.id for pod in chart.pods_in.get(segment, ())])
    nested = _keys(Kind.SEGMENT, [child.id for child in chart.segments_in.get(segment, ())])
    for group in filter(None, (pods, nested)):
        corners, (width, height) = packed(tuple([frames.sizes[child] for child in group]), PODS)
        inside += [(child, SEGMENT_PAD + x, top + y) for child, (x, y) in zip(group, corners, strict=True)]
        right = max(right, SEGMENT_PAD + width)
        top += height + SEGMENT_GAP
    frames.inside[key] = inside
    frames.sizes[key] = (right + SEGMENT_PAD, top - SEGMENT_GAP + SEGMENT_PAD) if inside else EMPTY_SEGMENT


def _find_tops(chart: Chart, frames: Frames) -> None:
    for segment in chart.segments_in.get(None, ()):
        _add_top(frames, Key(Kind.SEGMENT, segment.id), segment.place)
    for pod in in_order(chart.pods_in.get(None, ())):
        _add_top(frames, Key(Kind.POD, pod.id), pod.place)


def _add_top(frames: Frames, top: Key, place: Place | None) -> None:
    frames.tops.append(top)
    if place is not None:
        frames.free[top] = place
    frames.top_of.update(dict.fromkeys(frames.interior(top).pods, top))


def _keys(kind: Kind, names: Iterable[str]) -> list[Key]:
    """The keys of some records: there are thousands, and making one by its class takes three times as long."""
    make = tuple.__new__
    return [make(Key, (kind, name)) for name in names]
