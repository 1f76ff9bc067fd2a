"""A whole chart as shapes, in the order they are painted: for paper, pictures and other programs."""

from collections.abc import Iterator, Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.colours import PLAIN, Colours
from salesorg_gui.drawing.extent import extents
from salesorg_gui.drawing.pills import pill_width
from salesorg_gui.drawing.shapes import Box, Label, Shape, Wire
from salesorg_gui.drawing.sketch import Sketch, Sketcher
from salesorg_gui.drawing.trunks import Trunks
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.wiring import Wiring

MARGIN = 24.0
PLATE = 4.0


def whole_chart(
    chart: Chart,
    catalogue: Catalogue,
    view: ViewKind = ViewKind.BOARD,
    detail: Detail = Detail.FULL,
    *,
    with_handoffs: bool = False,
    colours: Colours = PLAIN,
) -> tuple[Rect, tuple[Shape, ...]]:
    """The room a chart takes, with a margin, and everything in it: frames, wires, cards."""
    layout = arranged(view, chart, None, catalogue, pill=lambda handoff: pill_width(handoff, catalogue))
    bounds, shapes = laid_out_chart(chart, layout, catalogue, detail, with_handoffs=with_handoffs, colours=colours)
    return bounds.grown(MARGIN), shapes


def laid_out_chart(
    chart: Chart,
    layout: Layout,
    catalogue: Catalogue,
    detail: Detail = Detail.FULL,
    *,
    with_handoffs: bool = False,
    colours: Colours = PLAIN,
) -> tuple[Rect, tuple[Shape, ...]]:
    """The room everything in a layout takes, and its shapes; lines to the bench run behind frames and its words."""
    sketcher = Sketcher(chart, layout, catalogue, *colours)
    wiring = Wiring(chart, layout)
    frames = [shape for sketch in _frames(layout, sketcher, detail) for shape in sketch.placed]
    wires = list(_wires(chart, wiring, sketcher, with_handoffs=with_handoffs))
    trunks, benched = Trunks(), set(layout.benched)
    behind: list[Shape] = []
    before: list[Shape] = []
    for key, sketch, _extent in wires:
        shapes = behind if key.kind is Kind.LINE and chart.lines[LineId(key.id)].report in benched else before
        shapes += trunks.once(sketch.shapes)
    cards = [shape for key, rect in layout.cards.items() for shape in _at(rect, sketcher.card(key, detail)).placed]
    room = around([layout.bounds, *(extent for _key, _sketch, extent in wires)])
    return room, (*behind, *_plates(layout, sketcher), *frames, *_names_last(before), *cards)


def _names_last(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Wires first, so that none runs through the name of another that goes the same way; a name they share once."""
    yield from (shape for shape in shapes if isinstance(shape, Wire))
    names = [shape for shape in shapes if not isinstance(shape, Wire)]
    yield from reversed(dict.fromkeys(reversed(names)))


def _plates(layout: Layout, sketcher: Sketcher) -> Iterator[Box]:
    """Ground behind the words of the bench, so that no line runs through them."""
    if layout.bench is not None and layout.benched:
        words = [shape for shape in _at(layout.bench, sketcher.bench(layout.bench)).placed if isinstance(shape, Label)]
        yield Box(extents(words).grown(PLATE), "canvas")


def _at(rect: Rect, shapes: tuple[Shape, ...]) -> Sketch:
    return Sketch(Point(rect.x, rect.y), shapes)


def _frames(layout: Layout, sketcher: Sketcher, detail: Detail) -> Iterator[Sketch]:
    """Outer frames before inner ones."""
    for key, rect in sorted(layout.frames.items(), key=lambda item: -item[1].width * item[1].height):
        yield _at(rect, sketcher.frame(key, rect, detail))
    if layout.flow is not None:
        yield Sketch(Point(0.0, 0.0), (*sketcher.flow.rest(detail), *sketcher.flow.heads(detail)))
    if layout.bench is not None:
        yield _at(layout.bench, sketcher.bench(layout.bench))


def _wires(
    chart: Chart, wiring: Wiring, sketcher: Sketcher, *, with_handoffs: bool
) -> Iterator[tuple[Key, Sketch, Rect]]:
    """Each wire once, with its extent: lines that end on the same frame share one."""
    seen: set[tuple[SeatId, Key]] = set()
    routes = []
    for line in chart.lines.values():
        shared = wiring.leads_onto_frame(line)
        if shared is None or shared not in seen:
            routes.append((Key(Kind.LINE, line.id), wiring.of_line(line)))
        if shared is not None:
            seen.add(shared)
    if with_handoffs or wiring.layout.view is ViewKind.HANDOFFS:
        routes += [(Key(Kind.HANDOFF, handoff.id), wiring.of_handoff(handoff)) for handoff in chart.handoffs.values()]
    for key, route in routes:
        if route:
            extent = around([Rect(point.x, point.y, 0.0, 0.0) for point in route])
            yield key, Sketch(Point(0.0, 0.0), sketcher.edge(key, route)), extent
