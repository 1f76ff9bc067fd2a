"""The actions of the window as Qt knows them, made from the one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import caption, plain_tip
from salesorg_gui.window.action_spec import ActionSpec
from salesorg_gui.window.action_table import table

type Command = Callable[[], object]


class Actions(QObject):
    """The actions as Qt knows them, by id."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._specs = {spec.id: spec for spec in table()}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._made(spec, window) for spec in self._specs.values()}
        self._dress()
        look.changed.connect(self._dress)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def connect_all(self, commands: Mapping[str, Command], before: Command) -> None:
        """Let each action do its command; ``before`` runs first, whatever it is."""
        for id, command in commands.items():
            self._actions[id].triggered.connect(lambda _on=False, command=command: (before(), command()))

    def give_keys_to(self, canvas: QWidget) -> None:
        """Let the canvas, and only the canvas, act on the keys that are for it."""
        for spec in self._specs.values():
            if spec.is_for_canvas:
                self._actions[spec.id].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                canvas.addAction(self._actions[spec.id])

    def fill(self, menu: QMenu, id: str) -> None:
        """Put the actions of one menu into it."""
        for spec in self._specs.values():
            if spec.menu == id:
                if spec.starts_group:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.id])

    def explain(self, id: str, text: str, tip: str) -> None:
        """Let an action say what it would do at the moment."""
        action = self._actions[id]
        action.setText(caption(text))
        action.setStatusTip(tip)
        self._tip(action, tip)

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(caption(spec.text), window)
        action.setObjectName(f"action_{spec.id}")
        action.setStatusTip(spec.tip)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.is_checkable)
        action.setIconVisibleInMenu(True)
        self._tip(action, spec.tip)
        if spec.group:
            self._group(spec.group).addAction(action)
        window.addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    @staticmethod
    def _tip(action: QAction, tip: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{tip} {keys}".strip()))

    def _dress(self) -> None:
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.id].setIcon(self._look.icon(spec.icon))
