"""The canvas against its peers: GoJS and d3-org-chart in a headless browser, d3-flextree, and Qt itself.

All of them draw the same generated companies in one loop, each run in a fresh process. Wall time compares programs,
CPU time compares what runs in ours. A machine that does anything else flatters Qt, so its load is printed first.
A card is moved by the mouse on both sides, with its edges, and each move of the mouse is painted; ours also draws the
handoffs of the held card and says what letting go would do. ``idle`` is a frame in which nothing happens.
``--quick`` takes one round and leaves the largest company out.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import start
from benchmarks._peers import Missing, Peers, installed, write_seats
from benchmarks.companies import company

ROOT = Path(__file__).resolve().parent.parent
MAIN, LARGEST, PEERS_UP_TO = 10_000, 50_000, 10_000
SIZES = (1_000, 5_000, MAIN, LARGEST)
STEPS = ("first", "pan", "zoom", "move", "edit")
SHOWN = (*STEPS, "idle")

type Times = dict[tuple[str, int, str], list[float]]
"""Who, how many seats, what (``pan wall``): ms of each round."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    sizes: Sequence[int]
    rounds: int
    frames: int
    starts: int


FULL, QUICK = Plan(SIZES, 5, 40, 7), Plan((1_000, MAIN), 1, 15, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a figure of ours, a peer's or none, and what is to be reached."""

    what: str
    ours: float | None
    peer: float | None
    target: float
    unit: str = "x"

    def __str__(self) -> str:
        if self.ours is None or (self.peer is None and self.unit == "x"):
            return f"{self.what:<58}{_shown(self.ours):>10}{_shown(self.peer):>10}{'not measured':>14}"
        value = self.ours / self.peer if self.peer else self.ours
        verdict = "reached" if value <= self.target else "not reached"
        figure, target = f"{value:.4g} {self.unit}", f"<= {self.target:g} {self.unit}"
        return f"{self.what:<58}{_shown(self.ours):>10}{_shown(self.peer):>10}{figure:>14}{target:>13}  {verdict}"


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


@dataclass(slots=True)
class Loop:
    """Runs everything in turn and keeps the times."""

    plan: Plan
    peers: Peers | None
    folder: Path
    times: Times = field(default_factory=dict)

    def run(self) -> None:
        """All rounds."""
        for number in range(self.plan.rounds):
            for size in self.plan.sizes:
                print(f"round {number + 1} of {self.plan.rounds}: {size} seats", file=sys.stderr)
                self._ours(size)
                self._qt(size)
                if self.peers is not None and size <= PEERS_UP_TO:
                    self._peers(self.peers, size)

    def median(self, who: str, size: int, what: str) -> float | None:
        """The median of the rounds, or nothing when it was not measured."""
        found = self.times.get((who, size, what))
        return statistics.median(found) if found else None

    def _ours(self, size: int) -> None:
        self._keep("ours", size, answer("_own_view", size, self.plan.frames))
        self._keep("ours", size, answer("_own_layout", size, 3))

    def _qt(self, size: int) -> None:
        if size == MAIN:
            self._keep("native items", size, answer("_yardsticks", "native", size))
            self._keep("empty scene", size, answer("_yardsticks", "empty", self.plan.frames))

    def _peers(self, peers: Peers, size: int) -> None:
        seats = self.folder / f"{size}.json"
        if not seats.exists():
            write_seats(company(size).first_chart, seats)
        for library in ("gojs", "d3-org-chart"):
            self._keep(library, size, peers.drawn(library, seats, self.plan.frames))
        self._keep("d3-flextree", size, peers.laid_out(seats, 5))

    def _keep(self, who: str, size: int, found: Mapping[str, float]) -> None:
        for what, value in found.items():
            self.times.setdefault((who, size, what), []).append(value)


def answer(module: str, *words: object) -> Mapping[str, float]:
    """What one of our own scripts measured in a fresh process."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, words)]
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    found: Mapping[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def rows(loop: Loop, window: Mapping[str, float]) -> Iterator[Row]:
    """What is to be reached, line by line."""

    def of(who: str, what: str, size: int = MAIN) -> float | None:
        return loop.median(who, size, what)

    first = "plan in memory to every card painted"
    yield Row(f"{first}, of GoJS", of("ours", "first wall"), of("gojs", "first wall"), 0.03)
    yield Row(f"{first}, of d3-org-chart", of("ours", "first wall"), of("d3-org-chart", "first wall"), 0.015)
    yield Row(f"{first}, of native items", of("ours", "first cpu"), of("native items", "first cpu"), 0.05)
    yield Row("pan frame at 100 %, of GoJS", of("ours", "pan wall"), of("gojs", "pan wall"), 0.2)
    yield Row("pan frame at 100 %, of an empty scene", of("ours", "pan wall"), of("empty scene", "pan wall"), 2)
    yield Row("wheel-zoom frame, of GoJS", of("ours", "zoom wall"), of("gojs", "zoom wall"), 0.5)
    yield Row("sharp again after the wheel rests", of("ours", "ms to sharp"), None, 100, "ms")
    yield Row("moving one card, each mouse move, of GoJS", of("ours", "move wall"), of("gojs", "move wall"), 0.03)
    yield Row("tidy layout, whole, of d3-flextree", of("ours", "whole"), of("d3-flextree", "layout"), 0.1)
    yield Row("tidy layout after one edit, of d3-flextree", of("ours", "edited"), of("d3-flextree", "layout"), 0.005)
    for step in STEPS:
        larger = of("ours", f"{step} cpu", LARGEST)
        yield Row(f"{step} at {LARGEST} seats, of {MAIN} seats", larger, of("ours", f"{step} cpu"), 6)
    yield Row(f"memory at {LARGEST} seats", of("ours", "memory", LARGEST), None, 400, "MB")
    painted, empty = window["the window with 1 000 seats painted"], window["an empty QWidget painted"]
    yield Row("start of the window with 1 000 seats, of an empty one", painted, empty, 1.8)
    yield Row("one edit to the next painted frame", of("ours", "edit cpu"), None, 16, "ms")


def print_by_size(loop: Loop) -> None:
    """The medians of every size, in wall ms."""
    print(f"\n{'median wall ms':<24}" + "".join(f"{step:>12}" for step in SHOWN))
    for who in ("ours", "gojs", "d3-org-chart"):
        for size in loop.plan.sizes:
            found = [loop.median(who, size, f"{step} wall") for step in SHOWN]
            if any(found):
                print(f"{who:<14}{size:>10}" + "".join(f"{_shown(value):>12}" for value in found))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round, and no 50 000 seats")
    plan = QUICK if parser.parse_args().quick else FULL
    print(f"load of the machine before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    try:
        peers = installed()
    except Missing as missing:
        print(missing)
        peers = None
    with tempfile.TemporaryDirectory() as folder:
        loop = Loop(plan, peers, Path(folder))
        loop.run()
    print(f"\n{'at 10 000 seats unless said':<58}{'ours':>10}{'peer':>10}{'':>14}{'to reach':>13}")
    for row in rows(loop, start.measured(plan.starts)):
        print(row)
    print_by_size(loop)
    return 0


if __name__ == "__main__":
    sys.exit(main())
