"""Cards and frames seen from afar: the corners of all that look alike, gathered for painting them in one call."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.layout.frames import POD_EDGE, spots_in_pod
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
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


LOOK = attrgetter("role", "status")

type Places = tuple[list[float], list[float]]
"""The lefts and tops of some pods."""


def blocks_of_all(picture: Picture) -> dict[Block, Corners]:
    """All seats of a picture. Those of a pod stand in a grid, and nobody needs to know where one of them does.

    Pods that look alike, seat by seat, are gathered first: each place in their grid is a list of numbers then.
    """
    layout = picture.layout
    if layout.view is not ViewKind.BOARD or layout.apart is None or picture.looks.special_colouring is not None:
        return blocks(picture, layout.cards.items())
    found = defaultdict(list, blocks(picture, layout.apart.items()))
    for pattern, (lefts, tops) in _alike(picture).items():
        for block, (right, down) in zip(pattern, spots_in_pod(len(pattern)), strict=True):
            corners = [0.0] * (2 * len(lefts))
            corners[::2], corners[1::2] = [left + right for left in lefts], [top + down for top in tops]
            found[block] += corners
    return dict(sorted(found.items()))


def _alike(picture: Picture) -> dict[tuple[Block, ...], Places]:
    """Where the first card of each pod stands, by what its cards look like."""
    frames, members, make = picture.layout.frames, picture.chart.members, tuple.__new__
    found: dict[tuple[Block, ...], Places] = {}
    known: dict[tuple[tuple[RoleId, Status], ...], Places] = {}

    @cache
    def block(role: RoleId, status: Status) -> Block:
        return _block((role, status, "", CARD_WIDTH, CARD_HEIGHT), picture.catalogue)

    for pod, seats in members.items():
        if pod is None:
            continue
        looks = tuple(map(LOOK, seats))
        places = known.get(looks)
        if places is None:
            places = known[looks] = found.setdefault(tuple(starmap(block, looks)), ([], []))
        left, top, _width, _height = frames[make(Key, (Kind.POD, pod))]
        places[0].append(left + POD_EDGE[0])
        places[1].append(top + POD_EDGE[1])
    return found


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
