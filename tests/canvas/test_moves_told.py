"""A layout that tells what differs since the one before tells all of it: the moves are those found by comparing all."""

import secrets
from dataclasses import replace
from random import Random

import pytest

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.update import moves_between
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, PlanEdit
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import LineKind
from salesorg_gui.layout.layout import ViewKind
from tests.builders import full_plan, pod_plan
from tests.domain.random_editing import Hand

CATALOGUE = load()


def edited(plan: Plan, chance: Random) -> Plan:
    """The plan after an edit of any kind, or the same when it was refused."""
    edit = Hand(chance).edit(plan)
    try:
        return edit.revise(plan) if isinstance(edit, PlanEdit) else plan
    except EditRefused:
        return plan


@pytest.mark.parametrize("view", [ViewKind.BOARD, ViewKind.REPORTING])
@pytest.mark.parametrize("plan", [pod_plan(), full_plan()], ids=["pods", "full"])
def test_what_a_layout_tells_of_its_moves_is_what_comparing_all_finds(
    plan: Plan, view: ViewKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(f"{len(plan.charts)} {view} moves")
    monkeypatch.setattr(secrets, "choice", chance.choice)
    picture = Picture(CATALOGUE, view)
    picture.follow(Change(Chart(), plan.first_chart, plan, plan))
    told = 0
    for _ in range(300):
        before, after = picture.layout, edited(plan, chance)
        picture.follow(Change(plan.first_chart, after.first_chart, plan, after))
        plan, now = after, picture.layout
        told += now.since is not None and now.since.grown is before.grown
        assert moves_between(before, now) == moves_between(before, replace(now, since=None))
    assert told > 20


def test_a_line_within_a_pod_runs_in_its_frame() -> None:
    chance = Random(2)
    plan = pod_plan()
    seen = 0
    for _ in range(150):
        plan = edited(plan, chance)
        picture = Picture(CATALOGUE)
        picture.follow(Change(Chart(), plan.first_chart, plan, plan))
        for line in plan.first_chart.lines.values():
            pod = picture.wires.wiring.pod_around(line)
            route = picture.wires.route(Key(Kind.LINE, line.id))
            if pod is not None and route:
                seen += line.kind is LineKind.SOLID
                frame = picture.layout.frames[Key(Kind.POD, pod)]
                assert all(frame.contains(spot) for spot in route)
    assert seen > 50
