"""Boxes on shelves: side by side, in rows of a sensible length."""

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

from salesorg_gui.values import dataclass

type Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shelf:
    """How boxes stand: the gaps between them and the length a row may always have."""

    gap: float
    row_gap: float
    least: float


def row_limit(sizes: Sequence[Size], shelf: Shelf) -> float:
    """How long a row may be: the usual length, the widest box, or what makes the whole a bit wider than high."""
    gap, row_gap = shelf.gap, shelf.row_gap
    area = sum((width + gap) * (height + row_gap) for width, height in sizes)
    return max(shelf.least, sqrt(area * 1.8), max((width for width, _height in sizes), default=0.0))


def shelved(sizes: Sequence[Size], shelf: Shelf, sinks: Sequence[float] = ()) -> list[tuple[float, float]]:
    """The top left corner of each box, in order, the first row at 0; there, a box stands lower by its sink."""
    limit = row_limit(sizes, shelf)
    corners: list[tuple[float, float]] = []
    x = top = bottom = 0.0
    is_first_row = True
    for n, (width, height) in enumerate(sizes):
        if x > 0 and x + width > limit:
            x, top, is_first_row = 0.0, bottom + shelf.row_gap, False
        y = top + (sinks[n] if sinks and is_first_row else 0.0)
        corners.append((x, y))
        x += width + shelf.gap
        bottom = max(bottom, y + height)
    return corners


@lru_cache(maxsize=256)
def packed(sizes: tuple[Size, ...], shelf: Shelf) -> tuple[tuple[Size, ...], Size]:
    """The corners of boxes on shelves, and how much room all take; most segments hold pods of the same sizes."""
    corners = shelved(sizes, shelf)
    rights = [x + width for (x, _y), (width, _height) in zip(corners, sizes, strict=True)]
    bottoms = [y + height for (_x, y), (_width, height) in zip(corners, sizes, strict=True)]
    return tuple(corners), (max(rights), max(bottoms))
