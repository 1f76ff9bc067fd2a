"""Who is outside of pods and leads there is found from few lines: the same as from all of them."""

from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import LineId, PodId, RoleId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Pod, Seat
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.crossing import crossing
from salesorg_gui.layout.footing import Footing, footing_of
from salesorg_gui.layout.frames import members_of
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.outside import Outside, outside_of
from salesorg_gui.layout.reporting import solid_lines
from tests.builders import full_plan, pod_plan
from tests.domain.random_editing import Hand

CHARTS = st.sampled_from([pod_plan().first_chart, full_plan().first_chart])


def expected_heads(chart: Chart) -> set[str]:
    """The seats outside of pods, without a place, that lead a seat or a pod: each looked at by itself."""
    leading = {line.manager for line in chart.lines.values() if line.kind is LineKind.SOLID}
    leading |= {pod.lead for pod in chart.pods.values() if pod.lead is not None}
    loose = [seat for seat in chart.seats.values() if seat.pod not in chart.pods and seat.place is None]
    return {seat.id for seat in loose if seat.id in leading}


def assert_right(outside: Outside, chart: Chart) -> None:
    """Everything asked of those outside is answered as all lines of the chart would answer it."""
    seats, solid = chart.seats, solid_lines(replace(chart))
    apart = {name for name, seat in seats.items() if seat.pod not in chart.pods}
    assert {name for name in seats if outside.holds(name)} == apart
    assert outside.heads == expected_heads(chart)
    for name in seats:
        manager = solid.manager(name, seats)
        assert outside.managers([name]) == ([manager] if manager in apart else [])
        if name in apart:
            assert outside.manager(name) == manager


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), CHARTS)
def test_those_outside_are_told_from_few_lines_as_from_all(seed: int, chart: Chart) -> None:
    hand, layout = Hand(Random(seed)), Layout()
    for _ in range(20):
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
        anew = replace(chart)
        assert_right(outside_of(anew, solid_lines(anew), crossing(anew, members_of(anew))), chart)
        layout = arrange_board(chart, earlier=layout)
        assert isinstance(layout.grown, Footing)
        assert_right(layout.grown.outside, chart)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), CHARTS)
def test_each_pod_has_the_leaders_that_its_members_and_itself_name(seed: int, chart: Chart) -> None:
    hand = Hand(Random(seed))
    for _ in range(20):
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
    solid = solid_lines(chart)
    footing = footing_of(replace(chart), solid)
    for pod, members in footing.frames.members.items():
        above = [solid.manager(name, chart.seats) for name in members]
        leaders = [name for name in (*above, chart.pods[pod].lead) if name is not None and footing.outside.holds(name)]
        assert list(footing.leaders[pod]) == leaders


@pytest.mark.parametrize("chart", [pod_plan().first_chart, full_plan().first_chart])
def test_the_lines_of_some_are_those_they_have_among_all(chart: Chart) -> None:
    solid = solid_lines(chart)
    some = frozenset(list(chart.seats)[::2])
    few = solid.among(some, tuple(chart.lines.values()))
    assert few.up == {name: lines for name, lines in solid.up.items() if name in some}
    assert few.assistants == {pair for pair in solid.assistants if pair[0] in some}


def test_a_second_line_of_a_report_counts_even_within_its_pod() -> None:
    pod, lead, head = PodId("p"), SeatId("lead"), SeatId("head")
    role = RoleId("account_executive")
    seats = [Seat(head, role), Seat(lead, role, pod=pod), Seat(SeatId("a"), role, pod=pod)]
    lines = [Line(LineId("1"), SeatId("a"), lead, order=0), Line(LineId("2"), SeatId("a"), head, order=1)]
    chart = Chart().with_records([Pod(pod, "P"), *seats, *lines])
    outside = outside_of(chart, solid_lines(chart), crossing(chart, members_of(chart)))
    assert outside.managers([SeatId("a")]) == []
    assert outside.heads == {head}
