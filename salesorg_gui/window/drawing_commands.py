"""Lines and handoffs without a mouse: from the card in focus to one that is found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from salesorg_gui.canvas.keys.targets import Target, Targets
from salesorg_gui.catalogue.ranking import Named, Ranking
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.picker import Pick
from salesorg_gui.window.actions import Command
from salesorg_gui.window.surface import Surface

MOST = 60


class DrawingCommands(QObject):
    """Asks to whom; the focus stays where it is, so that the next one can be drawn at once."""

    def __init__(self, surface: Surface, ground: Ground) -> None:
        super().__init__(surface.canvas)
        self._surface, self._ground = surface, ground

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {"draw_handoff": self.draw_handoff, "draw_dotted": self.draw_dotted, "reassign": self.reassign}

    def draw_handoff(self) -> None:
        """Hand something over from the focus."""
        focus = self._focus((Kind.SEAT, Kind.SOURCE), _("Select the seat or lead source that hands over."))
        if focus is not None:
            self._ask(_("Hand over to…"), self._targets(focus).handoffs())

    def draw_dotted(self) -> None:
        """Let the focus listen to somebody else too."""
        focus = self._focus((Kind.SEAT,), _("Select the seat that is to listen to somebody."))
        if focus is not None:
            self._ask(_("Dotted line to…"), self._targets(focus).dotted())

    def reassign(self) -> None:
        """Give the selected seats another manager."""
        focus = self._focus((Kind.SEAT,), _("Select the seats that get another manager."))
        if focus is None:
            return
        keys = self._ground.session.selection.keys
        others = sorted(key for key in keys if key.kind is Kind.SEAT and key != focus)
        seats = tuple(SeatId(key.id) for key in (focus, *others))
        self._ask(_("Reports to…"), self._targets(focus).managers(seats))

    def _targets(self, focus: Key) -> Targets:
        return Targets(self._ground.chart, self._ground.catalogue, focus)

    def _focus(self, kinds: Sequence[Kind], otherwise: str) -> Key | None:
        focus = self._surface.canvas.walking.focus
        if focus is not None and focus.kind in kinds:
            return focus
        self._surface.status.say(otherwise)
        return None

    def _ask(self, hint: str, named: Sequence[Named[Target]]) -> None:
        ranking = Ranking(named)

        def rows(typed: str) -> Sequence[Pick]:
            found = ranking.best(typed)
            return [_pick(target) for target in sorted(found, key=lambda one: bool(one.reason))[:MOST]]

        self._surface.picker.ask(hint, rows, self._perform)

    def _perform(self, target: object) -> None:
        if isinstance(target, Target) and target.edit is not None:
            self._ground.session.perform(target.edit)


def _pick(target: Target) -> Pick:
    return Pick(target.title, target.detail, target.icon, "", target, target.reason)
