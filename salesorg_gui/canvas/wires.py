"""The wires of a picture: which are drawn, which way they take, which one lies under the pointer."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from math import hypot

from salesorg_gui.canvas.bundles import Bundles
from salesorg_gui.canvas.ends import Ends
from salesorg_gui.canvas.gathering import Gathering
from salesorg_gui.canvas.index import touches_any
from salesorg_gui.canvas.passing import Passing, Stream, parts_of, runs
from salesorg_gui.canvas.picks import Picks
from salesorg_gui.canvas.rewired import rerouted, restless, stays_in_pod
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, SeatId
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.routes import Route
from salesorg_gui.layout.wiring import Wiring

EDGE_KINDS = frozenset({Kind.LINE, Kind.HANDOFF})
SPREAD = 8.0
"""How far arrows and strokes reach beyond a route."""
SHORT = 400.0
"""A way that leads no further is painted as one."""
MANY = 200
"""Of more wires than this nobody asks one by one where they were and are."""


class Wires:
    """Routes of lines and handoffs, found when asked for, kept until an end moves.

    ``wiring`` knows the chart and its layout, ``picks`` what speaks, ``passing`` the handoffs that leave their pod.
    Lines are always drawn, handoffs when they touch something picked or when all are wanted. Lines from one leader onto
    one frame are one wire: the first of them draws it.
    """

    def __init__(self) -> None:
        self.wiring = self._earlier = Wiring(Chart(), Layout())
        self._ends = Ends()
        self._routes: dict[Key, Route] = {}
        self._parts: dict[Key, tuple[Rect, ...]] = {}
        self._gathering = Gathering()
        self.passing = Passing(self.route)
        self.picks = Picks()
        self._all_handoffs = False
        self._benched: frozenset[SeatId] = frozenset()

    @property
    def are_handoffs_drawn(self) -> bool:
        """Whether all handoffs are, not only those of what is picked."""
        return self._all_handoffs or self.wiring.layout.view is ViewKind.HANDOFFS

    @property
    def bundles(self) -> Bundles:
        """The lines by leader."""
        return self._gathering.bundles(self.wiring)

    def start_over(self) -> None:
        """Forget every edge: another chart comes."""
        self._ends.forget()
        self._gathering.start_over()
        self.forget_ways()

    def forget_ways(self) -> None:
        """Find every way anew when it is asked for: much has moved."""
        self._routes.clear()
        self._parts.clear()
        self.passing.forget()
        self._gathering.forget_ways()

    def connect(self, key: Key, record: Line | Handoff) -> None:
        """Learn a new edge."""
        self._ends.connect(key, record)
        self._unsettle(key)

    def cut(self, key: Key, record: Line | Handoff) -> list[Rect]:
        """Forget an edge that is gone or has other ends now; the rooms it took."""
        rooms = self.taken(key)
        self._ends.cut(key, record)
        self._unsettle(key)
        return rooms

    def show(self, chart: Chart, layout: Layout) -> None:
        """Take the way of edges from this chart and layout from now on."""
        if layout is not self.wiring.layout:
            self._benched = frozenset(layout.benched)
        self._earlier, self.wiring = self.wiring, Wiring(chart, layout)
        self._gathering.follow(self._earlier, self.wiring)

    def touched_by(self, before: Layout, after: Layout, keys: Collection[Key]) -> tuple[set[Key], set[Key]]:
        """Edges whose way may differ between two layouts, of whose cards and frames ``keys`` differ.

        The second are those among them that need no room of their own to be painted in.
        """
        found = self.touching(restless(before, after, keys)) | rerouted(before, after)
        found |= self._gathering.round_cards(self.wiring)
        along = {key for key in found if self._goes_along(key, keys)}
        for key in along:
            self._unsettle(key)
        return found, along

    def touching(self, names: Iterable[str]) -> set[Key]:
        """Edges that end at any of these seats and sources."""
        return self._ends.at(self.wiring.chart, names)

    def pick(self, keys: frozenset[Key], besides: frozenset[Key]) -> set[Key] | None:
        """What is selected now, and edges that speak besides; the edges that look different, ``None`` for many."""
        changed = self.picks.change(keys, besides)
        if len(changed) > MANY:
            return None
        edges = {key for key in changed if key.kind in EDGE_KINDS and _record(self.wiring.chart, key) is not None}
        return edges | self.touching(key.id for key in changed) if changed else edges

    def want_all_handoffs(self, wanted: bool) -> bool:
        """Draw all handoffs or only those of the selection; whether any come or go."""
        was, self._all_handoffs = self._all_handoffs, wanted
        return was != wanted and bool(self.wiring.chart.handoffs)

    def route(self, key: Key) -> Route:
        """The way of an edge, whether it is drawn or not."""
        found = self._routes.get(key)
        if found is None:
            found = self._routes[key] = _way(self.wiring, key)
        return found

    def is_drawn(self, key: Key) -> bool:
        """Whether the wire of an edge is on the board now, drawn by this edge."""
        return self._is_wanted(key) and bool(self.route(key))

    def taken(self, key: Key) -> list[Rect]:
        """The rooms an edge takes with its arrow; none for one that has no way in this view."""
        return _rooms(self._parts_of(key))

    def rooms(self, keys: Iterable[Key]) -> Iterator[Rect]:
        """The rooms these edges took before the last change and take now; finds their ways anew."""
        for key in keys:
            earlier = self._routes.get(key) or _way(self._earlier, key)
            self._unsettle(key)
            for route in (earlier, self.route(key)):
                yield from _rooms(list(runs(route)))

    def tone(self, key: Key) -> Tone:
        """Whether it speaks."""
        return self.picks.tone(key, _record(self.wiring.chart, key))

    def within(self, rect: Rect, hidden: Iterable[str] = (), stream: Stream | None = None) -> list[Key]:
        """Edges that are drawn and touch a rectangle: those at rest first; of some that look alike there, the first.

        ``hidden`` are seats whose handoffs are not to be seen, ``stream`` tells how wide a handoff is.
        """
        grown = rect.grown(SPREAD)
        near = self._near(grown, hidden, stream)
        found = [key for key in near if self._is_wanted(key) and touches_any(grown, self._parts_of(key))]
        if not self.picks:
            return sorted(found, key=lambda key: (key.kind is Kind.HANDOFF, key.id))
        return sorted(found, key=lambda key: (self.tone(key) is Tone.PICKED, key.kind is Kind.HANDOFF, key.id))

    def at(self, spot: Point, reach: float) -> Key | None:
        """The drawn edge nearest to a spot, no further than ``reach``; a picked one first."""
        around_it = Rect(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach)
        near = [(_distance(self._parts_of(key), spot), key) for key in self.within(around_it)]
        hits = [(self.tone(key) is not Tone.PICKED, distance, key) for distance, key in near if distance <= reach]
        return min(hits)[2] if hits else None

    def speaking(self) -> set[Key]:
        """The drawn edges that speak; none when so many do that nobody could follow them."""
        if not self.picks or self.picks.are_many:
            return set()
        edges = {key for key in self.picks.keys | self.picks.besides if key.kind in EDGE_KINDS}
        edges |= self.touching(key.id for key in self.picks.keys)
        return {key for key in edges if self.tone(key) is Tone.PICKED and self.is_drawn(key)}

    def _near(self, rect: Rect, hidden: Iterable[str], stream: Stream | None) -> set[Key]:
        """Edges that may touch a rectangle, drawn or not."""
        if self.wiring.layout.view is ViewKind.HANDOFFS:
            return set(self.passing.told_apart(rect, self.wiring, self._singled(hidden), stream))
        near, members = self.bundles.near(rect), self.wiring.layout.members
        names: set[str] = {*near.managers}
        names.update(seat for pod in near.pods for seat in members[pod])
        found = {Key(Kind.LINE, line) for line in near.lines}
        if self._all_handoffs or self.picks.are_many:
            return found | self.touching(names) | set(self.passing.within(rect, self.wiring))
        return found | self._ends.lines_at(self.wiring.chart, names) | self.speaking()

    def _singled(self, hidden: Iterable[str]) -> set[HandoffId]:
        """The handoffs that look unlike others of their sort: these speak, or are hidden, and others do not."""
        keys = self.picks.keys | self.picks.besides
        names = [*hidden, *(key.id for key in keys if key.kind is Kind.SEAT)]
        return {HandoffId(key.id) for key in keys | self.touching(names) if key.kind is Kind.HANDOFF}

    def _parts_of(self, key: Key) -> tuple[Rect, ...]:
        """The runs of an edge, and where its name lies in the view that shows names: kept as long as its route."""
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = tuple(parts_of(self.route(key), self.wiring.layout, key))
        return found

    def _goes_along(self, key: Key, moved: Container[Key]) -> bool:
        """Whether it is not drawn, or painted with the frame of its pod."""
        if key.kind is Kind.HANDOFF:
            return not self._is_wanted(key)
        return stays_in_pod(LineId(key.id), self._earlier, self.wiring, moved)

    def _unsettle(self, key: Key) -> None:
        self._routes.pop(key, None)
        self._parts.pop(key, None)
        self.passing.unsettle(key)

    def _is_wanted(self, key: Key) -> bool:
        view = self.wiring.layout.view
        if view is ViewKind.HANDOFFS:
            return key.kind is Kind.HANDOFF
        if key.kind is Kind.HANDOFF:
            is_wanted = self._all_handoffs or key in self.picks.besides
            return is_wanted or (view is ViewKind.BOARD and self.tone(key) is Tone.PICKED)
        if self._benched and self._is_benched(key) and self.tone(key) is not Tone.PICKED:
            return False
        return not self.bundles.is_drawn_by_another(LineId(key.id)) or self.picks.names(key)

    def _is_benched(self, key: Key) -> bool:
        """Whether an end is on the bench, which has no part in the order of the board."""
        line = self.wiring.chart.lines.get(LineId(key.id))
        return line is None or line.report in self._benched or line.manager in self._benched


def _way(wiring: Wiring, key: Key) -> Route:
    if key.kind is Kind.LINE:
        line = wiring.chart.lines.get(LineId(key.id))
        return wiring.of_line(line) if line is not None else ()
    handoff = wiring.chart.handoffs.get(HandoffId(key.id))
    return wiring.of_handoff(handoff) if handoff is not None else ()


def _record(chart: Chart, key: Key) -> Line | Handoff | None:
    if key.kind is Kind.LINE:
        return chart.lines.get(LineId(key.id))
    return chart.handoffs.get(HandoffId(key.id)) if key.kind is Kind.HANDOFF else None


def _rooms(parts: Sequence[Rect]) -> list[Rect]:
    """One room around all runs of a way, or one for each when most of that would be empty."""
    if not parts:
        return []
    whole = around(list(parts)).grown(SPREAD)
    return [whole] if max(whole.width, whole.height) <= SHORT else [part.grown(SPREAD) for part in parts]


def _distance(parts: Iterable[Rect], spot: Point) -> float:
    """How far a spot is from the nearest of some rectangles."""
    return min(
        hypot(max(x - spot.x, 0.0, spot.x - x - width), max(y - spot.y, 0.0, spot.y - y - height))
        for x, y, width, height in parts
    )
