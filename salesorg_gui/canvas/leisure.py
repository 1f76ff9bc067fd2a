"""What a first picture could do without is made while nothing else happens, a little at a time.

A company is shown before each of its cards has a rectangle. Whoever hovers, presses or edits a moment later finds
everything in its place all the same: it is made in the pause behind the first frame.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.layout.cards import Cards

PAUSE_MS = 60
"""So long nothing came before the first step: the frame that shows what was opened is on the screen."""


def leftovers(picture: Picture) -> Iterator[None]:
    """Make, step by step, what a picture could do without so far and the next hover or edit asks for."""
    cards = picture.layout.cards
    if isinstance(cards, Cards):
        yield from cards.stand_all()
    yield
    picture.chart.gathered()


class Leisure(QObject):
    """Takes one of the ``steps`` whenever the program has nothing to do, until none is left and while ``seen`` is."""

    def __init__(self, steps: Callable[[], Iterator[None]], seen: QWidget) -> None:
        super().__init__(seen)
        self._steps, self._seen = steps, seen
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        seen.installEventFilter(self)

    @guarded(None)
    def begin(self, *_: object) -> None:
        """After a pause begin anew: something else is shown."""
        self._left = self._steps()
        if self._seen.isVisible():
            self._timer.start(PAUSE_MS)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._seen and event.type() == QEvent.Type.Show:
            self.begin()
        elif watched is self._seen and event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False

    @guarded(None)
    def _step(self) -> None:
        if next(self._left, self) is not self:
            self._timer.start(0)
