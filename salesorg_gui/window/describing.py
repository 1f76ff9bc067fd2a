"""What the status line says about the selection."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, PodId, SeatId
from salesorg_gui.domain.records import Pod, Record, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.summary import counted
from salesorg_gui.panels.naming import pod_title, record_name, seat_name


def described(chart: Chart, catalogue: Catalogue, keys: frozenset[Key]) -> str:
    """``Account Executive, Sara L. · 2 in, 2 out. Drag to move, pull from its edge to draw.``."""
    records = [record for key in sorted(keys) if (record := chart.record(key)) is not None]
    match records:
        case []:
            return "" if chart.seats else _("No seats yet. Drag a role here, or press Tab.")
        case [record]:
            return _one(chart, catalogue, record)
        case _:
            return _("{things} selected. Drag to move, Del to remove.").format(things=counted(tuple(keys)))


def _one(chart: Chart, catalogue: Catalogue, record: Record) -> str:
    match record:
        case Seat():
            came, went = (len(side.get(record.id, ())) for side in (chart.handoffs_to, chart.handoffs_from))
            sentence = _("{seat} · {received} in, {given} out. Drag to move, pull from its edge to draw a line.")
            return sentence.format(seat=seat_name(record, catalogue), received=came, given=went)
        case Pod():
            return _pod(chart, catalogue, record)
        case _:
            return record_name(record, chart, catalogue)


def _pod(chart: Chart, catalogue: Catalogue, pod: Pod) -> str:
    seats = chart.members.get(PodId(pod.id), ())
    lead = chart.seats.get(SeatId(pod.lead)) if pod.lead else None
    if lead is None:
        return _("{pod} · {count} seats. Nobody leads it.").format(pod=pod_title(pod), count=len(seats))
    sentence = _("{pod} · {count} seats, led by {lead}.")
    return sentence.format(pod=pod_title(pod), count=len(seats), lead=seat_name(lead, catalogue))
