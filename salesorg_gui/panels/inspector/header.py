"""The top of the inspector: what is selected, whose it is, and tags that say what kind."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from salesorg_gui.panels.icons import icon_pixmap
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, Paragraph

PURPOSE_ICONS = {
    "find": "telescope",
    "close": "handshake",
    "care": "sprout",
    "lead": "flag",
    "support": "wrench",
}


class Tag(NamedTuple):
    """A small word; ``purpose`` colours it."""

    text: str
    purpose: str = ""


class IconLabel(Label):
    """An icon that is only looked at."""

    def __init__(self, look: Look, icon: str, ink: str = "text_3", size: int = 16) -> None:
        super().__init__()
        self._look, self._icon, self._ink, self._size = look, icon, ink, size
        self.setFixedSize(size, size)
        self._dress()
        look.changed.connect(self._dress)

    def show_icon(self, icon: str) -> None:
        """Wear another icon."""
        self._icon = icon
        self._dress()

    def _dress(self) -> None:
        scale = max(1.0, self.devicePixelRatioF())
        self.setPixmap(icon_pixmap(self._icon, self._look.colour(self._ink), self._size, scale))


class TagLabel(QFrame):
    """One tag, tinted when it names a purpose."""

    def __init__(self, look: Look, tag: Tag) -> None:
        super().__init__()
        self.setProperty("look", "tag")
        self.setProperty("purpose", tag.purpose or "none")
        self.setFixedHeight(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        if tag.purpose:
            row.addWidget(IconLabel(look, PURPOSE_ICONS[tag.purpose], f"{tag.purpose}_text", 14))
        row.addWidget(Label(tag.text, "tag", "inherit"))


class Header(QFrame):
    """Title, one line below it, tags."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Tag, ...] = ()
        self.setProperty("look", "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(0)
        self._title = Paragraph("", "title")
        self._title.setObjectName("inspector_title")
        self._line = OneLine("", "body", "2")
        self._line.setObjectName("inspector_line")
        column.addWidget(self._title)
        column.addWidget(self._line)
        self._tags = QHBoxLayout()
        self._tags.setContentsMargins(0, 8, 0, 0)
        self._tags.setSpacing(8)
        column.addLayout(self._tags)

    def show_texts(self, title: str, line: str = "", tags: Sequence[Tag] = ()) -> None:
        """Show these."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        if tuple(tags) == self._shown:
            return
        self._shown = tuple(tags)
        clear(self._tags)
        for tag in tags:
            self._tags.addWidget(TagLabel(self._look, tag))
        self._tags.addStretch()
