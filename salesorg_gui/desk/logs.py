"""The log: where in the program something happened, never what a document holds.

Records carry ids, counts and codes. Exception texts are left out, for they may quote names, values and paths; the
places in our own code stay.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_NAME = "salesorg.log"
LIMIT = 256 * 1024
ROOT = "salesorg"

type Exc = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Writes an exception as its type and the lines of code it came through, without its text."""

    def formatException(self, ei: Exc) -> str:
        """The type and the places."""
        kind, _error, trace = ei
        return places(kind, trace) if kind is not None else ""


def places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An exception without its text: its type, and file name, line and function of each call."""
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines])


def start_log(folder: Path) -> logging.Logger:
    """Log to a file of the user that never grows past two times 256 KiB; to nowhere when the folder refuses."""
    log = logging.getLogger(ROOT)
    log.setLevel(logging.INFO)
    log.propagate = False
    if log.handlers:
        return log
    try:
        file = RotatingFileHandler(folder / FILE_NAME, maxBytes=LIMIT, backupCount=1, encoding="utf-8", delay=False)
        (folder / FILE_NAME).chmod(0o600)
    except OSError:
        log.addHandler(logging.NullHandler())
        return log
    file.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(file)
    return log


def stop_log() -> None:
    """Close the file."""
    log = logging.getLogger(ROOT)
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
