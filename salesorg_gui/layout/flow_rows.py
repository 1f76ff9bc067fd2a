"""At which heights the cards of a lane stand: in their order, and level with those they pass to as far as that goes."""

from collections.abc import Sequence

from salesorg_gui.layout.flow_stages import Span

GRID = 4.0
ROUNDS = 6

type Links = Sequence[Sequence[int]]


def rows(spans: Sequence[Span], heights: Sequence[float], links: Links, gap: float) -> list[float]:
    """The upper edge of each box. Of boxes that share a column the earlier one stands above."""
    above = _neighbours(spans)
    below: list[list[int]] = [[] for _ in spans]
    for card, uppers in enumerate(above):
        for upper in uppers:
            below[upper].append(card)
    tops = _stacked(above, heights, gap)
    if any(links):
        for _ in range(ROUNDS):
            for order in (range(len(spans) - 1, -1, -1), range(len(spans))):
                _level(order, tops, heights, links, above, below, gap)
    return [round(top / GRID) * GRID for top in tops]


def _neighbours(spans: Sequence[Span]) -> list[list[int]]:
    """The boxes right above each, in any of its columns."""
    last: dict[int, int] = {}
    above: list[list[int]] = []
    for card, (first, end) in enumerate(spans):
        columns = range(first, end + 1)
        above.append(sorted({last[column] for column in columns if column in last}))
        last.update(dict.fromkeys(columns, card))
    return above


def _stacked(above: list[list[int]], heights: Sequence[float], gap: float) -> list[float]:
    tops: list[float] = []
    for uppers in above:
        tops.append(max((tops[upper] + heights[upper] + gap for upper in uppers), default=0.0))
    return tops


def _level(  # noqa: PLR0913, PLR0917 -- one round over the lists it is made of
    order: Sequence[int],
    tops: list[float],
    heights: Sequence[float],
    links: Links,
    above: list[list[int]],
    below: list[list[int]],
    gap: float,
) -> None:
    """Move each box towards the middle of its partners, as far as its neighbours let it."""
    for card in order:
        partners = links[card]
        if not partners:
            continue
        wanted = sum(tops[other] + heights[other] / 2 for other in partners) / len(partners) - heights[card] / 2
        least = max((tops[upper] + heights[upper] + gap for upper in above[card]), default=0.0)
        most = min((tops[lower] - heights[card] - gap for lower in below[card]), default=wanted)
        tops[card] = max(least, min(wanted, most))
