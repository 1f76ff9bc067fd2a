"""Edits of the document as a whole, and edits put together."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit, EditRefused, InChart, PlanEdit, Together
from salesorg_gui.domain.edits.places import LeadPod, MoveSeats
from salesorg_gui.domain.edits.plan import (
    Accept,
    AddChart,
    DescribeChart,
    ForgetRole,
    RemoveChart,
    RenamePlan,
    SetAnswer,
    SetParameter,
    SetParameters,
    SetPlanLanguage,
    SetRole,
)
from salesorg_gui.domain.ids import ChartId, ModelId, RoleId, SeatId
from salesorg_gui.domain.plan import OwnRole, Plan, empty_plan
from tests.builders import ADA, NORTH, SOUTH, chart_of, pod_chart, pod_plan, seat

AS_IS, OPTION, OTHER = ChartId("as-is"), ChartId("option"), ChartId("other")
GREETER = OwnRole(RoleId("greeter"), "Greeter")


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (RenamePlan("New"), "Rename plan"),
        (SetPlanLanguage("sv"), "Change language of documents"),
        (SetAnswer("sellers", 4), "Answer"),
        (SetParameter("capacity", "churn", 0.1), "Change parameter"),
        (SetRole(GREETER), "Change role"),
        (AddChart(Chart(OPTION)), "Add chart"),
        (InChart(AS_IS, MoveSeats((ADA,), SOUTH)), "Move to pod"),
    ],
)
def test_an_edit_of_the_plan_has_a_label_and_leaves_the_plan_before_alone(edit: PlanEdit, label: str) -> None:
    plan = pod_plan()
    after = edit.revise(plan)
    assert edit.label == label
    assert after != plan == pod_plan()
    if not isinstance(edit, AddChart | InChart):
        assert edit.revise(after) is after


def test_title_and_language_are_the_plans_own() -> None:
    plan = SetPlanLanguage("sv").revise(RenamePlan("New").revise(pod_plan()))
    assert (plan.title, plan.language) == ("New", "sv")


def test_an_answer_can_be_taken_back() -> None:
    plan = SetAnswer("budget", "large").revise(SetAnswer("sellers", 4).revise(pod_plan()))
    assert plan.answers == {"sellers": 4, "budget": "large"}
    assert SetAnswer("sellers", None).revise(plan).answers == {"budget": "large"}
    assert SetAnswer("unasked", None).revise(plan) is plan


def test_a_parameter_goes_back_to_its_default_and_takes_its_group_along() -> None:
    plan = SetParameter("rule", "most", 9).revise(SetParameter("rule", "fewest", 1).revise(pod_plan()))
    assert plan.parameters == {"rule": {"fewest": 1, "most": 9}}
    plan = SetParameter("rule", "most", None).revise(plan)
    assert plan.parameters == {"rule": {"fewest": 1}}
    assert SetParameter("rule", "fewest", None).revise(plan).parameters == {}


def test_a_group_that_is_none_gives_way_to_a_parameter() -> None:
    plan = replace(pod_plan(), parameters={"rule": 3})
    assert SetParameter("rule", "most", 9).revise(plan).parameters == {"rule": {"most": 9}}


def test_a_parameter_of_a_rule_says_what_it_does() -> None:
    said = [SetParameter("rule", name, value).label for name, value in (("off", True), ("off", None), ("most", 9))]
    assert said == ["Switch rule off", "Switch rule on", "Change parameter"]
    assert SetParameter("rule", "severity", "hint").label == "Change severity"


def test_groups_are_set_as_one_step_and_empty_ones_go() -> None:
    plan = replace(pod_plan(), parameters={"a": {"most": 1}, "b": {"most": 2}, "c": {"most": 3}})
    edit = SetParameters("Use rules", {"a": {}, "b": {"off": True}, "d": {"most": 4}, "e": {}})
    assert edit.revise(plan).parameters == {"b": {"off": True}, "c": {"most": 3}, "d": {"most": 4}}
    assert SetParameters("Use rules", {"a": {"most": 1}, "d": {}}).revise(plan) is plan


# -------------------------------------------------------------------------------------------------------------- charts


def test_a_copy_of_a_chart_becomes_an_option() -> None:
    plan = AddChart(replace(pod_chart(), id=OPTION, title="Option A", order=1)).revise(pod_plan())
    assert [chart.title for chart in plan.charts_in_order] == ["As is", "Option A"]
    assert plan.first_chart.id == AS_IS
    assert plan.charts[OPTION].seats is not plan.charts[AS_IS].seats


def test_a_chart_is_added_once() -> None:
    with pytest.raises(EditRefused, match="already in the plan"):
        AddChart(pod_chart()).revise(pod_plan())


def test_a_chart_is_removed_but_never_the_last() -> None:
    plan = AddChart(Chart(OPTION)).revise(pod_plan())
    edit = RemoveChart(OPTION)
    assert edit.label == "Remove chart"
    after = edit.revise(plan)
    assert list(after.charts) == [AS_IS]
    assert edit.revise(after) is after
    with pytest.raises(EditRefused, match="keeps at least one chart"):
        RemoveChart(AS_IS).revise(after)


def test_what_was_based_on_a_removed_chart_is_based_on_what_that_was_based_on() -> None:
    plan = AddChart(Chart(OTHER, based_on=OPTION)).revise(AddChart(Chart(OPTION, based_on=AS_IS)).revise(pod_plan()))
    after = RemoveChart(OPTION).revise(plan)
    assert after.charts[OTHER].based_on == AS_IS
    assert after.charts[AS_IS] is plan.charts[AS_IS]


def test_an_edit_of_one_chart_leaves_the_others_alone() -> None:
    plan = AddChart(replace(pod_chart(), id=OPTION)).revise(pod_plan())
    after = InChart(OPTION, MoveSeats((ADA,), SOUTH)).revise(plan)
    assert after.charts[AS_IS] is plan.charts[AS_IS]
    assert after.charts[OPTION].seats[ADA].pod == SOUTH


def test_an_edit_that_changes_nothing_in_a_chart_changes_nothing_in_the_plan() -> None:
    plan = pod_plan()
    assert InChart(AS_IS, LeadPod(NORTH, plan.first_chart.pods[NORTH].lead)).revise(plan) is plan


def test_a_chart_that_is_gone_is_not_edited() -> None:
    with pytest.raises(EditRefused, match="This chart is no longer in the plan"):
        InChart(OPTION, LeadPod(NORTH, None)).revise(pod_plan())


def test_a_chart_says_what_it_is() -> None:
    chart = pod_chart()
    described = DescribeChart("To be", ModelId("pod"), "specialists", "A note").apply(chart)
    assert (described.title, described.model, described.growth_stage, described.note) == (
        "To be",
        "pod",
        "specialists",
        "A note",
    )
    assert DescribeChart(model=ModelId("")).apply(described).model is None
    assert DescribeChart().apply(described) is described
    assert DescribeChart(title="To be").apply(described) is described


def test_a_chart_holds_from_a_date() -> None:
    chart = DescribeChart(since="2026-05-01").apply(pod_chart())
    assert chart.since == "2026-05-01"
    assert DescribeChart(note="x").apply(chart).since == "2026-05-01"
    assert DescribeChart(since="2026-05-01").apply(chart) is chart
    assert DescribeChart(since="").apply(chart).since == ""
    with pytest.raises(EditRefused, match="Write a date as 2027-03-01"):
        DescribeChart(since="May").apply(chart)


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (DescribeChart(title="x"), "Rename chart"),
        (DescribeChart(model=ModelId("pod")), "Change model"),
        (DescribeChart(growth_stage="x"), "Change growth stage"),
        (DescribeChart(note="x"), "Change note"),
        (DescribeChart(since="2026-01-01"), "Change date of the chart"),
        (Accept("rule", (), "why"), "Accept finding"),
        (Accept("rule", (), ""), "Show finding again"),
    ],
)
def test_a_description_is_called_by_what_it_changes(edit: ChartEdit, label: str) -> None:
    assert edit.label == label


def test_a_finding_is_accepted_for_a_reason_and_shown_again_without_one() -> None:
    chart = Accept("span", ("b",), "For now").apply(Accept("span", ("c",), "Never mind").apply(pod_chart()))
    chart = Accept("cycle", ("z",), "Known").apply(chart)
    assert [(one.rule, one.subjects) for one in chart.accepted] == [
        ("cycle", ("z",)),
        ("span", ("b",)),
        ("span", ("c",)),
    ]
    again = Accept("span", ("b",), " ").apply(chart)
    assert [one.subjects for one in again.accepted] == [("z",), ("c",)]
    assert Accept("span", ("b",), "").apply(again) is again
    assert Accept("cycle", ("z",), "Known").apply(chart) is chart


# --------------------------------------------------------------------------------------------------------------- roles


def plan_with_greeter(role: str = "greeter", own: OwnRole = GREETER) -> Plan:
    chart = chart_of(seat("a", role))
    return SetRole(own).revise(Plan(charts={chart.id: chart}))


def test_a_role_of_ones_own_is_forgotten_when_nobody_has_it() -> None:
    edit = ForgetRole(GREETER.id)
    assert edit.label == "Remove role"
    assert dict(edit.revise(plan_with_greeter("account_executive")).roles) == {}
    with pytest.raises(EditRefused, match="Seats still have this role"):
        edit.revise(plan_with_greeter())


def test_texts_for_a_role_of_the_catalogue_can_be_forgotten_while_seats_have_it() -> None:
    own = OwnRole(RoleId("account_executive"), texts={"mission": ("Close.",)})
    assert dict(ForgetRole(own.id).revise(plan_with_greeter("account_executive", own)).roles) == {}


def test_forgetting_what_nobody_said_changes_nothing() -> None:
    plan = pod_plan()
    assert ForgetRole(GREETER.id).revise(plan) is plan


def test_a_role_needs_a_name() -> None:
    with pytest.raises(EditRefused, match="A role needs a title"):
        SetRole(OwnRole(RoleId(""))).revise(pod_plan())


# ---------------------------------------------------------------------------------------------------- several together


def test_several_edits_are_one_step_in_their_order() -> None:
    edit = Together("Swap leads", (LeadPod(NORTH, ADA), LeadPod(SOUTH, ADA), LeadPod(NORTH, None)))
    after = edit.apply(pod_chart())
    assert edit.label == "Swap leads"
    assert (after.pods[NORTH].lead, after.pods[SOUTH].lead) == (None, ADA)


def test_several_edits_are_refused_whole() -> None:
    chart = pod_chart()
    with pytest.raises(EditRefused):
        Together("x", (LeadPod(NORTH, None), LeadPod(NORTH, SeatId("gone")))).apply(chart)
    assert chart == pod_chart()


def test_edits_of_charts_and_of_the_plan_are_told_apart() -> None:
    assert isinstance(LeadPod(NORTH, None), ChartEdit)
    assert not isinstance(LeadPod(NORTH, None), PlanEdit)
    assert isinstance(RenamePlan("x"), PlanEdit)
    assert not isinstance(RenamePlan("x"), ChartEdit)


def test_an_empty_plan_has_one_empty_chart() -> None:
    plan = empty_plan("Mine", "Today", "sv")
    assert (plan.title, plan.language, plan.first_chart.title, dict(plan.first_chart.seats)) == (
        "Mine",
        "sv",
        "Today",
        {},
    )
