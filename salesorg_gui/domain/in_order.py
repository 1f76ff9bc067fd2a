"""A map in the order of its ids that finds this order when somebody goes through it, and not before.

What is told level by level comes in another order, and most who ask look up a few or go through all in any order.
"""

from collections.abc import Collection, ItemsView, Iterator, KeysView, Mapping, ValuesView


class InOrder[K: str, V](dict[K, V]):
    """Nobody changes it. What is looked up is found as in any map; it takes over the map it is made of."""

    __slots__ = ("_is_sorted", "_told")

    def __init__(self, told: dict[K, V]) -> None:
        super().__init__(told)
        self._told, self._is_sorted = told, False

    def __iter__(self) -> Iterator[K]:
        return iter(self._sorted())

    def keys(self) -> KeysView[K]:  # type: ignore[override]
        return self._sorted().keys()

    def values(self) -> ValuesView[V]:  # type: ignore[override]
        return self._sorted().values()

    def items(self) -> ItemsView[K, V]:  # type: ignore[override]
        return self._sorted().items()

    def _sorted(self) -> dict[K, V]:
        if not self._is_sorted:
            told = self._told
            self._told, self._is_sorted = {id: told[id] for id in sorted(told)}, True
        return self._told


def items_in_any_order[K: str, V](known: Mapping[K, V]) -> Collection[tuple[K, V]]:
    """The entries of a map for whoever does not care which comes first."""
    return dict.items(known) if isinstance(known, dict) else known.items()


def keys_in_any_order[K: str](known: Mapping[K, object]) -> Collection[K]:
    """The ids of a map for whoever does not care which comes first."""
    return dict.keys(known) if isinstance(known, dict) else known.keys()


def values_in_any_order[K: str, V](known: Mapping[K, V]) -> Collection[V]:
    """The values of a map for whoever does not care which comes first."""
    return dict.values(known) if isinstance(known, dict) else known.values()
