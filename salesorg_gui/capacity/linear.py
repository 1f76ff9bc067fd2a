"""Amounts that flow from spot to spot and may come back: a system of linear equations, solved circle by circle."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import networkx as nx

TINY, HUGE = 1e-12, 1e100
MOST_DENSE = 120
"""Larger circles are walked round instead of eliminated: elimination takes the cube of their size."""
MOST_ROUNDS = 5_000

type Ways[T] = Mapping[T, Sequence[tuple[T, float]]]
type Passing = tuple[int, int, float]


class EndlessReturns[T](ValueError):
    """What comes back feeds itself without end; ``spots`` are those of the circle."""

    def __init__(self, spots: Sequence[T]) -> None:
        super().__init__("returns feed themselves without end")
        self.spots = tuple(spots)


def amounts[T: Hashable](given: Mapping[T, float], ways: Ways[T]) -> dict[T, float]:
    """How much arrives at each spot: what is ``given`` there, and the shares that other spots pass on.

    ``ways`` lists for each spot where its amount goes, with shares from 0 up. It is one walk as far as no circle stands
    in the way; each circle is solved by itself. Raises ``EndlessReturns`` where one passes on as much as it takes in.
    """
    found = dict.fromkeys(ways, 0.0) | {to: 0.0 for outs in ways.values() for to, _share in outs} | dict(given)
    waiting = dict.fromkeys(found, 0)
    for outs in ways.values():
        for to, _share in outs:
            waiting[to] += 1
    ready = [spot for spot, count in waiting.items() if not count]
    for spot in ready:
        amount = found[spot]
        for to, share in ways.get(spot, ()):
            found[to] += amount * share
            waiting[to] -= 1
            if not waiting[to]:
                ready.append(to)
    if len(ready) < len(found):
        _go_round([spot for spot, count in waiting.items() if count], found, ways)
    return found


def _go_round[T: Hashable](spots: Iterable[T], found: dict[T, float], ways: Ways[T]) -> None:
    """Go on with the spots on circles and behind them, circle by circle."""
    graph: nx.DiGraph[T] = nx.DiGraph()
    graph.add_nodes_from(spots)
    graph.add_edges_from((spot, to) for spot in tuple(graph) for to, _share in ways.get(spot, ()))
    place = {spot: number for number, spot in enumerate(graph)}  # a sum depends on the order in its last digits
    for circle in reversed(list(nx.strongly_connected_components(graph))):  # they come in reverse order of the flow
        ordered = sorted(circle, key=place.__getitem__)
        if any(to in circle for spot in ordered for to, _share in ways.get(spot, ())):
            found.update(_solved(ordered, found, ways))
        _pass_on(ordered, circle, found, ways)


def _pass_on[T: Hashable](spots: Iterable[T], circle: AbstractSet[T], found: dict[T, float], ways: Ways[T]) -> None:
    for spot in spots:
        for to, share in ways.get(spot, ()):
            if to not in circle:
                found[to] += found[spot] * share


def _solved[T: Hashable](circle: Sequence[T], arriving: Mapping[T, float], ways: Ways[T]) -> dict[T, float]:
    """X = arriving + (shares passed within the circle) x."""
    place = {spot: n for n, spot in enumerate(circle)}
    inner = [(place[spot], place[to], share) for spot in circle for to, share in ways.get(spot, ()) if to in place]
    start = [arriving[spot] for spot in circle]
    solution = _eliminated(start, inner) if len(circle) <= MOST_DENSE else _repeated(start, inner)
    if solution is None or any(value < -TINY for value in solution):
        raise EndlessReturns(circle)
    return dict(zip(circle, solution, strict=True))


def _eliminated(start: Sequence[float], inner: Sequence[Passing]) -> list[float] | None:
    """Gauss's elimination with pivots; nothing where there is no one solution."""
    size = len(start)
    rows = [[float(n == m) for m in range(size)] + [start[n]] for n in range(size)]
    for giver, taker, share in inner:
        rows[taker][giver] -= share
    for column in range(size):
        best = max(range(column, size), key=lambda n: abs(rows[n][column]))
        if abs(rows[best][column]) < TINY:
            return None
        rows[column], rows[best] = rows[best], rows[column]
        _clear(rows, column)
    return [rows[n][-1] / rows[n][n] for n in range(size)]


def _clear(rows: list[list[float]], column: int) -> None:
    pivot = rows[column]
    for n, row in enumerate(rows):
        factor = row[column] / pivot[column]
        if n != column and factor:
            rows[n] = [value - factor * other for value, other in zip(row, pivot, strict=True)]


def _repeated(start: Sequence[float], inner: Sequence[Passing]) -> list[float] | None:
    """Round after round, until nothing changes any more; nothing where that does not come."""
    found, wave = list(start), list(start)
    for _round in range(MOST_ROUNDS):
        following = [0.0] * len(start)
        for giver, taker, share in inner:
            following[taker] += wave[giver] * share
        wave = following
        found = [one + more for one, more in zip(found, wave, strict=True)]
        if max(found) > HUGE:
            return None
        if max(wave) < TINY * (1 + max(found)):
            return found
    return None
