"""The window stands before anything heavy is loaded, and opens what it was asked to."""

import ast
import gc
import multiprocessing
import os
import subprocess
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salesorg_gui import app
from salesorg_gui.app import file_to_open
from salesorg_gui.desk.settings import Settings, SettingsFile
from salesorg_gui.resources import resource
from salesorg_gui.session.afterthought import Afterthought
from salesorg_gui.session.document import Document
from salesorg_gui.session.session import Session
from salesorg_gui.storage.reading import read
from salesorg_gui.window.analysis_table import pages
from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import nothing_left_behind
from tests.hands import Hand
from tests.panels.conftest import plan
from tests.panels.typing import press, type_into
from tests.windows import open_window

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 20_000
EXAMPLE = resource("examples", "nordlys.salesorg")
NEVER_AT_START = ("reportlab", "networkx", "python_calamine", "pypdf")
WITH_ANOTHER_VIEW = (
    *(
        "salesorg_gui.layout.tree",
        "salesorg_gui.layout.flow",
        "salesorg_gui.layout.grown",
        "salesorg_gui.layout.styles",
    ),
    *("salesorg_gui.canvas.flow_heads", "salesorg_gui.drawing.flow_sketch", "salesorg_gui.drawing.flow_frames"),
)
NOT_BEFORE_A_PAGE = (
    *("simpy", "salesorg_gui.simulation", "salesorg_gui.pages", "salesorg_gui.study", "salesorg_gui.drawing.graphs"),
)
AFTER_THE_FIRST_PAINT = (
    *("logging.handlers", "concurrent.futures", "salesorg_gui.rules", "salesorg_gui.exchange"),
    *("salesorg_gui.panels.palette", "salesorg_gui.panels.inspector.inspector", "salesorg_gui.panels.findings"),
    *("salesorg_gui.window.actions", "salesorg_gui.window.menus", "salesorg_gui.window.rest"),
)
STORY = """
import os, sys
from salesorg_gui.runtime import load_qt
load_qt()
from salesorg_gui import app
application = app.make_application()
window = app.open_window(application, [sys.argv[1]])
seen, stands = [], []
window.painted.connect(lambda: seen.append(set(sys.modules)))
window.whole.connect(lambda: stands.append(set(sys.modules)))
while not stands:
    application.processEvents()
names = sys.argv[2:]
print([name for name in names if name in seen[0]])
print([name for name in names if name in stands[0]])
print(len(window.frame.canvas.picture.layout.cards))
sys.stdout.flush()
os._exit(0)
"""


def told(folder: Path, *names: str) -> list[str]:
    """What the story prints: the names loaded at the first paint, those loaded when all stands, how many cards."""
    words = [sys.executable, "-c", STORY, str(EXAMPLE), *names]
    env = dict(os.environ, XDG_CONFIG_HOME=str(folder), XDG_STATE_HOME=str(folder), QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.splitlines()


def test_the_chart_is_painted_before_anything_else_is_loaded(tmp_path: Path) -> None:
    at_first, _whole, cards = told(tmp_path, *NEVER_AT_START, *AFTER_THE_FIRST_PAINT, *WITH_ANOTHER_VIEW)
    assert at_first == "[]"
    assert int(cards) > 20


def test_what_waits_is_loaded_right_after_the_first_paint(tmp_path: Path) -> None:
    _first, whole, _cards = told(tmp_path, *AFTER_THE_FIRST_PAINT)
    assert set(AFTER_THE_FIRST_PAINT) - set(ast.literal_eval(whole)) <= {"logging.handlers"}


def test_the_analysis_is_loaded_when_somebody_turns_to_a_page(tmp_path: Path) -> None:
    at_first, whole, _cards = told(tmp_path, *NOT_BEFORE_A_PAGE)
    assert (at_first, whole) == ("[]", "[]")


def test_nothing_jumps_when_the_rest_of_the_window_comes(tmp_path: Path, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with nothing_left_behind():
        window = app.make_window(application, SettingsFile(tmp_path / "settings.json"), read(EXAMPLE).plan)
        window.show()
        frame = window.frame
        parts = (frame.canvas, frame.toolbar, frame.toolbar.views, frame.toolbar.tabs, frame.status)
        before = [(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts]
        camera = frame.canvas.camera
        window.finish()
        application.processEvents()
        assert [(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts] == before
        assert frame.canvas.camera == camera
        window.close()
        window.deleteLater()


def test_a_window_closed_before_it_is_whole_closes(tmp_path: Path, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with nothing_left_behind():
        window = app.make_window(application, SettingsFile(tmp_path / "settings.json"))
        window.show()
        assert not window.is_whole
        assert window.close()
        assert not window.isVisible()
        window.deleteLater()


@pytest.mark.parametrize("text", ["{", '{"salesorg": 1, "surprise": 2}'])
def test_a_file_with_something_to_say_waits_for_the_whole_window(tmp_path: Path, text: str, qtbot: QtBot) -> None:
    path = tmp_path / "odd.salesorg"
    path.write_text(text)
    session = Session()
    before = session.plan
    assert not Document(session).open_quietly(path)
    assert session.plan is before


def test_imports_are_not_looked_into_by_qt() -> None:
    code = "import builtins; from salesorg_gui.runtime import load_qt; load_qt();"
    code += " assert builtins.__import__.__module__ == 'builtins', builtins.__import__"
    code += "; import PySide6.QtWidgets; assert not hasattr(builtins, '__feature_import__')"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_file_named_comes_before_the_last_one(tmp_path: Path) -> None:
    last = tmp_path / "last.salesorg"
    last.touch()
    settings = Settings(recent=(str(last),))
    assert file_to_open(["named.salesorg"], settings) == Path("named.salesorg")
    assert file_to_open([], settings) == last
    last.unlink()
    assert file_to_open([], settings) is None
    assert file_to_open([], Settings()) is None


@pytest.mark.parametrize("action", ["undo", "redo", "delete", "copy", "cut", "duplicate"])
def test_what_cannot_be_done_cannot_be_chosen(hand: Hand, window: MainWindow, action: str, qtbot: QtBot) -> None:
    assert not window.actions_table[action].isEnabled()


def test_a_window_that_is_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_window(tmp_path, plan()) as window:
        window.surface.canvas.fit()
        kept = window, window.parts.ground.session, window.surface.findings
        gone = [weakref.ref(one) for one in kept]
    del window, kept
    gc.collect()
    assert [ref() for ref in gone] == [None, None, None]


def test_the_pages_of_a_window_that_is_gone_are_gone_with_all_that_worked_for_them(
    tmp_path: Path, qtbot: QtBot
) -> None:
    threads = set(threading.enumerate())
    gone: list[weakref.ref[object]] = []
    with open_window(tmp_path, read(EXAMPLE).plan) as window:
        for spec in pages():
            window.analysis.show_page(spec.id)
            assert window.analysis.panel is not None
            page = window.analysis.panel.page
            assert page is not None
            for thoughts in page.findChildren(Afterthought):
                qtbot.waitSignal(thoughts.answered, timeout=PATIENCE_MS).wait()
            if spec.id == "run":
                type_into(page, "quarter_weeks", "520")
                press(page, "quarter_go")
                qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=PATIENCE_MS)
            gone.append(weakref.ref(page))
            del page
        gone.append(weakref.ref(window))
    assert [thread.name for thread in threading.enumerate() if thread not in threads] == []
    assert multiprocessing.active_children() == []
    del window
    gc.collect()
    assert [ref() for ref in gone if ref() is not None] == []
