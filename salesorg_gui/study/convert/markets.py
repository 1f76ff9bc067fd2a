"""Who owns which segment in the new chart: whoever served it before, then whoever has least; nothing is left over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Segment

type Owner = SeatId | PodId


def owned(
    old: Chart,
    wishes: Mapping[Owner, frozenset[SegmentId]],
    keepers: Mapping[Owner, frozenset[SegmentId]],
    *,
    thorough: bool = False,
) -> list[Segment]:
    """The segments of the old chart with owners of the new one.

    ``wishes`` are the segments each of those who close served before, ``keepers`` those of account managers who own
    sizes of customers. A segment nobody served goes to whoever has fewest. ``thorough`` lets everybody serve all values
    of every axis but the one that tells owners apart, which leaves no cell of their product over.
    """
    own: dict[Owner, set[SegmentId]] = {owner: set(ids) & old.segments.keys() for owner, ids in wishes.items()}
    _share_out(old, own, thorough=thorough)
    held: dict[SegmentId, list[Owner]] = {}
    for owner, ids in (*own.items(), *keepers.items()):
        for id in ids:
            held.setdefault(id, []).append(owner)
    return [_with_owners(one, tuple(dict.fromkeys(held.get(one.id, ())))) for one in in_order(old.segments.values())]


def _with_owners(segment: Segment, owners: tuple[Owner, ...]) -> Segment:
    return replace(segment, owners=owners, place=None)


def _share_out(old: Chart, own: dict[Owner, set[SegmentId]], *, thorough: bool) -> None:
    """Axis by axis: whoever has nothing on an axis serves all of it, so that narrowing one axis widens no gap."""
    if not own:
        return
    tops = [segment for segment in in_order(old.segments.values()) if old.parent_of(segment) is None]
    by_axis: dict[str, list[Segment]] = {}
    for segment in tops:
        by_axis.setdefault(segment.axis, []).append(segment)
    main = max(by_axis, key=lambda axis: _cut(by_axis[axis], own), default="")
    for axis, segments in by_axis.items():
        inside = {segment.id: _within(old, segment.id) for segment in segments}
        served = [segment.id for segment in segments if segment.is_served]
        idle = [owner for owner, ids in own.items() if not any(ids & inner for inner in inside.values())]
        free = [id for id in served if not any(ids & inside[id] for ids in own.values())]
        if axis == main:
            _spread(idle, free, own)
            idle = [owner for owner in idle if not any(own[owner] & inner for inner in inside.values())]
            _fill(idle, served, own)
            _complete(old, served, own)
        elif free or thorough:
            for owner in own if thorough else idle:
                own[owner].update(served)


def _cut(segments: Sequence[Segment], own: Mapping[Owner, set[SegmentId]]) -> tuple[int, int]:
    """How well an axis tells owners apart today; else how much it is cut."""
    ids = {segment.id for segment in segments}
    return len({frozenset(mine & ids) for mine in own.values()} - {frozenset()}), len(segments)


def _spread(idle: Sequence[Owner], free: Sequence[SegmentId], own: dict[Owner, set[SegmentId]]) -> None:
    """Segments nobody has: to those who have none, else to all in turn."""
    takers = idle or sorted(own, key=lambda owner: (len(own[owner]), owner))
    for id, owner in zip(free, cycle(takers), strict=False):
        own[owner].add(id)


def _fill(idle: Sequence[Owner], served: Sequence[SegmentId], own: dict[Owner, set[SegmentId]]) -> None:
    """Those who have none yet join where fewest are."""
    for owner in idle:
        if served:
            own[owner].add(min(served, key=lambda id: sum(id in ids for ids in own.values())))


def _complete(old: Chart, served: Sequence[SegmentId], own: dict[Owner, set[SegmentId]]) -> None:
    """A segment of which only parts are owned gets an owner as a whole, unless its parts leave nothing over."""
    for id in served:
        if not any(id in ids for ids in own.values()) and not _is_whole(old, id, own):
            inner = _within(old, id)
            own[max(own, key=lambda owner: len(own[owner] & inner))].add(id)


def _is_whole(old: Chart, id: SegmentId, own: Mapping[Owner, set[SegmentId]]) -> bool:
    """Whether a segment is owned, or all its parts on its own axis are."""
    waiting = [id]
    axis = old.segments[id].axis
    while waiting:
        one = waiting.pop()
        if any(one in ids for ids in own.values()):
            continue
        parts = [part for part in old.segments_in.get(one, ()) if part.axis == axis]
        if not parts:
            return False
        waiting += [part.id for part in parts]
    return True


def _within(old: Chart, id: SegmentId) -> frozenset[SegmentId]:
    """A segment and all inside it."""
    found, waiting = {id}, [id]
    while waiting:
        inner = [part.id for part in old.segments_in.get(waiting.pop(), ()) if part.id not in found]
        found.update(inner)
        waiting += inner
    return frozenset(found)


def titles(old: Chart, ids: Iterable[SegmentId]) -> str:
    """A few segments by name."""
    named = [old.segments[id].value for id in sorted(ids) if id in old.segments and old.segments[id].value]
    return ", ".join(named[:3])
