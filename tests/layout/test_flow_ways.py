"""Ways of the Handoffs view that are reckoned when asked for: none that touches a room is missed there."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings

from salesorg_gui.canvas.index import touches_any
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.routes import Route
from tests.layout.test_flow import SEEDS, flow_of, spread_out


def runs(route: Route) -> list[Rect]:
    return [
        Rect(min(one.x, two.x), min(one.y, two.y), abs(one.x - two.x), abs(one.y - two.y))
        for one, two in pairwise(route)
    ]


def somewhere(layout: Layout, chance: Random) -> Rect:
    x, y, width, height = layout.bounds
    return Rect(
        x + width * chance.random(), y + height * chance.random(), width * chance.random() / 4, chance.random() * 300
    )


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_every_handoff_that_touches_a_room_is_found_near_it_and_few_others_are(seed: int) -> None:
    layout, chance = flow_of(spread_out(seed, 40), lanes=Lanes.PODS), Random(seed)
    assert layout.flow is not None
    assert layout.flow.ways is not None
    for _ in range(8):
        room = somewhere(layout, chance)
        near = list(layout.flow.ways.near(room))
        assert len(near) == len(set(near))
        for name, route in layout.routes.items():
            parts = [*runs(route), *([layout.pills[name]] if name in layout.pills else [])]
            assert name in near or not touches_any(room, parts), name
    assert not list(layout.flow.ways.near(Rect(0.0, layout.bounds.bottom + 500.0, 10.0, 10.0)))


@settings(deadline=None, max_examples=20)
@given(SEEDS)
def test_what_is_asked_for_one_by_one_is_what_is_told_of_all(seed: int) -> None:
    layout = flow_of(spread_out(seed, 30))
    assert len(layout.routes) == len(set(layout.routes)) == len(dict(layout.routes))
    assert len(layout.pills) == len(dict(layout.pills))
    assert all(layout.routes[name] == route for name, route in layout.routes.items())
    assert set(layout.pills) <= set(layout.routes)
    assert layout.routes.get("nobody") is None  # type: ignore[call-overload]
    assert layout.pills.get("nobody") is None  # type: ignore[call-overload]
