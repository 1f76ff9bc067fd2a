"""How far the filling of an open or planned seat has come; rows lead to its checklist and its scorecards."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.edits.records import Add, Revise
from salesorg_gui.domain.hiring import hire_of
from salesorg_gui.domain.ids import HireId, Kind
from salesorg_gui.domain.records import Hire, HireStatus, Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.inspector.form import Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, Paragraph, name

CHECKLIST, SCORECARDS = "checklist", "scorecards"


def status_choices() -> tuple[Choice, ...]:
    """How far a hire can have come."""
    return (
        Choice(HireStatus.PLANNED, _("Planned")),
        Choice(HireStatus.ADVERTISED, _("Advertised")),
        Choice(HireStatus.INTERVIEWING, _("Interviewing")),
        Choice(HireStatus.OFFER, _("Offer made")),
        Choice(HireStatus.STARTED, _("Started")),
    )


class PartRow(QPushButton):
    """A row that leads to a part of the hire."""

    def __init__(self, look: Look, title: str, object_name: str) -> None:
        super().__init__()
        self.setProperty("rank", "row")
        name(self, object_name, title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._count = Label("", "small", "2")
        row.addWidget(OneLine(title), 1)
        row.addWidget(self._count)

    def show_count(self, text: str) -> None:
        """Write at the right."""
        self._count.setText(text)


class HireSection(Section):
    """``wanted`` carries the part somebody wants to see: checklist or scorecards."""

    wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Hire"), "inspector_hire")
        self._ground = ground
        self._seat: Seat | None = None
        look = ground.look
        self._nobody = Paragraph(_("Nobody fills this seat yet."), "small", "2")
        self._begin = TextButton(look, _("Plan the hire"), "inspector_begin_hire", icon="user-plus")
        self._status = Chooser(look, "inspector_hire_status", _("Stage"))
        self._start = TextField("inspector_hire_start", _("Starts on"), placeholder=_("Not set"))
        self._owner = TextField("inspector_hire_owner", _("Owner"), placeholder=_("Nobody yet"))
        self._start_row = FieldRow(_("Starts on"), self._start)
        self._lists = {
            CHECKLIST: PartRow(look, _("Checklist"), "inspector_hire_checklist"),
            SCORECARDS: PartRow(look, _("Scorecards"), "inspector_hire_scorecards"),
        }
        self._fields = (
            *(FieldRow(_("Stage"), self._status), self._start_row, FieldRow(_("Owner"), self._owner)),
            *self._lists.values(),
        )
        for widget in (self._nobody, self._begin, *self._fields):
            self.rows.addWidget(widget)
        self._connect()

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show how far the filling of a seat is; nothing for one that is filled and was not hired for."""
        self._seat = seat
        hire = hire_of(self._ground.chart, seat.id)
        self.setVisible(hire is not None or seat.status is not Status.FILLED)
        self._nobody.setVisible(hire is None)
        self._begin.setVisible(hire is None)
        for widget in self._fields:
            widget.setVisible(hire is not None)
        self.show_aside(hire.chosen if hire is not None else "")
        if hire is not None:
            self._show_hire(hire, is_same=is_same)

    def _show_hire(self, hire: Hire, *, is_same: bool) -> None:
        self._status.show_choices(status_choices(), hire.status)
        self._owner.show_value(hire.owner, keep_typing=is_same)
        self._start.show_value(hire.start, keep_typing=is_same)
        if not self._start.is_pending:
            self._start_row.refuse("")
        done = sum(bool(check.done) for check in hire.checklist)
        self._lists[CHECKLIST].show_count(_("{count} done").format(count=done) if done else _("Nothing done"))
        self._lists[SCORECARDS].show_count(str(len(hire.scorecards)) if hire.scorecards else _("None"))

    def _connect(self) -> None:
        self._begin.clicked.connect(self._plan)
        self._status.chosen.connect(lambda value: self._change(_("Change stage of the hire"), status=HireStatus(value)))
        self._owner.committed.connect(lambda text: self._change(_("Change owner of the hire"), owner=text))
        self._start.committed.connect(self._date)
        self._start.textEdited.connect(lambda _text: self._start_row.refuse(""))
        for part, row in self._lists.items():
            row.clicked.connect(lambda _on=False, part=part: self.wanted.emit(part))

    def _plan(self) -> None:
        if self._seat is not None:
            start = self._seat.start if is_date(self._seat.start) else ""
            hire = Hire(HireId(new_id(self._ground.chart, Kind.HIRE)), self._seat.id, start=start)
            self._ground.attempt(Add((hire,), _("Plan the hire")))

    def _date(self, text: str) -> None:
        if text and not is_date(text):
            self._start_row.refuse(_("Write a date as 2027-03-01."))
            return
        self._start_row.refuse(self._change(_("Change start of the hire"), start=text))

    def _change(self, label: str, **values: str) -> str:
        hire = hire_of(self._ground.chart, self._seat.id) if self._seat is not None else None
        if hire is None:
            return ""
        return self._ground.attempt(Revise((replace(hire, **values),), label))  # type: ignore[arg-type]
