"""How benchmarks measure: CPU time of this process, cases in turn, medians, ratios to a yardstick of the same run.

Taking turns spreads whatever else the machine does over all cases alike; the ratio to a plain yardstick says more on
another machine than the milliseconds do.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure. ``prepare`` is called before each run and not measured."""

    name: str
    run: Callable[[], object]
    prepare: Callable[[], object] = lambda: None


def medians(cases: Sequence[Case], rounds: int) -> list[float]:
    """The median CPU time of each case, in milliseconds; one round goes before, unmeasured."""
    times: list[list[float]] = [[] for _ in cases]
    for number in range(rounds + 1):
        for case, found in zip(cases, times, strict=True):
            spent = once(case)
            if number:
                found.append(spent)
    return [statistics.median(found) for found in times]


def once(case: Case) -> float:
    """The CPU time of one run, in milliseconds."""
    case.prepare()
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        case.run()
        return (time.process_time() - start) * 1000
    finally:
        gc.enable()


def print_table(title: str, cases: Sequence[Case], rounds: int) -> None:
    """Measure the cases and print them; the first is the yardstick of the others."""
    found = medians(cases, rounds)
    print(f"{title}, median CPU ms of {rounds} interleaved rounds")
    for case, spent in zip(cases, found, strict=True):
        print(f"  {case.name:<52}{spent:>10.2f}{spent / max(found[0], 1e-9):>9.2f} x")
    print()
