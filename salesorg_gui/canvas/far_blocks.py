"""Cards and frames seen from afar: the corners of all that look alike, gathered for painting them in one call."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.layout.geometry import Rect


class Block(NamedTuple):
    """How a card looks from afar: a ground, or only an outline where a seat is planned, and a bar."""

    ground: Ink
    bar: Ink
    is_hollow: bool = False


type Corners = list[float]
"""Left, top, left, top and so on."""


def blocks(picture: Picture, keys: Iterable[Key], detail: Detail) -> dict[Block, Corners]:
    """The seats among these cards; none in a pod where pods are blocks themselves."""
    layout, seats = picture.layout, picture.chart.seats
    hidden = layout.members if detail is Detail.BLOCK else {}
    worn = _Worn(picture)
    found: dict[Block, Corners] = {}
    for key in keys:
        kind, name = key
        if kind is not Kind.SEAT:
            continue
        seat = seats[SeatId(name)]
        if seat.pod in hidden:
            continue
        found.setdefault(worn.by(seat), []).extend(layout.cards[key][:2])
    return dict(sorted(found.items()))


class _Worn:
    """Which block a seat is; each role and status is looked up once."""

    def __init__(self, picture: Picture) -> None:
        self._catalogue = picture.catalogue
        self._colouring = picture.looks.special_colouring
        self._known: dict[tuple[str, Status, str], Block] = {}

    def by(self, seat: Seat) -> Block:
        """The block of a seat."""
        family = self._colouring.family(seat.id) if self._colouring is not None else ""
        look = seat.role, seat.status, family
        found = self._known.get(look)
        if found is None:
            family = family or self._catalogue.role(seat.role).purpose
            found = Block(f"{family}_tint", f"{family}_solid")
            if seat.status is Status.PLANNED:
                found = Block("line_strong", f"{family}_tint", is_hollow=True)
            self._known[look] = found
        return found


def by_size(rects: Iterable[Rect]) -> Mapping[tuple[float, float], Corners]:
    """The corners of rectangles of each size."""
    found: dict[tuple[float, float], Corners] = {}
    for x, y, width, height in rects:
        found.setdefault((width, height), []).extend((x, y))
    return found
