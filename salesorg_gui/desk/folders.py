"""Where the program may write for this user, in one place.

Every folder is made for the user alone (0700) when it is first asked for.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings  # noqa: TID251 -- only to tell Qt's dialogs where to write

NAME = "salesorg"
OWNER_ONLY = 0o700


def settings_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings file lies."""
    return private(_home(environment, "XDG_CONFIG_HOME", ".config", "APPDATA"))


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the log and crash reports lie."""
    return private(_home(environment, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA"))


def private(folder: Path) -> Path:
    """The folder, made with its parents, open to nobody else."""
    folder.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(OWNER_ONLY)
    return folder


def keep_dialogs_private() -> None:
    """Qt's own file dialog writes the names of folders down for everybody to read; let it do so in our folder."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(private(settings_folder() / "qt")))


def _home(
    environment: Mapping[str, str], variable: str, usual: str, windows: str, platform: str = sys.platform
) -> Path:
    if platform == "win32":
        return Path(environment.get(windows) or Path.home() / "AppData" / "Roaming") / NAME
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    named = environment.get(variable, "")
    return (Path(named) if Path(named).is_absolute() else Path.home() / usual) / NAME
