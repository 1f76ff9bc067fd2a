"""The lengths a layout is built from, in px at 100 %: those of ``resources/themes/tokens.toml`` (a test compares)."""

CARD_WIDTH = 200.0
CARD_HEIGHT = 72.0
CARD_GAP = 8.0
SOURCE_WIDTH = 136.0
SOURCE_HEIGHT = 48.0

POD_PAD = 16.0
POD_HEADER = 48.0
POD_COLUMN_GAP = 16.0
SEGMENT_PAD = 16.0
SEGMENT_HEADER = 44.0
SEGMENT_GAP = 16.0
BENCH_PAD = 12.0
BENCH_SIDE = 16.0
BENCH_HEADER = 32.0
BENCH_SLIM = 72.0
"""Height of an empty bench that waits for a drop."""

FRAME_GAP = 24.0
LEVEL_GAP = 48.0
SIBLING_GAP = 16.0
BRANCH_GAP = 32.0
HANG_INDENT = 28.0
HANG_SPINE = 12.0
HANG_FIRST_GAP = 24.0
ASSISTANT_GAP = 48.0
CHIP_WIDTH = 48.0
CHIP_HEIGHT = 22.0
CHIP_GAP = 6.0
"""Between a folded card and the chip below it that tells how many are hidden."""

LEVEL = CARD_HEIGHT + LEVEL_GAP
PITCH = CARD_HEIGHT + CARD_GAP
