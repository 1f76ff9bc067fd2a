"""How much goes along a handoff and how hot it is there: wires as wide as their flow, in the colour of their load."""

from math import floor, log10
from typing import Protocol

from salesorg_gui.domain.ids import HandoffId, SourceId
from salesorg_gui.drawing.load import load_step
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.values import dataclass

WIDTHS = (1.5, 2.5, 4.0, 6.0, 8.0)
"""How wide wires are drawn, in px: steps one can tell apart, so that a little more does not move the picture."""
STEPS = (1.0, 3.0)
"""Round amounts, of every power of ten: from leads to customers there are easily a hundred times fewer."""
LEAST, MOST = 1e-6, 1e300
STILL: Ink = "text_3"
"""Where nothing flows, or nobody works on what comes."""


STREAM_INKS: tuple[Ink, ...] = ("load_1_solid", "load_2_solid", "load_3_solid")
"""Usual, high, too high."""


class Streams(Protocol):
    """What is on its way through a chart, in pieces a month."""

    @property
    def largest(self) -> float:
        """The most that goes anywhere as long as nobody asks for another volume: the measure of all widths."""
        ...

    def flow(self, handoff: HandoffId) -> float:
        """How many go along a handoff."""
        ...

    def heat(self, handoff: HandoffId) -> float | None:
        """Load as a share, 1.0 is full; nothing where nobody works on it."""
        ...

    def volume(self, source: SourceId) -> float:
        """How many a source brings."""
        ...


@dataclass(frozen=True, slots=True)
class Widths:
    """From which amount on a wire is how wide; ``limits`` go up and are one fewer than the widths."""

    limits: tuple[float, ...] = ()

    def width(self, amount: float) -> float:
        """How wide a wire is along which so many go a month."""
        return WIDTHS[sum(amount >= limit for limit in self.limits)]


def widths_for(largest: float) -> Widths:
    """Round limits, so that the largest flow is drawn in the last width but one: there is room for more."""
    if not LEAST < largest < MOST:
        return Widths()
    digits = floor(log10(largest))
    rounds = [step * 10.0**power for power in range(digits - 2, digits + 2) for step in STEPS]
    first = next(place for place, amount in enumerate(rounds) if amount > largest)
    return Widths(tuple(rounds[first + 2 - len(WIDTHS) : first + 1]))


def stream_ink(heat: float | None) -> Ink:
    """The colour of a handoff by its load; one with room left is as grey as a usual one: paler would be lost."""
    return STILL if heat is None else STREAM_INKS[max(0, load_step(heat) - 1)]
