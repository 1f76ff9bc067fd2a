"""Any edits in any order: undo and redo are exact, charts stay sound, the file holds everything.

The plans as they once were are kept beside the history as a reference timeline, with a fingerprint of the bytes each
had when it came. A history that forgets to clear what can be redone, or an edit that changes what it was given, shows
here.
"""

import inspect
import secrets
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from salesorg_gui.domain.edits import branches, building, cases, duplicating, edit, lines, places, plan, records, slides
from salesorg_gui.domain.edits.edit import ChartEdit, Edit, EditRefused, InChart, PlanEdit
from salesorg_gui.domain.history import History, Step
from salesorg_gui.domain.plan import Plan
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import save
from salesorg_gui.storage.text import dumps, fingerprint, loads
from tests.builders import pod_plan
from tests.domain.random_editing import Hand, parts_of
from tests.domain.soundness import assert_sound, assert_stands_as_asked

FILES = Path(__file__).resolve().parents[1] / "files"


@dataclass(slots=True)
class Editing:
    """A plan under a hand: its history, and the reference timeline beside it."""

    plan: Plan
    history: History = field(default_factory=History)
    timeline: list[tuple[Plan, str]] = field(default_factory=list)
    now: int = 0
    gesture: str | None = None
    done: Counter[type] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.timeline.append((self.plan, fingerprint(dumps(self.plan))))

    def perform(self, edit: Edit, gesture: str | None = None) -> None:
        """Do what a session does, and look closely at what came of it."""
        before = self.plan
        assert edit.label
        try:
            after = edit.revise(before) if isinstance(edit, PlanEdit) else before
        except EditRefused as refusal:
            self.refusals[str(refusal)] += 1
            return
        self.done.update(map(type, parts_of(edit)))
        if after is before:
            return
        self._look_at(edit, before, after)
        self.history.record(Step(edit.label, before, after, after.first_chart.id, gesture))
        self.plan = after
        if gesture is None or gesture != self.gesture:
            self.now += 1
        self.gesture = gesture
        self.timeline[self.now :] = [(after, fingerprint(dumps(after)))]

    def _look_at(self, edit: Edit, before: Plan, after: Plan) -> None:
        for name in before.charts.keys() & after.charts.keys():
            if after.charts[name] is not before.charts[name]:
                assert_sound(before.charts[name], after.charts[name])
        if isinstance(edit, InChart):
            assert_stands_as_asked(edit.edit, before.charts[edit.chart], after.charts[edit.chart])

    def undo(self) -> None:
        step = self.history.undo()
        assert (step is None) == (self.now == 0)
        if step is not None:
            assert step.after is self.plan
            self.plan, self.now, self.gesture = step.before, self.now - 1, None

    def redo(self) -> None:
        step = self.history.redo()
        assert (step is None) == (self.now == len(self.timeline) - 1)
        if step is not None:
            assert step.before is self.plan
            self.plan, self.now, self.gesture = step.after, self.now + 1, None

    def compare(self) -> None:
        """The plan is the very one that stood at this point of the timeline."""
        assert self.plan is self.timeline[self.now][0]
        assert (self.history.undo_label is None) == (self.now == 0)
        assert (self.history.redo_label is None) == (self.now == len(self.timeline) - 1)

    def compare_bytes(self) -> None:
        """And nothing has changed in it since."""
        assert fingerprint(dumps(self.plan)) == self.timeline[self.now][1]


class RandomEditing(RuleBasedStateMachine):
    """Hypothesis looks for the shortest story that goes wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.editing = Editing(pod_plan())

    @rule(chance=st.integers(0, 2**32), gesture=st.sampled_from([None, None, "typing", "dragging"]))
    def edit(self, chance: int, gesture: str | None) -> None:
        self.editing.perform(Hand(Random(chance)).edit(self.editing.plan), gesture)

    @rule()
    def undo(self) -> None:
        self.editing.undo()

    @rule()
    def redo(self) -> None:
        self.editing.redo()

    @invariant()
    def history_is_exact(self) -> None:
        self.editing.compare()
        self.editing.compare_bytes()

    @invariant()
    def the_file_holds_everything(self) -> None:
        assert loads(dumps(self.editing.plan)).plan == self.editing.plan


RandomEditing.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestRandomEditing = RandomEditing.TestCase


def wander(editing: Editing, chance: Random) -> None:
    """One step: mostly an edit, sometimes back and forth in time."""
    if chance.random() < 0.8:
        gesture = chance.choice(("typing", "dragging")) if chance.random() < 0.3 else None
        editing.perform(Hand(chance).edit(editing.plan), gesture)
    else:
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            chance.choice((Editing.undo, Editing.undo, Editing.redo))(editing)
    editing.compare()


def assert_undone_and_redone(editing: Editing) -> None:
    """All the way back, all the way forth: the same plan at every step, to the byte."""
    while editing.now:
        editing.undo()
        editing.compare()
        editing.compare_bytes()
    while editing.now < len(editing.timeline) - 1:
        editing.redo()
        editing.compare()
        if editing.now % 10 == 0:  # every one of these very plans was compared on the way back
            editing.compare_bytes()
    editing.compare_bytes()


@pytest.mark.slow
def test_twenty_thousand_steps_undo_and_redo_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(20_000)
    monkeypatch.setattr(secrets, "choice", chance.choice)
    editing = Editing(pod_plan())
    path = tmp_path / "plan.salesorg"
    saved = save(path, editing.plan)
    for step in range(1, 20_001):
        wander(editing, chance)
        if step % 100 == 0:
            saved = save(path, editing.plan, saved.hash)
            assert read(path).plan == editing.plan
            assert path.read_bytes() == dumps(editing.plan)
    assert_undone_and_redone(editing)
    assert every_edit() <= set(editing.done)
    assert "" not in editing.refusals
    assert editing.refusals.total() > 1000
    assert len(editing.timeline) > 5000


@pytest.mark.slow
@pytest.mark.parametrize("name", ["v1-troubles", "v1-everything"])
def test_a_plan_full_of_troubles_only_gets_better(name: str) -> None:
    chance = Random(name)
    editing = Editing(read(FILES / f"{name}.salesorg").plan)
    for _ in range(1000):
        wander(editing, chance)
    assert_undone_and_redone(editing)


def every_edit() -> set[type]:
    """All kinds of edit the domain has."""
    modules = (branches, building, cases, duplicating, edit, lines, places, plan, records, slides)
    found = (value for module in modules for value in vars(module).values())
    kinds = {kind for kind in found if inspect.isclass(kind) and (hasattr(kind, "apply") or hasattr(kind, "revise"))}
    return kinds - {ChartEdit, PlanEdit}
