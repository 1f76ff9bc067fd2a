"""The wires of a picture: which are drawn, which way they take, which one lies under the pointer."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from salesorg_gui.canvas.index import Index
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, SeatId
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.routes import Route
from salesorg_gui.layout.wiring import Wiring

EDGE_KINDS = frozenset({Kind.LINE, Kind.HANDOFF})
FRAME_KINDS = frozenset({Kind.POD, Kind.SEGMENT})
SPREAD = 8.0
"""How far arrows and strokes reach beyond a route."""

type Shared = tuple[SeatId, Key]


class Wires:
    """Routes of lines and handoffs, found when asked for, kept until an end moves.

    Lines are always drawn, handoffs when they touch something picked or when all are wanted. Lines from one leader onto
    one frame are one wire: the first of them draws it.
    """

    def __init__(self) -> None:
        self._wiring = Wiring(Chart(), Layout())
        self._touching: dict[str, set[Key]] = {}
        self._routes: dict[Key, Route] = {}
        self._shared: dict[Shared, set[Key]] = {}
        self._carriers: dict[Shared, Key] = {}
        self._shared_by: dict[Key, Shared] = {}
        self._stale: set[Key] = set()
        self._index = Index()
        self._picked: frozenset[Key] = frozenset()
        self._besides: frozenset[Key] = frozenset()
        self._all_handoffs = False
        self._benched: frozenset[SeatId] = frozenset()

    def connect(self, key: Key, record: Line | Handoff) -> None:
        """Learn a new edge."""
        for end in _ends(record):
            self._touching.setdefault(end, set()).add(key)
        self._stale.add(key)

    def cut(self, key: Key, record: Line | Handoff) -> list[Rect]:
        """Forget an edge that is gone or has other ends now; the room it took if it was drawn."""
        room = [_extent(self._routes[key])] if key in self._index else []
        for end in _ends(record):
            self._touching[end].discard(key)
        self._leave_shared(key)
        self._routes.pop(key, None)
        self._stale.discard(key)
        self._index.drop(key)
        return room

    def show(self, chart: Chart, layout: Layout) -> None:
        """Take the way of edges from this chart and layout from now on."""
        if layout is not self._wiring.layout:
            self._benched = frozenset(layout.benched)
        self._wiring = Wiring(chart, layout)

    def touched_by(self, before: Layout, after: Layout, keys: Iterable[Key]) -> set[Key]:
        """Edges whose way may differ between two layouts, of whose cards and frames ``keys`` differ."""
        frames = {key for key in keys if key.kind in FRAME_KINDS}
        seats = {key.id for key in keys if key.kind not in FRAME_KINDS}
        for layout in (before, after):
            seats.update(seat for pod, top in layout.tops.items() if top in frames for seat in layout.members[pod])
        seats.update(seat for seat, hook in after.hooks.items() if before.hooks.get(seat) != hook)
        seats.update(before.hooks.keys() - after.hooks.keys())
        crowned = {*before.crowns, *after.crowns}
        seats.update(seat for seat in crowned if before.crowns.get(seat) != after.crowns.get(seat))
        seats.update(before.opened ^ after.opened, set(before.benched) ^ set(after.benched))
        edges = self.touching(seats)
        self._stale |= edges
        return edges

    def touching(self, names: Iterable[str]) -> set[Key]:
        """Edges that end at any of these seats and sources."""
        return {key for name in names for key in self._touching.get(name, ())}

    def unsettle(self, keys: Iterable[Key]) -> None:
        """Find the way of these edges again before it is asked for."""
        self._stale.update(keys)

    def pick(self, keys: frozenset[Key], besides: frozenset[Key]) -> set[Key]:
        """What is selected now, and edges that speak besides; the edges that look different for it."""
        changed, others = self._picked ^ keys, self._besides ^ besides
        self._picked, self._besides = keys, besides
        edges = {key for key in changed | others if key.kind in EDGE_KINDS and self._record(key) is not None}
        edges |= self.touching(key.id for key in changed)
        self._stale |= edges
        return edges

    def want_all_handoffs(self, wanted: bool) -> set[Key]:
        """Draw all handoffs or only those of the selection; the ones that come or go."""
        if wanted == self._all_handoffs:
            return set()
        self._all_handoffs = wanted
        handoffs = {Key(Kind.HANDOFF, name) for name in self._wiring.chart.handoffs}
        self._stale |= handoffs
        return handoffs

    def route(self, key: Key) -> Route:
        """The way of an edge, whether it is drawn or not."""
        if key in self._stale or key not in self._routes:
            self._settle(key)
        return self._routes.get(key, ())

    def is_drawn(self, key: Key) -> bool:
        """Whether the wire of an edge is on the board now, drawn by this edge."""
        self.settle()
        return key in self._index

    def extent(self, key: Key) -> Rect | None:
        """The room of an edge with its arrow; nothing for one that has no way in this view."""
        route = self.route(key)
        return _extent(route) if route else None

    def rooms(self, keys: Iterable[Key]) -> Iterator[Rect]:
        """The rooms these edges took and take on the board, as far as they are drawn; finds their ways."""
        for key in keys:
            if key in self._index:
                yield _extent(self._routes[key])
            self._settle(key)
            if key in self._index:
                yield _extent(self._routes[key])

    def tone(self, key: Key) -> Tone:
        """Picked when it is selected itself, or leads down from, or hands to or from, what is."""
        record = self._record(key)
        is_spoken_for = record is not None and any(end in self._picked for end in _speaking(record))
        return Tone.PICKED if is_spoken_for or key in self._picked or key in self._besides else Tone.REST

    def within(self, rect: Rect) -> list[Key]:
        """Edges that are drawn and touch a rectangle: those at rest first."""
        self.settle()
        found = self._index.within(rect.grown(SPREAD))
        return sorted(found, key=lambda key: (self.tone(key) is Tone.PICKED, key.kind is Kind.HANDOFF, key.id))

    def at(self, spot: Point, reach: float) -> Key | None:
        """The drawn edge nearest to a spot, no further than ``reach``; a picked one first."""
        self.settle()
        near = [(self._distance(key, spot), key) for key in self._index.at(spot, reach)]
        hits = [(self.tone(key) is not Tone.PICKED, distance, key) for distance, key in near if distance <= reach]
        return min(hits)[2] if hits else None

    def settle(self) -> None:
        """Find all ways that are not known."""
        while self._stale:
            for key in tuple(self._stale):
                self._settle(key)

    def _settle(self, key: Key) -> None:
        self._stale.discard(key)
        record = self._record(key)
        if isinstance(record, Line):
            self._routes[key] = self._wiring.of_line(record)
            self._share(key, self._wiring.leads_onto_frame(record))
        elif isinstance(record, Handoff):
            self._routes[key] = self._wiring.of_handoff(record)
        route = self._routes.get(key, ())
        if route and self._is_wanted(key):
            self._index.put(key, *_runs(route))
        else:
            self._index.drop(key)

    def _is_wanted(self, key: Key) -> bool:
        is_picked = self.tone(key) is Tone.PICKED
        if self._wiring.layout.view is ViewKind.HANDOFFS:
            return key.kind is Kind.HANDOFF
        if key.kind is Kind.HANDOFF:
            is_on_board = self._wiring.layout.view is ViewKind.BOARD
            return self._all_handoffs or key in self._besides or (is_picked and is_on_board)
        if self._is_benched(key) and not is_picked:
            return False
        shared = self._shared_by.get(key)
        return shared is None or key == self._carriers[shared] or key in self._picked or key in self._besides

    def _is_benched(self, key: Key) -> bool:
        """Whether an end is on the bench, which has no part in the order of the board."""
        line = self._wiring.chart.lines[LineId(key.id)]
        return line.report in self._benched or line.manager in self._benched

    def _share(self, key: Key, shared: Shared | None) -> None:
        """Note which wire an edge belongs to; the first of its edges draws it."""
        if shared == self._shared_by.get(key):
            return
        self._leave_shared(key)
        if shared is None:
            return
        self._shared_by[key] = shared
        self._shared.setdefault(shared, set()).add(key)
        carrier = self._carriers.setdefault(shared, key)
        if key < carrier:
            self._carriers[shared] = key
            self._stale.add(carrier)

    def _leave_shared(self, key: Key) -> None:
        shared = self._shared_by.pop(key, None)
        if shared is None:
            return
        mates = self._shared[shared]
        mates.discard(key)
        if self._carriers[shared] == key:
            del self._carriers[shared]
            if mates:
                self._carriers[shared] = min(mates)
                self._stale.add(self._carriers[shared])

    def _record(self, key: Key) -> Line | Handoff | None:
        chart = self._wiring.chart
        if key.kind is Kind.LINE:
            return chart.lines.get(LineId(key.id))
        return chart.handoffs.get(HandoffId(key.id)) if key.kind is Kind.HANDOFF else None

    def _distance(self, key: Key, spot: Point) -> float:
        return min(_distance(one, other, spot) for one, other in pairwise(self._routes[key]))


def _ends(record: Line | Handoff) -> tuple[str, str]:
    match record:
        case Line(report=report, manager=manager):
            return report, manager
        case Handoff(source=source, target=target):
            return source, target


def _speaking(record: Line | Handoff) -> Iterator[Key]:
    """Whose selection makes an edge speak."""
    match record:
        case Line(manager=manager):
            yield Key(Kind.SEAT, manager)
        case Handoff(source=source, target=target):
            yield Key(Kind.SEAT, source)
            yield Key(Kind.SOURCE, source)
            yield Key(Kind.SEAT, target)


def _runs(route: Route) -> Iterator[Rect]:
    """The straight parts as rectangles without width or height."""
    for one, other in pairwise(route):
        x, y = min(one.x, other.x), min(one.y, other.y)
        yield Rect(x, y, abs(one.x - other.x), abs(one.y - other.y))


def _extent(route: Route) -> Rect:
    return around([Rect(point.x, point.y, 0.0, 0.0) for point in route]).grown(SPREAD)


def _distance(one: Point, other: Point, spot: Point) -> float:
    dx = max(min(one.x, other.x) - spot.x, 0.0, spot.x - max(one.x, other.x))
    dy = max(min(one.y, other.y) - spot.y, 0.0, spot.y - max(one.y, other.y))
    return float((dx * dx + dy * dy) ** 0.5)
