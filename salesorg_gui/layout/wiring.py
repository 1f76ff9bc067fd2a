"""Which way each line and handoff of a chart takes in a layout."""

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.domain.records import Handoff, Line, LineKind
from salesorg_gui.layout.detours import round_cards
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook, Layout, ViewKind
from salesorg_gui.layout.routes import (
    BACK_IN,
    BACK_OUT,
    CHANNEL,
    PORT_IN,
    PORT_OUT,
    End,
    Route,
    across,
    between,
    hooked,
    in_pod,
    is_above,
    onto_frame,
)
from salesorg_gui.values import dataclass

LANES = (0.0, 2.5)
BACK_LANE = 5.0
BESIDE_SPINE = 36.0
"""How far left of a hanging card a line runs that is not its spine."""
BETWEEN_CARDS = 4.0
BETWEEN_LEVELS = 16.0
NO_HOOK = (Hook.BUS, SeatId(""))
COLUMNED = frozenset({Hook.HANG, Hook.STACK, Hook.SIDE})


@dataclass(frozen=True, slots=True)
class Wiring:
    """Finds ways in one layout of one chart."""

    chart: Chart
    layout: Layout

    def of_line(self, line: Line) -> Route:
        """From the manager to the report, or to the frame around it; empty when an end or all lines are not shown."""
        if self.layout.view is ViewKind.HANDOFFS:
            return ()
        shared = self.leads_onto_frame(line)
        if shared is not None:
            return self._onto(line.manager, self.layout.cards[Key(Kind.SEAT, line.manager)], shared[1])
        manager, report = self._end(line.manager), self._end(line.report)
        if manager is None or report is None or line.manager == line.report:
            return ()
        if line.kind is LineKind.SOLID:
            hook = self.layout.hooks.get(line.report)
            if hook is not None and hook[1] == line.manager:
                return hooked(report.card, manager.card, hook[0], self.layout.spines.get(line.report))
            in_frame = self._in_frame(line, manager, report)
            if in_frame:
                return in_frame
        if self.layout.view is ViewKind.REPORTING and (way := self._round_cards(manager, report)) is not None:
            return way
        step = BESIDE_SPINE if self._stands_in_column(line.report) else CHANNEL
        close = self._stands_in_column(line.manager) or manager.frame is not manager.card
        return across(report, manager, step, BETWEEN_CARDS if close else BETWEEN_LEVELS)[::-1]

    def _round_cards(self, manager: End, report: End) -> Route | None:
        from salesorg_gui.layout.grown import Grown  # noqa: PLC0415 -- the board, which is seen first, knows no trees

        grown = self.layout.grown
        return (
            round_cards(manager.card, report.card, grown.places.cards_in, self.layout.bounds)
            if isinstance(grown, Grown)
            else None
        )

    def of_handoff(self, handoff: Handoff) -> Route:
        """From the giver's edge to the receiver's; empty when an end is not shown.

        Everything one seat hands on runs in one lane, what comes back in another.
        """
        if self.layout.view is ViewKind.HANDOFFS:
            return self.layout.routes.get(handoff.id, ())
        heights = (BACK_OUT, BACK_IN) if handoff.is_return else (PORT_OUT, PORT_IN)
        giver, receiver = self._end(handoff.source, heights[0]), self._end(handoff.target, heights[1])
        if giver is None or receiver is None or handoff.source == handoff.target:
            return ()
        lane = BACK_LANE if handoff.is_return else LANES[sum(map(ord, handoff.source)) % len(LANES)]
        return between(giver, receiver, lane)

    def _stands_in_column(self, seat: SeatId) -> bool:
        hook = self.layout.hooks.get(seat)
        return hook is not None and hook[0] in COLUMNED

    def leads_onto_frame(self, line: Line) -> tuple[SeatId, Key] | None:
        """The leader and the frame when the line ends on a frame: all lines between these two are one wire."""
        if self.layout.view is ViewKind.HANDOFFS:
            return None
        pod = self._pod(line.report)
        leader = self.layout.cards.get(Key(Kind.SEAT, line.manager))
        if line.kind is not LineKind.SOLID or pod is None or leader is None or self._pod(line.manager) is not None:
            return None
        top = self.layout.tops[pod]
        return (line.manager, top) if is_above(leader, self.layout.frames[top]) else None

    def pod_around(self, line: Line) -> PodId | None:
        """The pod in whose frame both ends of a line stand, and so all of it."""
        pod = self._pod(line.report) if self.layout.view is ViewKind.BOARD else None
        return pod if pod is not None and pod == self._pod(line.manager) else None

    def _in_frame(self, line: Line, manager: End, report: End) -> Route:
        """The way to a member of a pod from another member, or from a leader above."""
        pod = self._pod(line.report)
        if pod is None:
            return ()
        above = self._pod(line.manager)
        if above is None:
            return self._onto(line.manager, manager.card, self.layout.tops[pod])
        return in_pod(manager, report) if above == pod else ()

    def _onto(self, leader: SeatId, card: Rect, top: Key) -> Route:
        return onto_frame(card, self.layout.frames[top], is_crown=self.layout.crowns.get(leader) == top)

    def _end(self, name: str, height: float = 0.5) -> End | None:
        seat = self.layout.cards.get(Key(Kind.SEAT, name))
        if seat is not None:
            pod = self._pod(SeatId(name)) if self.layout.view is ViewKind.BOARD else None
            return End(seat, self.layout.frames[Key(Kind.POD, pod)] if pod is not None else seat, height)
        source = self.layout.cards.get(Key(Kind.SOURCE, name))
        return End(source, source) if source is not None else None

    def _pod(self, name: SeatId) -> PodId | None:
        """The pod in whose frame a seat stands in this view."""
        seat = self.chart.seats.get(name)
        return seat.pod if seat is not None and seat.pod in self.layout.members else None
