"""Where the arrow keys go: along the structure in the reporting view, as the eye sees it on the board, along handoffs.

Going up and down again comes back to where one was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from salesorg_gui.canvas.steps import Direction, next_card
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind

EDGES = frozenset({Kind.LINE, Kind.HANDOFF})
BACK = (Direction.LEFT, Direction.UP)


def seat_key(seat: SeatId) -> Key:
    """The key of a seat."""
    return Key(Kind.SEAT, seat)


@dataclass
class Walk:
    """``trail`` remembers, for whoever was left upwards, from which report or member."""

    trail: dict[Key, Key] = field(default_factory=dict)

    def step(self, chart: Chart, layout: Layout, start: Key | None, way: Direction) -> Key | None:
        """The next card or frame that way; the same one at the end of the way, the first one from nowhere."""
        if start is None or chart.record(start) is None:
            return first_card(layout)
        if start.kind in EDGES:
            return _end_of(chart, start, way)
        if layout.rect(start) is None:
            return first_card(layout)
        found = self._found(chart, layout, start, way)
        if way is Direction.UP and found != start:
            self.trail[found] = start
        return found

    def _found(self, chart: Chart, layout: Layout, start: Key, way: Direction) -> Key:
        if layout.view is ViewKind.REPORTING and start.kind is Kind.SEAT:
            return InTree(chart, layout, self.trail).step(SeatId(start.id), way)
        if layout.view is ViewKind.BOARD:
            return OnBoard(chart, layout, self.trail).step(start, way)
        return _along_handoffs(chart, layout, start, way)


def first_card(layout: Layout) -> Key | None:
    """The topmost card, the leftmost of several."""
    return next_card(layout.cards, None, Direction.DOWN)


def row_of(chart: Chart, layout: Layout, start: Key) -> tuple[Key, ...]:
    """The cards a card stands in one line with: the other members of its pod, or the reports of its manager."""
    if start.kind is not Kind.SEAT:
        return (start,)
    seat = chart.seats[SeatId(start.id)]
    if layout.view is not ViewKind.REPORTING and seat.pod in chart.pods:
        row: Iterable[SeatId] = (member.id for member in chart.members[seat.pod])
    else:
        manager = chart.manager_of(seat.id)
        row = chart.reports_of(manager) if manager is not None else (seat.id,)
    return tuple(key for key in map(seat_key, row) if key in layout.cards)


def edges_at(chart: Chart, key: Key) -> tuple[Key, ...]:
    """The edges of a card in the order they are stepped through: what it gives, what it gets, to whom it answers."""
    seat, source = SeatId(key.id), SourceId(key.id)
    name = source if key.kind is Kind.SOURCE else seat
    handoffs = [*chart.handoffs_from.get(name, ())]
    if key.kind is not Kind.SEAT:
        return tuple(Key(Kind.HANDOFF, one.id) for one in handoffs)
    handoffs += chart.handoffs_to.get(seat, ())
    lines = [*chart.lines_up.get(seat, ()), *chart.dotted_up.get(seat, ())]
    return (*(Key(Kind.HANDOFF, one.id) for one in handoffs), *(Key(Kind.LINE, one.id) for one in lines))


def _end_of(chart: Chart, edge: Key, way: Direction) -> Key | None:
    """From an edge to one of its ends: back to who gives or leads, on to who receives or reports."""
    if edge.kind is Kind.LINE:
        line = chart.lines[LineId(edge.id)]
        return seat_key(line.manager if way in BACK else line.report)
    handoff = next(one for one in chart.handoffs.values() if one.id == edge.id)
    if way not in BACK:
        return seat_key(handoff.target)
    is_source = handoff.source in chart.sources
    return Key(Kind.SOURCE if is_source else Kind.SEAT, handoff.source)


def _along_handoffs(chart: Chart, layout: Layout, start: Key, way: Direction) -> Key:
    """Left and right along what is handed over, to the nearest height; up and down to the next card of the lane."""
    cards = layout.cards
    here = layout.rect(start)
    assert here is not None
    if way in {Direction.LEFT, Direction.RIGHT}:
        ends = _partners(chart, start, is_on=way is Direction.RIGHT)
        sign = way.value[0]
        ahead = [key for key in ends if key in cards and (cards[key].x - here.x) * sign > 0]
        if ahead:
            return min(ahead, key=lambda key: (abs(cards[key].y - here.y), abs(cards[key].x - here.x)))
    return next_card({**cards, start: here}, start, way) or start


def _partners(chart: Chart, start: Key, *, is_on: bool) -> Iterator[Key]:
    if is_on:
        name = SourceId(start.id) if start.kind is Kind.SOURCE else SeatId(start.id)
        yield from (seat_key(one.target) for one in chart.handoffs_from.get(name, ()))
    elif start.kind is Kind.SEAT:
        for one in chart.handoffs_to.get(SeatId(start.id), ()):
            yield Key(Kind.SOURCE if one.source in chart.sources else Kind.SEAT, one.source)


@dataclass(frozen=True)
class InTree:
    """Steps in the reporting tree: manager, reports, siblings, cousins. In a hanging list, up and down go along it."""

    chart: Chart
    layout: Layout
    trail: dict[Key, Key]

    def step(self, seat: SeatId, way: Direction) -> Key:
        """The next card that way."""
        match way:
            case Direction.UP:
                found = self._listed(seat, -1) or self.chart.manager_of(seat)
            case Direction.DOWN:
                found = self._remembered(seat) or self._listed(seat, 1)
            case _:
                found = self._aside(seat, way.value[0]) or self._cousin(seat, way.value[0])
        shown = seat_key(found) if found is not None else seat_key(seat)
        return shown if shown in self.layout.cards else seat_key(seat)

    def reports(self, seat: SeatId) -> tuple[SeatId, ...]:
        """The reports that are not folded away."""
        return tuple(report for report in self.chart.reports_of(seat) if seat_key(report) in self.layout.cards)

    def row(self, seat: SeatId) -> tuple[SeatId, ...]:
        """The seat among its brothers and sisters; roots among the roots, as they stand."""
        manager = self.chart.manager_of(seat)
        if manager is not None and manager != seat:
            return self.reports(manager)
        roots = [SeatId(key.id) for key in self.layout.cards if self._is_root(key)]
        return tuple(sorted(roots, key=lambda root: (self._rect(root).y, self._rect(root).x)))

    def listed(self, seat: SeatId, by: int) -> SeatId | None:
        """The neighbour above (-1) or below (1) in a list that hangs down."""
        return self._listed(seat, by)

    def _is_root(self, key: Key) -> bool:
        return key.kind is Kind.SEAT and self.chart.manager_of(SeatId(key.id)) is None

    def _rect(self, seat: SeatId) -> Rect:
        return self.layout.cards[seat_key(seat)]

    def _remembered(self, seat: SeatId) -> SeatId | None:
        reports = self.reports(seat)
        last = self.trail.get(seat_key(seat))
        if last is not None and last.id in reports:
            return SeatId(last.id)
        return reports[0] if reports else None

    def _listed(self, seat: SeatId, by: int) -> SeatId | None:
        if self.chart.manager_of(seat) is None:
            return None
        row = self.row(seat)
        at = row.index(seat) + by if seat in row else -1
        if not 0 <= at < len(row):
            return None
        here, there = self._rect(seat), self._rect(row[at])
        return row[at] if abs(here.x - there.x) < 1 and (there.y - here.y) * by > 0 else None

    def _aside(self, seat: SeatId, sign: int) -> SeatId | None:
        """The nearest brother or sister that stands further to that side."""
        here = self._rect(seat)
        others = [(self._rect(other), other) for other in self.row(seat)]
        beyond = [(rect, other) for rect, other in others if (rect.x - here.x) * sign > 1]
        near = min(beyond, key=lambda pair: (abs(pair[0].x - here.x), abs(pair[0].y - here.y)), default=None)
        return near[1] if near is not None else None

    def _cousin(self, seat: SeatId, sign: int) -> SeatId | None:
        """The nearest seat on the same level, under the next branch on that side."""
        levels, above, seen = 0, self.chart.manager_of(seat), {seat}
        while above is not None and above not in seen:
            seen.add(above)
            levels += 1
            row = self.row(above)
            at = row.index(above) if above in row else 0
            for branch in row[at + 1 :] if sign > 0 else reversed(row[:at]):
                found = self._below(branch, levels, sign)
                if found is not None:
                    return found
            above = self.chart.manager_of(above)
        return None

    def _below(self, top: SeatId, levels: int, sign: int) -> SeatId | None:
        """The first (or from the right the last) seat so many levels under a seat."""
        row = [top]
        for _level in range(levels):
            row = [report for seat in row for report in self.reports(seat)]
        return (row[0] if sign > 0 else row[-1]) if row else None


@dataclass(frozen=True)
class OnBoard:
    """Steps on the board: within a pod, out of its top to its name, from there to its segment or the card above."""

    chart: Chart
    layout: Layout
    trail: dict[Key, Key]

    def step(self, start: Key, way: Direction) -> Key:
        """The next card or frame that way."""
        match start.kind:
            case Kind.POD:
                return self._from_frame(start, way, self._members(PodId(start.id)))
            case Kind.SEGMENT:
                return self._from_frame(start, way, self._inner(SegmentId(start.id)))
            case _:
                return self._from_card(start, way)

    def _from_card(self, start: Key, way: Direction) -> Key:
        pod = self.chart.seats[SeatId(start.id)].pod if start.kind is Kind.SEAT else None
        if pod is None or pod not in self.chart.pods:
            return next_card(self.layout.cards, start, way) or start
        members = self._members(pod)
        cards = self.layout.cards
        found = next_card({key: cards[key] for key in members}, start, way)
        if found is not None and found != start:
            return found
        if way is Direction.UP:
            return Key(Kind.POD, pod)
        inside = set(members) - {start}
        return next_card({key: rect for key, rect in cards.items() if key not in inside}, start, way) or start

    def _from_frame(self, start: Key, way: Direction, inside: tuple[Key, ...]) -> Key:
        if way is Direction.DOWN and inside:
            last = self.trail.get(start)
            return last if last in inside else inside[0]
        around = self._around(start) if way is Direction.UP else None
        if around is not None:
            return around
        frames = {key: rect for key, rect in self.layout.frames.items() if key.kind is start.kind}
        if way is not Direction.UP:
            found = next_card(frames, start, way)
            if found is not None and found != start:
                return found
        return self._past(start, way)

    def _past(self, start: Key, way: Direction) -> Key:
        """The nearest card outside of a frame, seen from the middle of that edge of it."""
        frame = self.layout.frames[start]
        outside = {key: rect for key, rect in self.layout.cards.items() if not frame.contains(rect.centre)}
        dx, dy = way.value
        x, y = frame.centre.x + dx * frame.width / 2, frame.centre.y + dy * frame.height / 2
        return next_card({**outside, start: Rect(x, y, 0.0, 0.0)}, start, way) or start

    def _around(self, frame: Key) -> Key | None:
        if frame.kind is Kind.POD:
            segment = self.chart.frame_of(self.chart.pods[PodId(frame.id)])
        else:
            segment = self.chart.parent_of(self.chart.segments[SegmentId(frame.id)])
        return Key(Kind.SEGMENT, segment) if segment is not None else None

    def _members(self, pod: PodId) -> tuple[Key, ...]:
        return tuple(key for seat in self.chart.members.get(pod, ()) if (key := seat_key(seat.id)) in self.layout.cards)

    def _inner(self, segment: SegmentId) -> tuple[Key, ...]:
        pods = [Key(Kind.POD, pod.id) for pod in self.chart.pods_in.get(segment, ())]
        inner = [Key(Kind.SEGMENT, one.id) for one in self.chart.segments_in.get(segment, ())]
        return tuple(key for key in (*pods, *inner) if key in self.layout.frames)
