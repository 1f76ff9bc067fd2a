"""How many errors, warnings and hints there are, as buttons in the status line."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from salesorg_gui.panels.badges import paint_badge
from salesorg_gui.panels.findings.words import counted
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name, set_caption, set_tip
from salesorg_gui.rules.finding import Findings, Severity

BADGE = 16


class FindingCounts(QWidget):
    """``wanted`` asks for the findings panel."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("finding_counts")
        self._counts = {severity: self._count(severity) for severity in Severity}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in self._counts.values():
            row.addWidget(button)
        look.changed.connect(self._dress)
        self._dress()

    def show_findings(self, findings: Findings) -> None:
        """Count what was found and not accepted."""
        for severity, button in self._counts.items():
            count = findings.counts[severity]
            set_caption(button, str(count))
            button.setAccessibleName(counted(severity, count))
            set_tip(button, counted(severity, count))
            button.setVisible(bool(count))

    def _count(self, severity: Severity) -> QPushButton:
        button = QPushButton()
        button.setProperty("rank", "status")
        button.setIconSize(icon_size())
        name(button, f"status_{severity}", "")
        button.clicked.connect(self.wanted)
        button.hide()
        return button

    def _dress(self) -> None:
        scale = max(1.0, self.devicePixelRatioF())
        side = round(BADGE * scale)
        for severity, button in self._counts.items():
            picture = QPixmap(side, side)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                paint_badge(painter, severity, QRectF(0, 0, side, side), self._look)
            picture.setDevicePixelRatio(scale)
            button.setIcon(picture)
