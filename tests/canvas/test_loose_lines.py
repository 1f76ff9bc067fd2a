"""The lines that go by themselves are found among those that leave a pod: no other line is one of them."""

from contextlib import suppress
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.canvas.loose_lines import LooseLines, loose_lines
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.layout import ViewKind
from tests.builders import full_plan, pod_plan
from tests.domain.random_editing import Hand


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.sampled_from([pod_plan(), full_plan()]), st.sampled_from([*ViewKind]))
def test_the_lines_that_leave_a_pod_hold_all_that_are_loose(seed: int, plan: Plan, view: ViewKind) -> None:
    hand, chart = Hand(Random(seed)), plan.first_chart
    for _ in range(15):
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
    picture = Picture(load(), view)
    picture.follow(Change(Chart(), chart, Plan(), plan))
    wiring = picture.wires.wiring
    found, expected = loose_lines(wiring), LooseLines(wiring)
    expected.sort(chart.lines.values())
    assert (found.loose, found.onto) == (expected.loose, expected.onto)
    assert [list(lines) for lines in found.onto.values()] == [list(lines) for lines in expected.onto.values()]
