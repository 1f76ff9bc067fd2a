"""The Handoffs view: along the customer journey from left to right, a lane for each pod or segment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId, StageId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_across import Across
from salesorg_gui.layout.flow_form import Form, solved
from salesorg_gui.layout.flow_gaps import Gaps, gap_spans
from salesorg_gui.layout.flow_gutters import Ruler, ruler_of
from salesorg_gui.layout.flow_lanes import aside_of, crews_of
from salesorg_gui.layout.flow_parts import Column, Flow, Gap, Lanes
from salesorg_gui.layout.flow_places import Drawn, Places
from salesorg_gui.layout.flow_sources import Springs, springs_of
from salesorg_gui.layout.flow_stages import Journey, Span
from salesorg_gui.layout.flow_teams import Lane, PillSize, both_ends, ends_of, nets_of, teams_of
from salesorg_gui.layout.flow_tracks import Tracks, Vertical, tracks_of
from salesorg_gui.layout.flow_ways import Crossed, Ways
from salesorg_gui.layout.frames import members_of
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, SOURCE_HEIGHT, SOURCE_WIDTH

LANE_GAP, LANE_PAD = 16.0, 16.0
HEADS = 64.0
"""Room for the headers of the columns above the lanes."""
BEFORE_PILL = 8.0
STRIP_HEADER, STRIP_PAD, STRIP_GAP = 40.0, 16.0, 8.0
STRIP_ASPECT = 1.6
"""Of the width to the height of a large crowd."""
STRIP_LEAST = 4 * (CARD_WIDTH + STRIP_GAP) - STRIP_GAP + 2 * STRIP_PAD

type Missing = tuple[tuple[Span, tuple[StageId, ...]], ...]


def no_pill(_handoff: Handoff) -> float:
    """For those who draw no names on handoffs."""
    return 0.0


def arrange_flow(
    chart: Chart,
    catalogue: Catalogue,
    lanes: Lanes = Lanes.PODS,
    pill: PillSize = no_pill,
    earlier: Layout | None = None,
) -> Layout:
    """The Handoffs view of a chart. Lanes that did not change are taken over from an ``earlier`` one."""
    if not (chart.seats or chart.sources or chart.pods):
        return Layout(ViewKind.HANDOFFS)
    journey = Journey(chart, catalogue)
    crews = crews_of(chart, journey.spans, lanes)
    missing = [gap_spans(journey, open_) for open_ in Gaps(journey, crews, ends_of(chart, crews)).missing()]
    spans = [tuple(span for span, _stages in gaps) for gaps in missing]
    course = _course(chart, journey, teams_of(chart, journey, crews, spans, pill))
    flow = Flow(lanes, aside=aside_of(chart, journey.spans), kept=_kept(course, earlier))
    return _laid_out(chart, course, missing, flow)


def _kept(course: "Course", earlier: Layout | None) -> dict[Key | None, Drawn]:
    """Every lane on the board."""
    before = earlier.flow.kept if earlier is not None and earlier.flow is not None else {}
    drawn: dict[Key | None, Drawn] = {}
    patterns: dict[int, Drawn] = {}
    for place in course.places:
        was = before.get(place.lane.key)
        drawn[place.lane.key] = place.drawn(was if isinstance(was, Drawn) else None, patterns)
    return drawn


@dataclass(frozen=True)
class Course:
    """All lanes solved and standing, with what runs between them."""

    lanes: Sequence[Lane]
    forms: Sequence[Form]
    tops: Sequence[float]
    ruler: Ruler
    springs: Springs
    tracks: Tracks
    across: dict[HandoffId, Crossed]
    columns: tuple[Column, ...]

    @property
    def places(self) -> list[Places]:
        """Each lane on the board."""
        parts = zip(self.lanes, self.forms, self.tops, strict=True)
        return [Places(lane, form, top, self.ruler) for lane, form, top in parts]


def _course(chart: Chart, journey: Journey, lanes: Sequence[Lane]) -> Course:
    forms = [solved(lane.team) for lane in lanes]
    tops, y = [], 0.0
    for form in forms:
        tops.append(y)
        y += form.height + LANE_GAP
    springs = springs_of(chart, lanes, forms, tops)
    finder = Across(forms, tops, len(journey.columns))
    across: dict[HandoffId, Crossed] = {}
    verticals = springs.verticals
    ends = both_ends(lanes)
    nets = nets_of(ends, lanes)
    for name, (giver, taker) in ends.items():
        steps = finder.way(giver, taker, nets[name])
        across[name] = Crossed(giver, taker, nets[name], steps)
        verticals += _verticals(across[name], forms[giver.lane].doors.leaving[giver.number].y + tops[giver.lane])
    tracks = tracks_of(verticals)
    ruler = ruler_of(journey.columns, forms, tracks, has_sources=bool(chart.sources))
    columns = [Column(one.stages, one.x, one.width, *journey.counts(n)) for n, one in enumerate(ruler.columns)]
    return Course(lanes, forms, tops, ruler, springs, tracks, across, tuple(columns))


def _verticals(crossed: Crossed, start: float) -> list[Vertical]:
    found, y = [], start
    for step in crossed.steps:
        found.append(Vertical(step.gutter, step.side, crossed.net, y, step.y))
        y = step.y
    return found


def _laid_out(chart: Chart, course: Course, missing: Sequence[Missing], flow: Flow) -> Layout:
    cards: dict[Key, Rect] = {}
    gaps: list[Gap] = []
    lanes = [one for one in flow.kept.values() if isinstance(one, Drawn)]
    for open_, one in zip(missing, lanes, strict=True):
        cards.update(one.cards)
        gaps += [Gap(one.places.lane.key, stages, rect) for (_, stages), rect in zip(open_, one.gaps, strict=True)]
    ways = Ways(lanes, course.across, course.springs, course.tracks, course.ruler)
    sources = {
        Key(Kind.SOURCE, source): Rect(0.0, y, SOURCE_WIDTH, SOURCE_HEIGHT) for source, y in course.springs.tops.items()
    }
    cards.update(sources)
    room = _room(course)
    frames = {one.places.lane.key: Rect(room.x, one.places.top, room.width, one.places.form.height) for one in lanes}
    strip = _strip(flow.aside, room, cards)
    loose = frames.pop(None, None)
    shown = {key: rect for key, rect in frames.items() if key is not None}
    columns = (*([course.ruler.sources] if course.ruler.sources else []), *course.columns)
    flow = replace(flow, columns=columns, gaps=tuple(gaps), loose=loose, strip=strip, ways=ways)
    rects = [*sources.values(), *shown.values(), *(rect for rect in (loose, strip) if rect is not None)]
    return Layout(
        ViewKind.HANDOFFS,
        cards,
        shown,
        members=members_of(chart),
        bounds=around([*rects, Rect(room.x, -HEADS, room.width, HEADS)] if course.columns else rects),
        routes=ways.routes,
        pills=ways.pills,
        flow=flow,
    )


def _room(course: Course) -> Rect:
    """How far lanes reach to the left and right, and where what comes below them begins."""
    gutters, columns = course.ruler.gutters, course.ruler.columns
    bottom = max((top + form.height + LANE_GAP for top, form in zip(course.tops, course.forms, strict=True)), default=0)
    first = gutters[0]
    left = first.pills - BEFORE_PILL if first.width else first.right - LANE_PAD
    right = gutters[-1].right if columns else left + STRIP_LEAST
    return Rect(left, bottom, max(right - left, STRIP_LEAST), 0.0)


def _strip(aside: tuple[SeatId, ...], room: Rect, cards: dict[Key, Rect]) -> Rect | None:
    """Those with no part in the journey, side by side below it; a crowd takes more width than the journey does."""
    if not aside:
        return None
    beside = CARD_WIDTH + STRIP_GAP
    columns = int((room.width - 2 * STRIP_PAD + STRIP_GAP) // beside)
    columns = max(columns, ceil(sqrt(len(aside) * STRIP_ASPECT * (CARD_HEIGHT + STRIP_GAP) / beside)))
    width = max(room.width, min(columns, len(aside)) * beside - STRIP_GAP + 2 * STRIP_PAD)
    for n, seat in enumerate(aside):
        x = room.x + STRIP_PAD + (n % columns) * beside
        y = room.y + STRIP_HEADER + (n // columns) * (CARD_HEIGHT + STRIP_GAP)
        cards[Key(Kind.SEAT, seat)] = Rect(x, y, CARD_WIDTH, CARD_HEIGHT)
    rows = -(-len(aside) // columns)
    return Rect(room.x, room.y, width, STRIP_HEADER + rows * (CARD_HEIGHT + STRIP_GAP) - STRIP_GAP + STRIP_PAD)
