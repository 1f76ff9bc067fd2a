"""Converting: the template of another structure, filled with the people of a chart. Nobody is lost, nothing broken."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.companies import company
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.history import History, Step
from salesorg_gui.domain.ids import (
    ChartId,
    HireId,
    Kind,
    KpiId,
    ModelId,
    RoleId,
    SeatId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import (
    Activity,
    Hire,
    HireStatus,
    Lane,
    Measure,
    Person,
    Seat,
    Source,
    Status,
)
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.study.convert.conversion import (
    Fate,
    proposing,
    template_for,
)
from tests.rules.builders import ENGLISH, chart, plan_of, pod, seat
from tests.rules.random_plans import random_plan
from tests.study.conversions import OF_THE_DATA, SELLING, converted, errors, example, fate, names

# -------------------------------------------------------------------------------------------------- sound, whoever asks


@pytest.mark.parametrize("target", SELLING)
@pytest.mark.parametrize("origin", ["example", *ENGLISH.templates])
def test_a_proposed_chart_has_no_error(origin: str, target: str) -> None:
    plan = example() if origin == "example" else plan_from_template(origin, ENGLISH)
    assert errors(plan, converted(plan, target).chart) == []


@pytest.mark.parametrize("target", SELLING)
def test_the_proposed_chart_of_a_larger_company_has_no_error(target: str) -> None:
    plan = company(175)
    assert errors(plan, converted(plan, target).chart) == []


@pytest.mark.parametrize("target", ["tpl_two_pods", "tpl_assembly_line"])
def test_a_company_of_a_thousand_has_no_error_and_few_handoffs(target: str) -> None:
    plan = company(1_000)
    found = converted(plan, target)
    assert errors(plan, found.chart) == []
    assert len(found.chart.handoffs) < 4 * len(found.chart.seats)
    assert names(found.chart) == names(plan.first_chart)


def test_what_was_given_back_before_does_not_turn_a_handoff_of_the_template_round() -> None:
    plan = random_plan(Random(1012))
    assert any(one.is_return for one in plan.first_chart.handoffs.values())
    found = converted(plan, "tpl_hunter_founder")
    assert not any(one.is_return for one in found.chart.handoffs.values())
    assert errors(plan, found.chart) == []


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(SELLING))
def test_however_crooked_a_chart_is_nobody_is_lost_and_nothing_new_is_wrong(number: int, target: str) -> None:
    plan = random_plan(Random(number))
    found = converted(plan, target)
    assert names(found.chart) == names(plan.first_chart)
    assert {error.split(":")[0] for error in errors(plan, found.chart)} <= OF_THE_DATA
    placed = {move.origin for move in found.moves} | set(found.gone)
    assert placed == set(plan.first_chart.seats)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(SELLING))
def test_the_same_chart_always_gives_the_same_answer(number: int, target: str) -> None:
    plan = random_plan(Random(number))
    drawn = plan.first_chart
    records = [record for kind in Kind for record in drawn.records(kind).values()]
    keys = [key_of(record) for record in records]
    Random(number).shuffle(records)
    shuffled = drawn.without(keys).with_records(records)
    found, again = converted(plan, target).chart, converted(plan.with_chart(shuffled), target).chart
    assert found.seats == again.seats
    assert found.lines == again.lines
    assert sorted((one.source, one.target, str(one.object)) for one in found.handoffs.values()) == sorted(
        (one.source, one.target, str(one.object)) for one in again.handoffs.values()
    )


@pytest.mark.parametrize("target", ["tpl_two_pods", "tpl_assembly_line", "tpl_one_man_bands"])
def test_the_structure_of_the_template_is_the_one_that_is_drawn(target: str) -> None:
    plan = example()
    found = converted(plan, target)
    detected = Organisation.of(plan, found.chart, ENGLISH).detected
    assert detected.structure == ENGLISH.templates[target].model
    assert found.chart.model == ENGLISH.templates[target].model


# -------------------------------------------------------------------------------------------------- who sits where


def test_people_keep_their_seats_with_all_that_is_said_of_them() -> None:
    measure = Measure(KpiId("closing_speed"), "30")
    closer = Seat(
        SeatId("ae"),
        RoleId("account_executive"),
        people=(Person("Ada"),),
        fte=0.8,
        quota=5.0,
        accounts=12,
        measures=(measure,),
        activities=(Activity("Reports", "operations", 0.1),),
        goal="Win",
        code="P-7",
        note="Part time",
        texts={"mission": ("Closes",)},
    )
    plan = plan_of(chart([seat("top", "vp_sales"), closer], ["ae > top"]))
    drawn = replace(plan.first_chart, hires={HireId("r"): Hire(HireId("r"), closer.id, HireStatus.PLANNED)})
    found = converted(plan.with_chart(drawn), "tpl_two_pods").chart
    moved = found.seats[closer.id]
    assert moved == replace(closer, pod=moved.pod, order=moved.order)
    assert moved.pod in found.pods
    assert found.hires.keys() == {"r"}


def test_whoever_gets_another_role_leaves_what_was_said_of_the_old_one_behind() -> None:
    rep = seat("rep", "island_rep", title="Our one rep", names=["Ada"])
    rep = replace(rep, texts={"mission": ("All of it",)}, shares={StageId("closing"): 0.4, StageId("onboarding"): 0.6})
    plan = plan_of(chart([seat("top", "head_of_sales"), rep], ["rep > top"]))
    found = converted(plan, "tpl_assembly_line")
    moved = found.chart.seats[rep.id]
    assert moved.role == "account_executive"
    assert (moved.title, moved.texts, moved.shares) == ("", {}, {"closing": 0.4})
    assert fate(found, "rep") is Fate.CHANGES


def test_pods_of_the_old_chart_stay_with_their_people_segments_goals_and_leaders() -> None:
    plan = example()
    old, found = plan.first_chart, converted(plan, "tpl_two_pods").chart
    assert {id: (pod.title, pod.goal, pod.lead, pod.segments) for id, pod in found.pods.items()} == {
        id: (pod.title, pod.goal, pod.lead, pod.segments) for id, pod in old.pods.items()
    }
    for one in ("ae-sthlm", "in-gbg", "csm-oslo", "lead-oslo"):
        assert found.seats[SeatId(one)].pod == old.seats[SeatId(one)].pod
    assert [found.manager_of(SeatId(f"lead-{pod}")) for pod in ("sthlm", "gbg", "oslo")] == [
        "head-se",
        "head-se",
        "head-no",
    ]
    assert found.manager_of(SeatId("head-se")) == "vp"


def test_lead_sources_keep_their_volumes_and_one_that_lacks_is_added() -> None:
    web = Source(SourceId("web"), Lane.INBOUND, "website", per_month=77)
    plan = plan_of(chart([seat("ae")], sources=[web]), {"inbound_leads": 5})
    found = converted(plan, "tpl_assembly_line").chart
    assert found.sources[SourceId("web")].per_month == 77
    assert [one.lane for one in found.sources.values() if one.id != "web"] == [Lane.OUTBOUND]
    assert {one.target for one in found.handoffs.values() if one.source == "web"} == {
        one.id for one in found.seats.values() if one.role == "inbound_sdr"
    }


def test_without_lead_sources_the_answers_say_how_many_come() -> None:
    plan = plan_of(chart([seat("ae")], sources=[]), {"inbound_leads": 240})
    inbound = [one for one in converted(plan, "tpl_two_pods").chart.sources.values() if one.lane is Lane.INBOUND]
    assert [one.per_month for one in inbound] == [240]


def test_more_work_than_people_opens_seats_but_never_more_than_twice_the_people() -> None:
    def inbound_seats(leads: float) -> int:
        web = Source(SourceId("web"), Lane.INBOUND, "website", per_month=leads)
        plan = plan_of(chart([seat("in", "inbound_sdr"), seat("ae")], sources=[web]))
        roles = Counter(one.role for one in converted(plan, "tpl_assembly_line").chart.seats.values())
        return roles[RoleId("inbound_sdr")]

    assert [inbound_seats(leads) for leads in (100, 700, 1_000_000)] == [1, 2, 3]


def test_sellers_on_one_seat_may_go_to_different_pods() -> None:
    three = replace(seat("ae", headcount=3, names=["Ada", "Bo", "Cleo"]), quota=9.0, accounts=10)
    plan = plan_of(chart([seat("top", "vp_sales"), three], ["ae > top"]))
    found = converted(plan, "tpl_two_pods").chart
    closers = [one for one in found.seats.values() if one.role == "account_executive"]
    assert sorted(one.holder for one in closers) == ["Ada", "Bo", "Cleo"]
    assert len({one.pod for one in closers}) == 2
    assert [one.headcount for one in closers] == [1, 1, 1]
    assert (sum(one.quota or 0 for one in closers), sum(one.accounts or 0 for one in closers)) == (9.0, 10)


def test_nobody_leads_more_people_than_anybody_can() -> None:
    closers = [seat(f"ae{number:02}") for number in range(40)]
    top = seat("top", "head_of_sales")
    plan = plan_of(chart([top, *closers], [f"{one.id} > top" for one in closers]))
    found = converted(plan, "tpl_assembly_line").chart
    spans = Counter(line.manager for line in found.lines.values())
    assert max(spans.values()) <= 8
    assert found.manager_of(SeatId("top")) is None


def test_who_leads_nobody_and_finds_no_seat_reports_to_somebody_until_placed() -> None:
    plan = example()
    found = converted(plan, "tpl_assembly_line")
    left = found.of(Fate.LEFT)
    assert {move.seat for move in left} == {"head-se", "lead-gbg"}
    assert all(found.chart.manager_of(move.seat) is not None for move in left)


def test_who_helps_everybody_stays_beside_the_teams_with_his_handoffs() -> None:
    plan = example()
    found = converted(plan, "tpl_two_pods")
    assert {move.seat for move in found.of(Fate.BESIDE)} == {"ops", "enable", "expert", "kam"}
    passed = {(one.source, one.target, one.object) for one in found.chart.handoffs.values()}
    assert ("ae-sthlm", "kam", "signed_customer") in passed
    assert ("ae-gbg", "expert", "open_question") in passed
    assert found.chart.seats[SeatId("kam")].pod is None


def test_what_two_still_hand_each_other_keeps_its_condition_and_time() -> None:
    plan = example()
    old, found = plan.first_chart, converted(plan, "tpl_two_pods").chart

    def hot(drawn: Chart) -> list[tuple[str, float | None]]:
        return [(one.condition, one.limit_hours) for one in drawn.handoffs.values() if one.source == "web"]

    assert sorted(hot(found)) == sorted(hot(old))


def test_an_open_seat_nobody_is_wanted_for_goes_and_one_with_a_hire_stays() -> None:
    plan = example()
    found = converted(plan, "tpl_assembly_line")
    assert found.gone == ("lead-dk",)
    assert "out-gbg" in found.chart.seats
    assert found.chart.seats[SeatId("out-gbg")].status is Status.OPEN


def test_a_director_above_the_sales_organisation_stays_above_it() -> None:
    plan = plan_of(chart([seat("ceo", "executive"), seat("vp", "vp_sales"), seat("ae")], ["vp > ceo", "ae > vp"]))
    found = converted(plan, "tpl_one_man_bands").chart
    assert found.manager_of(SeatId("vp")) == "ceo"
    assert found.manager_of(SeatId("ceo")) is None


def test_a_role_of_the_plans_own_counts_as_what_it_is_based_on() -> None:
    own = OwnRole(RoleId("hunter"), "Hunter", RoleId("outbound_sdr"))
    plan = plan_of(chart([seat("a", "hunter"), seat("ae")]))
    plan = replace(plan, roles={own.id: own})
    found = converted(plan, "tpl_two_pods")
    assert found.chart.seats[SeatId("a")].role == "hunter"
    assert fate(found, "a") is Fate.MOVES


# -------------------------------------------------------------------------------------------------------- the edit


def test_the_proposal_is_one_step_that_undo_takes_back() -> None:
    plan = example()
    edit = proposing(converted(plan, "tpl_assembly_line"))
    after = edit.revise(plan)
    assert [one.title for one in after.charts_in_order] == ["As is", "Assembly line (hunter-farmer), proposed"]
    assert after.charts[ChartId("assembly_line-proposed")].based_on == "as-is"
    history = History()
    history.record(Step(edit.label, plan, after, ChartId("as-is")))
    step = history.undo()
    assert step == Step(edit.label, plan, after, ChartId("as-is"))
    with pytest.raises(EditRefused):
        edit.revise(after)


def test_a_second_proposal_has_a_name_of_its_own() -> None:
    plan = example()
    plan = proposing(converted(plan, "tpl_assembly_line")).revise(plan)
    again = converted(plan, "tpl_assembly_line").chart
    assert (again.id, again.title) == ("assembly_line-proposed-2", "Assembly line (hunter-farmer), proposed 2")


def test_nobody_cannot_be_converted_and_a_support_structure_is_no_target() -> None:
    with pytest.raises(EditRefused, match="nobody yet to place"):
        converted(plan_of(Chart()), "tpl_two_pods")
    with pytest.raises(EditRefused, match="supports sellers"):
        converted(example(), "tpl_enablement")


def test_every_structure_has_a_template_that_suits_the_growth_stage() -> None:
    assert template_for(ModelId("island"), "hunter_founder", ENGLISH) == "tpl_hunter_founder"
    assert template_for(ModelId("island"), "market_teams", ENGLISH) == "tpl_one_man_bands"
    assert template_for(ModelId("assembly_line"), "market_teams", ENGLISH) == "tpl_assembly_line"
    assert template_for(ModelId("pod"), "", ENGLISH) == "tpl_two_pods"


@pytest.mark.parametrize("template", SELLING)
def test_a_lead_source_or_pod_of_the_structure_gets_a_name_that_nothing_of_the_old_chart_has(template: str) -> None:
    drawn = plan_from_template(template, ENGLISH).first_chart
    taken = [*drawn.sources, *(f"{id}-2" for id in drawn.sources)]
    old = chart([seat(id, names=[f"Person {n}"]) for n, id in enumerate(taken)], pods=[pod("pod-1"), pod("pod-2")])
    after = converted(plan_of(old), template).chart
    assert {one.lane for one in after.sources.values()} == {one.lane for one in drawn.sources.values()}
    assert after.sources.keys().isdisjoint(after.seats)
    assert len(after.pods) == len({one.id for one in after.pods.values()})
    assert errors(plan_of(old), after) == []
