"""Amounts that flow from spot to spot, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity import linear
from salesorg_gui.capacity.linear import EndlessReturns, amounts


def test_an_amount_is_split_and_gathered_again() -> None:
    ways = {"a": [("b", 0.25), ("c", 0.75)], "b": [("d", 1.0)], "c": [("d", 0.5)]}
    assert amounts({"a": 100.0}, ways) == pytest.approx({"a": 100, "b": 25, "c": 75, "d": 62.5})


def test_what_comes_back_is_worked_on_again() -> None:
    ways = {"a": [("b", 1.0)], "b": [("a", 0.2), ("c", 0.8)]}
    assert amounts({"a": 100.0}, ways) == pytest.approx({"a": 125, "b": 125, "c": 100})


@pytest.mark.parametrize("share", [1.0, 1.5])
@pytest.mark.parametrize("most_dense", [0, 120])
def test_returns_without_end_are_refused(share: float, most_dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linear, "MOST_DENSE", most_dense)
    with pytest.raises(EndlessReturns) as refusal:
        amounts({"a": 1.0}, {"a": [("b", 1.0)], "b": [("a", share)]})
    assert set(refusal.value.spots) == {"a", "b"}


def test_a_spot_may_pass_on_to_itself() -> None:
    assert amounts({"a": 1.0}, {"a": [("a", 0.5)]}) == pytest.approx({"a": 2.0})


SPOTS = st.integers(0, 7)
NETS = st.dictionaries(SPOTS, st.lists(st.tuples(SPOTS, st.floats(0, 0.24)), max_size=4), max_size=8)


@given(NETS, st.dictionaries(SPOTS, st.floats(0, 1000), min_size=1))
def test_elimination_and_walking_round_agree(net: dict[int, list[tuple[int, float]]], start: dict[int, float]) -> None:
    solved = amounts(start, net)
    usual, linear.MOST_DENSE = linear.MOST_DENSE, 0
    try:
        walked = amounts(start, net)
    finally:
        linear.MOST_DENSE = usual
    assert solved == pytest.approx(walked, rel=1e-6, abs=1e-6)


@given(NETS, st.dictionaries(SPOTS, st.floats(0, 1000), min_size=1))
def test_each_spot_has_what_was_given_and_what_was_passed_to_it(
    net: dict[int, list[tuple[int, float]]], start: dict[int, float]
) -> None:
    found = amounts(start, net)
    for spot, amount in found.items():
        passed = sum(found.get(giver, 0.0) * share for giver, outs in net.items() for to, share in outs if to == spot)
        assert amount == pytest.approx(start.get(spot, 0.0) + passed, rel=1e-6, abs=1e-6)


@given(st.dictionaries(SPOTS, st.floats(0, 1000), min_size=1), st.data())
def test_without_a_circle_it_is_one_walk(start: dict[int, float], data: st.DataObject) -> None:
    net = {
        spot: data.draw(st.lists(st.tuples(st.integers(spot + 1, 9), st.floats(0, 1)), max_size=3)) for spot in range(8)
    }
    walked = dict.fromkeys(range(10), 0.0) | start
    for spot in range(10):
        for to, share in net.get(spot, ()):
            walked[to] += walked[spot] * share
    found = amounts(start, net)
    assert {spot: found.get(spot, 0.0) for spot in walked} == pytest.approx(walked, rel=1e-9, abs=1e-9)
