"""A tidy tree of boxes of any size: children stand below their parent, close together, and nothing overlaps.

The layered algorithm of Reingold, Tilford and Buchheim in the form of van der Ploeg ("Drawing non-layered tidy trees in
linear time", 2014), written without recursion so that a chain of 20 000 levels is no matter.
"""

from collections.abc import Iterable, Iterator

from salesorg_gui.layout.lengths import BRANCH_GAP, LEVEL_GAP, SIBLING_GAP


class Node:
    """One box of the tree. ``anchor`` is where its wire arrives, as an x inside the box.

    ``drop`` is the height at which its children begin, ``clearance`` how far childless neighbours stand away,
    ``is_side`` keeps it out of its parent's centring. ``x`` and ``y`` are the answer.
    """

    __slots__ = (
        "anchor", "change", "children", "clearance", "drop", "height", "is_side", "left_end", "left_sum", "left_thread",
        "mod", "prelim", "right_end", "right_sum", "right_thread", "shift", "width", "x", "y",
    )  # fmt: skip

    def __init__(self, width: float, height: float, anchor: float | None = None, *, is_side: bool = False) -> None:
        self.width, self.height = width, height
        self.anchor = width / 2 if anchor is None else anchor
        self.drop = height + LEVEL_GAP
        self.clearance = SIBLING_GAP
        self.is_side = is_side
        self.children: list[Node] = []
        self.x = self.y = 0.0
        self.prelim = self.mod = self.shift = self.change = 0.0
        self.left_thread: Node | None = None
        self.right_thread: Node | None = None
        self.left_end = self.right_end = self
        self.left_sum = self.right_sum = 0.0

    @property
    def reach(self) -> float:
        """The y down to which the box keeps others away; what stands below it stands a level gap below."""
        return self.y + (self.drop if self.children else self.height + LEVEL_GAP)


def arrange(root: Node) -> None:
    """Give every node of the tree its ``x`` and ``y``; the root's top is 0, the leftmost box begins at 0."""
    order = list(parents_first(root))
    for node in order:
        for child in node.children:
            child.y = node.y + node.drop
    for node in reversed(order):
        _place_children(node)
    _settle(order)


def parents_first(root: Node) -> Iterator[Node]:
    """The tree from the root down, siblings from left to right."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def _place_children(node: Node) -> None:
    """Push the children apart from left to right, then stand the parent over their middle."""
    if not node.children:
        return
    lowest: list[tuple[float, int]] = []
    for index, child in enumerate(node.children):
        bottom = child.right_end.reach if index else child.left_end.reach
        if index:
            _separate(node.children, index, lowest)
        _remember_lowest(lowest, bottom, index)
    _stand_over_children(node)
    first, last = node.children[0], node.children[-1]
    node.left_end, node.left_sum = first.left_end, first.left_sum
    node.right_end, node.right_sum = last.right_end, last.right_sum


def _remember_lowest(lowest: list[tuple[float, int]], bottom: float, index: int) -> None:
    """Keep, for each depth, the last sibling whose branch reaches it."""
    while lowest and bottom >= lowest[-1][0]:
        lowest.pop()
    lowest.append((bottom, index))


def _separate(children: list[Node], index: int, lowest: list[tuple[float, int]]) -> None:
    """Move child ``index`` right until its left contour is clear of all siblings before it."""
    left: Node | None = children[index - 1]
    right: Node | None = children[index]
    left_sum, right_sum = children[index - 1].mod, children[index].mod
    at = len(lowest) - 1
    while left is not None and right is not None:
        while at > 0 and left.reach > lowest[at][0]:
            at -= 1
        gap = _gap(left, right, children[index - 1], children[index])
        overlap = left_sum + left.prelim + left.width + gap - (right_sum + right.prelim)
        if overlap > 0:
            right_sum += overlap
            _move(children, index, lowest[at][1], overlap)
        left_reach, right_reach = left.reach, right.reach
        if left_reach <= right_reach:
            left = _next_right(left)
            left_sum += left.mod if left is not None else 0.0
        if left_reach >= right_reach:
            right = _next_left(right)
            right_sum += right.mod if right is not None else 0.0
    if left is None and right is not None:
        _thread_left(children, index, right, right_sum)
    elif right is None and left is not None:
        _thread_right(children, index, left, left_sum)


def _gap(left: Node, right: Node, left_child: Node, right_child: Node) -> float:
    """Single boxes stand closer than whole branches."""
    neighbours = left is left_child and right is right_child
    if neighbours and not left.children and not right.children:
        return max(left.clearance, right.clearance)
    return BRANCH_GAP


def _move(children: list[Node], index: int, reference: int, distance: float) -> None:
    """Move a child, and spread the space this opens between the siblings in between."""
    child = children[index]
    child.mod += distance
    child.left_sum += distance
    child.right_sum += distance
    if reference != index - 1:
        count = index - reference
        children[reference + 1].shift += distance / count
        child.shift -= distance / count
        child.change -= distance - distance / count


def _next_left(node: Node) -> Node | None:
    return node.children[0] if node.children else node.left_thread


def _next_right(node: Node) -> Node | None:
    return node.children[-1] if node.children else node.right_thread


def _thread_left(children: list[Node], index: int, below: Node, below_sum: float) -> None:
    """The new child reaches deeper than all before it: the left contour goes on in it."""
    end = children[0].left_end
    end.left_thread = below
    difference = below_sum - below.mod - children[0].left_sum
    end.mod += difference
    end.prelim -= difference
    children[0].left_end, children[0].left_sum = children[index].left_end, children[index].left_sum


def _thread_right(children: list[Node], index: int, below: Node, below_sum: float) -> None:
    """The siblings before reach deeper than the new child: the right contour goes on in them."""
    end = children[index].right_end
    end.right_thread = below
    difference = below_sum - below.mod - children[index].right_sum
    end.mod += difference
    end.prelim -= difference
    before = children[index - 1]
    children[index].right_end, children[index].right_sum = before.right_end, before.right_sum


def _stand_over_children(node: Node) -> None:
    centred = [child for child in node.children if not child.is_side] or node.children
    first, last = centred[0], centred[-1]
    left = first.prelim + first.mod + first.anchor
    right = last.prelim + last.mod + last.anchor
    node.prelim = (left + right) / 2 - node.anchor


def _settle(order: Iterable[Node]) -> None:
    """Turn relative into absolute places, parents first, and begin at 0."""
    nodes = list(order)
    sums = {id(nodes[0]): 0.0}
    for node in nodes:
        total = sums.pop(id(node)) + node.mod
        node.x = node.prelim + total
        spread = shift = 0.0
        for child in node.children:
            shift += child.shift
            spread += shift + child.change
            child.mod += spread
            sums[id(child)] = total
    left = min(node.x for node in nodes)
    for node in nodes:
        node.x -= left
