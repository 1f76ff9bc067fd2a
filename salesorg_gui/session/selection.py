"""What the user has picked: one selection for every view and panel, never saved, never undone."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key


class Selection(QObject):
    """A set of keys and, among them, the one that has the focus."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: frozenset[Key] = frozenset()
        self._focus: Key | None = None

    @property
    def keys(self) -> frozenset[Key]:
        """Everything selected."""
        return self._keys

    @property
    def focus(self) -> Key | None:
        """The one the keyboard acts from: the last one picked."""
        return self._focus

    def select(self, keys: Iterable[Key], focus: Key | None = None) -> None:
        """Select exactly these; the focus goes to ``focus``, or stays, or goes to the first."""
        wanted = frozenset(keys)
        if focus not in wanted:
            focus = self._focus if self._focus in wanted else min(wanted, default=None)
        if (wanted, focus) != (self._keys, self._focus):
            self._keys, self._focus = wanted, focus
            self.changed.emit()

    def toggle(self, key: Key) -> None:
        """Add the key, or take it out."""
        if key in self._keys:
            self.select(self._keys - {key})
        else:
            self.select(self._keys | {key}, key)

    def clear(self) -> None:
        """Select nothing."""
        self.select(())

    def forget_missing(self, chart: Chart) -> None:
        """Let go of what is no longer on the chart."""
        self.select(key for key in self._keys if chart.record(key) is not None)
