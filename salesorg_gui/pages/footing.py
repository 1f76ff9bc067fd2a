"""What every page of the analysis stands on."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.volume import Volume

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.domain.chart import Chart
    from salesorg_gui.domain.plan import Plan

    type Reckon = Callable[[Plan, Chart], Capacity]


@dataclass(frozen=True, slots=True)
class Footing:
    """The open document, and ``reckon``, which any thread may ask for the capacity of a chart.

    It is shared with the rules and the canvas, so whoever asks for the same chart gets the same answer at once. It
    raises ``NoCapacity``, whose message says why. ``volume`` is how much more or less than that the canvas shows.
    """

    ground: Ground
    reckon: "Reckon"
    volume: Volume = field(default_factory=Volume)
