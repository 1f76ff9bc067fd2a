"""Where seats, pods, segments and lead sources would go when a hand lets go of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesorg_gui.canvas.landings.beside import Beside, beside, is_on_centre
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.guides import REACH, Guide, aligned
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.canvas.landings.landing import NOWHERE, Landing, snapped
from salesorg_gui.canvas.landings.lanes import is_on_loose, lane_at
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.branches import MoveAmongReports
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats, MoveSegments, PlaceSources
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Place, Pod
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Point, Rect

NEIGHBOURHOOD = 1600.0
"""So far around what is placed others are looked at, for aligning to them."""


@dataclass(frozen=True)
class Held:
    """What the hand holds: the outermost things of a selection, where they stood, and where it took hold.

    ``pod`` and ``lines`` are names for what the drop may have to make. ``is_copy`` says that it is new.
    """

    home: Mapping[Key, Rect]
    grab: Point
    grabbed: Key
    pod: PodId
    lines: tuple[LineId, ...]
    is_copy: bool = False

    def of(self, kind: Kind) -> tuple[str, ...]:
        """The ids of one kind, as they stood: from the top, then from the left."""
        keys = [key for key in self.home if key.kind is kind]
        return tuple(key.id for key in sorted(keys, key=lambda key: (self.home[key].y, self.home[key].x)))

    @property
    def seats(self) -> tuple[SeatId, ...]:
        """The held seats."""
        return tuple(SeatId(name) for name in self.of(Kind.SEAT))

    @property
    def only_kind(self) -> Kind | None:
        """The kind of everything held, if it is one."""
        kinds = {key.kind for key in self.home}
        return next(iter(kinds)) if len(kinds) == 1 else None

    def shift(self, spot: Point) -> Point:
        """How far everything goes: the card that was taken hold of lands on the grid."""
        rect = self.home[self.grabbed]
        x, y = rect.x + spot.x - self.grab.x, rect.y + spot.y - self.grab.y
        return Point(snapped(x) - rect.x, snapped(y) - rect.y)

    def places(self, kind: Kind, shift: Point) -> tuple[Place, ...]:
        """Where the things of one kind would stand."""
        rects = (self.home[Key(kind, name)] for name in self.of(kind))
        return tuple(Place(rect.x + shift.x, rect.y + shift.y) for rect in rects)


def outermost(chart: Chart, keys: Iterable[Key]) -> set[Key]:
    """Of a selection, what does not already move with a frame that is selected too; no edges."""
    wanted = {key for key in keys if key.kind in {Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE}}
    return {key for key in wanted if not _stands_in(chart, key, wanted)}


def _stands_in(chart: Chart, key: Key, wanted: set[Key]) -> bool:
    above = _frame_around(chart, key)
    while above is not None:
        if above in wanted:
            return True
        above = _frame_around(chart, above)
    return False


def _frame_around(chart: Chart, key: Key) -> Key | None:
    match key.kind:
        case Kind.SEAT:
            pod = chart.seats[SeatId(key.id)].pod
            return Key(Kind.POD, pod) if pod in chart.pods and pod is not None else None
        case Kind.POD:
            frame = chart.frame_of(chart.pods[PodId(key.id)])
        case Kind.SEGMENT:
            frame = chart.parent_of(chart.segments[SegmentId(key.id)])
        case _:
            return None
    return Key(Kind.SEGMENT, frame) if frame is not None else None


def landing_of(held: Held, ground: Ground, spot: Point, how: How = PLAIN) -> Landing:
    """What letting go here would do."""
    landing = _landing(held, ground, spot, how)
    return landing if held.is_copy else _unchanged(landing, ground)


def _landing(held: Held, ground: Ground, spot: Point, how: How) -> Landing:
    match held.only_kind:
        case Kind.SEAT:
            return _seats(held, ground, spot, how)
        case Kind.POD if ground.is_board:
            return _pods(held, ground, spot, how)
        case Kind.SEGMENT if ground.is_board:
            return _segments(held, ground, spot, how)
        case _ if ground.is_board:
            return _free(held, ground, spot, how)
        case _:
            return NOWHERE


def _unchanged(landing: Landing, ground: Ground) -> Landing:
    """A landing that changes nothing says so; whether it would be refused is not asked here."""
    edit = landing.edit
    if isinstance(edit, MoveSeats | MovePods | MoveAmongReports) and ground.changes_nothing(edit):
        return Landing(_("Stays where it is"), target=landing.target)
    return landing


def _seats(held: Held, ground: Ground, spot: Point, how: How) -> Landing:
    if ground.is_flow:
        return _into_lane(held, ground, spot)
    under = ground.card_at(spot, Kind.SEAT, held.home)
    if not ground.is_board:
        return _on_card(held, ground, spot, under) if under else Landing(_("Drop it on the card it is to report to"))
    pod = ground.pod_at(spot)
    if pod is not None:
        is_centred = under is not None and is_on_centre(ground.layout.cards[under], spot)
        return _below_member(held, ground, under, pod) if is_centred and under else _into_pod(held, ground, spot, pod)
    if ground.is_on_bench(spot):
        return _onto_bench(held, ground, under)
    if under is not None:
        return _on_card(held, ground, spot, under)
    segment = ground.segment_at(spot)
    if segment is not None:
        return _new_pod(held, ground, spot, segment)
    return _free(held, ground, spot, how)


def _on_card(held: Held, ground: Ground, spot: Point, under: Key) -> Landing:
    """On the centre of a card its report, with all who report to it; on its side a peer that stands next to it."""
    place = beside(ground, under, spot, held.seats)
    return _reporting(held, ground, under) if place is None else _as_peer(held, ground, place)


def _into_lane(held: Held, ground: Ground, spot: Point) -> Landing:
    """Into the pod of the lane under the hand, or out of every pod."""
    if is_on_loose(ground, spot):
        return Landing(_("Take it out of its pod"), MoveSeats(held.seats))
    lane = lane_at(ground, spot, held.seats)
    if isinstance(lane, Landing):
        return lane
    note = _moved(len(held.seats), lane.title(ground)) + _position(ground, lane.below, lane.above)
    return Landing(note, MoveSeats(held.seats, lane.pod, lane.before), lane.target)


def _reporting(held: Held, ground: Ground, under: Key) -> Landing:
    manager = SeatId(under.id)
    note = _("Report to {manager}").format(manager=ground.person(manager))
    below = 0 if held.is_copy else sum(1 for _seat in _all_below(ground.chart, held.seats))
    if below:
        more = ngettext("{note}, with {count} below", "{note}, with {count} below", below)
        note = more.format(note=note, count=below)
    return Landing(note, ReportTo(held.seats, manager, held.lines), under)


def _all_below(chart: Chart, seats: Iterable[SeatId]) -> set[SeatId]:
    """Everybody in the branches of these seats but themselves."""
    heads = set(seats)
    found: set[SeatId] = set()
    waiting = list(heads)
    while waiting:
        reports = [line.report for line in chart.lines_down.get(waiting.pop(), ()) if line.report not in found | heads]
        found.update(reports)
        waiting.extend(reports)
    return found


def _as_peer(held: Held, ground: Ground, place: Beside) -> Landing:
    chart, manager = ground.chart, ground.person(place.manager)
    if all(chart.manager_of(seat) == place.manager for seat in held.seats):
        edit: ChartEdit = MoveAmongReports(held.seats, place.before)
        note = _("Report to {manager} as before{place}").format(manager=manager, place=place.says(ground))
    else:
        edit = ReportTo(held.seats, place.manager, held.lines, place.before)
        note = _("Report to {manager}{place}").format(manager=manager, place=place.says(ground))
    return Landing(note, edit, caret=place.caret, parted=place.parted)


def _below_member(held: Held, ground: Ground, under: Key, pod: PodId) -> Landing:
    """Report to a member of a pod, and join it there: a card stays where it is let go of."""
    landing = _reporting(held, ground, under)
    members = ground.chart.members.get(pod, ())
    names = [member.id for member in members if member.id not in held.seats]
    is_member = {member.id for member in members}.issuperset(held.seats)
    if is_member or landing.edit is None or under.id not in names:
        return landing
    at = names.index(SeatId(under.id)) + 1
    move = MoveSeats(held.seats, pod, names[at] if at < len(names) else None)
    place = words.pod_title(ground.chart.pods[pod])
    note = _("{note}, in {place}").format(note=landing.note, place=place)
    return Landing(note, Together(landing.edit.label, (landing.edit, move)), under)


def _into_pod(held: Held, ground: Ground, spot: Point, pod: PodId) -> Landing:
    chart, target = ground.chart, Key(Kind.POD, pod)
    name = words.pod_title(chart.pods[pod])
    if len(held.seats) == 1 and ground.is_on_lead_row(spot, pod):
        return Landing(_("Lead {pod}").format(pod=name), LeadPod(pod, held.seats[0]), target, slot=ground.lead_row(pod))
    gap = ground.gap_in_pod(spot, pod)
    edit = MoveSeats(held.seats, pod, SeatId(gap.before) if gap.before is not None else None)
    note = _moved(len(held.seats), name) + _position(ground, gap.before, gap.after)
    empty = not ground.layout.members.get(pod)
    if empty:
        return Landing(note, edit, target, slot=gap.slot)
    return Landing(note, edit, target, caret=gap.caret, parted=gap.parted)


def _moved(count: int, place: str) -> str:
    if count == 1:
        return _("Move to {place}").format(place=place)
    return ngettext("Move {count} seat to {place}", "Move {count} seats to {place}", count).format(
        count=count, place=place
    )


def _position(ground: Ground, before: str | None, after: str | None) -> str:
    """The end of the sentence: behind whom, or before whom when nobody stands ahead."""
    if after is not None:
        return _(", after {neighbour}").format(neighbour=ground.title(SeatId(after)))
    if before is not None:
        return _(", before {neighbour}").format(neighbour=ground.title(SeatId(before)))
    return ""


def _onto_bench(held: Held, ground: Ground, under: Key | None) -> Landing:
    """A leader goes back to its place in the tree; who would stand under a leader there no longer reports to it."""
    chart = ground.chart
    heads = {pod.lead for pod in chart.pods.values()}
    if any(seat in heads or chart.reports_of(seat) for seat in held.seats):
        note = ngettext("Stand above those it leads again", "Stand above those they lead again", len(held.seats))
        return Landing(note, MoveSeats(held.seats), on_bench=True)
    benched = MoveSeats(held.seats, before=SeatId(under.id) if under is not None else None)
    if not any(_is_kept_by_its_tree(chart, seat) for seat in held.seats):
        return Landing(_("Keep on the bench"), benched, on_bench=True)
    edit = Together(benched.label, (benched, ReportTo(held.seats, None)))
    return Landing(_("Keep on the bench, reporting to nobody"), edit, on_bench=True)


def _is_kept_by_its_tree(chart: Chart, seat: SeatId) -> bool:
    """Whether its manager stands in the tree above the frames, and would draw the seat to its side."""
    manager = chart.manager_of(seat)
    return manager is not None and chart.seats[manager].pod not in chart.pods and chart.seats[manager].place is None


def _new_pod(held: Held, ground: Ground, spot: Point, segment: SegmentId) -> Landing:
    gap = ground.gap_in_segment(spot, segment, Kind.POD)
    before = PodId(gap.before) if gap.before is not None else None
    label = _("New pod")
    edits: tuple[ChartEdit, ...] = (
        Add((Pod(held.pod, label, (segment,)),), label),
        MovePods((held.pod,), segment, before),
        MoveSeats(held.seats, held.pod),
    )
    note = _("Make a pod of it in {segment}").format(segment=ground.segment_title(segment))
    pod = Key(Kind.POD, held.pod)
    return Landing(note, Together(label, edits), Key(Kind.SEGMENT, segment), caret=gap.caret, selects=(pod,))


def _pods(held: Held, ground: Ground, spot: Point, how: How) -> Landing:
    pods = tuple(PodId(name) for name in held.of(Kind.POD))
    segment = ground.segment_at(spot)
    if segment is None:
        return _free(held, ground, spot, how)
    gap = ground.gap_in_segment(spot, segment, Kind.POD)
    name = ground.segment_title(segment)
    note = _("Move to {place}").format(place=name)
    if gap.after is not None:
        note = _("Move to {place}, after {neighbour}").format(place=name, neighbour=_pod(ground, gap.after))
    elif gap.before is not None:
        note = _("Move to {place}, before {neighbour}").format(place=name, neighbour=_pod(ground, gap.before))
    edit = MovePods(pods, segment, PodId(gap.before) if gap.before is not None else None)
    return Landing(note, edit, Key(Kind.SEGMENT, segment), caret=gap.caret)


def _pod(ground: Ground, name: str) -> str:
    return words.pod_title(ground.chart.pods[PodId(name)])


def _segments(held: Held, ground: Ground, spot: Point, how: How) -> Landing:
    segments = tuple(SegmentId(name) for name in held.of(Kind.SEGMENT))
    parent = ground.segment_at(spot, _with_inner(ground.chart, segments))
    if parent is None:
        return _free(held, ground, spot, how)
    gap = ground.gap_in_segment(spot, parent, Kind.SEGMENT)
    note = _("Nest in {segment}").format(segment=ground.segment_title(parent))
    edit = MoveSegments(segments, parent, SegmentId(gap.before) if gap.before is not None else None)
    return Landing(note, edit, Key(Kind.SEGMENT, parent))


def _with_inner(chart: Chart, segments: Iterable[SegmentId]) -> set[SegmentId]:
    """The segments and all nested in them: nothing can be dropped into itself."""
    found, waiting = set(segments), list(segments)
    while waiting:
        inner = [child.id for child in chart.segments_in.get(waiting.pop(), ()) if child.id not in found]
        found.update(inner)
        waiting.extend(inner)
    return found


def _free(held: Held, ground: Ground, spot: Point, how: How) -> Landing:
    """Onto free canvas, everything by the same way; frames find others to align to."""
    shift, guides = _shift(held, ground, spot, how)
    seats, pods, segments, sources = (held.of(kind) for kind in (Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE))
    edits: list[ChartEdit] = []
    if seats:
        edits.append(MoveSeats(held.seats, places=held.places(Kind.SEAT, shift)))
    if pods:
        edits.append(MovePods(tuple(PodId(name) for name in pods), places=held.places(Kind.POD, shift)))
    if segments:
        names = tuple(SegmentId(name) for name in segments)
        edits.append(MoveSegments(names, places=held.places(Kind.SEGMENT, shift)))
    if sources:
        edits.append(PlaceSources(sources, held.places(Kind.SOURCE, shift)))
    slot = held.home[held.grabbed].moved(shift.x, shift.y)
    edit = edits[0] if len(edits) == 1 else Together(_("Move"), tuple(edits))
    return Landing(_("Place it here") if len(held.home) == 1 else _("Place them here"), edit, slot=slot, guides=guides)


def _shift(held: Held, ground: Ground, spot: Point, how: How) -> tuple[Point, tuple[Guide, ...]]:
    """How far everything goes: to a guide, else to the grid; with Alt exactly as far as the hand."""
    rect = held.home[held.grabbed]
    way = Point(spot.x - held.grab.x, spot.y - held.grab.y)
    if how.with_alt:
        return Point(float(round(way.x)), float(round(way.y))), ()
    gridded = held.shift(spot)
    if held.grabbed.kind not in {Kind.POD, Kind.SEGMENT}:
        return gridded, ()
    found = aligned(rect.moved(*way), _others(held, ground, rect.moved(*way)), REACH / how.zoom)
    dx = gridded.x if found.dx is None else way.x + found.dx
    dy = gridded.y if found.dy is None else way.y + found.dy
    return Point(dx, dy), found.guides


def _others(held: Held, ground: Ground, rect: Rect) -> list[Rect]:
    """The outermost frames around a place, without what is held."""
    chart, frames = ground.chart, ground.layout.frames
    room = rect.grown(NEIGHBOURHOOD)
    near = ground.near(room) if ground.near is not None else frames
    free = (key for key in near if key in frames and key not in held.home and _frame_around(chart, key) is None)
    return [frames[key] for key in sorted(free)]
