"""Thinks about the chart after every change, without making the hand wait."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.session.session import Session

PAUSE_MS = 120
"""Changes closer together than this are thought about at once."""
POLL_MS = 15

type Think = Callable[[Plan, Chart], object]


class Afterthought(QObject):
    """Emits ``answered`` with what ``think`` made of the chart on show; a newer change makes an older answer worthless.

    ``think`` runs in a worker that touches no Qt object; its answer is fetched by a timer of this thread.
    """

    answered = Signal(object)

    def __init__(
        self, session: Session, think: Think, name: str, parent: QObject | None = None, pause: int = PAUSE_MS
    ) -> None:
        super().__init__(parent)
        self._session, self._think = session, think
        self._is_closed = self._is_resting = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._answer: Future[object] | None = None
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._ask)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)
        session.changed.connect(self._follow)
        self._pause.start()

    def look_again(self) -> None:
        """Think anew although nothing changed."""
        self._pause.start()

    def rest(self) -> None:
        """Let changes pass: nobody wants to know. What is being thought is not told."""
        self._is_resting = True
        self._pause.stop()

    def wake(self) -> None:
        """Think about what stands there now, and follow changes again."""
        self._is_resting = False
        self._pause.start()

    def close(self) -> None:
        """Think no more and wait for the worker."""
        self._is_closed = True
        self._pause.stop()
        self._poll.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _follow(self, _change: object) -> None:
        if not self._is_closed and not self._is_resting:
            self._pause.start()

    def _ask(self) -> None:
        if self._answer is not None:
            self._pause.start()
            return
        self._answer = self._worker.submit(self._think, self._session.plan, self._session.chart)
        self._poll.start()

    def _fetch(self) -> None:
        if self._answer is None or not self._answer.done():
            return
        self._poll.stop()
        answer, self._answer = self._answer, None
        if not self._pause.isActive() and not self._is_resting:
            self.answered.emit(answer.result())
