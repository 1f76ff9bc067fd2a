"""What a change did to the picture, so that only that is painted again."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from itertools import chain

from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.values import dataclass

type Way = tuple[Rect, Rect]
"""Where something stood and where it stands."""
type Place = tuple[Key, Rect | None, Rect | None]
"""What it is, where it stood and where it stands."""

MANY_RECTS = 200
"""More dirty rectangles than this are painted as one."""


MOST_NAMED = 400
"""When more cards than this go along with a branch that moves, nobody asks them one by one where they go."""

HEAD = 72.0
"""How far the heading of a frame reaches down, with the air around the frame."""


@dataclass(frozen=True, slots=True)
class Update:
    """Cards and frames that came (``added``), went (``removed``) or stand elsewhere (``moved``: from, to).

    ``redrawn`` look different, whether they moved or not; wires are among them. ``dirty`` covers the old and the new
    room of everything that differs, wires and marks included. ``headed`` are frames of whose inside, seen from near,
    only the heading differs. ``along`` are cards that moved too, with whole branches, when they are very many.
    """

    added: AbstractSet[Key] = frozenset()
    removed: frozenset[Key] = frozenset()
    redrawn: frozenset[Key] = frozenset()
    moved: Mapping[Key, Way] = field(default_factory=dict)
    dirty: tuple[Rect, ...] = ()
    headed: tuple[Rect, ...] = ()
    along: Mapping[Key, Way] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.redrawn or self.moved or self.dirty or self.headed)

    def rooms(self, *, is_near: bool) -> tuple[Rect, ...]:
        """All that must be painted again, for one who sees the chart from near or from afar."""
        heads = (Rect(x, y, width, min(height, HEAD)) for x, y, width, height in self.headed)
        return *self.dirty, *(heads if is_near else self.headed)


def merged(rects: Iterable[Rect]) -> tuple[Rect, ...]:
    """The rectangles, each once; many of them as the one around all."""
    found = tuple(dict.fromkeys(rects))
    return found if len(found) <= MANY_RECTS else (around(list(found)),)


def rooms_of(keys: Iterable[Key], layout: Layout) -> tuple[list[Rect], list[Rect]]:
    """The rooms of cards and frames that look different, and those of frames of which only the heading does.

    A lane of the Handoffs view has its words elsewhere too.
    """
    whole: list[Rect] = []
    headed: list[Rect] = []
    for key in keys:
        rect = layout.rect(key)
        if rect is None:
            continue
        is_headed = key in layout.frames and layout.view is not ViewKind.HANDOFFS
        (headed if is_headed else whole).append(rect)
    return whole, headed


@dataclass(frozen=True, slots=True)
class Moves:
    """How two layouts differ: cards and frames that stand elsewhere, are no longer shown, or are shown now.

    Very many cards that moved with whole branches, in their size, are not among ``moved`` but ``along``.
    """

    moved: dict[Key, Way] = field(default_factory=dict)
    gone: dict[Key, Rect] = field(default_factory=dict)
    come: "dict[Key, Rect] | Shown" = field(default_factory=dict)
    along: Mapping[Key, Way] = field(default_factory=dict)

    def learn(self, places: Iterable[Place]) -> None:
        """Where some stood and stand."""
        come = self.come
        assert isinstance(come, dict), come
        for key, was, rect in places:
            if was is None:
                if rect is not None:
                    come[key] = rect
            elif rect is None:
                self.gone[key] = was
            elif was != rect:
                self.moved[key] = (was, rect)

    def __len__(self) -> int:
        return len(self.moved) + len(self.gone) + len(self.come) + len(self.along)

    @property
    def keys(self) -> frozenset[Key]:
        """All of them."""
        return frozenset((*self.moved, *self.gone, *self.come))

    @property
    def resized(self) -> set[Key]:
        """Those that also have another size, and must be drawn anew for it."""
        return {key for key, (old, new) in self.moved.items() if old[2] != new[2] or old[3] != new[3]}

    def told_in(self, update: Update) -> Update:
        """An update that covers all these rooms, with what came, went and moved."""
        return replace(update, added=self.come.keys(), removed=frozenset(self.gone), moved=self.moved, along=self.along)

    def rooms(self) -> Iterator[Rect]:
        """All rooms that were left or taken."""
        for old, new in self.moved.values():
            yield old
            yield new
        yield from self.gone.values()
        yield from self.come.values()


class Shown(Mapping[Key, Rect]):
    """All frames and cards of a layout; a company that comes whole need not be gone through to say so."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def __getitem__(self, key: Key) -> Rect:
        rect = self._layout.rect(key)
        if rect is None:
            raise KeyError(key)
        return rect

    def __iter__(self) -> Iterator[Key]:
        return chain(self._layout.frames, self._layout.cards)

    def __len__(self) -> int:
        return len(self._layout.frames) + len(self._layout.cards)


def moves_between(before: Layout, after: Layout) -> Moves:
    """What stands differently in two layouts."""
    if not (before.frames or before.cards):
        return Moves(come=Shown(after))
    come: dict[Key, Rect] = {}
    since = after.told_since(before)
    moves = Moves(come=come, along=since.along if since is not None and len(since.along) > MOST_NAMED else {})
    if since is not None and not moves.along:
        moves.moved.update(since.along)
    for old, new in ((before.frames, after.frames), (before.cards, after.cards)):
        if not old:
            come.update(new)
        elif since is not None:
            keys = since.keys
            moves.learn(zip(keys, map(old.get, keys), map(new.get, keys), strict=True))
        else:
            others = [
                (key, was, rect)
                for (key, rect), was in zip(new.items(), map(old.get, new), strict=True)
                if was is not rect
            ]
            moves.learn(others)
            if len(old) > len(new) - sum(was is None for _key, was, _rect in others):
                moves.gone.update({key: rect for key, rect in old.items() if key not in new})
    return moves
