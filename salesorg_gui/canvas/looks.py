"""What each record looks like, drawn on first demand and kept until it differs."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from salesorg_gui.canvas.wires import EDGE_KINDS, Wires
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId
from salesorg_gui.drawing.cards import Detail, Shapes
from salesorg_gui.drawing.colouring import NO_LOADS, ColourBy, Colouring, Loads, coloured, recoloured
from salesorg_gui.drawing.edges import longest_run, middle_of
from salesorg_gui.drawing.load import MOST
from salesorg_gui.drawing.marks import badge, badge_centre
from salesorg_gui.drawing.shapes import Ink, Stroke
from salesorg_gui.drawing.sketch import HOME, Sketch, Sketcher
from salesorg_gui.drawing.streams import Streams, Widths, widths_for
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import Layout

if TYPE_CHECKING:
    from salesorg_gui.drawing.flow_sketch import FlowSketcher

PILL_BADGE = 6.0
NO_STREAMS: Streams | None = None


class Looks:
    """Sketches and badges of one chart, laid out one way; cards are coloured ``by`` their purpose or another fact."""

    def __init__(self, catalogue: Catalogue, wires: Wires) -> None:
        self._catalogue, self._wires = catalogue, wires
        self._chart, self._layout = Chart(), Layout()
        self.by = ColourBy.PURPOSE
        self._colouring: Colouring | None = None
        self._loads, self._streams = NO_LOADS, NO_STREAMS
        self._sketcher = Sketcher(self._chart, self._layout, catalogue)
        self._kept: dict[Key, dict[tuple[Detail, float, float], Shapes]] = {}
        self._severities: Mapping[Key, str] = {}

    def show(self, chart: Chart, layout: Layout) -> None:
        """Draw from this chart and layout from now on."""
        self._chart, self._layout = chart, layout
        self._sketcher = Sketcher(chart, layout, self._catalogue, self._colouring, self._loads, self.streams)

    @property
    def colouring(self) -> Colouring:
        """What the colours of the cards mean."""
        return self._colouring or coloured(ColourBy.PURPOSE, self._chart, self._catalogue)

    @property
    def special_colouring(self) -> Colouring | None:
        """The same, or nothing when each wears the colour of its purpose."""
        return self._colouring

    def colour_by(self, by: ColourBy) -> None:
        """Let the colours of cards say something else; all of them look different."""
        self.by = by
        self._colouring = self._coloured(self._chart) if by is not ColourBy.PURPOSE else None
        self._kept.clear()
        self.show(self._chart, self._layout)

    def recolour(self, chart: Chart) -> set[Key]:
        """Look for what the colours mean on this chart; the cards, and frames around them, that wear other ones."""
        before = self._colouring
        if before is None:
            return set()
        self._colouring = self._coloured(chart, before)
        seats = recoloured(before, self._colouring)
        pods = {pod for seat in seats if (pod := chart.seats[seat].pod) in chart.pods and pod is not None}
        return {Key(Kind.SEAT, seat) for seat in seats} | {Key(Kind.POD, pod) for pod in pods}

    @property
    def streams(self) -> Streams | None:
        """What goes along the handoffs, as long as the load is what colours tell."""
        return self._streams if self.by is ColourBy.LOAD else None

    @property
    def widths(self) -> Widths | None:
        """What the widths of handoffs mean, as long as they mean anything."""
        return widths_for(self.streams.largest) if self.streams is not None else None

    def stream(self, handoff: HandoffId) -> Stroke | None:
        """How wide and hot the wire of a handoff is; nothing while colours tell something else."""
        return self._sketcher.stream(handoff)

    def load(self, loads: Loads, streams: Streams | None = None) -> set[Key]:
        """Say on each card how full its time is; the cards, and frames around them, that look different for it."""
        before, self._loads = self._loads, loads
        self._streams = streams
        changed = {seat for seat in {*before, *loads} if _shown(before.get(seat)) != _shown(loads.get(seat))}
        keys = {Key(Kind.SEAT, seat) for seat in changed}
        if self.by is ColourBy.LOAD:
            keys |= self.recolour(self._chart) | {Key(Kind.SOURCE, source) for source in self._chart.sources}
        self.show(self._chart, self._layout)
        self.forget(keys)
        return keys

    def _coloured(self, chart: Chart, before: Colouring | None = None) -> Colouring:
        return coloured(self.by, chart, self._catalogue, before, self._loads)

    def use_catalogue(self, catalogue: Catalogue) -> None:
        """Draw everything anew in other words."""
        self._catalogue = catalogue
        self.colour_by(self.by)

    def forget(self, keys: Iterable[Key]) -> None:
        """Draw these anew when they are asked for."""
        for key in keys:
            self._kept.pop(key, None)

    def forget_all(self) -> None:
        """Draw everything anew when it is asked for."""
        self._kept.clear()

    def sketch(self, key: Key, detail: Detail) -> Sketch:
        """What a record looks like, drawn from its corner; no shapes when this view does not show it."""
        if key.kind in EDGE_KINDS:
            route = self._wires.route(key)
            return Sketch(HOME, self._sketcher.edge(key, route, self._wires.tone(key)) if route else ())
        rect = self._layout.rect(key)
        if rect is None:
            return Sketch(HOME, ())
        kept = self._kept.setdefault(key, {})
        asked = detail, rect.width, rect.height
        if asked not in kept:
            is_frame = key in self._layout.frames
            kept[asked] = self._sketcher.frame(key, rect, detail) if is_frame else self._sketcher.card(key, detail)
        return Sketch(Point(rect.x, rect.y), kept[asked])

    def bench(self) -> Sketch:
        """The bench, if there is one."""
        bench = self._layout.bench
        if bench is None:
            return Sketch(HOME, ())
        return Sketch(Point(bench.x, bench.y), self._sketcher.bench(bench))

    @property
    def flow(self) -> "FlowSketcher | None":
        """What draws the Handoffs view besides its records, when that is on show."""
        return self._sketcher.flow if self._layout.flow is not None else None

    def mark(self, severities: Mapping[Key, str]) -> set[Key]:
        """Mark records with what was found about them; those that look different for it."""
        before, self._severities = self._severities, dict(severities)
        return {key for key in {*before, *severities} if before.get(key) != severities.get(key)}

    def badge(self, key: Key) -> Shapes:
        """The mark of what was found, in coordinates of the board."""
        spot = self._badge_spot(key) if key in self._severities else None
        return badge(spot, self._severities[key], self._ground(key)) if spot is not None else ()

    def _badge_spot(self, key: Key) -> Point | None:
        pill = self._layout.pills.get(HandoffId(key.id)) if key.kind is Kind.HANDOFF else None
        if pill is not None:
            return Point(pill.right - PILL_BADGE, pill.y + 2.0)
        if key.kind in EDGE_KINDS:
            return middle_of(longest_run(self._wires.route(key))) if self._wires.is_drawn(key) else None
        rect = self._layout.rect(key)
        return badge_centre(rect) if rect is not None else None

    def _ground(self, key: Key) -> Ink:
        seat = self._chart.seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
        return "frame_pod" if seat is not None and seat.pod in self._layout.members else "canvas"


def _shown(load: float | None) -> float:
    """What is to be seen of a load: whole per cent, as far as they are told."""
    return -1.0 if load is None else round(load * 100) if load < MOST else load
