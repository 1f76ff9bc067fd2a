"""Building by keyboard from the menus, and the way of the keyboard from panel to panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from salesorg_gui.canvas.steps import Direction
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.window.actions import Command
from salesorg_gui.window.edit_commands import EditCommands
from salesorg_gui.window.surface import Surface
from salesorg_gui.window.view_commands import ViewCommands

TYPED = frozenset({Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE})
"""What has a name that can be typed where it stands."""
FORWARDS = Qt.FocusReason.TabFocusReason


class KeysCommands(QObject):
    """Sends what a menu or key asks for to the canvas."""

    def __init__(self, surface: Surface, edits: EditCommands, views: ViewCommands) -> None:
        super().__init__(surface.canvas)
        self._surface, self._edits, self._views = surface, edits, views
        self._further: list[tuple[QWidget, Callable[[], object]]] = []
        canvas = surface.canvas
        canvas.building.hint.connect(surface.status.say)
        canvas.walking.hint.connect(surface.status.say)

    def by_action(self) -> dict[str, Command]:
        """The command behind each action of the menu Build, and of those that must know who stands beside."""
        building, walking = self._surface.canvas.building, self._surface.canvas.walking
        return {
            "add_report": building.add_report,
            "add_peer": building.add_peer,
            "add_above": building.add_above,
            "add_source": building.add_source,
            "retype": self.retype,
            "duplicate": building.duplicate,
            "duplicate_often": building.duplicate_often,
            "enclose": building.enclose,
            "dissolve": building.dissolve,
            "promote": building.promote,
            "demote": building.demote,
            "delete": self.delete,
            "undo": self.undo,
            "redo": self.redo,
            "go_first": lambda: walking.step_to_end(is_last=False),
            "go_last": lambda: walking.step_to_end(is_last=True),
            "next_edge": lambda: walking.step_edge(1),
            "previous_edge": lambda: walking.step_edge(-1),
            "next_panel": lambda: self.go_to_panel(1),
            "previous_panel": lambda: self.go_to_panel(-1),
            **{f"shift_{way.name.lower()}": self._shifting(way) for way in Direction},
            **{f"go_{way.name.lower()}": self._stepping(way) for way in Direction},
        }

    def retype(self, key: Key | None = None) -> None:
        """Type on the card in focus; a line or handoff has no name, its fields stand in the inspector."""
        key = key or self._surface.canvas.walking.focus
        if key is None or key.kind in TYPED:
            self._surface.canvas.building.retype(key)
        else:
            self._views.edit_fields()

    def delete(self) -> None:
        """Remove the selection; who stood beside it gets the focus."""
        canvas = self._surface.canvas
        beside = canvas.walking.neighbour()
        self._edits.delete()
        canvas.focus_after_loss(beside)

    def undo(self) -> None:
        """Take the last step back; when it took the card in focus along, go back to the one before."""
        self._edits.undo()
        self._surface.canvas.walking.recover()

    def redo(self) -> None:
        """Take the step again."""
        self._edits.redo()
        self._surface.canvas.walking.recover()

    def go_to_panel(self, by: int) -> None:
        """Let the keyboard go on to the next panel on show, round in a circle."""
        ring = [(panel, go) for panel, go in self._ring() if panel.isVisible()]
        inside = (n for n, (panel, _go) in enumerate(ring) if _has_focus(panel))
        at = next(inside, 0)
        ring[(at + by) % len(ring)][1]()

    def add_panel(self, panel: QWidget, wish: Callable[[], object]) -> None:
        """Let the keyboard come by one more panel; ``wish`` puts it where it is best."""
        self._further.append((panel, lambda: _enter(panel, wish)))

    def _ring(self) -> list[tuple[QWidget, Callable[[], object]]]:
        surface = self._surface
        return [
            (surface.canvas, lambda: surface.canvas.setFocus(FORWARDS)),
            (surface.inspector, lambda: _enter(surface.inspector, surface.inspector.focus_first_field)),
            (surface.findings, lambda: _enter(surface.findings, lambda: surface.findings.view.setFocus(FORWARDS))),
            (surface.palette, surface.palette.focus_search),
            *self._further,
        ]

    def _shifting(self, way: Direction) -> Command:
        return lambda: self._surface.canvas.building.shift(way)

    def _stepping(self, way: Direction) -> Command:
        return lambda: self._surface.canvas.walking.step(way)


def _has_focus(panel: QWidget) -> bool:
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is panel or panel.isAncestorOf(focused))


def _enter(panel: QWidget, wish: Callable[[], object]) -> None:
    """Give the keyboard to where it is best in a panel, else to the first control that takes it."""
    wish()
    if _has_focus(panel):
        return
    for child in panel.findChildren(QWidget):
        takes_keys = child.focusPolicy() in {
            Qt.FocusPolicy.TabFocus,
            Qt.FocusPolicy.StrongFocus,
            Qt.FocusPolicy.WheelFocus,
        }
        if child.isVisible() and child.isEnabled() and takes_keys:
            child.setFocus(FORWARDS)
            return
