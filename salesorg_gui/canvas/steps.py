"""Where the arrow keys go from a card: to the next one in that direction, as the eye sees it."""

from collections.abc import Mapping
from enum import Enum

from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Rect

ASIDE = 2.5
"""How much worse a px to the side is than a px ahead."""


class Direction(Enum):
    """A way to go; its value points there."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def next_card(cards: Mapping[Key, Rect], start: Key | None, direction: Direction) -> Key | None:
    """The nearest card that way; from nowhere the first one; the same one at the end of the way."""
    if start is None or start not in cards:
        return min(cards, key=lambda key: (cards[key].y, cards[key].x), default=None)
    here = cards[start].centre
    dx, dy = direction.value
    best, least = start, float("inf")
    for key, rect in cards.items():
        there = rect.centre
        ahead = (there.x - here.x) * dx + (there.y - here.y) * dy
        if ahead < 1:
            continue
        aside = abs((there.x - here.x) * dy) + abs((there.y - here.y) * dx)
        if ahead + ASIDE * aside < least and aside <= 4 * ahead:
            best, least = key, ahead + ASIDE * aside
    return best
