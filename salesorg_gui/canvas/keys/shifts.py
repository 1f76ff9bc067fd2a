"""What Ctrl and an arrow do: along the row, to the next pod, one level up or down, a step aside on the free board."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from salesorg_gui.canvas.keys.walk import InTree, seat_key
from salesorg_gui.canvas.steps import Direction, next_card
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.branches import MoveAmongReports
from salesorg_gui.domain.edits.building import Demote, Promote
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.places import MovePods, MoveSeats
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.domain.records import Place
from salesorg_gui.i18n import _
from salesorg_gui.layout.layout import Layout, ViewKind

NUDGE = 8.0
ACROSS = (Direction.LEFT, Direction.RIGHT)


def shift_of(chart: Chart, layout: Layout, keys: Iterable[Key], focus: Key, way: Direction) -> ChartEdit | None:
    """The edit for Ctrl and that arrow; ``None`` where nothing can move that way."""
    if focus.kind is Kind.POD:
        return _pod_shift(chart, PodId(focus.id), way)
    if focus.kind is not Kind.SEAT or focus.id not in chart.seats:
        return None
    seat = chart.seats[SeatId(focus.id)]
    chosen = {SeatId(key.id) for key in keys if key.kind is Kind.SEAT} | {seat.id}
    if layout.view is ViewKind.REPORTING:
        return _tree_shift(chart, layout, seat.id, chosen, way)
    if seat.pod in chart.pods and seat.pod is not None:
        return _member_shift(chart, layout, seat.id, chosen, way)
    if seat.place is not None and layout.view is ViewKind.BOARD:
        dx, dy = way.value
        return MoveSeats((seat.id,), places=(Place(seat.place.x + dx * NUDGE, seat.place.y + dy * NUDGE),))
    return _level_shift(chart, seat.id, chosen, way)


def _by(way: Direction) -> int:
    return -1 if way in {Direction.LEFT, Direction.UP} else 1


def _tree_shift(chart: Chart, layout: Layout, seat: SeatId, chosen: set[SeatId], way: Direction) -> ChartEdit | None:
    """Up and down go along a hanging list as long as it goes on, and else from level to level."""
    is_listed = (
        InTree(chart, layout, {}).listed(seat, _by(way)) is not None if seat_key(seat) in layout.cards else False
    )
    if way in ACROSS or is_listed:
        return _sibling_shift(chart, seat, chosen, _by(way))
    return Promote(seat) if way is Direction.UP else Demote(seat)


def _level_shift(chart: Chart, seat: SeatId, chosen: set[SeatId], way: Direction) -> ChartEdit | None:
    if way in ACROSS:
        return _sibling_shift(chart, seat, chosen, _by(way))
    return Promote(seat) if way is Direction.UP else Demote(seat)


def _sibling_shift(chart: Chart, seat: SeatId, chosen: set[SeatId], by: int) -> ChartEdit | None:
    manager = chart.manager_of(seat)
    if manager is None:
        return None
    moved = moved_along(chart.reports_of(manager), chosen, by)
    if moved is None:
        return None
    return MoveAmongReports(*moved)


def _member_shift(chart: Chart, layout: Layout, seat: SeatId, chosen: set[SeatId], way: Direction) -> ChartEdit | None:
    """Along the pod; at its end, or to the side, into the next pod."""
    pod = chart.seats[seat].pod
    assert pod is not None
    row = tuple(member.id for member in chart.members[pod])
    movers = tuple(member for member in row if member in chosen)
    if way in ACROSS:
        beside = _column_beside(layout, row, seat, way)
        if beside is not None:
            return MoveSeats(movers, pod, beside if way is Direction.LEFT else _after(row, beside, movers))
    else:
        moved = moved_along(row, chosen, _by(way))
        if moved is not None:
            return MoveSeats(moved[0], pod, moved[1])
    other = _next_pod(layout, pod, way)
    if other is None:
        return None
    there = tuple(member.id for member in chart.members.get(other, ()))
    return MoveSeats(movers, other, _landing(layout, there, seat, way))


def _column_beside(layout: Layout, row: Sequence[SeatId], seat: SeatId, way: Direction) -> SeatId | None:
    """The member beside a seat in a pod of several columns."""
    cards = {seat_key(member): layout.cards[seat_key(member)] for member in row if seat_key(member) in layout.cards}
    found = next_card(cards, seat_key(seat), way)
    return SeatId(found.id) if found is not None and found.id != seat else None


def _after(row: Sequence[SeatId], seat: SeatId, movers: Sequence[SeatId]) -> SeatId | None:
    return next((other for other in row[row.index(seat) + 1 :] if other not in movers), None)


def _next_pod(layout: Layout, pod: PodId, way: Direction) -> PodId | None:
    """The nearest pod that way; up and down also the one before or after it, as one reads."""
    frames = {key: rect for key, rect in layout.frames.items() if key.kind is Kind.POD}
    start = Key(Kind.POD, pod)
    if start not in frames:
        return None
    found = next_card(frames, start, way)
    if found is not None and found != start:
        return PodId(found.id)
    if way in ACROSS:
        return None
    read = sorted(frames, key=lambda key: (frames[key].y, frames[key].x))
    at = read.index(start) + _by(way)
    return PodId(read[at].id) if 0 <= at < len(read) else None


def _landing(layout: Layout, there: Sequence[SeatId], seat: SeatId, way: Direction) -> SeatId | None:
    """Before whom a seat lands in another pod: on top when it comes from above, last from below, else at its height."""
    if way is Direction.UP:
        return None
    if way is Direction.DOWN:
        return there[0] if there else None
    here = layout.cards.get(seat_key(seat))
    if here is None:
        return None
    rects = [(layout.cards.get(seat_key(other)), other) for other in there]
    return next((other for rect, other in rects if rect is not None and rect.y >= here.y - 1), None)


def moved_along[I: str](row: Sequence[I], chosen: set[I], by: int) -> tuple[tuple[I, ...], I | None] | None:
    """Who moves in a row and before whom then, one place to the front or the back; ``None`` at the end of the row."""
    movers = tuple(name for name in row if name in chosen)
    if not movers:
        return None
    staying = [name for name in row if name not in chosen]
    first = row.index(movers[0])
    ahead = sum(1 for name in row[:first] if name not in chosen)
    is_block = list(row[first : first + len(movers)]) == list(movers)
    at = ahead + by if is_block else ahead
    if not 0 <= at <= len(staying):
        return None
    return movers, staying[at] if at < len(staying) else None


def _pod_shift(chart: Chart, name: PodId, way: Direction) -> ChartEdit | None:
    pod = chart.pods.get(name)
    if pod is None:
        return None
    frame = chart.frame_of(pod)
    if frame is not None:
        moved = moved_along(tuple(one.id for one in chart.pods_in[frame]), {name}, _by(way))
        return MovePods(moved[0], frame, moved[1]) if moved is not None else None
    if pod.place is None:
        return None
    dx, dy = way.value
    place = Place(pod.place.x + dx * NUDGE, pod.place.y + dy * NUDGE)
    return Revise((replace(pod, place=place),), _("Move pod"))
