"""A list of records; a click selects the one."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, name


class Pick(NamedTuple):
    """One record: what it is called, and what stands at the right."""

    value: str
    text: str
    aside: str = ""


class Picks(Section):
    """A heading, a count and the rows."""

    picked = Signal(str)

    def __init__(self, look: Look, title: str, object_name: str) -> None:
        super().__init__(title, object_name)
        self._look = look
        self._shown: tuple[Pick, ...] | None = None
        self.rows.setContentsMargins(0, 12, 0, 8)
        head = self.rows.itemAt(0)
        if head is not None and (line := head.layout()) is not None:
            line.setContentsMargins(16, 0, 16, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these; nothing at all when there are none."""
        self.setVisible(bool(picks))
        if self._shown == tuple(picks):
            return
        self._shown = tuple(picks)
        self.show_aside(str(len(picks)))
        clear(self._list)
        for pick in picks:
            self._list.addWidget(self._row(pick))

    def _row(self, pick: Pick) -> QPushButton:
        button = QPushButton()
        button.setProperty("rank", "row")
        name(button, f"{self.objectName()}_{pick.value}", f"{pick.text} {pick.aside}".strip())
        row = QHBoxLayout(button)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(OneLine(pick.text), 1)
        row.addWidget(Label(pick.aside, "small", "2"))
        for child in button.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.clicked.connect(lambda: self.picked.emit(pick.value))
        return button
