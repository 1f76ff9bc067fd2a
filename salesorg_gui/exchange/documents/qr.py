"""A QR square: dark modules of a row are joined into bars."""

from functools import cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from salesorg_gui.layout.geometry import Rect

QUIET = 4
"""Modules of white around the square, as the standard wants."""


@cache
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark and light modules, in the smallest square that holds the text and survives a scratch."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()  # type: ignore[no-untyped-call]
    return tuple(
        tuple(bool(code.isDark(row, column)) for column in range(count))  # type: ignore[no-untyped-call]
        for row in range(count)
    )


def bars(text: str, rect: Rect) -> list[Rect]:
    """The dark bars of the square drawn into ``rect``, its white border within."""
    rows = modules(text)
    module = rect.width / (len(rows) + 2 * QUIET)
    found: list[Rect] = []
    for y, row in enumerate(rows):
        x = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                left, top = rect.x + (QUIET + x) * module, rect.y + (QUIET + y) * module
                found.append(Rect(left, top, length * module, module))
            x += length
    return found
