"""The chip below a folded card: how many seats are hidden there."""

from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.shapes import Box, Icon, Stroke, Weight
from salesorg_gui.drawing.text import label, styled, text_width
from salesorg_gui.layout.geometry import Point, Rect

CHIP_STYLE = styled(12.0, Weight.MEDIUM)
ICON, ICON_GAP = 12.0, 5.0
BASELINE = 15.3


def fold_chip(chip: Rect, count: int) -> Shapes:
    """An arrow down and the count in the middle of a pill."""
    text = str(count)
    width = text_width(text, CHIP_STYLE)
    left = chip.centre.x - (ICON + ICON_GAP + width) / 2
    pill = chip.grown(-0.5)
    return (
        Box(chip, "card", radius=chip.height / 2, shadow="card"),
        Box(pill, stroke=Stroke("line_strong"), radius=pill.height / 2),
        Icon("chevron-down", Point(left, chip.y + (chip.height - ICON) / 2), ICON, "text_2"),
        label(text, Point(left + ICON + ICON_GAP, chip.y + BASELINE), chip.width, CHIP_STYLE, "text_1"),
    )
