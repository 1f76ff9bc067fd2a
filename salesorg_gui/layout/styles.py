"""Which shape the branch of a seat takes in the reporting view: the one a hand chose, or the one that fits.

The choice looks at nothing but what stands below the seat, and whether the seat stands near the top. So what happens
elsewhere in the company never changes the shape of a branch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import BranchStyle, Seat
from salesorg_gui.layout.blocks import (
    Block,
    closed,
    hanging,
    hanging_cards,
    hanging_left,
    lone,
    with_assistants,
)
from salesorg_gui.layout.columns import hanging as in_columns
from salesorg_gui.layout.columns import hanging_size
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import (
    BRANCH_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    FRAME_GAP,
    HANG_INDENT,
    HANG_SPINE,
    LEVEL,
    LEVEL_GAP,
)
from salesorg_gui.layout.ribs import RIBS_FROM, Folds

WIDE_LEVELS = 2
"""Levels from the top that spread wide unless a hand says otherwise."""
LISTED_MOST = 30
"""A branch of no more seats than this, below the wide levels, hangs as a list: a company stays readable."""


@dataclass(frozen=True, slots=True)
class Below:
    """Who stands below a seat: its reports in order, its assistants, and the branches of those who lead.

    Its branch of ``earlier`` only saves time.
    """

    reports: Sequence[SeatId]
    leading: Mapping[SeatId, Block]
    assistants: Sequence[SeatId] = ()
    earlier: Block | None = None

    @property
    def branches(self) -> list[Block]:
        """All reports as branches."""
        return [self.leading.get(report) or lone(report) for report in self.reports]

    @property
    def helpers(self) -> list[Block]:
        """All assistants as branches."""
        return [self.leading.get(assistant) or lone(assistant) for assistant in self.assistants]


def block_of(seat: Seat, below: Below, depth: int) -> Block:
    """The branch of a seat that leads, ``depth`` levels below its root; all branches in it exist already."""
    block = _shaped(seat, below, depth)
    block.depth = min(depth, WIDE_LEVELS)
    if below.assistants and not _is_ribbed(block):
        with_assistants(block, below.helpers, is_clear=not block.children)
        if block.children:
            block.drop = block.height + LEVEL_GAP
            if block.height > CARD_HEIGHT:
                block.hooks = tuple((seats, Hook.RIB if hook is Hook.BUS else hook) for seats, hook in block.hooks)
    block.settle()
    return block


def list_of_cards(seat: SeatId, reports: Sequence[SeatId], depth: int) -> Block:
    """The branch of a seat of whose reports nobody leads, as it fits."""
    block = hanging_cards(seat, reports)
    block.depth = min(depth, WIDE_LEVELS)
    return block


def folded_block(seat: SeatId, hidden: int, depth: int) -> Block:
    """The card of a seat whose branch is folded away."""
    block = closed(seat, hidden)
    block.depth = min(depth, WIDE_LEVELS)
    return block


def _shaped(seat: Seat, below: Below, depth: int) -> Block:
    """The branch without its assistants."""
    if not below.reports:
        return lone(seat.id)
    match seat.branch:
        case BranchStyle.WIDE:
            return _wide(seat.id, below.branches)
        case BranchStyle.HANG_LEFT:
            return hanging_left(seat.id, below.branches)
        case BranchStyle.HANG_RIGHT:
            return _hung(seat.id, below, 1)
        case BranchStyle.COLUMNS:
            return _hung(seat.id, below, seat.columns)
        case _:
            return _fitting(seat.id, below, depth)


def _hung(seat: SeatId, below: Below, columns: int) -> Block:
    if any(report in below.leading for report in below.reports):
        return hanging(seat, below.branches, columns)
    return hanging_cards(seat, below.reports, columns)


def _fitting(seat: SeatId, below: Below, depth: int) -> Block:
    """Single reports hang; further down small branches hang whole; near the top they stand wide, or in rows."""
    leading = [below.leading[report] for report in below.reports if report in below.leading]
    if not leading:
        return hanging_cards(seat, below.reports)
    if depth >= WIDE_LEVELS and sum(block.count for block in leading) + len(below.reports) <= LISTED_MOST:
        return hanging(seat, below.branches)
    if len(leading) > 2 and sum(block.span + BRANCH_GAP for block in leading) > RIBS_FROM:
        return _ribbed(seat, below, leading)
    if len(below.assistants) > 1:
        return _wide(seat, below.branches)
    return _in_runs(seat, below)


def _wide(seat: SeatId, branches: Sequence[Block]) -> Block:
    """Every report by itself below the manager."""
    block = lone(seat)
    block.children = [*branches]
    block.hooks = (([branch.seat for branch in branches], Hook.BUS),)
    return block


def _in_runs(seat: SeatId, below: Below) -> Block:
    """Branches below the manager, and single reports between them in stacks."""
    block = lone(seat)
    children: list[Block] = []
    buses: list[SeatId] = []
    stacks: list[SeatId] = []
    for run in _runs(below):
        if len(run) == 1:
            buses.append(run[0])
            children.append(below.leading.get(run[0]) or lone(run[0]))
        else:
            stacks += run
            children.append(_stack(run))
    block.children = children
    block.hooks = ((buses, Hook.BUS), (stacks, Hook.STACK))
    return block


def _stack(seats: Sequence[SeatId]) -> Block:
    """Cards on spines that come from above."""
    block = Block(seats[0], hanging_size(len(seats)), tuple(seats), tuple(in_columns(len(seats))))
    block.anchor = HANG_SPINE
    return block


def _runs(below: Below) -> list[list[SeatId]]:
    """The reports in order; neighbours without reports of their own together."""
    runs: list[list[SeatId]] = []
    was_single = False
    for report in below.reports:
        is_single = report not in below.leading
        if is_single and was_single:
            runs[-1].append(report)
        else:
            runs.append([report])
        was_single = is_single
    return runs


def _is_ribbed(block: Block) -> bool:
    return any(hook is Hook.RIB for _seats, hook in block.hooks)


def _folds(widths: list[float], earlier: Block | None) -> Folds:
    """The ways to fold branches of these widths, those known of an earlier branch if it had the same."""
    known = earlier.folds if earlier is not None else None
    return known if known is not None and known.widths == tuple(widths) else Folds(widths)


def _ribbed(seat: SeatId, below: Below, leading: Sequence[Block]) -> Block:
    """A manager of many branches: those in rows at both sides of a trunk, assistants and single cards at the right."""
    beside = [one for one in (*below.assistants, *below.reports) if one not in below.leading]
    helping = [below.leading[one] for one in below.assistants if one in below.leading]
    folds = _folds([block.span for block in leading], below.earlier)
    count = folds.best([block.reach[5] for block in leading])
    right, left = CARD_WIDTH / 2, -CARD_WIDTH / 2
    parts: list[tuple[Block, float, float]] = []
    y = bottom = LEVEL
    for row, xs in zip(folds.rows(count), folds.lefts(count), strict=True):
        for n, x in zip(row, xs, strict=True):
            parts.append((leading[n], x - leading[n].reach[3], y))
            left, right = min(left, x), max(right, x + leading[n].span)
            bottom = max(bottom, y + leading[n].reach[5])
        y = bottom + LEVEL_GAP
    seats, spots = [seat], [(-CARD_WIDTH / 2, 0.0)]
    x = right + FRAME_GAP - HANG_INDENT
    top = LEVEL
    for block in helping:
        parts.append((block, x + HANG_INDENT - block.reach[3], top))
        right = max(right, x + HANG_INDENT + block.span)
        top += block.reach[5] + LEVEL_GAP
    if beside:
        seats += beside
        spots += [(x + dx, top + dy) for dx, dy in in_columns(len(beside))]
        width, height = hanging_size(len(beside))
        right, top = max(right, x + width), top + height
    block = Block(seat, (right - left, max(bottom, top)), tuple(seats), tuple((dx - left, dy) for dx, dy in spots))
    block.folds = folds
    block.hold([(part, dx - left, dy) for part, dx, dy in parts])
    block.spines = {one.seat: indent + HANG_SPINE for one in helping if (indent := one.spots[0][0] - one.reach[3])}
    block.hooks = (([one.seat for one in leading], Hook.RIB), ([*beside, *(one.seat for one in helping)], Hook.SIDE))
    return block
