"""The board: frames side by side, leaders above, lead sources at the left, the bench below.

What has a place of its own (data, put there by a hand) stands there; what is automatic keeps clear of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from math import sqrt

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.layout.branches import Branch
from salesorg_gui.layout.cards import Blocks, Cards, copied
from salesorg_gui.layout.clearing import Taken
from salesorg_gui.layout.footing import Footing, footing_after, footing_of
from salesorg_gui.layout.frames import Frames, block_of, pod_cards
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.hooks import hooks_on_board
from salesorg_gui.layout.layout import NOWHERE, Layout, Since, ViewKind, around
from salesorg_gui.layout.leaders import Trees, TreesOfLeaders
from salesorg_gui.layout.lengths import (
    BENCH_HEADER,
    BENCH_PAD,
    BENCH_SIDE,
    BENCH_SLIM,
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    FRAME_GAP,
    LEVEL_GAP,
    PITCH,
    SIBLING_GAP,
    SOURCE_HEIGHT,
    SOURCE_WIDTH,
)
from salesorg_gui.layout.reporting import Solid, solid_lines
from salesorg_gui.layout.shelves import Shelf, shelved
from salesorg_gui.layout.standing import Standing, standing_of
from salesorg_gui.layout.tidy import arrange, parents_first
from salesorg_gui.values import dataclass

TREES = Shelf(gap=FRAME_GAP, row_gap=LEVEL_GAP, least=2400.0)
type InPods = Mapping[PodId, Mapping[Key, Rect]]

BENCH_LEAST = 4 * (CARD_WIDTH + CARD_GAP) - CARD_GAP + 2 * BENCH_SIDE
SOURCES_IN_COLUMN = 10


@dataclass
class _Stand:
    """The board while it is being laid out."""

    cards: dict[Key, Rect] = field(default_factory=dict)
    frames: dict[Key, Rect] = field(default_factory=dict)
    stood: dict[Key, Mapping[Key, Rect]] = field(default_factory=dict)
    automatic: list[Rect] = field(default_factory=list)
    bench: Rect | None = None

    def put(self, frames: Frames, top: Key, x: float, y: float) -> None:
        """Stand an outermost frame, and all in it, with its corner there."""
        self.stood[top] = rects = frames.interior(top).stood(x, y)
        self.frames.update(rects)


def arrange_board(
    chart: Chart, solid: Solid | None = None, earlier: Layout | None = None, *, with_bench: bool = False
) -> Layout:
    """The board of a chart. An empty bench is left out unless ``with_bench`` asks for one to drop on.

    From an ``earlier`` board all that an edit left alone is taken over; the answer is the same without it.
    """
    if earlier is None or earlier.view is not ViewKind.BOARD:
        earlier = Layout()
    kept = earlier.grown if isinstance(earlier.grown, Footing) else None
    solid = solid or solid_lines(chart, kept.solid if kept is not None else None)
    taken_over = footing_after(chart, solid, kept) if kept is not None else None
    has_bench = bool(earlier.benched) or with_bench
    if taken_over and kept and taken_over.is_quiet and has_bench is (earlier.bench is not None):
        return _refilled(taken_over, earlier, kept)
    footing = taken_over or footing_of(chart, solid)
    frames, standing = footing.frames, standing_of(footing)
    trees = TreesOfLeaders(footing.outside.solid, frames, standing).build()
    stand = _stood(footing, standing, trees, with_bench=with_bench)
    tops = [stand.frames[top] for top in frames.tops]
    bounds = around([*stand.cards.values(), *tops, *([stand.bench] if stand.bench else [])])
    since, blocks, cards = _filled(footing, stand, earlier, kept if taken_over is not None else None)
    return Layout(
        ViewKind.BOARD,
        cards,
        stand.frames,
        hooks_on_board(footing.outside, stand.cards, trees.hooks),
        trees.crowns,
        standing.forest.opened,
        members=frames.members,
        blocks=blocks,
        apart=stand.cards,
        tops=frames.top_of,
        benched=standing.benched,
        bench=stand.bench,
        bounds=bounds,
        grown=replace(footing, apart=stand.cards, stood=stand.stood),
        since=since,
    )


def _stood(footing: Footing, standing: Standing, trees: Trees, *, with_bench: bool) -> _Stand:
    """Everything in its place but the cards in pods."""
    frames, stand = footing.frames, _Stand()
    taken = _stand_free(footing, stand)
    _stand_trees(trees, frames, standing.ghosts, taken, stand)
    _stand_sources(footing.chart, _frames_top(trees, frames), taken, stand)
    if standing.benched or with_bench:
        _stand_bench(standing.benched, frames, taken, stand)
    return stand


def _refilled(footing: Footing, earlier: Layout, kept: Footing) -> Layout:
    """A board on which only pods within the outermost frames have other members or another height."""
    frames, stand = footing.frames, _Stand(dict(kept.apart))
    for top in frames.tops:
        stand.put(frames, top, earlier.frames[top].x, earlier.frames[top].y)
    since, blocks, cards = _filled(footing, stand, earlier, kept)
    return replace(
        earlier,
        cards=cards,
        frames=stand.frames,
        members=frames.members,
        blocks=blocks,
        apart=stand.cards,
        grown=replace(footing, apart=stand.cards, stood=stand.stood),
        since=since,
    )


def _stand_free(footing: Footing, stand: _Stand) -> Taken:
    """Everything that has a place of its own."""
    chart, frames, taken = footing.chart, footing.frames, Taken()
    for top, place in frames.free.items():
        stand.put(frames, top, place.x, place.y)
        taken.add(stand.frames[top])
    for seat in sorted(footing.outside.placed):
        spot = chart.seats[seat].place
        if spot is not None:
            rect = Rect(spot.x, spot.y, CARD_WIDTH, CARD_HEIGHT)
            stand.cards[Key(Kind.SEAT, seat)] = rect
            taken.add(rect)
    for source in chart.sources.values():
        if source.place is not None:
            rect = Rect(source.place.x, source.place.y, SOURCE_WIDTH, SOURCE_HEIGHT)
            stand.cards[Key(Kind.SOURCE, source.id)] = rect
            taken.add(rect)
    return taken


def _stand_trees(trees: Trees, frames: Frames, ghosts: frozenset[SeatId], taken: Taken, stand: _Stand) -> None:
    """Leaders with their frames, side by side; a tree in the way of something placed by hand moves right."""
    boxes = [_box(root, ghosts) for root in trees.roots]
    for tops, _cards in boxes:
        for top in tops:
            tops[top] = Rect(tops[top].x, tops[top].y, *frames.sizes[top])
    extents = [around([*tops.values(), *cards.values()]) for tops, cards in boxes]
    corners = shelved([(extent.right, extent.bottom) for extent in extents], TREES, trees.sinks)
    pushed = 0.0
    for (tops, cards), (x, y) in zip(boxes, corners, strict=True):
        rects = [*tops.values(), *cards.values()]
        dx, dy = taken.step(rects, x + (pushed if x else 0.0), y, (1, 0))
        pushed = dx - x
        for top, rect in tops.items():
            stand.put(frames, top, rect.x + dx, rect.y + dy)
        stand.cards.update({Key(Kind.SEAT, seat): rect.moved(dx, dy) for seat, rect in cards.items()})
        stood = [rect.moved(dx, dy) for rect in rects]
        stand.automatic += stood
        taken.take(stood)


def _box(root: Branch, ghosts: frozenset[SeatId]) -> tuple[dict[Key, Rect], dict[SeatId, Rect]]:
    """Corners of the frames and rectangles of the cards of one tree, from its own corner."""
    arrange(root)
    tops: dict[Key, Rect] = {}
    cards: dict[SeatId, Rect] = {}
    for node in parents_first(root):
        assert isinstance(node, Branch)
        for top, dx, dy in node.frames:
            tops[top] = Rect(node.x + dx, node.y + dy, 0.0, 0.0)
        for seat, dx, dy in node.cards:
            if seat not in ghosts:
                cards[seat] = Rect(node.x + dx, node.y + dy, CARD_WIDTH, CARD_HEIGHT)
    return tops, cards


def _filled(
    footing: Footing, stand: _Stand, earlier: Layout, kept: Footing | None
) -> tuple[Since | None, InPods, Mapping[Key, Rect]]:
    """The cards of each pod and of the whole board; from the earlier one those that stayed, if it ``kept`` its frames.

    With them what may stand elsewhere. On the first board each pod has its cards when somebody asks.
    """
    frames = footing.frames
    if not earlier.blocks:
        late = Blocks(frames.members, stand.frames)
        return None, late, Cards(stand.cards, late, footing.chart.seats)
    if kept is None:
        blocks = _blocks(frames, stand, earlier, frames.members)
        return None, blocks, _cards_anew(stand, blocks)
    since, stirred = _since(kept, earlier, frames, stand)
    blocks = {**earlier.blocks, **_blocks(frames, stand, earlier, stirred)}
    return since, blocks, _cards(stand, blocks, earlier, kept, stirred)


def _since(kept: Footing, earlier: Layout, frames: Frames, stand: _Stand) -> tuple[Since, list[PodId]]:
    """What may stand elsewhere than on an earlier board with the same frames, and in which pods."""
    before = earlier.members
    tops = [top for top, rects in stand.stood.items() if kept.stood.get(top) is not rects]
    others = [pod for pod, seats in frames.members.items() if before[pod] is not seats]
    stirred = list(dict.fromkeys([*(pod for top in tops for pod in frames.interior(top).pods), *others]))
    keys = {*kept.apart, *stand.cards, *(key for top in tops for key in stand.stood[top])}
    keys.update(key for pod in stirred for key in earlier.blocks[pod])
    keys.update(Key(Kind.SEAT, seat) for pod in others for seat in frames.members[pod])
    return Since(kept, frozenset(keys)), stirred


def _blocks(frames: Frames, stand: _Stand, earlier: Layout, pods: Iterable[PodId]) -> dict[PodId, Mapping[Key, Rect]]:
    """The cards of some pods."""
    blocks: dict[PodId, Mapping[Key, Rect]] = {}
    for pod in pods:
        key, seats = Key(Kind.POD, pod), frames.members[pod]
        frame = stand.frames[key]
        is_same = earlier.members.get(pod) == seats
        if is_same and earlier.frames.get(key) == frame:
            blocks[pod] = earlier.blocks[pod]
        elif is_same:
            blocks[pod] = dict(zip(earlier.blocks[pod], pod_cards(frame, len(seats)), strict=True))
        else:
            blocks[pod] = block_of(frame, seats)
    return blocks


def _cards_anew(stand: _Stand, blocks: InPods) -> dict[Key, Rect]:
    """The cards of the whole board."""
    cards = dict(stand.cards)
    for block in blocks.values():
        cards.update(block)
    return cards


def _cards(stand: _Stand, blocks: InPods, earlier: Layout, kept: Footing, stirred: Iterable[PodId]) -> dict[Key, Rect]:
    """The same, when most of them stand where they stood."""
    cards = copied(earlier.cards)
    others = [pod for pod in stirred if earlier.blocks[pod] is not blocks[pod]]
    for gone in (kept.apart, *(earlier.blocks[pod] for pod in others)):
        for key in gone:
            cards.pop(key, None)
    cards.update(stand.cards)
    for pod in others:
        cards.update(blocks[pod])
    return cards


def _frames_top(trees: Trees, frames: Frames) -> float:
    """The height at which frames begin: the automatic ones, or else those a hand placed."""
    if len(frames.free) < len(frames.tops):
        return trees.frames_y
    return min((place.y for place in frames.free.values()), default=0.0)


def _stand_sources(chart: Chart, top: float, taken: Taken, stand: _Stand) -> None:
    """Lead sources without a place: a column left of everything, at the height of the frames."""
    sources = [source for source in in_order(chart.sources.values()) if source.place is None]
    rects = [
        Rect(
            -(LEVEL_GAP + SOURCE_WIDTH) - (n // SOURCES_IN_COLUMN) * (SOURCE_WIDTH + SIBLING_GAP),
            top + (n % SOURCES_IN_COLUMN) * (SOURCE_HEIGHT + SIBLING_GAP),
            SOURCE_WIDTH,
            SOURCE_HEIGHT,
        )
        for n in range(len(sources))
    ]
    dx, _dy = taken.step(rects, 0.0, 0.0, (-1, 0))
    for source, rect in zip(sources, rects, strict=True):
        stand.cards[Key(Kind.SOURCE, source.id)] = rect.moved(dx, 0.0)
        taken.add(rect.moved(dx, 0.0))


def _stand_bench(benched: tuple[SeatId, ...], frames: Frames, taken: Taken, stand: _Stand) -> None:
    """The bench below the frames and everything automatic, as wide as what stands above."""
    above = _above_bench(frames, stand)
    count = len(benched)
    width = max(BENCH_LEAST, above.width, sqrt(count * 2 * CARD_WIDTH * PITCH))
    columns = int((width - 2 * BENCH_SIDE + CARD_GAP) // (CARD_WIDTH + CARD_GAP))
    rows = -(-count // columns)
    height = BENCH_HEADER + rows * PITCH - CARD_GAP + BENCH_PAD if rows else BENCH_SLIM
    top = above.bottom + FRAME_GAP if above is not NOWHERE else 0.0
    bench = Rect(above.x, top, width, height)
    _dx, dy = taken.step([bench], 0.0, 0.0, (0, 1))
    stand.bench = bench = bench.moved(0.0, dy)
    for n, seat in enumerate(benched):
        x = bench.x + BENCH_SIDE + (n % columns) * (CARD_WIDTH + CARD_GAP)
        y = bench.y + BENCH_HEADER + (n // columns) * PITCH
        stand.cards[Key(Kind.SEAT, seat)] = Rect(x, y, CARD_WIDTH, CARD_HEIGHT)


def _above_bench(frames: Frames, stand: _Stand) -> Rect:
    """What the bench stands under: frames and automatic cards, and as wide as the cards beside them."""
    seats = [rect for key, rect in stand.cards.items() if key.kind is Kind.SEAT]
    core = around([*stand.automatic, *(stand.frames[top] for top in frames.tops)])
    if core is NOWHERE:
        return around(seats)
    return around([core, *(Rect(rect.x, core.y, rect.width, 0.0) for rect in seats if rect.y < core.bottom)])
