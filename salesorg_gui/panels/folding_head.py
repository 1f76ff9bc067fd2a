"""A heading that opens and closes what stands below it, with a count at its right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.header import IconLabel
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, name


class FoldingHead(QPushButton):
    """A row that is pressed as a whole."""

    def __init__(self, object_name: str, title: str, look: Look) -> None:
        super().__init__()
        self._title = title
        self.setProperty("rank", "row")
        name(self, object_name, title)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._arrow = IconLabel(look, "chevron-right", "text_3", 14)
        self._count = Label("", "small", "3")
        row.addWidget(self._arrow)
        row.addWidget(OneLine(title, "strong"), 1)
        row.addWidget(self._count)
        for child in self.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, *, is_open: bool, count: str, is_whole: bool) -> None:
        """Show whether it is open, and how much is done."""
        self._arrow.show_icon("chevron-down" if is_open else "chevron-right")
        self._count.setText(count)
        self._count.wear("1" if is_whole else "3")
        state = _("open") if is_open else _("closed")
        self.setAccessibleName(f"{self._title}, {count}, {state}")
