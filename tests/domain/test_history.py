"""Undo and redo."""

from salesorg_gui.domain.history import History, Step
from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan

PLANS = [Plan(str(number)) for number in range(6)]


def step(before: int, after: int, gesture: str | None = None) -> Step:
    return Step(f"{before} to {after}", PLANS[before], PLANS[after], ChartId("as-is"), gesture)


def recorded(*steps: Step) -> History:
    history = History()
    for one in steps:
        history.record(one)
    return history


def test_an_empty_history_has_nothing_to_undo_or_redo() -> None:
    history = History()
    assert (history.undo(), history.redo(), history.undo_label, history.redo_label) == (None, None, None, None)
    history.end_gesture()
    assert history.undo() is None


def test_steps_are_taken_back_and_taken_again_in_turn() -> None:
    history = recorded(step(0, 1), step(1, 2))
    assert (history.undo_label, history.redo_label) == ("1 to 2", None)
    assert [undone.before.title for undone in (history.undo(), history.undo()) if undone] == ["1", "0"]
    assert (history.undo_label, history.redo_label) == (None, "0 to 1")
    assert [redone.after.title for redone in (history.redo(), history.redo()) if redone] == ["1", "2"]
    assert history.redo() is None


def test_a_new_step_forgets_what_could_be_redone() -> None:
    history = recorded(step(0, 1), step(1, 2))
    history.undo()
    history.record(step(1, 3))
    assert history.redo() is None
    assert history.undo_label == "1 to 3"


def test_steps_of_one_gesture_melt_into_one() -> None:
    history = recorded(step(0, 1), step(1, 2, "typing"), step(2, 3, "typing"), step(3, 4, "typing"))
    undone = history.undo()
    assert undone is not None
    assert (undone.before, undone.after, undone.label) == (PLANS[1], PLANS[4], "3 to 4")
    assert history.undo_label == "0 to 1"


def test_another_gesture_is_another_step() -> None:
    assert labels(recorded(step(0, 1, "typing"), step(1, 2, "dragging"), step(2, 3, "typing"))) == [
        "2 to 3",
        "1 to 2",
        "0 to 1",
    ]


def test_steps_without_a_gesture_stay_apart() -> None:
    assert labels(recorded(step(0, 1), step(1, 2))) == ["1 to 2", "0 to 1"]


def test_an_ended_gesture_takes_no_more_steps() -> None:
    history = recorded(step(0, 1, "typing"))
    history.end_gesture()
    history.record(step(1, 2, "typing"))
    assert labels(history) == ["1 to 2", "0 to 1"]


def test_undo_and_redo_end_a_gesture() -> None:
    history = recorded(step(0, 1, "typing"), step(1, 2, "dragging"))
    history.undo()
    history.record(step(1, 3, "typing"))
    assert labels(history) == ["1 to 3", "0 to 1"]
    again = recorded(step(0, 1, "typing"))
    again.undo()
    again.redo()
    again.record(step(1, 2, "typing"))
    assert labels(again) == ["1 to 2", "0 to 1"]


def labels(history: History) -> list[str]:
    found: list[str] = []
    while undone := history.undo():
        found.append(undone.label)
    return found
