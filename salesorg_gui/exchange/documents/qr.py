"""The QR square of a card: version 1 of ISO/IEC 18004, 21 modules a side, in the mode for capitals and digits.

A card's code always fits this smallest square, so that everything but the code itself is the same on every card:
``FRAME`` is drawn once for all of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter

from salesorg_gui.layout.geometry import Rect

SIZE = 21
QUIET = 4
"""Modules of white around the square, as the standard wants."""
SIDE = SIZE + 2 * QUIET
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MOST = 20
"""Signs a square takes that survives a scratch: correction level M."""
DATA, CHECKS = 16, 10
"""Bytes of each."""
MODE, PADDING = "0010", "1110110000010001"
FORMAT = 0b101010000010010
"""Level M and mask 0, with their own check, as readers find them beside the corners."""
FIELD = 0x11D
"""The polynomial the bytes are reckoned with."""
REGISTER = (1 << 8 * CHECKS) - 1

type Module = tuple[int, int]
"""Row and column."""


def bars(text: str) -> list[Rect]:
    """The dark bars of a text, counted in modules from the corner of the white border; the frame is left out.

    Raises ``ValueError`` when the text has other signs or too many.
    """
    if len(text) > MOST:
        raise ValueError(f"A square of this size holds {MOST} signs, not {len(text)}.")
    data = _data(text)
    whole = int.from_bytes(data) << 8 * CHECKS | _checks(data)
    bits = f"{whole ^ MASK:0{len(PLACES)}b}0"
    return [bar for y, signs in enumerate(IN_ROWS) for bar in _bars_of_row(y, signs(bits))]


def _data(text: str) -> bytes:
    """Mode, length, and two signs in eleven bits; filled up with padding."""
    values = [SIGNS.index(sign) for sign in text]
    pairs = [f"{first * 45 + second:011b}" for first, second in zip(values[::2], values[1::2], strict=False)]
    last = f"{values[-1]:06b}" if len(values) % 2 else ""
    bits = f"{MODE}{len(text):09b}{''.join(pairs)}{last}"
    bits += "0" * min(4, 8 * DATA - len(bits))
    bits += "0" * (-len(bits) % 8)
    return int((bits + PADDING * DATA)[: 8 * DATA], 2).to_bytes(DATA)


def _checks(data: bytes) -> int:
    """The Reed-Solomon remainder of the data, its bytes in one number."""
    register = 0
    for byte in data:
        register = (register << 8) & REGISTER ^ REMAINDERS[register >> 8 * (CHECKS - 1) ^ byte]
    return register


def _product(one: int, other: int) -> int:
    """Two bytes multiplied in the field."""
    found = 0
    while other:
        found ^= one if other & 1 else 0
        one = one << 1 ^ (FIELD if one & 128 else 0)
        other >>= 1
    return found


def _remainders() -> tuple[int, ...]:
    """What each byte that leaves the register adds to it: its multiple of the generator of ten checks."""
    generator, root = [1], 1
    for _check in range(CHECKS):
        longer = [*generator, 0]
        generator = [high ^ _product(low, root) for high, low in zip(longer, [0, *generator], strict=True)]
        root = _product(root, 2)
    return tuple(int.from_bytes(_product(byte, part) for part in generator[1:]) for byte in range(256))


def _joined(dark: Iterable[Module]) -> Iterator[Rect]:
    """Dark modules as bars along their rows."""
    rows = [bytearray(b"0" * SIZE) for _row in range(SIZE)]
    for row, column in dark:
        rows[row][column] = ord("1")
    for y, line in enumerate(rows):
        yield from _bars_of_row(y, tuple(line.decode("ascii")))


@lru_cache(maxsize=4_000)
def _bars_of_row(y: int, signs: tuple[str, ...]) -> tuple[Rect, ...]:
    """The bars of a row told sign by sign. Squares share most of their rows: all begin alike."""
    runs = re.finditer("1+", "".join(signs))
    return tuple(Rect(QUIET + run.start(), QUIET + y, run.end() - run.start(), 1) for run in runs)


def _places() -> Iterator[Module]:
    """Where the bits stand: two columns at a time from the right, up and down in turn, past all that is frame."""
    rows = range(SIZE)
    for turn, right in enumerate((20, 18, 16, 14, 12, 10, 8, 5, 3, 1)):
        for row in rows if turn % 2 else reversed(rows):
            yield from ((row, column) for column in (right, right - 1) if not _is_frame(row, column))


def _is_frame(row: int, column: int) -> bool:
    corners = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corners or row == 6 or column == 6


def _frame() -> Iterator[Module]:
    """Corners, the ticks between them, the format in both its places, and the module that is always dark."""
    for top, left in ((0, 0), (0, SIZE - 7), (SIZE - 7, 0)):
        for row, column in ((row, column) for row in range(7) for column in range(7)):
            if max(abs(row - 3), abs(column - 3)) != 2:
                yield top + row, left + column
    yield from ((6, column) for column in range(8, 13, 2))
    yield from ((row, 6) for row in range(8, 13, 2))
    across = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, *range(13, 21))]
    down = [(row, 8) for row in (20, 19, 18, 17, 16, 15, 14, 8, 7, 5, 4, 3, 2, 1, 0)]
    for place in range(15):
        if FORMAT >> 14 - place & 1:
            yield from (across[place], down[place])
    yield SIZE - 8, 8


PLACES = tuple(_places())
NUMBERS = {place: number for number, place in enumerate(PLACES)}
IN_ROWS = tuple(itemgetter(*(NUMBERS.get((row, column), len(PLACES)) for column in range(SIZE))) for row in range(SIZE))
"""What picks the bits of each row; the bit behind the last one stands for all that is frame."""
MASK = int("".join("1" if (row + column) % 2 == 0 else "0" for row, column in PLACES), 2)
"""The pattern laid over the bits. Weighing all eight of the standard takes longer than setting a card."""
REMAINDERS = _remainders()
FRAME = tuple(_joined(_frame()))
"""The dark bars that are the same in every square."""
