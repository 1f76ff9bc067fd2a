"""What a first picture could do without is made while nothing else happens, a little at a time.

A company is shown before each of its cards has a rectangle. Whoever hovers, presses or edits a moment later finds
everything in its place all the same: it is made in the pause behind the first frame.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from salesorg_gui.canvas.guarded import guarded

PAUSE_MS = 60
"""So long nothing came before the first step: the frame that shows what was opened is on the screen."""


class Leisure(QObject):
    """Takes one step whenever the program has nothing to do, until none is left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def begin(self, steps: Callable[[], Iterator[None]]) -> None:
        """After a pause take these steps, and no others from now on."""
        self._steps = steps()
        self._timer.start(PAUSE_MS)

    @guarded(None)
    def _step(self) -> None:
        if next(self._steps, self) is not self:
            self._timer.start(0)
