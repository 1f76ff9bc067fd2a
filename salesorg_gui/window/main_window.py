"""The frame of the window: bar, palette, canvas, fields, findings and status, laid out and handed to their wires."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.i18n import _
from salesorg_gui.panels.findings import FindingsPanel
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.palette import Palette
from salesorg_gui.panels.picker import Picker
from salesorg_gui.panels.text import name
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.chart_commands import ChartCommands
from salesorg_gui.window.edit_commands import EditCommands
from salesorg_gui.window.empty_state import EmptyState
from salesorg_gui.window.file_commands import FileCommands, dropped_path
from salesorg_gui.window.following import Following
from salesorg_gui.window.menus import Menus
from salesorg_gui.window.notice import Notice
from salesorg_gui.window.parts import Parts
from salesorg_gui.window.print_commands import PrintCommands
from salesorg_gui.window.status_line import StatusLine
from salesorg_gui.window.surface import Surface
from salesorg_gui.window.toolbar import Toolbar
from salesorg_gui.window.view_commands import ViewCommands
from salesorg_gui.window.wiring import Commands, by_action, connect

LEAST_SIZE = (1000, 600)
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Builds what is seen, and asks before it goes."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        ground = parts.ground
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.actions_table = Actions(ground.look, self)
        self.menus = Menus(self.actions_table, ground.vocabulary.shipped, self)
        self.surface = self._surface()
        self._lay_out()
        self.commands = self._commands()
        connect(self.commands, self.surface, ground, self.menus)
        self.surface.empty.template_wanted.connect(lambda: self.menus.show_templates(self.surface.empty))
        named = by_action(self.commands, self.surface, ground, self)
        self.actions_table.connect_all(named, before=self.surface.inspector.commit)
        self._following = Following(self, parts, self.surface, self.actions_table, self.menus)
        for keys in ("F10", "Alt+M"):
            QShortcut(QKeySequence(keys), self, self.surface.toolbar.open_menu)
        self._may_close = self._is_asking = False
        self._restore_size()
        self.surface.canvas.setFocus()

    def _surface(self) -> Surface:
        ground = self.parts.ground
        look = ground.look
        canvas = ChartView(ground.session, ground.catalogue, self.parts.switch.theme)
        name(canvas, "canvas", _("Chart"))
        return Surface(
            toolbar=Toolbar(look, self.actions_table, self.menus.main, self.menus.print),
            palette=Palette(ground.session, ground.vocabulary, look),
            canvas=canvas,
            inspector=Inspector(ground),
            findings=FindingsPanel(ground.session, ground.vocabulary, look),
            status=StatusLine(look),
            empty=EmptyState(canvas.viewport(), look),
            notice=Notice(canvas, look),
            picker=Picker(self, look),
        )

    def _commands(self) -> Commands:
        parts, ground = self.parts, self.parts.ground
        return Commands(
            files=FileCommands(self, ground, parts.document, parts.settings),
            edits=EditCommands(self, ground, QGuiApplication.clipboard()),
            charts=ChartCommands(self, ground.session),
            prints=PrintCommands(self, ground),
            views=ViewCommands(self.surface, self.actions_table, parts.settings),
        )

    def _lay_out(self) -> None:
        surface = self.surface
        centre, body, whole = QWidget(), QWidget(), QWidget()
        middle, row, column = QVBoxLayout(centre), QHBoxLayout(body), QVBoxLayout(whole)
        middle.addWidget(surface.canvas, 1)
        middle.addWidget(surface.findings)
        row.addWidget(surface.palette)
        row.addWidget(centre, 1)
        row.addWidget(surface.inspector)
        column.addWidget(surface.toolbar)
        column.addWidget(body, 1)
        column.addWidget(surface.status)
        for layout in (middle, row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(whole)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before something is lost; a save in the background closes the window when it is done."""
        self._is_asking = True  # Qt does not close a window from within its own closing
        if not self._may_close:
            self.commands.files.may_leave(self._close_now)
        self._is_asking = False
        if not self._may_close:
            event.ignore()
            return
        self.commands.views.remember_size(bytes(self.saveGeometry().data()).hex())
        self.commands.prints.close()
        self.parts.document.close()
        self.parts.examiner.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None:
            event.accept()
            self.commands.files.open_soon(path)

    def _close_now(self) -> None:
        self._may_close = True
        if not self._is_asking:
            self.close()

    def _restore_size(self) -> None:
        geometry = self.parts.settings.settings.geometry
        if not geometry or not self.restoreGeometry(QByteArray.fromHex(geometry.encode())):
            self.resize(*FIRST_SIZE)
