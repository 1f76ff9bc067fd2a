"""Arrows go along the structure; Ctrl and an arrow moves what has the focus along it."""

from dataclasses import replace

import pytest

from salesorg_gui.canvas.keys.shifts import moved_along, shift_of
from salesorg_gui.canvas.keys.walk import Walk, edges_at, first_card, row_of
from salesorg_gui.canvas.steps import Direction
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import LineKind, Place, Pod, Record, Seat, Segment
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.tree import arrange_tree
from tests import builders as b

UP, DOWN, LEFT, RIGHT = Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def tree(*pairs: str) -> Chart:
    """A chart of lines such as ``a>b`` (b reports to a), in the order given."""
    records: dict[str, Record] = {}
    for number, pair in enumerate(pairs):
        manager, _arrow, report = pair.partition(">")
        for name in (manager, report):
            records.setdefault(name, Seat(SeatId(name), RoleId("sdr"), order=len(records)))
        records[pair] = b.line(report, manager, number)
    return b.chart_of(*records.values())


WIDE = tree("top>a", "top>b", "a>a1", "a1>x", "b>b1", "b1>y", "b>b2", "b2>z")
LIST = tree("top>a", "top>b", "top>c")


def walked(chart: Chart, layout: Layout, start: str, *ways: Direction) -> str:
    walk, key = Walk(), seat(start)
    for way in ways:
        found = walk.step(chart, layout, key, way)
        assert found is not None
        key = found
    return key.id


@pytest.mark.parametrize(
    ("start", "ways", "end"),
    [
        ("a", [UP], "top"),
        ("top", [UP], "top"),
        ("top", [DOWN], "a"),
        ("b", [UP, DOWN], "b"),
        ("a", [RIGHT], "b"),
        ("b", [LEFT], "a"),
        ("b", [RIGHT], "b"),
        ("a1", [RIGHT], "b1"),
        ("b1", [LEFT], "a1"),
        ("b1", [RIGHT], "b2"),
        ("x", [RIGHT], "y"),
        ("z", [LEFT], "y"),
        ("x", [LEFT], "x"),
        ("x", [DOWN], "x"),
    ],
)
def test_in_the_reporting_view_arrows_go_along_the_lines(start: str, ways: list[Direction], end: str) -> None:
    assert walked(WIDE, arrange_tree(WIDE), start, *ways) == end


def test_in_a_hanging_list_up_and_down_go_along_it() -> None:
    layout = arrange_tree(LIST)
    assert len({layout.cards[seat(name)].x for name in "abc"}) == 1
    assert walked(LIST, layout, "a", DOWN) == "b"
    assert walked(LIST, layout, "c", UP) == "b"
    assert walked(LIST, layout, "a", UP) == "top"
    assert walked(LIST, layout, "c", DOWN) == "c"


def test_what_is_folded_away_is_not_stepped_on() -> None:
    layout = arrange_tree(WIDE)
    folded = replace(layout, cards={key: rect for key, rect in layout.cards.items() if key.id not in {"a1", "x"}})
    assert walked(WIDE, folded, "a", DOWN) == "a"
    assert walked(WIDE, folded, "b1", LEFT) == "b1"
    assert Walk().step(WIDE, folded, seat("x"), UP) == seat("top")


def test_roots_are_brothers_and_circles_end() -> None:
    two = tree("p>a", "q>c", "a>a2", "c>c2")
    layout = arrange_tree(two)
    assert walked(two, layout, "p", RIGHT) == "q"
    circle = tree("a>c", "c>a")
    assert walked(circle, arrange_tree(circle), "a", LEFT) in {"a", "c"}
    assert walked(circle, arrange_tree(circle), "a", UP) == "c"


def test_from_nowhere_or_what_is_gone_to_the_first_card() -> None:
    layout = arrange_tree(WIDE)
    assert Walk().step(WIDE, layout, None, DOWN) == first_card(layout) == seat("top")
    assert Walk().step(WIDE, layout, seat("gone"), DOWN) == seat("top")
    assert Walk().step(Chart(), Layout(), None, UP) is None


