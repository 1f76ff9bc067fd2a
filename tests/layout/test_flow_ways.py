"""Ways of the Handoffs view that are reckoned when asked for: none that touches a room is missed there."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings

from salesorg_gui.canvas.index import touches_any
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SourceId
from salesorg_gui.domain.records import Source
from salesorg_gui.layout.flow_parts import Bunch, Lanes
from salesorg_gui.layout.flow_sources import Feed
from salesorg_gui.layout.flow_team import What
from salesorg_gui.layout.flow_trunks import trunk_of
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.routes import Route
from tests.layout.companies import chart_of
from tests.layout.test_flow import SEEDS, flow_of, handoff, spread_out, team


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


def test_a_handoff_from_a_seat_to_itself_has_no_way() -> None:
    chart = chart_of(team("a"), handoff("a0", "a0"))
    layout = flow_of(chart)
    assert layout.routes.get(HandoffId("a0-a0-qualified_lead")) is None
    assert HandoffId("a0-a0-qualified_lead") not in dict(layout.routes)


def fed_below_each_other() -> tuple[Layout, list[HandoffId]]:
    """Ten pods fed by one source, from top to bottom."""
    feeds = [handoff("web", f"p{n}0", "raw_lead") for n in range(10)]
    layout = flow_of(chart_of(Source(SourceId("web")), *(team(f"p{n}", order=n) for n in range(10)), *feeds))
    return layout, [one.id for one in feeds]


def told_apart(layout: Layout, room: Rect) -> tuple[set[HandoffId], list[HandoffId]]:
    """The feeds that are told alone near a room, and the first of each bunch that runs past it."""
    assert layout.flow is not None
    assert layout.flow.ways is not None
    thinned = layout.flow.ways.thinned(room)
    return {name for name in thinned.names if name.startswith("web")}, [bunch.first for bunch in thinned.bunches]


def test_feeds_that_run_past_a_room_are_told_in_one_bunch() -> None:
    layout, feeds = fed_below_each_other()
    lane = layout.frames[Key(Kind.POD, "p4")]
    beside = Rect(layout.bounds.x, lane.y + 8, 400, lane.height - 16)
    alone, firsts = told_apart(layout, beside)
    assert feeds[4] in alone
    assert feeds[8] not in alone
    assert len(firsts) == 1
    assert firsts[0] > feeds[4]


def test_feeds_above_and_below_the_mouth_of_their_trunk_are_two_bunches() -> None:
    layout, feeds = fed_below_each_other()
    start = layout.routes[feeds[0]][0].y
    what = What("lead", 0.0, is_return=False)
    trunk = trunk_of(start, [Feed(name, n, 0, start + 100.0 * (n - 5), what, True) for n, name in enumerate(feeds)])
    room = Rect(0.0, start - 10, 10.0, 20.0)
    assert list(trunk.leaving(room)) == [feeds[5]]
    assert [set(bunch.names) for bunch in trunk.passing(room)] == [set(feeds[6:]), set(feeds[:5])]
    assert set(trunk.near(room)) == set(feeds)
    dashed = trunk_of(start, [Feed(feeds[0], 0, 0, start + 900, What("lead", 0.0, is_return=True), True)])
    assert list(dashed.leaving(room)) == [feeds[0]]
    assert list(dashed.passing(room)) == []


def test_of_a_bunch_the_first_that_is_not_apart_stands_for_all_of_its_look() -> None:
    names = [HandoffId(name) for name in "abcd"]
    bunch = Bunch(names, names[0])
    assert list(bunch.firsts((), None)) == ["a"]
    assert list(bunch.firsts({names[0]}, None)) == ["b"]
    assert list(bunch.firsts(set(names), None)) == []
    assert sorted(bunch.firsts({names[1]}, lambda name: name < "c")) == ["a", "c"]
