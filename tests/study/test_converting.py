"""Converting: the template of another structure, filled with the people of a chart. Nobody is lost, nothing broken."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
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
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    Activity,
    Hire,
    HireStatus,
    Lane,
    Measure,
    Person,
    Pod,
    Seat,
    Segment,
    Source,
    Status,
)
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.storage.reading import read
from salesorg_gui.study.convert.conversion import (
    Conversion,
    Fate,
    convert,
    convertible,
    proposing,
    template_for,
)
from salesorg_gui.study.convert.telling import Telling
from tests.rules.builders import ENGLISH, chart, plan_of, seat
from tests.rules.random_plans import random_plan

EXAMPLE = Path("resources/examples/nordlys.salesorg")
SELLING = convertible(ENGLISH)
OF_THE_DATA = frozenset({"segment-duplicate", "segment-size-bands", "capacity-seat-overbooked"})
"""Errors in what the old chart says of segments and weeks, which no structure mends."""


def example() -> Plan:
    return read(EXAMPLE).plan


def converted(plan: Plan, template: str) -> Conversion:
    return convert(plan, plan.first_chart, template, ENGLISH)


def errors(plan: Plan, drawn: Chart) -> list[str]:
    found = examine(plan.with_chart(drawn), drawn, ENGLISH).found
    return [f"{one.rule}: {one.message}" for one in found if one.severity is Severity.ERROR]


def names(drawn: Chart) -> Counter[str]:
    return Counter(person.name for one in drawn.seats.values() for person in one.people)


def fate(found: Conversion, id: str) -> Fate:
    return next(move.fate for move in found.moves if move.seat == id)


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
    assert {move.seat for move in left} == {"head-se", "head-no"}
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


# ------------------------------------------------------------------------------------------------- teams and segments


def regions(*values: str, axis: str = "geography", owners: tuple[SeatId | PodId, ...] = ()) -> list[Segment]:
    return [Segment(SegmentId(f"{axis}-{value}"), axis, value, owners=owners) for value in values]


def people(count: int) -> list[Seat]:
    roles = ("inbound_sdr", "account_executive", "customer_success_manager")
    return [seat(f"s{number:02}", roles[number % 3]) for number in range(count)]


def test_each_part_of_the_market_gets_a_pod_when_there_are_people_enough() -> None:
    drawn = chart(people(12), segments=regions("North", "South", "West"))
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["North", "South", "West"]
    assert all(len(pod.segments) == 1 for pod in found.pods.values())


def test_few_people_make_two_pods_that_share_the_market() -> None:
    drawn = chart(people(4), segments=regions("North", "South", "West"))
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["North, West", "South"]
    assert {one.id: len(one.owners) for one in found.segments.values()} == dict.fromkeys(found.segments, 1)


def test_a_pod_alone_gets_a_second_one_beside_it() -> None:
    drawn = chart([replace(one, pod=PodId("p")) for one in people(6)], pods=[Pod(PodId("p"), "Team")])
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["Team", "Pod 2"]


def test_a_company_without_segments_begins_with_those_of_the_template() -> None:
    found = converted(plan_of(chart(people(6))), "tpl_two_pods").chart
    assert [(one.value, one.owners) for one in found.segments.values()] == [
        ("Product A", (PodId("pod-1"),)),
        ("Product B", (PodId("pod-2"),)),
    ]


def test_several_axes_leave_no_cell_without_an_owner() -> None:
    cut = [*regions("North", "South"), *regions("Small", "Large", axis="customer_size")]
    drawn = chart(people(9), segments=cut)
    for target in ("tpl_two_pods", "tpl_assembly_line", "tpl_one_man_bands"):
        plan = plan_of(drawn)
        assert errors(plan, converted(plan, target).chart) == []


def test_owners_of_different_cells_are_made_to_cover_all_of_them() -> None:
    pods = [Pod(PodId("a"), "A", (SegmentId("geography-N"), SegmentId("customer_size-S"))), Pod(PodId("b"), "B")]
    pods[1] = replace(pods[1], segments=(SegmentId("geography-S"), SegmentId("customer_size-L")))
    crew = [replace(one, pod=PodId("ab"[number % 2])) for number, one in enumerate(people(8))]
    cut = [*regions("N", "S"), *regions("S", "L", axis="customer_size")]
    plan = plan_of(chart(crew, pods=pods, segments=cut))
    assert errors(plan, converted(plan, "tpl_two_pods").chart) == []


def test_segments_that_are_not_served_stay_so() -> None:
    cut = regions("North", "South")
    cut[1] = replace(cut[1], is_served=False)
    found = converted(plan_of(chart(people(9), segments=cut)), "tpl_two_pods").chart
    assert found.segments[SegmentId("geography-South")].owners == ()
    assert not found.segments[SegmentId("geography-South")].is_served


def test_parts_of_a_region_keep_their_owners() -> None:
    outer = Segment(SegmentId("g"), value="Norway", owners=())
    inner = [Segment(SegmentId(f"g{n}"), value=f"Part {n}", parent=outer.id, owners=(PodId(f"p{n}"),)) for n in "ab"]
    pods = [Pod(PodId(f"p{n}"), f"Pod {n}", (SegmentId(f"g{n}"),)) for n in "ab"]
    crew = [replace(one, pod=PodId("p" + "ab"[number % 2])) for number, one in enumerate(people(8))]
    found = converted(plan_of(chart(crew, pods=pods, segments=[outer, *inner])), "tpl_two_pods").chart
    assert {one.id: one.owners for one in found.segments.values()} == {"g": (), "ga": ("pa",), "gb": ("pb",)}


def test_key_accounts_of_a_size_stay_with_whoever_looks_after_them() -> None:
    cut = regions("Large", axis="customer_size", owners=(SeatId("kam"),))
    drawn = chart([*people(6), seat("kam", "key_account_manager")], segments=cut)
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert SeatId("kam") in found.segments[SegmentId("customer_size-Large")].owners


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


# ------------------------------------------------------------------------------------------------------------- in words


def test_what_happens_is_told_in_words_seat_by_seat() -> None:
    told = Telling(converted(example(), "tpl_assembly_line"), ENGLISH)
    assert told.in_one_sentence == (
        "Of 24 seats 18 stay what they are, 3 get another role, 2 have no place yet, 1 is new and open."
    )
    chapters = {chapter.title: [one.text for one in chapter.told] for chapter in told.chapters()}
    assert chapters["Not yet placed"] == ["Kari Lund: Head of Sales", "Jonas Berg: Head of Sales"]
    assert "Henrik Dahl: Pod lead, Oslo → Assistant Sales Manager" in chapters["Another role"]
    assert chapters["Open seats"] == ["Marketing"]
    assert chapters["No longer there"] == ["Pod lead"]
    assert "Another team" not in chapters


def test_a_move_to_another_team_is_told_with_both() -> None:
    told = Telling(converted(example(), "tpl_two_pods"), ENGLISH)
    chapters = {chapter.title: [one.text for one in chapter.told] for chapter in told.chapters()}
    assert chapters["Another team"] == ["Freja Mikkelsen: Outbound SDR → Outbound SDR, Oslo"]


def test_both_charts_are_compared_in_numbers() -> None:
    told = Telling(converted(example(), "tpl_assembly_line"), ENGLISH)
    found = {one.title: [one.before, one.after] for one in told.differences()}
    wanted = {
        "Pods": [3, 0],
        "Assistant Sales Manager": [0, 3],
        "Handoffs between pods": [0, 0],
        "Seats to fill": [3, 3],
    }
    assert {title: found[title] for title in wanted} == wanted
    assert "Account Executive" not in found


def test_handoffs_that_leave_a_pod_are_counted() -> None:
    crew = [replace(seat("in", "inbound_sdr"), pod=PodId("a")), replace(seat("ae"), pod=PodId("b"))]
    pods = [Pod(PodId("a")), Pod(PodId("b"))]
    drawn = chart(crew, handoffs=["in > ae: qualified_lead", "ae > in: rejected_lead"], pods=pods)
    told = Telling(converted(plan_of(drawn), "tpl_assembly_line"), ENGLISH)
    assert [one.before for one in told.differences() if one.title == "Handoffs between pods"] == [1]
