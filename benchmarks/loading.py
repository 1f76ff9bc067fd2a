"""How quickly a chart tells its load, runs a quarter, and is tried on customers. CPU time of this process.

A slider step is told as a share of reckoning anew; simulated leads a second stand beside those of a plain simpy queue
with a process for each customer; cases are counted against all combinations and against all pairs of values.
"""

import statistics
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from itertools import combinations
from math import prod
from pathlib import Path
from random import Random

from simpy import Environment, Event, Resource

from benchmarks._timing import Case, once
from benchmarks.companies import company
from salesorg_gui.capacity.capacity import Capacity, capacity_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Pod, Segment
from salesorg_gui.simulation.charted import model_of
from salesorg_gui.simulation.run import Wishes, run
from salesorg_gui.storage.reading import read
from salesorg_gui.study.cases.boundary import boundary_cases
from salesorg_gui.study.cases.pairs import covering
from salesorg_gui.study.cases.trial import Trial
from salesorg_gui.study.strain import Strain

EXAMPLE = Path(__file__).resolve().parent.parent / "resources" / "examples" / "nordlys.salesorg"
ROUNDS, STEPS = 5, (0.5, 0.8, 1.2, 1.5, 2.0)
SLIDER_SEATS, RUN_SEATS = (1_000, 10_000), (175, 1_000, 10_000)
AXES, VALUES = ("geography", "product", "customer_size", "vertical"), 10
LIMITS = 10_000

type Process = Generator[Event, object, None]


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median CPU time of some rounds, in milliseconds."""
    return statistics.median(once(Case("", work)) for _round in range(rounds))


def asked(capacity: Capacity) -> object:
    """What the page Load says of a capacity, the bottleneck too."""
    parts = [(capacity.need(part), capacity.have(part)) for part in Part]
    return parts, capacity.flow.customers, capacity.bottleneck


def drawn(strain: Strain) -> object:
    """What the canvas shows: every seat's load, every handoff's flow and heat."""
    handoffs = strain.capacity.chart.handoffs
    return strain.seats, [(strain.flow(id), strain.heat(id)) for id in handoffs]


def slider() -> None:
    """Print how long one step of the volume takes."""
    catalogue = load()
    print("One step of the volume slider, median CPU ms")
    for size in SLIDER_SEATS:
        plan = company(size)
        chart = plan.first_chart
        capacity = capacity_of(plan, replace(chart), catalogue)
        strain = Strain.of(capacity)
        anew = median(lambda: capacity_of(plan, replace(chart), catalogue), 3)  # noqa: B023 -- called at once
        scaled = [median(lambda: capacity.at(step), 3) for step in STEPS]  # noqa: B023
        told = [median(lambda: asked(capacity.at(step)), 3) for step in STEPS]  # noqa: B023
        seen = [median(lambda: drawn(strain.at(step)), 3) for step in STEPS]  # noqa: B023
        print(f"  {size:>6} seats: reckoned anew{anew:>9.1f}")
        rows = {"scaled to another volume": scaled, "with need, have and bottleneck": told, "all that is drawn": seen}
        for name, times in rows.items():
            print(f"    {name:<40}{statistics.median(times):>9.1f}{statistics.median(times) / anew:>9.2f} x anew")
    print()


def plain_queue(leads: int, chance: Random) -> None:
    """One server, a process for each customer, as the manual of simpy has it; three quarters full."""
    environment = Environment()
    server = Resource(environment)

    def customer() -> Process:
        with server.request() as turn:
            yield turn
            yield environment.timeout(chance.expovariate(1.0))

    def arriving() -> Process:
        for _lead in range(leads):
            yield environment.timeout(chance.expovariate(0.75))
            environment.process(customer())

    environment.process(arriving())
    environment.run()


def simulated() -> None:
    """Print how many leads a second go through a simulated quarter."""
    catalogue = load()
    plain = 20_000 / (median(lambda: plain_queue(20_000, Random(1)), 3) / 1000)
    print("Leads and prospects a second in a simulated quarter, CPU time of one process")
    print(f"  {'a plain queue in simpy, one server':<44}{plain:>10.0f}")
    for name, plan in (("the example", read(EXAMPLE).plan), *((f"{size} seats", company(size)) for size in RUN_SEATS)):
        model = model_of(capacity_of(plan, plan.first_chart, catalogue))
        speeds = []
        for number in range(3):
            begun = time.process_time()
            seen = run(model, Wishes(), Random(number), lambda _share, _come: None)
            speeds.append(seen.arrived / (time.process_time() - begun))
        print(f"  {name:<44}{statistics.median(speeds):>10.0f}{statistics.median(speeds) / plain:>9.2f} x")
    print()


def four_axes() -> Plan:
    """A company of 175 seats whose pods share out a market of four axes with ten values each."""
    plan = company(175)
    chart = plan.first_chart
    segments = [Segment(_segment(axis, at), axis, f"{axis} {at}") for axis in AXES for at in range(VALUES)]
    pods = [_owner(pod, number) for number, pod in enumerate(sorted(chart.pods.values(), key=lambda pod: pod.id))]
    cut = replace(chart, segments={})
    return plan.with_chart(cut.with_records([*segments, *pods]))


def _segment(axis: str, at: int) -> SegmentId:
    return SegmentId(f"{axis}-{at}")


def _owner(pod: Pod, number: int) -> Pod:
    places = enumerate(AXES)
    return replace(pod, segments=tuple([_segment(axis, (number + place) % VALUES) for place, axis in places]))


def cases() -> None:
    """Print how many cases hold every pair of four axes of ten values, and how long they take."""
    sizes = [VALUES] * len(AXES)
    found = covering(sizes, LIMITS)
    pairs = sum(one * other for one, other in combinations(sizes, 2))
    spent = median(lambda: covering(sizes, LIMITS))
    print(f"Cases for {len(AXES)} axes of {VALUES} values: {prod(sizes)} combinations, {pairs} pairs")
    print(f"  cases that hold every pair{len(found.combinations):>26}   (no fewer than {VALUES * VALUES} can)")
    print(f"  found in{spent:>44.1f} ms")
    plan, catalogue = four_axes(), load()
    chart = plan.first_chart
    territory = Trial.of(plan, chart, catalogue).territory
    made = boundary_cases(territory, LIMITS)
    walked = median(lambda: Trial.of(plan, replace(chart), catalogue).outcomes(made.cases), 3)
    print(f"  with the ways in as another factor{len(made.cases):>18}   cases of a chart of 175 seats")
    print(f"  made in{median(lambda: boundary_cases(territory, LIMITS)):>45.1f} ms")
    print(f"  all walked in{walked:>39.1f} ms{walked / max(1, len(made.cases)):>9.2f} ms a case\n")


def main() -> int:
    """Print all tables."""
    slider()
    simulated()
    cases()
    return 0


if __name__ == "__main__":
    sys.exit(main())
