"""Printed matter from the window: where to, made in the background, and then offered for a look."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import ExportRefused, Wish, export
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.errand import Errands
from salesorg_gui.storage.saving import SaveRefused, write_whole
from salesorg_gui.window.messages import tell
from salesorg_gui.window.paths import as_file_name, ask_where_to, pdf_filter

type Seats = tuple[SeatId, ...]


def document(kind: str, plan: Plan, chart: Chart, seats: Seats, view: str = "") -> bytes:
    """The PDF of a kind: cards, descriptions, checklists or chart."""
    try:
        return export(plan, chart, Wish(kind, "pdf", options=Options(seats=seats, view=view)))
    except ExportRefused as refusal:
        raise SaveRefused(str(refusal)) from refusal


class PrintCommands(QObject):
    """``written`` carries the path of a finished file and a sentence about it."""

    written = Signal(object, str)
    said = Signal(str)

    def __init__(self, window: QWidget, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        self._errands = Errands("print", self)

    def selected(self, kind: str) -> None:
        """Print for the seats selected, or for all of them when none is."""
        keys = self._ground.session.selection.keys
        self.ask(kind, tuple(SeatId(key.id) for key in sorted(keys) if key.kind is Kind.SEAT))

    def ask(self, kind: str, seats: Seats, view: str = "") -> None:
        """Ask where to, and make the document; a chart as it is looked at."""
        session = self._ground.session
        title = {
            "cards": _("Role cards"),
            "descriptions": _("Role descriptions"),
            "checklists": _("Hiring checklists"),
            "chart": session.chart.title or _("Chart"),
        }[kind]
        folder = session.path.parent if session.path else Path.home()
        name = as_file_name(f"{session.plan.title} - {title}" if session.plan.title else title)
        path = ask_where_to(self._window, title, pdf_filter(), folder / f"{name}.pdf")
        if path is not None:
            self.make(kind, seats, path if path.suffix else path.with_name(f"{path.name}.pdf"), view)

    def make(self, kind: str, seats: Seats, path: Path, view: str = "") -> None:
        """Make the document in the background."""
        plan, chart = self._ground.session.plan, self._ground.chart
        work = partial(_write, path, partial(document, kind, plan, chart, seats, view))
        self.said.emit(_("Writing {name} …").format(name=path.name))
        self._errands.run(work, partial(self._told, path))

    def write(self, title: str, made: Callable[[], bytes]) -> None:
        """Ask where to, and write a document that says nothing of the plan."""
        path = ask_where_to(self._window, title, pdf_filter(), Path.home() / f"{as_file_name(title)}.pdf")
        if path is not None:
            path = path if path.suffix else path.with_name(f"{path.name}.pdf")
            self._errands.run(partial(_write, path, made), partial(self._told, path))

    def finish(self) -> None:
        """Wait for what is being written."""
        self._errands.finish()

    def close(self) -> None:
        """Write nothing more."""
        self._errands.close()

    def show(self, path: Path) -> None:
        """Open a file with whatever opens such files here."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _told(self, path: Path, future: Future[object]) -> None:
        match future.exception():
            case None:
                self.written.emit(path, _("{name} is written.").format(name=path.name))
            case SaveRefused() as refusal:
                tell(self._window, _("Nothing was written."), str(refusal))
            case error:
                tell(self._window, _("Nothing was written."), _("The document could not be made."))
                raise error


def _write(path: Path, made: Callable[[], bytes]) -> None:
    write_whole(path, made())
