"""The one move that lowers the cost of the seams: what it saves, and a button that shows it before it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.findings.remedy_buttons import PointedButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label

if TYPE_CHECKING:
    from salesorg_gui.study.seam_moves import Move


class MoveOffer(QWidget):
    """``taken`` carries the edit to make, ``previewed`` the one to show beforehand, or nothing."""

    taken = Signal(object)
    previewed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._move: Move | None = None
        self.setObjectName("seams_move")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Label(_("The one move that saves most"), "strong"))
        self._told = Wrapped("", "body", "2")
        self._told.setObjectName("seams_move_said")
        self._column.addWidget(self._told)
        self._button = PointedButton(look, "", "seams_move_button", "primary")
        self._button.clicked.connect(self._take)
        self._button.pointed_at.connect(self._preview)
        self._button.hide()
        self._column.addWidget(self._button)

    def wait(self) -> None:
        """Say that a move is being looked for; the one offered before holds no longer."""
        self._put_away()
        self._told.setText(_("Looking for a move…"))

    def show_move(self, move: "Move | None") -> None:
        """Offer a move, or say that there is none."""
        self._put_away()
        if move is None:
            self._told.setText(_("No single move lowers the cost without an error."))
            return
        self._told.setText(_saving(move))
        self._move = move
        self._button.say(move.label)
        self._button.show()

    @guarded(None)
    def _take(self) -> None:
        if self._move is not None:
            self.taken.emit(self._move.edit)

    @guarded(None)
    def _preview(self, is_on: bool) -> None:
        self.previewed.emit(self._move.edit if is_on and self._move is not None else None)

    def _put_away(self) -> None:
        self._move = None
        self._button.hide()


def _saving(move: "Move") -> str:
    """What the seams cost before and after, and what warnings come with it."""
    share = f"{shown(round(100 * move.gain / move.before))}\N{NO-BREAK SPACE}%"
    words = {"before": shown(round(move.before)), "after": shown(round(move.after)), "share": share}
    told = _("The cost of all seams falls from {before} to {after}, by {share}.").format_map(words)
    if not move.warnings:
        return told
    count = len(move.warnings)
    text = ngettext("It brings a warning: {titles}.", "It brings {count} kinds of warnings: {titles}.", count)
    return f"{told} {text.format(count=count, titles=', '.join(move.warnings))}"
