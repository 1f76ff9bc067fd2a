"""What the light falls on: things that stay clear while all else is dimmed, and things that were found."""

from dataclasses import dataclass

from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key

DIMMED = 0.30


@dataclass(frozen=True, slots=True)
class Light:
    """Everything but ``clear`` is dimmed; nothing is while it is ``None``. ``lit`` has a ring that shows from afar."""

    clear: frozenset[Key] | None = None
    lit: frozenset[Key] = frozenset()

    @property
    def edges(self) -> frozenset[Key]:
        """Lines and handoffs it falls on: they are drawn whatever is selected."""
        return frozenset(key for key in (self.clear or frozenset()) | self.lit if key.kind in EDGE_KINDS)

    def opacity(self, key: Key | None) -> float:
        """How much of a thing is seen; ``None`` is all that has no key."""
        return 1.0 if self.clear is None or key in self.clear else DIMMED

    def within(self, chart: Chart) -> "Light":
        """The same without what is gone; when all that was clear is gone, nothing is dimmed any more."""
        clear = self.clear
        if clear:
            clear = frozenset(key for key in clear if chart.record(key) is not None) or None
        return Light(clear, frozenset(key for key in self.lit if chart.record(key) is not None))
