"""Garbage is swept in small heaps, so that a hand never waits for a large one."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.desk.rubbish import CROWD, DEEP, LONGEST_WAIT, PAUSE, Sweeper

YOUNG, OLD = 1, 2


@pytest.fixture
def sweeper(qtbot: QtBot) -> Iterator[Sweeper]:
    """One whose timer does not look by itself."""
    found = Sweeper()
    found.stop()
    gc.collect()
    yield found
    gc.unfreeze()


def sweeps(kind: int) -> int:
    """How often young or old things were swept."""
    return int(gc.get_stats()[kind]["collections"])


def look(sweeper: Sweeper, times: int) -> None:
    """Look so often."""
    for _time in range(times):
        sweeper.look()


def crowd() -> list[list[int]]:
    """More young things than are left to wait."""
    return [[number] for number in range(2 * CROWD)]


def test_little_is_swept_once_a_pause(sweeper: Sweeper) -> None:
    before = sweeps(YOUNG)
    look(sweeper, PAUSE - 1)
    assert sweeps(YOUNG) == before
    sweeper.look()
    assert sweeps(YOUNG) == before + 1


def test_a_crowd_is_swept_at_the_next_look(sweeper: Sweeper) -> None:
    before = sweeps(YOUNG)
    made = crowd()
    sweeper.look()
    assert sweeps(YOUNG) == before + 1
    assert gc.get_count()[0] < CROWD
    assert len(made) > CROWD


def test_old_things_are_swept_every_tenth_pause(sweeper: Sweeper) -> None:
    before = sweeps(OLD)
    look(sweeper, (DEEP - 1) * PAUSE)
    assert sweeps(OLD) == before
    look(sweeper, PAUSE)
    assert sweeps(OLD) == before + 1


def test_old_things_wait_while_much_is_made_but_not_for_ever(sweeper: Sweeper) -> None:
    before = sweeps(OLD)
    kept: list[list[int]] = []
    for pause in range(1, LONGEST_WAIT + 1):
        kept.clear()
        kept += crowd()
        look(sweeper, PAUSE)
        assert sweeps(OLD) == before + (pause == LONGEST_WAIT)
    assert kept
