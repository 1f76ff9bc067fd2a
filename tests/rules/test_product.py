"""The product of several axes, split into parts; against listing every cell."""

from collections.abc import Mapping
from itertools import product
from random import Random

import pytest

from salesorg_gui.rules.product import Box, Choice, parts


def listed(axes: Mapping[str, tuple[int, ...]], boxes: list[Box]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Every cell, with the boxes that hold it."""
    return {
        cell: tuple(
            place
            for place, box in enumerate(boxes)
            if all(value in box.get(axis, frozenset((value,))) for axis, value in zip(axes, cell, strict=True))
        )
        for cell in product(*axes.values())
    }


@pytest.mark.parametrize("seed", range(60))
def test_the_parts_are_the_cells(seed: int) -> None:
    chance = Random(seed)
    axes = {f"a{number}": tuple(range(chance.randint(1, 5))) for number in range(chance.randint(1, 3))}
    boxes: list[Box] = [
        {
            axis: frozenset(chance.sample(values, chance.randint(1, len(values))))
            for axis, values in axes.items()
            if chance.random() < 0.7
        }
        for _box in range(chance.randint(0, 6))
    ]
    found = parts(axes, boxes, 10_000)
    assert found is not None
    cells = {
        cell: part.boxes
        for part in found
        for cell in product(*(one.among(axes[axis]) for axis, one in zip(axes, part.choices, strict=True)))
    }
    assert cells == listed(axes, boxes)
    assert sum(part.cells(axes) for part in found) == len(cells)


def test_values_nobody_tells_apart_stay_together() -> None:
    axes = {"a": tuple(range(1_000)), "b": tuple(range(1_000)), "c": tuple(range(1_000))}
    found = parts(axes, [{"a": frozenset({3, 7})}], 10)
    assert found is not None
    assert [part.cells(axes) for part in found] == [2_000_000, 998_000_000]
    assert found[0].choices[0] == Choice((3, 7))


def test_what_falls_into_too_many_parts_is_given_up_soon() -> None:
    axes = {axis: tuple(range(200)) for axis in "abc"}
    boxes: list[Box] = [{axis: frozenset({value})} for axis in axes for value in range(200)]
    assert parts(axes, boxes, 100) is None
    assert parts({"a": axes["a"]}, boxes[:200], 100) is not None
