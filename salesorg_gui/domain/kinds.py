"""Seats sorted into kinds: what follows from a kind is found out once, and told of all its seats in one go.

Of ten thousand seats, a step of Python for each is what takes the time. Here they stand in one column and the numbers
of their kinds in another, so that what is the same for all seats of a kind is told without a step for any of them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.values import dataclass


@dataclass(frozen=True)
class Kinds[K: Hashable]:
    """The seats in the order of their ids, the number of the kind of each, and the kinds by their numbers."""

    seats: Sequence[SeatId]
    numbers: Sequence[int]
    kinds: Sequence[K]

    @staticmethod
    def of[L: Hashable, M: Hashable](
        seats: Sequence[SeatId], kind_of_each: Iterable[L], make: Callable[[L], M]
    ) -> "Kinds[M]":
        """Seats by the kind of each; ``make`` is called once for each kind."""
        known: dict[L, int] = {}
        numbers = [known.setdefault(kind, len(known)) for kind in kind_of_each]
        return Kinds(seats, numbers, tuple(map(make, known)))

    def told[T](self, tell: Callable[[K], T]) -> dict[SeatId, T]:
        """What is told of every seat."""
        values = [tell(kind) for kind in self.kinds]
        return dict(zip(self.seats, map(values.__getitem__, self.numbers), strict=True))

    def where(self, holds: Callable[[K], object]) -> Sequence[SeatId]:
        """The seats of the kinds of which something holds."""
        numbers = [number for number, kind in enumerate(self.kinds) if holds(kind)]
        return self._of_kinds(numbers) if numbers else ()

    def marked(self, holds: Callable[[K], object]) -> dict[SeatId, bool]:
        """The same as a map."""
        return dict.fromkeys(self.where(holds), True)

    def gathered[G: str](self, tell: Callable[[K], Iterable[G]]) -> Mapping[G, Sequence[SeatId]]:
        """The seats of each group, where a kind says to which groups its seats belong."""
        kinds_of: dict[G, list[int]] = defaultdict(list)
        for number, kind in enumerate(self.kinds):
            for group in dict.fromkeys(tell(kind)):
                kinds_of[group].append(number)
        return {group: self._of_kinds(numbers) for group, numbers in kinds_of.items()}

    @cached_property
    def _of_each(self) -> Sequence[Sequence[SeatId]]:
        """The seats of each kind."""
        found: list[list[SeatId]] = [[] for _kind in self.kinds]
        for seat, number in zip(self.seats, self.numbers, strict=True):
            found[number].append(seat)
        return found

    def _of_kinds(self, numbers: Sequence[int]) -> Sequence[SeatId]:
        """The seats of some kinds."""
        if len(numbers) == 1:
            return self._of_each[numbers[0]]
        flags = [False] * len(self.kinds)
        for number in numbers:
            flags[number] = True
        return list(compress(self.seats, map(flags.__getitem__, self.numbers)))
