"""What is painted moves along with the camera; at rest nobody can tell it from a picture painted from nothing."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.sheet import AHEAD, apart, beyond
from salesorg_gui.canvas.surface import COARSEST
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.layout.charts import random_chart
from tests.mouse import CONTROL, Mouse, seat
from tests.pictures import same_as_anew

STEPS = 14


def on_screen(view: ChartView) -> None:
    """Paint the window as the screen shows it, in haste when the view is."""
    view.viewport().repaint()


def step(view: ChartView, mouse: Mouse, chance: Random) -> str:
    at = QPoint(chance.randrange(view.viewport().width()), chance.randrange(view.viewport().height()))
    match chance.randrange(7):
        case 0 | 1:
            way = chance.choice([(24, 0), (-37, 11), (0, -300), (700, 13), (-2000, 400), (0.4, 0.7)])
            view.look(view.camera.panned(*way))
            return f"pan {way}"
        case 2 | 3:
            mouse.wheel(at, QPoint(0, chance.choice([120, -120, 40, -360])), CONTROL)
            return "wheel"
        case 4:
            view.resize(chance.randrange(500, 1600), chance.randrange(400, 1000))
            return "resize"
        case 5:
            view.set_theme(theme(chance.choice([ThemeName.LIGHT, ThemeName.DARK])))
            return "theme"
        case _:
            cards = sorted(view.session.chart.seats)
            view.session.perform(MoveSeats((chance.choice(cards),), chance.choice(sorted(view.session.chart.pods))))
            return "edit"


@pytest.mark.parametrize("kind", list(ViewKind))
@pytest.mark.parametrize("seed", range(2))
def test_after_any_way_there_the_picture_is_the_one_painted_from_nothing(
    view: ChartView, mouse: Mouse, seed: int, kind: ViewKind
) -> None:
    chance = Random(f"{seed} {kind}")
    chart = random_chart(seed, 40, free=0.2)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.show_view(kind)
    done: list[str] = []
    for _ in range(STEPS):
        done.append(step(view, mouse, chance))
        on_screen(view)
        if chance.random() < 0.5:
            assert same_as_anew(view), done


def test_a_pan_paints_only_what_comes_into_sight_and_a_little_ahead(view: ChartView, painted: list[QRect]) -> None:
    on_screen(view)
    painted.clear()
    view.look(view.camera.panned(-24, 0))
    on_screen(view)
    (strip,) = painted
    assert 24 <= strip.width() <= 24 + AHEAD
    painted.clear()
    view.look(view.camera.panned(-24, 0))
    on_screen(view)
    view.look(view.camera.panned(40, 0))
    on_screen(view)
    assert painted == []


def test_while_the_wheel_turns_nothing_is_painted_anew_and_soon_all_is_sharp(
    qtbot: QtBot, view: ChartView, mouse: Mouse, painted: list[QRect]
) -> None:
    on_screen(view)
    painted.clear()
    mouse.wheel(QPoint(700, 400), QPoint(0, 120), CONTROL)
    on_screen(view)
    assert painted == []
    qtbot.waitUntil(lambda: bool(painted), timeout=1000)
    assert same_as_anew(view)


def test_a_picture_of_the_view_is_sharp_even_while_the_wheel_turns(view: ChartView, mouse: Mouse) -> None:
    on_screen(view)
    mouse.wheel(QPoint(700, 400), QPoint(0, -120), CONTROL)
    on_screen(view)
    assert same_as_anew(view)


def test_no_picture_is_scaled_far(view: ChartView, mouse: Mouse, painted: list[QRect]) -> None:
    on_screen(view)
    painted.clear()
    before = view.zoom
    while view.zoom / before <= COARSEST:
        assert painted == []
        mouse.wheel(QPoint(700, 400), QPoint(0, 120), CONTROL)
        on_screen(view)
    assert painted


@pytest.mark.parametrize("what", ["edit", "theme", "resize"])
def test_a_change_while_the_wheel_turns_is_painted_at_once(
    view: ChartView, mouse: Mouse, painted: list[QRect], what: str
) -> None:
    on_screen(view)
    mouse.wheel(QPoint(700, 400), QPoint(0, 120), CONTROL)
    painted.clear()
    match what:
        case "edit":
            view.session.perform(MoveSeats((b.DI,), b.NORTH))
        case "theme":
            view.set_theme(theme(ThemeName.DARK))
        case _:
            view.resize(900, 700)
    on_screen(view)
    assert painted
    assert same_as_anew(view)


def test_a_move_of_the_mouse_over_a_card_paints_the_chart_no_more(
    view: ChartView, mouse: Mouse, painted: list[QRect]
) -> None:
    on_screen(view)
    painted.clear()
    mouse.move(mouse.on(seat(b.ADA)))
    on_screen(view)
    assert painted == []


def test_very_many_areas_are_one() -> None:
    areas = [QRect(20 * n, 0, 10, 10) for n in range(200)]
    assert apart(areas) == [QRect(0, 0, 3990, 10)]


@pytest.mark.parametrize(
    "inner", [QRect(), QRect(2, 2, 4, 4), QRect(-5, -5, 20, 8), QRect(0, 3, 10, 2), QRect(9, 9, 9, 9)]
)
def test_what_lies_beyond_a_rectangle_covers_the_rest_once(inner: QRect) -> None:
    outer = QRect(0, 0, 10, 10)
    bands = beyond(outer, inner)
    for x in range(10):
        for y in range(10):
            times = sum(1 for band in bands if band.contains(x, y))
            assert times == (0 if inner.contains(x, y) else 1)
