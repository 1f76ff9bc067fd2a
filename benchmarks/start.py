"""How long it takes until the command line can answer, and until the window shows a plan of 1 000 seats.

Fresh interpreters in turn, the CPU time of each whole process; what Python compiles once lies ready, as it does on a
machine where the program has been started before.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.companies import company
from salesorg_gui.storage.text import dumps

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "resources" / "examples" / "nordlys.salesorg"
SEATS, ROUNDS = 1_000, 7

EMPTY_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    is_painted = False
    def paintEvent(self, event):
        self.is_painted = True
application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
while not window.is_painted:
    application.processEvents()
os._exit(0)
"""
MAIN_WINDOW = """
import os, sys
from salesorg_gui.runtime import interpreter_complaint, load_qt, qt_complaint, screen_complaint
assert (interpreter_complaint() or screen_complaint() or qt_complaint()) is None
load_qt()
from salesorg_gui import app
application = app.make_application()
window = app.open_window(application, [sys.argv[1]])
def leave():
    assert len(window.frame.canvas.picture.layout.cards) >= int(sys.argv[2])
    os._exit(0)
window.{signal}.connect(leave)
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Something to start, and what its time is compared by."""

    name: str
    words: Sequence[object]


def starts(plan: Path) -> tuple[Start, ...]:
    """All that is measured; the second is the yardstick of windows."""
    module = ("-m", "salesorg_gui")
    return (
        Start("Python alone", ("-c", "pass")),
        Start("an empty QWidget painted", ("-c", EMPTY_WINDOW)),
        Start("the window with 1 000 seats painted", ("-c", MAIN_WINDOW.format(signal="painted"), plan, SEATS)),
        Start("the same with everything in it", ("-c", MAIN_WINDOW.format(signal="whole"), plan, SEATS)),
        Start("salesorg --version", (*module, "--version")),
        Start("salesorg check EXAMPLE", (*module, "check", EXAMPLE, "--fail-on", "never")),
    )


def surroundings(folder: Path) -> Mapping[str, str]:
    """An environment with settings and compiled modules of its own."""
    own = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "PYTHONPYCACHEPREFIX")}
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT)) | own
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def cpu_of(start: Start, env: Mapping[str, str]) -> float:
    """The CPU ms of one fresh process."""
    words = [sys.executable, *map(str, start.words)]
    before = os.times()
    subprocess.run(words, cwd=ROOT, env=env, check=True, capture_output=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used * 1000


def measured(rounds: int) -> dict[str, float]:
    """The median of each start; one round goes before, unmeasured."""
    with tempfile.TemporaryDirectory() as place:
        plan, env = Path(place) / "company.salesorg", surroundings(Path(place))
        plan.write_bytes(dumps(company(SEATS)))
        times: dict[str, list[float]] = {start.name: [] for start in starts(plan)}
        for _round in range(rounds + 1):
            for start in starts(plan):
                times[start.name].append(cpu_of(start, env))
    return {name: statistics.median(found[1:]) for name, found in times.items()}


def main() -> int:
    """Print the table."""
    found = measured(ROUNDS)
    yardstick = found["an empty QWidget painted"]
    print(f"{'what':<38}{'CPU ms':>10}{'of the empty window':>22}")
    for name, spent in found.items():
        print(f"{name:<38}{spent:>10.0f}{spent / yardstick:>20.2f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
