"""How the panels name seats, pods, segments and sources in a line of text."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Hire, Line, Pod, Record, Seat, Segment, Source, Status
from salesorg_gui.i18n import _
from salesorg_gui.panels.numbers import shown


def seat_title(seat: Seat, catalogue: Catalogue) -> str:
    """What the seat is called: its own title, else its role's."""
    return seat.title or catalogue.role(seat.role).title


def seat_name(seat: Seat, catalogue: Catalogue) -> str:
    """Title and who sits there: ``Account Executive, Sara L.``."""
    title = seat_title(seat, catalogue)
    return f"{title}, {seat.holder}" if seat.holder else title


def seat_choice(seat: Seat, catalogue: Catalogue) -> str:
    """The person first, as one looks for a manager: ``Erik S. · Pod lead``."""
    title = seat_title(seat, catalogue)
    return f"{seat.holder} · {title}" if seat.holder else title


def pod_title(pod: Pod) -> str:
    """The pod's title, or that it has none."""
    return pod.title or _("Pod without a name")


def segment_title(segment: Segment) -> str:
    """The segment's name, or its interval."""
    if segment.value:
        return segment.value
    if segment.lowest is None and segment.below is None:
        return _("Segment without a name")
    return f"{shown(segment.lowest) or '0'}–{shown(segment.below) or '∞'}"


def source_title(source: Source, catalogue: Catalogue) -> str:
    """The source's own title, else its channel's, else its lane's."""
    channel = catalogue.channels.get(source.channel)
    return source.title or (channel.title if channel else "") or lane_title(source.lane)


def lane_title(lane: str) -> str:
    """Inbound or outbound."""
    return _("Inbound leads") if lane == "inbound" else _("Outbound prospects")


def giver_name(chart: Chart, giver: SeatId | SourceId, catalogue: Catalogue) -> str:
    """Who hands over: a seat or a source, or that it is gone."""
    if giver in chart.sources:
        return source_title(chart.sources[SourceId(giver)], catalogue)
    seat = chart.seats.get(SeatId(giver))
    return seat_name(seat, catalogue) if seat is not None else _("a seat that is gone")


def object_title(handoff: Handoff, catalogue: Catalogue) -> str:
    """What is handed over."""
    found = catalogue.objects.get(handoff.object) if handoff.object else None
    return found.short_title if found else str(handoff.object or _("Handoff"))


def place_of(chart: Chart, seat: Seat) -> str:
    """Where the seat stands: its pod, or free, or the bench."""
    if seat.pod is not None and seat.pod in chart.pods:
        return pod_title(chart.pods[seat.pod])
    return _("Bench") if seat.place is None else ""


def member_pod(chart: Chart, pod: PodId | None) -> str:
    """The id of an existing pod, else nothing."""
    return pod if pod is not None and pod in chart.pods else ""


def status_title(status: Status) -> str:
    """Filled, open or planned."""
    match status:
        case Status.FILLED:
            return _("Filled")
        case Status.OPEN:
            return _("Open")
        case Status.PLANNED:
            return _("Planned")


def record_name(record: Record, chart: Chart, catalogue: Catalogue) -> str:
    """How a sentence names any record."""
    match record:
        case Seat():
            return seat_name(record, catalogue)
        case Pod():
            return pod_title(record)
        case Segment():
            return segment_title(record)
        case Source():
            return source_title(record, catalogue)
        case Handoff():
            return object_title(record, catalogue)
        case Line():
            return giver_name(chart, record.report, catalogue)
        case Hire():
            return giver_name(chart, record.seat, catalogue)
