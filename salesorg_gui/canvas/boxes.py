"""Which cards and frames lie where: looked through one by one at first, sorted into a grid when asked more often.

Cards of a pod stand inside its frame and are found by it; only frames and all other cards are looked through or sorted.
A layout that can tell by itself what is in a room is asked instead.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from salesorg_gui.canvas.index import Index, touching
from salesorg_gui.canvas.update import Moves
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

PATIENCE = 32
"""So many questions are answered by looking through all; sorting takes as long as this."""
MANY = 200
NOTHING: Mapping[Key, Rect] = {}


class Boxes:
    """The cards and frames of one layout after the other."""

    def __init__(self) -> None:
        self._layout = Layout()
        self._index: Index | None = None
        self._rooms: dict[Key, Rect] | None = None
        self._asked = 0

    def show(self, layout: Layout, moves: Moves) -> None:
        """Answer for this layout from now on, which differs so from the one before.

        Whatever moved is sorted, in a pod or not: it is found in two ways then, which does no harm.
        """
        if self._index is None or layout.seek is not None or len(moves) > MANY:
            self.start_over(layout)
            return
        self._layout, self._rooms = layout, None
        for key in moves.gone:
            self._index.drop(key)
        for key, rect in (*moves.come.items(), *((key, new) for key, (_old, new) in moves.moved.items())):
            self._index.put(key, rect)

    def start_over(self, layout: Layout) -> None:
        """Answer for another layout from now on."""
        self._layout, self._rooms, self._index, self._asked = layout, None, None, 0

    def within(self, rect: Rect) -> tuple[list[Key], list[Key]]:
        """The frames that touch a rectangle, outer before inner, and the cards, as one reads."""
        frames, cards = self._layout.frames, self._layout.cards
        if self._layout.seek is not None:
            told = dict(self._layout.seek(rect))
            found, cards = list(told), {key: at for key, at in told.items() if key not in frames}
        else:
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
        others = self._layout.frames
        return [key for key in self._found(rect) if key not in others]

    def near(self, rect: Rect) -> list[Key]:
        """The frames and cards that touch a rectangle, in no order that means anything."""
        return self._found(rect)

    def _found(self, rect: Rect) -> list[Key]:
        if self._layout.seek is not None:
            return [key for key, _rect in self._layout.seek(rect)]
        found = dict.fromkeys(self._sorted_near(rect))
        for key in [key for key in found if key.kind is Kind.POD]:
            found.update(dict.fromkeys(touching(self._layout.blocks.get(PodId(key.id), NOTHING), rect)))
        return list(found)

    def _sorted_near(self, rect: Rect) -> list[Key]:
        """Those that touch a rectangle, without the cards of pods."""
        if self._index is None and self._asked < PATIENCE:
            self._asked += 1
            return touching(self._apart, rect)
        if self._index is None:
            self._index = Index()
            for key, room in self._apart.items():
                self._index.put(key, room)
        return self._index.within(rect)

    @property
    def _apart(self) -> dict[Key, Rect]:
        """Frames and the cards that stand in no pod."""
        if self._rooms is None:
            self._rooms = {**self._layout.frames, **self._cards_apart()}
        return self._rooms

    def _cards_apart(self) -> Mapping[Key, Rect]:
        layout = self._layout
        if layout.apart is not None:
            return layout.apart
        in_pods = set(chain.from_iterable(layout.blocks.values()))
        return {key: layout.cards[key] for key in layout.cards.keys() - in_pods} if in_pods else layout.cards
