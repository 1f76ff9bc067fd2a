"""Take the pictures of the guide: the real window with the shipped example, in light and in dark.

Usage: python docs/pictures/make.py [FOLDER]. Without a screen the pictures are taken off screen.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from salesorg_gui import app  # noqa: E402 -- from the checkout, not from what may be installed
from salesorg_gui.desk.settings import FILE_NAME, SettingsFile, ThemeChoice  # noqa: E402
from salesorg_gui.domain.ids import Key, Kind  # noqa: E402
from salesorg_gui.resources import resource  # noqa: E402
from salesorg_gui.session.session import Session  # noqa: E402
from salesorg_gui.window.main_window import MainWindow  # noqa: E402

SIZE = (1600, 1000)
PICTURES = {
    "board-light": ("board", ThemeChoice.LIGHT),
    "board-dark": ("board", ThemeChoice.DARK),
    "handoffs-light": ("handoffs", ThemeChoice.LIGHT),
}
SHOWN_ROLE = "account_executive"
PATIENCE_MS, STILL_MS = 10_000, 900


def main(words: list[str]) -> None:
    """Take all pictures."""
    folder = Path(words[0]) if words else Path(__file__).resolve().parent
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = app.make_application()
    for name, (view, choice) in PICTURES.items():
        with tempfile.TemporaryDirectory() as place:
            settings = SettingsFile(Path(place) / FILE_NAME)
            settings.wear(choice)
            window = app.make_window(application, settings)
            take(application, window, view, folder / f"{name}.png")


def take(application: QApplication, window: MainWindow, view: str, path: Path) -> None:
    """Open the example, select somebody, wait for rules and loads, and take the picture."""
    session = window.parts.ground.session
    window.resize(*SIZE)
    window.show()
    window.finish()
    window.commands.files.open_path(resource("examples", "nordlys.salesorg"))
    window.commands.views.show_kind(view)
    session.selection.select([somebody(session)])
    window.surface.canvas.setFocus()
    wait_for_rules(application, window)
    window.grab().save(str(path))
    window.close()


def somebody(session: Session) -> Key:
    """The first seat of the role that is shown."""
    return Key(Kind.SEAT, next(seat.id for seat in session.chart.seats.values() if seat.role == SHOWN_ROLE))


def wait_for_rules(application: QApplication, window: MainWindow) -> None:
    """Until findings and loads have come and cards stand still."""
    found: list[object] = []
    loads: list[object] = []
    window.examiner.found.connect(found.append)
    window.reckoner.answered.connect(loads.append)
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < PATIENCE_MS and not (found and loads and clock.elapsed() > STILL_MS):
        application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
