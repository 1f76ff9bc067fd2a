"""Where a case is typed in a few words; what may come next is offered while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.panels.text import name
from salesorg_gui.study.cases.typed import LONGEST

SIGN = ","
AIR = 12


class CaseField(QLineEdit):
    """``entered`` carries the whole text when a hand is done with it."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setMaxLength(LONGEST)
        name(self, "case_text", _("New customer case"))
        self._offers = QStringListModel([], self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setProperty("look", "popup")
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def show_offers(self, offers: Sequence[str]) -> None:
        """Offer these."""
        if list(offers) != self._offers.stringList():
            self._offers.setStringList(list(offers))

    def enter(self) -> None:
        """Be done with the text."""
        if text := self.text().strip().strip(SIGN).strip():
            self.entered.emit(text)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._popup.isVisible() and (is_enter or event.key() == Qt.Key.Key_Escape):
            event.ignore()  # the list of offers takes it
            return
        if is_enter:
            self.enter()
            return
        super().keyPressEvent(event)

    @guarded(default=None)
    def _offer(self, _text: str) -> None:
        """Offer what may follow the last comma."""
        begun = self.text()[: self.cursorPosition()].rpartition(SIGN)[2].strip()
        if not begun:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(begun)
        if self._completer.completionCount() and self._completer.currentCompletion().casefold() != begun.casefold():
            self._completer.complete()
            self._popup.resize(self._popup.width(), self._popup.height() + AIR)  # Qt forgets the air of the list
        else:
            self._popup.hide()

    @guarded(default=None)
    def _take(self, offer: str) -> None:
        """Put an offer in the place of what was begun."""
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept, sign, _begun = before.rpartition(SIGN)
        text = f"{kept}{sign} {offer}" if sign else offer
        self.setText(f"{text}, {after.lstrip()}" if after else f"{text}, ")
        self.setCursorPosition(len(text) + 2)
