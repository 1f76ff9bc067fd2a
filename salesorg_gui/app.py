"""The composition root: builds every part once, and knows them all."""

import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from salesorg_gui import __version__, i18n
from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.desk.folders import keep_dialogs_private, settings_folder
from salesorg_gui.desk.settings import FILE_NAME, Settings, SettingsFile
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.document import Document
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary
from salesorg_gui.window.dropped import is_table
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.parts import Parts
from salesorg_gui.window.theme_switch import ThemeSwitch

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.capacity.reckoner import Reckoner
    from salesorg_gui.desk.watch import Watch
    from salesorg_gui.rules import examination
    from salesorg_gui.rules.finding import Findings
    from salesorg_gui.study.strain import Strain

BODY_PX = 13


def run(argv: Sequence[str]) -> int:
    """Open the window, with the file named first if there is one, and stay until it is closed."""
    application = make_application()
    window = open_window(application, argv)
    watches: list[Watch] = []
    window.painted.connect(lambda: watches.append(watch_over(window)))
    status = application.exec()
    for watch in watches:
        watch.end()
    return status


def open_window(application: QApplication, argv: Sequence[str]) -> MainWindow:
    """Show the window with the file named, else the last one, in it."""
    keep_dialogs_private()
    settings = SettingsFile(settings_folder() / FILE_NAME)
    speak(settings.settings)
    session = Session()
    document = Document(session)
    path = file_to_open(argv, settings.settings)
    is_open = path is not None and not is_table(path) and document.open_quietly(path)
    window = window_of(application, settings, session, document)
    if path is not None:
        window.whole.connect(lambda: settings.remember(path) if is_open else window.commands.files.open_path(path))
    window.show()
    return window


def watch_over(window: MainWindow) -> "Watch":
    """Write down what goes wrong from now on, and say so as soon as the window can."""
    from salesorg_gui.desk.watch import Watch  # noqa: PLC0415 -- logging is loaded after the first paint

    watch = Watch(window)
    window.whole.connect(lambda: watch.tell(window.surface.notice.say))
    return watch


def file_to_open(argv: Sequence[str], settings: Settings) -> Path | None:
    """The file named at the start, else the one opened last if it is still there."""
    if argv:
        return Path(argv[0])
    last = Path(settings.recent[0]) if settings.recent else None
    return last if last is not None and last.is_file() else None


def make_application() -> QApplication:
    """Qt itself: its style, its font, and numbers that look the same under every locale.

    ``setStyle`` would hand a style to Python, which then makes all the names a style knows.
    """
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Salesorg")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("salesorg")
    QLocale.setDefault(QLocale.c())
    application.setFont(qt_font(Weight.REGULAR, BODY_PX))
    return application


def make_window(application: QApplication, settings: SettingsFile, plan: Plan | None = None) -> MainWindow:
    """The window on a plan, with all that stands behind it."""
    speak(settings.settings)
    session = Session(plan)
    return window_of(application, settings, session, Document(session))


def window_of(application: QApplication, settings: SettingsFile, session: Session, document: Document) -> MainWindow:
    """The window on a document that is open already."""
    vocabulary = Vocabulary(session, load(i18n.language()))
    switch = ThemeSwitch(application, settings)
    reckoning = Reckoning(vocabulary)
    parts = Parts(
        ground=Ground(session, vocabulary, switch.look),
        document=document,
        examine=Examination(vocabulary, reckoning),
        reckon=reckoning,
        capacity=reckoning.capacity,
        settings=settings,
        switch=switch,
    )
    window = MainWindow(parts)
    for behind in (session, document, vocabulary, switch):
        behind.setParent(window)  # else what listens to them with a function would keep them all for ever
    return window


def speak(settings: Settings) -> None:
    """Speak the language of the settings, else that of the desktop."""
    i18n.use(i18n.offered(settings.language or QLocale.system().name()))


class Examination:
    """Lets the rules look at a chart and keeps what they found; they are loaded when they are first asked."""

    def __init__(self, vocabulary: Vocabulary, reckoning: "Reckoning") -> None:
        self._shipped = vocabulary.shipped
        self._reckoning = reckoning

    def __call__(self, plan: Plan, chart: Chart) -> "Findings":
        """What they find."""
        return self._kept(plan, chart, self._shipped)

    @cached_property
    def _kept(self) -> "examination.Examination":
        from salesorg_gui.rules import examination  # noqa: PLC0415 -- loads networkx, after the first paint

        return examination.Examination(reckon=self._reckoning.reckoner)


class Reckoning:
    """Reckons how hard what comes in presses on a chart.

    ``reckoner`` is shared with the rules, which ask for the same chart at the same time.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._shipped = vocabulary.shipped

    def __call__(self, plan: Plan, chart: Chart) -> "Strain | None":
        """The strain on seats and handoffs; nothing where returns feed themselves without end."""
        from salesorg_gui.capacity.capacity import NoCapacity  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.strain import Strain  # noqa: PLC0415

        try:
            return Strain.of(self.capacity(plan, chart))
        except NoCapacity:
            return None

    def capacity(self, plan: Plan, chart: Chart) -> "Capacity":
        """All that is reckoned for a chart. Raises ``NoCapacity``, whose message says why."""
        from salesorg_gui.capacity.figures import situation_of  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.catalogue.duties import Duties  # noqa: PLC0415

        duties = Duties(chart, self._shipped.with_plan_roles(plan.roles))
        return self.reckoner(duties, situation_of(plan, self._shipped))

    @cached_property
    def reckoner(self) -> "Reckoner":
        """Keeps the last reckoning."""
        from salesorg_gui.capacity.reckoner import Reckoner  # noqa: PLC0415 -- loads networkx

        return Reckoner()
