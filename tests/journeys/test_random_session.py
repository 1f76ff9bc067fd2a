"""Whatever hands and keys do in whatever order: no error, no warning, and the picture shows the records of the chart.

``SALESORG_RANDOM_ACTIONS=50000`` makes the story long, ``SALESORG_RANDOM_SEEDS=7,8`` tells another one.
"""

import faulthandler
import gc
import os
import secrets
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import TracebackType

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.text import dumps, loads
from salesorg_gui.window import file_commands, print_commands
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.messages import Answer
from salesorg_gui.window.printing.dialog import PrintDialog
from tests.builders import full_plan
from tests.journeys.random_session import SIZES, Restless, living_objects
from tests.journeys.watchdog import Watchdog
from tests.windows import open_window

ACTIONS = int(os.environ.get("SALESORG_RANDOM_ACTIONS", "400"))
SEEDS = tuple(int(seed) for seed in os.environ.get("SALESORG_RANDOM_SEEDS", "1,2,3").split(","))
LOOK_EVERY, SAVE_EVERY, REST_EVERY = 5, 100, 300
WARM_UP = 4_000
"""So many actions until every form of the inspector has been built and is kept."""
MORE_OBJECTS = 150
RESTS = 10
"""How many rests are looked at together: at one alone a form may just have many rows, chips and lists."""
HARMLESS = "This plugin does not support"


class Trouble:
    """What went wrong behind the back of the test: errors in slots, warnings of Qt."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stands for ``sys.excepthook``."""
        self.said.append("".join(traceback.format_exception(kind, error, trace)))

    def message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Stands for the place Qt writes to."""
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            self.said.append(f"Qt: {text}")


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trouble]:
    """Hear of everything that nobody catches."""
    trouble = Trouble()
    monkeypatch.setattr(sys, "excepthook", trouble.error)
    monkeypatch.setattr(sys, "unraisablehook", lambda args: trouble.error(args.exc_type, args.exc_value, None))
    before = qInstallMessageHandler(trouble.message)
    yield trouble
    qInstallMessageHandler(before)


def answer_at_random(monkeypatch: pytest.MonkeyPatch, chance: Random, folder: Path) -> None:
    """No dialog opens; each is answered at once, as somebody might."""
    files = (str(folder / "one.salesorg"), str(folder / "two.salesorg"))

    def file(*_words: object) -> tuple[str, str]:
        return (chance.choice(files) if chance.random() < 0.5 else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", file)
    monkeypatch.setattr(print_commands, "ask_where_to", lambda *_words: None)
    monkeypatch.setattr(file_commands, "ask_about_changes", lambda *_words: chance.choice(list(Answer)))
    monkeypatch.setattr(file_commands, "ask", lambda *_words: chance.random() < 0.5)
    monkeypatch.setattr(PrintDialog, "open", PrintDialog.reject)
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: chance.randrange(2))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


def check_picture(window: MainWindow) -> None:
    """The picture knows the records of the chart, no others, and stands where a new one would put them."""
    canvas, session = window.frame.canvas, window.parts.ground.session
    chart, layout = canvas.shown_chart, canvas.picture.layout
    assert canvas.is_typing or chart is session.chart
    cards = {Key(kind, name) for kind in (Kind.SEAT, Kind.SOURCE) for name in chart.records(kind)}
    frames = {Key(kind, name) for kind in (Kind.POD, Kind.SEGMENT) for name in chart.records(kind)}
    assert set(layout.cards) <= cards
    assert set(layout.frames) <= frames
    if layout.view is ViewKind.BOARD:
        assert set(layout.cards) == cards
        assert set(layout.frames) == frames
    elif layout.view is ViewKind.REPORTING:
        assert len(layout.cards) + sum(layout.folded.values()) == len(chart.seats)
    assert not {key for key in session.selection.keys if session.chart.record(key) is None}


def check_against_a_new_picture(window: MainWindow) -> None:
    """What followed every change stands where one made from nothing does."""
    picture, session = window.frame.canvas.picture, window.parts.ground.session
    other = Picture(load(), picture.view)
    other.follow(Change(Chart(), session.chart, Plan(), session.plan))
    assert picture.layout.cards == other.layout.cards
    assert picture.layout.frames == other.layout.frames


def check_file(plan: Plan) -> None:
    """What is saved now comes back as it is."""
    text = dumps(plan)
    assert dumps(loads(text).plan) == text


def wander(hand: Restless, trouble: Trouble, watchdog: Watchdog) -> None:
    """The whole story."""
    objects: list[int] = []
    for number in range(1, ACTIONS + 1):
        watchdog.beat()
        hand.act()
        assert not trouble.said, "\n".join(trouble.said)
        if number % LOOK_EVERY == 0:
            check_picture(hand.window)
        if number % SAVE_EVERY == 0:
            check_file(hand.window.parts.ground.session.plan)
        if number % REST_EVERY == 0:
            counts = number >= WARM_UP
            watchdog.beat()
            hand.come_to_rest(everywhere=counts)
            check_picture(hand.window)
            check_against_a_new_picture(hand.window)
            gc.collect()
            if counts:
                objects.append(living_objects())
    assert not trouble.said, "\n".join(trouble.said)
    assert not objects or min(objects[-RESTS:]) <= min(objects[:RESTS]) + MORE_OBJECTS, objects


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_a_hand_does_breaks_the_window(
    seed: int, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = Random(seed)
    plans = (read(resource("examples", "nordlys.salesorg")).plan, full_plan(), empty_plan(chart_title="As is"))
    monkeypatch.setattr(secrets, "choice", Random(seed).choice)  # ids: what is named otherwise stands elsewhere
    answer_at_random(monkeypatch, chance, tmp_path)
    with open_window(tmp_path, plans[0]) as window, watched(monkeypatch) as trouble:
        window.resize(*SIZES[0])
        hand = Restless(window, plans, chance)

        def tell() -> None:
            print(f"seed {seed}, the last {len(hand.done)} things done:", *hand.done, sep="\n  ", flush=True)

        def tell_at_once() -> None:
            with capfd.disabled():
                tell()
                faulthandler.dump_traceback(2)

        try:
            with Watchdog(tell_at_once) as watchdog:
                wander(hand, trouble, watchdog)
        except BaseException:
            tell()
            raise
        finally:
            hand.come_to_rest()
            monkeypatch.undo()
            QApplication.processEvents()
