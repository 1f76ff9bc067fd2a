"""The window stands before anything heavy is loaded, and opens what it was asked to."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.app import file_to_open, spoken
from salesorg_gui.desk.settings import Settings
from salesorg_gui.window.main_window import MainWindow
from tests.hands import Hand

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("reportlab", "networkx", "python_calamine", "pypdf")
STORY = """
import sys
from pathlib import Path
from salesorg_gui import app
from salesorg_gui.desk.settings import SettingsFile
application = app.make_application()
window = app.make_window(application, SettingsFile(Path(sys.argv[1]) / "settings.json"))
window.show()
window.grab()
print(sorted(set(sys.modules) & set(sys.argv[2:])))
window.close()
"""


def test_nothing_heavy_is_loaded_before_the_window_stands(tmp_path: Path) -> None:
    words = [sys.executable, "-c", STORY, str(tmp_path), *HEAVY]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_the_file_named_comes_before_the_last_one(tmp_path: Path) -> None:
    last = tmp_path / "last.salesorg"
    last.touch()
    settings = Settings(recent=(str(last),))
    assert file_to_open(["named.salesorg"], settings) == Path("named.salesorg")
    assert file_to_open([], settings) == last
    last.unlink()
    assert file_to_open([], settings) is None
    assert file_to_open([], Settings()) is None


def test_a_language_without_texts_is_not_half_spoken() -> None:
    assert spoken("xx_XX") == "en"
    assert spoken("C") == "en"
    assert spoken("en-GB") == "en"


@pytest.mark.parametrize("action", ["undo", "redo", "delete", "copy", "cut", "duplicate"])
def test_what_cannot_be_done_cannot_be_chosen(hand: Hand, window: MainWindow, action: str, qtbot: QtBot) -> None:
    assert not window.actions_table[action].isEnabled()
