"""Lengths cut into parts: none too long, nothing cut through that need not be."""

from random import Random

import pytest

from salesorg_gui.exchange.documents.charts.cutting import Span, filled, halved


def rows(count: int, chance: Random) -> list[Span]:
    """Spans one after the other with some air between."""
    found, at = [], 0.0
    for _n in range(count):
        length = chance.uniform(10.0, 90.0)
        found.append((at, at + length))
        at += length + chance.uniform(1.0, 20.0)
    return found


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("way", [filled, halved])
def test_nothing_is_cut_that_fits_a_part(seed: int, way: object) -> None:
    assert callable(way)
    spans = rows(30, Random(seed))
    parts = way(spans, 0.0, spans[-1][1], 300.0)
    assert all(end - start <= 300.001 for start, end in parts)
    for first, last in spans:
        assert any(start <= first and last <= end for start, end in parts)


def test_parts_are_as_full_as_can_be() -> None:
    spans = [(n * 10.0, n * 10.0 + 9.0) for n in range(10)]
    assert filled(spans, 0.0, 99.0, 45.0) == [(0.0, 40.0), (40.0, 80.0), (80.0, 99.0)]


def test_what_is_free_between_two_parts_belongs_to_neither() -> None:
    assert filled([(0.0, 40.0), (60.0, 100.0)], 0.0, 100.0, 50.0) == [(0.0, 50.0), (60.0, 100.0)]


def test_halves_are_about_equally_long() -> None:
    spans = [(n * 10.0, n * 10.0 + 9.0) for n in range(12)]
    (_start, cut), _rest = halved(spans, 0.0, 119.0, 100.0)
    assert 50.0 <= cut <= 70.0


@pytest.mark.parametrize("way", [filled, halved])
def test_what_leaves_no_gap_is_cut_all_the_same(way: object) -> None:
    assert callable(way)
    parts = way([(0.0, 1000.0)], 0.0, 1000.0, 300.0)
    assert parts[0][0] == 0.0
    assert parts[-1][1] == 1000.0
    assert all(end - start <= 300.001 for start, end in parts)


def test_what_fits_is_left_whole() -> None:
    assert filled([(0.0, 10.0)], 0.0, 10.0, 10.0) == halved([(0.0, 10.0)], 0.0, 10.0, 10.0) == [(0.0, 10.0)]
