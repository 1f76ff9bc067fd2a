"""What the real view of the chart needs, in a process of its own: ``python -m benchmarks._own_view SEATS FRAMES``.

The view is 1920 by 1080 and gets the events a hand would send it. Garbage is collected as in the program, by its timer.
Prints one line of JSON.
"""

import gc
import json
import resource
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks._frames import HEIGHT, WIDTH, Paints, Spent
from benchmarks.companies import company, member
from salesorg_gui.canvas.fonts import qt_font
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.desk.rubbish import Sweeper
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.session.session import Session

if TYPE_CHECKING:
    from salesorg_gui.domain.plan import Plan

LEFT, NO_KEYS, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
STEP, NOTCH, REST_S = 24, 120, 0.4
HELD_POD, HELD_PLACE = 10, 4


@dataclass(frozen=True, slots=True)
class Bench:
    """The view, what is held in it, and a count of its frames."""

    session: Session
    view: ChartView
    paints: Paints

    @property
    def held(self) -> Key:
        """The seat that is moved and edited, in the middle of its pod."""
        pods = len(self.session.chart.pods)
        return Key(Kind.SEAT, member(min(HELD_POD, pods - 1), HELD_PLACE))

    def wheel(self, sweep: QPoint, turn: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Send a step of the wheel or a sweep of two fingers to the middle of the view."""
        port = self.view.viewport()
        at = port.rect().center()
        phase = Qt.ScrollPhase.NoScrollPhase
        spot = QPointF(port.mapToGlobal(at))
        event = QWheelEvent(QPointF(at), spot, sweep, turn, NO_BUTTON, keys, phase, False)
        QApplication.sendEvent(port, event)

    def pan(self, _number: int) -> None:
        """Sweep by one step."""
        self.wheel(QPoint(-STEP, 0), QPoint(-NOTCH, 0), NO_KEYS)

    def zoom(self, number: int) -> None:
        """Turn the wheel by one notch, back and forth."""
        turn = QPoint(0, -NOTCH if number % 2 else NOTCH)
        self.wheel(QPoint(), turn, Qt.KeyboardModifier.ControlModifier)

    def look_at_held(self) -> None:
        """Life size, the held seat in sight; what was thrown away so far is swept up in this pause."""
        gc.collect(1)
        self.view.zoom_reset()
        self.view.reveal([self.held])
        QApplication.processEvents()
        self.paints.rest(REST_S)


def first_picture(plan: "Plan") -> tuple[Bench, Spent]:
    """From a plan in memory to all of it painted, fitted to the window."""
    session = Session()
    view = ChartView(session, load(), theme(ThemeName.LIGHT))
    view.set_reduced_motion(True)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    bench = Bench(session, view, Paints(view.viewport()))

    def show() -> None:
        session.open(plan)

    return bench, bench.paints.until_painted(show)


def moving(bench: Bench, count: int) -> Spent:
    """The frame of a card that a hand moves with its edges, per mouse move."""
    port, rect = bench.view.viewport(), bench.view.picture.layout.rect(bench.held)
    assert rect is not None, bench.held
    start = bench.view.to_viewport(rect.centre).toPoint()
    QTest.mouseMove(port, start)
    QTest.mousePress(port, LEFT, NO_KEYS, start)

    def move(number: int) -> None:
        QTest.mouseMove(port, start + QPoint(20 + 6 * (number % 40), 10 + 3 * (number % 40)))

    spent = bench.paints.mean_frame(move, count)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NO_KEYS, start)
    return spent


def edit_to_frame(bench: Bench, count: int) -> Spent:
    """From an edit to the frame that shows it."""

    def rename(number: int) -> None:
        seat = bench.session.chart.seats[SeatId(bench.held.id)]
        bench.session.perform(Revise((replace(seat, title=f"Key seller {number}"),), "Rename"))

    return bench.paints.mean_frame(rename, count)


def measured(seats: int, count: int) -> dict[str, float]:
    """All of it, by name."""
    bench, first = first_picture(company(seats))
    found = first.named("first")
    bench.look_at_held()
    found |= bench.paints.mean_frame(bench.pan, count).named("pan")
    bench.look_at_held()
    found |= bench.paints.mean_frame(bench.zoom, count).named("zoom")
    found["ms to sharp"] = bench.paints.rest(REST_S)
    bench.look_at_held()
    found |= moving(bench, count).named("move")
    bench.look_at_held()
    found |= edit_to_frame(bench, max(5, count // 4)).named("edit")
    return found | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main(words: list[str]) -> int:
    """Measure and print."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setFont(qt_font(Weight.REGULAR, 13))
    sweeper = Sweeper(application)
    print(json.dumps(measured(int(words[0]), int(words[1]))))
    sweeper.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
