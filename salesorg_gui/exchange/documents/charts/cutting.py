"""Cuts a length into parts that fit a page, where nothing stands if that can be."""

from collections.abc import Iterable, Sequence
from math import ceil

type Span = tuple[float, float]

CARD_REACH = 80.0
"""Where every place is taken, a part ends so much earlier: a card that begins in it then has room."""


def filled(taken: Iterable[Span], start: float, end: float, most: float) -> list[Span]:
    """Parts as full as can be. What is free between two of them belongs to neither."""
    spans = sorted(taken)
    found: list[Span] = []
    while end - start > most:
        free = _last_free(spans, start, start + most)
        found.append((start, free))
        begin = min([first for first, _last in spans if first >= free], default=free)
        start = free if _inside(spans, free) else begin
    return [*found, (start, end)]


def halved(taken: Iterable[Span], start: float, end: float, most: float) -> list[Span]:
    """As few parts as can be, all about equally long."""
    spans = sorted(taken)
    edges = [edge for span in spans for edge in span]
    found: list[Span] = []
    while end - start > most:
        count = ceil((end - start) / most)
        aim = start + (end - start) / count
        free = [
            spot
            for spot in (aim, *edges)
            if start < spot <= start + most and end - spot <= (count - 1) * most and not _inside(spans, spot)
        ]
        spot = min(free, key=lambda spot: abs(spot - aim)) if free else _last_free(spans, start, start + most)
        found.append((start, spot))
        start = spot
    return [*found, (start, end)]


def _inside(spans: Sequence[Span], spot: float) -> bool:
    return any(first < spot < last for first, last in spans)


def _last_free(spans: Sequence[Span], low: float, high: float) -> float:
    """The last spot up to ``high`` that lies inside of no span; a little before ``high`` when there is none."""
    spot = high
    while over := [first for first, last in spans if first < spot < last]:
        spot = min(over)
        if spot <= low + (high - low) / 3:
            return high - CARD_REACH
    return spot
