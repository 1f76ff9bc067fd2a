"""Walks through directed graphs that take time in proportion to their size and never recurse.

Charts from outside hold circles of thousands and chains of tens of thousands; whatever looks at every pair of seats,
or lists every circle, hangs on them.
"""

from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

import networkx as nx

type Ways[N] = Mapping[N, Sequence[N]]


def reached[N: Hashable](starts: Iterable[N], ways: Ways[N]) -> set[N]:
    """Every node at or behind one of the starts."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for node in ways.get(waiting.pop(), ()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return seen


def joined[N: Hashable](nodes: Iterable[N], ways: Ways[N]) -> dict[N, list[N]]:
    """For each node those it is bound to step by step, whichever way, itself included; nodes lead to each other alone.

    What is bound together shares one list. The smaller list joins the larger, so that nothing moves often.
    """
    group_of = {node: [node] for node in nodes}
    for node in tuple(group_of):
        for further in ways.get(node, ()):
            small, large = group_of[node], group_of[further]
            if small is large:
                continue
            if len(small) > len(large):
                small, large = large, small
            large += small
            for moved in small:
                group_of[moved] = large
    return group_of


def components[N: Hashable](graph: "nx.DiGraph[N]") -> tuple[tuple[N, ...], ...]:
    """Strongly connected components, each before all that lead to it."""
    place = {node: index for index, node in enumerate(graph)}
    groups = nx.strongly_connected_components(graph)
    return tuple(tuple(group) if len(group) == 1 else tuple(sorted(group, key=place.__getitem__)) for group in groups)


def turned[N: Hashable](ways: Ways[N]) -> dict[N, list[N]]:
    """What leads to each node."""
    back: dict[N, list[N]] = {node: [] for node in ways}
    for node, after in ways.items():
        for further in after:
            back[further].append(node)
    return back


def settled[N: Hashable](ways: Ways[N], ways_back: Ways[N] | None = None) -> tuple[N, ...]:
    """The nodes that lead into no circle, each before all that lead to it: all of them when there is no circle."""
    back = turned(ways) if ways_back is None else ways_back
    open_ways = {node: len(after) for node, after in ways.items()}
    order = [node for node, number in open_ways.items() if not number]
    for node in order:  # grows as it is walked
        for before in back[node]:
            open_ways[before] -= 1
            if not open_ways[before]:
                order.append(before)
    return tuple(order)


def downwards[N: Hashable](ways: Ways[N], tops: Iterable[N]) -> tuple[tuple[N, ...], ...]:
    """The nodes of a forest from its tops down, level by level; nothing where it is no forest with these tops."""
    levels, level, count = [], tuple(tops), 0
    while level and count <= len(ways):
        levels.append(level)
        count += len(level)
        level = tuple([further for node in level for further in ways[node]])
    is_whole = count == len(ways) == len(set(chain.from_iterable(levels)))
    return tuple(levels) if is_whole else ()


def upwards[N: Hashable](node: N, ways_back: Ways[N]) -> tuple[N, ...]:
    """The way down to a node of a forest from its top."""
    way = [node]
    while before := ways_back[way[-1]]:
        way.append(before[0])
    return tuple(reversed(way))


def groups[N: Hashable](ways: Ways[N]) -> tuple[tuple[N, ...], ...]:
    """The ``components`` of ways, found without a graph where there is no circle."""
    order = settled(ways)
    if len(order) == len(ways):
        return tuple((node,) for node in order)
    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_nodes_from(ways)
    graph.add_edges_from((node, further) for node, after in ways.items() for further in after)
    return components(graph)


def longest_chain[N: Hashable](order: Sequence[Sequence[N]], ways: Ways[N]) -> int:
    """How many steps the longest way has that enters no circle twice; ``order`` are the ``components``."""
    return max(_steps_below(order, ways).values(), default=0)


def chains[N: Hashable](ways: Ways[N]) -> Mapping[N, int]:
    """How many steps the longest way has from each node that leads anywhere, or is led to."""
    ends: dict[N, Sequence[N]] = {further: () for after in ways.values() for further in after}
    every = {**ends, **ways}
    return _steps_below(groups(every), every)


def _steps_below[N: Hashable](order: Sequence[Sequence[N]], ways: Ways[N]) -> dict[N, int]:
    steps_below: dict[N, int] = {}
    for group in order:  # whatever lies behind a group is settled before it
        below = [steps_below[further] for node in group for further in ways.get(node, ()) if further in steps_below]
        steps_below.update(dict.fromkeys(group, max(below) + 1 if below else 0))
    return steps_below


def shortest_circle[N: Hashable](start: N, members: Collection[N], ways: Ways[N]) -> tuple[N, ...]:
    """The shortest way from ``start`` through ``members`` back to it; ``start`` stands at both ends."""
    came_from: dict[N, N] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for further in ways.get(node, ()):
            if further == start:
                return (*_way_back(node, start, came_from), start)
            if further in members and further not in came_from:
                came_from[further] = node
                waiting.append(further)
    return ()


def shortest_way[N: Hashable](start: N, goal: N, ways: Ways[N]) -> tuple[N, ...]:
    """The nodes of one shortest way from ``start`` to another node, or nothing when there is none."""
    came_from: dict[N, N] = {start: start}
    waiting = deque([start])
    while waiting and goal not in came_from:
        node = waiting.popleft()
        for further in ways.get(node, ()):
            if further not in came_from:
                came_from[further] = node
                waiting.append(further)
    return _way_back(goal, start, came_from) if goal in came_from else ()


def gates[N: Hashable](start: N, goal: N, ways: Ways[N]) -> tuple[N, ...]:
    """The nodes that every way from ``start`` to ``goal`` passes, in that order, without the two themselves.

    These are the dominators of the goal. One way is walked along, and from each of its nodes everything beside it is
    searched once: a node is a gate when nothing before it comes out behind it.
    """
    way = shortest_way(start, goal, ways)
    place = {node: index for index, node in enumerate(way)}
    seen: set[N] = set(way)
    last, furthest = len(way) - 1, 0
    found: list[N] = []
    for index, node in enumerate(way[:-1]):
        if furthest == last:
            break
        if index == furthest:
            found.append(node)
        furthest = _furthest_beside(node, ways, seen, place, furthest)
    return tuple(found[1:])


def _furthest_beside[N: Hashable](start: N, ways: Ways[N], seen: set[N], place: Mapping[N, int], furthest: int) -> int:
    """How far along the way one comes out through nodes not seen before, which are seen then; its end is enough."""
    last = len(place) - 1
    waiting = [start]
    while waiting and furthest < last:
        after = ways.get(waiting.pop(), ())
        furthest = max([furthest, *[place[further] for further in after if further in place]])
        fresh = [further for further in after if further not in seen]
        seen.update(fresh)
        waiting += fresh
    return furthest


def reach_counts[N: Hashable](order: Sequence[Sequence[N]], ways: Ways[N]) -> dict[N, int]:
    """How many nodes stand at or behind each node; ``order`` are the ``components``.

    In a forest the counts of the branches add up. Where branches meet again, sets of bits are joined instead.
    """
    home = {node: index for index, group in enumerate(order) for node in group}
    below = [_behind(index, group, home, ways) for index, group in enumerate(order)]
    if _is_forest(below):
        counts: list[int] = []
        for group, further in zip(order, below, strict=True):
            counts.append(len(group) + sum(counts[index] for index in further))
    else:
        counts = _joined_counts(order, below)
    return {node: counts[index] for node, index in home.items()}


def marks_behind[N: Hashable](order: Sequence[Sequence[N]], ways: Ways[N], marked: Sequence[N]) -> dict[N, int]:
    """Which of the marked nodes stand at or behind each node, as bits; ``order`` are the ``components``."""
    bit_of = {node: 1 << place for place, node in enumerate(marked)}
    marks: dict[N, int] = {}
    for group in order:
        joined = 0
        for node in group:
            joined |= bit_of.get(node, 0)
            for further in ways.get(node, ()):
                joined |= marks.get(further, 0)
        marks.update(dict.fromkeys(group, joined))
    return marks


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest up."""
    digits = f"{number:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def longest_way[N: Hashable](
    order: Sequence[Sequence[N]], ways: Ways[N], weight: Callable[[N, N], int]
) -> tuple[int, tuple[N, ...]]:
    """The heaviest way through a graph without circles, and what it weighs; ``order`` are its ``components``."""
    weights: dict[N, int] = {}
    next_on: dict[N, N] = {}
    for (node,) in order:
        weights[node] = 0
        for further in ways.get(node, ()):
            heavier = weights[further] + weight(node, further)
            if heavier > weights[node] or (heavier == weights[node] and node not in next_on):
                weights[node], next_on[node] = heavier, further
    if not weights:
        return 0, ()
    way = [max(weights, key=weights.__getitem__)]
    while way[-1] in next_on:
        way.append(next_on[way[-1]])
    return weights[way[0]], tuple(way)


def steps[N](way: Sequence[N]) -> tuple[tuple[N, N], ...]:
    """The edges along a way."""
    return tuple(pairwise(way))


def _way_back[N: Hashable](node: N, start: N, came_from: Mapping[N, N]) -> tuple[N, ...]:
    way = [node]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def _behind[N: Hashable](index: int, group: Sequence[N], home: Mapping[N, int], ways: Ways[N]) -> set[int]:
    return {home[further] for node in group for further in ways.get(node, ())} - {index}


def _is_forest(below: Sequence[set[int]]) -> bool:
    return sum(len(further) for further in below) == len(set().union(*below))


def _joined_counts[N](order: Sequence[Sequence[N]], below: Sequence[set[int]]) -> list[int]:
    bits: list[int] = []
    first_bit = 0
    for group, further in zip(order, below, strict=True):
        joined = ((1 << len(group)) - 1) << first_bit
        first_bit += len(group)
        for index in further:
            joined |= bits[index]
        bits.append(joined)
    return [joined.bit_count() for joined in bits]
