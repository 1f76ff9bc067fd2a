"""A quarter run in a process of its own: the same figures, word of how far it is, and an end at once."""

import signal
from collections.abc import Iterator
from multiprocessing import Pipe
from threading import Thread, Timer
from time import monotonic

import pytest

from salesorg_gui.simulation.apart import TELL_EVERY, Apart, Stopped, run_for
from salesorg_gui.simulation.charted import model_of
from salesorg_gui.simulation.model import Model
from salesorg_gui.simulation.quarter import Progress, TooMany, quarter
from salesorg_gui.simulation.run import Wishes
from tests.capacity.test_capacity import line, reckoned


def model(leads: float) -> Model:
    return model_of(reckoned(line(leads, leads)))


def test_it_sees_the_same_quarter_as_one_run_here() -> None:
    heard: list[Progress] = []
    drawn = model(9_000)
    assert Apart().quarter(drawn, Wishes(), 5, 2, heard.append) == quarter(drawn, Wishes(), 5, 2)
    assert heard
    assert all(0 < one.share <= 1 for one in heard)


def test_whoever_stops_it_does_not_wait_for_its_end() -> None:
    apart = Apart()
    stopped: list[float] = []

    def tell(_progress: Progress) -> None:
        if not stopped:
            stopped.append(monotonic())
            apart.stop()

    with pytest.raises(Stopped):
        apart.quarter(model(60_000), Wishes(), 1, 20, tell)
    assert monotonic() - stopped[0] < 2


def test_what_is_stopped_before_it_begins_does_not_begin() -> None:
    apart, heard = Apart(), list[Progress]()
    apart.stop()
    with pytest.raises(Stopped):
        apart.quarter(model(60_000), Wishes(), 1, 20, heard.append)
    assert heard == []


def test_it_can_be_stopped_from_another_thread_while_it_starts() -> None:
    apart = Apart()
    timer = Timer(0.02, apart.stop)
    timer.start()
    with pytest.raises(Stopped):
        apart.quarter(model(60_000), Wishes(), 1, 20, lambda _progress: None)
    timer.join()


def test_two_run_beside_each_other() -> None:
    found = {}

    def go(seed: int) -> None:
        found[seed] = Apart().quarter(model(300), Wishes(4), seed, 2, lambda _progress: None)

    threads = [Thread(target=go, args=(seed,)) for seed in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[1] != found[2]


def test_too_many_leads_are_refused_before_anything_begins() -> None:
    with pytest.raises(TooMany):
        Apart().quarter(model(1e9), Wishes(), 1, 20, lambda _progress: None)


@pytest.fixture
def stays_interruptible() -> Iterator[None]:
    """What the other process does with Ctrl+C is not done to the tests."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("stays_interruptible")
def test_the_other_process_tells_now_and_then_how_far_it_is_and_in_the_end_what_it_saw() -> None:
    ours, theirs = Pipe(duplex=False)
    heard: list[object] = []

    def listen() -> None:
        while not heard or isinstance(heard[-1], Progress):
            heard.append(ours.recv())

    drawn, begun = model(3_000), monotonic()
    listener = Thread(target=listen)
    listener.start()
    run_for(theirs, drawn, Wishes(), 5, 2)
    took = monotonic() - begun
    listener.join()
    assert heard.pop() == quarter(drawn, Wishes(), 5, 2)
    assert heard
    assert len(heard) <= took / TELL_EVERY


@pytest.mark.usefixtures("stays_interruptible")
def test_the_other_process_leaves_ctrl_c_to_the_window_and_does_not_mind_when_nobody_listens() -> None:
    ours, theirs = Pipe(duplex=False)
    ours.close()
    run_for(theirs, model(300), Wishes(), 1, 1)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
