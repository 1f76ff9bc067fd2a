"""The Handoffs view: along the customer journey from left to right, a lane for each pod or segment."""

from collections.abc import Callable, Mapping

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_lanes import Crew, aside_of, crews_of
from salesorg_gui.layout.flow_parts import Column, Flow, Lanes
from salesorg_gui.layout.flow_stages import Journey, Span
from salesorg_gui.layout.frames import members_of
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, SOURCE_HEIGHT, SOURCE_WIDTH

LANE_PAD, LANE_HEADER, LANE_GAP = 16.0, 48.0, 16.0
ROW_GAP = 24.0
BESIDE_PILL = 40.0
COLUMN = 200.0
STRIP_HEADER = 40.0

type PillSize = Callable[[Handoff], float]


def no_pill(_handoff: Handoff) -> float:
    """For those who draw no names on handoffs."""
    return 0.0


def arrange_flow(chart: Chart, catalogue: Catalogue, lanes: Lanes = Lanes.PODS, pill: PillSize = no_pill) -> Layout:
    """The Handoffs view of a chart."""
    if not (chart.seats or chart.sources or chart.pods):
        return Layout(ViewKind.HANDOFFS)
    journey = Journey(chart, catalogue)
    crews = crews_of(chart, journey.spans, lanes)
    columns = _columns(journey, max(map(pill, chart.handoffs.values()), default=0.0) + BESIDE_PILL)
    cards: dict[Key, Rect] = {}
    frames: dict[Key, Rect] = {}
    right = columns[-1].right + LANE_PAD if columns else 4 * COLUMN
    left = SOURCE_WIDTH + LANE_PAD
    top, loose = 0.0, None
    for crew in crews:
        found = _stood(crew, journey.spans, columns, top)
        cards |= found
        bottom = max([rect.bottom for rect in found.values()], default=top + LANE_HEADER + CARD_HEIGHT) + LANE_PAD
        frame = Rect(left, top, right - left, bottom - top)
        if crew.lane is None:
            loose = frame
        else:
            frames[crew.lane] = frame
        top = bottom + LANE_GAP
    aside = aside_of(chart, journey.spans)
    strip = _strip(aside, Rect(left, top, right - left, 0.0), cards)
    for n, source in enumerate(in_order(chart.sources.values())):
        cards[Key(Kind.SOURCE, source.id)] = Rect(0.0, LANE_HEADER + n * 72.0, SOURCE_WIDTH, SOURCE_HEIGHT)
    flow = Flow(lanes, columns, (), loose, strip, aside)
    rects = [*cards.values(), *frames.values(), *(rect for rect in (loose, strip) if rect is not None)]
    return Layout(ViewKind.HANDOFFS, cards, frames, members=members_of(chart), bounds=around(rects), flow=flow)


def _columns(journey: Journey, gutter: float) -> tuple[Column, ...]:
    x = 0.0
    found: list[Column] = [Column((), x, SOURCE_WIDTH)]
    for stages in journey.columns:
        x = found[-1].right + gutter
        found.append(Column(stages, x, COLUMN))
    return tuple(found)


def _stood(crew: Crew, spans: Mapping[SeatId, Span], columns: tuple[Column, ...], top: float) -> dict[Key, Rect]:
    bottoms = dict.fromkeys(range(len(columns)), top + LANE_HEADER)
    found: dict[Key, Rect] = {}
    for seat in crew.seats:
        first, last = spans[seat.id]
        y = max(bottoms[column] for column in range(first, last + 1))
        x = columns[first + 1].x
        found[Key(Kind.SEAT, seat.id)] = Rect(x, y, columns[last + 1].right - x, CARD_HEIGHT)
        bottoms |= dict.fromkeys(range(first, last + 1), y + CARD_HEIGHT + ROW_GAP)
    return found


def _strip(aside: tuple[SeatId, ...], room: Rect, cards: dict[Key, Rect]) -> Rect | None:
    if not aside:
        return None
    columns = max(int((room.width - 2 * LANE_PAD + LANE_PAD) // (CARD_WIDTH + LANE_PAD)), 1)
    for n, seat in enumerate(aside):
        x = room.x + LANE_PAD + (n % columns) * (CARD_WIDTH + LANE_PAD)
        y = room.y + STRIP_HEADER + (n // columns) * (CARD_HEIGHT + LANE_PAD)
        cards[Key(Kind.SEAT, seat)] = Rect(x, y, CARD_WIDTH, CARD_HEIGHT)
    rows = -(-len(aside) // columns)
    return Rect(room.x, room.y, room.width, STRIP_HEADER + rows * (CARD_HEIGHT + LANE_PAD))
