"""The result of laying a chart out: where every card and frame stands, and how seats hang on those who lead them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from salesorg_gui.domain.ids import HandoffId, Key, PodId, SeatId
from salesorg_gui.layout.flow_parts import Flow
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


class ViewKind(StrEnum):
    """The ways to look at one chart."""

    BOARD = "board"
    REPORTING = "reporting"
    HANDOFFS = "handoffs"


class Hook(StrEnum):
    """How a card's wire reaches its manager.

    ``BUS``: from above, centre to centre. ``HANG``: from a spine that falls from the manager's left part.
    ``STACK``: from a spine at the card's left that falls from the bus. ``SIDE``: from a spine off the manager's right.
    ``RIB``: from a trunk that falls from the manager through several rows. ``HANG_LEFT``: from a spine that falls from
    the manager's right part, at the card's right.
    """

    BUS = "bus"
    HANG = "hang"
    STACK = "stack"
    SIDE = "side"
    RIB = "rib"
    HANG_LEFT = "hang_left"


@dataclass(frozen=True, slots=True)
class Since:
    """Which cards and frames may stand elsewhere than in the layout that left ``grown``: all others do not.

    ``hooked`` are the seats that may hang otherwise, where that is known. The cards in ``along`` may too:
    they moved with a whole branch or lane, from where to where is told when somebody asks. In the Handoffs view
    ``rooms`` are those in which anything else may differ, such as ways; that is anywhere when there are none.
    """

    grown: object
    keys: frozenset[Key]
    hooked: frozenset[SeatId] | None = None
    along: Mapping[Key, tuple[Rect, Rect]] = field(default_factory=dict)
    rooms: tuple[Rect, ...] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in one view. Cards are seats and lead sources, frames are segments and pods.

    ``hooks`` holds the seats that stand where their manager's tree put them, with that manager; ``spines`` how far
    from such a card its spine runs where it is not next to it; ``crowns`` the leaders that stand right above the frame
    they lead. ``opened`` are seats whose manager is left out because it closes a circle. ``folded`` counts the seats
    that are hidden below a folded one. ``members`` are the seats of each pod in their order, ``blocks`` their cards,
    ``apart`` all other cards, where a view knows them, ``tops`` the outermost frame around a pod. In the Handoffs view
    ``routes`` are the ways of the handoffs, ``pills`` the places of their names, and ``flow`` what stands there that is
    no record: columns, gaps, lanes without a pod. ``seek`` tells which cards touch a room, where a view knows that
    without looking at all of them. ``grown`` is what the next layout of the view can take over, ``since`` what differs
    from the one it took over from.
    """

    view: ViewKind = ViewKind.BOARD
    cards: Mapping[Key, Rect] = field(default_factory=dict)
    frames: Mapping[Key, Rect] = field(default_factory=dict)
    hooks: Mapping[SeatId, tuple[Hook, SeatId]] = field(default_factory=dict)
    crowns: Mapping[SeatId, Key] = field(default_factory=dict)
    opened: frozenset[SeatId] = frozenset()
    folded: Mapping[SeatId, int] = field(default_factory=dict)
    spines: Mapping[SeatId, float] = field(default_factory=dict)
    members: Mapping[PodId, tuple[SeatId, ...]] = field(default_factory=dict)
    blocks: Mapping[PodId, Mapping[Key, Rect]] = field(default_factory=dict)
    apart: Mapping[Key, Rect] | None = None
    tops: Mapping[PodId, Key] = field(default_factory=dict)
    benched: tuple[SeatId, ...] = ()
    bench: Rect | None = None
    bounds: Rect = NOWHERE
    routes: Mapping[HandoffId, tuple[Point, ...]] = field(default_factory=dict)
    pills: Mapping[HandoffId, Rect] = field(default_factory=dict)
    flow: Flow | None = None
    seek: Callable[[Rect], Iterable[tuple[Key, Rect]]] | None = field(default=None, compare=False, repr=False)
    grown: object = field(default=None, compare=False, repr=False)
    since: Since | None = field(default=None, compare=False, repr=False)

    def told_since(self, before: "Layout") -> Since | None:
        """What may differ from another layout, when that is the one it took over from."""
        return self.since if self.since is not None and self.since.grown is before.grown else None

    def rect(self, key: Key) -> Rect | None:
        """Where a card or frame stands; nothing for what this view does not show."""
        return self.cards.get(key) or self.frames.get(key)


def around(rects: "list[Rect]") -> Rect:
    """The smallest rectangle around all; an empty one when there are none."""
    if not rects:
        return NOWHERE
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.width for rect in rects), max(rect.y + rect.height for rect in rects)
    return Rect(x, y, right - x, bottom - y)
