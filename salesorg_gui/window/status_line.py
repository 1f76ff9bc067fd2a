"""The line at the bottom: what a hand would do or what is selected; findings, totals and zoom."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from salesorg_gui.domain.change import Delta, difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label, OneLine, name
from salesorg_gui.window.toolbar import Divider

HEIGHT, TOUCH_HEIGHT = 28, 48
MANY = 500
"""When more seats differ, all are counted anew."""
NEWS_MS = 6_000
"""How long news stands before the selection is described again."""


def totals(chart: Chart) -> str:
    """``24 seats · 19.8 FTE · 1 open · 2 planned``."""
    return Tally().follow(chart)


class Tally:
    """Counts the seats of a chart, after an edit only those that differ."""

    def __init__(self) -> None:
        self._chart = Chart()
        self._start_over()

    def follow(self, chart: Chart) -> str:
        """The counts in words."""
        changes: Delta[SeatId, Seat] = difference(self._chart, chart, Kind.SEAT)
        if len(changes.added) + len(changes.removed) + len(changes.changed) > MANY:
            self._start_over()
            changes = Delta(chart.seats, {}, {})
        for seat in (*changes.removed.values(), *(self._chart.seats[seat] for seat in changes.changed)):
            self._count(seat, -1)
        for seat in (*changes.added.values(), *changes.changed.values()):
            self._count(seat, 1)
        self._chart = chart
        return self._words()

    def _start_over(self) -> None:
        self._heads, self._fte = dict.fromkeys(Status, 0), 0.0

    def _count(self, seat: Seat, sign: int) -> None:
        self._heads[seat.status] += sign * seat.headcount
        self._fte += sign * seat.total_fte

    def _words(self) -> str:
        count = sum(self._heads.values())
        parts = [
            ngettext("{count} seat", "{count} seats", count).format(count=count),
            _("{fte} FTE").format(fte=shown(abs(round(self._fte, 2)), least_decimals=1)),
        ]
        if open_ := self._heads[Status.OPEN]:
            parts.append(ngettext("{count} open", "{count} open", open_).format(count=open_))
        if planned := self._heads[Status.PLANNED]:
            parts.append(ngettext("{count} planned", "{count} planned", planned).format(count=planned))
        return " · ".join(parts)


class StatusLine(QFrame):
    """Counts the chart and shows its zoom; the counts of findings come to stand in it later."""

    zoomed_in = Signal()
    zoomed_out = Signal()
    zoom_reset = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tally = Tally()
        self._standing, self._passing, self._news = "", "", ""
        self.setObjectName("status_line")
        self.setProperty("look", "status")
        Height(self, look, HEIGHT, TOUCH_HEIGHT)
        self._text = OneLine("", "small", "2")
        self._text.setObjectName("status_text")
        self._room = QHBoxLayout()
        self._totals = Label("", "small", "2")
        self._totals.setObjectName("status_totals")
        self._zoom = QPushButton()
        self._zoom.setProperty("rank", "status")
        name(self._zoom, "zoom", _("Zoom, press for 100 %"))
        self._zoom.clicked.connect(self.zoom_reset)
        self._timer = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._timer.timeout.connect(self._forget_news)
        self._lay_out()

    def describe(self, text: str) -> None:
        """Say what is selected: what stands when nothing else is to be said."""
        self._standing = text
        self._show()

    def hint(self, text: str) -> None:
        """Say what a hand would do here; nothing takes it back."""
        self._passing = text
        if text:
            self._news = ""
        self._show()

    def say(self, text: str) -> None:
        """Tell news such as a refusal; it stands for a while."""
        self._news = text
        self._timer.start()
        self._show()

    def take_counts(self, counts: QWidget) -> None:
        """Let the counts of findings stand before the totals."""
        self._room.addWidget(counts)

    def show_chart(self, chart: Chart) -> None:
        """Count seats and FTE."""
        self._totals.setText(self._tally.follow(chart))

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom, 1 for 100 %."""
        self._zoom.setText(_("{percent} %").format(percent=round(zoom * 100)))

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addLayout(self._room)
        row.addWidget(Divider(16))
        row.addWidget(self._totals)
        row.addWidget(Divider(16))
        zoom = QHBoxLayout()
        zoom.setSpacing(2)
        for icon, id, spoken, signal in (
            ("minus", "zoom_out", _("Zoom out"), self.zoomed_out),
            ("plus", "zoom_in", _("Zoom in"), self.zoomed_in),
        ):
            step = IconButton(self._look, icon, id, spoken, "text_2", 14)
            step.setProperty("look", "tiny")
            step.clicked.connect(signal)
            zoom.addWidget(step)
        zoom.insertWidget(1, self._zoom)
        row.addLayout(zoom)

    def _forget_news(self) -> None:
        self._news = ""
        self._show()

    def _show(self) -> None:
        self._text.setText(self._news or self._passing or self._standing)
