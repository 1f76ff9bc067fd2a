"""Where the view looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.canvas.camera import LEAST, MOST, Camera, step_down, step_up
from salesorg_gui.layout.geometry import Point, Rect

NUMBERS = st.floats(-10_000, 10_000)
ZOOMS = st.floats(LEAST, MOST)
WIDTH, HEIGHT = 800.0, 600.0


@given(
    zoom=ZOOMS, x=NUMBERS, y=NUMBERS, wanted=st.floats(0.001, 100), at=st.tuples(st.floats(0, 800), st.floats(0, 600))
)
def test_zooming_keeps_what_is_under_the_pointer(
    zoom: float, x: float, y: float, wanted: float, at: tuple[float, float]
) -> None:
    before = Camera(zoom, x, y)
    after = before.zoomed(wanted, *at)
    assert after.to_chart(*at) == pytest.approx(before.to_chart(*at), abs=1e-6)
    assert LEAST <= after.zoom <= MOST


@given(zoom=ZOOMS, x=NUMBERS, y=NUMBERS, spot=st.tuples(NUMBERS, NUMBERS))
def test_the_way_to_the_screen_and_back_leads_home(zoom: float, x: float, y: float, spot: tuple[float, float]) -> None:
    camera = Camera(zoom, x, y)
    assert camera.to_chart(*camera.to_screen(Point(*spot))) == pytest.approx(spot, abs=1e-6)


def test_panning_moves_by_px_of_the_screen() -> None:
    camera = Camera(0.5, 10, 20).panned(5, -5)
    assert (camera.x, camera.y) == (0, 30)


def test_fitting_shows_all_of_a_wide_chart_in_the_middle() -> None:
    rect = Rect(-100, 50, 3000, 500)
    camera = Camera().fitting(rect, WIDTH, HEIGHT)
    shown = camera.shown(rect)
    assert shown.x == pytest.approx(24)
    assert shown.right == pytest.approx(WIDTH - 24)
    assert shown.centre.y == pytest.approx(HEIGHT / 2)


def test_fitting_shows_all_of_a_chart_far_larger_than_any_step_would_show() -> None:
    rect = Rect(0, 0, 3000, 90_000)
    shown = Camera().fitting(rect, WIDTH, HEIGHT).shown(rect)
    assert (shown.y, shown.bottom) == pytest.approx((24, HEIGHT - 24))


def test_fitting_never_enlarges() -> None:
    assert Camera(3).fitting(Rect(0, 0, 10, 10), WIDTH, HEIGHT).zoom == 1


def test_revealing_what_is_seen_changes_nothing() -> None:
    camera = Camera()
    assert camera.revealing(Rect(100, 100, 200, 72), WIDTH, HEIGHT) == camera


@pytest.mark.parametrize("rect", [Rect(-500, 0, 200, 72), Rect(2000, 100, 200, 72), Rect(100, 5000, 200, 72)])
def test_revealing_brings_a_card_into_sight(rect: Rect) -> None:
    shown = Camera().revealing(rect, WIDTH, HEIGHT).shown(rect)
    assert shown.x >= 0
    assert shown.right <= WIDTH
    assert shown.y >= 0
    assert shown.bottom <= HEIGHT


def test_revealing_something_too_large_shows_its_middle() -> None:
    shown = Camera().revealing(Rect(0, 0, 9000, 72), WIDTH, HEIGHT).shown(Rect(0, 0, 9000, 72))
    assert shown.centre.x == pytest.approx(WIDTH / 2)


@given(dx=NUMBERS, dy=NUMBERS)
def test_some_of_the_chart_stays_in_sight(dx: float, dy: float) -> None:
    bounds = Rect(0, 0, 1000, 1000)
    shown = Camera().panned(dx, dy).kept_near(bounds, WIDTH, HEIGHT).shown(bounds)
    assert shown.meets(Rect(0, 0, WIDTH, HEIGHT))


def test_steps_lead_up_and_down_the_same_ladder() -> None:
    assert step_up(1.0) == 1.25
    assert step_down(1.25) == 1.0
    assert step_up(0.93) == 1.0
    assert step_up(MOST) == MOST
    assert step_down(LEAST) == LEAST


def test_the_last_step_down_leads_to_where_all_is_seen_and_never_nearer() -> None:
    assert step_down(LEAST, 0.02) == 0.02
    assert step_down(0.02, 0.02) == 0.02
    assert step_down(0.02, LEAST) == 0.02
    assert Camera(0.02).zoomed(0.01, 0, 0).zoom == 0.02
    assert Camera(1.0).zoomed(0.01, 0, 0, 0.02).zoom == 0.02
