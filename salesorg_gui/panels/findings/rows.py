"""The rows of the panel as Qt's views see them; words for a row are looked up only when somebody sees or hears it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.findings.grouping import Mark, Row
from salesorg_gui.panels.findings.words import severity_title
from salesorg_gui.rules.finding import Finding

type Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()


class Rows(QAbstractListModel):
    """Headings, rules and findings, one below the other."""

    def __init__(self, where: Callable[[Finding], str]) -> None:
        super().__init__()
        self.where = where
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these; whether they differ from those before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def place_of(self, finding: Finding) -> int:
        """The place of the row of a finding, however it reads by now; -1 when there is none."""
        rule, subjects = Mark.of(finding)
        alike = (
            place
            for place, row in enumerate(self._rows)
            if row.finding is not None and row.finding.rule == rule and row.finding.subjects == subjects
        )
        return next(alike, -1)

    def row_of(self, finding: Finding) -> Row | None:
        """The row of a finding, however it reads by now."""
        place = self.place_of(finding)
        return self._rows[place] if place >= 0 else None

    def place_of_id(self, id: str) -> int:
        """The place of a heading or rule; -1 when there is none."""
        alike = (place for place, row in enumerate(self._rows) if row.id == id and row.finding is None)
        return next(alike, -1)

    def row(self, index: Index) -> Row | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self._spoken(row)

    def _spoken(self, row: Row) -> str:
        if row.finding is None:
            state = _("unfolded") if row.is_open else _("folded")
            count = ngettext("{count} finding", "{count} findings", row.number).format(count=row.number)
            return f"{row.text}, {count}, {state}"
        finding = row.finding
        reason = _("Accepted: {reason}").format(reason=finding.accepted) if finding.accepted else ""
        said = (f"{severity_title(finding.severity)}.", finding.message, self.where(finding), reason or finding.fix)
        return " ".join(filter(None, said))
