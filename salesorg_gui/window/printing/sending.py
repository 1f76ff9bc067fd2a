"""Pages on their way to a printer, as the dialog sees it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.exchange.exporting import DOCUMENTS, Choice, Wish
from salesorg_gui.exchange.leaves import Leaf
from salesorg_gui.i18n import _
from salesorg_gui.window.printing.progress import Progress
from salesorg_gui.window.printing.where import Where

if TYPE_CHECKING:
    from salesorg_gui.window.printing.printers import PrintRun


class Sending(QObject):
    """``done`` tells that the printer has every page, ``ended`` that it was called off or refused."""

    done = Signal()
    ended = Signal()

    def __init__(self, where: Where, progress: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self._where, self._progress = where, progress
        self._run: PrintRun | None = None
        self._of = 0

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way."""
        return self._run is not None

    def start(self, leaves: Sequence[Leaf], wish: Wish) -> None:
        """Send the pages named, as often as named; what cannot be understood is said beside its field."""
        from salesorg_gui.window.printing.printers import PrintRun, printer_named  # noqa: PLC0415 -- loads Qt's printing

        copies = self._where.copies
        self._where.refuse("copies", "" if copies else _("Write a number from 1 to 999."))
        pages = self._where.named(len(leaves))
        if not copies or not pages:
            return
        device = printer_named(self._where.printer, sides_of(wish))
        device.setCopyCount(copies)
        self._run, self._of = PrintRun(device, [leaves[number - 1] for number in pages], self), len(pages)
        self._run.printed.connect(self._tell)
        self._run.refused.connect(self._refuse)
        self._run.done.connect(self._end)
        self._progress.show_printed(0, self._of)
        self._run.start()

    def stop(self) -> None:
        """Send nothing more."""
        if self._run is not None:
            self._run.stop()
            self._run = None
            self.ended.emit()

    @guarded(None)
    def _tell(self, number: int) -> None:
        self._progress.show_printed(number, self._of)

    @guarded(None)
    def _refuse(self, reason: str) -> None:
        self._run = None
        self.ended.emit()
        self._progress.refuse(reason)

    @guarded(None)
    def _end(self) -> None:
        self._run = None
        self.done.emit()


def sides_of(wish: Wish) -> str:
    """Over which edge the printer turns the sheets: ``long``, ``short``, ``none``; empty leaves it to the printer."""
    return wish.options.cards.duplex if Choice.CARDS in DOCUMENTS[wish.what].choices else ""
