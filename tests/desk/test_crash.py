"""An error of the program is written down without data and said once."""

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.desk.crash import CrashReporter
from salesorg_gui.desk.logs import start_log, stop_log
from salesorg_gui.desk.rubbish import Sweeper


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    stop_log()
    start_log(tmp_path)
    yield tmp_path / "salesorg.log"
    stop_log()


@pytest.fixture
def reporter(tmp_path: Path, log: Path, qtbot: QtBot) -> Iterator[CrashReporter]:
    time = iter(range(0, 1000, 10))
    reporter = CrashReporter(tmp_path, clock=lambda: float(next(time)))
    yield reporter
    reporter.stop()


def fail(reporter: CrashReporter) -> None:
    try:
        raise KeyError("Kari Lund earns 900 000")
    except KeyError as error:
        reporter.report(type(error), error.__traceback__)


def test_the_place_is_written_down_and_the_data_is_not(reporter: CrashReporter, log: Path) -> None:
    fail(reporter)
    text = log.read_text("utf-8")
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "Kari" not in text


def test_the_same_place_is_said_once_a_minute(reporter: CrashReporter) -> None:
    heard: list[str] = []
    reporter.happened.connect(heard.append)
    for _time in range(9):
        fail(reporter)
    assert len(heard) == 2


def test_the_hooks_are_taken_and_given_back(reporter: CrashReporter) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    reporter.watch()
    assert before[0] is not sys.excepthook
    reporter.stop()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_an_error_in_a_thread_is_reported(reporter: CrashReporter, log: Path) -> None:
    reporter.watch()
    thread = threading.Thread(target=lambda: int("Kari"))
    thread.start()
    thread.join()
    reporter.stop()
    assert "ValueError" in log.read_text("utf-8")


def test_an_exception_in_the_log_loses_its_text(log: Path) -> None:
    try:
        raise ValueError("Kari Lund")
    except ValueError:
        logging.getLogger("salesorg.test").exception("unexpected")
    text = log.read_text("utf-8")
    assert "ValueError" in text
    assert "Kari" not in text


def test_a_folder_that_refuses_silences_the_log(tmp_path: Path) -> None:
    stop_log()
    start_log(tmp_path / "gone")
    logging.getLogger("salesorg.test").error("nothing happens")
    stop_log()


def test_garbage_is_collected_by_hand_only(qtbot: QtBot) -> None:
    sweeper = Sweeper()
    assert not gc.isenabled()
    sweeper.sweep()
    sweeper.stop()
