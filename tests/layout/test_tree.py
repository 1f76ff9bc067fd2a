"""The reporting view: a tidy tree in which nothing overlaps, whatever the lines are."""

import time
from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Seat
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook, Layout, ViewKind
from salesorg_gui.layout.tidy import Node, arrange, parents_first
from salesorg_gui.layout.tree import arrange_tree
from tests.layout.charts import overlaps, random_chart, seat_key, tree_chart


def card(layout: Layout, name: str) -> Rect:
    return layout.cards[seat_key(name)]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from([4, 20, 120]))
def test_nothing_overlaps_and_everybody_is_there(seed: int, size: int) -> None:
    chart = random_chart(seed, size)
    layout = arrange_tree(chart)
    assert set(layout.cards) == {seat_key(seat) for seat in chart.seats}
    assert list(overlaps(dict(layout.cards))) == []
    assert layout.frames == {}
    assert layout == arrange_tree(chart)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_everybody_stands_below_the_manager_that_holds_them(seed: int) -> None:
    chart = random_chart(seed, 60)
    layout = arrange_tree(chart)
    for seat, (hook, manager) in layout.hooks.items():
        assert chart.manager_of(seat) == manager
        floor = card(layout, manager).bottom
        assert card(layout, seat).y > floor or hook is Hook.SIDE


@settings(deadline=None, max_examples=60)
@given(st.recursive(st.just(()), lambda inner: st.lists(inner, max_size=5).map(tuple), max_leaves=40))
def test_boxes_of_any_size_never_overlap_and_stand_below_their_parent(shape: tuple) -> None:
    sizes = Random(str(shape))

    def grown(form: tuple) -> Node:
        node = Node(sizes.choice([60.0, 200.0, 900.0]), sizes.choice([40.0, 72.0, 500.0]))
        node.children = [grown(child) for child in form]
        return node

    root = grown(shape)
    arrange(root)
    nodes = list(parents_first(root))
    boxes = {seat_key(str(n)): Rect(node.x, node.y, node.width, node.height) for n, node in enumerate(nodes)}
    assert list(overlaps(boxes)) == []
    assert min(node.x for node in nodes) == 0
    assert all(child.y >= node.y + node.height for node in nodes for child in node.children)


def test_a_parent_stands_over_the_middle_of_its_children() -> None:
    root, left, right = Node(200, 72), Node(200, 72, 40), Node(500, 72)
    root.children = [left, right]
    arrange(root)
    assert root.x + 100 == (left.x + 40 + right.x + 250) / 2


def test_the_space_between_large_branches_is_shared_among_small_ones() -> None:
    root = Node(100, 50)
    root.children = [Node(100, 50) for _ in range(4)]
    for wide in (root.children[0], root.children[3]):
        wide.children = [Node(100, 50) for _ in range(5)]
    arrange(root)
    gaps = [later.x - earlier.x for earlier, later in pairwise(root.children)]
    assert min(gaps) > 180
    assert max(gaps) - min(gaps) <= 16


def test_leaves_hang_under_their_manager() -> None:
    layout = arrange_tree(tree_chart({"boss": ["a", "b", "c"]}))
    assert card(layout, "boss") == Rect(0, 0, 200, 72)
    assert [card(layout, name) for name in "abc"] == [Rect(28, 96 + 80 * n, 200, 72) for n in range(3)]
    assert {hook for hook, _manager in layout.hooks.values()} == {Hook.HANG}


def test_more_than_ten_leaves_hang_in_columns_of_one_height() -> None:
    layout = arrange_tree(tree_chart({"boss": [f"r{n:02}" for n in range(14)]}))
    assert {card(layout, f"r{n:02}").x for n in range(14)} == {28, 256}
    assert card(layout, "r07").y == card(layout, "r00").y


def test_leaders_stand_side_by_side_and_single_cards_in_their_order() -> None:
    layout = arrange_tree(tree_chart({"boss": ["a", "solo", "b", "x", "y"], "a": ["a1"], "b": ["b1"]}))
    heads = [card(layout, name) for name in ("a", "solo", "b", "x")]
    assert [head.y for head in heads] == [120.0] * 4
    assert [head.x for head in heads] == sorted(head.x for head in heads)
    assert card(layout, "y").y == 200
    assert layout.hooks[SeatId("solo")] == (Hook.BUS, "boss")
    assert layout.hooks[SeatId("x")] == (Hook.STACK, "boss")


