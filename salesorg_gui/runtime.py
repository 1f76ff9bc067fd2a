"""Whether this interpreter and this Qt can carry the program.

Older pairs lose references on every call into Qt, crash when an exception leaves an override, or run code
from a settings file. Written in old syntax, so that an old interpreter can read the refusal.
"""

import gc
import os
import sys
from pathlib import Path
from typing import Optional, Tuple

OLDEST_PYTHON = (3, 12)
OLDEST_QT = (6, 12)
INSTALLED = "pyside6_essentials-"
PLATFORMS_WITH_ONE_SCREEN_SYSTEM = ("win32", "darwin")


def interpreter_complaint(version: Tuple[int, ...] = tuple(sys.version_info[:3])) -> Optional[str]:
    """Say in one line why this interpreter will not do, or nothing."""
    if version[:2] >= OLDEST_PYTHON:
        return None
    found = ".".join(str(number) for number in version)
    return "Salesorg needs Python 3.12 or newer; this is {}. 'make run' finds a suitable one.".format(found)


def refuse_unsuitable_interpreter() -> None:
    """Leave with one line if this interpreter will not do."""
    complaint = interpreter_complaint()
    if complaint:
        sys.stderr.write(complaint + "\n")
        sys.exit(2)


def qt_complaint(version: Optional[str] = None) -> Optional[str]:
    """Say in one line why this Qt will not do, or nothing; a bundle was checked when it was built."""
    if getattr(sys, "frozen", False):
        return None
    found = version or installed_qt()
    if found is None:
        return "Salesorg needs PySide6-Essentials 6.12 or newer, and there is none. 'make run' installs it."
    if tuple(int(number) for number in found.split(".")[:2]) >= OLDEST_QT:
        return None
    return "Salesorg needs PySide6-Essentials 6.12 or newer; this is {}. 'make run' installs it.".format(found)


def installed_qt() -> Optional[str]:
    """Return the version of Qt for Python without loading it.

    It stands in the name of the folder that an installer leaves; what else reads it would be loaded for longer than
    Qt itself.
    """
    for place in map(Path, sys.path):
        for one in place.iterdir() if place.is_dir() else ():
            if one.name.lower().startswith(INSTALLED) and one.suffix == ".dist-info":
                return one.stem[len(INSTALLED) :]
    return described_qt()


def described_qt() -> Optional[str]:
    """The version of a Qt for Python that was installed in another way."""
    from importlib import metadata

    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return None


def load_qt() -> None:
    """Load Qt for Python first of all, and without what makes loading everything after it slow.

    It would load what it knows of signatures, which is asked for when a call goes wrong (``signatures``), and look into
    each later import for ``from __feature__ import``, reading the source of every module; we never write that, so this
    hook is taken out again. Its enumerations are made in a quicker way (``enumerations``). Garbage is collected once
    the window stands (``desk.rubbish``).
    """
    from salesorg_gui.enumerations import hasten
    from salesorg_gui.signatures import postponed

    gc.disable()
    hasten()
    with postponed():
        import PySide6.QtCore  # noqa: F401


def screen_complaint() -> Optional[str]:
    """Say in one line that there is no display to open a window on, or nothing."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform in PLATFORMS_WITH_ONE_SCREEN_SYSTEM or any(os.environ.get(name) for name in named):
        return None
    return "No display to open a window on. 'salesorg --help' lists what works without one."
