"""Adding from the palette without a drag: where the selection is, else where the board finds room."""

from salesorg_gui.canvas.landings.additions import Offer, new_seat, new_source, offer_of, usual_manager
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import renamed
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Pod, Record, Seat, Segment, Source
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.palette_entries import Entry, EntryKind
from salesorg_gui.window.surface import Surface

type Keys = frozenset[Key]


def add(entry: Entry, ground: Ground, surface: Surface) -> None:
    """Add what the palette offers where the selection is, and show it."""
    selection = ground.session.selection
    edit, keys = added(entry, ground.chart, ground.catalogue, selection.keys)
    if ground.session.perform(edit):
        selection.select(keys)
        surface.canvas.reveal(keys)


def added(entry: Entry, chart: Chart, catalogue: Catalogue, selected: Keys) -> tuple[ChartEdit, tuple[Key, ...]]:
    """The edit that adds what the palette offers, and what is selected afterwards."""
    offer = offer_of(entry.kind, entry.value, chart, catalogue)
    match entry.kind:
        case EntryKind.ROLE:
            seat = new_seat(offer)
            return _seat(seat, offer, chart, selected_pod(chart, selected)), (key_of(seat),)
        case EntryKind.TEMPLATE:
            return _template(entry.value, chart, catalogue)
        case EntryKind.SOURCE:
            return _one(new_source(offer), _("Add lead source"))
        case _:
            return _frame(entry.value, offer.name, selected_segment(chart, selected))


def selected_pod(chart: Chart, selected: Keys) -> PodId | None:
    """The pod that is selected, or that all selected seats stand in."""
    pods: set[str | None] = {key.id for key in selected if key.kind is Kind.POD}
    pods |= {chart.seats[SeatId(key.id)].pod for key in selected if key.kind is Kind.SEAT and key.id in chart.seats}
    only = pods.pop() if len(pods) == 1 else None
    return PodId(only) if only is not None and only in chart.pods else None


def selected_segment(chart: Chart, selected: Keys) -> SegmentId | None:
    """The one segment that is selected."""
    names = [key.id for key in selected if key.kind is Kind.SEGMENT and key.id in chart.segments]
    return SegmentId(names[0]) if len(names) == 1 else None


def _one(record: Source | Pod | Segment, label: str) -> tuple[ChartEdit, tuple[Key, ...]]:
    return Add((record,), label), (key_of(record),)


def _seat(seat: Seat, offer: Offer, chart: Chart, pod: PodId | None) -> ChartEdit:
    """Last in the pod, reporting to whoever the others report to; without a pod on the bench."""
    label = _("Add seat")
    add = Add((seat,), label)
    if pod is None:
        return add
    edits: list[ChartEdit] = [add, MoveSeats((seat.id,), pod)]
    manager = usual_manager(chart, pod)
    if manager is not None:
        edits.append(ReportTo((seat.id,), manager, (offer.line,)))
    return Together(label, tuple(edits))


def _frame(value: str, name: str, segment: SegmentId | None) -> tuple[ChartEdit, tuple[Key, ...]]:
    if value == "segment":
        return _one(Segment(SegmentId(name), value=_("New segment"), parent=segment), _("Add segment"))
    frames = (segment,) if segment is not None else ()
    return _one(Pod(PodId(name), _("New pod"), frames), _("Add pod"))


def _template(name: str, chart: Chart, catalogue: Catalogue) -> tuple[ChartEdit, tuple[Key, ...]]:
    planted = plan_from_template(name, catalogue).first_chart
    originals: list[Record] = [record for kind in Kind for record in planted.records(kind).values()]
    records = renamed(originals, chart)
    keys = tuple(key_of(record) for record in records if isinstance(record, Seat | Pod | Segment | Source))
    return Add(records, _("Add template")), keys
