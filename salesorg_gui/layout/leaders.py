"""Leaders above what they lead: trees whose lowest boxes are whole frames, with the leaders next to them on top."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from salesorg_gui.domain.ids import Key, SeatId
from salesorg_gui.layout.branches import Branch, Hooks, is_leaf_group, stack
from salesorg_gui.layout.branches import card as lone_card
from salesorg_gui.layout.columns import hanging, hanging_size
from salesorg_gui.layout.frames import Frames
from salesorg_gui.layout.growing import grow
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, FRAME_GAP, HANG_INDENT, LEVEL, SIBLING_GAP
from salesorg_gui.layout.reporting import Solid
from salesorg_gui.layout.ribs import baked, in_rows, is_too_wide, ribbed
from salesorg_gui.layout.standing import Standing
from salesorg_gui.layout.tidy import parents_first
from salesorg_gui.values import dataclass

type Rank = tuple[float, str]
type Spot = tuple[SeatId, float, float]

MOSTLY = 2 / 3
"""A leader with at least this share of those led in one frame belongs to that frame."""
FIRST: Rank = (float("-inf"), "")


@dataclass
class Trees:
    """The automatic part of the board as trees, in order, and how their cards hang.

    ``frames_y`` is where the tops of all frames stand, below the deepest leader; ``sinks`` tells how far below the top
    of the board each tree begins.
    """

    roots: list[Branch] = field(default_factory=list)
    sinks: list[float] = field(default_factory=list)
    hooks: Hooks = field(default_factory=dict)
    crowns: dict[SeatId, Key] = field(default_factory=dict)
    frames_y: float = 0.0


class TreesOfLeaders:
    """Builds the trees from the frames up."""

    def __init__(self, solid: Solid, frames: Frames, standing: Standing) -> None:
        self._solid, self._frames, self._standing = solid, frames, standing
        self._forest = standing.forest
        self._trees = Trees()
        self._framed: dict[SeatId | None, list[tuple[Rank, Branch]]] = {}
        self._taken: set[SeatId] = set()

    def build(self) -> Trees:
        """Trees of leaders first, then single cards, then frames without a leader."""
        tops = [top for top in self._frames.tops if top not in self._frames.free]
        crowns = [self._crown(top) for top in tops]
        for top, crown in zip(tops, crowns, strict=True):
            self._add_frame(top, crown)
        leading = self._leading()
        roots = [root for root in self._forest.roots if root not in self._taken]
        tall = [root for root in roots if root in leading or root in self._forest.reports]
        single = [root for root in roots if root not in leading and root not in self._forest.reports]
        led = [self._branch(root, leading) for root in tall] + [lone_card(root) for root in single]
        leaderless = [branch for _rank, branch in self._framed.get(None, ())]
        self._align(led, leaderless)
        return self._trees

    def _add_frame(self, top: Key, crown: Sequence[SeatId]) -> None:
        """Put a frame with its crown and what stands beside it under the leader it belongs to."""
        parent = self._parent(top, crown)
        ranks = [
            self._solid.rank(seat, parent) for seat in crown if parent and self._forest.managers.get(seat) == parent
        ]
        self._framed.setdefault(parent, []).append((min(ranks, default=FIRST), self._frame_branch(top, crown)))

    def _crown(self, top: Key) -> list[SeatId]:
        """The leaders that belong to this frame above all: they stand right on top of it."""
        crown = [seat for seat in self._standing.led.get(top, {}) if self._is_crown(seat, top)]
        self._taken.update(crown)
        self._trees.crowns.update(dict.fromkeys(crown, top))
        if len(crown) > 1:
            crown.sort(key=lambda seat: (self._middle(seat, top), seat))
        return crown

    def _is_crown(self, seat: SeatId, top: Key) -> bool:
        """Whether most of whom a seat leads stand in this frame, and the others are only leaves."""
        reports = self._forest.reports.get(seat, ())
        if reports and (
            any(self._standing.leads_frame(report) for report in reports) or not is_leaf_group(self._forest, reports)
        ):
            return False
        led = self._standing.led
        tops = {self._frames.top_of[pod] for pod in self._standing.pods_led[seat]}
        return led[top][seat] >= MOSTLY * sum(led[other][seat] for other in tops)

    def _middle(self, seat: SeatId, top: Key) -> float:
        """The x over the middle of the pods a leader leads, from the frame's left edge."""
        return self._frames.interior(top).middle(self._standing.pods_led[seat])

    def _parent(self, top: Key, crown: Sequence[SeatId]) -> SeatId | None:
        """Whom the crown reports to; without a crown, whoever leads most of the frame, or that one's manager."""
        led = self._standing.led.get(top, {})
        managers = self._forest.managers
        if crown:
            above = Counter(managers[seat] for seat in crown if seat in managers)
            return max(above, key=lambda seat: (above[seat], seat), default=None)
        leader = max(led, key=lambda seat: (seat not in self._taken, led[seat], seat), default=None)
        return managers.get(leader) if leader is not None and leader in self._taken else leader

    def _frame_branch(self, top: Key, crown: Sequence[SeatId]) -> Branch:
        """The frame, its crown above it, and at its right who else reports to the crown."""
        width, height = self._frames.sizes[top]
        lefts = self._crown_lefts(top, crown, width)
        shift = max([0.0, *(-left for left in lefts)])
        upper = LEVEL if crown else 0.0
        cards: list[Spot] = [(seat, left + shift, 0.0) for seat, left in zip(crown, lefts, strict=True)]
        beside = self._beside(crown, shift + width + FRAME_GAP, upper)
        right = max([shift + width, *(x + CARD_WIDTH for _seat, x, _y in (*cards, *beside))])
        bottom = max([upper + height, *(y + CARD_HEIGHT for _seat, _x, y in beside)])
        middle = (lefts[0] + lefts[-1] + CARD_WIDTH) / 2 if crown else width / 2
        return Branch((right, bottom), [*cards, *beside], shift + middle, [(top, shift, upper)])

    def _crown_lefts(self, top: Key, crown: Sequence[SeatId], width: float) -> list[float]:
        """Where the leaders on top of a frame stand: one over its middle, several over their pods."""
        if len(crown) == 1:
            return [(width - CARD_WIDTH) / 2]
        lefts: list[float] = []
        for seat in crown:
            wished = self._middle(seat, top) - CARD_WIDTH / 2
            lefts.append(max(wished, lefts[-1] + CARD_WIDTH + SIBLING_GAP) if lefts else wished)
        return lefts

    def _beside(self, crown: Sequence[SeatId], left: float, upper: float) -> list[Spot]:
        spots: list[Spot] = []
        for leader in crown:
            seats = self._forest.reports.get(leader, ())
            if seats:
                self._trees.hooks.update(dict.fromkeys(seats, (Hook.SIDE, leader)))
                offsets = zip(seats, hanging(len(seats)), strict=True)
                spots += [(seat, left - HANG_INDENT + x, upper + y) for seat, (x, y) in offsets]
                left += hanging_size(len(seats))[0]
        return spots

    def _leading(self) -> set[SeatId]:
        """All seats with a frame somewhere below them."""
        leading: set[SeatId] = set()
        for parent in self._framed:
            seat = parent
            while seat is not None and seat not in leading:
                leading.add(seat)
                seat = self._forest.managers.get(seat)
        return leading

    def _branch(self, root: SeatId, leading: set[SeatId]) -> Branch:
        if root not in leading:
            return grow(self._forest, root, self._trees.hooks)
        built: dict[SeatId, Branch] = {}
        for seat in reversed([seat for seat in self._forest.below(root) if seat in leading]):
            built[seat] = self._led_branch(seat, built)
        return built[root]

    def _led_branch(self, seat: SeatId, built: Mapping[SeatId, Branch]) -> Branch:
        """A leader of frames: frames and branches below in order, single reports at the right."""
        below: list[tuple[Rank, Branch]] = list(self._framed.get(seat, ()))
        staff: list[SeatId] = []
        hooks = self._trees.hooks
        for report in self._forest.reports.get(seat, ()):
            hooks[report] = (Hook.BUS, seat)
            if report in built or (report in self._forest.reports and report not in self._taken):
                branch = built[report] if report in built else grow(self._forest, report, hooks)
                below.append((self._solid.rank(report, seat), branch))
            elif report not in self._taken:
                hooks[report] = (Hook.SIDE, seat)
                staff.append(report)
        branches = [child for _rank, child in sorted(below, key=lambda pair: pair[0])]
        if is_too_wide(branches):
            return self._folded(seat, branches, staff)
        branch = lone_card(seat)
        branch.lead([*branches, *([stack(staff, is_side=True)] if staff else [])])
        return branch

    def _folded(self, seat: SeatId, branches: Sequence[Branch], staff: Sequence[SeatId]) -> Branch:
        """A leader of very many frames: they stand in rows, each row's frames at one height."""
        rows = in_rows([baked(branch) for branch in branches])
        for row in rows:
            align_frames(row)
        for report in self._forest.reports.get(seat, ()):
            if self._trees.hooks[report] == (Hook.BUS, seat):
                self._trees.hooks[report] = (Hook.RIB, seat)
        return ribbed(seat, rows, staff)

    def _align(self, led: list[Branch], leaderless: list[Branch]) -> None:
        """Let all frames begin at one height: those higher up in the trees sink."""
        self._trees.frames_y = align_frames(led, leaderless)
        self._trees.roots = [*led, *leaderless]
        sinks = [self._trees.frames_y - branch.frames[0][2] for branch in leaderless]
        self._trees.sinks = [0.0] * len(led) + sinks


def align_frames(roots: Sequence[Branch], others: Sequence[Branch] = ()) -> float:
    """Sink the frames of these trees to the height of the lowest, which is the answer; ``others`` only count."""
    framed = [branch for root in roots for branch in _with_frames(root)]
    tops = [branch.y + branch.frames[0][2] for branch in framed]
    lowest = max([*tops, *(branch.frames[0][2] for branch in others)], default=0.0)
    for branch, top in zip(framed, tops, strict=True):
        _sink(branch, lowest - top)
    return lowest


def _with_frames(root: Branch) -> list[Branch]:
    """The branches of a tree that hold one frame and may sink, with their ``y`` already right."""
    found: list[Branch] = []
    root.y = 0.0
    for node in parents_first(root):
        for child in node.children:
            child.y = node.y + node.drop
        if isinstance(node, Branch) and node.frames and not node.is_rigid:
            found.append(node)
    return found


def _sink(branch: Branch, by: float) -> None:
    """Lower everything in a box and make the box that much higher."""
    branch.frames = [(key, x, y + by) for key, x, y in branch.frames]
    branch.cards = [(seat, x, y + by) for seat, x, y in branch.cards]
    branch.height += by
    branch.drop += by
