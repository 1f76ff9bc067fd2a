"""What the first paint shows: bar, canvas and status line, with room for the panels that come right after it."""

from functools import cached_property

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.desk.settings import Settings
from salesorg_gui.domain.ids import Kind
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import name
from salesorg_gui.session.session import Session
from salesorg_gui.window.empty_state import EmptyState
from salesorg_gui.window.status_line import StatusLine
from salesorg_gui.window.toolbar import Toolbar

PALETTE_WIDTH, INSPECTOR_WIDTH, FINDINGS_HEIGHT = 232, 304, 264
DRAWN = (Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE)


class Room(QFrame):
    """Keeps the place of a panel and wears its ground and border."""

    def __init__(self, look: str, *, width: int = 0, height: int = 0) -> None:
        super().__init__()
        self.setProperty("look", look)
        if width:
            self.setFixedWidth(width)
        if height:
            self.setFixedHeight(height)


class Frame(QWidget):
    """Lays the parts out; panels take their rooms when they are there."""

    def __init__(self, ground: Ground, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.toolbar = Toolbar(ground.look)
        self.canvas = ChartView(ground.session, ground.catalogue, theme)
        name(self.canvas, "canvas", _("Chart"))
        self.status = StatusLine(ground.look)
        self._look = ground.look
        self._palette: QWidget = Room("panel-left", width=PALETTE_WIDTH)
        self._inspector: QWidget = Room("panel-right", width=INSPECTOR_WIDTH)
        self._findings: QWidget = Room("panel-bottom", height=FINDINGS_HEIGHT)
        self._palette.setVisible(settings.show_palette)
        self._inspector.setVisible(settings.show_inspector)
        self._findings.setVisible(settings.show_findings)
        self._lay_out()

    @cached_property
    def empty(self) -> EmptyState:
        """What stands on an empty canvas; a chart with something on it is painted before it is made."""
        return EmptyState(self.canvas.viewport(), self._look)

    def take_panels(self, palette: QWidget, inspector: QWidget, findings: QWidget) -> None:
        """Put the panels where room was kept for them."""
        self._palette = self._replaced(self._row, self._palette, palette)
        self._inspector = self._replaced(self._row, self._inspector, inspector)
        self._findings = self._replaced(self._middle, self._findings, findings)

    def take_beside(self, panel: QWidget) -> None:
        """Put a panel right beside the canvas."""
        self._row.insertWidget(self._row.indexOf(self._middle), panel)

    def take_slides(self, panel: QWidget) -> None:
        """Put the slides between palette and canvas."""
        self._row.insertWidget(1, panel)

    def take_beside_inspector(self, panel: QWidget) -> None:
        """Put a panel between canvas and inspector."""
        self._row.insertWidget(self._row.indexOf(self._inspector), panel)

    def show_plan(self, session: Session, state: str) -> None:
        """Show what bar and status line say of a plan."""
        self.toolbar.show_title(title_of(session), state)
        self.show_chart(session)

    def show_chart(self, session: Session) -> None:
        """Show which charts there are, how much stands on the one on show, and how to begin when nothing does."""
        self.toolbar.tabs.show_plan(session.plan, session.chart.id)
        self.status.show_chart(session.chart)
        is_empty = not any(map(session.chart.records, DRAWN))
        if is_empty or "empty" in self.__dict__:
            self.empty.show_for(is_empty=is_empty)

    def _lay_out(self) -> None:
        self._middle, self._row, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._middle.addWidget(self.canvas, 1)
        self._middle.addWidget(self._findings)
        self._row.addWidget(self._palette)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self._inspector)
        column.addWidget(self.toolbar)
        column.addLayout(self._row, 1)
        column.addWidget(self.status)
        for layout in (self._middle, self._row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    @staticmethod
    def _replaced(layout: QHBoxLayout | QVBoxLayout, room: QWidget, panel: QWidget) -> QWidget:
        panel.setVisible(not room.isHidden())
        layout.replaceWidget(room, panel)
        room.hide()
        room.deleteLater()
        return panel


def title_of(session: Session) -> str:
    """What a plan is called: its title, else its file."""
    return session.plan.title or (session.path.stem if session.path else _("New plan"))
