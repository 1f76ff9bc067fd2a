"""Which draft a key opens: beside, under or above what has the focus; around what is selected; on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.canvas.keys.draft import Draft
from salesorg_gui.canvas.keys.frame_drafts import NewPod, NewSegment, OldFrame, TypedSource
from salesorg_gui.canvas.keys.likely import likely_roles
from salesorg_gui.canvas.keys.seat_draft import NewSeat, OldSeat, Words
from salesorg_gui.canvas.keys.spots import above_spot, first_spot, free_place, member_spot, peer_spot, report_spot
from salesorg_gui.canvas.landings.pulls import GIVEN
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Place, Pod, Seat, Segment, Source
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.lengths import SIBLING_GAP, SOURCE_WIDTH


@dataclass(frozen=True)
class Drafts:
    """Makes drafts for one chart as it stands on the screen."""

    chart: Chart
    layout: Layout
    words: Words

    def report_of(self, focus: Key | None) -> Draft:
        """A report of a seat, a member of a pod, a pod of a segment, who receives from a source; else a first seat."""
        match self._record(focus):
            case Seat() as seat:
                return self._seat(report_spot(self.chart, self.layout, seat.id), _("Add report"))
            case Pod() as pod:
                return self._seat(member_spot(self.chart, pod.id), _("Add seat"))
            case Segment() as segment:
                return self._pod((segment.id,), (), None)
            case Source() as source:
                return self._receiver(source)
            case _:
                return self._seat(first_spot(self.layout, self.chart), _("Add seat"))

    def peer_of(self, focus: Key | None) -> Draft:
        """Another one of the same kind, right behind it."""
        match self._record(focus):
            case Seat() as seat:
                return self._seat(peer_spot(self.chart, self.layout, seat.id), _("Add colleague"), seat.id)
            case Pod() as pod:
                frame = self.chart.frame_of(pod)
                row = [one.id for one in self.chart.pods_in[frame]]
                return self._pod((frame,) if frame is not None else (), (), _next(row, pod.id))
            case Segment() as segment:
                row_ = [one.id for one in self.chart.segments_in[self.chart.parent_of(segment)]]
                return self._segment(segment, _next(row_, segment.id))
            case Source() as source:
                return self._source(source.lane)
            case _:
                return self._seat(first_spot(self.layout, self.chart), _("Add seat"))

    def above(self, focus: Key | None, keys: Iterable[Key]) -> Draft | None:
        """A manager between the selected seats and theirs; nothing above what is no seat."""
        if focus is None or focus.kind is not Kind.SEAT or focus.id not in self.chart.seats:
            return None
        others = [SeatId(key.id) for key in sorted(keys) if key.kind is Kind.SEAT and key != focus]
        row = _in_row(self.chart, (SeatId(focus.id), *others))
        return self._seat(above_spot(self.chart, self.layout, row), _("Add manager above"))

    def on(self, key: Key | None) -> Draft | None:
        """What is there, typed anew; nothing for lines and handoffs."""
        match self._record(key):
            case Seat() as seat:
                return OldSeat(self.words, seat)
            case Pod() | Segment() as frame:
                return OldFrame(frame)
            case Source() as source:
                return TypedSource(source, self.words.catalogue)
            case _:
                return None

    def around(self, keys: Iterable[Key]) -> Draft | None:
        """A pod around the selected seats; around a leader alone, with those of its team that have none."""
        seats = [SeatId(key.id) for key in keys if key.kind is Kind.SEAT and key.id in self.chart.seats]
        if not seats:
            return None
        team = self._with_team(seats[0]) if len(seats) == 1 else self._as_they_stand(seats)
        segments, before = self._frame_for(team)
        return self._pod(segments, team, before)

    def feeding(self, focus: Key | None) -> Draft:
        """A lead source, and where a seat has the focus the handoff that feeds it."""
        seat = self._record(focus)
        return self._source(Lane.INBOUND, seat.id if isinstance(seat, Seat) else None)

    def _record(self, key: Key | None) -> object:
        return self.chart.record(key) if key is not None else None

    def _id(self, kind: Kind) -> str:
        return new_id(self.chart, kind)

    def _seat(
        self, spot: Spot, label: str, peer: SeatId | None = None, more: tuple[ChartEdit, ...] = (), name: str = ""
    ) -> NewSeat:
        lines = tuple(LineId(self._id(Kind.LINE)) for _line in range(1 + len(spot.above)))
        likely = likely_roles(self.chart, self.words.catalogue, spot, peer)
        return NewSeat(self.words, SeatId(name or self._id(Kind.SEAT)), spot, lines, label, likely, more)

    def _receiver(self, source: Source) -> NewSeat:
        name = self._id(Kind.SEAT)
        known = self.words.catalogue.objects.get(GIVEN[source.lane])
        fed = Handoff(
            HandoffId(self._id(Kind.HANDOFF)),
            source.id,
            SeatId(name),
            known.id if known is not None else None,
            limit_hours=known.limit_hours if known is not None else None,
        )
        rect = self.layout.cards.get(Key(Kind.SOURCE, source.id))
        place = None
        if rect is not None and self.layout.view is ViewKind.BOARD:
            place = free_place(self.layout, Point(rect.right + 4 * SIBLING_GAP, rect.y))
        return self._seat(Spot(place=place), _("Add seat"), None, (DrawHandoff(fed),), name)

    def _pod(self, segments: tuple[SegmentId, ...], seats: tuple[SeatId, ...], before: PodId | None) -> NewPod:
        name = PodId(self._id(Kind.POD))
        order = _last(self.chart.pods.values())
        return NewPod(Pod(name, _("New pod"), segments, self._lead_among(seats), order=order), seats, before)

    def _segment(self, beside: Segment, before: SegmentId | None) -> NewSegment:
        place = None
        rect = self.layout.frames.get(Key(Kind.SEGMENT, beside.id))
        if beside.place is not None and rect is not None:
            place = free_place(self.layout, Point(rect.right + 2 * SIBLING_GAP, rect.y))
        name = SegmentId(self._id(Kind.SEGMENT))
        parent = self.chart.parent_of(beside)
        order = _last(self.chart.segments.values())
        return NewSegment(Segment(name, beside.axis, _("New segment"), parent, order=order, place=place), before)

    def _source(self, lane: Lane, feeds: SeatId | None = None) -> TypedSource:
        name = SourceId(self._id(Kind.SOURCE))
        source = Source(name, lane, order=_last(self.chart.sources.values()), place=self._source_place(feeds))
        handoff = Handoff(HandoffId(self._id(Kind.HANDOFF)), name, feeds) if feeds is not None else None
        return TypedSource(source, self.words.catalogue, is_new=True, feeds=handoff)

    def _source_place(self, feeds: SeatId | None) -> Place | None:
        """Left of a seat that a hand placed; else where the board lines sources up."""
        rect = self.layout.cards.get(Key(Kind.SEAT, feeds)) if feeds is not None else None
        if feeds is None or rect is None or self.layout.view is not ViewKind.BOARD:
            return None
        if self.chart.seats[feeds].place is None:
            return None
        return free_place(self.layout, Point(rect.x - SOURCE_WIDTH - 4 * SIBLING_GAP, rect.y))

    def _lead_among(self, seats: tuple[SeatId, ...]) -> SeatId | None:
        """The one all others report to; of a single seat, itself when its role is one that leads."""
        inside = set(seats)
        heads = [seat for seat in seats if self.chart.manager_of(seat) not in inside]
        if len(heads) != 1:
            return None
        is_leader = self.words.catalogue.role(self.chart.seats[heads[0]].role).purpose == "lead"
        leads = any(report in inside for report in self.chart.reports_of(heads[0]))
        return heads[0] if leads or (len(seats) == 1 and is_leader) else None

    def _with_team(self, seat: SeatId) -> tuple[SeatId, ...]:
        """A seat and its reports that stand in no pod and lead nobody."""
        chart = self.chart
        if chart.seats[seat].pod in chart.pods:
            return (seat,)
        loose = [one for one in chart.reports_of(seat) if chart.seats[one].pod not in chart.pods]
        return (seat, *(report for report in loose if not chart.reports_of(report)))

    def _as_they_stand(self, seats: list[SeatId]) -> tuple[SeatId, ...]:
        """Leaders first, then as one reads them on the screen."""
        inside = set(seats)
        rects = self.layout.cards

        def place(seat: SeatId) -> tuple[bool, float, float]:
            rect = rects.get(Key(Kind.SEAT, seat))
            is_led = self.chart.manager_of(seat) in inside
            return (is_led, rect.y if rect else 0.0, rect.x if rect else 0.0)

        return tuple(sorted(inside, key=place))

    def _frame_for(self, seats: tuple[SeatId, ...]) -> tuple[tuple[SegmentId, ...], PodId | None]:
        """The segment of the pods they come from, else of the pods their colleagues lead; and before which pod."""
        chart = self.chart
        managers = {chart.manager_of(seat) for seat in seats} - set(seats) - {None}
        colleagues = {other for boss in managers if boss is not None for other in chart.reports_of(boss)}
        near = [chart.seats[seat].pod for seat in seats]
        pods = [chart.pods[name] for name in near if name is not None and name in chart.pods]
        pods = pods or [pod for pod in chart.pods.values() if pod.lead in colleagues]
        frames = {chart.frame_of(pod) for pod in pods}
        frame = frames.pop() if len(frames) == 1 else None
        if frame is None:
            return (), None
        row = [pod.id for pod in chart.pods_in[frame]]
        return (frame,), _next(row, max(pods, key=lambda pod: row.index(pod.id)).id)


def _last(records: Iterable[Pod | Segment | Source]) -> float:
    """An order behind all others: what is new stands last."""
    return max((record.order for record in records), default=0.0) + 1


def _in_row(chart: Chart, seats: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    """Seats of one manager in the order they stand; the first names the manager."""
    manager = chart.manager_of(seats[0])
    row = chart.reports_of(manager) if manager is not None else seats
    return tuple(seat for seat in row if seat in seats) or seats[:1]


def _next[I: str](row: list[I], name: I) -> I | None:
    at = row.index(name) + 1 if name in row else len(row)
    return row[at] if at < len(row) else None
