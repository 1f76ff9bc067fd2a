"""What the screen shows is pushed along when the chart is panned; nobody can tell it from the screen painted anew."""

from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QLabel

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.pushing import MANY_PIECES
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.layout.charts import random_chart
from tests.mouse import CONTROL, Mouse, seat

WAYS = ((24.0, 0.0), (-24.0, 0.0), (0.0, 60.0), (-37.0, 11.0), (0.4, 0.7), (5.0, -300.0), (1700.0, 3.0))
STEPS = 24


def on_screen(view: ChartView) -> QImage:
    """The very pixels the window system was given, once all that was asked for is painted."""
    QApplication.processEvents()
    screen = view.window().backingStore().paintDevice()
    assert isinstance(screen, QImage)
    port = view.viewport()
    return screen.copy(QRect(port.mapTo(view.window(), QPoint(0, 0)), port.size()))


def painted_anew(view: ChartView) -> QImage:
    """The same when all of the viewport is painted."""
    view.viewport().repaint()
    return on_screen(view)


def step(view: ChartView, mouse: Mouse, chance: Random) -> str:
    at = QPoint(chance.randrange(view.viewport().width()), chance.randrange(view.viewport().height()))
    match chance.randrange(8):
        case 0:
            mouse.wheel(at, QPoint(0, chance.choice([120, -120])), CONTROL)
            view.sharpen()
            return "zoom"
        case 1:
            keys = sorted(view.session.chart.seats)
            view.session.selection.select([seat(chance.choice(keys)) for _ in range(chance.randrange(4))])
            return "pick"
        case 2:
            name = chance.choice(sorted(view.session.chart.seats))
            view.session.perform(Revise((b.seat(name, "account_manager"),), "Edit"))
            return "edit"
        case 3:
            mouse.move(view.to_chart(at.toPointF()))
            return "hover"
        case _:
            way = chance.choice(WAYS)
            view.look(view.camera.panned(*way))
            return f"pan {way}"


@pytest.mark.parametrize("kind", list(ViewKind))
@pytest.mark.parametrize("seed", range(3))
def test_a_screen_pushed_along_is_the_screen_painted_anew(
    view: ChartView, mouse: Mouse, seed: int, kind: ViewKind
) -> None:
    chance = Random(f"{seed} {kind}")
    chart = random_chart(seed, 40, free=0.2)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.show_view(kind)
    view.zoom_reset()
    if seed:
        stand_on(view)
    done: list[str] = []
    for _ in range(STEPS):
        done.append(step(view, mouse, chance))
        if chance.random() < 0.6:
            assert on_screen(view) == painted_anew(view), done


class Painted(QObject):
    """Keeps the areas a viewport was asked to paint."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self.regions: list[QRegion] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


def test_a_pan_paints_the_strip_that_comes_into_sight(view: ChartView) -> None:
    on_screen(view)
    painted = Painted(view)
    view.look(view.camera.panned(-24, 0))
    QApplication.processEvents()
    size = view.viewport().size()
    assert painted.regions == [QRegion(size.width() - 24, 0, 24, size.height())]


def stand_on(view: ChartView) -> tuple[QLabel, QLabel]:
    """Something over the chart that lets it be seen in its corners, and something within its viewport."""
    over, inside = QLabel("over", view), QLabel("inside", view.viewport())
    inside.setAutoFillBackground(True)
    for label, place in ((over, QRect(900, 500, 176, 104)), (inside, QRect(300, 200, 90, 40))):
        label.setGeometry(place)
        label.show()
    return over, inside


def test_what_stands_over_the_chart_stays_where_it_is_and_only_what_is_below_is_painted(view: ChartView) -> None:
    over, inside = stand_on(view)
    on_screen(view)
    painted = Painted(view)
    view.look(view.camera.panned(-24, 8))
    assert on_screen(view) == painted_anew(view)
    assert (over.pos(), inside.pos()) == (QPoint(900, 500), QPoint(300, 200))
    assert painted.regions[0].contains(over.geometry())
    assert not painted.regions[0].intersects(QRect(400, 260, 450, 200))


def test_under_very_many_things_the_chart_is_painted_anew(view: ChartView) -> None:
    for n in range(MANY_PIECES):
        label = QLabel("over", view)
        label.setGeometry(90 * n, 50 * n, 30, 20)
        label.show()
    on_screen(view)
    view.look(view.camera.panned(-24, 8))
    assert on_screen(view) == painted_anew(view)


def test_the_note_beside_a_held_card_stays_in_sight_while_the_chart_moves(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.on(seat(b.ADA)), mouse.on(seat(b.BO)))
    assert view.is_held
    assert mouse.said
    on_screen(view)
    for _ in range(3):
        view.look(view.camera.panned(-150, 0))
        assert on_screen(view) == painted_anew(view)


@pytest.mark.parametrize(
    ("after", "ratio", "way"),
    [
        (Camera(0.5, 12.0, 6.0), 1.0, (-6, -3)),
        (Camera(0.5, 12.0, 6.0), 2.0, (-6, -3)),
        (Camera(0.5, 12.0, 6.0), 1.25, None),
        (Camera(0.5, 1.0, 0.0), 1.0, None),
        (Camera(0.6, 12.0, 6.0), 1.0, None),
    ],
)
def test_only_whole_pixels_at_the_same_zoom_are_a_push(
    after: Camera, ratio: float, way: tuple[int, int] | None
) -> None:
    assert Camera(0.5, 0.0, 0.0).way_to(after, ratio) == way
