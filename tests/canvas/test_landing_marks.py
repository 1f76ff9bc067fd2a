"""What a landing marks is laid over the chart and taken off again; nobody can tell it from the chart painted anew."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.canvas.test_pushing import on_screen
from tests.layout.charts import random_chart
from tests.mouse import CONTROL, Mouse, pod, seat
from tests.pictures import SPOTS, differing

STEPS = 18


def painted_anew(view: ChartView) -> QImage:
    """What the screen shows when nothing that was painted is kept."""
    view.repaint_lower()
    return on_screen(view)


def is_as_anew(view: ChartView) -> bool:
    """Whether an eye could not tell."""
    shown = on_screen(view)
    return len(differing(shown, painted_anew(view))) <= SPOTS


def carry(view: ChartView, chance: Random) -> str:
    """Take hold of something, or go on with it."""
    port, layout = view.viewport(), view.picture.layout
    at = QPoint(chance.randrange(port.width()), chance.randrange(port.height()))
    if not view.is_carrying:
        spot = view.to_viewport(chance.choice(sorted(layout.cards.values())).centre).toPoint()
        if port.rect().contains(spot):
            QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=spot)
        return f"press {spot}"
    if layout.frames and chance.random() < 0.7:
        at = view.to_viewport(chance.choice(sorted(layout.frames.values())).centre).toPoint()
    inner = port.rect().adjusted(40, 40, -40, -40)  # near the rim the chart would come towards the hand
    at = QPoint(max(inner.left(), min(at.x(), inner.right())), max(inner.top(), min(at.y(), inner.bottom())))
    QTest.mouseMove(port, at)
    return f"move {at}"


def step(view: ChartView, mouse: Mouse, chance: Random) -> str:
    at = QPoint(chance.randrange(view.viewport().width()), chance.randrange(view.viewport().height()))
    match chance.randrange(14):
        case 0:
            view.look(view.camera.panned(*chance.choice([(24.0, 0.0), (-300.0, 11.0), (0.0, 170.0), (-7.0, -260.0)])))
            return "pan"
        case 1:
            mouse.wheel(at, QPoint(0, chance.choice([120, -120])), CONTROL)
            view.sharpen()
            return "zoom"
        case 2:
            QTest.keyClick(view, Qt.Key.Key_Escape)
            return "escape"
        case 3:
            name = chance.choice(sorted(view.session.chart.seats))
            view.session.perform(Revise((b.seat(name, "account_manager"),), "Edit"))
            return "edit"
        case 4:
            QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
            return "release"
        case _:
            return carry(view, chance)


@pytest.mark.parametrize("kind", [ViewKind.BOARD, ViewKind.HANDOFFS])
@pytest.mark.parametrize("seed", range(5))
def test_a_drag_shows_what_is_painted_anew(view: ChartView, mouse: Mouse, seed: int, kind: ViewKind) -> None:
    chance = Random(f"{seed} {kind}")
    chart = random_chart(seed, 40, free=0.2)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.show_view(kind)
    view.zoom_reset()
    done: list[str] = []
    for _ in range(STEPS):
        for _ in range(chance.randrange(1, 8)):
            done.append(step(view, mouse, chance))
            if chance.random() < 0.7:
                QApplication.processEvents()
        assert is_as_anew(view), done
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_pod_that_was_left_is_put_back_and_not_painted(view: ChartView, mouse: Mouse, painted: list[QRect]) -> None:
    mouse.carry(mouse.on(seat(b.ADA)), mouse.on(pod(b.SOUTH)))
    on_screen(view)
    painted.clear()
    rect = view.picture.layout.bounds
    mouse.move(Point(rect.x - 30.0, rect.y - 30.0))
    on_screen(view)
    assert painted == []
    assert is_as_anew(view)
    QApplication.processEvents()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert is_as_anew(view)


def test_what_is_found_under_a_mark_is_there_when_the_mark_is_gone(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.on(seat(b.ADA)), mouse.on(pod(b.SOUTH)))
    on_screen(view)
    view.show_findings({seat(name): "error" for name in view.picture.layout.members[b.SOUTH]})
    on_screen(view)
    rect = view.picture.layout.bounds
    mouse.move(Point(rect.x - 30.0, rect.y - 30.0))
    assert is_as_anew(view)
