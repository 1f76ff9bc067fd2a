"""Buttons: quiet ones with an icon, outlined ones, the one primary, and rows of which one is on."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import beside_icon, name, set_caption, set_tip


class IconButton(QToolButton):
    """A flat square with an icon; its name is spoken and stands in the tooltip."""

    def __init__(
        self, look: Look, icon: str, object_name: str, spoken: str, ink: str = "text_2", size: int = 16
    ) -> None:
        super().__init__()
        self._look, self._icon, self._ink, self._size = look, icon, ink, size
        self.setProperty("look", "icon")
        self.setIconSize(icon_size(size))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        name(self, object_name, spoken)
        set_tip(self, spoken)
        self._dress()
        look.changed.connect(self._dress)

    def show_icon(self, icon: str) -> None:
        """Wear another icon."""
        self._icon = icon
        self._dress()

    def _dress(self) -> None:
        self.setIcon(self._look.icon(self._icon, self._ink, self._size))


class TextButton(QPushButton):
    """A button with words; ``rank`` is primary, secondary, quiet or link."""

    def __init__(
        self, look: Look, text: str, object_name: str, rank: str = "secondary", icon: str = "", *, small: bool = False
    ) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self._ink = "text_on_accent" if rank == "primary" else "text_1"
        self.setProperty("rank", rank)
        self.setProperty("small", small)
        set_caption(self, beside_icon(text) if icon else text)
        name(self, object_name, text)
        self.setIconSize(icon_size())
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        if self._icon:
            self.setIcon(self._look.icon(self._icon, self._ink))


class Option(NamedTuple):
    """One choice of a segmented control."""

    value: str
    text: str
    icon: str = ""


class Segmented(QFrame):
    """Side by side, one of them on. ``chosen`` speaks only when a hand chose."""

    chosen = Signal(str)

    def __init__(self, look: Look, options: Sequence[Option], object_name: str, spoken: str) -> None:
        super().__init__()
        self._look = look
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.setProperty("look", "segmented")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name(self, object_name, spoken)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for option in options:
            row.addWidget(self._button(option))
        self._group.setExclusive(True)
        self._dress()
        look.changed.connect(self._dress)

    @property
    def value(self) -> str:
        """The value that is on; empty when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Turn one on, or none for an unknown value."""
        self._group.setExclusive(False)
        for own, button in self._buttons.items():
            button.setChecked(own == value)
        self._group.setExclusive(True)
        self._dress()

    def _button(self, option: Option) -> QPushButton:
        button = QPushButton()
        set_caption(button, beside_icon(option.text) if option.icon else option.text)
        button.setCheckable(True)
        button.setProperty("rank", "segment")
        button.setIconSize(icon_size())
        name(button, f"{self.objectName()}_{option.value}", option.text)
        button.clicked.connect(lambda _on=False, value=option.value: self._choose(value))
        self._group.addButton(button)
        self._buttons[option.value] = button
        return button

    def _choose(self, value: str) -> None:
        self._dress()
        self.chosen.emit(value)

    def _dress(self) -> None:
        for option in self._options:
            if option.icon:
                button = self._buttons[option.value]
                button.setIcon(self._look.icon(option.icon, "text_1" if button.isChecked() else "text_2"))


class Chip(QPushButton):
    """A small word that is on or off."""

    def __init__(self, text: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_caption(self, text)
        self.setCheckable(True)
        self.setProperty("rank", "chip")
        name(self, object_name, text)
