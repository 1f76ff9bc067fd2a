"""The ways to settle a finding as buttons, one below the other; whoever stands on one sees what it would do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, caption, set_tip
from salesorg_gui.rules.remedies.remedy import Remedy

AIR = 28
"""What the frame and padding of a button take of its width."""


class KeyedButton(TextButton):
    """A button that Enter presses too, and whose words end in … where they do not fit."""

    def __init__(self, look: Look, text: str, object_name: str, rank: str) -> None:
        super().__init__(look, text, object_name, rank, small=True)
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, text: str) -> None:
        """Offer something else."""
        self._words = text
        self.setAccessibleName(text.strip())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - AIR)
        self.setText(caption(shown))
        set_tip(self, "" if shown == self._words else self._words)


class PointedButton(KeyedButton):
    """``pointed_at`` tells that the pointer or the keyboard stands on it, or has left."""

    pointed_at = Signal(bool)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed_at.emit(self.underMouse())


class RemedyButton(PointedButton):
    """Does a remedy."""

    def __init__(self, look: Look, remedy: Remedy, number: int) -> None:
        super().__init__(look, _worded(remedy), f"findings_remedy_{number}", "secondary" if number else "primary")


def _worded(remedy: Remedy) -> str:
    """What it does, and how many errors it brings."""
    if remedy.errors <= 0:
        return remedy.label
    text = ngettext("{label} ({count} new error)", "{label} ({count} new errors)", remedy.errors)
    return text.format(label=remedy.label, count=remedy.errors)


class RemedyButtons(QWidget):
    """``taken`` carries the remedy to do, ``previewed`` the one to show beforehand, or nothing."""

    taken = Signal(object)
    previewed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: list[RemedyButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._note = Label("", "small", "3")
        self._note.setObjectName("findings_remedy_note")
        self._column.addWidget(self._note)

    @property
    def buttons(self) -> Sequence[RemedyButton]:
        """The buttons in order."""
        return self._buttons

    def wait(self) -> None:
        """Say that remedies are being looked for."""
        self._fill(())
        self._say(_("Looking for remedies…"))

    def show_remedies(self, remedies: Sequence[Remedy]) -> None:
        """Offer these; without any it takes a decision."""
        self._fill(remedies)
        self._say("" if remedies else _("This takes a decision."))

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _fill(self, remedies: Sequence[Remedy]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for number, remedy in enumerate(remedies):
            button = RemedyButton(self._look, remedy, number)
            button.clicked.connect(lambda _on=False, remedy=remedy: self.taken.emit(remedy))
            button.pointed_at.connect(lambda is_on, remedy=remedy: self.previewed.emit(remedy if is_on else None))
            self._column.addWidget(button)
            button.show()
            self._buttons.append(button)
