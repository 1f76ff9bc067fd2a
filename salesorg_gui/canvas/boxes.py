"""Which cards and frames lie where: looked through one by one at first, sorted into a grid when asked more often.

Cards of a pod stand inside its frame and are found by it; only frames and all other cards are sorted.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from salesorg_gui.canvas.index import Index
from salesorg_gui.canvas.update import Moves
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

PATIENCE = 2
"""So many questions are answered by looking through all; sorting takes as long as this."""
MANY = 200
NOTHING: Mapping[Key, Rect] = {}


class Boxes:
    """The cards and frames of one layout after the other."""

    def __init__(self) -> None:
        self._layout = Layout()
        self._index: Index | None = None
        self._asked = 0

    def show(self, layout: Layout, moves: Moves) -> None:
        """Answer for this layout from now on, which differs so from the one before."""
        self._layout = layout
        if self._index is None or len(moves) > MANY:
            self._index, self._asked = None, 0
            return
        for key in moves.gone:
            self._index.drop(key)
        for key, rect in (*moves.come.items(), *((key, new) for key, (_old, new) in moves.moved.items())):
            self._index.put(key, rect)

    def within(self, rect: Rect) -> tuple[list[Key], list[Key]]:
        """The frames that touch a rectangle, outer before inner, and the cards, as one reads."""
        frames, cards = self._layout.frames, self._layout.cards
        found = self._found(rect)
        inner = sorted((-frames[key].width * frames[key].height, key) for key in found if key in frames)
        read = sorted((cards[key].y, cards[key].x, key) for key in found if key in cards)
        return [key for _area, key in inner], [key for _y, _x, key in read]

    def at(self, spot: Point) -> tuple[list[Key], list[Key]]:
        """The same for a spot."""
        return self.within(Rect(spot.x, spot.y, 0.0, 0.0))

    def cards_within(self, rect: Rect) -> Iterable[Key]:
        """The cards that touch a rectangle, in no order that means anything."""
        if rect.holds(self._layout.bounds):
            return self._layout.cards
        return [key for key in self._found(rect) if key in self._layout.cards]

    def near(self, rect: Rect) -> list[Key]:
        """The frames and cards that touch a rectangle, in no order that means anything."""
        return self._found(rect)

    def _found(self, rect: Rect) -> list[Key]:
        if self._index is None and self._asked < PATIENCE:
            self._asked += 1
            return [*_touching(self._layout.frames, rect), *_touching(self._layout.cards, rect)]
        if self._index is None:
            self._index = self._sorted()
        found = dict.fromkeys(self._index.within(rect))
        for key in [key for key in found if key.kind is Kind.POD]:
            found.update(dict.fromkeys(_touching(self._layout.blocks.get(PodId(key.id), NOTHING), rect)))
        return list(found)

    def _sorted(self) -> Index:
        """Frames and the cards that stand in no pod. What moves later is sorted in any case: no harm in two ways."""
        index, in_pods = Index(), set(chain.from_iterable(self._layout.blocks.values()))
        for key, room in self._layout.frames.items():
            index.put(key, room)
        for key, room in self._layout.cards.items():
            if key not in in_pods:
                index.put(key, room)
        return index


def _touching(rects: Mapping[Key, Rect], rect: Rect) -> list[Key]:
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return [
        key for key, (x, y, width, height) in rects.items()
        if x <= right and y <= bottom and x + width >= left and y + height >= top
    ]  # fmt: skip
