"""The ten steps in a row: where one is, what is done, and a way to any of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name, set_tip

if TYPE_CHECKING:
    from salesorg_gui.study.workshop import Step

TICK = 12


class StepStrip(QWidget):
    """``chosen`` carries the id of the step a hand went to."""

    chosen = Signal(str)

    def __init__(self, look: Look, ids: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._done: frozenset[str] = frozenset()
        name(self, "workshop_steps", _("Steps of the workshop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = {id: self._button(id, number) for number, id in enumerate(ids, 1)}
        for button in self._buttons.values():
            row.addWidget(button, 1)
        look.changed.connect(self._dress)

    def show_steps(self, steps: Sequence["Step"], current: str) -> None:
        """Mark the current one, and those that are done."""
        self._done = frozenset(step.id for step in steps if step.is_done)
        had_keys = any(button.hasFocus() for button in self._buttons.values())
        for step in steps:
            button = self._buttons[step.id]
            button.setChecked(step.id == current)
            state = _("done") if step.is_done else _("{done} of {all} done")
            told = state.format(done=step.done, all=len(step.points))
            button.setAccessibleName(f"{step.number}. {step.title}, {told}")
            set_tip(button, f"{step.number}. {step.title}: {told}")
        if had_keys:
            self.take_focus()
        self._dress()

    def take_focus(self) -> None:
        """Let the keyboard stand on the step at hand."""
        shown = next((button for button in self._buttons.values() if button.isChecked()), None)
        (shown or next(iter(self._buttons.values()))).setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, id: str, number: int) -> QPushButton:
        button = QPushButton(str(number))
        button.setProperty("rank", "step")
        button.setCheckable(True)
        button.setIconSize(icon_size(TICK))
        name(button, f"workshop_step_{id}", str(number))
        button.clicked.connect(lambda: self.chosen.emit(id))
        self._group.addButton(button)
        return button

    @guarded(None)
    def _dress(self) -> None:
        """A step that is done wears a tick instead of relying on a colour."""
        for id, button in self._buttons.items():
            button.setIcon(self._look.icon("check", "care_text", TICK) if id in self._done else QIcon())
