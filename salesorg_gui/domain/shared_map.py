"""A map in the order of its ids that shares nearly all of itself with the one it was made of.

What is told of ten thousand seats stands in leaves of some hundred. An edit copies the leaves it touches and the list
of leaves; all others are the very same, in as many maps as there are undo steps. So which entries of two maps differ
is seen without looking at those they share. To look something up takes some steps more than in a plain map.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from itertools import chain, islice
from operator import gt
from typing import Any

from salesorg_gui.domain.in_order import items_in_any_order

LEAF = 128
"""So many entries a leaf has when a map is made; it is parted when it has twice as many."""
FEW = 512
"""Maps that have no more entries than these are copied as they are."""
THIN = 4
"""Where there are so many times as many leaves as are needed, all are made anew."""

type Leaf[K, V] = dict[K, V]


class SharedMap[K, V](Mapping[K, V]):
    """Nobody changes it. ``starts`` are the ids from which on each leaf holds what there is, the first one's apart."""

    __slots__ = ("_count", "_flat", "_leaves", "_starts")

    def __init__(self, starts: Sequence[Any], leaves: Sequence[Leaf[K, V]], count: int) -> None:
        self._starts, self._leaves, self._count = starts, leaves, count
        self._flat: dict[K, V] | None = None

    @staticmethod
    def of(known: Mapping[K, V]) -> "SharedMap[K, V]":
        """A map as one that shares itself with the next."""
        if isinstance(known, SharedMap):
            return known
        ids: list[Any] = list(known)
        if any(map(gt, ids, islice(ids, 1, None))):
            known = {id: known[id] for id in sorted(ids)}
        leaves = _parted(known) if known else [{}]
        return SharedMap([next(iter(leaf)) for leaf in leaves if leaf], leaves, len(known))

    def with_others(self, news: Mapping[K, V | None]) -> "SharedMap[K, V]":
        """The map with other values under some ids; those that are ``None`` go."""
        touched: dict[int, dict[K, V | None]] = defaultdict(dict)
        for id, value in news.items():
            touched[self._place(id)][id] = value
        starts, leaves, count = list(self._starts), list(self._leaves), self._count
        for place in sorted(touched, reverse=True):
            leaf = changed(leaves[place].copy(), touched[place])
            count += len(leaf) - len(leaves[place])
            parts = [leaf] if 0 < len(leaf) <= 2 * LEAF else _parted(leaf)
            leaves[place : place + 1] = parts
            starts[place : place + 1] = [next(iter(part)) for part in parts]
        if not leaves or len(leaves) > THIN * (count // LEAF + 1):
            return SharedMap.of(dict(chain.from_iterable([leaf.items() for leaf in leaves])))
        return SharedMap(starts, leaves, count)

    @property
    def leaves(self) -> Sequence[Mapping[K, V]]:
        """The parts it consists of, in order."""
        return self._leaves

    @property
    def flat(self) -> Mapping[K, V]:
        """The same as one plain map."""
        if self._flat is None:
            self._flat = dict(chain.from_iterable([leaf.items() for leaf in self._leaves]))
        return self._flat

    def __getitem__(self, id: K) -> V:
        return self._leaves[self._place(id)][id]

    def get[D](self, id: K, default: D | None = None) -> V | D | None:  # type: ignore[override]
        return self._leaves[self._place(id)].get(id, default)

    def __contains__(self, id: object) -> bool:
        return id in self._leaves[self._place(id)]

    def __iter__(self) -> Iterator[K]:
        return chain.from_iterable(self._leaves)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        if isinstance(other, SharedMap):
            return self is other or (len(self) == len(other) and next(differing(self, other), None) is None)
        return super().__eq__(other)

    def __hash__(self) -> int:
        raise TypeError("a map is no key")

    def __repr__(self) -> str:
        return f"SharedMap({dict(self.items())!r})"

    def values(self) -> ValuesView[V]:
        return _Values(self)

    def items(self) -> ItemsView[K, V]:
        return _Items(self)

    def _place(self, id: object) -> int:
        """The leaf in which an id stands, if it does; what cannot be compared with ids stands in none."""
        try:
            return bisect_right(self._starts, id, 1) - 1
        except TypeError:
            return 0


class _Values[V](ValuesView[V]):
    _mapping: SharedMap[object, V]

    def __iter__(self) -> Iterator[V]:
        return chain.from_iterable([leaf.values() for leaf in self._mapping.leaves])


class _Items[K, V](ItemsView[K, V]):
    _mapping: SharedMap[K, V]

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return chain.from_iterable([leaf.items() for leaf in self._mapping.leaves])


def flat[K, V](known: Mapping[K, V]) -> Mapping[K, V]:
    """The same for whoever looks up most of it: as one plain map, which takes as long as a copy."""
    return known.flat if isinstance(known, SharedMap) else known


def ids_with[K: str, V](known: Mapping[K, V], value: V) -> Iterable[K]:
    """The ids under which a value stands, in their order."""
    if isinstance(known, SharedMap):
        return (id for id, one in known.items() if one == value)
    return sorted([id for id, one in items_in_any_order(known) if one == value])


def differing[K](before: Mapping[K, object], after: Mapping[K, object]) -> Iterator[K]:
    """The ids under which not the same stands in two maps; of what they share nothing is looked at."""
    if isinstance(before, SharedMap) and isinstance(after, SharedMap):
        ours, theirs = _apart(before, after), _apart(after, before)
        before, after = ours, theirs
    for key, value in after.items():
        if key not in before or (before[key] is not value and before[key] != value):
            yield key
    yield from (key for key in before if key not in after)


def changed[K, V](known: dict[K, V], news: Mapping[K, V | None]) -> dict[K, V]:
    """A map of few entries with other values under some, in the order of its ids; it takes over the map it is given."""
    is_sorted = True
    for id, value in news.items():
        if value is None:
            known.pop(id, None)
        else:
            is_sorted &= id in known
            known[id] = value
    return known if is_sorted else {id: known[id] for id in sorted(known)}  # type: ignore[type-var]


def _apart[K, V](one: SharedMap[K, V], other: SharedMap[K, V]) -> Mapping[K, V]:
    """What stands in leaves of one map that are no leaves of the other."""
    shared = set(map(id, other.leaves))
    return dict(chain.from_iterable([leaf.items() for leaf in one.leaves if id(leaf) not in shared]))


def _parted[K, V](known: Mapping[K, V]) -> list[Leaf[K, V]]:
    """A map as leaves; as none where it is empty."""
    entries = iter(known.items())
    return [dict(islice(entries, LEAF)) for _leaf in range(-(-len(known) // LEAF))]
