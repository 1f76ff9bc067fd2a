"""What can wait is done piece by piece after the first paint."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.window.late import Late, loading
from salesorg_gui.window.main_window import LOADED_LATE


def pieces(done: list[str]) -> Iterator[None]:
    for name in ("first", "second", "third"):
        done.append(name)
        yield


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_nothing_is_done_before_the_widget_is_painted(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    late = Late(pieces(done), widget)
    late.begin_after_paint(widget)
    qtbot.wait(20)
    assert done == []
    with qtbot.waitSignals([late.begun, late.done]):
        widget.show()
    assert done == ["first", "second", "third"]
    assert late.is_done


def test_what_is_wanted_at_once_is_done_at_once(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    late = Late(pieces(done), widget)
    late.begin_after_paint(widget)
    told: list[str] = []
    late.begun.connect(lambda: told.append("begun"))
    late.done.connect(lambda: told.append("done"))
    late.finish()
    widget.show()
    qtbot.wait(20)
    late.finish()
    assert done == ["first", "second", "third"]
    assert told == ["begun", "done"]


def test_the_rest_can_be_asked_for_in_the_middle(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    late = Late(pieces(done), widget)
    late.begin_after_paint(widget)
    late.begun.connect(late.finish)
    with qtbot.waitSignal(late.done):
        widget.show()
    assert done == ["first", "second", "third"]


def test_modules_are_loaded_one_at_a_time() -> None:
    steps = loading(LOADED_LATE)
    for name in LOADED_LATE:
        next(steps)
        assert name in sys.modules
    assert list(steps) == []
