"""The window: its frame is built and painted first, the rest of it in pieces right after (decision 7)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from salesorg_gui.window.dropped import dropped_path
from salesorg_gui.window.frame import Frame, title_of
from salesorg_gui.window.late import Late, Pieces, loading
from salesorg_gui.window.parts import Parts

if TYPE_CHECKING:
    from salesorg_gui.session.afterthought import Afterthought
    from salesorg_gui.session.examiner import Examiner
    from salesorg_gui.session.volume import Volume
    from salesorg_gui.window.actions import Actions
    from salesorg_gui.window.analysis_commands import AnalysisCommands
    from salesorg_gui.window.company_commands import CompanyCommands
    from salesorg_gui.window.hire_commands import HireCommands
    from salesorg_gui.window.language_commands import LanguageCommands
    from salesorg_gui.window.loading import Loading
    from salesorg_gui.window.menus import Menus
    from salesorg_gui.window.rules_commands import RulesCommands
    from salesorg_gui.window.sights import Sights
    from salesorg_gui.window.slide_commands import SlideCommands
    from salesorg_gui.window.surface import Surface
    from salesorg_gui.window.wiring import Commands

LEAST_SIZE = (1000, 600)
FIRST_SIZE = (1440, 900)
LOADED_LATE = (
    "salesorg_gui.panels.palette",
    "salesorg_gui.panels.fields",
    "salesorg_gui.panels.inspector.edge_forms",
    "salesorg_gui.panels.inspector.seat_form",
    "salesorg_gui.panels.inspector.inspector",
    "salesorg_gui.panels.findings.panel",
    "salesorg_gui.session.examiner",
    "salesorg_gui.window.actions",
    "salesorg_gui.window.surface",
    "salesorg_gui.window.edit_commands",
    "salesorg_gui.window.file_commands",
    "salesorg_gui.window.print_commands",
    "salesorg_gui.window.find_commands",
    "salesorg_gui.window.sights",
    "salesorg_gui.window.presenter",
    "salesorg_gui.window.slide_commands",
    "salesorg_gui.window.company_commands",
    "salesorg_gui.window.hire_commands",
    "salesorg_gui.window.analysis_commands",
    "salesorg_gui.window.rest",
)
"""What the rest of the window imports, in steps small enough not to be felt."""


class MainWindow(QMainWindow):
    """Asks before it goes. ``painted`` tells that the chart is seen, ``whole`` that everything else is there too.

    Until then only ``parts`` and ``frame`` may be asked; ``finish`` builds at once what is missing.
    """

    painted = Signal()
    whole = Signal()
    actions_table: "Actions"
    menus: "Menus"
    surface: "Surface"
    commands: "Commands"
    sights: "Sights"
    slides: "SlideCommands"
    company: "CompanyCommands"
    hiring: "HireCommands"
    analysis: "AnalysisCommands"
    rules: "RulesCommands"
    languages: "LanguageCommands"
    examiner: "Examiner"
    reckoner: "Afterthought"
    volume: "Volume"
    loading: "Loading"

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.frame = Frame(parts.ground, parts.switch.theme, parts.settings.settings)
        self.setCentralWidget(self.frame)
        self.frame.show_plan(parts.ground.session, parts.document.state)
        self.setWindowTitle(f"{title_of(parts.ground.session)}[*] – Salesorg")
        self._may_close = self._is_asking = False
        self._restore_size()
        self.frame.canvas.setFocus()
        self._late = Late(self._pieces(), self)
        self._late.begun.connect(self.painted)
        self._late.done.connect(self.whole)
        self._late.begin_after_paint(self.frame.canvas.viewport())

    @property
    def is_whole(self) -> bool:
        """Whether everything is there."""
        return self._late.is_done

    def finish(self) -> None:
        """Build at once whatever is missing."""
        self._late.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before something is lost; a save in the background closes the window when it is done."""
        self.finish()
        self._is_asking = True  # Qt does not close a window from within its own closing
        if not self._may_close:
            self.commands.files.may_leave(self._close_now)
        self._is_asking = False
        if not self._may_close:
            event.ignore()
            return
        self.commands.views.remember_size(bytes(self.saveGeometry().data()).hex())
        self.commands.prints.close()
        self.commands.findings.close()
        self.commands.fixes.close()
        self.slides.close()
        self.loading.close()
        self.analysis.close()
        self.rules.close()
        self.parts.document.close()
        self.examiner.close()
        self.reckoner.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None:
            event.accept()
            self.finish()
            self.commands.files.open_soon(path)

    def _pieces(self) -> Pieces:
        yield from loading(LOADED_LATE)
        from salesorg_gui.window.rest import pieces  # noqa: PLC0415 -- it imports all that can wait

        yield from pieces(self)

    def _close_now(self) -> None:
        self._may_close = True
        if not self._is_asking:
            self.close()

    def _restore_size(self) -> None:
        geometry = self.parts.settings.settings.geometry
        if not geometry or not self.restoreGeometry(QByteArray.fromHex(geometry.encode())):
            self.resize(*FIRST_SIZE)
