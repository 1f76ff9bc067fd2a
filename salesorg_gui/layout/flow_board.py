"""The lanes of the Handoffs view on the board, each drawn when somebody looks at it, and what stands in them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.flow_form import Form
from salesorg_gui.layout.flow_gutters import Ruler
from salesorg_gui.layout.flow_places import Drawn, Places
from salesorg_gui.layout.flow_strip import Strip
from salesorg_gui.layout.flow_teams import Lane
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.places import Told

SPARE = 256
"""So many lanes built otherwise than any on the board are remembered as they are drawn."""

type Way = tuple[Rect, Rect]


class Board:
    """Solved lanes with their upper edges; what was drawn on a board before is taken over where nothing differs."""

    def __init__(
        self,
        lanes: Sequence[Lane],
        forms: Sequence[Form],
        tops: Sequence[float],
        ruler: Ruler,
        before: "Board | None" = None,
    ) -> None:
        self.lanes, self.forms, self.tops, self.ruler = lanes, forms, tops, ruler
        self._patterns: dict[int, Drawn] = {}
        self._drawn: dict[int, Drawn] = {}
        if before is not None and before.ruler == ruler and len(before.lanes) == len(lanes):
            self.ruler = before.ruler
            if len(before._patterns) < len(lanes) + SPARE:  # noqa: SLF001 -- one of its own kind
                self._patterns = before._patterns  # noqa: SLF001
            self._drawn = {number: one for number, one in before._drawn.items() if self._is_at(number, one.places)}  # noqa: SLF001

    def drawn(self, number: int) -> Drawn:
        """What a lane puts on the board."""
        found = self._drawn.get(number)
        if found is None:
            place = Places(self.lanes[number], self.forms[number], self.tops[number], self.ruler)
            found = self._drawn[number] = place.drawn(self._patterns)
        return found

    def touched(self, room: Rect) -> range:
        """The numbers of the lanes whose height touches a room."""
        first = bisect_right(self.tops, room.y) - 1
        if first >= 0 and self.tops[first] + self.forms[first].height < room.y:
            first += 1
        return range(max(first, 0), bisect_right(self.tops, room.bottom))

    def frames(self, left: float, width: float) -> dict[Key | None, Rect]:
        """The frame of each lane, from there and so wide."""
        make = tuple.__new__
        return {
            lane.key: make(Rect, (left, top, width, form.height))
            for lane, form, top in zip(self.lanes, self.forms, self.tops, strict=True)
        }

    def _is_at(self, number: int, place: Places) -> bool:
        return place.lane is self.lanes[number] and place.form is self.forms[number] and place.top == self.tops[number]


class Standing:
    """All cards: those in lanes, of lead sources, and in the strip; ``frames`` are those of the lanes."""

    def __init__(
        self,
        board: Board,
        seats: Mapping[SeatId, tuple[int, int]],
        sources: Mapping[Key, Rect],
        strip: Strip | None,
        frames: Mapping[Key, Rect],
    ) -> None:
        self._board, self._seats, self._sources = board, seats, sources
        self._aside = strip.cards if strip is not None else {}
        self._frames = frames

    @property
    def cards(self) -> Mapping[Key, Rect]:
        """Where each stands."""
        return Told(self.rect, self._all, len(self._seats) + len(self._sources) + len(self._aside))

    def rect(self, key: Key) -> Rect | None:
        """Where one card stands."""
        lane = self._seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
        if lane is not None:
            return self._board.drawn(lane[0]).cards[key]
        return self._aside.get(key) or self._sources.get(key)

    def touching(self, room: Rect) -> Iterator[tuple[Key, Rect]]:
        """The frames and cards that touch a room."""
        for number in self._board.touched(room):
            lane = self._board.lanes[number].key
            if lane is not None and _touch(self._frames[lane], room):
                yield lane, self._frames[lane]
            yield from _among(self._board.drawn(number).cards, room)
        yield from _among(self._sources, room)
        yield from _among(self._aside, room)

    def slid(self, before: Board, numbers: Sequence[int]) -> Mapping[Key, Way]:
        """From where to where the cards of some lanes went, which hold the same as on a board before."""
        board, lanes = self._board, frozenset(numbers)

        def one(key: Key) -> Way | None:
            lane = self._seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
            if lane is None or lane[0] not in lanes:
                return None
            return before.drawn(lane[0]).cards[key], board.drawn(lane[0]).cards[key]

        def every() -> dict[Key, Way]:
            return {
                key: (before.drawn(number).cards[key], rect)
                for number in numbers
                for key, rect in board.drawn(number).cards.items()
            }

        return Told(one, every, sum(len(board.lanes[number].seats) for number in numbers))

    def _all(self) -> dict[Key, Rect]:
        found: dict[Key, Rect] = {}
        for number in range(len(self._board.lanes)):
            found.update(self._board.drawn(number).cards)
        return found | {**self._sources, **self._aside}


def _among(cards: Mapping[Key, Rect], room: Rect) -> Iterator[tuple[Key, Rect]]:
    return ((key, rect) for key, rect in cards.items() if _touch(rect, room))


def _touch(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a point."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom
