"""What-if questions: answered beside the window, the newest of a name only."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.session.trial import Trials


class Asker:
    """Hears the answers, and can hold the worker up."""

    def __init__(self) -> None:
        self.trials = Trials("test")
        self.heard: list[tuple[str, object]] = []
        self.asked: list[object] = []
        self.gate = threading.Event()
        self.trials.answered.connect(lambda name, answer: self.heard.append((name, answer)))

    def ask(self, name: str, answer: object, *, waits: bool = False) -> None:
        def work() -> object:
            self.asked.append(answer)
            if waits:
                self.gate.wait(5)
            return answer

        self.trials.ask(name, work)


@pytest.fixture
def asker(qtbot: QtBot) -> Asker:
    return Asker()


def test_a_question_is_answered_in_a_while(asker: Asker, qtbot: QtBot) -> None:
    asker.ask("limit", 7)
    qtbot.waitUntil(lambda: asker.heard == [("limit", 7)])
    asker.trials.close()


def test_a_newer_question_of_the_name_makes_the_older_worthless(asker: Asker, qtbot: QtBot) -> None:
    asker.ask("limit", 1, waits=True)
    for number in (2, 3, 4):
        asker.ask("limit", number)
    asker.gate.set()
    qtbot.waitUntil(lambda: bool(asker.heard))
    assert asker.heard == [("limit", 4)]
    assert asker.asked == [1, 4]
    asker.trials.close()


def test_questions_of_other_names_are_answered_too(asker: Asker, qtbot: QtBot) -> None:
    asker.ask("a", 1, waits=True)
    asker.ask("b", 2)
    asker.gate.set()
    qtbot.waitUntil(lambda: len(asker.heard) == 2)
    assert asker.heard == [("a", 1), ("b", 2)]
    asker.trials.close()


def test_what_nobody_wants_to_know_any_more_is_not_told(asker: Asker, qtbot: QtBot) -> None:
    asker.ask("a", 1, waits=True)
    asker.ask("b", 2)
    asker.trials.forget("a")
    asker.trials.forget("b")
    asker.gate.set()
    asker.ask("c", 3)
    qtbot.waitUntil(lambda: bool(asker.heard))
    assert asker.heard == [("c", 3)]
    asker.trials.close()


def test_after_closing_nothing_is_told(asker: Asker, qtbot: QtBot) -> None:
    asker.ask("a", 1)
    asker.trials.close()
    qtbot.wait(60)
    assert asker.heard == []
