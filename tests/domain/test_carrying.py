"""What is derived from a chart is taken over by the next one, and is what it would be if gathered anew."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.carrying import MADE_FROM
from salesorg_gui.domain.change import delta, difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId
from salesorg_gui.domain.lineage import STEPS, names_between
from salesorg_gui.domain.records import Pod
from tests import builders as b
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart


def derived(chart: Chart) -> dict[str, object]:
    return {name: getattr(chart, name) for name in MADE_FROM}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 5_000))
def test_what_is_taken_over_is_what_would_be_gathered_anew(seed: int) -> None:
    hand, chart = Hand(Random(seed)), random_chart(seed, 25, free=0.2)
    for _ in range(8):
        derived(chart)
        try:
            chart = hand.chart_edit(chart).apply(chart)
        except EditRefused:
            continue
        assert derived(chart) == derived(replace(chart))


def test_an_edit_of_a_seat_regroups_no_line() -> None:
    chart = b.pod_chart()
    before = derived(chart)
    after = chart.with_records([replace(chart.seats[b.ADA], title="Other")])
    assert after.lines_up is before["lines_up"]
    assert after.pods_in is before["pods_in"]
    assert after.members[b.NORTH] != before["members"][b.NORTH]  # type: ignore[index]
    assert after.members == replace(after).members


def test_members_are_gathered_when_asked_where_pods_differ() -> None:
    chart = b.pod_chart()
    derived(chart)
    assert "members" not in vars(chart.without([Key(Kind.POD, b.NORTH)]))


def test_a_pod_that_comes_regroups_no_seat_unless_one_waits_for_it() -> None:
    chart = b.pod_chart()
    derived(chart)
    after = chart.with_records([Pod(PodId("new"), "New")])
    assert after.members[b.NORTH] is chart.members[b.NORTH]
    waiting = chart.with_records([replace(chart.seats[b.ADA], pod=PodId("new"))])
    derived(waiting)
    come = waiting.with_records([Pod(PodId("new"), "New")])
    assert "members" not in vars(come)
    assert [seat.id for seat in come.members[PodId("new")]] == [b.ADA]


def test_a_handoff_that_gets_another_giver_finds_its_place_anew() -> None:
    chart = b.pod_chart()
    derived(chart)
    handoff = next(iter(chart.handoffs.values()))
    giver = next(seat for seat in chart.seats if seat != handoff.source)
    after = chart.with_records([replace(handoff, source=giver)])
    assert "handoffs_from" not in vars(after)
    assert derived(after) == derived(replace(after))


def test_a_line_that_goes_leaves_the_groups_of_others_alone() -> None:
    chart = b.pod_chart()
    derived(chart)
    name = next(iter(chart.lines))
    after = chart.without([Key(Kind.LINE, name)])
    assert chart.lines[name].report not in after.lines_up
    others = {report for report in chart.lines_up if report != chart.lines[name].report}
    assert all(after.lines_up[report] is chart.lines_up[report] for report in others)


def test_many_lines_at_once_are_gathered_when_asked() -> None:
    lines = [b.line(f"s{number}", "boss") for number in range(300)]
    chart = Chart()
    assert chart.lines_down == {}
    after = chart.with_records(lines)
    assert "lines_down" not in vars(after)
    assert len(after.lines_down["boss"]) == 300  # type: ignore[index]
    none = after.without([Key(Kind.LINE, line.id) for line in lines])
    assert "lines_down" not in vars(none)
    assert none.lines_down == {}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 5_000))
def test_what_differs_is_told_from_the_edits_as_if_everything_were_compared(seed: int) -> None:
    hand, chart = Hand(Random(seed)), random_chart(seed, 25, free=0.2)
    charts = [chart]
    for _ in range(STEPS + 3):
        try:
            charts.append(hand.chart_edit(charts[-1]).apply(charts[-1]))
        except EditRefused:
            continue
    for one in charts:
        for other in charts:
            for kind in Kind:
                assert difference(one, other, kind) == delta(one.records(kind), other.records(kind))


def test_a_chart_knows_what_a_few_edits_put_or_took_on_the_way_back_too() -> None:
    chart = b.pod_chart()
    renamed = chart.with_records([replace(chart.seats[b.ADA], title="Other")])
    after = renamed.with_records([replace(renamed.seats[b.BO], title="Third")], [Key(Kind.SEAT, b.CY)])
    names = names_between(chart.lineage, after.lineage)
    assert names == {"seats": {b.ADA: None, b.BO: None, b.CY: None}}
    assert names_between(after.lineage, chart.lineage) == names
    assert names_between(chart.lineage, replace(chart).lineage) is None


def test_nobody_keeps_the_names_of_many_records() -> None:
    chart = Chart()
    after = chart.with_records([b.seat(f"s{number}") for number in range(300)])
    assert names_between(chart.lineage, after.lineage) is None
    assert difference(chart, after, Kind.SEAT).added == after.seats


def test_two_charts_made_of_the_same_third_differ_in_what_was_touched_on_the_way_to_either() -> None:
    chart = b.pod_chart()
    one = chart.with_records([replace(chart.seats[b.ADA], title="One")])
    two = chart.with_records([replace(chart.seats[b.BO], title="Two")]).without([Key(Kind.SEAT, b.CY)])
    names = names_between(one.lineage, two.lineage)
    assert names is not None
    assert set(names["seats"]) == {b.ADA, b.BO, b.CY}
    further = two.with_records([replace(chart.seats[b.ADA], title="Three")])
    assert names_between(further.lineage, one.lineage) is not None
    for before, after in ((one, two), (two, one), (one, further), (further, one)):
        assert difference(before, after, Kind.SEAT) == delta(before.seats, after.seats)
    assert names_between(one.lineage, b.pod_chart().lineage) is None


def test_adding_a_seat_regroups_nothing_of_a_chart_that_was_gathered_before() -> None:
    chart = b.pod_chart()
    edit = AddSeat(b.seat("new", pod=b.NORTH), Spot(b.HEAD, pod=b.NORTH), (LineId("l-new"),), "Add")
    after = edit.apply(chart)
    assert {"members", "lines_up", "lines_down"} <= chart.__dict__.keys()
    assert after.members[b.SOUTH] is chart.members[b.SOUTH]
    assert derived(after) == derived(replace(after))
