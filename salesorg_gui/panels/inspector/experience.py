"""What is known of the people on a seat beside their names: how senior, what they know, whether they are new."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.records import Person, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField, Tick
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import OneLine

NOT_SAID = ""


def industries_of(text: str) -> tuple[str, ...]:
    """Industries as they are typed, with commas."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


class Experience(Section):
    """Rows for each person; with several, under the name of each."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Experience"), "inspector_experience")
        self._ground = ground
        self._seat: Seat | None = None
        self._parts: list[tuple[OneLine, Chooser, TextField, Tick]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.rows.addLayout(self._list)

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show what is known of one seat's people."""
        is_same = is_same and self._seat is not None
        self._seat = seat
        self.setVisible(bool(seat.people))
        if not is_same or len(self._parts) != len(seat.people):
            self._build(len(seat.people))
        ladder = [Choice(one.id, one.title) for one in self._ground.catalogue.seniorities.values()]
        for (name, rank, known, new), person in zip(self._parts, seat.people, strict=True):
            name.setText(person.name)
            name.setVisible(len(seat.people) > 1)
            rank.show_choices([Choice(NOT_SAID, _("As the role")), *ladder], person.seniority)
            known.show_value(", ".join(person.industries), keep_typing=is_same)
            new.setChecked(person.new_hire)

    def _build(self, count: int) -> None:
        clear(self._list)
        self._parts = []
        for number in range(count):
            self._list.addWidget(self._rows(number))

    def _rows(self, number: int) -> QWidget:
        look = self._ground.look
        name = OneLine("", "label")
        rank = Chooser(look, f"inspector_seniority_{number}", _("Seniority"))
        known = TextField(
            f"inspector_industries_{number}", _("Industries"), _("Industries, with commas."), _("Unknown")
        )
        new = Tick(look, _("New in the company"), f"inspector_new_hire_{number}")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in (name, FieldRow(_("Seniority"), rank), FieldRow(_("Industries"), known), new):
            column.addWidget(row)
        rank.chosen.connect(lambda value: self._change(number, _("Change seniority"), seniority=value))
        known.committed.connect(
            lambda text: self._change(number, _("Change industries"), industries=industries_of(text))
        )
        new.ticked.connect(lambda on: self._change(number, _("Change experience"), new_hire=on))
        self._parts.append((name, rank, known, new))
        return whole

    def _change(self, number: int, label: str, **values: str | bool | tuple[str, ...]) -> None:
        if self._seat is None or number >= len(self._seat.people):
            return
        people: list[Person] = list(self._seat.people)
        people[number] = replace(people[number], **values)  # type: ignore[arg-type]
        self._ground.attempt(Revise((replace(self._seat, people=tuple(people)),), label))
