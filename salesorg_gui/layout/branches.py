"""Branches of seats as boxes of a tidy tree: leaves hang in columns, the rest stands wide."""

from collections.abc import Iterable, Mapping, Sequence

from salesorg_gui.domain.ids import Key, SeatId
from salesorg_gui.layout.columns import hanging, hanging_size
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import (
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    HANG_FIRST_GAP,
    HANG_INDENT,
    HANG_SPINE,
    PITCH,
)
from salesorg_gui.layout.reporting import Forest
from salesorg_gui.layout.tidy import Node

WIDE_LEVELS, WIDE_LEVELS_OF_LARGE = 2, 1
"""Levels below the root that always spread wide; in a large company only the first."""
LARGE = 60
LISTED_MOST = 30
"""A branch of no more seats than this, below the wide levels, is set as an indented list: a company stays readable."""

type Hooks = dict[SeatId, tuple[Hook, SeatId]]


class Branch(Node):
    """A box and what stands in it: cards and at most one frame, by their offset from its corner."""

    __slots__ = ("cards", "frame")

    def __init__(
        self,
        size: tuple[float, float],
        cards: Iterable[tuple[SeatId, float, float]],
        anchor: float | None = None,
        frame: tuple[Key, float, float] | None = None,
        *,
        is_side: bool = False,
    ) -> None:
        super().__init__(*size, anchor, is_side=is_side)
        self.cards = list(cards)
        self.frame = frame


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


def grow(forest: Forest, root: SeatId, hooks: Hooks) -> Branch:
    """The whole branch below a root as the reporting view shows it; ``hooks`` learns how each seat hangs."""
    order = forest.below(root)
    sizes, depths = _sizes(forest, order), _depths(forest, order)
    wide_levels = WIDE_LEVELS if len(order) <= LARGE else WIDE_LEVELS_OF_LARGE
    listed: set[SeatId] = set()
    for seat in order:
        is_inside = forest.managers.get(seat) in listed and depths[seat] > 0
        if is_inside or (depths[seat] >= wide_levels and sizes[seat] <= LISTED_MOST):
            listed.add(seat)
    built: dict[SeatId, Branch] = {}
    for seat in reversed(order):
        if seat in listed and forest.managers[seat] in listed:
            continue
        is_list = seat in listed and not is_leaf_group(forest, forest.reports.get(seat, ()))
        built[seat] = outline(forest, seat, hooks) if is_list else _grown(forest, seat, built, hooks)
    return built[root]


def _sizes(forest: Forest, order: Sequence[SeatId]) -> dict[SeatId, int]:
    """How many seats each branch has, its own included."""
    sizes = dict.fromkeys(order, 1)
    for seat in reversed(order[1:]):
        sizes[forest.managers[seat]] += sizes[seat]
    return sizes


def _depths(forest: Forest, order: Sequence[SeatId]) -> dict[SeatId, int]:
    """How far below the root each seat is."""
    depths = {order[0]: 0}
    for seat in order[1:]:
        depths[seat] = depths[forest.managers[seat]] + 1
    return depths


def _grown(forest: Forest, seat: SeatId, built: Mapping[SeatId, Branch], hooks: Hooks) -> Branch:
    reports = forest.reports.get(seat, ())
    if not reports:
        return card(seat)
    if is_leaf_group(forest, reports):
        hooks.update(dict.fromkeys(reports, (Hook.HANG, seat)))
        return hang(seat, reports)
    branch = card(seat)
    for run in _runs(forest, reports):
        single = len(run) == 1
        hooks.update(dict.fromkeys(run, (Hook.BUS if single else Hook.STACK, seat)))
        branch.children.append(built[run[0]] if single else stack(run))
    return branch


def _runs(forest: Forest, reports: Sequence[SeatId]) -> list[list[SeatId]]:
    """The reports in order; neighbours without reports of their own together."""
    runs: list[list[SeatId]] = []
    was_leaf = False
    for report in reports:
        is_leaf = report not in forest.reports
        if is_leaf and was_leaf:
            runs[-1].append(report)
        else:
            runs.append([report])
        was_leaf = is_leaf
    return runs
