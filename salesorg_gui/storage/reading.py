"""Opens a plan from disk."""

import errno
import os
import stat
from pathlib import Path

from salesorg_gui.i18n import _
from salesorg_gui.storage.parsing import BYTES_LIMIT
from salesorg_gui.storage.problems import BrokenFile, Problem
from salesorg_gui.storage.text import Opened, loads


def read(path: Path) -> Opened:
    """The plan in a file; ``BrokenFile`` says why there is none."""
    return loads(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The content of an ordinary file, one byte more at most than any plan has."""
    try:
        # Without waiting: a named pipe would let the program hang.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise IsADirectoryError(errno.EISDIR, "not a file")
            return file.read(BYTES_LIMIT + 1)
    except (OSError, ValueError) as failure:
        raise BrokenFile((Problem("", _reason(path, failure)),)) from failure


def _reason(path: Path, failure: OSError | ValueError) -> str:
    match failure:
        case FileNotFoundError() | NotADirectoryError():
            sentence = _("There is no file {name}. Look whether it was moved or renamed.")
        case IsADirectoryError():
            sentence = _("{name} is not a file. Choose a plan.")
        case PermissionError():
            sentence = _("{name} may not be read. Ask its owner for permission.")
        case _:
            sentence = _("{name} cannot be read. Look whether the disk or network drive is there.")
    return sentence.format(name=path.name or str(path))
