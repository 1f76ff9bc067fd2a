"""Whatever is edited, undone or opened: the picture shows the very records of the chart, each as it is now.

A picture that followed every change is held beside one made from nothing. Where they differ, something was not
redrawn, not moved or not forgotten.
"""

import secrets
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from salesorg_gui.canvas.far_lines import Run, far_lines
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, PlanEdit
from salesorg_gui.domain.ids import Key, Kind, RoleId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from tests.builders import ADA, full_plan, pod_chart, pod_plan
from tests.domain.random_editing import Hand, key_set

CATALOGUE = load()


def fresh(chart: Chart, view: ViewKind) -> Picture:
    """A picture of a chart that nothing was ever changed in."""
    picture = Picture(CATALOGUE, view)
    picture.follow(Change(Chart(), chart, Plan(), Plan()))
    return picture


def far_runs(picture: Picture, room: Rect) -> set[Run]:
    """All straight parts of wires as they are seen from afar."""
    lines = far_lines(picture.wires, room, Detail.FULL, with_lists=True)
    return {run for runs in lines.values() for run in runs}


@dataclass(slots=True)
class Watching:
    """A plan under a hand, its earlier states, and a picture that follows."""

    plan: Plan
    picture: Picture
    past: list[Plan] = field(default_factory=list)
    shown: Chart = field(default_factory=Chart)

    def show(self, plan: Plan, chart: Chart) -> None:
        before = set(self.picture.layout.cards) | set(self.picture.layout.frames)
        update = self.picture.follow(Change(self.shown, chart, self.plan, plan))
        after = set(self.picture.layout.cards) | set(self.picture.layout.frames)
        assert (set(update.added), set(update.removed)) == (after - before, before - after)
        self.plan, self.shown = plan, chart
        drawn = {key for key in key_set(chart) if key.kind is not Kind.HIRE}
        assert self.picture.keys == drawn
        assert after <= drawn

    def wander(self, chance: Random) -> None:
        """An edit, an undo, or another chart's tab."""
        what = chance.random()
        if what < 0.1 and self.past:
            plan = self.past.pop()
            self.show(plan, plan.charts.get(self.shown.id, plan.first_chart))
        elif what < 0.15:
            self.show(self.plan, chance.choice(list(self.plan.charts.values())))
        else:
            self._edit(chance)

    def _edit(self, chance: Random) -> None:
        edit = Hand(chance).edit(self.plan)
        try:
            plan = edit.revise(self.plan) if isinstance(edit, PlanEdit) else self.plan
        except EditRefused:
            return
        if plan is not self.plan:
            self.past.append(self.plan)
            self.show(plan, plan.charts.get(self.shown.id, plan.first_chart))

    def compare(self) -> None:
        """Nothing tells the picture from a new one: where things stand, how they look, what lies where."""
        other = fresh(self.shown, self.picture.view)
        assert self.picture.layout == other.layout
        for key in self.picture.keys:
            assert self.picture.bounds(key) == other.bounds(key), key
            for detail in Detail:
                assert self.picture.sketch(key, detail).placed == other.sketch(key, detail).placed, key
        bounds = other.layout.bounds
        assert set(self.picture.keys_in(bounds)) == set(other.keys_in(bounds))
        assert far_runs(self.picture, bounds) == far_runs(other, bounds)
        part = Rect(bounds.x + bounds.width / 4, bounds.y, bounds.width / 3, bounds.height / 2)
        assert far_runs(self.picture, part) == far_runs(other, part)
        for rect in (*other.layout.cards.values(), *other.layout.frames.values()):
            assert self.picture.key_at(rect.centre) == other.key_at(rect.centre)


@pytest.mark.parametrize("view", list(ViewKind))
@pytest.mark.parametrize("plan", [pod_plan(), full_plan()], ids=["pods", "full"])
def test_the_picture_shows_the_records_of_the_chart_after_every_step(
    plan: Plan, view: ViewKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(f"{len(plan.charts)} {view} 6")
    monkeypatch.setattr(secrets, "choice", chance.choice)
    watching = Watching(plan, Picture(CATALOGUE, view))
    watching.show(plan, plan.first_chart)
    for step in range(400):
        watching.wander(chance)
        if step % 12 == 0:
            watching.compare()
    watching.compare()


def test_a_view_looked_at_in_between_shows_the_same_records(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(7)
    monkeypatch.setattr(secrets, "choice", chance.choice)
    watching = Watching(pod_plan(), Picture(CATALOGUE))
    watching.show(watching.plan, watching.plan.first_chart)
    for _ in range(60):
        watching.wander(chance)
        watching.picture.show_view(chance.choice(list(ViewKind)))
        watching.compare()


def test_a_new_title_moves_nothing_in_the_handoffs_view_but_a_new_role_may() -> None:
    chart = pod_chart()
    picture = fresh(chart, ViewKind.HANDOFFS)
    before = picture.layout
    renamed = chart.with_records([replace(chart.seats[ADA], title="Closer")])
    assert Key(Kind.SEAT, ADA) in picture.follow(Change(chart, renamed, Plan(), Plan())).redrawn
    assert picture.layout is before
    staged = renamed.with_records([replace(renamed.seats[ADA], role=RoleId("customer_success_manager"))])
    picture.follow(Change(renamed, staged, Plan(), Plan()))
    assert picture.layout == fresh(staged, ViewKind.HANDOFFS).layout != before
