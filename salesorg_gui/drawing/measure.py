"""How wide text is, measured from the bundled fonts themselves, so that layout needs no toolkit.

Kerning is left out on purpose: every pen draws without it, and all of them agree. Signs the font does not have count
as wide as its replacement glyph.
"""

import struct
from dataclasses import dataclass
from functools import cache, lru_cache

from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.resources import resource

FILES = {Weight.REGULAR: "Inter-Regular", Weight.MEDIUM: "Inter-Medium", Weight.SEMIBOLD: "Inter-SemiBold"}
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Advance widths of one font, in em, by sign; ``missing`` for signs it does not have."""

    advances: dict[str, float]
    missing: float

    def width(self, text: str) -> float:
        """Width of a line in em."""
        advances, missing = self.advances, self.missing
        return sum(advances.get(sign, missing) for sign in text)


@cache
def metrics(weight: Weight) -> Metrics:
    """The advances of one cut, read from the tables ``head``, ``hhea``, ``hmtx`` and ``cmap`` of its file."""
    data = resource("fonts", f"{FILES[weight]}.ttf").read_bytes()
    tables = _tables(data)
    per_em: int = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    pairs = struct.unpack_from(f">{2 * count}H", data, tables["hmtx"])
    widths = [width / per_em for width in pairs[::2]]
    glyphs = _glyphs(data, tables["cmap"])
    advances = {chr(code): widths[min(glyph, count - 1)] for code, glyph in glyphs.items()}
    return Metrics(advances, widths[0])


def _tables(data: bytes) -> dict[str, int]:
    count: int = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): offset for tag, _checksum, offset, _length in records}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Code point to glyph from the Unicode subtables in format 4 and 12."""
    count: int = struct.unpack_from(">H", data, cmap + 2)[0]
    glyphs: dict[int, int] = {}
    for number in range(count):
        _platform, _encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        form: int = struct.unpack_from(">H", data, cmap + offset)[0]
        if form == 4:
            glyphs.update(_format_4(data, cmap + offset))
        elif form == 12:
            glyphs.update(_format_12(data, cmap + offset))
    return glyphs


def _format_4(data: bytes, start: int) -> dict[int, int]:
    segments: int = struct.unpack_from(">H", data, start + 6)[0] // 2
    columns = [start + 14 + shift for shift in (0, 2 * segments + 2, 4 * segments + 2, 6 * segments + 2)]
    ends, starts, deltas, offsets = (struct.unpack_from(f">{segments}H", data, column) for column in columns)
    glyphs: dict[int, int] = {}
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                place = columns[3] + 2 * number + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph:
                glyphs[code] = glyph
    return glyphs


def _format_12(data: bytes, start: int) -> dict[int, int]:
    count: int = struct.unpack_from(">I", data, start + 12)[0]
    glyphs: dict[int, int] = {}
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * number)
        glyphs.update({code: glyph + code - first for code in range(first, last + 1)})
    return glyphs


@lru_cache(maxsize=65_536)
def width(text: str, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> float:
    """How wide a line of text is; ``tracking`` in em is added after every sign."""
    return (metrics(weight).width(text) + tracking * len(text)) * size


@lru_cache(maxsize=65_536)
def elide(text: str, room: float, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> str:
    """The text, or as much of its beginning as fits ``room`` with an ellipsis after it."""
    if width(text, size, weight, tracking) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, size, weight, tracking) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def wrap(text: str, room: float, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> list[str]:
    """The text in lines no wider than ``room``, broken at spaces, and inside a word only when it must be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined, size, weight, tracking) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, room, size, weight, tracking)
        lines += whole
    return [*lines, line] if line else lines


def _pieces(word: str, room: float, size: float, weight: Weight, tracking: float) -> list[str]:
    """A word in pieces that fit; at least one sign each."""
    pieces: list[str] = []
    while width(word, size, weight, tracking) > room and len(word) > 1:
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if width(word[:middle], size, weight, tracking) <= room else (low, middle - 1)
        pieces.append(word[:low])
        word = word[low:]
    return [*pieces, word]


def missing_signs(text: str) -> str:
    """The signs of a text that the bundled fonts do not have."""
    known = metrics(Weight.REGULAR).advances
    return "".join(dict.fromkeys(sign for sign in text if sign not in known and not sign.isspace()))
