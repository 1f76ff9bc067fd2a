"""The strip below the lanes of the Handoffs view: whoever has no part in the journey, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH

STRIP_HEADER, STRIP_PAD, STRIP_GAP = 40.0, 16.0, 8.0
STRIP_ASPECT = 1.6
"""Of the width to the height of a large crowd."""
STRIP_LEAST = 4 * (CARD_WIDTH + STRIP_GAP) - STRIP_GAP + 2 * STRIP_PAD


@dataclass(frozen=True, slots=True)
class Strip:
    """Its frame, and the cards in it."""

    rect: Rect
    cards: Mapping[Key, Rect]


def strip_of(aside: tuple[SeatId, ...], room: Rect) -> Strip:
    """The strip of these, who are at least one; a crowd takes more width than the journey does."""
    beside = CARD_WIDTH + STRIP_GAP
    columns = int((room.width - 2 * STRIP_PAD + STRIP_GAP) // beside)
    columns = max(columns, ceil(sqrt(len(aside) * STRIP_ASPECT * (CARD_HEIGHT + STRIP_GAP) / beside)))
    width = max(room.width, min(columns, len(aside)) * beside - STRIP_GAP + 2 * STRIP_PAD)
    cards: dict[Key, Rect] = {}
    for n, seat in enumerate(aside):
        x = room.x + STRIP_PAD + (n % columns) * beside
        y = room.y + STRIP_HEADER + (n // columns) * (CARD_HEIGHT + STRIP_GAP)
        cards[Key(Kind.SEAT, seat)] = Rect(x, y, CARD_WIDTH, CARD_HEIGHT)
    rows = -(-len(aside) // columns)
    height = STRIP_HEADER + rows * (CARD_HEIGHT + STRIP_GAP) - STRIP_GAP + STRIP_PAD
    return Strip(Rect(room.x, room.y, width, height), cards)
