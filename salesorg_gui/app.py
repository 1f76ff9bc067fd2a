"""The composition root: builds every part once, and knows them all."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from salesorg_gui import __version__, i18n
from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.desk.crash import CrashReporter
from salesorg_gui.desk.folders import keep_dialogs_private, settings_folder, state_folder
from salesorg_gui.desk.logs import start_log, stop_log
from salesorg_gui.desk.rubbish import Sweeper
from salesorg_gui.desk.settings import FILE_NAME, Settings, SettingsFile
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Findings
from salesorg_gui.session.document import Document
from salesorg_gui.session.examiner import Examiner
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.parts import Parts
from salesorg_gui.window.theme_switch import ThemeSwitch

BODY_PX = 13
log = logging.getLogger("salesorg.app")


def run(argv: Sequence[str]) -> int:
    """Open the window, with the file named first if there is one, and stay until it is closed."""
    start_log(state_folder())
    application = make_application()
    reporter = CrashReporter(state_folder())
    reporter.watch()
    sweeper = Sweeper(application)
    keep_dialogs_private()
    settings = SettingsFile(settings_folder() / FILE_NAME)
    window = make_window(application, settings)
    reporter.happened.connect(window.surface.notice.say)
    window.show()
    wanted = file_to_open(argv, settings.settings)
    if wanted is not None:
        QTimer.singleShot(0, window, lambda: window.commands.files.open_path(wanted))
    log.info("started %s", __version__)
    status = application.exec()
    sweeper.stop()
    reporter.stop()
    stop_log()
    return status


def file_to_open(argv: Sequence[str], settings: Settings) -> Path | None:
    """The file named at the start, else the one opened last if it is still there."""
    if argv:
        return Path(argv[0])
    last = Path(settings.recent[0]) if settings.recent else None
    return last if last is not None and last.is_file() else None


def make_application() -> QApplication:
    """Qt itself: its style, its font, and numbers that look the same under every locale."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Salesorg")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("salesorg")
    QLocale.setDefault(QLocale.c())
    application.setStyle("Fusion")
    application.setFont(qt_font(Weight.REGULAR, BODY_PX))
    return application


def make_window(application: QApplication, settings: SettingsFile, plan: Plan | None = None) -> MainWindow:
    """The window with all that stands behind it."""
    i18n.use(spoken(settings.settings.language or QLocale.system().name()))
    session = Session(plan)
    vocabulary = Vocabulary(session, load(i18n.language()))
    switch = ThemeSwitch(application, settings)
    parts = Parts(
        ground=Ground(session, vocabulary, switch.look),
        document=Document(session),
        examiner=Examiner(session, Examination(vocabulary)),
        settings=settings,
        switch=switch,
    )
    return MainWindow(parts)


def spoken(wanted: str) -> str:
    """The language of window and roles alike: the one wanted if the window has texts in it, else English."""
    name = wanted.replace("-", "_").split("_", maxsplit=1)[0]
    return name if name in i18n.available() else i18n.SOURCE_LANGUAGE


class Examination:
    """Lets the rules look at a chart; they and their graphs are loaded when they are first asked."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._shipped = vocabulary.shipped

    def __call__(self, plan: Plan, chart: Chart) -> Findings:
        """What they find."""
        from salesorg_gui.rules.examine import examine  # noqa: PLC0415 -- loads networkx, after the first paint

        return examine(plan, chart, self._shipped.with_plan_roles(plan.roles))
