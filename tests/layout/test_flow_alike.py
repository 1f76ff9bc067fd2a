"""Lanes of the Handoffs view that are built alike are drawn once and moved: each is as if drawn where it stands."""

from hypothesis import given, settings

from salesorg_gui.domain.ids import HandoffId
from salesorg_gui.layout.flow import Course
from salesorg_gui.layout.geometry import Point
from tests.layout.companies import chart_of, rect
from tests.layout.test_flow import SEEDS, flow_of, spread_out, team


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_lanes_built_alike_are_moved_to_where_each_would_be_drawn(seed: int) -> None:
    course = flow_of(spread_out(seed, 30)).grown
    assert isinstance(course, Course)
    for number in range(len(course.board.lanes)):
        one = course.board.drawn(number)
        assert one == one.places.drawn_directly()


def test_lanes_built_alike_keep_their_own_seats_and_handoffs() -> None:
    layout = flow_of(chart_of(team("a"), team("b", order=1)))
    way, other = (layout.routes[HandoffId(f"{name}0-{name}2-qualified_lead")] for name in "ab")
    down = rect(layout, "b0").y - rect(layout, "a0").y
    assert down > 0
    assert tuple(Point(x, y + down) for x, y in way) == other
