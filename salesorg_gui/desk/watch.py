"""Who watches over a running program: the log, the reporter of crashes, the collector of garbage."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject

from salesorg_gui import __version__
from salesorg_gui.desk.crash import CrashReporter
from salesorg_gui.desk.folders import state_folder
from salesorg_gui.desk.logs import start_log, stop_log
from salesorg_gui.desk.rubbish import Sweeper

log = logging.getLogger("salesorg.app")


class Watch:
    """From its making until ``end``."""

    def __init__(self, parent: QObject) -> None:
        start_log(state_folder())
        self._reporter = CrashReporter(state_folder())
        self._reporter.watch()
        self._sweeper = Sweeper(parent)
        log.info("started %s", __version__)

    def tell(self, say: Callable[[str], object]) -> None:
        """Let the user be told about an unexpected error, by one sentence."""
        self._reporter.happened.connect(say)

    def end(self) -> None:
        """Close the log and give the interpreter's hooks back."""
        self._sweeper.stop()
        self._reporter.stop()
        stop_log()
