"""What of the Handoffs view an edit may have moved, and in which rooms anything may look otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.flow_board import Standing
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Since
from salesorg_gui.layout.lengths import SOURCE_HEIGHT

if TYPE_CHECKING:
    from salesorg_gui.layout.flow import Course

FEW = 400
"""Up to so many cards that slid with their lanes are told by name."""
BESIDE = 16.0
"""So far above and below a lane what belongs to it may reach."""


def since(before: "Course", after: "Course", standing: Standing) -> Since | None:
    """What may stand elsewhere than before, unless lanes came or went."""
    was, now = before.roster, after.roster
    if now.of_pod is not was.of_pod:
        return None
    changed = [n for n, (one, other) in enumerate(zip(was.lanes, now.lanes, strict=True)) if one is not other]
    slid = set(range(len(now.lanes)))
    if before.ruler == after.ruler:
        slid = {n for n, (one, top) in enumerate(zip(before.board.tops, after.board.tops, strict=True)) if one != top}
    rooms = tuple(_rooms(before, after, changed, slid)) if _is_local(before, after, changed) else None
    slid.difference_update(changed)
    seats = [seat.id for roster in (was, now) for number in changed for seat in roster.lanes[number].seats]
    keys = {Key(Kind.SEAT, name) for name in (*seats, *was.aside, *now.aside)}
    keys.update(Key(Kind.SOURCE, name) for name in after.springs.tops)
    framed = slid.union(changed) if before.room[::2] == after.room[::2] else range(len(now.lanes))
    keys.update(key for number in framed if (key := now.lanes[number].key) is not None)
    along = standing.slid(before.board, sorted(slid))
    if len(along) <= FEW:
        keys, along = keys | along.keys(), {}
    return Since(before, frozenset(keys), along=along, rooms=rooms)


def _is_local(before: "Course", after: "Course", changed: Iterable[int]) -> bool:
    """Whether all that runs from lane to lane, and from lead sources, runs and looks as it did."""
    return (
        before.ruler == after.ruler
        and before.across == after.across
        and before.tracks == after.tracks
        and before.springs.tops == after.springs.tops
        and before.springs.reaches.keys() == after.springs.reaches.keys()
        and all(_brought(before, number) == _brought(after, number) for number in changed)
    )


def _brought(course: "Course", number: int) -> set[tuple[object, ...]]:
    """What comes into a lane from lead sources, as far as it shows on their trunks."""
    return {(one.source, one.handoff, one.what, one.is_named) for one in course.roster.inlets[number]}


def _rooms(before: "Course", after: "Course", changed: Sequence[int], slid: Iterable[int]) -> Iterator[Rect]:
    """Across the board: lanes made anew, all from the first that slid on, and the ends of trunks."""
    right = max(course.strip.rect.right if course.strip else course.room.right for course in (before, after))
    left = min(0.0, before.room.x)
    whole = Rect(left, 0.0, max(right, before.room.right, after.room.right) - left, 0.0)
    for number in changed:
        for board in (before.board, after.board):
            top = board.tops[number]
            yield _between(whole, top - BESIDE, top + board.forms[number].height + BESIDE)
    first = min(slid, default=None)
    foot = max(_foot(before), _foot(after))
    if first is not None:
        yield _between(whole, min(before.board.tops[first], after.board.tops[first]) - BESIDE, foot)
    elif before.strip is not after.strip or before.room != after.room:
        yield _between(whole, min(before.room.y, after.room.y) - BESIDE, foot)
    for source, reach in before.springs.reaches.items():
        for one, other in zip(reach, after.springs.reaches[source], strict=True):
            if one != other:
                yield _between(whole, min(one, other) - BESIDE, max(one, other) + BESIDE)


def _foot(course: "Course") -> float:
    """The lower edge of all of it."""
    sources = [top + SOURCE_HEIGHT for top in course.springs.tops.values()]
    return max([course.strip.rect.bottom if course.strip is not None else course.room.y, *sources]) + BESIDE


def _between(whole: Rect, top: float, bottom: float) -> Rect:
    return Rect(whole.x, top, whole.width, bottom - top)
