"""Undo and redo, and what the clipboard does with parts of a chart."""

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QWidget

from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import key_of
from salesorg_gui.domain.copying import HERE, clipping, renamed
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Place, Record
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.naming import record_name
from salesorg_gui.storage.clipboard import RECORDS_MIME, records_from_json, records_to_json

SHIFT = Place(24, 24)
"""How far a copy stands from what it copies."""
DRAWN = frozenset({Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE})


class EditCommands(QObject):
    """Works on the selection of a session; what it adds is selected afterwards."""

    def __init__(self, window: QWidget, ground: Ground, clipboard: QClipboard) -> None:
        super().__init__(window)
        self._ground, self._session, self._clipboard = ground, ground.session, clipboard

    def undo(self) -> None:
        """Take the last step back."""
        self._session.undo()

    def redo(self) -> None:
        """Take it again."""
        self._session.redo()

    def copy(self) -> None:
        """Copy the selection, and for other programs its names."""
        records = clipping(self._session.chart, self._session.selection.keys)
        if not records:
            return
        carried = QMimeData()
        carried.setData(RECORDS_MIME, QByteArray(records_to_json(records).encode()))
        names = (self._named(record) for record in records if key_of(record).kind in DRAWN)
        carried.setText("\n".join(names))
        self._clipboard.setMimeData(carried)

    def cut(self) -> None:
        """Copy the selection and remove it."""
        self.copy()
        self._remove(_("Cut"))

    def paste(self) -> None:
        """Add what the clipboard holds, a little to the side of where it was."""
        held: QMimeData | None = self._clipboard.mimeData()  # nothing at all where nothing was ever copied
        if held is None or not held.hasFormat(RECORDS_MIME):
            return
        text = bytes(held.data(RECORDS_MIME).data()).decode(errors="replace")
        self._add(records_from_json(text), _("Paste"))

    def delete(self) -> None:
        """Remove the selection."""
        count = len(self._session.selection.keys)
        self._remove(ngettext("Remove {count} thing", "Remove {count} things", count).format(count=count))

    def select_all(self) -> None:
        """Select every seat, pod, segment and source."""
        chart = self._session.chart
        self._session.selection.select(Key(kind, id) for kind in DRAWN for id in chart.records(kind))

    def _remove(self, label: str) -> None:
        self._session.perform(Remove(tuple(sorted(self._session.selection.keys)), label))

    def _add(self, records: tuple[Record, ...], label: str) -> None:
        if not records:
            return
        before = self._session.chart
        added = renamed(records, before, SHIFT if any(_is_placed(record) for record in records) else HERE)
        if self._session.perform(Add(added, label)):
            plan = self._session.plan
            change = Change(before, self._session.chart, plan, plan)
            self._session.selection.select(change.added)

    def _named(self, record: Record) -> str:
        return record_name(record, self._session.chart, self._ground.catalogue)


def _is_placed(record: Record) -> bool:
    return getattr(record, "place", None) is not None
