"""Seats sorted into kinds: what follows from a kind is found out once, and told of all its seats in one go.

Of ten thousand seats, a step of Python for each is what takes the time. Here they stand in one column and the numbers
of their kinds in another, so that what is the same for all seats of a kind is told without a step for any of them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from salesorg_gui.domain.ids import SeatId


class Kinds[K: Hashable](NamedTuple):
    """The seats in the order of their ids, the number of the kind of each, and the kinds by their numbers."""

    seats: Sequence[SeatId]
    numbers: Sequence[int]
    kinds: Sequence[K]

    @staticmethod
    def of[L: Hashable](seats: Sequence[SeatId], kind_of_each: Iterable[L]) -> "Kinds[L]":
        """Seats and the kind of each."""
        known: dict[L, int] = {}
        numbers = [known.setdefault(kind, len(known)) for kind in kind_of_each]
        return Kinds(seats, numbers, tuple(known))

    def told[T](self, tell: Callable[[K], T]) -> dict[SeatId, T]:
        """What is told of every seat."""
        values = [tell(kind) for kind in self.kinds]
        return dict(zip(self.seats, map(values.__getitem__, self.numbers), strict=True))

    def where(self, holds: Callable[[K], object]) -> Sequence[SeatId]:
        """The seats of the kinds of which something holds."""
        flags = [bool(holds(kind)) for kind in self.kinds]
        return list(compress(self.seats, map(flags.__getitem__, self.numbers))) if any(flags) else ()

    def marked(self, holds: Callable[[K], object]) -> dict[SeatId, bool]:
        """The same as a map."""
        return dict.fromkeys(self.where(holds), True)

    def gathered[G: str](self, tell: Callable[[K], Iterable[G]]) -> Mapping[G, Sequence[SeatId]]:
        """The seats of each group, where a kind says to which groups its seats belong."""
        kinds_of: dict[G, set[int]] = defaultdict(set)
        for number, kind in enumerate(self.kinds):
            for group in tell(kind):
                kinds_of[group].add(number)
        return {
            group: list(compress(self.seats, map(members.__contains__, self.numbers)))
            for group, members in kinds_of.items()
        }