def test_on_the_board_one_walks_in_the_pod_and_out_of_its_top_to_its_name() -> None:
    chart = b.pod_chart()
    layout = arrange_board(chart)
    walk = Walk()
    assert walk.step(chart, layout, seat(b.ADA), DOWN) == seat(b.BO)
    pod = walk.step(chart, layout, seat(b.ADA), UP)
    assert pod == Key(Kind.POD, b.NORTH)
    assert walk.step(chart, layout, pod, DOWN) == seat(b.ADA)
    segment = walk.step(chart, layout, pod, UP)
    assert segment == Key(Kind.SEGMENT, b.NORDICS)
    assert walk.step(chart, layout, segment, DOWN) == pod
    outer = walk.step(chart, layout, segment, UP)
    assert outer == Key(Kind.SEGMENT, b.EUROPE)
    assert walk.step(chart, layout, outer, UP) == seat(b.HEAD)


def test_a_fresh_walk_goes_into_a_frame_at_its_first() -> None:
    chart = b.pod_chart()
    layout = arrange_board(chart)
    assert Walk().step(chart, layout, Key(Kind.POD, b.NORTH), DOWN) == seat(b.ADA)
    assert Walk().step(chart, layout, Key(Kind.SEGMENT, b.EUROPE), DOWN) == Key(Kind.POD, b.SOUTH)


def test_at_its_side_a_pod_leads_to_the_next_and_a_frame_to_its_like() -> None:
    pods = [Pod(PodId(name), name, order=n) for n, name in enumerate(("p", "q"), 1)]
    seats = [Seat(SeatId(f"{pod}{n}"), RoleId("sdr"), pod=PodId(pod), order=n) for pod in "pq" for n in range(2)]
    chart = b.chart_of(*pods, *seats, Seat(SeatId("alone"), RoleId("sdr"), place=Place(-600, 0)))
    layout = arrange_board(chart)
    assert Walk().step(chart, layout, seat("p1"), RIGHT) == seat("q1")
    assert Walk().step(chart, layout, seat("q0"), LEFT) == seat("p0")
    assert Walk().step(chart, layout, Key(Kind.POD, "p"), RIGHT) == Key(Kind.POD, "q")
    assert Walk().step(chart, layout, Key(Kind.POD, "q"), RIGHT) == Key(Kind.POD, "q")
    assert Walk().step(chart, layout, Key(Kind.POD, "p"), LEFT) == seat("alone")
    assert Walk().step(chart, layout, seat("alone"), RIGHT) in {seat("p0"), seat("p1")}
    assert Walk().step(chart, layout, seat("alone"), LEFT) == seat("alone")


def test_an_empty_frame_has_nothing_to_go_down_to() -> None:
    chart = b.chart_of(Pod(PodId("p"), "p"), Segment(SegmentId("s"), value="s"))
    layout = arrange_board(chart)
    for key in layout.frames:
        assert Walk().step(chart, layout, key, DOWN) is not None


def flow(chart: Chart) -> Layout:
    """Cards in columns as a handoff view has them."""
    columns = {"web": 0, "ada": 1, "bo": 2, "cy": 3, "di": 1, "head": 2, "list": 0}
    rows = {"di": 1, "head": 1, "list": 1}
    kinds = {"web": Kind.SOURCE, "list": Kind.SOURCE}
    cards = {
        Key(kinds.get(name, Kind.SEAT), name): Rect(column * 300.0, rows.get(name, 0) * 100.0, 200.0, 72.0)
        for name, column in columns.items()
    }
    return Layout(ViewKind.HANDOFFS, cards)


def test_among_handoffs_left_and_right_follow_what_is_handed_over() -> None:
    chart = b.pod_chart()
    layout = flow(chart)
    assert Walk().step(chart, layout, Key(Kind.SOURCE, b.WEB), RIGHT) == seat(b.ADA)
    assert walked(chart, layout, b.ADA, RIGHT, RIGHT) == b.CY
    assert walked(chart, layout, b.CY, LEFT) == b.BO
    assert Walk().step(chart, layout, seat(b.ADA), LEFT) == Key(Kind.SOURCE, b.WEB)
    assert walked(chart, layout, b.ADA, DOWN) == b.DI
    assert walked(chart, layout, b.DI, RIGHT) == b.HEAD
    assert Walk().step(chart, layout, Key(Kind.SOURCE, b.LIST), LEFT) == Key(Kind.SOURCE, b.LIST)


