"""Documents made in the background while somebody looks at their pages as they come."""

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from salesorg_gui.exchange.exporting import ExportRefused, Wish, export
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.exchange.signs import missing_signs, told
from salesorg_gui.exchange.watch import Stopped
from salesorg_gui.i18n import _
from salesorg_gui.session.errand import Errands
from salesorg_gui.window.printing.question import Matter

LOOK_MS = 60


class Maker(QObject):
    """Makes one document at a time; a new wish calls the old one off.

    ``grown`` tells that there is more to see, ``made`` that it is whole, ``refused`` carries why there is none.
    """

    grown = Signal()
    made = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = Errands("document", self)
        self._leaves, self._document, self._seen = Leaves(), b"", 0
        self._warnings: list[str] = []
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)

    @property
    def document(self) -> bytes:
        """The whole file; empty while it is being made."""
        return self._document

    @property
    def warnings(self) -> tuple[str, ...]:
        """What will not come out as it was typed, known as soon as the first page is."""
        return tuple(self._warnings)

    @property
    def is_making(self) -> bool:
        """Whether a document is under way."""
        return self._look.isActive()

    @property
    def pages(self) -> tuple[Leaf, ...]:
        """The pages that can be looked at."""
        return self._leaves.all if self._document else self._leaves.finished

    @property
    def progress(self) -> tuple[int, int]:
        """At which page it is, and of how many; 0 while nobody knows."""
        return self._leaves.begun, self._leaves.of

    def make(self, matter: Matter, wish: Wish) -> None:
        """Begin a document."""
        self.stop()
        self._leaves, self._document, self._seen, self._warnings = Leaves(), b"", 0, []
        self._look.start()
        work = partial(_work, matter, wish, self._leaves, self._warnings)
        self._errands.run(work, partial(self._take, self._leaves))

    def stop(self) -> None:
        """Call off what is under way; it ends at its next page."""
        self._leaves.stop()
        self._look.stop()

    def finish(self) -> None:
        """Wait for what is under way."""
        self._errands.finish()

    def close(self) -> None:
        """Make nothing more."""
        self.stop()
        self._errands.close()

    def _take(self, leaves: Leaves, future: Future[object]) -> None:
        error = future.exception()
        if leaves is not self._leaves or isinstance(error, Stopped):
            return
        self._look.stop()
        match error:
            case None:
                document = future.result()
                self._document = document if isinstance(document, bytes) else b""
                self.made.emit()
            case ExportRefused():
                self.refused.emit(str(error))
            case _:
                self.refused.emit(_("The document could not be made."))
                raise error

    def _tell(self) -> None:
        if self._leaves.begun != self._seen:
            self._seen = self._leaves.begun
            self.grown.emit()


def _work(matter: Matter, wish: Wish, leaves: Leaves, warnings: list[str]) -> bytes:
    warnings += told(missing_signs(matter.plan, matter.chart, wish))
    return export(matter.plan, matter.chart, wish, leaves)
