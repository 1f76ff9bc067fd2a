"""Make the fonts under resources/fonts from the published Inter family.

Usage: python packaging/fonts.py FOLDER, where FOLDER is the unpacked npm package ``inter-ui`` 4.1.0.
Needs the ``assets`` extra. The outlines are TrueType, since paper embeds nothing else; features and kerning
are left out, since paper cannot apply them and both media must measure alike.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Medium", "SemiBold")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x0304),  # combining accents, as decomposed names carry them
    (0x0306, 0x030C),
    (0x0323, 0x0328),
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2010, 0x2027),  # dashes, quotes, bullet, ellipsis
    (0x2030, 0x205F),
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x2122),  # numero, trade mark
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x21A9),  # arrows
    (0x2200, 0x2265),  # signs of arithmetic
    (0x2318, 0x2318),  # the command key
    (0x21E7, 0x21E7),  # the shift key
    (0x2325, 0x2325),  # the option key
    (0x25A0, 0x25FF),  # boxes and dots
    (0x2713, 0x2717),  # ticks and crosses
    (0xFFFD, 0xFFFD),  # what stands for a sign the font lacks
)


def options() -> Options:
    """What a font keeps: outlines, widths, names; no features, no hinting."""
    chosen = Options()
    chosen.layout_features = []
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.glyph_names = False
    chosen.name_IDs = KEPT_NAMES
    chosen.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "STAT", "MVAR"]
    chosen.recalc_timestamp = False
    return chosen


def make(source: Path, weight: str) -> Path:
    """Cut one weight down and write it; the same input gives the same bytes."""
    font = TTFont(source / "web" / f"Inter-{weight}.woff2", recalcTimestamp=False)
    font.flavor = None
    subsetter = Subsetter(options())
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    target = TARGET / f"Inter-{weight}.ttf"
    font.save(target)
    return target


def main() -> int:
    """Make every weight and copy the licence."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "OFL.txt").write_bytes((source / "LICENSE.txt").read_bytes())
    for weight in WEIGHTS:
        target = make(source, weight)
        print(f"{target.name}  {target.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
