"""Everything that is seen in the window, by name."""

from dataclasses import dataclass

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.panels.findings.panel import FindingsPanel
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.palette import Palette
from salesorg_gui.panels.picker import Picker
from salesorg_gui.window.empty_state import EmptyState
from salesorg_gui.window.finding_counts import FindingCounts
from salesorg_gui.window.frame import Frame
from salesorg_gui.window.notice import Notice
from salesorg_gui.window.status_line import StatusLine
from salesorg_gui.window.toolbar import Toolbar


@dataclass(frozen=True, slots=True)
class Surface:
    """The parts of the window: those of the frame, and what came to stand in it after the first paint."""

    frame: Frame
    palette: Palette
    inspector: Inspector
    findings: FindingsPanel
    counts: FindingCounts
    notice: Notice
    picker: Picker

    @property
    def toolbar(self) -> Toolbar:
        """The bar at the top."""
        return self.frame.toolbar

    @property
    def canvas(self) -> ChartView:
        """The chart."""
        return self.frame.canvas

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.frame.status

    @property
    def empty(self) -> EmptyState:
        """What stands on an empty canvas."""
        return self.frame.empty
