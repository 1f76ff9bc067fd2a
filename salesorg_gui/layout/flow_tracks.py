"""Which track of its gutter each vertical runs in: none on another, and few crossings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

APART = 12.0

type Half = tuple[int, int]
"""A gutter and the side of its pills."""


class Vertical(NamedTuple):
    """A part of a way up or down, from ``start`` to ``end``; those of one ``net`` may lie on each other."""

    gutter: int
    side: int
    net: int
    start: float
    end: float


@dataclass(frozen=True)
class Tracks:
    """The track of each net in each half of a gutter, from the left; how many tracks each half needs."""

    of: Mapping[tuple[int, int, int], int] = field(default_factory=dict)
    counts: Mapping[Half, int] = field(default_factory=dict)


def tracks_of(verticals: Iterable[Vertical]) -> Tracks:
    """Tracks for verticals. What goes down lies further left the lower it is, what goes up the higher it is."""
    halves: dict[Half, dict[int, list[Vertical]]] = defaultdict(lambda: defaultdict(list))
    for vertical in verticals:
        if vertical.start != vertical.end:
            halves[vertical.gutter, vertical.side][vertical.net].append(vertical)
    of: dict[tuple[int, int, int], int] = {}
    counts: dict[Half, int] = {}
    for half, nets in halves.items():
        ends: list[list[tuple[float, float]]] = []
        for net in sorted(nets, key=lambda net: (*_rank(nets[net]), net)):
            low = min(min(one.start, one.end) for one in nets[net])
            high = max(max(one.start, one.end) for one in nets[net])
            of[*half, net] = _first_free(ends, low, high)
        counts[half] = len(ends)
    return Tracks(of, counts)


def _rank(verticals: Iterable[Vertical]) -> tuple[bool, float]:
    first = min(verticals)
    is_up = first.end < first.start
    return is_up, first.start if is_up else -first.start


def _first_free(tracks: list[list[tuple[float, float]]], low: float, high: float) -> int:
    for number, taken in enumerate(tracks):
        if all(high + APART <= other_low or other_high + APART <= low for other_low, other_high in taken):
            taken.append((low, high))
            return number
    tracks.append([(low, high)])
    return len(tracks) - 1
