"""What stands where in the reporting view is told by name, by room and of everybody alike, before and after edits."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.canvas.index import touching
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.domain.records import Line
from salesorg_gui.layout import places as places_module
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown
from salesorg_gui.layout.layout import Hook, Layout
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH
from salesorg_gui.layout.places import Places, Told
from salesorg_gui.layout.reporting import forest_of, solid_lines
from salesorg_gui.layout.tree import arrange_tree
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart, seat_key, styled_chart, tree_chart

SEEDS = st.integers(0, 100_000)


def places_of(layout: Layout) -> Places:
    assert isinstance(layout.grown, Grown)
    return layout.grown.places


def stood(block: Block, x: float, y: float) -> Iterator[tuple[SeatId, Rect]]:
    """Every card of a branch, found in the plainest way."""
    for seat, (dx, dy) in zip(block.seats, block.spots, strict=True):
        yield seat, Rect(x + dx, y + dy, CARD_WIDTH, CARD_HEIGHT)
    for part, left, top in block.held(x, y):
        yield from stood(part, left, top)


def all_stood(layout: Layout) -> dict[Key, Rect]:
    places = places_of(layout)
    found = dict(places.loners)
    for block, x, y in places.tops:
        found.update(stood(block, x, y))
    return {seat_key(seat): rect for seat, rect in found.items()}


def edits(seed: int, size: int) -> Iterator[tuple[Chart, frozenset[SeatId]]]:
    """Charts and what is folded in them, each an edit away from the one before."""
    hand, chart = Hand(Random(seed)), styled_chart(seed, size)
    folded: frozenset[SeatId] = frozenset()
    for _ in range(12):
        yield chart, folded
        try:
            chart = hand.chart_edit(chart).apply(chart)
        except EditRefused:
            some = sorted(chart.seats)
            folded = frozenset(hand.chance.sample(some, min(len(some), hand.chance.randrange(4))))


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.sampled_from([6, 25, 90]))
def test_everybody_is_told_by_name_by_room_and_together_alike(seed: int, size: int) -> None:
    layout, chance = Layout(), Random(seed)
    for chart, folded in edits(seed, size):
        layout = arrange_tree(chart, None, folded, layout)
        places, expected = places_of(layout), all_stood(layout)
        assert places.cards() == expected
        assert {key: rect for seat in chart.seats if (rect := places.card(key := seat_key(seat)))} == expected
        room = Rect(
            chance.uniform(-100, 2000), chance.uniform(-100, 900), chance.uniform(0, 900), chance.uniform(0, 900)
        )
        assert sorted(places.touching(room)) == sorted((key, expected[key]) for key in touching(expected, room))
        assert sorted(places.cards_in(room)) == sorted(rect for rect in expected.values() if rect.meets(room))
        assert places.hooks() == {seat: hook for seat in chart.seats if (hook := places.hook(seat)) is not None}
        assert places.spines() == {seat: spine for seat in chart.seats if (spine := places.spine(seat)) is not None}
        assert len(layout.cards) == len(expected)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.sampled_from([6, 25, 90]))
def test_whatever_stands_elsewhere_after_an_edit_is_told(seed: int, size: int) -> None:
    layout = Layout()
    for chart, folded in edits(seed, size):
        before, layout = layout, arrange_tree(chart, None, folded, layout)
        since = layout.told_since(before)
        if since is None:
            continue
        was, now = all_stood(before), all_stood(layout)
        along = dict(since.along)
        assert len(along) == len(since.along)
        assert along == {key: (was[key], now[key]) for key in along}
        assert not since.keys & along.keys()
        assert {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)} <= since.keys | along.keys()
        assert not any(key in since.along for key in since.keys)


def test_a_branch_that_only_moved_is_not_told_card_by_card() -> None:
    chart = tree_chart({"top": ["a", "b", "c"], **{name: [f"{name}{n}" for n in range(9)] for name in "abc"}})
    before = arrange_tree(chart)
    after = arrange_tree(chart.with_records([Line(LineId("n"), SeatId("a0"), SeatId("b0"), order=-1)]), earlier=before)
    since = after.told_since(before)
    assert since is not None
    assert seat_key("c4") in since.along
    assert seat_key("c4") not in since.keys
    assert seat_key("b0") in since.keys
    assert Key(Kind.SOURCE, "c4") not in since.along


def test_who_is_folded_away_does_not_go_along() -> None:
    chart = tree_chart({
        "top": ["a", "b", "c"], "b": ["b0"], "c": ["c0", "c1"], "c0": ["d0", "d1", "d2"],
        "a": [f"a{n}" for n in range(9)],
    })  # fmt: skip
    folded = frozenset({SeatId("c0")})
    before = arrange_tree(chart, folded=folded)
    wider = chart.with_records([Line(LineId("n"), SeatId("a0"), SeatId("a1"), order=-1)])
    since = arrange_tree(wider, None, folded, before).told_since(before)
    assert since is not None
    assert {key.id for key in since.along} == {"b", "b0", "c", "c0", "c1"}
    assert len(since.along) == 5


def test_cards_that_share_no_more_than_an_edge_with_a_room_are_found_in_it() -> None:
    places = places_of(arrange_tree(tree_chart({"boss": ["a"], "x": []})))
    corners = [Rect(200.0, 72.0, 9.0, 0.0), Rect(-9.0, -9.0, 9.0, 9.0)]
    assert [[key.id for key, _rect in places.touching(room)] for room in corners] == [["boss"], ["boss"]]
    (loner,) = places.loners.values()
    assert [key.id for key, _rect in places.touching(Rect(loner.right, loner.bottom, 5.0, 5.0))] == ["x"]


@settings(deadline=None, max_examples=80)
@given(SEEDS, st.sampled_from([4, 20, 60]))
def test_the_forest_of_all_is_that_of_the_same_seats_gathered_one_by_one(seed: int, size: int) -> None:
    chart = random_chart(seed, size)
    gone = sorted(chart.seats)[:: Random(seed).choice([2, 5, 99])]
    for one in (chart, chart.without([seat_key(seat) for seat in gone])):
        solid = solid_lines(one)
        assert forest_of(one, solid, one.seats) == forest_of(one, solid, set(one.seats))


def test_an_edit_that_closes_a_circle_is_laid_out_anew() -> None:
    chart = tree_chart({"a": ["b"], "b": ["c", "d"]})
    circle = chart.with_records([Line(LineId("n"), SeatId("a"), SeatId("c"))])
    layout = arrange_tree(circle, earlier=arrange_tree(chart))
    assert layout.opened == {"a"}
    assert layout == arrange_tree(circle)


def test_the_ways_to_fold_a_wide_branch_are_kept_while_its_widths_are() -> None:
    heads = [f"h{n:02}" for n in range(20)]
    chart = tree_chart({"ceo": heads, **{head: [f"{head}r{n}" for n in range(6)] for head in heads}})
    longer = chart.with_records([Line(LineId("n"), SeatId("h01r1"), SeatId("h02"), order=9)], [])
    before = arrange_tree(chart)
    after = arrange_tree(longer, earlier=before)
    folds = [places_of(layout).blocks[SeatId("ceo")].folds for layout in (before, after)]
    assert folds[0] is not None
    assert folds[0] is folds[1]
    wider = chart.with_records([Line(LineId("n"), SeatId("h01"), SeatId("h02"), order=-1)])
    assert places_of(arrange_tree(wider, earlier=before)).blocks[SeatId("ceo")].folds is not folds[0]


def test_who_leads_in_a_room_and_who_hangs_on_somebody_is_told() -> None:
    layout = arrange_tree(tree_chart({"boss": ["a", "b"], "a": ["a1"], "b": ["b1"]}))
    places = places_of(layout)
    assert set(places.leading_in(layout.cards[seat_key("b1")])) == {"boss", "b"}
    assert len(places.managers) == 4
    assert dict(places.managers) == {"a": "boss", "b": "boss", "a1": "a", "b1": "b"}


def test_a_chain_of_thousands_is_told_by_name() -> None:
    chart = tree_chart({f"s{n:05}": [f"s{n + 1:05}"] for n in range(6000)})
    layout = arrange_tree(chart)
    places = places_of(layout)
    last = places.card(seat_key("s06000"))
    assert last == places.cards()[seat_key("s06000")]
    assert places.hook(SeatId("s06000")) == (Hook.HANG, SeatId("s05999"))


def test_a_map_that_is_asked_too_often_works_all_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_module, "PATIENCE", 3)
    asked: list[int] = []

    def half(number: int) -> int | None:
        asked.append(number)
        return number // 2 if number % 2 == 0 else None

    told = Told(half, lambda: {number: number // 2 for number in range(0, 20, 2)})
    assert [told[2], told[2], told.get(3), told.get(4), told[6]] == [1, 1, None, 2, 3]
    assert asked == [2, 3, 4, 6]
    assert [told[8], told.get(9)] == [4, None]
    assert asked == [2, 3, 4, 6]
    assert told == {number: number // 2 for number in range(0, 20, 2)}
    assert len(told) == 10


def test_what_is_no_seat_stands_nowhere_among_trees() -> None:
    layout = arrange_tree(tree_chart({"a": ["b"]}))
    assert Key(Kind.POD, "a") not in layout.cards
    assert layout.rect(Key(Kind.SOURCE, "b")) is None
