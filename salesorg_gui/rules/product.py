"""The product of several axes, split into parts that boxes do not tell apart.

A box holds some values on some axes, and all values on the others. With a few axes of many values each the product has
more cells than can be listed; its parts are few as long as the boxes are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import prod
from typing import NamedTuple

type Box = Mapping[str, frozenset[int]]

WORK_A_PART = 10


class Choice(NamedTuple):
    """Values on one axis: these, or all but these."""

    values: tuple[int, ...]
    is_rest: bool = False

    def among(self, every: Sequence[int]) -> tuple[int, ...]:
        """The values it stands for, of those there are."""
        named = frozenset(self.values)
        return tuple(value for value in every if (value in named) != self.is_rest)


class Part(NamedTuple):
    """A choice on each axis, and the boxes that hold all of it; no other box holds anything of it."""

    choices: tuple[Choice, ...]
    boxes: tuple[int, ...]

    def cells(self, axes: Mapping[str, Sequence[int]]) -> int:
        """How many cells it has."""
        pairs = zip(self.choices, axes.values(), strict=True)
        return prod(len(one.among(every)) for one, every in pairs)


def parts(axes: Mapping[str, Sequence[int]], boxes: Sequence[Box], most: int) -> tuple[Part, ...] | None:
    """The parts of the product; ``None`` when there are many more than ``most`` and than the boxes have values."""
    names = tuple(axes)
    room = WORK_A_PART * (most + sum(len(values) for box in boxes for values in box.values()))
    found: list[Part] = []
    waiting = [Part((), tuple(range(len(boxes))))]
    while waiting:
        part = waiting.pop()
        room -= 1 + len(part.boxes)
        if room < 0:
            return None
        if len(part.choices) == len(names):
            found.append(part)
        else:
            waiting += reversed(_split(part, names[len(part.choices)], axes, boxes))
    return tuple(found)


def _split(part: Part, axis: str, axes: Mapping[str, Sequence[int]], boxes: Sequence[Box]) -> list[Part]:
    """A part cut along one more axis: by the values its boxes name there, and all the others together."""
    held: dict[int, list[int]] = defaultdict(list)
    free: list[int] = []
    for box in part.boxes:
        if axis not in boxes[box]:
            free.append(box)
        for value in boxes[box].get(axis, ()):
            held[value].append(box)
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for value in sorted(held):
        alike[tuple(held[value])].append(value)
    cut = [
        Part((*part.choices, Choice(tuple(values))), tuple(sorted((*free, *holders))))
        for holders, values in alike.items()
    ]
    if len(held) < len(axes[axis]):
        cut.append(Part((*part.choices, Choice(tuple(held), is_rest=True)), tuple(free)))
    return cut
