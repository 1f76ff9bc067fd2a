"""Where something new from the palette would go: a role, a frame, a lead source, a whole template."""

from dataclasses import dataclass, replace

from salesorg_gui.canvas.landings.beside import is_on_centre
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import NOWHERE, Landing, snapped
from salesorg_gui.canvas.landings.lanes import lane_at
from salesorg_gui.canvas.landings.new_on_cards import below, on_card, peer_manager, report_before, seat_added
from salesorg_gui.canvas.landings.pulls import GIVEN
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import new_id, renamed
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import DrawHandoff, ReportTo
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats, MoveSegments
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Place, Pod, Record, Seat, Segment, Source, Status
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, SOURCE_HEIGHT, SOURCE_WIDTH

ROLE, TEMPLATE, SOURCE, FRAME = "role", "template", "source", "frame"
KINDS = (ROLE, TEMPLATE, SOURCE, FRAME)
GRAB = Point(24.0, 24.0)
"""Where the hand holds a new card, from its corner."""


@dataclass(frozen=True)
class Offer:
    """Something new in the hand, under the names it will have. ``pod``, ``line`` and ``handoff`` may be needed too."""

    kind: str
    value: str
    name: str
    pod: PodId
    line: LineId
    handoff: HandoffId
    records: tuple[Record, ...] = ()
    """What a template plants."""


def offer_of(kind: str, value: str, chart: Chart, catalogue: Catalogue) -> Offer:
    """What the palette hands out, with fresh names for this chart."""
    own = {ROLE: Kind.SEAT, SOURCE: Kind.SOURCE, TEMPLATE: Kind.SEGMENT}.get(kind, Kind.POD)
    if (kind, value) == (FRAME, "segment"):
        own = Kind.SEGMENT
    return Offer(
        kind,
        value,
        new_id(chart, own),
        PodId(new_id(chart, Kind.POD)),
        LineId(new_id(chart, Kind.LINE)),
        HandoffId(new_id(chart, Kind.HANDOFF)),
        _planted(value, chart, catalogue) if kind == TEMPLATE else (),
    )


def _planted(template: str, chart: Chart, catalogue: Catalogue) -> tuple[Record, ...]:
    if template not in catalogue.templates:
        return ()
    planted = plan_from_template(template, catalogue).first_chart
    return renamed([record for kind in Kind for record in planted.records(kind).values()], chart)


def new_seat(offer: Offer) -> Seat:
    """The seat a role from the palette becomes: open."""
    return Seat(SeatId(offer.name), RoleId(offer.value), status=Status.OPEN)


def new_source(offer: Offer) -> Source:
    """The lead source a row of the palette becomes; its value is ``lane:channel``."""
    lane, _colon, channel = offer.value.partition(":")
    known = Lane.OUTBOUND if lane == Lane.OUTBOUND else Lane.INBOUND
    return Source(SourceId(offer.name), known, channel)


def landing_of_offer(offer: Offer, ground: Ground, spot: Point) -> Landing:
    """What letting go of something new here would do."""
    match offer.kind:
        case "role":
            return _role(offer, ground, spot)
        case "source":
            return _source(offer, ground, spot)
        case "frame":
            return _segment(offer, ground, spot) if offer.value == "segment" else _pod(offer, ground, spot)
        case "template":
            return _template(offer, ground)
        case _:
            return NOWHERE


def _place(spot: Point) -> Place:
    return Place(snapped(spot.x - GRAB.x), snapped(spot.y - GRAB.y))


def _role(offer: Offer, ground: Ground, spot: Point) -> Landing:
    seat, under = new_seat(offer), ground.card_at(spot, Kind.SEAT)
    key = (key_of(seat),)
    if ground.is_flow:
        return _role_in_lane(offer, ground, spot)
    pod = ground.pod_at(spot) if ground.is_board else None
    if pod is not None:
        is_centred = under is not None and is_on_centre(ground.layout.cards[under], spot)
        is_below = is_centred and under is not None and ground.chart.seats[SeatId(under.id)].pod == pod
        return below(seat, offer.line, ground, under) if is_below and under else _role_in_pod(offer, ground, spot, pod)
    if ground.is_board and ground.is_on_bench(spot):
        return Landing(_("Keep it on the bench, open"), seat_added(seat), on_bench=True, selects=key)
    if under is not None:
        return on_card(seat, offer.line, ground, spot, under)
    segment = ground.segment_at(spot) if ground.is_board else None
    if segment is not None:
        return _role_in_segment(offer, ground, spot, segment)
    if not ground.is_board:
        return Landing(_("Add an open seat"), seat_added(seat), selects=key)
    place = _place(spot)
    slot = Rect(place.x, place.y, CARD_WIDTH, CARD_HEIGHT)
    return Landing(_("Add an open seat here"), seat_added(replace(seat, place=place)), slot=slot, selects=key)


