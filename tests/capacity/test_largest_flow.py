"""The largest flow and its smallest cut, against the textbook's."""

from math import inf

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity.largest_flow import Network

START, END = 0, 9
SPOTS = st.integers(START, END)
WAYS = st.dictionaries(
    st.tuples(SPOTS, SPOTS).filter(lambda ends: ends[0] != ends[1]), st.sampled_from((0, 1, 2, 5, 9, inf)), max_size=40
)


def network(ways: dict[tuple[int, int], float]) -> Network[int]:
    drawn = Network(START, END)
    for (giver, taker), most in ways.items():
        drawn.pass_on(giver, taker, most)
    return drawn


def test_as_much_gets_through_as_the_narrowest_place_lets() -> None:
    drawn = network({(START, 1): 7, (1, 2): 3, (1, 3): 2, (2, END): 9, (3, END): 9})
    assert drawn.largest() == 5
    assert (drawn.holds_back(1), drawn.holds_back(2)) == (True, False)


def test_a_way_taken_too_early_is_given_back() -> None:
    assert network({(0, 1): 1, (0, 2): 1, (1, 2): 1, (1, 3): 1, (2, 4): 1, (3, 9): 1, (4, 9): 1}).largest() == 2


def test_nothing_gets_to_an_end_that_nothing_leads_to() -> None:
    drawn = network({(START, 1): 4, (2, END): 4})
    assert drawn.largest() == 0
    assert drawn.holds_back(1)
    assert drawn.holds_back(7), "a spot that no way touches"


@given(WAYS)
def test_it_finds_what_the_textbook_finds(ways: dict[tuple[int, int], float]) -> None:
    limited = {ends: 3 if most == inf and ends[0] == START else most for ends, most in ways.items()}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from((START, END))
    for ends, most in limited.items():
        graph.add_edge(*ends)
        if most < inf:
            graph.edges[ends]["capacity"] = most
    value, (held, _free) = nx.minimum_cut(graph, START, END)
    drawn = network(limited)
    assert drawn.largest() == pytest.approx(value)
    assert {spot for spot in graph if drawn.holds_back(spot)} == held
