"""Reads a QR square of version 1 from its modules: format, mask, data, and the letters in them."""

from collections.abc import Iterator, Sequence
from itertools import product

SIZE = 21
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
FORMAT_MASK = 0b101010000010010
MASKS = (
    lambda row, column: (row + column) % 2,
    lambda row, _column: row % 2,
    lambda _row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)


def read(modules: Sequence[Sequence[bool]]) -> str:
    """The text of a square of 21 by 21 modules, in the mode for capitals and digits."""
    assert len(modules) == SIZE
    bits = "".join("1" if bit else "0" for bit in _bits(modules, _mask(modules)))
    assert bits[:4] == "0010", "capitals and digits"
    count, at, text = int(bits[4:13], 2), 13, ""
    while len(text) < count:
        width = 11 if count - len(text) > 1 else 6
        value = int(bits[at : at + width], 2)
        text += LETTERS[value // 45] + LETTERS[value % 45] if width == 11 else LETTERS[value]
        at += width
    return text


def _mask(modules: Sequence[Sequence[bool]]) -> int:
    spots = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    value = int("".join("1" if modules[row][column] else "0" for row, column in spots), 2) ^ FORMAT_MASK
    return value >> 10 & 0b111


def _bits(modules: Sequence[Sequence[bool]], mask: int) -> Iterator[bool]:
    """Two columns at a time from the right, up and down in turn, past everything that is not data."""
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(SIZE - 1, -1, -1) if upwards else range(SIZE)
        for row, column in product(rows, (right, right - 1)):
            if not _is_reserved(row, column):
                yield modules[row][column] ^ (MASKS[mask](row, column) == 0)
        upwards = not upwards


def _is_reserved(row: int, column: int) -> bool:
    corners = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corners or row == 6 or column == 6
