"""Ends a story in which nothing goes on any more, and says what was done last."""

import ctypes
import os
from collections.abc import Callable
from threading import Event, Thread, get_ident
from time import monotonic
from types import TracebackType
from typing import Self

STANDSTILL_S = 60.0
"""No single thing a hand does takes nearly as long, not even on a busy machine."""
CHECK_S = 0.05


class StoodStill(BaseException):
    """Something a hand did came to no end."""


class Watchdog:
    """Wants to hear ``beat`` again and again. When it does not, it interrupts whoever entered it, with ``StoodStill``.

    Where no Python runs that could be interrupted, it lets ``tell`` say what is known, and ends the process.
    """

    def __init__(self, tell: Callable[[], None], limit: float = STANDSTILL_S) -> None:
        self._tell, self._limit = tell, limit
        self._heard = monotonic()
        self._has_interrupted = False
        self._is_over = Event()
        self._watched = 0
        self._thread = Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._watched = get_ident()
        self.beat()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._is_over.set()
        self._thread.join()

    def beat(self) -> None:
        """Something was done."""
        self._heard, self._has_interrupted = monotonic(), False

    def _watch(self) -> None:
        while not self._is_over.wait(CHECK_S):
            silence = monotonic() - self._heard
            if silence > 2 * self._limit:
                self._tell()
                os._exit(1)
            if silence > self._limit and not self._has_interrupted:
                self._has_interrupted = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._watched), ctypes.py_object(StoodStill))