def test_edges_are_stepped_through_and_lead_to_their_ends() -> None:
    chart = b.pod_chart().with_records([b.line(b.BO, b.DI, 0, LineKind.DOTTED)])
    edges = edges_at(chart, seat(b.BO))
    assert [key.id for key in edges] == ["bo>cy", "ada>bo", "bo-head", "bo-di"]
    assert [key.id for key in edges_at(chart, Key(Kind.SOURCE, b.WEB))] == ["web>ada"]
    assert edges_at(chart, Key(Kind.POD, b.NORTH)) == ()
    layout = arrange_board(chart)
    walk = Walk()
    assert walk.step(chart, layout, edges[0], RIGHT) == seat(b.CY)
    assert walk.step(chart, layout, edges[0], LEFT) == seat(b.BO)
    assert walk.step(chart, layout, edges[2], UP) == seat(b.HEAD)
    assert walk.step(chart, layout, edges[2], DOWN) == seat(b.BO)
    assert walk.step(chart, layout, Key(Kind.HANDOFF, "web>ada"), LEFT) == Key(Kind.SOURCE, b.WEB)


def test_a_row_is_a_pod_on_the_board_and_brothers_in_the_tree() -> None:
    chart = b.pod_chart()
    assert row_of(chart, arrange_board(chart), seat(b.BO)) == tuple(map(seat, (b.ADA, b.BO, b.CY)))
    assert row_of(chart, arrange_tree(chart), seat(b.BO)) == tuple(map(seat, (b.ADA, b.BO, b.CY, b.DI)))
    assert row_of(chart, arrange_tree(chart), seat(b.HEAD)) == (seat(b.HEAD),)
    assert row_of(chart, arrange_board(chart), Key(Kind.POD, b.NORTH)) == (Key(Kind.POD, b.NORTH),)


def shifted(chart: Chart, layout: Layout, name: str, way: Direction, *others: str) -> Chart:
    edit = shift_of(chart, layout, [seat(other) for other in (name, *others)], seat(name), way)
    assert edit is not None
    return edit.apply(chart)


def test_in_the_tree_brothers_change_places_and_levels() -> None:
    layout = arrange_tree(WIDE)
    top = SeatId("top")
    assert shifted(WIDE, layout, "a", RIGHT).reports_of(top) == ("b", "a")
    assert shifted(WIDE, layout, "b", LEFT).reports_of(top) == ("b", "a")
    assert shift_of(WIDE, layout, [], seat("b"), RIGHT) is None
    assert shift_of(WIDE, layout, [], seat("top"), RIGHT) is None
    assert shifted(WIDE, layout, "b1", UP).manager_of(SeatId("b1")) == "top"
    assert shifted(WIDE, layout, "b", DOWN).manager_of(SeatId("b")) == "a"


def test_in_a_hanging_list_up_and_down_change_the_order() -> None:
    layout = arrange_tree(LIST)
    assert shifted(LIST, layout, "b", UP).reports_of(SeatId("top")) == ("b", "a", "c")
    assert shifted(LIST, layout, "b", DOWN).reports_of(SeatId("top")) == ("a", "c", "b")
    folded = replace(layout, cards={})
    assert shift_of(LIST, folded, [], seat("b"), UP) is not None


def test_several_move_as_one_block() -> None:
    layout = arrange_tree(LIST)
    assert shifted(LIST, layout, "a", RIGHT, "b").reports_of(SeatId("top")) == ("c", "a", "b")
    assert shifted(LIST, layout, "a", RIGHT, "c").reports_of(SeatId("top")) == ("a", "c", "b")


def two_pods(places: tuple[Place, Place] = (Place(0, 0), Place(400, 0))) -> Chart:
    pods = [
        Pod(PodId(name), name, order=n, place=place) for n, (name, place) in enumerate(zip("pq", places, strict=True))
    ]
    seats = [Seat(SeatId(f"{pod}{n}"), RoleId("sdr"), pod=PodId(pod), order=n) for pod in "pq" for n in range(3)]
    return b.chart_of(*pods, *seats)


def members(chart: Chart, pod: str) -> list[str]:
    return [one.id for one in chart.members.get(PodId(pod), ())]


