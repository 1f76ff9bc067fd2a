"""Cards and frames seen from afar: the corners of all that look alike, gathered for painting them in one call."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.layout.geometry import Rect


class Block(NamedTuple):
    """How a card looks from afar: a ground, or only an outline where a seat is planned, and a bar."""

    ground: Ink
    bar: Ink
    is_hollow: bool = False


type Look = tuple[RoleId, Status, str]
type Corners = list[float]
"""Left, top, left, top and so on."""


def blocks(picture: Picture, keys: Iterable[Key]) -> dict[Block, Corners]:
    """The seats among these cards."""
    cards, seats = picture.layout.cards, picture.chart.seats
    colouring = picture.looks.special_colouring
    by_look: dict[Look, Corners] = {}
    for key in keys:
        kind, name = key
        if kind is not Kind.SEAT:
            continue
        seat = seats[SeatId(name)]
        look = (seat.role, seat.status, "" if colouring is None else colouring.family(seat.id))
        if look in by_look:
            by_look[look] += cards[key][:2]
        else:
            by_look[look] = [*cards[key][:2]]
    found: dict[Block, Corners] = {}
    for look, corners in by_look.items():
        found.setdefault(_block(look, picture.catalogue), []).extend(corners)
    return dict(sorted(found.items()))


def _block(look: Look, catalogue: Catalogue) -> Block:
    role, status, family = look
    family = family or catalogue.role(role).purpose
    if status is Status.PLANNED:
        return Block("line_strong", f"{family}_tint", is_hollow=True)
    return Block(f"{family}_tint", f"{family}_solid")


def by_size(rects: Iterable[Rect]) -> Mapping[tuple[float, float], Corners]:
    """The corners of rectangles of each size."""
    found: dict[tuple[float, float], Corners] = {}
    for x, y, width, height in rects:
        found.setdefault((width, height), []).extend((x, y))
    return found
