"""More or less coming in than the plan says: a question that is no edit."""

from math import isfinite

from PySide6.QtCore import QObject, Signal

USUAL = 1.0
LEAST, MOST = 0.25, 3.0


class Volume(QObject):
    """How many times the leads and prospects of the plan are looked at. ``changed`` carries the new share.

    ``wanted`` asks to see it on the chart.
    """

    changed = Signal(float)
    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._share = USUAL

    @property
    def share(self) -> float:
        """1.0 is as the plan says."""
        return self._share

    def ask(self, share: float) -> None:
        """Look at another volume, within what makes sense."""
        asked = min(max(share, LEAST), MOST) if isfinite(share) else self._share
        if asked != self._share:
            self._share = asked
            self.changed.emit(asked)
