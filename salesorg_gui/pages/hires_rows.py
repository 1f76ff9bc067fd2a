"""The seats to open, one card each: what to watch, and on demand why, when, and what to do about it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.findings.remedy_buttons import PointedButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, Paragraph, name
from salesorg_gui.study.hiring.openings import Opening
from salesorg_gui.study.hiring.wording import Words


class RowHead(QPushButton):
    """Which seat, where, and from when on somebody is searched for. ``looked_at`` tells whether a hand is on it."""

    looked_at = Signal(bool)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("rank", "tall-row")
        self.setCheckable(True)
        self.setObjectName(f"hires_row_{number}")
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        words.setSpacing(0)
        self._title, self._place, self._when = OneLine("", "strong"), OneLine("", "small", "2"), Label("", "label")
        words.addWidget(self._title)
        words.addWidget(self._place)
        row.addLayout(words, 1)
        row.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)

    def show_opening(self, number: int, one: Opening, words: Words) -> None:
        """Show another seat."""
        title, place = words.title(one), words.place(one)
        is_now = one.timing is not None and one.timing.search < 1
        when = _("Now") if is_now else words.search(one)
        self._title.setText(f"{number}. {title}")
        self._place.setText(place)
        self._when.setText(when)
        name(self, self.objectName(), _("{title}, {place}: {when}").format(title=title, place=place, when=when))
        self.setAccessibleDescription(words.trigger(one))

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(True)

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self.looked_at.emit(self.hasFocus())

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(True)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit(False)


class OpeningRow(QFrame):
    """One seat to open.

    ``opened`` carries its id, or nothing when it is shut again; ``looked_at`` its opening, or ``None``; ``previewed``
    and ``wanted`` the opening to put on the chart, ``kit_wanted`` and ``shown`` the one whose seat stands there.
    """

    opened = Signal(str)
    looked_at = Signal(object)
    previewed = Signal(object)
    wanted = Signal(object)
    kit_wanted = Signal(object)
    shown = Signal(object)

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._number = number
        self._one: Opening | None = None
        self.setProperty("look", "card")
        self.head = RowHead(number)
        self._trigger, self._today = Paragraph(), Paragraph("", "small", "2")
        self._trigger.setObjectName(f"hires_trigger_{number}")
        self._details = QWidget()
        self._texts = [Paragraph("", "small", "2") for _line in range(5)]
        self._late = Paragraph("", "small", "error")
        self._add = PointedButton(look, _("Add as planned seat"), f"hires_add_{number}", "secondary")
        self._kit = TextButton(look, _("Hiring kit"), f"hires_kit_{number}", icon="printer", small=True)
        self._show = TextButton(look, _("Show seat"), f"hires_show_{number}", "quiet", small=True)
        self._lay_out()
        self.head.clicked.connect(self._turn)
        self.head.looked_at.connect(lambda is_seen: self.looked_at.emit(self._one if is_seen else None))
        self._add.clicked.connect(lambda: self.wanted.emit(self._one))
        self._add.pointed_at.connect(lambda is_on: self.previewed.emit(self._one if is_on else None))
        self._kit.clicked.connect(lambda: self.kit_wanted.emit(self._one))
        self._show.clicked.connect(lambda: self.shown.emit(self._one))

    @property
    def id(self) -> str:
        """The id of what is shown."""
        return self._one.id if self._one is not None else ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return self.head, self._add, self._kit, self._show

    def focus_kit(self) -> None:
        """Let the keyboard go to what comes after a seat was added."""
        self._kit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_opening(self, one: Opening, words: Words, *, is_open: bool) -> None:
        """Show another seat, with all that is to be said when it is open."""
        self._one = one
        self.head.show_opening(self._number, one, words)
        self.head.setChecked(is_open)
        _say(self._trigger, words.trigger(one))
        _say(self._today, words.today_is(one))
        self._details.setVisible(is_open)
        if is_open:
            lines = (words.why(one), words.free(one), words.reckoning(one), words.times(one), words.cost(one))
            for paragraph, text in zip(self._texts, lines, strict=True):
                _say(paragraph, "" if text == words.trigger(one) else text)
            _say(self._late, words.lateness(one))
        self._add.setVisible(one.seat is None)
        self._kit.setVisible(one.seat is not None)
        self._show.setVisible(one.seat is not None)

    @guarded(None)
    def _turn(self) -> None:
        self.opened.emit(self._one.id if self.head.isChecked() and self._one is not None else "")

    def _lay_out(self) -> None:
        column, inner, details = QVBoxLayout(self), QVBoxLayout(), QVBoxLayout(self._details)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(0)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.setSpacing(2)
        details.setContentsMargins(0, 4, 0, 0)
        details.setSpacing(4)
        for text in self._texts[:4]:
            details.addWidget(text)
        details.addWidget(self._late)
        details.addWidget(self._texts[4])
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        for button in (self._kit, self._show):
            buttons.addWidget(button)
        buttons.addStretch(1)
        details.addSpacing(4)
        details.addWidget(self._add)
        details.addLayout(buttons)
        column.addWidget(self.head)
        for widget in (self._trigger, self._today, self._details):
            inner.addWidget(widget)
        column.addLayout(inner)


def _say(paragraph: Paragraph, text: str) -> None:
    paragraph.setText(text)
    paragraph.setVisible(bool(text))
