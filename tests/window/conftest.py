"""The window on a small organisation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import nothing_left_behind
from tests.hands import Hand
from tests.panels.conftest import plan
from tests.windows import open_window


@pytest.fixture(autouse=True)
def at_rest(qtbot: QtBot) -> Iterator[None]:
    """No window and no timer is left."""
    with nothing_left_behind():
        yield


@pytest.fixture
def window(tmp_path: Path, at_rest: None) -> Iterator[MainWindow]:
    """The real window."""
    with open_window(tmp_path, plan()) as window:
        yield window


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    """A hand at it."""
    return Hand(window)
