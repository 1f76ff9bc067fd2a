"""The colours on show, for everything that paints itself or wears an icon; and how high rows are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon

from salesorg_gui.panels.icons import SCALES, make_icon, scales_here

DISABLED = 0.45
TOUCH_ROW = 44
"""As high is whatever a finger is to hit."""


class Look(QObject):
    """Colours by the names of the visual tokens; ``changed`` when others are put on."""

    changed = Signal()

    def __init__(self, colours: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = dict(colours)
        self._is_for_touch = False
        self._scales: Sequence[int] = scales_here()

    @property
    def is_for_touch(self) -> bool:
        """Whether rows and controls are as high as a finger wants them."""
        return self._is_for_touch

    @property
    def colours(self) -> Mapping[str, str]:
        """Token -> ``#RRGGBB``."""
        return self._colours

    def row(self, usual: int) -> int:
        """How high a row is that is usually that high."""
        return max(usual, TOUCH_ROW) if self._is_for_touch else usual

    def wear(self, colours: Mapping[str, str], *, is_for_touch: bool = False) -> None:
        """Put other colours on, in these sizes."""
        self._colours, self._is_for_touch = dict(colours), is_for_touch
        self.changed.emit()

    def serve_all_displays(self) -> None:
        """Draw icons for the displays of other scales too; the first paint did not wait for that."""
        if tuple(self._scales) != SCALES:
            self._scales = SCALES
            self.changed.emit()

    def colour(self, ink: str, opacity: float = 1.0) -> QColor:
        """The colour behind a token."""
        colour = QColor(self._colours[ink])
        colour.setAlphaF(opacity)
        return colour

    def icon(self, name: str, ink: str = "text_2", size: int = 16) -> QIcon:
        """An icon of the path table in a token's colour."""
        return make_icon(name, self.colour(ink), self.colour(ink, DISABLED), size, self._scales)
