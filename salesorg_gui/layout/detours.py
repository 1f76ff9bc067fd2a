"""Ways round cards: for lines that no tree holds together, such as dotted ones and those that close a circle.

Cards stand at least 8 px apart above each other and 16 px beside each other, so there is always a way: past a card at
its side, down the gap, and on. Straight ways are tried first.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product

from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.routes import Route, clean

type Cards = Callable[[Rect], Iterable[Rect]]
"""Tells which cards lie, at least in part, in a room."""

CLEAR = 3.0
"""How far a way keeps from cards it does not end on."""
PAST = 4.0
"""How far from a card a way goes round it."""
OUT = 8.0
LANES_BESIDE = (36.0, 22.0, 8.0)
"""How far beside a card a way goes up or down: clear of the spine of a list, where there is room."""
LANES_ABOVE = (4.0, 18.0, 40.0)
UPPER_PORT, LOWER_PORT = 0.6875, 0.3125
BELOW_ALL = 24.0


def round_cards(one: Rect, other: Rect, cards: Cards, bounds: Rect) -> Route:
    """From the side of one card to the side of another, through no card; straight where that can be."""
    if (other.y, other.x) < (one.y, one.x):
        return round_cards(other, one, cards, bounds)[::-1]
    for route in _candidates(one, other, cards):
        if is_clear(route, cards):
            return route
    return _below_all(one, other, cards, bounds.bottom + BELOW_ALL)


def is_clear(route: Route, cards: Cards) -> bool:
    """Whether a way keeps clear of all cards but those it ends on."""
    return bool(route) and not any(next(iter(cards(_room(a, b))), None) for a, b in pairwise(route))


def _room(one: Point, other: Point) -> Rect:
    """The room of a straight part with what it keeps clear at both sides."""
    if one.y == other.y:
        return Rect(min(one.x, other.x), one.y - CLEAR, abs(one.x - other.x), 2 * CLEAR)
    return Rect(one.x - CLEAR, min(one.y, other.y), 2 * CLEAR, abs(one.y - other.y))


def _ports(upper: Rect, lower: Rect) -> Iterator[tuple[int, int]]:
    """The sides to leave and to arrive at, -1 left and 1 right, those that face each other first."""
    if lower.x >= upper.right:
        yield from ((1, -1), (1, 1), (-1, -1), (-1, 1))
    elif lower.right <= upper.x:
        yield from ((-1, 1), (-1, -1), (1, 1), (1, -1))
    else:
        yield from ((1, 1), (-1, -1), (1, -1), (-1, 1))


def _candidates(upper: Rect, lower: Rect, cards: Cards) -> Iterator[Route]:
    """Ways worth a look, the straightest first."""
    sides = list(_ports(upper, lower))
    for away, into in sides:
        start, end = _port(upper, away, UPPER_PORT), _port(lower, into, LOWER_PORT)
        lanes = [start.x + away * lane for lane in LANES_BESIDE] + [end.x + into * lane for lane in LANES_BESIDE]
        for x in lanes:
            if (x - start.x) * away > 0 and (x - end.x) * into > 0:
                yield clean(start, Point(x, start.y), Point(x, end.y), end)
    heights = [lower.y - lane for lane in LANES_ABOVE]
    heights += [upper.bottom + lane for lane in LANES_ABOVE] + [lower.bottom + PAST, upper.y - PAST]
    for (away, into), y, out, near in product(sides, heights, LANES_BESIDE, LANES_BESIDE):
        start, end = _port(upper, away, UPPER_PORT), _port(lower, into, LOWER_PORT)
        x = end.x + into * near
        fall = _fall(Point(start.x + away * out, start.y), y, x, cards) if y > start.y else ()
        straight = (Point(start.x + away * out, start.y), Point(start.x + away * out, y))
        yield clean(start, *(fall or straight), Point(x, y), Point(x, end.y), end)


def _port(card: Rect, side: int, height: float) -> Point:
    return Point(card.right if side > 0 else card.x, card.y + card.height * height)


def _fall(start: Point, floor: float, goal: float, cards: Cards) -> Route:
    """Straight down to ``floor``, round each card in the way on the side nearer to ``goal``."""
    points = [start]
    x, y = start
    while True:
        room = Rect(x - CLEAR, y, 2 * CLEAR, max(0.0, floor - y))
        first = min((card for card in cards(room) if card.y >= y), key=lambda card: card.y, default=None)
        if first is None or first.y - PAST >= floor:
            return (*points, Point(x, floor))
        y = first.y - PAST
        is_left = abs(first.x - goal) < abs(first.right - goal)
        beside = first.x - PAST if is_left else first.right + PAST
        points += [Point(x, y), Point(beside, y)]
        x = beside


def _below_all(upper: Rect, lower: Rect, cards: Cards, floor: float) -> Route:
    """Down beside both cards to below everything, and across there."""
    away = 1 if lower.centre.x >= upper.centre.x else -1
    start, end = _port(upper, away, UPPER_PORT), _port(lower, -away, LOWER_PORT)
    down = _fall(Point(start.x + away * OUT, start.y), floor, lower.centre.x, cards)
    up = _fall(Point(end.x - away * OUT, end.y), floor, upper.centre.x, cards)
    return clean(start, *down, *up[::-1], end)
