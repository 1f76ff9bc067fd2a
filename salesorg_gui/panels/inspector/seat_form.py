"""The form for one seat, or for what several seats have in common."""

from dataclasses import replace

from PySide6.QtCore import Signal

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Option, Segmented
from salesorg_gui.panels.fields import FieldRow, TextArea
from salesorg_gui.panels.inspector.accounts import Accounts
from salesorg_gui.panels.inspector.activities import Activities
from salesorg_gui.panels.inspector.branch import Branch
from salesorg_gui.panels.inspector.documents import Documents
from salesorg_gui.panels.inspector.experience import Experience
from salesorg_gui.panels.inspector.form import Form, Lines, Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.handoff_lists import HandoffList
from salesorg_gui.panels.inspector.hire_section import HireSection
from salesorg_gui.panels.inspector.measures import Measures
from salesorg_gui.panels.inspector.people import People
from salesorg_gui.panels.inspector.relations import Relations, common
from salesorg_gui.panels.inspector.seat_lines import first_lines, place_lines, title_line
from salesorg_gui.panels.inspector.stages import Stages
from salesorg_gui.panels.inspector.texts import Texts
from salesorg_gui.panels.naming import status_title


class SeatForm(Form):
    """Everything of a seat. ``document_wanted`` carries what to print of it, ``hire_wanted`` a part of its hire."""

    document_wanted = Signal(str)
    hire_wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._lines = Lines[Seat](ground, self.seats, self.hint.emit)
        self._people = People(ground)
        self._relations = Relations(ground, self.seats)
        self._branch = Branch(ground, self.seats)
        options = [Option(status.value, status_title(status)) for status in Status]
        self._status = Segmented(ground.look, options, "inspector_status", _("Status"))
        self._fields()
        self._hire = HireSection(ground)
        self._experience = Experience(ground)
        self._stages = Stages(ground)
        self._activities = Activities(ground)
        self._accounts = Accounts(ground)
        self._receives = HandoffList(ground, _("Receives"), "inspector_receives", "log-in")
        self._gives = HandoffList(ground, _("Hands over"), "inspector_hands_over", "log-out")
        self._measures = Measures(ground)
        self._texts = Texts(ground)
        for section in self._alone():
            self.column.addWidget(section)
        self.column.addWidget(self._more())
        self._documents = Documents(ground)
        self.column.addWidget(self._documents)
        self._connect()

    def seats(self) -> tuple[Seat, ...]:
        """The seats on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, Seat))

    def _fields(self) -> None:
        section = Section(object_name="inspector_seat_fields")
        section.rows.addWidget(self._people)
        section.rows.addWidget(self._relations)
        for line in first_lines():
            section.rows.addWidget(self._lines.row(line, "inspector"))
        section.rows.addWidget(FieldRow(_("Status"), self._status))
        section.rows.addWidget(self._branch)
        self.column.addWidget(section)

    def _more(self) -> Section:
        section = Section(_("More"), "inspector_more")
        for line in (title_line(self._usual_title), *place_lines()):
            section.rows.addWidget(self._lines.row(line, "inspector"))
        self._note = TextArea("inspector_note", _("Note"), _("Nothing yet"))
        section.rows.addWidget(FieldRow(_("Note"), self._note, is_wide=True))
        return section

    def _usual_title(self) -> str:
        seats = self.seats()
        return self.ground.catalogue.role(seats[0].role).title if seats else ""

    def _alone(self) -> tuple[Section, ...]:
        """Sections that make sense for one seat only."""
        return (
            *(self._hire, self._experience, self._stages, self._activities, self._receives, self._gives),
            *(self._measures, self._accounts, self._texts),
        )

    def _connect(self) -> None:
        self.fills(self._lines.fill)
        self.fills(self._fill)
        self._people.hint.connect(self.hint)
        self._status.chosen.connect(self._choose_status)
        self._note.committed.connect(self._commit_note)
        self._documents.wanted.connect(self.document_wanted)
        self._hire.wanted.connect(self.hire_wanted)
        for section in (self._receives, self._gives):
            section.picked.connect(lambda name: self.ground.session.selection.select([Key(Kind.HANDOFF, name)]))

    def _fill(self, is_same: bool) -> None:
        seats = self.seats()
        if not seats:
            return
        self._relations.fill(seats)
        self._branch.fill(seats)
        self._status.show_value(common([seat.status.value for seat in seats]) or "")
        self._note.show_value(common([seat.note for seat in seats]) or "", keep_typing=is_same)
        is_one = len(seats) == 1
        self._people.setVisible(is_one)
        for section in self._alone():
            section.setVisible(is_one)
        self._documents.show_checklist(is_wanted=any(seat.status is not Status.FILLED for seat in seats))
        if is_one:
            self._fill_one(seats[0], is_same=is_same)

    def _fill_one(self, seat: Seat, *, is_same: bool) -> None:
        self._people.show_seat(seat, is_same=is_same)
        told = (self._experience, self._stages, self._activities, self._measures, self._accounts, self._texts)
        for part in (self._hire, *told):
            part.show_seat(seat, is_same=is_same)
        self._receives.show_received(seat.id)
        self._gives.show_given(seat.id)

    def _choose_status(self, value: str) -> None:
        revised = tuple(replace(seat, status=Status(value)) for seat in self.seats())
        self.ground.attempt(Revise(revised, _("Change status")))

    def _commit_note(self, text: str) -> None:
        revised = tuple(replace(seat, note=text) for seat in self.seats())
        self.ground.attempt(Revise(revised, _("Change note")))
