"""The window as it starts: on an empty plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.window.main_window import MainWindow
from tests.at_rest import nothing_left_behind
from tests.hands import Hand
from tests.windows import open_window


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window."""
    with nothing_left_behind(), open_window(tmp_path) as window:
        yield window


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    """A hand at it."""
    return Hand(window)
