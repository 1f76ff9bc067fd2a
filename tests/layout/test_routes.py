"""The ways of wires: orthogonal, from edge to edge, clear of what they do not belong to."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Line, LineKind, Place, Pod, Record, Seat, Segment, Source
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Hook, Layout
from salesorg_gui.layout.routes import End, Route, across, between, clean, hooked, in_pod, onto_frame
from salesorg_gui.layout.tree import arrange_tree
from salesorg_gui.layout.wiring import Wiring
from tests.layout.charts import random_chart, tree_chart


def is_orthogonal(route: Route) -> bool:
    return all(one.x == pytest.approx(other.x) or one.y == pytest.approx(other.y) for one, other in pairwise(route))


def on_edge(point: Point, rect: Rect) -> bool:
    away = (point.x - rect.x, point.x - rect.right, point.y - rect.y, point.y - rect.bottom)
    return rect.grown(0.01).contains(point) and min(map(abs, away)) < 0.01


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.booleans(), st.sampled_from([0.0, 0.4]))
def test_every_wire_is_orthogonal_and_ends_on_an_edge(seed: int, on_board: bool, free: float) -> None:
    chart = random_chart(seed, 30, free)
    layout = arrange_board(chart) if on_board else arrange_tree(chart)
    wiring = Wiring(chart, layout)
    for line in chart.lines.values():
        route = wiring.of_line(line)
        assert is_orthogonal(route)
        if route:
            check_ends(chart, layout, line, route)
    for handoff in chart.handoffs.values():
        route = wiring.of_handoff(handoff)
        assert is_orthogonal(route)
        if route:
            assert on_edge(route[-1], layout.cards[Key(Kind.SEAT, handoff.target)])


def check_ends(chart: Chart, layout: Layout, line: Line, route: Route) -> None:
    assert on_edge(route[0], layout.cards[Key(Kind.SEAT, line.manager)])
    ends = [layout.cards[Key(Kind.SEAT, line.report)]]
    pod = chart.seats[line.report].pod
    if pod is not None and pod in layout.tops:
        ends.append(layout.frames[layout.tops[pod]])
    assert any(on_edge(route[-1], end) for end in ends)


def test_points_that_say_nothing_are_left_out() -> None:
    assert clean(Point(0, 0), Point(0, 0), Point(0, 5), Point(0, 9), Point(4, 9)) == (
        Point(0, 0),
        Point(0, 9),
        Point(4, 9),
    )


def test_a_bus_falls_between_two_levels() -> None:
    route = hooked(Rect(300, 120, 200, 72), Rect(0, 0, 200, 72), Hook.BUS)
    assert route == (Point(100, 72), Point(100, 96), Point(400, 96), Point(400, 120))


def test_hanging_cards_share_a_spine() -> None:
    manager = Rect(0, 0, 200, 72)
    assert hooked(Rect(28, 96, 200, 72), manager, Hook.HANG) == (Point(12, 72), Point(12, 132), Point(28, 132))
    second = hooked(Rect(256, 96, 200, 72), manager, Hook.HANG)
    assert second == (Point(12, 72), Point(12, 84), Point(240, 84), Point(240, 132), Point(256, 132))


def test_staff_hangs_off_the_side() -> None:
    route = hooked(Rect(862, 120, 200, 72), Rect(400, 20, 200, 72), Hook.SIDE)
    assert route == (Point(600, 56), Point(850, 56), Point(850, 156), Point(862, 156))


def test_a_stack_hangs_from_the_bus() -> None:
    route = hooked(Rect(328, 200, 200, 72), Rect(0, 0, 200, 72), Hook.STACK)
    assert route == (Point(100, 72), Point(100, 96), Point(312, 96), Point(312, 236), Point(328, 236))


def test_a_rib_leaves_the_trunk_right_above_its_row() -> None:
    route = hooked(Rect(300, 920, 200, 72), Rect(0, 0, 200, 72), Hook.RIB)
    assert route == (Point(100, 72), Point(100, 896), Point(400, 896), Point(400, 920))


def test_a_leader_reaches_the_top_edge_of_a_frame() -> None:
    frame = Rect(0, 120, 500, 400)
    assert onto_frame(Rect(150, 0, 200, 72), frame, is_crown=True) == (Point(250, 72), Point(250, 120))
    aside = onto_frame(Rect(600, 0, 200, 72), frame, is_crown=False)
    assert aside == (Point(700, 72), Point(700, 96), Point(250, 96), Point(250, 120))
    assert onto_frame(Rect(0, 900, 200, 72), frame, is_crown=False) == ()


def test_a_crown_over_its_pods_comes_straight_down() -> None:
    route = onto_frame(Rect(20, 0, 200, 72), Rect(0, 120, 500, 400), is_crown=True)
    assert route == (Point(120, 72), Point(120, 120))


def test_members_are_led_in_the_padding_of_their_pod() -> None:
    pod = Rect(0, 0, 448, 800)
    boss, below = End(Rect(16, 48, 200, 72), pod), End(Rect(16, 208, 200, 72), pod)
    assert in_pod(boss, below) == (Point(16, 84), Point(8, 84), Point(8, 244), Point(16, 244))
    beside = in_pod(boss, End(Rect(232, 128, 200, 72), pod))
    assert beside == (Point(16, 84), Point(8, 84), Point(8, 44), Point(224, 44), Point(224, 164), Point(232, 164))


def test_a_line_across_comes_into_the_manager_from_below() -> None:
    boss, report = Rect(0, 0, 200, 72), Rect(600, 300, 200, 72)
    route = across(End(report, report), End(boss, boss), 8, 16)
    assert route[0] == Point(600, 336)
    assert route[-1] == Point(120, 72)


def alone(x: float, y: float) -> End:
    return End(Rect(x, y, 200, 72), Rect(x, y, 200, 72))


def test_neighbours_hand_over_straight_across_the_gap() -> None:
    assert len(between(alone(0, 0), alone(260, 100))) == 4
    assert between(alone(0, 0), alone(260, 0)) == (Point(200, 36), Point(260, 36))


def test_what_goes_back_leaves_at_the_left_and_arrives_at_the_right() -> None:
    route = between(alone(260, 100), alone(0, 0))
    assert (route[0].x, route[-1].x) == (260, 200)


def test_far_cards_hand_over_above_their_frames() -> None:
    pod, other = Rect(0, 0, 232, 400), Rect(2000, 0, 232, 400)
    route = between(End(Rect(16, 200, 200, 72), pod), End(Rect(2016, 300, 200, 72), other))
    assert min(point.y for point in route) == -6
    assert (route[0].x, route[-1].x) == (216, 2016)


def test_cards_above_each_other_hand_over_beside_them() -> None:
    pod = Rect(0, 0, 232, 400)
    route = between(End(Rect(16, 48, 200, 72), pod), End(Rect(16, 128, 200, 72), pod))
    assert {point.x for point in route} == {216, 224}


def test_columns_of_one_pod_that_are_not_neighbours_hand_over_under_the_header() -> None:
    pod = Rect(0, 0, 664, 800)
    route = between(End(Rect(16, 200, 200, 72), pod), End(Rect(448, 300, 200, 72), pod))
    assert min(point.y for point in route) == 44


def test_overlapping_cards_hand_over_round_one_side() -> None:
    route = between(alone(0, 0), alone(150, 300))
    assert (route[0].x, route[-1].x) == (200, 350)


def wiring_of(*records: Record) -> Wiring:
    chart = Chart().with_records(records)
    return Wiring(chart, arrange_board(chart))


def seat(name: str, pod: str | None = None) -> Seat:
    return Seat(SeatId(name), RoleId("x"), pod=PodId(pod) if pod else None)


def solid(report: str, manager: str) -> Line:
    return Line(LineId(f"{report}-{manager}"), SeatId(report), SeatId(manager))


def test_lines_to_seats_that_are_gone_have_no_way() -> None:
    wiring = wiring_of(seat("a"))
    assert wiring.of_line(solid("a", "nobody")) == ()
    assert wiring.of_line(solid("a", "a")) == ()
    assert wiring.of_handoff(Handoff(HandoffId("h"), SeatId("nobody"), SeatId("a"))) == ()
    assert wiring.of_handoff(Handoff(HandoffId("h"), SeatId("a"), SeatId("a"))) == ()


def test_a_source_hands_over_from_its_card() -> None:
    wiring = wiring_of(Pod(PodId("p")), seat("a", "p"), Source(SourceId("web")))
    route = wiring.of_handoff(Handoff(HandoffId("h"), SourceId("web"), SeatId("a")))
    assert route[0] == Point(-48, 24)


def test_what_comes_back_has_a_port_and_a_lane_of_its_own() -> None:
    wiring = wiring_of(Pod(PodId("p")), seat("a", "p"), seat("b", "p"))
    there = wiring.of_handoff(Handoff(HandoffId("h"), SeatId("a"), SeatId("b")))
    back = wiring.of_handoff(Handoff(HandoffId("h"), SeatId("a"), SeatId("b"), is_return=True))
    assert not {point.y for point in there} & {point.y for point in back}


def test_lines_of_one_leader_onto_one_segment_are_one_wire() -> None:
    records = (Segment(SegmentId("g")), Pod(PodId("p"), segments=(SegmentId("g"),)), seat("boss"))
    wiring = wiring_of(*records, seat("a", "p"), seat("b", "p"), solid("a", "boss"), solid("b", "boss"))
    lines = wiring.chart.lines.values()
    assert {wiring.of_line(line) for line in lines} == {wiring.of_line(solid("a", "boss"))}
    assert {wiring.leads_onto_frame(line) for line in lines} == {("boss", Key(Kind.SEGMENT, "g"))}


def test_a_dotted_line_keeps_off_the_spine_it_runs_beside() -> None:
    chart = tree_chart({"one": ["a", "b"], "two": ["c", "d"]})
    dotted = Line(LineId("z"), SeatId("c"), SeatId("one"), LineKind.DOTTED)
    chart = chart.with_records([dotted])
    layout = arrange_tree(chart)
    card = layout.cards[Key(Kind.SEAT, "c")]
    route = Wiring(chart, layout).of_line(dotted)
    assert route[-2].x <= card.x - 22


def test_a_second_manager_below_a_pod_is_reached_all_the_same() -> None:
    boss = Seat(SeatId("boss"), RoleId("x"), place=Place(0, 900))
    wiring = wiring_of(Pod(PodId("p")), seat("a", "p"), boss, solid("a", "boss"))
    route = wiring.of_line(solid("a", "boss"))
    assert route[0] == Point(120, 972)
