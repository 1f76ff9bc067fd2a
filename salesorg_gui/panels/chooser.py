"""Choosing one of many by the beginning, or any part, of its name."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView

from salesorg_gui.panels.fields import MIXED, Eliding
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name


class Choice(NamedTuple):
    """One entry of a chooser; ``value`` is what is handed over, empty for none."""

    value: str
    text: str


class Chooser(QComboBox):
    """One of many, found by typing a part of its name. ``chosen`` speaks only when a hand chose."""

    chosen = Signal(str)

    def __init__(self, look: Look, object_name: str, spoken: str, placeholder: str = "") -> None:
        super().__init__()
        self._look, self._placeholder = look, placeholder
        self._choices: tuple[Choice, ...] = ()
        self._offer: Callable[[], Sequence[Choice]] | None = None
        self._shown = -1
        self.setProperty("look", "field")
        self.typed = Eliding()
        self.setLineEdit(self.typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        name(self, object_name, spoken)
        self.typed.setObjectName(f"{object_name}_text")
        self.typed.setAccessibleName(spoken)
        self.typed.setPlaceholderText(placeholder)
        self._completes()
        self.activated.connect(self._take)
        self.typed.installEventFilter(self)
        self.typed.editingFinished.connect(self._settle)

    def show_choices(self, choices: Sequence[Choice], value: str | None) -> None:
        """Offer these and show one; ``None`` shows that several records differ."""
        self._offer = None
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            self.addItems([choice.text for choice in choices])
        self._shown = next((n for n, choice in enumerate(self._choices) if choice.value == value), -1)
        self.setCurrentIndex(self._shown)
        self.typed.setPlaceholderText(MIXED if value is None else self._placeholder)
        if self._shown < 0:
            self.typed.clear()
        self.typed.setCursorPosition(0)

    def show_offer(self, shown: Choice | None, offer: Callable[[], Sequence[Choice]]) -> None:
        """Show one choice (``None``: several records differ); the others are asked for when somebody looks.

        For lists as long as the organisation, which would be sorted anew after every edit.
        """
        self.show_choices([shown] if shown is not None else [], shown.value if shown is not None else None)
        self._offer = offer
        if self.typed.hasFocus():
            self._unfold()

    @property
    def value(self) -> str:
        """The value on show, empty for none."""
        return self._choices[self._shown].value if self._shown >= 0 else ""

    def commit(self) -> None:
        """Take what was typed if it names an entry."""
        self._settle()

    def showPopup(self) -> None:
        self._unfold()
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever begins to type gets the whole list."""
        if watched is self.typed and event.type() == QEvent.Type.FocusIn:
            self._unfold()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must not change what it passes over

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            place = QRectF(self.width() - 22, (self.height() - 14) / 2, 14, 14)
            paint_icon(painter, "chevron-down", place, self._look.colour("text_3"))

    def _unfold(self) -> None:
        if self._offer is not None:
            offer, self._offer = self._offer, None
            self.show_choices(offer(), self.value if self._shown >= 0 else None)

    def _completes(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = QListView()
        popup.setProperty("look", "popup")
        completer.setPopup(popup)
        self.setCompleter(completer)

    def _take(self, index: int) -> None:
        if index != self._shown and 0 <= index < len(self._choices):
            self._shown = index
            self.chosen.emit(self._choices[index].value)

    def _settle(self) -> None:
        """Whoever typed a whole name chose it; anything else is put back."""
        shown = self._choices[self._shown].text if self._shown >= 0 else ""
        typed = self.typed.text().strip().casefold()
        if typed != shown.strip().casefold():
            self._unfold()
        found = next((n for n, choice in enumerate(self._choices) if choice.text.strip().casefold() == typed), -1)
        if found >= 0 and typed != shown.strip().casefold():
            self._take(found)
        elif self.typed.text() != shown:
            self.setCurrentIndex(self._shown)
            self.typed.setText(shown)
