"""Rectangles, shelves, columns, and keeping clear."""

import tomllib
from typing import Any

import pytest

from salesorg_gui.layout import lengths
from salesorg_gui.layout.clearing import Taken
from salesorg_gui.layout.columns import hang_rows, hanging, hanging_size, pod_rows
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.shelves import Shelf, shelved
from salesorg_gui.resources import resource

SHELF = Shelf(gap=10, row_gap=20, least=300)


def test_a_rectangle_knows_its_edges_and_neighbours() -> None:
    rect = Rect(10, 20, 100, 50)
    assert (rect.right, rect.bottom, rect.centre) == (110, 70, Point(60, 45))
    assert rect.contains(Point(110, 70))
    assert not rect.contains(Point(111, 70))
    assert rect.meets(Rect(100, 60, 50, 50))
    assert not rect.meets(Rect(110, 20, 5, 5))
    assert rect.holds(rect)
    assert not rect.holds(Rect(10, 20, 101, 50))
    assert rect.moved(1, 2).grown(3) == Rect(8, 19, 106, 56)
    assert rect.united(Rect(0, 0, 5, 5)) == Rect(0, 0, 110, 70)


def test_boxes_stand_side_by_side_while_there_is_room() -> None:
    assert shelved([(100, 50), (150, 80)], SHELF) == [(0, 0), (110, 0)]


def test_a_box_that_does_not_fit_begins_a_row_below_the_deepest() -> None:
    assert shelved([(200, 50), (90, 80), (120, 10)], SHELF) == [(0, 0), (210, 0), (0, 100)]


def test_boxes_sink_only_in_the_first_row() -> None:
    assert shelved([(200, 50), (250, 10)], SHELF, [5, 40]) == [(0, 5), (0, 75)]


def test_the_widest_box_always_fits() -> None:
    assert shelved([(900, 50), (90, 80)], SHELF) == [(0, 0), (0, 70)]


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (10, 10), (11, 6), (30, 10), (5000, 100)])
def test_hanging_columns_are_filled_evenly(count: int, rows: int) -> None:
    assert hang_rows(count) == rows


def test_hanging_cards_lie_within_their_size() -> None:
    for count in (1, 9, 23):
        width, height = hanging_size(count)
        corners = list(hanging(count))
        assert max(x for x, _y in corners) + lengths.CARD_WIDTH == width
        assert max(y for _x, y in corners) + lengths.CARD_HEIGHT == height
    assert list(hanging(0)) == []


def test_a_pod_grows_by_columns_of_eight() -> None:
    assert [pod_rows(count) for count in (0, 1, 8, 9, 30, 200)] == [1, 1, 8, 8, 8, 20]


def test_what_is_in_the_way_is_passed_in_the_wanted_direction() -> None:
    taken = Taken([Rect(0, 0, 100, 100), Rect(130, 0, 100, 100)])
    box = [Rect(0, 0, 50, 50)]
    assert taken.step(box, 0, 0, (1, 0)) == (254, 0)
    assert taken.step(box, 0, 0, (0, 1)) == (0, 124)
    assert taken.step(box, 0, 0, (-1, 0)) == (-74, 0)
    assert taken.step(box, 500, 0, (1, 0)) == (500, 0)
    assert Taken().step(box, 3, 4, (1, 0)) == (3, 4)


TOKENS = {
    "card.seat.width": lengths.CARD_WIDTH,
    "card.seat.height": lengths.CARD_HEIGHT,
    "card.source.width": lengths.SOURCE_WIDTH,
    "card.source.height": lengths.SOURCE_HEIGHT,
    "frame.pod.pad": lengths.POD_PAD,
    "frame.pod.header": lengths.POD_HEADER,
    "frame.pod.gap": lengths.CARD_GAP,
    "frame.segment.pad": lengths.SEGMENT_PAD,
    "frame.segment.header": lengths.SEGMENT_HEADER,
    "frame.segment.gap": lengths.SEGMENT_GAP,
    "frame.bench.pad": lengths.BENCH_PAD,
    "frame.bench.header": lengths.BENCH_HEADER,
    "layout.segment_gap": lengths.FRAME_GAP,
    "layout.leader_gap": lengths.LEVEL_GAP,
    "layout.tree_level_gap": lengths.LEVEL_GAP,
    "layout.tree_sibling_gap": lengths.SIBLING_GAP,
    "layout.tree_branch_gap": lengths.BRANCH_GAP,
    "layout.hang_indent": lengths.HANG_INDENT,
    "layout.hang_spine": lengths.HANG_SPINE,
    "layout.hang_first_gap": lengths.HANG_FIRST_GAP,
    "layout.hang_gap": lengths.CARD_GAP,
}


@pytest.mark.parametrize("path", TOKENS)
def test_lengths_are_those_of_the_tokens(path: str) -> None:
    found: Any = tomllib.loads(resource("themes", "tokens.toml").read_text("utf-8"))
    for name in path.split("."):
        found = found[name]
    assert found == TOKENS[path]
