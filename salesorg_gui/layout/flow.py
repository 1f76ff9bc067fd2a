"""The Handoffs view: along the customer journey from left to right, a lane for each pod or segment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, PodId, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_across import Across
from salesorg_gui.layout.flow_board import Board, Standing
from salesorg_gui.layout.flow_gutters import Ruler, ruler_of
from salesorg_gui.layout.flow_parts import Column, Flow, Gap, Lanes
from salesorg_gui.layout.flow_roster import Roster, roster_of
from salesorg_gui.layout.flow_since import since
from salesorg_gui.layout.flow_sources import Springs, springs_of
from salesorg_gui.layout.flow_strip import STRIP_LEAST, Strip, strip_of
from salesorg_gui.layout.flow_teams import PillSize, both_ends, nets_of
from salesorg_gui.layout.flow_tracks import Tracks, Vertical, tracks_of
from salesorg_gui.layout.flow_ways import Crossed, Ways
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.lengths import SOURCE_HEIGHT, SOURCE_WIDTH

LANE_GAP, LANE_PAD = 16.0, 16.0
HEADS = 64.0
"""Room for the headers of the columns above the lanes."""
BEFORE_PILL = 8.0


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
    """The Handoffs view of a chart. What an edit did not touch is taken over from an ``earlier`` one."""
    if not (chart.seats or chart.sources or chart.pods):
        return Layout(ViewKind.HANDOFFS)
    before = earlier.grown if earlier is not None and isinstance(earlier.grown, Course) else None
    roster = roster_of(chart, catalogue, lanes, pill, before.roster if before is not None else None)
    return _laid_out(_course(roster, before), before)


@dataclass(frozen=True)
class Course:
    """All lanes on the board, with what runs between them; ``strip`` are the cards of who has no part in it."""

    roster: Roster
    board: Board
    springs: Springs
    tracks: Tracks
    across: dict[HandoffId, Crossed]
    members: Mapping[PodId, tuple[SeatId, ...]]
    room: Rect
    strip: Strip | None

    @property
    def ruler(self) -> Ruler:
        """Where columns and gutters are."""
        return self.board.ruler

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns with who covers their stages; that of lead sources first."""
        counts, ruler = self.roster.journey.counts, self.ruler
        columns = [Column(one.stages, one.x, one.width, *counts(n)) for n, one in enumerate(ruler.columns)]
        return (*([ruler.sources] if ruler.sources else []), *columns)


def _course(roster: Roster, before: Course | None) -> Course:
    chart, forms = roster.chart, roster.forms
    tops = [0.0, *accumulate(form.height + LANE_GAP for form in forms)]
    bottom = tops.pop()
    springs = springs_of(chart, roster.inlets, tops)
    across = _across(roster, tops)
    verticals = springs.verticals
    for one in across.values():
        start = forms[one.giver.lane].doors.leaving[one.giver.number].y + tops[one.giver.lane]
        verticals += _verticals(one, start)
    tracks = tracks_of(verticals)
    ruler = ruler_of(roster.journey.columns, forms, tracks, has_sources=bool(chart.sources))
    board = Board(roster.lanes, forms, tops, ruler, before.board if before is not None else None)
    room = _room(ruler, bottom)
    members = _members(chart, before)
    return Course(roster, board, springs, tracks, across, members, room, _strip_of(roster.aside, room, before))


def _across(roster: Roster, tops: Sequence[float]) -> dict[HandoffId, Crossed]:
    """The ways from lane to lane."""
    if not roster.between:
        return {}
    lanes, forms, chart = roster.lanes, roster.forms, roster.chart
    pairs = (roster.ends.of(chart.handoffs[name]) for name in roster.between)
    ends = both_ends(lanes, sorted({lane for pair in pairs if pair is not None for lane in (pair[0], pair[2])}))
    nets = nets_of(ends, lanes)
    finder = Across(forms, tops, len(roster.journey.columns))
    return {
        name: Crossed(giver, taker, nets[name], finder.way(giver, taker, nets[name]))
        for name, (giver, taker) in ends.items()
    }


def _members(chart: Chart, before: Course | None) -> Mapping[PodId, tuple[SeatId, ...]]:
    """The seats of each pod in their order."""
    now, was = chart.members, before.roster.chart.members if before is not None else {}
    known = before.members if before is not None else {}
    return {
        pod: known[pod]
        if pod in known and now.get(pod) is was.get(pod)
        else tuple([seat.id for seat in now.get(pod, ())])
        for pod in chart.pods
    }


def _verticals(crossed: Crossed, start: float) -> list[Vertical]:
    found, y = [], start
    for step in crossed.steps:
        found.append(Vertical(step.gutter, step.side, crossed.net, y, step.y))
        y = step.y
    return found


def _laid_out(course: Course, before: Course | None) -> Layout:
    roster, board, room = course.roster, course.board, course.room
    frames = board.frames(room.x, room.width)
    loose = frames.pop(None, None)
    shown = {key: rect for key, rect in frames.items() if key is not None}
    sources = {
        Key(Kind.SOURCE, name): Rect(0.0, y, SOURCE_WIDTH, SOURCE_HEIGHT) for name, y in course.springs.tops.items()
    }
    ways = Ways(board, roster.ends, roster.chart.handoffs, course.across, course.springs, course.tracks)
    standing = Standing(board, roster.ends.seats, sources, course.strip, shown)
    strip = course.strip.rect if course.strip is not None else None
    columns = course.columns
    flow = Flow(roster.kind, columns, _gaps(roster, board), loose, strip, roster.aside, ways)
    edges = [*list(shown.values())[:1], *list(shown.values())[-1:]]
    rects = [*sources.values(), *edges, *(rect for rect in (loose, strip) if rect is not None)]
    return Layout(
        ViewKind.HANDOFFS,
        standing.cards,
        shown,
        members=course.members,
        bounds=around([*rects, Rect(room.x, -HEADS, room.width, HEADS)] if course.ruler.columns else rects),
        routes=ways.routes,
        pills=ways.pills,
        flow=flow,
        seek=standing.touching,
        grown=course,
        since=since(before, course, standing) if before is not None else None,
    )


def _gaps(roster: Roster, board: Board) -> tuple[Gap, ...]:
    return tuple([
        Gap(lane.key, stages, rect)
        for number, (lane, missing) in enumerate(zip(roster.lanes, roster.missing, strict=True))
        if missing
        for (_, stages), rect in zip(missing, board.drawn(number).gaps, strict=True)
    ])  # fmt: skip


def _room(ruler: Ruler, bottom: float) -> Rect:
    """How far lanes reach to the left and right, and where what comes below them begins."""
    first = ruler.gutters[0]
    left = first.pills - BEFORE_PILL if first.width else first.right - LANE_PAD
    right = ruler.gutters[-1].right if ruler.columns else left + STRIP_LEAST
    return Rect(left, bottom, max(right - left, STRIP_LEAST), 0.0)


def _strip_of(aside: tuple[SeatId, ...], room: Rect, before: Course | None) -> Strip | None:
    """Taken over where nothing differs it is made of."""
    if before is not None and before.roster.aside is aside and before.room == room:
        return before.strip
    return strip_of(aside, room) if aside else None
