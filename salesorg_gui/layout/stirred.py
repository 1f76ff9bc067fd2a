"""What stands elsewhere in the trees of the reporting view than before an edit.

Branches that are the same and only moved are told as such: how many cards went along is known, but nobody looks at them
one by one before somebody asks.
"""

from collections.abc import Container, Iterator, Mapping

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.blocks import Block
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.places import Places

type Way = tuple[Rect, Rect]


class Along(Mapping[Key, Way]):
    """The cards of branches that moved as a whole, of which ``shown`` are seen: from where to where."""

    __slots__ = ("_after", "_before", "_moved", "_shown")

    def __init__(self, before: Places, after: Places, moved: Mapping[SeatId, Block], shown: int) -> None:
        self._before, self._after = before, after
        self._moved, self._shown = moved, shown

    def __getitem__(self, key: Key) -> Way:
        was, rect = self._before.card(key), self._after.card(key)
        if was is None or rect is None or not self._is_along(SeatId(key.id)):
            raise KeyError(key)
        return was, rect

    def __len__(self) -> int:
        return self._shown

    def __iter__(self) -> Iterator[Key]:
        return (Key(Kind.SEAT, seat) for block in self._moved.values() for seat in block.everybody())

    def _is_along(self, seat: SeatId) -> bool:
        return is_below(seat, self._moved, self._after.managers)


def is_below(seat: SeatId, leaders: Container[SeatId], managers: Mapping[SeatId, SeatId]) -> bool:
    """Whether a seat is one of the leaders or stands anywhere below one."""
    above: SeatId | None = seat
    while above is not None and above not in leaders:
        above = managers.get(above)
    return above is not None


def stirred(before: Places, after: Places, folded: Mapping[SeatId, int]) -> tuple[set[Key], Along]:
    """The cards that may stand elsewhere, one by one, and those that went along with a branch; all others do not.

    Cards that are gone are not among them. ``folded`` counts who is hidden below a folded seat.
    """
    seats: set[SeatId] = {seat for seat, rect in after.loners.items() if before.loners.get(seat) != rect}
    moved: dict[SeatId, Block] = {}
    kept = before.blocks
    waiting = list(after.tops)
    while waiting:
        block, x, y = waiting.pop()
        if kept.get(block.seat) is not block:
            seats.update(block.seats)
            waiting += block.held(x, y)
        elif before.corner(block.seat) != (x, y):
            moved[block.seat] = block
    shown = sum(block.count for block in moved.values())
    if folded and moved:
        shown -= sum(count for seat, count in folded.items() if is_below(seat, moved, after.managers))
    return {Key(Kind.SEAT, seat) for seat in seats}, Along(before, after, moved, shown)
