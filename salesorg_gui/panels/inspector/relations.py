"""Where a seat belongs: its role, manager, advisers, pod and segments; for one seat or several at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.lines import DrawDotted, ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import Kind, LineId, PodId, RoleId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, Tick
from salesorg_gui.panels.inspector.choices import named_seat, pod_choices, role_choices, seat_choices, segment_choices
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.links import Links
from salesorg_gui.panels.naming import member_pod, pod_title, seat_choice, segment_title


def fresh_lines(chart: Chart, count: int) -> tuple[LineId, ...]:
    """Ids for new lines, all different."""
    names: set[str] = set()
    while len(names) < count:
        names.add(new_id(chart, Kind.LINE))
    return tuple(LineId(name) for name in sorted(names))


def common[T](values: Sequence[T]) -> T | None:
    """The value all share, ``None`` when they differ."""
    return values[0] if values and all(value == values[0] for value in values) else None


class Relations(QWidget):
    """Rows with choosers; ``seats`` says whom they are about."""

    def __init__(self, ground: Ground, seats: Callable[[], tuple[Seat, ...]]) -> None:
        super().__init__()
        self._ground, self._seats = ground, seats
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        look = ground.look
        self._role = Chooser(look, "inspector_role", _("Role"))
        self._manager = Chooser(look, "inspector_manager", _("Reports to"))
        self._pod = Chooser(look, "inspector_pod", _("Pod"))
        self._dotted = Links(
            look, _("Advised by"), "inspector_dotted", _("Remove the dotted line to {name}"), _("Add a dotted line")
        )
        self._also = Links(look, _("Also in"), "inspector_also_in", _("Leave {name}"), _("Add a pod"))
        self._segments = Links(look, _("Owns"), "inspector_owns", _("Give up {name}"), _("Add a segment"))
        self._shared = Tick(look, _("Shared by several pods"), "inspector_shared")
        self._reasons = {chooser: FieldRow(chooser.accessibleName(), chooser) for chooser in self._choosers()}
        for row in (*self._reasons.values(), self._also, self._dotted, self._segments, self._shared):
            column.addWidget(row)
        self._connect()

    def fill(self, seats: tuple[Seat, ...]) -> None:
        """Show where these seats belong."""
        chart, catalogue = self._ground.chart, self._ground.catalogue
        for row in self._reasons.values():
            row.refuse("")
        self._role.show_choices(
            role_choices(catalogue, (seat.role for seat in seats)), common([seat.role for seat in seats])
        )
        manager = common([chart.manager_of(seat.id) or "" for seat in seats])
        shown, ids = named_seat(chart, catalogue, manager, _("Nobody")), tuple(seat.id for seat in seats)
        self._manager.show_offer(shown, lambda: seat_choices(chart, catalogue, _("Nobody"), ids))
        self._pod.show_choices(pod_choices(chart, _("None")), common([member_pod(chart, seat.pod) for seat in seats]))
        self._shared.setChecked(all(seat.shared for seat in seats))
        self._dotted.setVisible(len(seats) == 1)
        self._segments.setVisible(len(seats) == 1 and bool(chart.segments))
        self._also.setVisible(len(seats) == 1 and len(chart.pods) > 1)
        if len(seats) == 1:
            self._fill_links(seats[0])
            self._fill_pods(seats[0])

    def _fill_pods(self, seat: Seat) -> None:
        chart = self._ground.chart
        further = [Choice(pod, pod_title(chart.pods[pod])) for pod in seat.also_in if pod in chart.pods]
        taken = {seat.pod, *seat.also_in}
        offered = [choice for choice in pod_choices(chart, "") if choice.value not in taken]
        self._also.show_links(further, lambda: offered)

    def _fill_links(self, seat: Seat) -> None:
        chart, catalogue = self._ground.chart, self._ground.catalogue
        lines = chart.dotted_up.get(seat.id, ())
        advisers = [
            Choice(line.id, seat_choice(chart.seats[line.manager], catalogue))
            for line in lines
            if line.manager in chart.seats
        ]
        left_out = {seat.id, *(line.manager for line in lines)}
        self._dotted.show_links(advisers, lambda: seat_choices(chart, catalogue, "", left_out))
        owned = [segment for segment in chart.segments.values() if seat.id in segment.owners]
        named = [Choice(segment.id, segment_title(segment)) for segment in owned]
        left_out_too = {segment.id for segment in owned}
        self._segments.show_links(named, lambda: segment_choices(chart, "", left_out_too))

    def _choosers(self) -> tuple[Chooser, ...]:
        return (self._role, self._manager, self._pod)

    def _connect(self) -> None:
        self._role.chosen.connect(self._choose_role)
        self._manager.chosen.connect(self._choose_manager)
        self._pod.chosen.connect(self._choose_pod)
        self._shared.ticked.connect(self._share)
        self._also.picked.connect(lambda pod: self._join(pod, joins=True))
        self._also.dropped.connect(lambda pod: self._join(pod, joins=False))
        self._dotted.picked.connect(self._advise)
        self._dotted.dropped.connect(self._stop_advising)
        self._segments.picked.connect(lambda name: self._own(name, owns=True))
        self._segments.dropped.connect(lambda name: self._own(name, owns=False))

    def _choose_role(self, role: str) -> None:
        revised = tuple(replace(seat, role=RoleId(role)) for seat in self._seats())
        self._refusable(self._role, self._ground.attempt(Revise(revised, _("Change role"))))

    def _choose_manager(self, manager: str) -> None:
        seats = tuple(seat.id for seat in self._seats())
        lines = fresh_lines(self._ground.chart, len(seats))
        edit = ReportTo(seats, SeatId(manager) if manager else None, lines)
        self._refusable(self._manager, self._ground.attempt(edit))

    def _choose_pod(self, pod: str) -> None:
        seats = tuple(seat.id for seat in self._seats())
        self._refusable(self._pod, self._ground.attempt(MoveSeats(seats, PodId(pod) if pod else None)))

    def _refusable(self, chooser: Chooser, reason: str) -> None:
        """A refused choice goes back to what is, with the reason below it."""
        self.fill(self._seats())
        self._reasons[chooser].refuse(reason)

    def _share(self, shared: bool) -> None:
        revised = tuple(replace(seat, shared=shared) for seat in self._seats())
        self._ground.attempt(Revise(revised, _("Share seat") if shared else _("Stop sharing seat")))

    def _join(self, pod: str, *, joins: bool) -> None:
        seat = self._seats()[0]
        others = tuple(other for other in seat.also_in if other != pod)
        pods = (*others, PodId(pod)) if joins else others
        self._ground.attempt(Revise((replace(seat, also_in=pods),), _("Change pods")))

    def _advise(self, manager: str) -> None:
        line = fresh_lines(self._ground.chart, 1)[0]
        self._ground.attempt(DrawDotted(line, self._seats()[0].id, SeatId(manager)))

    def _stop_advising(self, line: str) -> None:
        found = self._ground.chart.lines.get(LineId(line))
        if found is not None:
            self._ground.attempt(Remove((key_of(found),), _("Remove dotted line")))

    def _own(self, name: str, *, owns: bool) -> None:
        seat = self._seats()[0].id
        segment = next((one for one in self._ground.chart.segments.values() if one.id == name), None)
        if segment is None:
            return
        others = tuple(owner for owner in segment.owners if owner != seat)
        revised = replace(segment, owners=(*others, seat) if owns else others)
        self._ground.attempt(Revise((revised,), _("Change owner")))
