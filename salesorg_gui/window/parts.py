"""What the window is built from; the composition root makes it."""

from typing import TYPE_CHECKING

from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.document import Document
from salesorg_gui.values import dataclass
from salesorg_gui.window.theme_switch import ThemeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.domain.chart import Chart
    from salesorg_gui.domain.plan import Plan
    from salesorg_gui.session.examiner import Examine
    from salesorg_gui.study.strain import Strain

    type Reckon = Callable[[Plan, Chart], Strain | None]
    type Capacities = Callable[[Plan, Chart], Capacity]


@dataclass(frozen=True, slots=True)
class Parts:
    """The open document and what looks at it, the user's settings, the colours."""

    ground: Ground
    document: Document
    examine: "Examine"
    reckon: "Reckon"
    capacity: "Capacities"
    settings: SettingsFile
    switch: ThemeSwitch
