"""The hire panel: made when somebody first asks for it, beside the canvas while a seat is being filled."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salesorg_gui.domain.hiring import hire_of
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from salesorg_gui.panels.hire.panel import HirePanel
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class HireCommands(QObject):
    """Keeps the action in step with the panel; ``shown`` tells that it stands beside the canvas now."""

    shown = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: HirePanel | None = None
        window.surface.inspector.hire_wanted.connect(self.show_part)
        window.commands.files.leaving.connect(self.commit)

    def by_action(self) -> dict[str, "Command"]:
        """What the action about hires does."""
        return {"show_hire": self._toggle}

    def show_part(self, part: str) -> None:
        """Show the checklist or the scorecards of the seat selected; say why when there is none to fill."""
        seat = self._to_fill()
        if seat is None:
            self._window.actions_table["show_hire"].setChecked(False)
            self._window.surface.status.say(_("Select a seat whose hire is planned. The inspector plans one."))
            return
        panel = self._made()
        panel.show()
        panel.show_seat(seat, part)
        panel.focus_first()
        self._window.actions_table["show_hire"].setChecked(True)
        self.shown.emit()

    def commit(self) -> None:
        """Take over what is being typed."""
        if self.panel is not None and self.panel.isVisible():
            self.panel.commit()

    def hide(self) -> None:
        """Put the panel away."""
        self._window.actions_table["show_hire"].setChecked(False)
        if self.panel is not None:
            focused: QWidget | None = self._window.focusWidget()
            had_keys = focused is not None and self.panel.isAncestorOf(focused)
            self.panel.hide()
            if had_keys:
                self._window.frame.canvas.setFocus()

    def _toggle(self) -> None:
        if self._window.actions_table["show_hire"].isChecked():
            self.show_part("")
        else:
            self.hide()

    def _to_fill(self) -> SeatId | None:
        """The seat selected, when its hire is planned."""
        ground = self._window.parts.ground
        seats = [SeatId(key.id) for key in ground.session.selection.keys if key.kind is Kind.SEAT]
        return seats[0] if len(seats) == 1 and hire_of(ground.chart, seats[0]) is not None else None

    def _made(self) -> "HirePanel":
        if self.panel is None:
            from salesorg_gui.panels.hire.opening import Sources  # noqa: PLC0415 -- few starts need them
            from salesorg_gui.panels.hire.panel import HirePanel  # noqa: PLC0415
            from salesorg_gui.window.hire_sources import items, scorecard  # noqa: PLC0415

            ground = self._window.parts.ground
            told = Sources(lambda seat: items(ground, seat), lambda seat: scorecard(ground, seat), _today)
            panel = self.panel = HirePanel(ground, told)
            panel.closed.connect(self.hide)
            self._window.frame.take_beside(panel)
            self._window.commands.keys.add_panel(panel, panel.focus_first)
        return self.panel


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
