"""What can wait until the chart has been seen, done in small pieces while the window already answers.

The first paint of a window costs what it imports and builds. So the window first builds its frame: toolbar, canvas and
status line, with room for the rest. Everything else is a generator that builds a piece, yields, and is called again
when Qt has nothing more urgent to do. Whoever needs the whole window at once, a test or a window about to close, calls
``finish``.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded

type Pieces = Iterator[None]


def loading(names: Sequence[str]) -> Pieces:
    """Import modules one at a time, so that no single step is long."""
    for name in names:
        import_module(name)
        yield


class Late(QObject):
    """Works through pieces once a widget has been painted; ``begun`` and ``done`` tell how far it is."""

    begun = Signal()
    done = Signal()

    def __init__(self, pieces: Pieces, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._awaited: QWidget | None = None
        self._has_begun = self._is_done = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._next)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self._is_done

    def begin_after_paint(self, widget: QWidget) -> None:
        """Begin when the widget has been painted for the first time."""
        self._awaited = widget
        widget.installEventFilter(self)

    def finish(self) -> None:
        """Do at once whatever is left."""
        self._stop_waiting()
        while not self._is_done:
            self._next()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._stop_waiting()
            self._timer.start()  # it fires when the paint that comes now is over
        return False

    def _stop_waiting(self) -> None:
        if self._awaited is not None:
            self._awaited.removeEventFilter(self)
            self._awaited = None

    def _next(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self.begun.emit()
        if self._is_done:
            return
        try:
            next(self._pieces)
        except StopIteration:
            self._is_done = True
            self._timer.stop()
            self.done.emit()
        else:
            self._timer.start()
