"""The file behind the session: opened, saved in a worker, and never said to be saved before it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, Signal

from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.session.errand import Errands
from salesorg_gui.session.session import Session
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.text import Opened

if TYPE_CHECKING:
    from concurrent.futures import Future

SUFFIX = ".salesorg"

type Then = Callable[[], None]


class Document(QObject):
    """Reads and writes the plan of a session.

    ``saved`` and ``opened`` carry the path, ``failed`` a sentence, ``noted`` sentences about a file that was opened,
    ``changed_on_disk`` the path that somebody else wrote to since it was read.
    """

    saved = Signal(object)
    opened = Signal(object)
    failed = Signal(str)
    noted = Signal(str)
    changed_on_disk = Signal(object)
    state_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._errands = Errands("save", self)
        self._known: tuple[Path, str] | None = None
        self._saved_at: QDateTime | None = None
        session.changed.connect(lambda _change: self.state_changed.emit())
        session.file_changed.connect(self.state_changed)

    @property
    def state(self) -> str:
        """What the title says beside the name: edited, saved and when, read-only."""
        if self._session.is_read_only:
            return _("Read-only")
        if self._session.is_modified:
            return _("Edited")
        if self._saved_at is not None:
            return _("Saved {time}").format(time=self._saved_at.toString("HH:mm"))
        return ""

    def open(self, path: Path) -> bool:
        """Put the plan of a file in the place of the open one; ``False`` when there is none in it."""
        self._errands.finish()
        try:
            found = read(path)
        except BrokenFile as broken:
            self.failed.emit(str(broken))
            return False
        self._take(path, found)
        notes = list(found.notes)
        if found.is_read_only:
            notes.append(_("This file is from a newer version. Changes can be saved as another file."))
        if notes:
            self.noted.emit("\n".join(notes))
        return True

    def open_quietly(self, path: Path) -> bool:
        """Open a file of which there is nothing to say, before anybody listens; ``False`` leaves it to ``open``."""
        try:
            found = read(path)
        except BrokenFile:
            return False
        if found.notes or found.is_read_only:
            return False
        self._take(path, found)
        return True

    def show(self, plan: Plan, *, is_saved: bool = False) -> None:
        """Put a plan without a file in the place of the open one: an empty one, a template, an import."""
        self._errands.finish()
        self._known, self._saved_at = None, None
        self._session.open(plan, None, is_saved=is_saved)

    def save(self, path: Path, then: Then | None = None, *, replaces_anything: bool = False) -> None:
        """Save in the background; ``then`` is called only when it lies on disk.

        A file that changed since it was read is not replaced unless ``replaces_anything``.
        """
        from salesorg_gui.storage.saving import save  # noqa: PLC0415 -- not before something is saved

        self._errands.finish()  # the save before this one tells what now lies on disk
        path = with_suffix(path)
        plan = self._session.plan
        is_ours = self._known is not None and self._known[0] == path and not replaces_anything
        expected = self._known[1] if is_ours and self._known is not None else None
        self._errands.run(partial(save, path, plan, expected), partial(self._told, path, plan, then))
        self.state_changed.emit()

    def finish(self) -> None:
        """Wait until what is being saved lies on disk."""
        self._errands.finish()

    def close(self) -> None:
        """Save nothing more."""
        self._errands.finish()
        self._errands.close()

    def _take(self, path: Path, found: Opened) -> None:
        self._known = (path, found.hash)
        self._saved_at = None
        self._session.open(found.plan, path, is_read_only=found.is_read_only)
        self.opened.emit(path)

    def _told(self, path: Path, plan: Plan, then: Then | None, future: "Future[object]") -> None:
        from salesorg_gui.storage.saving import ChangedOnDisk, SaveRefused  # noqa: PLC0415

        match future.exception():
            case None:
                self._keep(path, plan, future.result())
                if then is not None:
                    then()
            case ChangedOnDisk():
                self.changed_on_disk.emit(path)
            case SaveRefused() as refusal:
                self.failed.emit(str(refusal))
            case error:
                self.failed.emit(_("{name} was not saved.").format(name=path.name))
                raise error
        self.state_changed.emit()

    def _keep(self, path: Path, plan: Plan, written: object) -> None:
        from salesorg_gui.storage.saving import Written  # noqa: PLC0415

        if isinstance(written, Written):
            self._known = (path, written.hash)
        self._saved_at = QDateTime.currentDateTime()
        self._session.mark_saved(plan, path)
        self.saved.emit(path)


def with_suffix(path: Path) -> Path:
    """The path with our ending, for who typed a name without one."""
    return path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)
