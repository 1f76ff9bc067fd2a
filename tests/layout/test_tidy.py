"""The tidy tree as an engine by itself: after an edit the same as anew, in order, close together."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.lengths import BRANCH_GAP
from salesorg_gui.layout.tidy import Node, TidyTree, arrange, parents_first
from tests.layout.charts import overlaps, seat_key

SEEDS = st.integers(0, 1_000_000)


def a_node(chance: Random) -> Node:
    node = Node(chance.choice([60.0, 120.0, 200.0, 900.0]), chance.choice([40.0, 72.0, 72.0, 500.0]))
    node.clearance = chance.choice([16.0, 16.0, 16.0, 24.0])
    return node


def a_tree(chance: Random, size: int) -> list[Node]:
    nodes = [a_node(chance)]
    while len(nodes) < size:
        node = a_node(chance)
        chance.choice(nodes[-12:]).children.append(node)
        nodes.append(node)
    return nodes


def places(root: Node) -> list[tuple[float, float]]:
    return [(round(node.x, 6), round(node.y, 6)) for node in parents_first(root)]


def extents(root: Node) -> tuple[float, float]:
    """How far the boxes of a branch reach to both sides."""
    nodes = list(parents_first(root))
    return min(node.x for node in nodes), max(node.x + node.width for node in nodes)


def edited(chance: Random, nodes: list[Node]) -> Node:
    """Change something somewhere; the node that must be told of."""
    node = chance.choice(nodes)
    match chance.randrange(3):
        case 0:
            node.width, node.height = chance.choice([60.0, 300.0]), chance.choice([40.0, 300.0])
            node.anchor, node.drop = node.width / 2, node.height + 48.0
        case 1:
            new = a_tree(chance, chance.randint(1, 4))
            node.children.insert(chance.randint(0, len(node.children)), new[0])
            nodes += new
        case _:
            if node.children:
                gone = node.children.pop(chance.randrange(len(node.children)))
                below = set(map(id, parents_first(gone)))
                nodes[:] = [kept for kept in nodes if id(kept) not in below]
    return node


@settings(deadline=None, max_examples=120)
@given(SEEDS, st.integers(1, 40))
def test_after_edits_everything_stands_as_if_arranged_anew(seed: int, size: int) -> None:
    chance = Random(seed)
    nodes = a_tree(chance, size)
    tree = TidyTree(nodes[0])
    for _ in range(6):
        tree.follow([edited(chance, nodes) for _ in range(chance.randint(1, 2))])
        followed = places(tree.root)
        arrange(tree.root)
        assert followed == places(tree.root)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 60))
def test_nothing_overlaps_and_siblings_keep_their_order(seed: int, size: int) -> None:
    nodes = a_tree(Random(seed), size)
    arrange(nodes[0])
    boxes = {seat_key(str(n)): Rect(node.x, node.y, node.width, node.height) for n, node in enumerate(nodes)}
    assert list(overlaps(boxes)) == []
    for node in nodes:
        assert all(one.x + one.width <= other.x + 1e-6 for one, other in pairwise(node.children))
        assert all(child.y == node.y + node.drop for child in node.children)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(2, 60))
def test_a_tree_is_no_wider_than_with_a_strip_for_every_branch(seed: int, size: int) -> None:
    nodes = a_tree(Random(seed), size)
    arrange(nodes[0])
    for node in nodes:
        if node.children:
            spans = [extents(child) for child in node.children]
            left, right = min(span[0] for span in spans), max(span[1] for span in spans)
            strips = sum(span[1] - span[0] + BRANCH_GAP for span in spans) - BRANCH_GAP
            assert right - left <= strips + 1e-6


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(3, 40))
def test_a_new_leaf_changes_the_shape_of_no_branch_it_does_not_stand_in(seed: int, size: int) -> None:
    chance = Random(seed)
    nodes = a_tree(chance, size)
    tree = TidyTree(nodes[0])
    before = {id(node): (node.x, node.y) for node in nodes}
    parents = {id(child): node for node in nodes for child in node.children}
    at = chance.choice(nodes)
    at.children.append(a_node(chance))
    tree.follow([at])
    above = {id(at)}
    while id(at) in parents:
        at = parents[id(at)]
        above.add(id(at))
    for node in nodes:
        if id(node) not in above:
            for child in node.children:
                old, new = before[id(child)], (child.x, child.y)
                shift = (node.x - before[id(node)][0], node.y - before[id(node)][1])
                assert abs(new[0] - old[0] - shift[0]) < 1e-6
                assert new[1] - old[1] == shift[1]


def test_a_chain_of_twenty_thousand_boxes_is_arranged_and_edited() -> None:
    nodes = [Node(200, 72)]
    for _ in range(20_000):
        nodes.append(Node(200, 72))
        nodes[-2].children.append(nodes[-1])
    tree = TidyTree(nodes[0])
    nodes[-1].children.append(Node(100, 72))
    tree.follow([nodes[-1]])
    assert nodes[-1].children[0].x == 50
    assert nodes[-1].y == 20_000 * 120


def test_what_stands_at_the_side_does_not_count_for_the_middle() -> None:
    root, one, staff = Node(200, 72), Node(200, 72), Node(400, 72, is_side=True)
    root.children = [one, staff]
    arrange(root)
    assert root.x == one.x
    root.children = [Node(200, 72, is_side=True), Node(200, 72, is_side=True)]
    arrange(root)
    assert root.x == 108
