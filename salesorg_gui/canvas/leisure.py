"""What a first picture could do without is made while nothing else happens, a little at a time.

A company is shown before each of its cards has a rectangle. Whoever hovers, presses or edits a moment later finds
everything in its place all the same: it is made in the pause behind the first frame.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

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
    """Takes one of the ``steps`` whenever the program has nothing to do, until none is left."""

    def __init__(self, steps: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self.begin()

    @guarded(None)
    def begin(self, *_: object) -> None:
        """After a pause begin anew: something else is shown."""
        self._left = self._steps()
        self._timer.start(PAUSE_MS)

    @guarded(None)
    def _step(self) -> None:
        if next(self._left, self) is not self:
            self._timer.start(0)
