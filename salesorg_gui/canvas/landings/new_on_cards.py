"""What a new seat becomes on a card: on its centre a report in the card's pod, on its side a peer that stands there."""

from collections.abc import Iterable

from salesorg_gui.canvas.landings.beside import Beside, beside
from salesorg_gui.canvas.landings.ground import Gap, Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, LineId, PodId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point


def seat_added(seat: Seat, edits: Iterable[ChartEdit] = ()) -> ChartEdit:
    """A new seat, and what goes with it, as one step."""
    add = Add((seat,), _("Add seat"))
    more = tuple(edits)
    return Together(add.label, (add, *more)) if more else add


def on_card(seat: Seat, line: LineId, ground: Ground, spot: Point, under: Key) -> Landing:
    """On that spot of a card: the same as for a card that is carried there."""
    place = beside(ground, under, spot)
    return below(seat, line, ground, under) if place is None else _as_peer(seat, line, ground, place)


def below(seat: Seat, line: LineId, ground: Ground, under: Key) -> Landing:
    """A report of that card, right behind it in its pod."""
    chart, manager = ground.chart, SeatId(under.id)
    note = _("Add an open seat that reports to {manager}").format(manager=ground.person(manager))
    edits: list[ChartEdit] = [ReportTo((seat.id,), manager, (line,))]
    pod = _pod_of(chart, manager)
    if pod is not None:
        edits.append(MoveSeats((seat.id,), pod, _member_behind(chart, pod, manager)))
        note = _in_pod(note, chart, pod)
    return Landing(note, seat_added(seat, edits), under, selects=(key_of(seat),))


def _as_peer(seat: Seat, line: LineId, ground: Ground, place: Beside) -> Landing:
    """Next to that card, under its manager and in its pod; beside the lead of a pod stands no member of it."""
    chart, neighbour = ground.chart, place.neighbour
    note = _("Add an open seat that reports to {manager}").format(manager=ground.person(place.manager))
    edits: list[ChartEdit] = [ReportTo((seat.id,), place.manager, (line,), place.before)]
    pod = _pod_of(chart, neighbour)
    if pod is not None and chart.pods[pod].lead != neighbour:
        edits.append(MoveSeats((seat.id,), pod, _member_behind(chart, pod, neighbour) if place.is_after else neighbour))
        note = _in_pod(note, chart, pod)
    edit = seat_added(seat, edits)
    return Landing(note + place.says(ground), edit, caret=place.caret, parted=place.parted, selects=(key_of(seat),))


def peer_manager(ground: Ground, under: Key | None, pod: PodId) -> SeatId | None:
    """Whom a new seat beside that member of a pod would report to; ``None`` when that card does not tell."""
    if under is None or ground.chart.pods[pod].lead == under.id:
        return None
    return ground.chart.manager_of(SeatId(under.id))


def report_before(chart: Chart, manager: SeatId, gap: Gap) -> SeatId | None:
    """The report of a manager that comes right behind a gap between members, if the next member is one."""
    after = SeatId(gap.before) if gap.before is not None else None
    return after if after is not None and chart.manager_of(after) == manager else None


def _pod_of(chart: Chart, seat: SeatId) -> PodId | None:
    pod = chart.seats[seat].pod
    return pod if pod in chart.pods else None


def _member_behind(chart: Chart, pod: PodId, seat: SeatId) -> SeatId | None:
    names = [member.id for member in chart.members[pod]]
    at = names.index(seat) + 1
    return names[at] if at < len(names) else None


def _in_pod(note: str, chart: Chart, pod: PodId) -> str:
    return _("{note}, in {place}").format(note=note, place=words.pod_title(chart.pods[pod]))
