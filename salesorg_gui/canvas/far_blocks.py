"""Cards and frames seen from afar: the corners of all that look alike, gathered for painting them in one call."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH


class Block(NamedTuple):
    """How a card looks from afar: a ground, or only an outline where a seat is planned, and a bar.

    A card is as wide as the stages it covers where these stand in columns.
    """

    ground: Ink
    bar: Ink
    is_hollow: bool = False
    width: float = CARD_WIDTH
    height: float = CARD_HEIGHT


type Look = tuple[RoleId, Status, str, float, float]
type Corners = list[float]
"""Left, top, left, top and so on."""


def blocks(picture: Picture, cards: Iterable[tuple[Key, Rect]]) -> dict[Block, Corners]:
    """The seats among these cards."""
    seats, colouring = picture.chart.seats, picture.looks.special_colouring
    by_look: dict[Look, Corners] = {}
    family = ""
    for (kind, name), (x, y, width, height) in cards:
        if kind is not Kind.SEAT:
            continue
        seat = seats[SeatId(name)]
        if colouring is not None:
            family = colouring.family(seat.id)
        look = (seat.role, seat.status, family, width, height)
        corners = by_look.get(look)
        if corners is None:
            by_look[look] = [x, y]
        else:
            corners += (x, y)
    found: dict[Block, Corners] = {}
    for look, corners in by_look.items():
        found.setdefault(_block(look, picture.catalogue), []).extend(corners)
    return dict(sorted(found.items()))


def _block(look: Look, catalogue: Catalogue) -> Block:
    role, status, family, width, height = look
    family = family or catalogue.role(role).purpose
    if status is Status.PLANNED:
        return Block("line_strong", f"{family}_tint", is_hollow=True, width=width, height=height)
    return Block(f"{family}_tint", f"{family}_solid", width=width, height=height)


def by_size(rects: Iterable[Rect]) -> Mapping[tuple[float, float], Corners]:
    """The corners of rectangles of each size."""
    found: dict[tuple[float, float], Corners] = {}
    for x, y, width, height in rects:
        found.setdefault((width, height), []).extend((x, y))
    return found
