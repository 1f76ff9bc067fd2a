"""Tidy trees of boxes of any size: children stand below their parent, close together, and nothing overlaps.

Boxes of different heights need no common rows ("non-layered" trees, as van der Ploeg's of 2014). A branch keeps its
contours, so after an edit only those above it are stood anew: ``arrange`` does the whole, a ``TidyTree`` one edit.
Nothing recurses; a chain of 20 000 levels is no matter.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from salesorg_gui.layout.contours import Reach, Standing, side_by_side, single, singles, under
from salesorg_gui.layout.lengths import LEVEL_GAP, SIBLING_GAP


class Hanging(Standing, Protocol):
    """What stands below a parent."""

    @property
    def anchor(self) -> float:
        """Where its wire arrives, as an x inside the box."""
        ...

    @property
    def is_side(self) -> bool:
        """Whether its parent does not stand over it too."""
        ...


class Node:
    """One box of the tree. ``anchor`` is where its wire arrives, as an x inside the box.

    ``drop`` is the height at which its children begin, ``clearance`` how far childless neighbours stand away,
    ``is_side`` keeps it out of its parent's centring. ``x`` and ``y`` are the answer; ``reach`` and ``lefts``, where
    its children stand from its own left edge, are what it remembers.
    """

    __slots__ = (
        "anchor", "children", "clearance", "drop", "height", "is_side", "lefts", "reach", "width", "x", "y",
    )  # fmt: skip

    def __init__(self, width: float, height: float, anchor: float | None = None, *, is_side: bool = False) -> None:
        self.width, self.height = width, height
        self.anchor = width / 2 if anchor is None else anchor
        self.drop = height + LEVEL_GAP
        self.clearance = SIBLING_GAP
        self.is_side = is_side
        self.children: list[Node] = []
        self.lefts: list[float] = []
        self.x = self.y = 0.0
        self.reach: Reach = single(width, height)


def settle(node: Node) -> None:
    """Stand the children of a node, all of them settled, side by side below it."""
    children = node.children
    if not children:
        node.lefts, node.reach = [], single(node.width, node.height)
        return
    for child in children:
        if not child.children:
            child.reach = single(child.width, child.height)
    node.lefts, row, shift = below(node.anchor, children)
    node.reach = under(node.width, node.drop, row, shift)


def below(anchor: float, children: Sequence[Hanging]) -> tuple[list[float], Reach, float]:
    """Where branches stand side by side with the middle of their row below an anchor, and their reach together.

    Both are told from the first one's left edge but for the places, which are told from where the anchor is; last is
    how far these two lie apart.
    """
    is_deep = any(child.children for child in children)
    lefts, row = side_by_side(children) if is_deep else singles(children)
    first, last = children[0], children[-1]
    middle = _middle(children, lefts) if first.is_side or last.is_side else (first.anchor + lefts[-1] + last.anchor) / 2
    shift = anchor - middle
    return [left + shift for left in lefts], row, shift


def _middle(children: Sequence[Hanging], lefts: Sequence[float]) -> float:
    """The x a parent stands over: the middle of its first and last child, those at its side left out."""
    centred = [index for index, child in enumerate(children) if not child.is_side] or range(len(children))
    first, last = centred[0], centred[-1]
    return (lefts[first] + children[first].anchor + lefts[last] + children[last].anchor) / 2


def arrange(root: Node) -> None:
    """Give every node of the tree its ``x`` and ``y``; the root's top is 0, the leftmost box begins at 0."""
    parents = _parents_of(root)
    for node in reversed(parents):
        settle(node)
    if not parents:
        settle(root)
    root.x, root.y = -root.reach[3], 0.0
    for node in parents:
        x, y = node.x, node.y + node.drop
        for child, left in zip(node.children, node.lefts, strict=True):
            child.x = x + left
            child.y = y


def _parents_of(root: Node) -> list[Node]:
    """All nodes with children, parents first."""
    found = [root] if root.children else []
    for node in found:
        found += [child for child in node.children if child.children]
    return found


def parents_first(root: Node) -> Iterator[Node]:
    """The tree from the root down, siblings from left to right."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


class TidyTree:
    """A tree that is arranged again after each edit, at the price of what differs.

    Whoever edits it changes sizes or ``children`` of its nodes and names the nodes so changed.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self._parents: dict[Node, Node] = {}
        arrange(root)
        self._adopt([root])

    def follow(self, changed: Iterable[Node]) -> None:
        """Give every node its place again, after these were changed; new ones among their children are found."""
        named = list(changed)
        new = self._adopt(named)
        above = self._and_above(named)
        for node in above:
            settle(node)
        self.root.x = -self.root.reach[3]
        self._place({*above, *new})

    def _adopt(self, nodes: Iterable[Node]) -> list[Node]:
        """Learn who the parents are; newcomers, which are the answer, are settled on the way."""
        waiting = list(nodes)
        new: list[Node] = []
        while waiting:
            node = waiting.pop()
            for child in node.children:
                if self._parents.get(child) is not node:
                    self._parents[child] = node
                    new.append(child)
                    waiting.append(child)
        for node in reversed(new):
            settle(node)
        return new

    def _and_above(self, nodes: Iterable[Node]) -> list[Node]:
        """The nodes and all above them, the lowest first."""
        depths: dict[Node, int] = {}
        for start in nodes:
            path: list[Node] = []
            node: Node | None = start
            while node is not None and node not in depths:
                path.append(node)
                node = self._parents.get(node)
            depth = depths[node] if node is not None else -1
            depths.update({found: number for number, found in enumerate(reversed(path), depth + 1)})
        return sorted(depths, key=depths.__getitem__, reverse=True)

    def _place(self, touched: set[Node]) -> None:
        """Turn relative places into absolute ones, wherever they may differ: surely below these."""
        waiting = [self.root]
        while waiting:
            waiting += _moved(waiting.pop(), touched)


def _moved(node: Node, touched: set[Node]) -> list[Node]:
    """Stand the children of a node anew; those below which anything may move."""
    x, y = node.x, node.y + node.drop
    found: list[Node] = []
    for child, left in zip(node.children, node.lefts, strict=True):
        child_x = x + left
        if child_x != child.x or y != child.y or child in touched:
            child.x, child.y = child_x, y
            if child.children:
                found.append(child)
    return found
