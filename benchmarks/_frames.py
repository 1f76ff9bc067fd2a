"""How frames are measured: something is done to a widget, and Qt goes on until it has painted it.

Everything is measured twice, as wall time (what programs in other processes can be compared by) and as CPU time of
this process (what is comparable on a busy machine).
"""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

LONGEST_S = 60.0
WIDTH, HEIGHT = 1920, 1080


class Spent(NamedTuple):
    """Milliseconds."""

    wall: float
    cpu: float

    def named(self, name: str) -> dict[str, float]:
        """Both, as the table of a run has them."""
        return {f"{name} wall": self.wall, f"{name} cpu": self.cpu}


class Paints(QObject):
    """Counts how often a widget was painted, and remembers when it was last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count, self.last = 0, 0.0
        self._is_inside = False
        widget.installEventFilter(self)
        self._widget = widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt calls it so
        """Let the widget paint, then count it."""
        if event.type() == QEvent.Type.Paint and not self._is_inside:
            self._is_inside = True
            QApplication.sendEvent(watched, event)
            self._is_inside = False
            self.count += 1
            self.last = time.perf_counter()
            return True
        return False

    def until_painted(self, act: Callable[[], object]) -> Spent:
        """The time from the beginning of ``act`` until the widget has been painted."""
        before, start, cpu = self.count, time.perf_counter(), time.process_time()
        act()
        while self.count == before and time.perf_counter() - start < LONGEST_S:
            QApplication.processEvents()
        return Spent((time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000)

    def mean_frame(self, act: Callable[[int], object], count: int) -> Spent:
        """The mean time of frames that follow each other, after a few that are not counted."""
        for number in range(3):
            self.until_painted(lambda number=number: act(number))  # type: ignore[misc]
        start, cpu = time.perf_counter(), time.process_time()
        for number in range(3, count + 3):
            self.until_painted(lambda number=number: act(number))  # type: ignore[misc]
        return Spent((time.perf_counter() - start) * 1000 / count, (time.process_time() - cpu) * 1000 / count)

    def rest(self, seconds: float) -> float:
        """Go on for so long and tell how many ms after the last frame so far the very last one came."""
        start, before = time.perf_counter(), self.last
        while time.perf_counter() - start < seconds:
            QApplication.processEvents()
            time.sleep(0.001)
        return (self.last - before) * 1000
