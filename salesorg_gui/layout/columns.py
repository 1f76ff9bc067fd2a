"""Cards in columns: under a manager, at its side, in a pod, on the bench."""

from collections.abc import Iterator
from math import ceil, sqrt

from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, HANG_INDENT, PITCH

HANG_ROWS = 10
POD_ROWS = 8
COLUMN = HANG_INDENT + CARD_WIDTH


def hang_rows(count: int) -> int:
    """How many cards stand above each other when ``count`` hang: up to ten, more only when there are hundreds."""
    columns = ceil(count / max(HANG_ROWS, ceil(sqrt(count * 2))))
    return ceil(count / columns)


def pod_rows(count: int) -> int:
    """How many cards stand above each other in a pod; filled from the top, so that a new one moves nobody."""
    return max(POD_ROWS, ceil(sqrt(count * 2))) if count > POD_ROWS else max(count, 1)


def hanging(count: int) -> Iterator[tuple[float, float]]:
    """Top left corners of hanging cards, the first column's spine being at 12 px and its first card at y 0."""
    rows = hang_rows(count) if count else 1
    return ((HANG_INDENT + COLUMN * (n // rows), PITCH * (n % rows)) for n in range(count))


def hanging_size(count: int) -> tuple[float, float]:
    """Width and height of hanging cards with their spines."""
    rows = hang_rows(count)
    return COLUMN * ceil(count / rows), PITCH * rows - (PITCH - CARD_HEIGHT)
