"""The shipped cuts of Inter, as Qt fonts that are as wide as the measured ones."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from salesorg_gui.drawing.font import FILES
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.resources import resource

QT_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
}


@cache
def _family() -> str:
    """Load the three cuts and return the family they form; once per process, as Qt keeps fonts itself."""
    numbers = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in FILES.values()]
    families = {family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)}
    return min(families, key=len, default="Inter")


@cache
def qt_font(weight: Weight, size: float, tracking: float = 0.0) -> QFont:
    """A cut in a size in px; shared, so nobody may change it.

    Neither hinted nor kerned: letters stand where the measure says, at every zoom.
    """
    font = QFont(_family())
    font.setWeight(QT_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoFontMerging)
    # Pixel sizes are whole numbers in Qt; points are not, and 72 of them to the inch make them px.
    font.setPixelSize(max(1, round(size)))
    if size != round(size):
        font.setPointSizeF(size * POINTS_PER_PX)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * size)
    return font


POINTS_PER_PX = 72 / 96
