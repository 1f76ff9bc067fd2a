"""Lets the rules look at the chart after every change, without making the hand wait."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.finding import Findings
from salesorg_gui.session.session import Session

PAUSE_MS = 120
"""Changes closer together than this are looked at once."""
POLL_MS = 15

type Examine = Callable[[Plan, Chart], Findings]


class Examiner(QObject):
    """Emits ``found`` with the findings of the chart on show; a newer change makes an older answer worthless.

    ``examine`` runs in a worker that touches no Qt object; its answer is fetched by a timer of this thread.
    """

    found = Signal(object)

    def __init__(self, session: Session, examine: Examine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._examine = session, examine
        self._findings = Findings()
        self._is_closed = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="rules")
        self._answer: Future[Findings] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)
        session.changed.connect(self._follow)
        self._pause.start()

    @property
    def findings(self) -> Findings:
        """What was found last."""
        return self._findings

    def look_again(self) -> None:
        """Ask the rules anew although nothing changed, for example after a parameter of theirs did."""
        self._pause.start()

    def close(self) -> None:
        """Ask nothing more and wait for the worker."""
        self._is_closed = True
        self._pause.stop()
        self._poll.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _follow(self, _change: object) -> None:
        if not self._is_closed:
            self._pause.start()

    def _ask(self) -> None:
        if self._answer is not None:
            self._pause.start()
            return
        self._answer = self._worker.submit(self._look, self._session.plan, self._session.chart)
        self._poll.start()

    def _look(self, plan: Plan, chart: Chart) -> Findings:
        """In the worker: find, and sort by record and severity what panels and canvas will ask for at once."""
        found = self._examine(plan, chart)
        assert found.by_key is not None
        assert found.counts is not None
        return found

    def _fetch(self) -> None:
        if self._answer is None or not self._answer.done():
            return
        self._poll.stop()
        answer, self._answer = self._answer, None
        if self._pause.isActive():
            return
        self._findings = answer.result()
        self.found.emit(self._findings)