def test_on_the_board_a_seat_moves_along_its_pod_and_on_into_the_next() -> None:
    chart = two_pods()
    layout = arrange_board(chart)
    assert members(shifted(chart, layout, "p0", DOWN), "p") == ["p1", "p0", "p2"]
    assert members(shifted(chart, layout, "p2", UP, "p1"), "p") == ["p1", "p2", "p0"]
    assert members(shifted(chart, layout, "p1", RIGHT), "q") == ["q0", "p1", "q1", "q2"]
    assert members(shifted(chart, layout, "q0", LEFT), "p") == ["q0", "p0", "p1", "p2"]
    assert members(shifted(chart, layout, "p2", DOWN), "q")[0] == "p2"
    assert members(shifted(chart, layout, "q0", UP), "p")[-1] == "q0"
    assert shift_of(chart, layout, [], seat("p1"), LEFT) is None
    assert shift_of(chart, layout, [], seat("p0"), UP) is None
    assert shift_of(chart, layout, [], seat("q2"), DOWN) is None
    assert shift_of(chart, replace(layout, frames={}), [], seat("p1"), RIGHT) is None


def test_pods_one_above_the_other_pass_a_seat_on_too() -> None:
    chart = two_pods((Place(0, 0), Place(0, 600)))
    layout = arrange_board(chart)
    assert members(shifted(chart, layout, "p2", DOWN), "q") == ["p2", "q0", "q1", "q2"]
    empty = chart.without([seat(f"q{n}") for n in range(3)])
    assert members(shifted(empty, arrange_board(empty), "p2", DOWN), "q") == ["p2"]
    assert shift_of(chart, layout, [], seat("p1"), RIGHT) is None


def test_in_a_pod_of_two_columns_a_seat_goes_to_the_other_one() -> None:
    chart = two_pods()
    layout = arrange_board(chart)
    home = layout.cards[seat("p1")]
    layout = replace(layout, cards={**layout.cards, seat("p2"): Rect(home.x + 216, home.y, 200, 72)})
    assert members(shifted(chart, layout, "p1", RIGHT), "p") == ["p0", "p2", "p1"]
    assert members(shifted(chart, layout, "p2", LEFT), "p") == ["p0", "p2", "p1"]
    unseen = replace(layout, cards={})
    assert members(shifted(chart, unseen, "p1", RIGHT), "q")[-1] == "p1"


def test_outside_of_pods_the_hand_nudges_and_the_tree_moves_by_levels() -> None:
    free = b.chart_of(Seat(SeatId("a"), RoleId("sdr"), place=Place(0, 0)))
    assert shifted(free, arrange_board(free), "a", RIGHT).seats[SeatId("a")].place == Place(8, 0)
    layout = arrange_board(WIDE)
    assert shifted(WIDE, layout, "a", RIGHT).reports_of(SeatId("top")) == ("b", "a")
    assert shifted(WIDE, layout, "b", DOWN).manager_of(SeatId("b")) == "a"
    assert shifted(WIDE, layout, "b1", UP).manager_of(SeatId("b1")) == "top"


def test_pods_change_places_in_their_segment_or_are_nudged() -> None:
    segment = Segment(SegmentId("s"), value="s")
    pods = [Pod(PodId(name), name, (segment.id,), order=n) for n, name in enumerate("pq")]
    chart = b.chart_of(segment, *pods, Pod(PodId("loose")), Pod(PodId("free"), place=Place(0, 900)))
    layout = arrange_board(chart)

    def shift(name: str, way: Direction) -> Chart | None:
        edit = shift_of(chart, layout, [], Key(Kind.POD, name), way)
        return edit.apply(chart) if edit is not None else None

    after = shift("p", RIGHT)
    assert after is not None
    assert [pod.id for pod in after.pods_in[segment.id]] == ["q", "p"]
    assert shift("p", LEFT) is None
    assert shift("loose", LEFT) is None
    assert shift("gone", LEFT) is None
    nudged = shift("free", UP)
    assert nudged is not None
    assert nudged.pods[PodId("free")].place == Place(0, 892)


def test_nothing_else_is_moved_by_arrows() -> None:
    chart = b.pod_chart()
    layout = arrange_board(chart)
    assert shift_of(chart, layout, [], Key(Kind.SOURCE, b.WEB), UP) is None
    assert shift_of(chart, layout, [], seat("gone"), UP) is None


def test_nobody_chosen_nobody_moved() -> None:
    assert moved_along(("a", "b"), set(), 1) is None
