"""What forms are made of: sections with a heading, and lines of text bound to records."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key
from salesorg_gui.domain.records import Record
from salesorg_gui.panels.chooser import Chooser
from salesorg_gui.panels.fields import FieldRow, TextArea, TextField
from salesorg_gui.panels.inspector.binding import Line
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label


class Section(QFrame):
    """A part of the panel under a small heading, with a count or word at the right."""

    def __init__(self, title: str = "", object_name: str = "") -> None:
        super().__init__()
        self.setProperty("look", "section")
        if object_name:
            self.setObjectName(object_name)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.rows.setSpacing(4)
        self._title = Label(title, "section", "1")
        self._aside = Label("", "tiny", "3")
        if title:
            head = QHBoxLayout()
            head.setContentsMargins(0, 0, 0, 4)
            head.addWidget(self._title)
            head.addStretch()
            head.addWidget(self._aside)
            self.rows.addLayout(head)

    def show_aside(self, text: str) -> None:
        """Write at the right of the heading."""
        self._aside.setText(text)


class Form(QWidget):
    """Shows one kind of selection; ``hint`` is for the status line.

    Its parts are filled by functions it was given, each told whether the records are the same as before, so that
    typing can go on.
    """

    hint = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self.keys: tuple[Key, ...] = ()
        self._is_known = False
        self._fillers: list[Callable[[bool], None]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def fills(self, filler: Callable[[bool], None]) -> None:
        """Call this whenever there is something else to show."""
        self._fillers.append(filler)

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """Show these records."""
        is_same = self._is_known and keys == self.keys
        self.keys, self._is_known = keys, True
        for fill in self._fillers:
            fill(is_same)

    def forget(self) -> None:
        """Go on with nothing that is typed here: the same keys may soon mean other records."""
        self._is_known = False

    def commit(self) -> None:
        """Hand over what is typed and not yet taken over."""
        for field in self.findChildren(QWidget):
            match field:
                case TextField() | TextArea() if field.isVisible() and field.is_pending:
                    field.commit()
                case Chooser() if field.typed.hasFocus():
                    field.commit()

    def records(self) -> tuple[Record, ...]:
        """What is shown, as it is now."""
        found = (self.ground.chart.record(key) for key in self.keys)
        return tuple(record for record in found if record is not None)


class Lines[R: Record]:
    """Rows of text fields, each an edit of the records a form shows.

    Not a widget: it makes rows for a section and follows the form's records.
    """

    def __init__(self, ground: Ground, records: Callable[[], tuple[R, ...]], hint: Callable[[str], None]) -> None:
        self._ground, self._records, self._hint = ground, records, hint
        self._rows: dict[str, tuple[Line[R], TextField, FieldRow]] = {}

    def row(self, line: Line[R], prefix: str) -> FieldRow:
        """A row for one line."""
        field = TextField(f"{prefix}_{line.id}", line.label, line.hint, line.placeholder)
        row = FieldRow(line.label, field)
        self._rows[line.id] = (line, field, row)
        field.entered.connect(self._hint)
        field.committed.connect(lambda text, name=line.id: self._commit(name, text))
        field.textEdited.connect(lambda _text, row=row: row.refuse(""))
        return row

    def fill(self, is_same: bool) -> None:
        """Show the records in every row."""
        records = self._records()
        for line, field, row in self._rows.values():
            text = line.common(records)
            field.show_value(text or "", is_mixed=text is None, keep_typing=is_same)
            if not field.is_pending:
                row.refuse("")

    def _commit(self, name: str, text: str) -> None:
        line, field, row = self._rows[name]
        records = line.written(self._records(), text)
        if records is None:
            row.refuse(line.hint)
            self._ground.session.refused.emit(line.hint)
            return
        reason = self._ground.attempt(Revise(records, line.edit))
        row.refuse(reason)
        if not reason and field.is_pending:
            common = line.common(self._records())
            field.show_value(common or "", is_mixed=common is None)


def clear(layout: QLayout) -> None:
    """Empty a layout; its widgets go when Qt is at rest, for one of them may have started this."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def widgets(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout in order."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None and (widget := item.widget()) is not None:
            yield widget


def plain_row(left: QWidget, *right: QWidget) -> QWidget:
    """A line of widgets; the left one takes what room there is."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(left, 1)
    for widget in right:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return line
