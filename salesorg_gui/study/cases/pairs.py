"""Few combinations that hold every pair: whatever two values of two factors, some combination has both.

A greedy search in the manner of AETG: each new combination begins with a pair that is still missing, and every further
factor takes the value that brings in most missing pairs. Nothing is left to chance, so the same factors give the same
combinations. The fewest there can be is the product of the two largest factors.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

type Combination = tuple[int, ...]


class Covering(NamedTuple):
    """Combinations, each a value's number for every factor; ``is_whole`` when no pair had to be left out."""

    combinations: tuple[Combination, ...]
    is_whole: bool


def covering(sizes: Sequence[int], most: int) -> Covering:
    """At most so many combinations of factors with so many values each; of a single factor every value once."""
    if not sizes or min(sizes) < 1:
        return Covering((), is_whole=True)
    if len(sizes) == 1:
        return Covering(tuple((value,) for value in range(min(sizes[0], most))), sizes[0] <= most)
    search = _Search(tuple(sizes))
    found: list[Combination] = []
    while search.left and len(found) < most:
        found.append(search.next())
    return Covering(tuple(found), not search.left)


@dataclass(slots=True)
class _Search:
    """What is still missing: for each value of each factor, the values of every other factor, as bits."""

    sizes: tuple[int, ...]
    missing: list[list[list[int]]] = field(init=False)
    left: int = field(init=False, default=0)
    used: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        sizes = self.sizes
        self.missing = [
            [[0 if other == factor else (1 << sizes[other]) - 1 for other in range(len(sizes))] for _ in range(size)]
            for factor, size in enumerate(sizes)
        ]
        self.used = [[0] * size for size in sizes]
        self.left = (sum(sizes) ** 2 - sum(size * size for size in sizes)) // 2

    def next(self) -> Combination:
        """The next combination; its pairs are missing no more."""
        chosen: dict[int, int] = dict(self._seed())
        while len(chosen) < len(self.sizes):
            factor = self._poorest(chosen)
            chosen[factor] = self._richest(factor, chosen)
        self._strike(chosen)
        return tuple(chosen[factor] for factor in range(len(self.sizes)))

    def _seed(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The value that misses most pairs, and of the factor it misses most with the value that does so."""
        first = max(
            ((factor, value) for factor, size in enumerate(self.sizes) for value in range(size)),
            key=lambda one: (self._lack(*one), -self.used[one[0]][one[1]], -one[0], -one[1]),
        )
        bits = self.missing[first[0]][first[1]]
        other = max(range(len(self.sizes)), key=lambda factor: (bits[factor].bit_count(), -factor))
        wanted = (value for value in range(self.sizes[other]) if bits[other] >> value & 1)
        second = max(wanted, key=lambda value: (self._lack(other, value), -self.used[other][value], -value))
        return first, (other, second)

    def _lack(self, factor: int, value: int) -> int:
        return sum(bits.bit_count() for bits in self.missing[factor][value])

    def _poorest(self, chosen: dict[int, int]) -> int:
        """The open factor with which the chosen values miss most pairs."""
        lacks = {
            factor: sum(self.missing[other][value][factor].bit_count() for other, value in chosen.items())
            for factor in range(len(self.sizes))
            if factor not in chosen
        }
        return max(lacks, key=lambda factor: (lacks[factor], -factor))

    def _richest(self, factor: int, chosen: dict[int, int]) -> int:
        """The value that brings in most missing pairs, among equals the one that misses most with open factors."""
        gains = [0] * self.sizes[factor]
        for other, value in chosen.items():
            bits = self.missing[other][value][factor]
            while bits:
                low = bits & -bits
                gains[low.bit_length() - 1] += 1
                bits ^= low
        best = max(gains)
        open_ = [other for other in range(len(self.sizes)) if other not in chosen and other != factor]

        def worth(value: int) -> tuple[int, int, int]:
            ahead = sum(self.missing[factor][value][other].bit_count() for other in open_)
            return ahead, -self.used[factor][value], -value

        return max((value for value, gain in enumerate(gains) if gain == best), key=worth)

    def _strike(self, chosen: dict[int, int]) -> None:
        items = list(chosen.items())
        for place, (factor, value) in enumerate(items):
            self.used[factor][value] += 1
            for other, against in items[place + 1 :]:
                if self.missing[factor][value][other] >> against & 1:
                    self.missing[factor][value][other] ^= 1 << against
                    self.missing[other][against][factor] ^= 1 << value
                    self.left -= 1
