"""Axes in round steps, numbers in few letters, labels moved apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.drawing.graphs.ends import spread
from salesorg_gui.drawing.graphs.scale import LARGEST, figure, sane, scale_of, with_unit
from salesorg_gui.i18n import speaking


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([0.0], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([3.3, 2.0], [0.0, 1.0, 2.0, 3.0, 4.0]),
        ([2_400_000.0], [0.0, 500_000.0, 1_000_000.0, 1_500_000.0, 2_000_000.0, 2_500_000.0]),
        ([-1.0, 1.0], [-1.0, -0.5, 0.0, 0.5, 1.0]),
    ],
)
def test_an_axis_goes_in_round_steps(values: list[float], ticks: list[float]) -> None:
    assert scale_of(values).ticks == pytest.approx(ticks)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=9), st.integers(1, 10))
def test_an_axis_holds_all_values_in_few_steps(values: list[float], most: int) -> None:
    scale = scale_of(values, most)
    assert 2 <= len(scale.ticks) <= most + 3
    for value in map(sane, values):
        assert scale.low - 1e-9 * LARGEST <= value <= scale.high + 1e-9 * LARGEST
    assert len(set(scale.texts)) == len(scale.texts)


def test_what_is_counted_has_no_halves() -> None:
    assert scale_of([2.0], in_wholes=True).ticks == (0.0, 1.0, 2.0)


def test_a_value_beyond_the_axis_stands_at_its_end() -> None:
    scale = scale_of([10.0]).placed(0.0, 100.0)
    assert scale.at(5.0) == pytest.approx(50.0)
    assert scale.at(50.0) == 100.0
    assert scale.at(-50.0) == 0.0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.01, "0"),
        (0.6, "0.6"),
        (12_400.0, "12\u202f400"),
        (-1.5, "−1.5"),
        (2_400_000.0, "2.4\u00a0M"),
        (105_470.0, "105\u00a0k"),
        (12_340_000.0, "12.3\u00a0M"),
        (1e9, "1\u202f000\u00a0M"),
        (1e308, "1\u202f000\u202f000\u202f000\u00a0M"),
        (float("nan"), "0"),
    ],
)
def test_a_number_is_no_longer_than_it_needs(value: float, text: str) -> None:
    assert figure(value) == text


def test_a_number_is_written_as_the_language_does() -> None:
    with speaking("sv"):
        assert with_unit(2.5, "FTE") == "2,5\u00a0FTE"
    assert with_unit(2.0, "") == "2"


@given(st.lists(st.floats(-50, 150), max_size=8), st.floats(1, 30))
def test_labels_stand_apart_in_their_order_between_the_ends(wanted: list[float], gap: float) -> None:
    places = spread(wanted, gap, 0.0, 100.0)
    least = min(gap, 100.0 / (len(wanted) - 1)) if len(wanted) > 1 else gap
    ordered = [place for _want, place in sorted(zip(wanted, places, strict=True))]
    assert all(-1e-6 <= place <= 100.0 + 1e-6 for place in places)
    assert all(b - a >= least - 1e-6 for a, b in zip(sorted(ordered), sorted(ordered)[1:], strict=False))


def test_an_axis_tells_all_its_values_in_one_unit() -> None:
    assert scale_of([181_000.0], 4).texts == ("0", "50\u00a0k", "100\u00a0k", "150\u00a0k", "200\u00a0k")
    assert scale_of([1_100_000.0], 4).texts == ("0", "0.5\u00a0M", "1\u00a0M", "1.5\u00a0M")
    assert scale_of([60_000.0], 3).texts == ("0", "20\u202f000", "40\u202f000", "60\u202f000")
