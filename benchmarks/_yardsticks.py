"""What Qt itself needs: an empty scene, and one native item for each card: ``python -m benchmarks._yardsticks …``.

``empty FRAMES`` pans a scene without items; ``native SEATS`` lays the company out as we do, makes a rounded rectangle
with three texts for every card and a path for every line, and paints all of it fitted to the window. Garbage is
collected as it is where our own view is measured.
"""

import json
import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from benchmarks._frames import HEIGHT, WIDTH, Paints
from benchmarks.companies import company
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.desk.rubbish import Sweeper
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind

STEP, ROOM = 24, 100_000
PEN, BRUSH = QPen(QColor("#667788"), 1), QBrush(QColor("#eef4fb"))


def shown(scene: QGraphicsScene) -> tuple[QGraphicsView, Paints]:
    """A view on a scene, not painted yet."""
    view = QGraphicsView(scene)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(WIDTH, HEIGHT)
    return view, Paints(view.viewport())


def empty(count: int) -> dict[str, float]:
    """The pan frame of a scene without items."""
    scene = QGraphicsScene(QRectF(0, 0, ROOM, ROOM))
    view, paints = shown(scene)
    view.show()
    QApplication.processEvents()
    bar = view.horizontalScrollBar()
    return paints.mean_frame(lambda _number: bar.setValue(bar.value() + STEP), count).named("pan")


def native(plan: Plan) -> dict[str, float]:
    """From a plan in memory to one item for each card, painted."""
    scene = QGraphicsScene()
    view, paints = shown(scene)

    def show() -> None:
        chart = plan.first_chart
        fill(scene, chart, arranged(ViewKind.BOARD, chart, None, load()))
        view.fitInView(scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
        view.show()

    return paints.until_painted(show).named("first")


def fill(scene: QGraphicsScene, chart: Chart, layout: Layout) -> None:
    """Make the items."""
    for seat in chart.seats.values():
        rect = layout.cards.get(Key(Kind.SEAT, seat.id))
        if rect is not None:
            words = (seat.role, seat.people[0].name if seat.people else "Open", seat.pod or "")
            scene.addItem(card(rect, words))
    for line in chart.lines.values():
        ends = [layout.cards.get(Key(Kind.SEAT, seat)) for seat in (line.manager, line.report)]
        if ends[0] is not None and ends[1] is not None:
            scene.addItem(edge(ends[0], ends[1]))


def card(rect: Rect, words: tuple[str, ...]) -> QGraphicsItem:
    """A rounded rectangle with texts."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, rect.width, rect.height), 8, 8)
    item = QGraphicsPathItem(path)
    item.setPen(PEN)
    item.setBrush(BRUSH)
    item.setPos(rect.x, rect.y)
    for number, text in enumerate(words):
        QGraphicsSimpleTextItem(text, item).setPos(8, 6 + 16 * number)
    return item


def edge(manager: Rect, report: Rect) -> QGraphicsItem:
    """A line with two corners."""
    path = QPainterPath()
    middle = (manager.bottom + report.y) / 2
    path.moveTo(manager.centre.x, manager.bottom)
    path.lineTo(manager.centre.x, middle)
    path.lineTo(report.centre.x, middle)
    path.lineTo(report.centre.x, report.y)
    item = QGraphicsPathItem(path)
    item.setPen(PEN)
    return item


def main(words: list[str]) -> int:
    """Measure and print one line of JSON."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    sweeper = Sweeper(application)
    found = empty(int(words[1])) if words[0] == "empty" else native(company(int(words[1])))
    print(json.dumps(found))
    sweeper.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
