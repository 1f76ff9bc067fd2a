"""A story that stands still ends by itself."""

import subprocess
import sys
from time import sleep

import pytest

from tests.journeys.watchdog import StoodStill, Watchdog

STUCK = """
from threading import Lock
from tests.journeys.watchdog import Watchdog
lock = Lock()
lock.acquire()
with Watchdog(lambda: print("press LeftButton", flush=True), 0.2):
    lock.acquire()
"""


def go_on_for_ever() -> None:
    while True:
        sleep(0.01)


def test_what_comes_to_no_end_is_interrupted() -> None:
    with pytest.raises(StoodStill), Watchdog(lambda: None, 0.1):
        go_on_for_ever()


def test_what_goes_on_is_left_alone() -> None:
    with Watchdog(lambda: None, 0.5) as watchdog:
        for _number in range(60):
            sleep(0.01)
            watchdog.beat()


def test_what_cannot_be_interrupted_ends_the_process_and_tells_the_story() -> None:
    ended = subprocess.run([sys.executable, "-c", STUCK], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "press LeftButton" in ended.stdout
