"""What a screen reader says of a card or frame."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _


def described(chart: Chart, key: Key, catalogue: Catalogue) -> str:
    """One sentence: what it is, who holds it, where it stands, whom it answers to."""
    if chart.record(key) is None:
        return ""
    match key.kind:
        case Kind.SEAT:
            return _seat(chart, chart.seats[SeatId(key.id)], catalogue)
        case Kind.POD:
            return _("Pod {title}").format(title=words.pod_title(chart.pods[PodId(key.id)]))
        case Kind.SEGMENT:
            return _("Segment {title}").format(title=words.segment_title(chart.segments[SegmentId(key.id)], catalogue))
        case Kind.SOURCE:
            title = words.source_title(chart.sources[SourceId(key.id)], catalogue)
            return _("Lead source {title}").format(title=title)
        case _:
            return ""


def _seat(chart: Chart, seat: Seat, catalogue: Catalogue) -> str:
    parts = [words.seat_title(seat, catalogue.role(seat.role)), words.seat_line(seat)]
    if seat.pod is not None and seat.pod in chart.pods:
        parts.append(_("in {pod}").format(pod=words.pod_title(chart.pods[seat.pod])))
    manager = chart.manager_of(seat.id)
    if manager is not None:
        name = words.person_or_title(chart.seats[manager], catalogue)
        parts.append(_("reports to {manager}").format(manager=name))
    return ", ".join(part for part in parts if part)
