"""Collects garbage only in the thread of the window.

The collector of Python runs in whatever thread happens to allocate. A worker that frees a Qt object takes the program
down with it, so the collector is switched off and called by a timer instead. What the program consists of when its
window stands (modules, classes, the catalogue) stays to the end: looking through it each time would hold up a hand for
a tenth of a second.

What is looked through is what was made since the last time. A long document made in the background makes a hundred
thousand things in a few seconds, so a crowd is swept at once, a little at a time; all old things are looked through
only after a pause in which nothing came in crowds.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250
PAUSE = 16
"""Looks from one sweep to the next when little is made: four seconds."""
CROWD = 10_000
"""Young things that are not left to wait: looking through them takes a few thousandths of a second."""
DEEP = 10
"""Every so many pauses old things are swept too."""
LONGEST_WAIT = 5 * DEEP
"""Pauses after which they are, however busy the program is."""


class Sweeper(QObject):
    """Sweeps young objects every few seconds, or sooner when they are many; old ones every tenth time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks = 0
        self._pauses = 0
        self._is_busy = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Sweep if there is a crowd, or if it is time to."""
        is_crowded = gc.get_count()[0] >= CROWD
        self._looks += 1
        self._is_busy = self._is_busy or is_crowded
        if self._looks >= PAUSE:
            self.sweep()
        elif is_crowded:
            gc.collect(1)

    def sweep(self) -> None:
        """Collect now."""
        self._looks = 0
        self._pauses += 1
        is_deep = self._pauses >= (LONGEST_WAIT if self._is_busy else DEEP)
        gc.collect(2 if is_deep else 1)
        self._pauses = 0 if is_deep else self._pauses
        self._is_busy = False

    def stop(self) -> None:
        """Sweep no more; the collector stays off."""
        self._timer.stop()
