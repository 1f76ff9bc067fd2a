"""Few combinations hold every pair of values."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.study.cases.pairs import Combination, covering

PLENTY = 10_000


def pairs_in(found: tuple[Combination, ...]) -> set[tuple[int, int, int, int]]:
    """Every pair of values of two factors that some combination has."""
    return {(one, other, row[one], row[other]) for row in found for one, other in combinations(range(len(row)), 2)}


def all_pairs(sizes: list[int]) -> set[tuple[int, int, int, int]]:
    return {
        (one, other, *values)
        for one, other in combinations(range(len(sizes)), 2)
        for values in product(range(sizes[one]), range(sizes[other]))
    }


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 9), min_size=2, max_size=6))
def test_every_pair_is_in_some_combination_and_few_are_needed(sizes: list[int]) -> None:
    found = covering(sizes, PLENTY)
    assert found.is_whole
    assert pairs_in(found.combinations) == all_pairs(sizes)
    assert all(0 <= value < size for row in found.combinations for value, size in zip(row, sizes, strict=True))
    largest, second, *_rest = sorted(sizes, reverse=True)
    fewest = largest * second
    assert fewest <= len(found.combinations) <= 1.5 * fewest + 10
    assert len(set(found.combinations)) == len(found.combinations)


@pytest.mark.parametrize(
    ("sizes", "most"), [((10, 10, 10, 10), 125), ((5, 5, 5, 5), 31), ((3, 3, 3), 9), ((20, 12, 9, 7), 240)]
)
def test_the_number_of_combinations_stays_near_the_fewest(sizes: tuple[int, ...], most: int) -> None:
    assert len(covering(sizes, PLENTY).combinations) <= most


def test_the_same_factors_give_the_same_combinations() -> None:
    assert covering((4, 3, 5), PLENTY) == covering((4, 3, 5), PLENTY)


def test_a_single_factor_has_every_value_once() -> None:
    assert covering((3,), PLENTY).combinations == ((0,), (1,), (2,))
    assert covering((3,), 2) == (((0,), (1,)), False)


@pytest.mark.parametrize("sizes", [(), (3, 0)])
def test_without_values_there_is_nothing_to_combine(sizes: tuple[int, ...]) -> None:
    assert covering(sizes, PLENTY) == ((), True)


def test_more_than_one_wants_to_read_is_cut_and_said_so() -> None:
    found = covering((9, 9, 9), 20)
    assert (len(found.combinations), found.is_whole) == (20, False)
