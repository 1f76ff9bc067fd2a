"""Walks agree with networkx where networkx is slow but sure, and stand huge graphs."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.rules import walks

EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)
FORWARD = EDGES.map(lambda edges: [(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]])


def graph_of(edges: list[tuple[int, int]]) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(10))
    graph.add_edges_from(edges)
    return graph


def ways_of(graph: "nx.DiGraph[int]") -> dict[int, list[int]]:
    return {node: list(further) for node, further in graph.adjacency()}


@given(EDGES)
def test_reached_are_the_start_and_its_descendants(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    assert walks.reached([0, 1], ways_of(graph)) == {0, 1} | nx.descendants(graph, 0) | nx.descendants(graph, 1)


@given(EDGES)
def test_joined_are_those_of_one_weak_component(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    found = walks.joined(range(10), ways_of(graph))
    assert {node: frozenset(group) for node, group in found.items()} == {
        node: frozenset(group) for group in nx.weakly_connected_components(graph) for node in group
    }
    assert all(found[other] is group for group in found.values() for other in group)


@given(EDGES)
def test_gates_are_the_dominators_of_the_goal(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    expected: list[int] = []
    if nx.has_path(graph, 0, 9):
        above = nx.immediate_dominators(graph, 0)
        node = above[9]
        while node is not None and node != 0:
            expected.insert(0, node)
            node = above.get(node)
    assert list(walks.gates(0, 9, ways_of(graph))) == expected


@given(EDGES)
def test_reach_counts_are_exact_in_forests_and_beyond(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    counts = walks.reach_counts(walks.components(graph), ways_of(graph))
    assert counts == {node: len(nx.descendants(graph, node)) + 1 for node in graph}


@given(FORWARD, st.lists(st.integers(0, 2), min_size=30, max_size=30))
def test_the_longest_way_weighs_most(edges: list[tuple[int, int]], weights: list[int]) -> None:
    graph = graph_of(edges)
    for edge, weight in zip(sorted(graph.edges), weights, strict=False):
        graph.edges[edge]["weight"] = weight
    weigh = {edge: graph.edges[edge]["weight"] for edge in graph.edges}
    most, way = walks.longest_way(walks.components(graph), ways_of(graph), lambda a, b: weigh[a, b])
    assert most == nx.dag_longest_path_length(graph, weight="weight")
    assert most == sum(weigh[step] for step in walks.steps(way))


@given(EDGES)
def test_the_shortest_circle_is_a_circle_of_its_component(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    for group in walks.components(graph):
        circle = walks.shortest_circle(group[0], frozenset(group), ways_of(graph))
        assert bool(circle) == (len(group) > 1 or graph.has_edge(group[0], group[0]))
        assert all(graph.has_edge(*step) for step in pairwise(circle))
        assert set(circle) <= set(group)


@given(EDGES)
def test_settled_is_what_leads_into_no_circle(edges: list[tuple[int, int]]) -> None:
    graph = graph_of(edges)
    order = walks.settled(ways_of(graph))
    circling = {
        node for node in graph if any(graph.has_edge(one, node) for one in nx.descendants(graph, node) | {node})
    }
    assert set(order) == {node for node in graph if not circling & (nx.descendants(graph, node) | {node})}
    place = {node: index for index, node in enumerate(order)}
    assert all(place[further] < place[node] for node in order for further in graph[node])


def test_components_come_before_what_leads_to_them() -> None:
    assert walks.components(graph_of([(0, 1), (1, 2), (2, 1)]))[:2] == ((1, 2), (0,))


def test_an_empty_graph_has_no_way() -> None:
    assert walks.longest_way((), {}, lambda _a, _b: 1) == (0, ())
    assert walks.shortest_way(0, 1, {}) == ()


def test_a_long_chain_and_a_long_circle_are_walked_without_recursion() -> None:
    length = 20_000
    chain = {number: [number + 1] for number in range(length)} | {length: []}
    assert len(walks.gates(0, length, chain)) == length - 1
    order = [(number,) for number in range(length, -1, -1)]
    assert walks.longest_way(order, chain, lambda _a, _b: 1)[0] == length
    assert walks.reach_counts(order, chain)[0] == length + 1
    ring = chain | {length: [0]}
    assert len(walks.shortest_circle(0, range(length + 1), ring)) == length + 2


@given(EDGES)
def test_levels_hold_every_node_of_a_forest_below_its_manager_and_are_told_of_no_other_graph(
    edges: list[tuple[int, int]],
) -> None:
    graph = graph_of(edges)
    levels = walks.downwards(ways_of(graph), [node for node in graph if not graph.in_degree(node)])
    is_forest = nx.is_directed_acyclic_graph(graph) and all(number <= 1 for _node, number in graph.in_degree())
    assert bool(levels) == is_forest
    above = {node: height for height, level in enumerate(levels) for node in level}
    assert all(above[end] == above[start] + 1 for start, end in graph.edges) if levels else not above
    back = {node: list(graph.predecessors(node)) for node in graph}
    for node, height in above.items():
        assert walks.upwards(node, back)[-1] == node
        assert len(walks.upwards(node, back)) == height + 1
