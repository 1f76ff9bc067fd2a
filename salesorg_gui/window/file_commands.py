"""New, open, save, import: what reaches the disk, and the question before something is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.document import SUFFIX, Document
from salesorg_gui.window.dropped import is_table
from salesorg_gui.window.messages import Answer, ask, ask_about_changes, tell
from salesorg_gui.window.paths import as_file_name, ask_for_file, ask_where_to, plan_filter, table_filter

type Then = Callable[[], object]


class FileCommands(QObject):
    """``opened`` tells that another plan is on show, so that the view can fit it.

    ``leaving`` asks for what is typed and not yet taken over; ``noted`` carries sentences about a file.
    """

    opened = Signal()
    leaving = Signal()
    noted = Signal(str)

    def __init__(self, window: QWidget, ground: Ground, document: Document, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window, self._ground, self._session = window, ground, ground.session
        self.document, self._settings = document, settings
        document.opened.connect(settings.remember)
        document.saved.connect(settings.remember)
        document.noted.connect(self.noted)
        document.failed.connect(self._tell_failure)
        document.changed_on_disk.connect(self._ask_about_other_changes)

    def new(self) -> None:
        """Start an empty plan."""
        self.may_leave(self._show_empty)

    def new_from(self, template: str) -> None:
        """Start from a template."""
        self.may_leave(lambda: self._plant(template))

    def open(self) -> None:
        """Ask for a plan and open it."""
        path = ask_for_file(self._window, _("Open a plan"), plan_filter(), self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a plan, or import a table, wherever the path comes from."""
        if is_table(path):
            self.import_table(path)
        else:
            self.may_leave(lambda: self._open(path))

    def open_soon(self, path: Path) -> None:
        """Open once the drop that brought it is over: a question must not run inside it."""
        QTimer.singleShot(0, self, lambda: self.open_path(path))

    def forget_recent(self) -> None:
        """Clear the list of files opened lately."""
        self._settings.forget_all()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save where it was opened from; ask where to when it has no file, or may not be written back."""
        if self._session.path is None or self._session.is_read_only:
            self.save_as(then)
        else:
            self.document.save(self._session.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save and do it."""
        suggestion = self._session.path or self._folder() / (as_file_name(self._session.plan.title) + SUFFIX)
        path = ask_where_to(self._window, _("Save the plan"), plan_filter(), suggestion)
        if path is not None:
            self.document.save(path, then, replaces_anything=path != self._session.path)

    def import_table(self, path: Path | None = None) -> None:
        """Ask for a table, show how it is read, and make a plan of it."""
        if path is None:
            path = ask_for_file(self._window, _("Import a table"), table_filter(), self._folder())
        if path is not None:
            self.may_leave(lambda: self._import(path))

    def may_leave(self, then: Then) -> None:
        """Do ``then`` once nothing is lost by it: at once, after saving, or never."""
        self.leaving.emit()
        if not self._session.is_modified:
            then()
            return
        match ask_about_changes(self._window, self._session.plan.title or _("this plan")):
            case Answer.SAVE:
                self.save(lambda: _called(then))
            case Answer.DISCARD:
                then()
            case Answer.CANCEL:
                return

    def _show_empty(self) -> None:
        self.document.show(empty_plan(chart_title=_("As is")), is_saved=True)
        self.opened.emit()

    def _plant(self, template: str) -> None:
        self.document.show(plan_from_template(template, self._ground.vocabulary.shipped))
        self.opened.emit()

    def _open(self, path: Path) -> None:
        if self.document.open(path):
            self.opened.emit()
        elif not path.exists():
            self._settings.forget(path)

    def _import(self, path: Path) -> None:
        from salesorg_gui.exchange.tables.table import TableRefused  # noqa: PLC0415 -- few starts import a table
        from salesorg_gui.window.import_dialog import ImportDialog  # noqa: PLC0415 -- as above
        from salesorg_gui.window.table_source import source_of  # noqa: PLC0415 -- as above

        try:
            dialog = ImportDialog(source_of(path), self._ground.vocabulary.shipped, self._ground.look, self._window)
        except TableRefused as refusal:
            tell(self._window, _("{name} cannot be imported.").format(name=path.name), str(refusal))
            return
        if dialog.exec():
            self.document.show(dialog.plan)
            self.opened.emit()
        dialog.deleteLater()

    def _folder(self) -> Path:
        if self._session.path is not None:
            return self._session.path.parent
        recent = self._settings.settings.recent
        return Path(recent[0]).parent if recent else Path.home()

    def _tell_failure(self, sentence: str) -> None:
        tell(self._window, _("That did not work."), sentence)

    def _ask_about_other_changes(self, path: Path) -> None:
        title = _("{name} was changed by another program.").format(name=path.name)
        text = _("Replacing it takes those changes away. Cancel, and save yours under another name to keep both.")
        if ask(self._window, title, text, _("Replace")):
            self.document.save(path, replaces_anything=True)


def _called(then: Then) -> None:
    then()
