"""Wires that share a run: every run is drawn, and none twice."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.drawing.edges import handoff_wire, pill
from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Wire
from salesorg_gui.drawing.trunks import Trunks
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.routes import Route

REACH = 5
"""A wire begins so far inside the run it branches off, and turns there as others do."""
START = Point(0, 0)


def way(*spots: tuple[float, float]) -> Route:
    return tuple(Point(*spot) for spot in spots)


def branch(turn: float, y: float) -> Route:
    return way((0, 0), (turn, 0), (turn, y), (200, y))


def drawn(*routes: Route, light: float = 1.0) -> list[Wire]:
    trunks = Trunks()
    shapes: list[Shape] = [shape for route in routes for shape in trunks.once(handoff_wire(route), light)]
    return [shape for shape in shapes if isinstance(shape, Wire)]


def inked(wires: list[Wire]) -> Counter[tuple[float, float]]:
    """How often the middle of each px of a run is drawn."""
    found: Counter[tuple[float, float]] = Counter()
    for wire in wires:
        for (ax, ay), (bx, by) in pairwise(wire.points):
            low, high = sorted((ax, bx)) if ay == by else sorted((ay, by))
            spots = [n + 0.5 for n in range(int(low), int(high))]
            found.update((spot, ay) if ay == by else (ax, spot) for spot in spots)
    return found


def test_a_branch_begins_where_it_leaves_the_trunk() -> None:
    first, second = drawn(branch(50, 40), branch(50, 90))
    assert first.points == branch(50, 40)
    assert second.points == way((50, 40 - REACH), (50, 90), (200, 90))
    assert second.head == "filled"


def test_a_branch_that_turns_off_a_straight_trunk_keeps_its_corner() -> None:
    _first, second = drawn(way((0, 0), (200, 0)), branch(50, 40))
    assert second.points == way((50 - REACH, 0), (50, 0), (50, 40), (200, 40))


def test_what_joins_another_has_no_arrow_of_its_own() -> None:
    _first, second = drawn(way((0, 0), (50, 0), (50, 40), (200, 40)), way((0, 90), (50, 90), (50, 40), (200, 40)))
    assert second.points == way((0, 90), (50, 90), (50, 40), (50 + REACH, 40))
    assert second.head == ""


def test_what_is_all_drawn_is_not_drawn_again() -> None:
    assert len(drawn(branch(50, 40), branch(50, 40))) == 1


def test_a_spot_is_drawn_whatever_runs_elsewhere_do() -> None:
    far, near = way((0, 0), (50, 0)), way((70, 0), (90, 0))
    (middle,) = drawn(far, near, way((0, 0), (90, 0)))[2:]
    assert middle.points == way((50 - REACH, 0), (70 + REACH, 0))


def test_runs_that_meet_are_one_trunk() -> None:
    wires = drawn(way((0, 0), (50, 0)), way((50, 0), (90, 0)), way((0, 0), (90, 0)))
    assert len(wires) == 2


def test_steps_nobody_could_see_are_no_branch() -> None:
    assert len(drawn(way((0, 0), (200, 0)), way((0, 0), (16, 0), (16, 0.05), (200, 0.05)))) == 1


def test_what_looks_different_or_is_lit_differently_shares_nothing() -> None:
    trunks, wire = Trunks(), handoff_wire(branch(50, 40))
    assert tuple(trunks.once(wire, 1.0)) == tuple(trunks.once(wire, 0.3)) == wire
    assert tuple(trunks.once(quiet := handoff_wire(branch(50, 40), is_quiet=True))) == quiet


def test_dashes_are_left_whole() -> None:
    back, trunks = handoff_wire(branch(50, 40), is_return=True), Trunks()
    assert [tuple(trunks.once(back)) for _ in range(2)] == [back, back]


def test_a_name_that_several_share_is_written_once() -> None:
    trunks, name = Trunks(), pill(START, "Hot lead")
    shapes = [shape for y in (40, 90) for shape in trunks.once((*handoff_wire(branch(50, y)), *name))]
    assert [shape for shape in shapes if isinstance(shape, Box)] == [name[0]]


def test_the_name_of_what_is_dashed_lies_on_it_each_time() -> None:
    trunks, name = Trunks(), pill(START, "Answer", is_return=True)
    shapes = (*handoff_wire(branch(50, 40), is_return=True), *name)
    assert [tuple(trunks.once(shapes)) for _ in range(2)] == [shapes, shapes]


@given(st.lists(st.tuples(st.sampled_from([50, 80]), st.sampled_from([20, 40, 60, 80, 120])), min_size=1, max_size=8))
def test_all_runs_are_drawn_and_the_same_one_only_near_its_branches(turns: list[tuple[int, int]]) -> None:
    routes = [branch(turn, y) for turn, y in turns]
    whole, once = inked([Wire(route, Stroke("line")) for route in routes]), inked(drawn(*routes))
    assert set(once) == set(whole)
    corners = {spot for route in routes for spot in route}
    for (x, y), count in once.items():
        if not any(abs(x - other.x) + abs(y - other.y) <= REACH for other in corners):
            assert count == 1
