"""Branches of seats as boxes of a tidy tree: leaves hang in columns, the rest stands wide."""

from collections.abc import Iterable, Sequence

from salesorg_gui.domain.ids import Key, SeatId
from salesorg_gui.layout.columns import hanging, hanging_size
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import (
    BRANCH_GAP,
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    FRAME_GAP,
    HANG_FIRST_GAP,
    HANG_INDENT,
    HANG_SPINE,
    PITCH,
)
from salesorg_gui.layout.reporting import Forest
from salesorg_gui.layout.tidy import Node

type Hooks = dict[SeatId, tuple[Hook, SeatId]]


class Branch(Node):
    """A box and what stands in it: cards and frames, by their offset from its corner.

    A rigid one keeps its shape. ``span`` is how wide the branch can become with everything below it.
    """

    __slots__ = ("cards", "frames", "is_rigid", "span")

    def __init__(
        self,
        size: tuple[float, float],
        cards: Iterable[tuple[SeatId, float, float]],
        anchor: float | None = None,
        frames: Iterable[tuple[Key, float, float]] = (),
        *,
        is_side: bool = False,
        is_rigid: bool = False,
    ) -> None:
        super().__init__(*size, anchor, is_side=is_side)
        self.cards, self.frames = list(cards), list(frames)
        self.is_rigid = is_rigid
        if self.frames:
            self.clearance = FRAME_GAP
        self.span = self.width

    def lead(self, branches: Iterable["Branch"]) -> None:
        """Stand over these branches too."""
        self.children += branches
        below = sum(child.span + BRANCH_GAP for child in self.children if isinstance(child, Branch))
        self.span = max(self.width, below - BRANCH_GAP)


def card(seat: SeatId) -> Branch:
    """One card, alone."""
    return Branch((CARD_WIDTH, CARD_HEIGHT), [(seat, 0.0, 0.0)])


def stack(seats: Sequence[SeatId], *, is_side: bool = False) -> Branch:
    """Cards hanging on spines that come from above or from the side."""
    offsets = hanging(len(seats))
    cards = [(seat, x, y) for seat, (x, y) in zip(seats, offsets, strict=True)]
    return Branch(hanging_size(len(seats)), cards, HANG_SPINE, is_side=is_side)


def hang(manager: SeatId, reports: Sequence[SeatId]) -> Branch:
    """A manager with all reports hanging in columns below."""
    top = CARD_HEIGHT + HANG_FIRST_GAP
    width, height = hanging_size(len(reports))
    offsets = hanging(len(reports))
    cards = [(seat, x, top + y) for seat, (x, y) in zip(reports, offsets, strict=True)]
    return Branch((width, top + height), [(manager, 0.0, 0.0), *cards], CARD_WIDTH / 2)


def is_leaf_group(forest: Forest, reports: Iterable[SeatId]) -> bool:
    """Whether nobody among the reports leads anybody."""
    return all(report not in forest.reports for report in reports)


def outline(forest: Forest, root: SeatId, hooks: Hooks) -> Branch:
    """A root with everybody below it in one indented list, as a table of contents is set."""
    rows = forest.below(root)
    depth = {root: 0}
    cards = [(root, 0.0, 0.0)]
    y = CARD_HEIGHT + HANG_FIRST_GAP
    for seat in rows[1:]:
        manager = forest.managers[seat]
        depth[seat] = depth[manager] + 1
        hooks[seat] = (Hook.HANG, manager)
        cards.append((seat, HANG_INDENT * depth[seat], y))
        y += PITCH
    width = CARD_WIDTH + HANG_INDENT * max(depth.values())
    return Branch((width, y - CARD_GAP), cards, CARD_WIDTH / 2)
