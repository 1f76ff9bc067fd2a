"""A list of things a record names, each with a cross to let it go, and a chooser to name one more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import keep_narrow
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine


class Links(QWidget):
    """Names on the left of crosses; ``dropped`` and ``picked`` carry the value behind a name."""

    picked = Signal(str)
    dropped = Signal(str)

    def __init__(self, look: Look, label: str, object_name: str, drop: str, pick: str) -> None:
        super().__init__()
        self._look, self._drop = look, drop
        self._shown: tuple[Choice, ...] | None = None
        self.setObjectName(object_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        title = Label(label, "small", "2")
        keep_narrow(title)
        Height(title, look, 28)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addWidget(title)
        row.setAlignment(title, row.alignment())
        row.addLayout(column, 1)
        self._named = QVBoxLayout()
        self._named.setSpacing(0)
        column.addLayout(self._named)
        self._chooser = Chooser(look, f"{object_name}_add", pick, pick)
        self._chooser.chosen.connect(self._pick)
        column.addWidget(self._chooser)
        column.addStretch()

    def show_links(self, links: Sequence[Choice], others: Callable[[], Sequence[Choice]]) -> None:
        """Show what is named; ``others`` is asked for what could be, when somebody looks."""
        self._chooser.show_offer(Choice("", ""), others)
        if self._shown == tuple(links):
            return
        self._shown = tuple(links)
        clear(self._named)
        for link in links:
            self._named.addWidget(self._row(link))

    def _row(self, link: Choice) -> QWidget:
        line = QWidget()
        Height(line, self._look, 28)
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(OneLine(link.text), 1)
        spoken = self._drop.format(name=link.text)
        cross = IconButton(self._look, "x", f"{self.objectName()}_drop_{link.value}", spoken, "text_3", 14)
        cross.clicked.connect(lambda: self.dropped.emit(link.value))
        row.addWidget(cross)
        return line

    def _pick(self, value: str) -> None:
        if value:
            self.picked.emit(value)