def _role_in_lane(offer: Offer, ground: Ground, spot: Point) -> Landing:
    """Into the pod of the lane under the hand, with the line to whoever leads it; else without a pod."""
    seat, lane = new_seat(offer), lane_at(ground, spot)
    key = (key_of(seat),)
    if isinstance(lane, Landing):
        return lane if lane.target is not None else Landing(_("Add an open seat"), seat_added(seat), selects=key)
    manager = usual_manager(ground.chart, lane.pod)
    edits: list[ChartEdit] = [MoveSeats((seat.id,), lane.pod, lane.before)]
    note = _("Add to {pod} as an open seat").format(pod=lane.title(ground))
    if manager is not None:
        edits.append(ReportTo((seat.id,), manager, (offer.line,)))
        names = {"pod": lane.title(ground), "manager": ground.person(manager)}
        note = _("Add to {pod} as an open seat, reports to {manager}").format_map(names)
    return Landing(note, seat_added(seat, edits), lane.target, selects=key)


def _role_in_pod(offer: Offer, ground: Ground, spot: Point, pod: PodId) -> Landing:
    """Between two seats, reporting as the card there does, else to whoever leads the pod; or as its lead."""
    seat, target = new_seat(offer), Key(Kind.POD, pod)
    title = words.pod_title(ground.chart.pods[pod])
    key = (key_of(seat),)
    if ground.is_on_lead_row(spot, pod):
        edit = seat_added(seat, (MoveSeats((seat.id,), pod), LeadPod(pod, seat.id)))
        note = _("Add to {pod} as its open lead").format(pod=title)
        return Landing(note, edit, target, slot=ground.lead_row(pod), selects=key)
    gap = ground.gap_in_pod(spot, pod)
    move = MoveSeats((seat.id,), pod, SeatId(gap.before) if gap.before is not None else None)
    beside = ground.card_at(spot, Kind.SEAT)
    manager = peer_manager(ground, beside, pod) or usual_manager(ground.chart, pod)
    note = _("Add to {pod} as an open seat").format(pod=title)
    edits: list[ChartEdit] = [move]
    if manager is not None:
        edits.append(ReportTo((seat.id,), manager, (offer.line,), report_before(ground.chart, manager, gap)))
        person = ground.person(manager)
        note = _("Add to {pod} as an open seat, reports to {manager}").format(pod=title, manager=person)
    edit = seat_added(seat, edits)
    if gap.before is None:
        return Landing(note, edit, target, slot=gap.slot, selects=key)
    return Landing(note, edit, target, caret=gap.caret, parted=gap.parted, selects=key)


def usual_manager(chart: Chart, pod: PodId) -> SeatId | None:
    """Whom a new member would report to: the pod's lead, else the one all members report to."""
    lead = chart.pods[pod].lead
    if lead is not None and lead in chart.seats:
        return lead
    managers = {chart.manager_of(seat.id) for seat in chart.members.get(pod, ())}
    return next(iter(managers)) if len(managers) == 1 else None


def _role_in_segment(offer: Offer, ground: Ground, spot: Point, segment: SegmentId) -> Landing:
    seat, gap = new_seat(offer), ground.gap_in_segment(spot, segment, Kind.POD)
    pod = Pod(offer.pod, _("New pod"), (segment,))
    before = PodId(gap.before) if gap.before is not None else None
    add = Add((pod, replace(seat, pod=pod.id)), _("Add seat"))
    edit = Together(add.label, (add, MovePods((pod.id,), segment, before)))
    note = _("Add an open seat in a new pod of {segment}").format(segment=ground.segment_title(segment))
    return Landing(note, edit, Key(Kind.SEGMENT, segment), caret=gap.caret, selects=(key_of(seat),))


