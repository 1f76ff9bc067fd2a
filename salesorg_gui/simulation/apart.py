"""A quarter run in a process of its own, so that nobody has to wait for its turn beside it, and stopped at once.

A thread would hold the interpreter: painting a large chart took ten times as long while one ran (see ``benchmarks``).
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from salesorg_gui.simulation.model import Model
from salesorg_gui.simulation.quarter import Progress, Quarter, check, quarter
from salesorg_gui.simulation.run import Wishes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TELL_EVERY = 0.05
"""Seconds between two words about how far it is."""


class Stopped(Exception):
    """The run was called off, or its process ended."""


class Apart:
    """One quarter. ``quarter`` waits for it in one thread, ``stop`` may be called in any other at any time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._is_stopped = False

    def quarter(self, model: Model, wishes: Wishes, seed: int, runs: int, tell: Callable[[Progress], None]) -> Quarter:
        """What so many runs see. Raises ``Stopped``, and ``TooMany`` before anything has begun."""
        check(model, wishes, runs)
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=run_for, args=(theirs, model, wishes, seed, runs), daemon=True)
        process.start()
        theirs.close()
        try:
            self._begin(process)
            return _heard(ours, tell)
        finally:
            ours.close()
            self._end(process)

    def stop(self) -> None:
        """Call it off, now or before it begins; waits for nothing."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.terminate()

    def _begin(self, process: SpawnProcess) -> None:
        with self._lock:
            if self._is_stopped:
                raise Stopped
            self._process = process

    def _end(self, process: SpawnProcess) -> None:
        with self._lock:
            self._process = None
        process.terminate()
        process.join()
        process.close()


def _heard(ours: "Connection[object, object]", tell: Callable[[Progress], None]) -> Quarter:
    """Listen until the quarter is over."""
    while True:
        try:
            word = ours.recv()
        except (EOFError, OSError):
            raise Stopped from None
        match word:
            case Quarter():
                return word
            case Progress():
                tell(word)


def run_for(theirs: "Connection[object, object]", model: Model, wishes: Wishes, seed: int, runs: int) -> None:
    """In the other process: run, tell now and then how far it is, and in the end what was seen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told = monotonic()

    def watch(progress: Progress) -> None:
        nonlocal told
        if monotonic() - told >= TELL_EVERY:
            told = monotonic()
            theirs.send(progress)

    with suppress(BrokenPipeError):  # nobody listens any more
        theirs.send(quarter(model, wishes, seed, runs, watch))
