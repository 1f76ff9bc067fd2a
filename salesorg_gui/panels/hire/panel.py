"""The filling of one seat beside the canvas: it follows the selection from one seat to fill to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Hire
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, Option, Segmented
from salesorg_gui.panels.chooser import Chooser
from salesorg_gui.panels.fields import TextArea, TextField
from salesorg_gui.panels.hire.checklist import Checklist, progress
from salesorg_gui.panels.hire.opening import Opening, Sources
from salesorg_gui.panels.hire.scorecards import Scorecards
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.naming import seat_choice
from salesorg_gui.panels.text import Label, OneLine, name

WIDTH = 440
CHECKLIST, SCORECARDS = "checklist", "scorecards"


class HirePanel(QFrame):
    """``closed`` asks to be put away."""

    closed = Signal()

    def __init__(self, ground: Ground, sources: Sources) -> None:
        super().__init__()
        self._ground, self._opening = ground, Opening(ground, sources)
        self._shown: SeatId | None = None
        self.setProperty("look", "panel-left")
        self.setFixedWidth(WIDTH)
        name(self, "hire_panel", _("Hire"))
        self._title = OneLine("", "heading")
        self._title.setObjectName("hire_title")
        self._count = Label("", "small", "2")
        options = [Option(CHECKLIST, _("Checklist")), Option(SCORECARDS, _("Scorecards"))]
        self._parts = Segmented(ground.look, options, "hire_part", _("Part of the hire"))
        self._checklist, self._scorecards = Checklist(self._opening), Scorecards(self._opening)
        self._build()
        self._parts.chosen.connect(self.show_part)
        ground.session.changed.connect(lambda _change: self._follow())
        ground.session.leaving.connect(self._leave)
        ground.session.selection.changed.connect(self._follow_selection)

    @property
    def seat(self) -> SeatId | None:
        """The seat to fill that is on show."""
        return self._opening.seat

    def show_seat(self, seat: SeatId, part: str = "") -> None:
        """Show the hire that fills this seat."""
        self._opening.seat = seat
        self._follow()
        if part or not self._parts.value:
            self.show_part(part or CHECKLIST)

    def show_part(self, part: str) -> None:
        """Show the checklist or the scorecards."""
        self.commit()
        self._parts.show_value(part)
        self._checklist.setVisible(part == CHECKLIST)
        self._scorecards.setVisible(part == SCORECARDS)
        self._scroll.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Take over what is being typed."""
        for field in self.findChildren(QWidget):
            match field:
                case TextField() | TextArea() if field.isVisible() and field.is_pending:
                    field.commit()
                case Chooser() if field.typed.hasFocus():
                    field.commit()

    def focus_first(self) -> None:
        """Let the keyboard stand where one chooses the part."""
        self._parts.findChildren(QWidget)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _follow_selection(self) -> None:
        """Turn to another seat that is being filled; anything else leaves the panel as it is."""
        keys = [SeatId(key.id) for key in self._ground.session.selection.keys]
        is_hired = len(keys) == 1 and any(hire.seat == keys[0] for hire in self._ground.chart.hires.values())
        if is_hired and keys[0] != self._opening.seat and not self.isHidden():
            self.commit()
            self.show_seat(keys[0])

    def _leave(self) -> None:
        """Write what is typed where it belongs; the plan that comes gets none of it."""
        self.commit()
        self._shown = None

    def _follow(self) -> None:
        if self.isHidden():  # what is printed of a seat is only looked up while it is seen
            self._shown = None
            return
        hire = self._opening.hire
        if hire is None or self._opening.seat is None:
            self._shown = None
            self.closed.emit()
            return
        self._show(hire, self._opening.seat)

    def _show(self, hire: Hire, seat: SeatId) -> None:
        is_same, self._shown = self._shown == seat, seat
        items = self._opening.sources.items(seat)
        done, count = progress(hire, items)
        self._title.setText(seat_choice(self._ground.chart.seats[seat], self._ground.catalogue))
        self._count.setText(_("{done} of {count} done").format(done=done, count=count))
        self._checklist.show_hire(hire, items, is_same=is_same)
        self._scorecards.show_hire(hire, is_same=is_same)

    def _build(self) -> None:
        close = IconButton(self._ground.look, "x", "hire_close", _("Close"), "text_3", 14)
        close.clicked.connect(self.closed)
        head, parts = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        parts.setContentsMargins(16, 4, 16, 12)
        parts.addWidget(self._parts)
        parts.addStretch()
        parts.addWidget(self._count)
        content = QWidget()
        content.setObjectName("inspector_content")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self._checklist, self._scorecards):
            inner.addWidget(part)
        inner.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(parts)
        column.addWidget(self._scroll, 1)
