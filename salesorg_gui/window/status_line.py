"""The line at the bottom: what a hand would do or what is selected; findings, totals and zoom."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label, OneLine, name
from salesorg_gui.window.toolbar import Divider

HEIGHT = 28
NEWS_MS = 6_000
"""How long news stands before the selection is described again."""


def totals(chart: Chart) -> str:
    """``24 seats · 19.8 FTE · 1 open · 2 planned``."""
    seats = chart.seats.values()
    count = sum(seat.headcount for seat in seats)
    fte = round(sum(seat.total_fte for seat in seats), 2)
    parts = [
        ngettext("{count} seat", "{count} seats", count).format(count=count),
        _("{fte} FTE").format(fte=shown(fte, least_decimals=1)),
    ]
    unfilled = {status: sum(seat.headcount for seat in seats if seat.status is status) for status in Status}
    if unfilled[Status.OPEN]:
        parts.append(_("{count} open").format(count=unfilled[Status.OPEN]))
    if unfilled[Status.PLANNED]:
        parts.append(_("{count} planned").format(count=unfilled[Status.PLANNED]))
    return " · ".join(parts)


class StatusLine(QFrame):
    """Counts the chart and shows its zoom; the counts of findings come to stand in it later."""

    zoomed_in = Signal()
    zoomed_out = Signal()
    zoom_reset = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._standing, self._passing, self._news = "", "", ""
        self.setObjectName("status_line")
        self.setProperty("look", "status")
        self.setFixedHeight(HEIGHT)
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
        self._totals.setText(totals(chart))

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
