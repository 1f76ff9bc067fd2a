"""What a seat or source receives and hands over; a click selects the handoff."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.header import IconLabel
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.naming import giver_name, object_title
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label, OneLine, name


class Entry(NamedTuple):
    """One handoff as a row shows it."""

    handoff: HandoffId
    icon: str
    what: str
    whom: str
    limit: str


class EntryButton(QPushButton):
    """A row of two lines that is pressed as a whole."""

    def __init__(self, entry: Entry, look: Look) -> None:
        super().__init__()
        self.setProperty("rank", "tall-row")
        name(self, f"inspector_handoff_{entry.handoff}", f"{entry.what}, {entry.whom}, {entry.limit}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        icon = IconLabel(look, entry.icon)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(OneLine(entry.what, "label"))
        texts.addWidget(OneLine(entry.whom, "small", "2"))
        texts.addStretch()
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(Label(entry.limit, "small", "2"), 0, Qt.AlignmentFlag.AlignTop)
        for child in self.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class HandoffList(Section):
    """A heading, a count and the rows."""

    picked = Signal(str)

    def __init__(self, ground: Ground, title: str, object_name: str, icon: str) -> None:
        super().__init__(title, object_name)
        self._ground, self._icon = ground, icon
        self._shown: tuple[Entry, ...] | None = None
        self.rows.setContentsMargins(0, 12, 0, 8)
        head = self.rows.itemAt(0)
        if head is not None and (line := head.layout()) is not None:
            line.setContentsMargins(16, 0, 16, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)

    def show_received(self, seat: SeatId) -> None:
        """What comes to a seat."""
        chart, catalogue = self._ground.chart, self._ground.catalogue
        words = _("from {giver}")
        self._show(
            [
                self._entry(handoff, words.format(giver=giver_name(chart, handoff.source, catalogue)))
                for handoff in chart.handoffs_to.get(seat, ())
            ]
        )

    def show_given(self, giver: SeatId | SourceId) -> None:
        """What goes out from a seat or source."""
        chart, catalogue = self._ground.chart, self._ground.catalogue
        self._show(
            [
                self._entry(handoff, self._to(handoff).format(taker=giver_name(chart, handoff.target, catalogue)))
                for handoff in chart.handoffs_from.get(giver, ())
            ]
        )

    def _to(self, handoff: Handoff) -> str:
        return _("back to {taker}") if handoff.is_return else _("to {taker}")

    def _entry(self, handoff: Handoff, whom: str) -> Entry:
        limit = "" if handoff.limit_hours is None else _("{hours} h").format(hours=shown(handoff.limit_hours))
        icon = "undo-2" if handoff.is_return else self._icon
        return Entry(handoff.id, icon, object_title(handoff, self._ground.catalogue), whom, limit)

    def _show(self, entries: Sequence[Entry]) -> None:
        ordered = tuple(sorted(entries, key=lambda entry: (entry.icon == "undo-2", entry.what, entry.whom)))
        self.setVisible(bool(ordered))
        if ordered == self._shown:
            return
        self._shown = ordered
        self.show_aside(str(len(ordered)))
        clear(self._list)
        for entry in ordered:
            button = EntryButton(entry, self._ground.look)
            button.clicked.connect(lambda _on=False, handoff=entry.handoff: self.picked.emit(handoff))
            self._list.addWidget(button)
