"""Who sits on a seat: a field a name, one more to add somebody."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.records import Person, Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.inspector.ground import Ground


def with_name(seat: Seat, place: int, name: str) -> Seat:
    """The seat with somebody else's name at that place; an empty name takes the person away.

    Somebody who is named on an open seat fills it.
    """
    people = list(seat.people)
    if place < len(people) and name:
        people[place] = replace(people[place], name=name)
    elif place < len(people):
        del people[place]
    elif name:
        people.append(Person(name))
    status = Status.FILLED if people and seat.status is Status.OPEN else seat.status
    return replace(seat, people=tuple(people), status=status)


class People(QWidget):
    """The names of one seat's people."""

    hint = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._seat: Seat | None = None
        self._fields: list[TextField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add = TextButton(ground.look, _("Add a person"), "inspector_add_person", "link", "plus")
        self._add.clicked.connect(self._open_one_more)

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show the names; rows are made anew only when their number differs."""
        wanted = max(1, len(seat.people))
        is_same = is_same and self._seat is not None
        self._seat = seat
        if not is_same or len(self._fields) != wanted:
            self._build(wanted)
        for number, field in enumerate(self._fields):
            name = seat.people[number].name if number < len(seat.people) else ""
            field.show_value(name, keep_typing=is_same)
        self._add.setVisible(bool(seat.people))

    def _build(self, rows: int) -> None:
        self._column.removeWidget(self._add)
        clear(self._column)
        self._fields = []
        for number in range(rows):
            self._column.addWidget(self._row(number))
        self._column.addWidget(self._add)

    def _row(self, number: int) -> QWidget:
        label = _("Person") if number == 0 else ""
        spoken = _("Person {number}").format(number=number + 1)
        field = TextField(
            f"inspector_person_{number}", spoken, _("Name of the person. Enter keeps it."), _("Nobody yet")
        )
        field.entered.connect(self.hint)
        field.committed.connect(lambda text: self._commit(number, text))
        self._fields.append(field)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(FieldRow(label, field), 1)
        if self._seat is not None and number < len(self._seat.people):
            remove = IconButton(
                self._ground.look, "x", f"inspector_remove_person_{number}", _("Remove this person"), "text_3", 14
            )
            remove.clicked.connect(lambda: self._commit(number, ""))
            row.addWidget(remove)
        return line

    def _open_one_more(self) -> None:
        """A further empty field; it lasts until it is filled or left empty."""
        if self._seat is None or len(self._fields) > len(self._seat.people):
            return
        self._column.insertWidget(len(self._fields), self._row(len(self._fields)))
        self._fields[-1].setFocus()

    def _commit(self, number: int, name: str) -> None:
        if self._seat is not None:
            self._ground.attempt(Revise((with_name(self._seat, number, name),), _("Change people")))
