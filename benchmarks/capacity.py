"""How long capacity takes at first, and after one step of the volume slider.

A step scales the flow that is solved already. What is seen at once (how full everybody's time is, how hot handoffs are)
is told apart from the search for the bottleneck, which a worker does. CPU time of this process.
"""

import sys
from dataclasses import replace
from itertools import cycle

from benchmarks._timing import Case, print_table
from benchmarks.companies import company
from salesorg_gui.capacity.capacity import Capacity, reckoned
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.capacity.worth import worths_of
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.study.strain import Strain

SIZES = (1_000, 10_000)
ROUNDS = 5
LEADS_A_SEAT = 20
"""So many leads and twice as many prospects a month for each seat: at some steps most get through, at some few do."""


def busy(seats: int) -> Plan:
    """A company with enough to do that somebody is in the way."""
    plan = company(seats)
    chart = plan.first_chart
    amounts = {"web": LEADS_A_SEAT * seats, "list": 2 * LEADS_A_SEAT * seats}
    sources = [replace(source, per_month=amounts[source.id]) for source in chart.sources.values()]
    return plan.with_chart(chart.with_records(sources))


def unread(chart: Chart) -> Chart:
    """The same chart without anything derived from it yet, as when it is opened."""
    return replace(chart)


def measure(seats: int) -> None:
    """Print one size."""
    plan, catalogue = busy(seats), load()
    chart, situation = plan.first_chart, situation_of(plan, catalogue)

    def anew() -> Capacity:
        return reckoned(Duties(unread(chart), catalogue), situation)

    whole = anew()
    assert whole.routes is not None
    strain = Strain.of(whole)
    volumes = cycle((0.5, 0.75, 1.25, 1.5, 2.0, 3.0))
    step = whole.at(3.0)
    print(f"{seats} seats, {len(step.bottleneck.seats)} of them in the way at 300 %")
    cases = (
        Case("reckon the chart anew", anew),
        Case("a slider step: flow and loads", lambda: whole.at(next(volumes))),
        Case("  and how full everybody's time is, for the canvas", lambda: strain.at(next(volumes)).seats),
        Case("  and need against have", lambda: _totals(whole.at(next(volumes)))),
        Case("  and the bottleneck", lambda: whole.at(next(volumes)).bottleneck),
        Case("  at 300 %, where most do not get through", lambda: whole.at(3.0).bottleneck),
        Case("what one more FTE is worth", lambda: worths_of(whole.at(3.0))),
    )
    print_table("capacity", cases, ROUNDS)


def _totals(capacity: Capacity) -> list[float]:
    return [figure for part in Part for figure in (capacity.need(part), capacity.have(part))]


def main() -> int:
    """Print the figures of every size."""
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        measure(size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
