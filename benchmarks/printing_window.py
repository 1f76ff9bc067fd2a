"""How long a window keeps a hand waiting while a book of a thousand seats is printed from it.

The real window and its real print dialog, which shows the pages as they come. A timer of ten milliseconds tells the
turns of the event loop: the longest gap between two is the longest anybody waits for an answer. On a busy machine a
window waits for its turn even at rest; what it waits for in this very program is told by the CPU time that all of its
threads took in a gap.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.companies import company
from salesorg_gui import app
from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.desk.rubbish import Sweeper
from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.printing.dialog import PrintDialog
from salesorg_gui.window.printing.making import Maker

SEATS = 1_000
TURN_MS = 10
REST_S, LONGEST_S = 5.0, 600.0
AIM_MS = 50.0


type Gap = tuple[float, float]
"""Milliseconds by the clock, and of CPU time in all threads."""


def gaps_until(is_over: Callable[[], bool]) -> list[Gap]:
    """What passed between the turns of the event loop until something was over."""
    loop = QEventLoop()
    gaps: list[Gap] = []
    started = last = time.perf_counter()
    last_spent = time.process_time()

    def turn() -> None:
        nonlocal last, last_spent
        now, spent = time.perf_counter(), time.process_time()
        gaps.append(((now - last) * 1000, (spent - last_spent) * 1000))
        last, last_spent = now, spent
        if is_over() or now - started > LONGEST_S:
            loop.quit()

    timer = QTimer(loop, interval=TURN_MS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(turn)
    timer.start()
    loop.exec()
    timer.stop()
    return gaps


def told(name: str, gaps: Sequence[Gap]) -> None:
    """Print a row for the clock and one for this program."""
    for what, one in (("by the clock", 0), ("of CPU time", 1)):
        spent = sorted(gap[one] for gap in gaps)
        usual, most = spent[len(spent) // 2], spent[int(len(spent) * 0.99)]
        late = sum(gap > AIM_MS for gap in spent)
        print(f"{f'{name}, {what}':<36}{len(spent):>8}{usual:>9.1f}{most:>9.1f}{spent[-1]:>9.1f}{late:>12}")


def printed(window: MainWindow) -> tuple[list[Gap], int]:
    """The gaps from the call for a book until it is made, and how many pages it has."""
    started = time.process_time()
    window.actions_table["print"].trigger()
    opening = (time.process_time() - started) * 1000
    (dialog,) = [found for found in window.findChildren(PrintDialog) if found.isVisible()]
    made: list[bool] = []
    (maker,) = window.findChildren(Maker)
    maker.made.connect(lambda: made.append(True))
    gaps = gaps_until(lambda: bool(made))
    pages = len(maker.pages)
    dialog.reject()
    print(f"the dialog opens in {opening:.0f} ms of CPU time")
    return gaps, pages


def main() -> int:
    """Measure and print."""
    application = QApplication(sys.argv[:1])
    application.setFont(qt_font(Weight.REGULAR, app.BODY_PX))
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        settings.remember_printing({"document": "book"})
        window = app.make_window(application, settings, company(SEATS))
        window.resize(1600, 1000)
        window.show()
        window.finish()
        sweeper = Sweeper(window)  # as in the program: nothing is swept up by whoever prints
        settled = time.perf_counter() + REST_S
        gaps_until(lambda: time.perf_counter() > settled)  # what is built late stands
        end = time.perf_counter() + REST_S
        at_rest = gaps_until(lambda: time.perf_counter() > end)
        printing, pages = printed(window)
        print(
            f"{f'ms between turns, {pages} pages':<36}{'turns':>8}{'median':>9}{'99 %':>9}{'longest':>9}{'over 50':>12}"
        )
        told("at rest", at_rest)
        told("printing", printing)
        window.surface.canvas.session.open(empty_plan())
        window.close()
        sweeper.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
