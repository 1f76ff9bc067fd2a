"""Speed to lead: how long leads wait until somebody speaks to them, as a distribution."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import fmean

from salesorg_gui.simulation.measured import Measured, measured, quantile

WITHIN = (1.0, 8.0, 16.0, 40.0)
"""Working hours up to which first contacts are counted: an hour, a day, two days, a week."""
AT_ONCE = 1 / 60
"""A minute: who waits no longer does not wait."""
STEPS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 40.0, 80.0)
"""How many working hours a bar may be wide."""
BARS = 16
SHOWN = 0.97
"""Bars reach so far; the last one holds all who waited longer."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The share of all leads that waited from ``start`` up to ``end`` working hours; the last has no end (``inf``).

    Those spoken to at once are in none.
    """

    start: float
    end: float
    share: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Working hours until the first word: mean, median, nine of ten; ``within`` hours -> the share reached by then.

    ``leads`` is how many there are in a run, ``at_once`` the share of them that did not wait.

    Leads that nobody has spoken to at the end have waited at least so long, and count.
    """

    leads: float
    at_once: float
    mean: Measured
    median: Measured
    ninth: Measured
    within: Mapping[float, float]
    bars: tuple[Bar, ...]


def contact_of(runs: Sequence[Sequence[float]]) -> Contact | None:
    """What the waits of several runs come to; nothing where no lead came."""
    ordered = [sorted(waits) for waits in runs if waits]
    together = sorted(wait for waits in ordered for wait in waits)
    if not together:
        return None
    return Contact(
        len(together) / len(runs),
        bisect_right(together, AT_ONCE) / len(together),
        measured(fmean(waits) for waits in ordered),
        quantile(ordered, together, 0.5),
        quantile(ordered, together, 0.9),
        {hours: bisect_right(together, hours) / len(together) for hours in WITHIN},
        _bars(together),
    )


def _bars(ordered: Sequence[float]) -> tuple[Bar, ...]:
    """Even bars of those who waited, as narrow as so few of them allow."""
    first = bisect_right(ordered, AT_ONCE)
    if first == len(ordered):
        return ()
    reach = ordered[first + int(SHOWN * (len(ordered) - 1 - first))]
    step = next((step for step in STEPS if step * BARS >= reach), None) or reach / BARS
    count = max(1, min(BARS, int(reach // step) + 1))
    edges = [step * number for number in range(count + 1)]
    found = [first, *(bisect_right(ordered, edge) for edge in edges[1:]), len(ordered)]
    return tuple(
        [
            Bar(start, end, (upto - before) / len(ordered))
            for (start, end), (before, upto) in zip(pairwise((*edges, inf)), pairwise(found), strict=True)
        ]
    )
