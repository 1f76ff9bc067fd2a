"""The cards of a board, those of a pod stood where its frame is when somebody first asks for one of them.

A company seen at once shows its pods as grids, which are known from their frames and from how many sit in them. So
thousands of cards need no rectangle until a hand, an eye or an edit comes near, or nothing else is to be done.
"""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView

from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.layout.frames import block_of
from salesorg_gui.layout.geometry import Rect

AT_A_TIME = 200
"""So many pods are stood in one go while nobody waits for them."""


class Blocks(Mapping[PodId, Mapping[Key, Rect]]):
    """The cards of each pod."""

    def __init__(self, members: Mapping[PodId, tuple[SeatId, ...]], frames: Mapping[Key, Rect]) -> None:
        self._members, self._frames = members, frames
        self._stood: dict[PodId, Mapping[Key, Rect]] = {}

    def __getitem__(self, pod: PodId) -> Mapping[Key, Rect]:
        found = self._stood.get(pod)
        if found is None:
            seats = self._members[pod]
            found = self._stood[pod] = block_of(self._frames[Key(Kind.POD, pod)], seats)
        return found

    def __contains__(self, pod: object) -> bool:
        return pod in self._members

    def __iter__(self) -> Iterator[PodId]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    @property
    def count(self) -> int:
        """How many cards there are in all."""
        return sum(map(len, self._members.values()))


class Cards(Mapping[Key, Rect]):
    """All cards of a board: those ``apart`` from pods, and those of the pods their seats are in.

    One is found by itself; whoever asks for many at once has all of them stood.
    """

    def __init__(self, apart: Mapping[Key, Rect], blocks: Blocks, seats: Mapping[SeatId, Seat]) -> None:
        self._apart, self._blocks, self._seats = apart, blocks, seats
        self._whole: dict[Key, Rect] | None = None

    def __getitem__(self, key: Key) -> Rect:
        if self._whole is not None:
            return self._whole[key]
        found = self._apart.get(key)
        if found is not None:
            return found
        seat = self._seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
        if seat is None or seat.pod is None:
            raise KeyError(key)
        return self._blocks[seat.pod][key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self._apart) + self._blocks.count

    def keys(self) -> KeysView[Key]:
        """Those of all."""
        return self.whole.keys()

    def values(self) -> ValuesView[Rect]:
        """Where all stand."""
        return self.whole.values()

    def items(self) -> ItemsView[Key, Rect]:
        """All, with where they stand."""
        return self.whole.items()

    @property
    def are_all_stood(self) -> bool:
        """Whether nobody has to wait for any of them."""
        return self._whole is not None

    @property
    def whole(self) -> dict[Key, Rect]:
        """All of them, to be read only."""
        if self._whole is None:
            whole = dict(self._apart)
            for block in self._blocks.values():
                whole.update(block)
            self._whole = whole
        return self._whole

    def stand_all(self) -> Iterator[None]:
        """Stand all of them, some with each step."""
        for number, pod in enumerate(self._blocks, 1):
            if self._whole is not None:
                return
            self._blocks[pod]
            if number % AT_A_TIME == 0:
                yield
        assert self.whole is not None


def copied(cards: Mapping[Key, Rect]) -> dict[Key, Rect]:
    """A copy of the cards of any layout."""
    return dict(cards.whole if isinstance(cards, Cards) else cards)
