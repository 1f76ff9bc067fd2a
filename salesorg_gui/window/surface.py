"""Everything that is seen in the window, by name."""

from dataclasses import dataclass

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.panels.findings import FindingsPanel
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.palette import Palette
from salesorg_gui.panels.picker import Picker
from salesorg_gui.window.empty_state import EmptyState
from salesorg_gui.window.notice import Notice
from salesorg_gui.window.status_line import StatusLine
from salesorg_gui.window.toolbar import Toolbar


@dataclass(frozen=True, slots=True)
class Surface:
    """The parts of the window, made and laid out by it."""

    toolbar: Toolbar
    palette: Palette
    canvas: ChartView
    inspector: Inspector
    findings: FindingsPanel
    status: StatusLine
    empty: EmptyState
    notice: Notice
    picker: Picker
