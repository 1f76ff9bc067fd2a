"""Where handoffs run that do not stay within one pod: found for all of them when first asked for, then kept up.

A layout that leads handoffs itself also knows where they run.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from salesorg_gui.canvas.index import Index
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId
from salesorg_gui.drawing.shapes import Stroke
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.routes import Route
from salesorg_gui.layout.wiring import Wiring

type Stream = Callable[[HandoffId], Stroke | None]
"""How the wire of a handoff is drawn when it tells how much goes along it."""


class Passing:
    """The handoffs between pods by where they run. ``route`` tells the way of each."""

    def __init__(self, route: Callable[[Key], Route]) -> None:
        self._route = route
        self._index: Index | None = None
        self._stale: set[Key] = set()

    def forget(self) -> None:
        """Find all of them anew when asked."""
        self._index = None
        self._stale.clear()

    def unsettle(self, key: Key) -> None:
        """Find this one anew."""
        if self._index is not None and key.kind is Kind.HANDOFF:
            self._stale.add(key)

    def told_apart(
        self, rect: Rect, wiring: Wiring, singled: set[HandoffId], stream: Stream | None = None
    ) -> list[Key]:
        """The same where a layout leads handoffs itself, but one of each bunch that looks alike, and the ``singled``.

        The first of a bunch by name stands for all: that is the one which is painted first, and found by the pointer.
        """
        flow = wiring.layout.flow
        if flow is None or flow.ways is None:
            return self.within(rect, wiring)
        near = flow.ways.thinned(rect)
        names = dict.fromkeys(near.names)
        for bunch in near.bunches:
            names.update(dict.fromkeys(singled.intersection(bunch.names)))
            names.update(dict.fromkeys(bunch.firsts(singled, stream)))
        return [Key(Kind.HANDOFF, name) for name in names]

    def within(self, rect: Rect, wiring: Wiring) -> list[Key]:
        """Those that may touch a rectangle."""
        flow = wiring.layout.flow
        if flow is not None and flow.ways is not None:
            return [Key(Kind.HANDOFF, name) for name in flow.ways.near(rect)]
        if self._index is None:
            self._index = Index()
            self._stale = {Key(Kind.HANDOFF, name) for name in wiring.chart.handoffs}
        for key in self._stale:
            if _leaves_pod(wiring, HandoffId(key.id)):
                self._index.put(key, *parts_of(self._route(key), wiring.layout, key))
            else:
                self._index.drop(key)
        self._stale.clear()
        return self._index.within(rect)


def runs(route: Route) -> Iterator[Rect]:
    """The straight parts of a way as rectangles without width or height."""
    for one, other in pairwise(route):
        x, y = min(one.x, other.x), min(one.y, other.y)
        yield Rect(x, y, abs(one.x - other.x), abs(one.y - other.y))


def parts_of(route: Route, layout: Layout, key: Key) -> Iterator[Rect]:
    """The straight parts of a way, and where its name lies in the view that shows names."""
    yield from runs(route)
    pill = layout.pills.get(HandoffId(key.id)) if key.kind is Kind.HANDOFF else None
    if pill is not None:
        yield pill


def _leaves_pod(wiring: Wiring, name: HandoffId) -> bool:
    handoff = wiring.chart.handoffs.get(name)
    if handoff is None:
        return False
    seats, members = wiring.chart.seats, wiring.layout.members
    giver, receiver = seats.get(SeatId(handoff.source)), seats.get(handoff.target)
    return giver is None or receiver is None or giver.pod != receiver.pod or giver.pod not in members
