"""Folded branches of the reporting view: whoever stands below is left out and counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.tree import arrange_tree
from tests.layout.charts import overlaps, random_chart, seat_key, tree_chart

COMPANY = tree_chart({"top": ["north", "south"], "north": ["a", "b"], "a": ["a1", "a2"], "south": ["c"]})


def folded(*names: str) -> frozenset[SeatId]:
    return frozenset(map(SeatId, names))


def test_whoever_stands_below_a_folded_seat_is_left_out_and_counted() -> None:
    layout = arrange_tree(COMPANY, folded=folded("north"))
    assert {key.id for key in layout.cards} == {"top", "north", "south", "c"}
    assert layout.folded == {"north": 4}
    assert layout.hooks.keys() == {"north", "south", "c"}


def test_a_seat_folded_inside_a_folded_branch_is_not_shown_and_not_counted_apart() -> None:
    layout = arrange_tree(COMPANY, folded=folded("north", "a"))
    assert layout.folded == {"north": 4}


def test_a_seat_nobody_reports_to_has_nothing_to_fold() -> None:
    assert arrange_tree(COMPANY, folded=folded("c", "gone")) == arrange_tree(COMPANY)


def test_all_but_the_roots_can_be_folded_away() -> None:
    layout = arrange_tree(COMPANY, folded=folded("top"))
    assert {key.id for key in layout.cards} == {"top"}
    assert layout.folded == {"top": 7}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.sets(st.integers(0, 59)))
def test_everybody_stands_or_is_counted_once(seed: int, numbers: set[int]) -> None:
    chart = random_chart(seed, 60)
    layout = arrange_tree(chart, folded=frozenset(SeatId(f"s{n}") for n in numbers))
    assert len(layout.cards) + sum(layout.folded.values()) == len(chart.seats)
    assert all(seat_key(seat) in layout.cards for seat in layout.folded)
    assert list(overlaps(dict(layout.cards))) == []
