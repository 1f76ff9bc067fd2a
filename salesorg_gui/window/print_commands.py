"""Printed matter from the window: where to, made in the background, and then offered for a look."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.exchange.exporting import ExportRefused, Wish, export
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.errand import Errands
from salesorg_gui.storage.saving import SaveRefused, write_whole
from salesorg_gui.window.messages import tell
from salesorg_gui.window.paths import as_file_name, ask_where_to, document_filter, pdf_filter
from salesorg_gui.window.printing.making import Maker
from salesorg_gui.window.printing.question import Matter

if TYPE_CHECKING:
    from salesorg_gui.window.printing.dialog import PrintDialog


type OnShow = tuple[str, ColourBy, float]
"""The view, what its cards are coloured by, and the volume that is looked at."""


class PrintCommands(QObject):
    """``written`` carries the path of a finished file and a sentence about it."""

    written = Signal(object, str)
    said = Signal(str)

    def __init__(self, window: QWidget, ground: Ground, settings: SettingsFile, on_show: Callable[[], OnShow]) -> None:
        super().__init__(window)
        self._window, self._ground, self._settings, self._on_show = window, ground, settings, on_show
        self._errands = Errands("print", self)
        self._maker = Maker(self)

    def selected(self, kind: str = "") -> None:
        """Ask what to print and how: for the seats selected, else for all; a chart as it is looked at."""
        session = self._ground.session
        keys = sorted(session.selection.keys)
        seats = tuple(SeatId(key.id) for key in keys if key.kind is Kind.SEAT)
        view, by, volume = self._on_show()
        self.ask(Matter(session.plan, session.chart, seats, view, by, volume), kind)

    def ask(self, matter: Matter, kind: str = "") -> "PrintDialog":
        """Open the dialog."""
        from salesorg_gui.window.printing.dialog import PrintDialog, Setting  # noqa: PLC0415 -- not before it is wanted

        setting = Setting(self._ground.look, self._settings, self._maker, self._place)
        dialog = PrintDialog(matter, kind, setting, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.kept.connect(partial(self._keep, matter))
        dialog.open()
        return dialog

    def _place(self, title: str, ending: str) -> Path | None:
        """Ask where to."""
        session = self._ground.session
        folder = session.path.parent if session.path else Path.home()
        name = as_file_name(f"{session.plan.title} - {title}" if session.plan.title else title)
        path = ask_where_to(self._window, title, document_filter(ending), folder / f"{name}.{ending}")
        return path if path is None or path.suffix else path.with_name(f"{path.name}.{ending}")

    def _keep(self, matter: Matter, path: Path, wish: Wish, document: bytes) -> None:
        """Write a document; one that is not made yet is made first, in the background too."""
        made = (lambda: document) if document else partial(_made, matter, wish)
        self.said.emit(_("Writing {name} …").format(name=path.name))
        self._errands.run(partial(_write, path, made), partial(self._told, path))

    def write(self, title: str, made: Callable[[], bytes]) -> None:
        """Ask where to, and write a document that says nothing of the plan."""
        path = ask_where_to(self._window, title, pdf_filter(), Path.home() / f"{as_file_name(title)}.pdf")
        if path is not None:
            path = path if path.suffix else path.with_name(f"{path.name}.pdf")
            self._errands.run(partial(_write, path, made), partial(self._told, path))

    def finish(self) -> None:
        """Wait for what is being made and written."""
        self._maker.finish()
        self._errands.finish()

    def close(self) -> None:
        """Write nothing more, and ask no more."""
        for dialog in self._window.findChildren(QDialog, "print_dialog"):
            dialog.done(QDialog.DialogCode.Rejected)
        self._maker.close()
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


def _made(matter: Matter, wish: Wish) -> bytes:
    try:
        return export(matter.plan, matter.chart, wish)
    except ExportRefused as refusal:
        raise SaveRefused(str(refusal)) from refusal


def _write(path: Path, made: Callable[[], bytes]) -> None:
    write_whole(path, made())
