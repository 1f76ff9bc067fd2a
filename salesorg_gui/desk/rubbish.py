"""Collects garbage only in the thread of the window.

The collector of Python runs in whatever thread happens to allocate. A worker that frees a Qt object takes the program
down with it, so the collector is switched off and called by a timer instead. What the program consists of when its
window stands (modules, classes, the catalogue) stays to the end: looking through it each time would hold up a hand for
a tenth of a second.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 4_000


class Sweeper(QObject):
    """Sweeps young objects every few seconds; old ones every tenth time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._rounds = 0
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect now."""
        self._rounds += 1
        gc.collect(2 if self._rounds % 10 == 0 else 1)

    def stop(self) -> None:
        """Sweep no more; the collector stays off."""
        self._timer.stop()
