"""Parts that speak of all entries of a map at once, and after an edit are made of what they were before it.

What all names, depths or loads come to need not be counted again for the few that differ. Of two maps that share
nearly everything it is seen at once which these are, whether or not they lie around the edit.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from salesorg_gui.domain.shared_map import differing


class Carried[T](cached_property[T]):
    """Made on first use; who keeps parts from edit to edit may have it made of what it was before.

    Both ways it is the same: ``after`` marks the way that gets the part as it was.
    """

    _after: Callable[[Any, Any], T] | None = None

    def after[F: Callable[..., Any]](self, follow: F) -> F:
        """Marks what makes it of what it was."""
        self._after = follow
        return follow

    def carried(self, one: object, before: object) -> T:
        """The part, made of what it was."""
        assert self._after is not None, "it says how it goes on"
        return self._after(one, before)


@dataclass(frozen=True, eq=False, slots=True)
class Tally[V, T: Hashable]:
    """How many entries of a map say the same; ``often`` is what more than one of them says."""

    known: Mapping[Any, V]
    tell: Callable[[V], T]
    counts: Mapping[T, int]
    often: frozenset[T]

    @staticmethod
    def of(known: Mapping[Any, V], tell: Callable[[V], T]) -> "Tally[V, T]":
        """Counted whole."""
        counts = dict(Counter(map(tell, known.values())))
        return Tally(known, tell, counts, frozenset([said for said, count in counts.items() if count > 1]))

    def after(self, known: Mapping[Any, V]) -> "Tally[V, T]":
        """That of the next map, counted where the two differ."""
        turns, was = Counter[T](), self.known
        for id in differing(was, known):
            if id in was:
                turns[self.tell(was[id])] -= 1
            if id in known:
                turns[self.tell(known[id])] += 1
        news = {said: self.counts.get(said, 0) + turn for said, turn in turns.items() if turn}
        if not news:
            return Tally(known, self.tell, self.counts, self.often)
        counts = {said: count for said, count in ({**self.counts, **news}).items() if count}
        more = [said for said, count in news.items() if count > 1 and said not in self.often]
        fewer = [said for said, count in news.items() if count < 2 and said in self.often]
        often = (self.often - frozenset(fewer)).union(more) if more or fewer else self.often
        return Tally(known, self.tell, counts, often)