def _source(offer: Offer, ground: Ground, spot: Point) -> Landing:
    """Onto free canvas; or onto a seat, which it then feeds."""
    source, under = new_source(offer), ground.card_at(spot, Kind.SEAT)
    key = (key_of(source),)
    title = words.source_title(source, ground.catalogue)
    if under is not None:
        handoff = Handoff(offer.handoff, source.id, SeatId(under.id))
        note = _("Add {source}, feeding {seat}").format(source=title, seat=ground.person(SeatId(under.id)))
        return Landing(note, _source_added(source, DrawHandoff(fed(handoff, source, ground))), under, selects=key)
    if ground.is_flow:
        return Landing(_("Add {source}").format(source=title), _source_added(source), selects=key)
    if not ground.is_board:
        return Landing(_("Drop it on the seat that takes its leads"))
    place = _place(spot)
    slot = Rect(place.x, place.y, SOURCE_WIDTH, SOURCE_HEIGHT)
    note = _("Add {source} here").format(source=title)
    return Landing(note, _source_added(replace(source, place=place)), slot=slot, selects=key)


def _source_added(source: Source, draw: DrawHandoff | None = None) -> ChartEdit:
    add = Add((source,), _("Add lead source"))
    return add if draw is None else Together(add.label, (add, draw))


def fed(handoff: Handoff, source: Source, ground: Ground) -> Handoff:
    """A handoff from a lead source with what such a source gives and the usual time for it."""
    known = ground.catalogue.objects.get(GIVEN[source.lane])
    if known is None:
        return handoff
    return replace(handoff, object=known.id, limit_hours=known.limit_hours)


def _pod(offer: Offer, ground: Ground, spot: Point) -> Landing:
    pod = Pod(PodId(offer.name), _("New pod"))
    key, label = (key_of(pod),), _("Add pod")
    if ground.is_flow:
        return Landing(_("Add a pod as a lane of its own"), Add((pod,), label), selects=key)
    if not ground.is_board:
        return Landing(_("Pods stand on the board"))
    segment = ground.segment_at(spot)
    if segment is None:
        place = _place(spot)
        add = Add((replace(pod, place=place),), label)
        slot = Rect(place.x, place.y, CARD_WIDTH + 32, CARD_HEIGHT + 64)
        return Landing(_("Add a pod here"), add, slot=slot, selects=key)
    gap = ground.gap_in_segment(spot, segment, Kind.POD)
    before = PodId(gap.before) if gap.before is not None else None
    adding = Add((replace(pod, segments=(segment,)),), label)
    edit = Together(label, (adding, MovePods((pod.id,), segment, before)))
    note = _("Add a pod to {segment}").format(segment=ground.segment_title(segment))
    return Landing(note, edit, Key(Kind.SEGMENT, segment), caret=gap.caret, selects=key)


def _segment(offer: Offer, ground: Ground, spot: Point) -> Landing:
    segment = Segment(SegmentId(offer.name), value=_("New segment"))
    key, label = (key_of(segment),), _("Add segment")
    if not ground.is_board:
        return Landing(_("Segments stand on the board"))
    parent = ground.segment_at(spot)
    if parent is None:
        place = _place(spot)
        slot = Rect(place.x, place.y, CARD_WIDTH + 64, CARD_HEIGHT + 124)
        return Landing(_("Add a segment here"), Add((replace(segment, place=place),), label), slot=slot, selects=key)
    edit = Together(label, (Add((segment,), label), MoveSegments((segment.id,), parent)))
    note = _("Nest in {segment}").format(segment=ground.segment_title(parent))
    return Landing(note, edit, Key(Kind.SEGMENT, parent), selects=key)


def _template(offer: Offer, ground: Ground) -> Landing:
    """All of a template at once; its own parts find their places by themselves."""
    if not offer.records:
        return NOWHERE
    keys = tuple(key_of(record) for record in offer.records if isinstance(record, Seat | Pod | Segment | Source))
    note = _("Add all of {template}").format(template=ground.catalogue.templates[offer.value].title)
    return Landing(note, Add(offer.records, _("Add template")), selects=keys)


def ghost_rect(offer: Offer) -> Rect:
    """How large the thing in the hand is drawn."""
    match offer.kind, offer.value:
        case "source", _:
            return Rect(0.0, 0.0, SOURCE_WIDTH, SOURCE_HEIGHT)
        case "frame", "segment":
            return Rect(0.0, 0.0, CARD_WIDTH + 64, CARD_HEIGHT + 124)
        case "frame", _:
            return Rect(0.0, 0.0, CARD_WIDTH + 32, CARD_HEIGHT + 64)
        case _:
            return Rect(0.0, 0.0, CARD_WIDTH, CARD_HEIGHT)
