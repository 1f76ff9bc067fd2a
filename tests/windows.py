"""The real window, built as the program builds it, with settings of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from salesorg_gui import app
from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import running_timers

SIZE = (1600, 1000)


@contextmanager
def open_window(folder: Path, plan: Plan | None = None) -> Iterator[MainWindow]:
    """A window of 1600 by 1000; closed afterwards, with whatever was not saved let go."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setFont(qt_font(Weight.REGULAR, app.BODY_PX))
    window = app.make_window(application, SettingsFile(folder / "settings.json"), plan)
    window.resize(*SIZE)
    window.show()
    window.finish()
    window.surface.canvas.set_reduced_motion(True)
    application.processEvents()
    try:
        yield window
    finally:
        application.clipboard().clear()  # without a screen, what was copied would outlive the interpreter and crash it
        window.surface.canvas.session.open(empty_plan())
        window.close()
        assert not window.isVisible()
        still_running = running_timers(window)
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.setStyleSheet("")
        assert not still_running, still_running
