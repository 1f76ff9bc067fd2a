"""Work in the background that touches no Qt object: its result is fetched by a timer of the window's thread."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

POLL_MS = 15
TURN_S = 0.001
"""How long a worker may keep the interpreter from the window, which asks for it after each call of Qt that lets it go.
With Python's own five milliseconds, a paint of twenty takes fifty beside a worker."""


class Errands(QObject):
    """Runs one piece of work after the other in a single worker.

    ``then`` receives the finished future in the thread this object lives in.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._worker: ThreadPoolExecutor | None = None
        self._waiting: list[tuple[Future[object], Callable[[Future[object]], None]]] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be done or told."""
        return bool(self._waiting)

    def run(self, work: Callable[[], object], then: "Callable[[Future[object]], None]") -> None:
        """Do ``work`` in the worker; tell ``then`` when it is done, with its result or its exception."""
        self._waiting.append((self._hired().submit(work), then))
        self._poll.start()

    def finish(self) -> None:
        """Wait for what is under way and tell it, for example before the window closes."""
        while self._waiting:
            self._waiting[0][0].exception()
            self._fetch()

    def close(self) -> None:
        """Take nothing more on, and wait for the worker."""
        self._poll.stop()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    def _hired(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- not before there is something to do

        if self._worker is None:
            sys.setswitchinterval(TURN_S)
            self._worker = ThreadPoolExecutor(1, thread_name_prefix=self._name)
        return self._worker

    def _fetch(self) -> None:
        while self._waiting and self._waiting[0][0].done():
            future, then = self._waiting.pop(0)
            if not self._waiting:
                self._poll.stop()
            then(future)
