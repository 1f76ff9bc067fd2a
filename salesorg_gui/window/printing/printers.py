"""Printers: which there are, and pages on their way to one, a page at a time so that the window stays alive."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from salesorg_gui.exchange.leaves import Leaf
from salesorg_gui.i18n import _
from salesorg_gui.window.printing.leaf_paint import LeafPaint

POINTS_PER_INCH = 72.0
SIDES = {
    "none": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


def printer_names() -> tuple[str, ...]:
    """The printers of this machine, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=str.casefold)
    return tuple(sorted(names, key=lambda name: name != usual))


def printer_named(name: str, sides: str = "") -> QPrinter:
    """A printer that prints as finely as it can, up to the edges of the paper, and turns sheets over an edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setFullPage(True)
    if sides in SIDES:
        printer.setDuplex(SIDES[sides])
    return printer


class PrintRun(QObject):
    """Sends pages to a printer. ``printed`` carries how many are done, ``refused`` why it ended; then ``done``."""

    printed = Signal(int)
    refused = Signal(str)
    done = Signal()

    def __init__(self, printer: QPrinter, leaves: Sequence[Leaf], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._leaves = printer, tuple(leaves)
        self._number = 0
        self._paint = LeafPaint()
        self._painter = QPainter()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._print)

    def start(self) -> None:
        """Begin."""
        first = self._leaves[0]
        self._printer.setPageLayout(layout_of(first))
        if not self._painter.begin(self._printer):
            self.refused.emit(_("The printer does not answer."))
            return
        self._next.start()

    def stop(self) -> None:
        """Send nothing more; what was sent is taken back where the printer allows it."""
        if self._painter.isActive():
            self._next.stop()
            self._printer.abort()
            self._painter.end()

    def _print(self) -> None:
        leaf = self._leaves[self._number]
        if self._number:
            self._printer.setPageLayout(layout_of(leaf))
            if not self._printer.newPage():
                self.stop()
                self.refused.emit(_("The printer takes no more pages."))
                return
        scale = self._printer.resolution() / POINTS_PER_INCH
        self._painter.resetTransform()
        self._painter.scale(scale, scale)
        self._paint.paint(leaf, self._painter)
        self._number += 1
        self.printed.emit(self._number)
        if self._number == len(self._leaves):
            self._next.stop()
            self._painter.end()
            self.done.emit()


def layout_of(leaf: Leaf) -> QPageLayout:
    """The paper of a page, lying where it is wider than high, without margins of its own."""
    upright = QSizeF(min(leaf.width, leaf.height), max(leaf.width, leaf.height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if leaf.width > leaf.height else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))
