"""What one record of a chart looks like in a layout: shapes and the point they are drawn from."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import LineKind, Seat
from salesorg_gui.drawing.cards import Detail, Shapes, seat_card, source_card, source_mouth
from salesorg_gui.drawing.colouring import NO_LOADS, Colouring, Loads
from salesorg_gui.drawing.edges import Tone, handoff_wire, reporting_wire, stream_wire
from salesorg_gui.drawing.frames import PodFace, SegmentFace, bench_frame, pod_frame, segment_frame
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.pills import named_handoff
from salesorg_gui.drawing.shapes import Stroke
from salesorg_gui.drawing.streams import Streams, Widths, stream_ink, widths_for
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.routes import Route

if TYPE_CHECKING:
    from salesorg_gui.drawing.flow_sketch import FlowSketcher

HOME = Point(0.0, 0.0)


class Sketch(NamedTuple):
    """Shapes that are drawn from ``origin``: the corner of their card or frame; for wires, the board's own zero."""

    origin: Point
    shapes: Shapes

    @property
    def placed(self) -> Shapes:
        """The shapes in coordinates of the board."""
        return moved(self.shapes, *self.origin) if self.origin != HOME else self.shapes


class Sketcher:
    """Draws the records of one chart, laid out one way, in the words of one catalogue.

    Without a ``colouring`` cards wear the colour of their purpose; without ``loads`` they do not say how full they are,
    and without ``streams`` handoffs not how much goes along them.
    """

    def __init__(
        self,
        chart: Chart,
        layout: Layout,
        catalogue: Catalogue,
        colouring: Colouring | None = None,
        loads: Loads = NO_LOADS,
        streams: Streams | None = None,
    ) -> None:
        self._chart, self._layout, self._catalogue = chart, layout, catalogue
        self._colouring, self._loads, self._streams = colouring, loads, streams
        self._widths = widths_for(streams.largest) if streams is not None else Widths()

    @cached_property
    def flow(self) -> "FlowSketcher":
        """Draws what the Handoffs view shows besides records; loaded with that view."""
        from salesorg_gui.drawing.flow_sketch import FlowSketcher  # noqa: PLC0415

        return FlowSketcher(self._chart, self._layout, self._catalogue)

    def card(self, key: Key, detail: Detail) -> Shapes:
        """A seat or source from its own corner; nothing for a pod's seat where pods are blocks."""
        if key.kind is Kind.SOURCE:
            source = self._chart.sources[SourceId(key.id)]
            mouth = self._widths.width(self._streams.volume(source.id)) if self._streams is not None else 0.0
            return (*source_card(source, self._catalogue, detail), *source_mouth(mouth))
        seat = self._chart.seats[SeatId(key.id)]
        if detail is Detail.BLOCK and seat.pod in self._layout.members:
            return ()
        family = self._colouring.family(seat.id) if self._colouring is not None else ""
        width = self._layout.cards[key].width
        return seat_card(seat, self._catalogue, detail, family, self._loads.get(seat.id), width)

    def frame(self, key: Key, rect: Rect, detail: Detail) -> Shapes:
        """A pod or segment from its own corner."""
        if self._layout.view is ViewKind.HANDOFFS:
            return self.flow.lane(key, rect, detail)
        if key.kind is Kind.POD:
            pod = self._chart.pods[PodId(key.id)]
            lead = self._chart.seats.get(pod.lead) if pod.lead is not None else None
            return pod_frame(PodFace(pod, self._members(pod.id), lead), rect, self._catalogue, detail)
        segment = self._chart.segments[SegmentId(key.id)]
        return segment_frame(SegmentFace(segment, tuple(self._inside(segment.id))), rect, self._catalogue, detail)

    def bench(self, rect: Rect) -> Shapes:
        """The bench from its own corner."""
        return bench_frame(rect, self._layout.benched)

    def edge(self, key: Key, route: Route, tone: Tone = Tone.REST) -> Shapes:
        """A line or handoff along its route; a line that closes a circle is drawn as wrong."""
        if key.kind is Kind.HANDOFF and self._layout.view is ViewKind.HANDOFFS:
            name = HandoffId(key.id)
            pill = self._layout.pills.get(name)
            return named_handoff(self._chart.handoffs[name], route, pill, self._catalogue, tone, self.stream(name))
        if key.kind is Kind.HANDOFF:
            return self._handoff(HandoffId(key.id), route, tone)
        line = self._chart.lines[LineId(key.id)]
        if tone is Tone.REST and line.kind is LineKind.SOLID and line.report in self._layout.opened:
            tone = Tone.WRONG
        return reporting_wire(route, line.kind, tone)

    def stream(self, handoff: HandoffId) -> Stroke | None:
        """How the wire of a handoff looks when its load is looked at; nothing while it is not, or nothing is known."""
        if self._streams is None:
            return None
        amount = self._streams.flow(handoff)
        heat = self._streams.heat(handoff) if amount > 0 else None
        return Stroke(stream_ink(heat), self._widths.width(amount))

    def _handoff(self, name: HandoffId, route: Route, tone: Tone) -> Shapes:
        is_return, stream = self._chart.handoffs[name].is_return, self.stream(name)
        if stream is not None:
            return stream_wire(route, stream, is_return=is_return)
        return handoff_wire(route, is_return=is_return, tone=tone)

    def _members(self, pod: PodId) -> tuple[Seat, ...]:
        return tuple(self._chart.seats[seat] for seat in self._layout.members.get(pod, ()))

    def _inside(self, segment: SegmentId) -> Iterator[Seat]:
        waiting = [segment]
        while waiting:
            name = waiting.pop()
            for pod in self._chart.pods_in.get(name, ()):
                yield from self._members(pod.id)
            waiting.extend(child.id for child in self._chart.segments_in.get(name, ()))
