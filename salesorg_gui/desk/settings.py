"""What the program remembers about its user: one small JSON file, for the user's eyes only.

A file that cannot be read is moved aside, not deleted, and the program starts as new.
"""

import os
import tempfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

FILE_NAME = "settings.json"
RECENT_LIMIT = 10


class ThemeChoice(StrEnum):
    """Which colours the window wears; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """All of it. ``geometry`` is what Qt says about size and place, in hexadecimal; no ``language``: the desktop's."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    recent: tuple[str, ...] = ()
    geometry: str = ""
    language: str = ""
    reduced_motion: bool = False
    show_palette: bool = True
    show_inspector: bool = True
    show_findings: bool = False
    show_minimap: bool = True
    touch_sizes: bool = False
    printing: dict[str, str] = {}


class SettingsFile(QObject):
    """Holds the settings and writes each change down at once.

    ``changed`` carries the new settings. A folder that refuses costs the memory of this session, nothing more.
    """

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._settings = _read(path)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Take over and keep changed settings."""
        if settings == self._settings:
            return
        self._settings = settings
        self._write()
        self.changed.emit(settings)

    def wear(self, theme: ThemeChoice) -> None:
        """Keep the choice of colours."""
        self.change(replace(self._settings, theme=theme))

    def speak(self, language: str) -> None:
        """Keep the language of the window; that of the desktop for none."""
        self.change(replace(self._settings, language=language))

    def reduce_motion(self, *, is_reduced: bool) -> None:
        """Keep whether things glide."""
        self.change(replace(self._settings, reduced_motion=is_reduced))

    def size_for_touch(self, *, is_wanted: bool) -> None:
        """Keep whether rows, controls and handles are as large as fingers want them."""
        self.change(replace(self._settings, touch_sizes=is_wanted))

    def show_panels(self, *, palette: bool, inspector: bool, findings: bool) -> None:
        """Keep which panels stand round the canvas."""
        shown = replace(self._settings, show_palette=palette, show_inspector=inspector, show_findings=findings)
        self.change(shown)

    def show_minimap(self, *, is_shown: bool) -> None:
        """Keep whether the map in the corner is wanted."""
        self.change(replace(self._settings, show_minimap=is_shown))

    def remember_printing(self, answers: Mapping[str, str]) -> None:
        """Keep how somebody printed last: kinds and sizes, no names and no seats."""
        self.change(replace(self._settings, printing=dict(answers)))

    def keep_geometry(self, geometry: str) -> None:
        """Keep size and place of the window."""
        self.change(replace(self._settings, geometry=geometry))

    def remember(self, file: Path) -> None:
        """Put a file first among the recent ones."""
        name = str(file.absolute())
        others = (old for old in self._settings.recent if old != name)
        self.change(replace(self._settings, recent=(name, *others)[:RECENT_LIMIT]))

    def forget(self, file: Path) -> None:
        """Take a file out of the recent ones, for example because it is gone."""
        kept = tuple(old for old in self._settings.recent if old != str(file.absolute()))
        self.change(replace(self._settings, recent=kept))

    def forget_all(self) -> None:
        """Clear the list of recent files."""
        self.change(replace(self._settings, recent=()))

    def _write(self) -> None:
        text = msgspec.json.format(msgspec.json.encode(self._settings), indent=2) + b"\n"
        try:
            _replace(self._path, text)
        except OSError:
            return


def _read(path: Path) -> Settings:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (msgspec.DecodeError, UnicodeDecodeError, OSError):
        _move_aside(path)
        return Settings()


def _move_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError:
        return


def _replace(path: Path, text: bytes) -> None:
    """Put the text in the file's place whole; a new file of ``tempfile`` is 0600 from its first byte."""
    number, name = tempfile.mkstemp(prefix=path.name + ".", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