def test_sibling_order_is_the_order_of_the_lines() -> None:
    chart = tree_chart({"boss": ["a", "b"]})
    last = replace(chart.lines[LineId("a-boss")], order=9)
    layout = arrange_tree(chart.with_records([last]))
    assert card(layout, "b").y < card(layout, "a").y


def test_only_the_first_manager_counts_and_dotted_lines_move_nobody() -> None:
    chart = tree_chart({"one": ["a"], "two": ["b"]})
    second = Line(LineId("z"), SeatId("a"), SeatId("two"), order=5)
    dotted = Line(LineId("y"), SeatId("b"), SeatId("one"), LineKind.DOTTED)
    assert arrange_tree(chart.with_records([second, dotted])) == arrange_tree(chart)


def test_a_manager_who_is_gone_does_not_count() -> None:
    chart = tree_chart({"boss": ["a"]})
    ghost = Line(LineId("g"), SeatId("a"), SeatId("nobody"), order=-5)
    assert arrange_tree(chart.with_records([ghost])) == arrange_tree(chart)


def test_a_circle_is_opened_at_its_first_seat() -> None:
    chart = tree_chart({"a": ["b"], "b": ["c"], "c": ["a"]})
    layout = arrange_tree(chart)
    assert layout.opened == {"a"}
    assert card(layout, "a").y < card(layout, "b").y < card(layout, "c").y


def test_who_reports_to_themselves_is_shown_alone() -> None:
    layout = arrange_tree(tree_chart({"a": ["a"]}))
    assert layout.opened == {"a"}
    assert card(layout, "a") == Rect(0, 0, 200, 72)


def test_several_roots_stand_side_by_side_and_loners_in_a_grid_below() -> None:
    chart = tree_chart({"one": ["a"], "two": ["b"]}).with_records(
        [Seat(SeatId(f"l{n}"), RoleId("x"), order=50 + n) for n in range(6)]
    )
    layout = arrange_tree(chart)
    assert card(layout, "one").y == card(layout, "two").y == 0
    assert card(layout, "two").x > card(layout, "a").right
    assert [card(layout, f"l{n}").y for n in range(6)] == [264.0] * 4 + [344.0] * 2
    assert [card(layout, f"l{n}").x for n in (0, 1, 4)] == [0, 216, 0]


def test_many_small_trees_wrap() -> None:
    layout = arrange_tree(tree_chart({f"m{n:02}": [f"r{n:02}"] for n in range(40)}))
    assert layout.bounds.width < 3600


def test_a_deep_branch_is_set_as_an_indented_list() -> None:
    layout = arrange_tree(tree_chart({"top": ["mid", "x"], "mid": ["low", "y"], "low": ["a", "b"], "a": ["a1"]}))
    assert [card(layout, name).x - card(layout, "low").x for name in ("low", "a", "a1", "b")] == [0, 28, 56, 28]
    assert layout.hooks[SeatId("a1")] == (Hook.HANG, "a")


def test_a_very_wide_company_is_folded_round_a_trunk() -> None:
    heads = [f"h{n:02}" for n in range(20)]
    reports = {head: [f"{head}r{n}" for n in range(6)] for head in heads}
    chart = tree_chart({"ceo": [*heads, "helper"], **reports})
    layout = arrange_tree(chart)
    assert layout.hooks[SeatId("h00")] == (Hook.RIB, "ceo")
    assert layout.hooks[SeatId("helper")] == (Hook.SIDE, "ceo")
    assert len({card(layout, head).y for head in heads}) > 1
    assert 0.7 < layout.bounds.width / layout.bounds.height < 2.5
    order = sorted(heads, key=lambda head: (card(layout, head).y, card(layout, head).x))
    assert order == heads


def test_a_chain_of_twenty_thousand_levels_is_laid_out() -> None:
    chart = tree_chart({f"s{n}": [f"s{n + 1}"] for n in range(20_000)})
    layout = arrange_tree(chart)
    assert len(layout.cards) == 20_001


def test_the_time_grows_no_faster_than_the_company() -> None:
    def seconds(size: int) -> float:
        chart = tree_chart({f"s{n}": [f"s{5 * n + k}" for k in range(1, 6)] for n in range(size // 5)})
        start = time.process_time()
        arrange_tree(chart)
        return time.process_time() - start

    assert seconds(16_000) < 16 * max(seconds(2_000), 0.01)


def test_the_view_is_named() -> None:
    assert arrange_tree(Chart()).view is ViewKind.REPORTING
