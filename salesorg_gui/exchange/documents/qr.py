"""A QR square: dark modules of a row are joined into bars."""

from functools import cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from salesorg_gui.layout.geometry import Rect

QUIET = 4
"""Modules of white around the square, as the standard wants."""
MASK = 0
"""The pattern laid over the square, named in it for readers. Weighing all eight takes longer than setting a card."""


@cache
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark and light modules, in the smallest square that holds the text and survives a scratch."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]
    code.makeImpl(False, MASK)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def bars(text: str) -> tuple[list[Rect], int]:
    """The dark bars of the square in modules, and how many modules its side is with the white border."""
    rows = modules(text)
    found: list[Rect] = []
    for y, row in enumerate(rows):
        x = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                found.append(Rect(QUIET + x, QUIET + y, length, 1))
            x += length
    return found, len(rows) + 2 * QUIET
