"""A run beside the window: a thread waits for the process that runs, a timer of this thread fetches what it says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.pages.quarter.seen import Prepared, Seen
from salesorg_gui.simulation.apart import Apart, Stopped
from salesorg_gui.simulation.quarter import Progress, TooMany
from salesorg_gui.simulation.run import Wishes

POLL_MS = 40
LAST_WAIT_S = 5.0

type Prepare = Callable[[], Prepared | str]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be run how often."""

    wishes: Wishes
    seed: int
    runs: int


@dataclass(slots=True)
class _Job:
    """One run; the thread writes ``progress`` and at last ``answer``, the window reads them."""

    order: Order
    prepare: Prepare
    began: float
    apart: Apart = field(default_factory=Apart)
    progress: Progress | None = None
    answer: Seen | str | None = None
    is_stopped: bool = False


class Runner(QObject):
    """One run at a time. ``went`` carries ``Progress`` and leads a second, ``ended`` what was seen, or a sentence.

    A run that is stopped says nothing more.
    """

    went = Signal(object, float)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._threads: list[Thread] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._job is not None

    @property
    def order(self) -> Order | None:
        """What is being run."""
        return self._job.order if self._job is not None else None

    def start(self, order: Order, prepare: Prepare) -> None:
        """Run what ``prepare`` makes ready in the thread; a run under way is called off."""
        self.stop()
        self._job = _Job(order, prepare, monotonic())
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(Thread(target=_work, args=(self._job,), name="quarter", daemon=True))
        self._threads[-1].start()
        self._poll.start()

    def stop(self) -> None:
        """Call the run off; waits for nothing."""
        self._poll.stop()
        if self._job is not None:
            self._job.is_stopped = True
            self._job.apart.stop()
            self._job = None

    def close(self) -> None:
        """The window closes: leave no process behind."""
        self.stop()
        for thread in self._threads:
            thread.join(LAST_WAIT_S)

    @guarded(default=None)
    def _fetch(self) -> None:
        job = self._job
        if job is None:
            return
        if job.answer is not None:
            self._poll.stop()
            self._job = None
            self.ended.emit(job.answer)
        elif job.progress is not None:
            self.went.emit(job.progress, job.progress.come / max(1e-3, monotonic() - job.began))


def _work(job: _Job) -> None:
    """In the thread: nothing here touches Qt."""
    job.answer = _answer(job)


def _answer(job: _Job) -> Seen | str:
    prepared = job.prepare()
    if isinstance(prepared, str):
        return prepared

    def tell(progress: Progress) -> None:
        if job.progress is None:
            job.began = monotonic()  # what went before is no running
        job.progress = progress

    try:
        order = job.order
        quarter = job.apart.quarter(prepared.model, order.wishes, order.seed, order.runs, tell)
        return Seen(prepared, quarter).read_through()
    except TooMany as refusal:
        return str(refusal)
    except (Stopped, OSError):
        return _("The run has ended early. Run it again.")
