"""What the light falls on: things that stay clear while all else is dimmed, and things that were found."""

from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key
from salesorg_gui.values import dataclass

DIMMED = 0.30


@dataclass(frozen=True, slots=True)
class Light:
    """Everything but ``clear`` is dimmed; nothing is while it is ``None``. ``lit`` has a ring that shows from afar.

    ``concerned`` is what a finding speaks of; it wears a ring in the colour of the ``severity``.
    """

    clear: frozenset[Key] | None = None
    lit: frozenset[Key] = frozenset()
    concerned: frozenset[Key] = frozenset()
    severity: str = ""

    @property
    def edges(self) -> frozenset[Key]:
        """Lines and handoffs it falls on: they are drawn whatever is selected."""
        speaking = (self.clear or frozenset()) | self.lit | self.concerned
        return frozenset(key for key in speaking if key.kind in EDGE_KINDS)

    @property
    def ink(self) -> str:
        """The colour of the ring round what is concerned; the accent where nothing is wrong with it."""
        return f"{self.severity}_text" if self.severity else "accent"

    def opacity(self, key: Key | None) -> float:
        """How much of a thing is seen; ``None`` is all that has no key."""
        return 1.0 if self.clear is None or key in self.clear else DIMMED

    def within(self, chart: Chart) -> "Light":
        """The same without what is gone; when all that was clear is gone, nothing is dimmed any more."""
        clear = self.clear
        if clear:
            clear = frozenset(key for key in clear if chart.record(key) is not None) or None
        lit, concerned = (
            frozenset(key for key in keys if chart.record(key) is not None) for keys in (self.lit, self.concerned)
        )
        return Light(clear, lit, concerned, self.severity)
