"""The lines of a chart seen from afar: straight runs, each once, however many wires share it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtGui import QPainterPath

from salesorg_gui.canvas.twigs import Twig
from salesorg_gui.canvas.wires import Wires
from salesorg_gui.domain.ids import HandoffId, Key, Kind, PodId
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.drawing.shapes import Ink, Stroke
from salesorg_gui.drawing.streams import STREAM_INKS
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from salesorg_gui.layout.lengths import HANG_FIRST_GAP, HANG_SPINE, LEVEL_GAP
from salesorg_gui.layout.routes import SIDE_SPINE, SPINE, Route, hooked

type Run = tuple[float, float, float, float]
type Stream = Callable[[HandoffId], Stroke | None]

type Coat = Ink | Stroke
"""What a wire is drawn in: a colour, one px wide, or as wide as its stroke."""

INKS: tuple[Ink, ...] = ("edge", "error", "edge_handoff", "text_3", "accent")

FORKS: Mapping[Hook, Callable[[Rect], tuple[float, float, float]]] = {
    Hook.HANG: lambda card: (card.x + HANG_SPINE, card.bottom, card.bottom + HANG_FIRST_GAP / 2),
    Hook.STACK: lambda card: (card.centre.x, card.bottom, card.bottom + LEVEL_GAP / 2),
    Hook.SIDE: lambda card: (card.right, card.centre.y, card.centre.y),
}
"""Where a wire leaves its manager, and the height at which it turns to the spines."""


def far_lines(
    wires: Wires,
    seen: Rect,
    detail: Detail,
    *,
    with_lists: bool,
    with_trees: bool = True,
    stream: Stream | None = None,
) -> Mapping[Coat, list[Run]]:
    """The wires that may touch the seen part, by ink, those that speak last; none within a pod that is a block.

    Without trees, those are left out that hang on whoever leads them. Without lists the spines of cards below each
    other are: from very far they would run into the cards. A ``stream`` says how wide and in which colour a handoff is
    drawn when its load is looked at: the hottest last.
    """
    found: dict[Coat, list[Run]] = {ink: [] for ink in INKS}
    bundles, cards = wires.bundles, wires.wiring.layout.cards
    near = bundles.near(seen, with_twigs=with_trees)
    for manager in near.managers:
        key, twigs = Key(Kind.SEAT, manager), bundles.twigs.of(manager)
        if not with_lists and twigs[0][0] is Hook.HANG:
            continue
        ink = "accent" if key in wires.picks.keys else "edge"
        found[ink] += twig_runs(cards[key], twigs, with_stubs=detail is not Detail.BLOCK)
    edges = {Key(Kind.LINE, line) for line in near.lines}
    if wires.are_handoffs_drawn:
        edges.update(wires.passing.within(seen, wires.wiring))
    if detail is not Detail.BLOCK:
        edges.update(_within_pods(wires, near.pods))
    for key in sorted(edges):
        if wires.is_drawn(key):
            found.setdefault(_coat(wires, key, stream), []).extend(runs(wires.route(key)))
    found["accent"] += (run for key in sorted(wires.speaking()) for run in runs(wires.route(key)))
    return dict(sorted(found.items(), key=lambda item: _order(item[0])))


def _order(coat: Coat) -> tuple[int, int, float]:
    """Colours first, then streams, the hottest last, over all what speaks."""
    if isinstance(coat, Stroke):
        return len(INKS), (STREAM_INKS.index(coat.ink) if coat.ink in STREAM_INKS else -1), coat.width
    return (INKS.index(coat) if coat != "accent" else len(INKS) + 1), 0, 0.0


def _within_pods(wires: Wires, pods: Iterable[PodId]) -> Iterator[Key]:
    members = wires.wiring.layout.members
    seats = [seat for pod in pods for seat in members[pod]]
    return (key for key in wires.touching(seats) if key.kind is Kind.LINE or wires.are_handoffs_drawn)


def _coat(wires: Wires, key: Key, stream: Stream | None) -> Coat:
    if wires.tone(key) is Tone.PICKED:
        return "accent"
    if stream is not None and key.kind is Kind.HANDOFF and (flowing := stream(HandoffId(key.id))) is not None:
        return flowing
    match wires.wiring.chart.record(key):
        case Handoff(is_return=True):
            return "text_3"
        case Handoff():
            return "edge_handoff"
        case Line(report=report) if report in wires.wiring.layout.opened:
            return "error"
        case _:
            return "edge"


def runs(route: Route) -> Iterator[Run]:
    """The straight parts of a way."""
    return ((one.x, one.y, other.x, other.y) for one, other in pairwise(route))


def path_of(lines: Iterable[Run]) -> QPainterPath:
    """The lines as one path."""
    path = QPainterPath()
    start, on = path.moveTo, path.lineTo
    for ax, ay, bx, by in lines:
        start(ax, ay)
        on(bx, by)
    return path


def twig_runs(manager: Rect, twigs: Iterable[Twig], *, with_stubs: bool) -> list[Run]:
    """The wires from a manager to the reports its tree holds. Without stubs they end beside the cards."""
    by_hook: dict[Hook, list[Rect]] = {}
    for hook, _seat, rect in twigs:
        by_hook.setdefault(hook, []).append(rect)
    found: list[Run] = []
    for hook, rects in by_hook.items():
        if hook is Hook.BUS:
            found += _buses(manager, rects, manager.bottom + LEVEL_GAP / 2)
        elif hook is Hook.RIB:
            for top in {rect.y for rect in rects}:
                found += _buses(manager, [rect for rect in rects if rect.y == top], top - LEVEL_GAP / 2)
        elif hook in FORKS:
            found += _spines(manager, rects, hook, with_stubs=with_stubs)
        else:
            found += [run for rect in rects for run in runs(hooked(rect, manager, hook))]
    return found


def _buses(manager: Rect, rects: Sequence[Rect], bus: float) -> Iterator[Run]:
    """Down from the manager, along, and down to each report."""
    middle = manager.centre.x
    xs = [rect.x + rect.width / 2 for rect in rects]
    yield middle, manager.bottom, middle, bus
    yield min(middle, *xs), bus, max(middle, *xs), bus
    for x, rect in zip(xs, rects, strict=True):
        yield x, bus, x, rect.y


def _spines(manager: Rect, rects: Sequence[Rect], hook: Hook, *, with_stubs: bool) -> Iterator[Run]:
    """Along from the manager to the spine of each column, and down it."""
    aside = SIDE_SPINE if hook is Hook.SIDE else SPINE
    x, y, fork = FORKS[hook](manager)
    lowest: dict[float, float] = {}
    for rect in rects:
        spine, middle = rect.x - aside, rect.y + rect.height / 2
        lowest[spine] = max(lowest.get(spine, middle), middle)
        if with_stubs:
            yield spine, middle, rect.x, middle
    yield x, y, x, fork
    yield min(x, *lowest), fork, max(x, *lowest), fork
    for spine, bottom in lowest.items():
        yield spine, fork, spine, bottom
