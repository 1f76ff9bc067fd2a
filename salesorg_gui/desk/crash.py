"""What happens when the program itself is wrong: it is written down without data, and said once.

Catches what leaves a slot, an override, a thread or a finaliser; a crash of the interpreter leaves the places of its
code in a file of its own.
"""

import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal

from salesorg_gui.desk.logs import ROOT, places
from salesorg_gui.i18n import _

FILE_NAME = "crash.txt"
QUIET_SECONDS = 60.0


class CrashReporter(QObject):
    """Emits ``happened`` with a sentence for an unexpected error, at most once a minute for each place in the code.

    The signal may come from any thread; a listener that lives in the window's thread is called there.
    """

    happened = Signal(str)

    def __init__(
        self, folder: Path, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: dict[str, float] = {}
        self._file = _open(folder / FILE_NAME)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def watch(self) -> None:
        """Take over the hooks of the interpreter."""
        sys.excepthook = self._of_the_interpreter
        threading.excepthook = self._of_a_thread
        sys.unraisablehook = self._of_a_finaliser
        if self._file is not None:
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """Give the hooks back and close the file."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def report(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write the error down; say so unless it was said a moment ago."""
        text = places(kind, trace)
        now = self._clock()
        if now - self._last.get(text, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        self._last[text] = now
        logging.getLogger(ROOT).error("unexpected error: %s", text)
        self.happened.emit(apology())

    def _of_the_interpreter(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.report(kind, trace)

    def _of_a_thread(self, args: threading.ExceptHookArgs) -> None:
        self.report(args.exc_type, args.exc_traceback)

    def _of_a_finaliser(self, args: "sys.UnraisableHookArgs") -> None:
        self.report(args.exc_type, args.exc_traceback)


def apology() -> str:
    """What is said after an error of the program itself."""
    return _("Something went wrong in the program. The plan is as it was before; save it under another name.")


def _open(path: Path) -> IO[str] | None:
    try:
        file = path.open("a", encoding="utf-8")
        path.chmod(0o600)
    except OSError:
        return None
    return file
