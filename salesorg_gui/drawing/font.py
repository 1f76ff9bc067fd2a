"""The widths of a TrueType font's letters, read from its cmap and hmtx tables.

Only what measuring needs: a Unicode cmap of format 4 or 12 and the advance of each glyph. Shaping and kerning are left
out on purpose: the shipped cuts of Inter have none, so that screen, paper and measure agree.
"""

import struct
from functools import cache
from pathlib import Path

from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.resources import resource
from salesorg_gui.values import dataclass

FILES = {
    Weight.REGULAR: "Inter-Regular.ttf",
    Weight.MEDIUM: "Inter-Medium.ttf",
    Weight.SEMIBOLD: "Inter-SemiBold.ttf",
}
MISSING_GLYPH = 0
INVISIBLE = "".join(
    chr(code)
    for codes in (
        (0xAD, 0x61C, 0x180E, 0xFEFF),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        range(0xE0020, 0xE0080),
    )
    for code in codes
)
"""Signs without a look of their own: soft hyphens, marks of direction, joiners, choices of a variant."""
SPACES = "".join(map(chr, (*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""Spaces of other widths, drawn as the plain one."""


@dataclass(frozen=True, slots=True)
class Font:
    """Advance widths by letter, as a share of the type size; ``missing`` is that of the empty box."""

    advances: dict[str, float]
    missing: float

    def width(self, text: str) -> float:
        """The width of a text set in size 1."""
        advances, missing = self.advances, self.missing
        return sum(advances.get(letter, missing) for letter in text)


@cache
def font(weight: Weight) -> Font:
    """A shipped cut of Inter; what is never seen has no width, every space that of the plain one."""
    found = read_font(resource("fonts", FILES[weight]))
    unseen = dict.fromkeys(INVISIBLE, 0.0) | dict.fromkeys(SPACES, found.advances[" "])
    return Font({**found.advances, **unseen}, found.missing)


def read_font(path: Path) -> Font:
    """The letters of a TrueType file."""
    content = path.read_bytes()
    tables = _tables(content)
    units = struct.unpack_from(">H", content, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", content, tables["hhea"] + 34)[0]
    metrics = struct.unpack_from(f">{2 * count}H", content, tables["hmtx"])[::2]
    glyphs = _glyphs(content, tables["cmap"])
    advances = {chr(code): metrics[min(glyph, count - 1)] / units for code, glyph in glyphs.items()}
    return Font(advances, metrics[MISSING_GLYPH] / units)


def _tables(content: bytes) -> dict[str, int]:
    """Where each table begins."""
    count = struct.unpack_from(">H", content, 4)[0]
    records = (struct.unpack_from(">4sLLL", content, 12 + 16 * n) for n in range(count))
    return {tag.decode("latin-1"): offset for tag, _checksum, offset, _length in records}


def _glyphs(content: bytes, cmap: int) -> dict[int, int]:
    """Glyph by code point, from the richest Unicode table there is."""
    count = struct.unpack_from(">H", content, cmap + 2)[0]
    records = [struct.unpack_from(">HHL", content, cmap + 4 + 8 * n) for n in range(count)]
    offsets = {cmap + offset for platform, encoding, offset in records if platform == 0 or (platform == 3 and encoding)}
    tables = {struct.unpack_from(">H", content, offset)[0]: offset for offset in offsets}
    if 12 in tables:
        return _format_12(content, tables[12])
    return _format_4(content, tables[4])


def _format_12(content: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">L", content, start + 12)[0]
    groups = (struct.unpack_from(">LLL", content, start + 16 + 12 * n) for n in range(count))
    return {code: first + code - low for low, high, first in groups for code in range(low, high + 1)}


def _format_4(content: bytes, start: int) -> dict[int, int]:
    doubled = struct.unpack_from(">H", content, start + 6)[0]
    count = doubled // 2
    at = [start + 14, *(start + 16 + doubled * n for n in (1, 2, 3))]
    ends, starts, deltas, ranges = (struct.unpack_from(f">{count}H", content, offset) for offset in at)
    glyphs: dict[int, int] = {}
    for n, (low, high) in enumerate(zip(starts, ends, strict=True)):
        for code in range(low, min(high, 0xFFFE) + 1):
            glyph = code
            if ranges[n]:
                glyph = struct.unpack_from(">H", content, at[3] + 2 * n + ranges[n] + 2 * (code - low))[0]
            if glyph:
                glyphs[code] = (glyph + deltas[n]) % 65536
    return glyphs
